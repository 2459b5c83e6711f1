"""Long computations in a process of their own: questions are answered meanwhile, and its memory is given back."""

import asyncio
import importlib
import multiprocessing
import os
from multiprocessing.connection import Connection
from typing import Any

NICE = 10  # answering goes first


class WorkerDied(Exception):  # noqa: N818 - it says what happened
    """The process ended without a result; its exit code is in the message."""


def _work(results: Connection, module: str, function: str, arguments: tuple[Any, ...]) -> None:
    os.nice(NICE)
    results.send(getattr(importlib.import_module(module), function)(*arguments))


async def in_worker(module: str, function: str, *arguments: Any) -> Any:
    """The result of a module's function; the process is killed when nobody waits for it any more.

    The module is imported by the worker alone: what it needs is no burden here. Raises WorkerDied.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, module, function, arguments), daemon=True)
    starting = asyncio.get_running_loop().run_in_executor(None, process.start)
    try:
        await asyncio.shield(starting)
        theirs.close()
        return await _received(ours, process)
    finally:
        await asyncio.wait([starting])  # what has not begun cannot be killed
        if process.pid is not None:
            process.kill()
            await asyncio.to_thread(process.join)


async def _received(results: Connection, process: multiprocessing.process.BaseProcess) -> Any:
    try:
        return await asyncio.to_thread(results.recv)
    except (EOFError, OSError) as end:  # OSError: killed while it sent
        await asyncio.to_thread(process.join)
        raise WorkerDied(f"exit code {process.exitcode}") from end
