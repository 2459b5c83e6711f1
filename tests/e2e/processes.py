"""`parkbot` as a process of its own, as in production: killed, stopped, started again."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Process:
    """A running command; `lines` is what it wrote, both streams together."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.lines: list[str] = []
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            self.lines.append(line.decode())

    async def wait_for(self, words: str, within: float = 30) -> str:
        """The first line that holds these words; fails with everything that was written if none comes."""
        try:
            async with asyncio.timeout(within):
                while not (found := [line for line in self.lines if words in line]):
                    assert self._process.returncode is None
                    await asyncio.sleep(0.01)
        except (TimeoutError, AssertionError):
            raise AssertionError(f"no '{words}' in:\n{''.join(self.lines)}") from None
        return found[0]

    @property
    def worked(self) -> float:
        """Seconds of the processor that it has taken so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def is_running(self) -> bool:
        return self._process.returncode is None

    def signal(self, number: int) -> None:
        if self.is_running:
            self._process.send_signal(number)

    async def end(self, signal_number: int) -> int:
        """Sends the signal; the exit status."""
        self.signal(signal_number)
        return await self.status()

    async def status(self, within: float = 20) -> int:
        """The exit status, once it ends by itself."""
        status = await asyncio.wait_for(self._process.wait(), within)
        await self._reading
        return status


@asynccontextmanager
async def parkbot(
    *arguments: str, folder: Path, env: Mapping[str, str] | None = None, module: str = "bot"
) -> AsyncIterator[Process]:
    """The command in an empty folder with these PARKBOT_ variables alone; killed at the end if it still runs.

    `module` stands in for the program.
    """
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PARKBOT_")}
    process = Process(
        await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            module,
            *arguments,
            cwd=folder,
            env={**inherited, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), **(env or {})},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
    )
    try:
        yield process
    finally:
        await process.end(signal.SIGKILL)
