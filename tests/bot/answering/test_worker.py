"""Processes of their own for long computations: real ones."""

import asyncio
import multiprocessing
import os
from pathlib import Path

import pytest

from bot.answering.worker import NICE, WorkerDied, _received, in_worker
from tests.waiting import until

TOIL = "tests.bot.answering.toil"


def lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


async def test_result_comes_back_from_another_process_that_gives_way_and_is_gone() -> None:
    assert await in_worker(TOIL, "doubled", 21) == 42
    pid, patience = await in_worker(TOIL, "pid_and_patience")
    assert pid != os.getpid()
    assert patience == min(os.nice(0) + NICE, 19)
    assert not lives(pid)


async def test_loop_goes_on_meanwhile() -> None:
    working = asyncio.create_task(in_worker(TOIL, "doubled", 1))
    turns = 0
    while not working.done():
        await asyncio.sleep(0.001)
        turns += 1
    assert (await working, turns > 5) == (2, True)


@pytest.mark.parametrize(
    ("function", "arguments", "code"),
    [("fail", ("no luck",), 1), ("leave", (3,), 3), ("unsendable", (), 1), ("no_such_function", (), 1)],
)
async def test_worker_without_a_result_died(
    function: str, arguments: tuple[object, ...], code: int, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(WorkerDied, match=f"exit code {code}"):
        await in_worker(TOIL, function, *arguments)
    assert ("no luck" in capfd.readouterr().err) == (function == "fail")


async def test_worker_that_is_killed_died(tmp_path: Path) -> None:
    working = asyncio.create_task(in_worker(TOIL, "stay", str(tmp_path / "pid")))
    os.kill(await pid_in(tmp_path / "pid"), 9)
    with pytest.raises(WorkerDied, match="exit code -9"):
        await working


async def pid_in(file: Path) -> int:
    """Who wrote the file, once it is written."""
    await until(lambda: file.is_file() and bool(file.read_text()), within=30)
    return int(await asyncio.to_thread(file.read_text))


async def test_worker_that_nobody_waits_for_is_killed(tmp_path: Path) -> None:
    working = asyncio.create_task(in_worker(TOIL, "stay", str(tmp_path / "pid")))
    pid = await pid_in(tmp_path / "pid")
    assert lives(pid)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert working.cancelled()
    assert not lives(pid)


async def test_worker_that_nobody_waits_for_while_it_starts_is_killed(tmp_path: Path) -> None:
    before = set(multiprocessing.active_children())
    working = asyncio.create_task(in_worker(TOIL, "stay", str(tmp_path / "pid")))
    await asyncio.sleep(0)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert working.cancelled()
    await asyncio.get_running_loop().shutdown_default_executor()  # whatever was being started has been
    assert set(multiprocessing.active_children()) <= before


async def test_result_that_was_cut_off_is_none() -> None:
    process = multiprocessing.get_context("spawn").Process(target=os.getpid)
    process.start()
    process.join()
    ours, theirs = multiprocessing.Pipe(duplex=False)
    os.write(theirs.fileno(), (1000).to_bytes(4, "big") + b"half")
    theirs.close()
    with pytest.raises(WorkerDied, match="exit code 0"):
        await _received(ours, process)


async def test_worker_alone_imports_what_it_runs(tmp_path: Path) -> None:
    assert await in_worker(TOIL, "imported", TOIL, "sklearn", "bot.answering.engine") == [TOIL]
