"""python -m tests.e2e.crashing COMMAND ...: `parkbot`, but for a kill -9 of itself at a point in its delivery.

CRASH_POINT names the point, CRASH_NUMBER says the how-manieth time it is passed. LEASE_SECONDS shortens the lease of
the dispatcher, and all that hangs on it. CLOCK_FILE is that of a ShiftedClock, by which it then serves.
"""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.cli import main
from bot.cli.serve import run
from bot.delivery import tenure
from bot.delivery.request import AiohttpRequest
from bot.settings import load
from storage import dispatching, outbox
from storage.database import Database
from tests.fakes import ShiftedClock

ACCEPTED_AFTER = 0.01  # seconds in which a sandbox on this machine has taken a message; it answers later


class Countdown:
    """Kills the process when it is passed for the last time."""

    def __init__(self, number: int) -> None:
        self._left = number

    def __call__(self) -> None:
        self._left -= 1
        if self._left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


def before_send(kill: Countdown) -> None:
    _around_requests(lambda request: _after(kill, request))


def after_accept(kill: Countdown) -> None:
    async def call(request: Any) -> Any:
        sent = asyncio.ensure_future(request())
        await asyncio.sleep(ACCEPTED_AFTER)
        kill()
        return await sent

    _around_requests(call)


def after_response(kill: Countdown) -> None:
    async def call(request: Any) -> Any:
        answer = await request()
        kill()
        return answer

    _around_requests(call)


def before_commit(kill: Countdown) -> None:
    """Of a claim, with which what was sent before is recorded."""
    _before_commit_of(_noticed_claims(), kill)


def after_commit(kill: Countdown) -> None:
    """Before anything of what was claimed is begun."""
    _after_commit_of(_noticed_claims(), kill)


def before_written(kill: Countdown) -> None:
    """Before the commit of what the bot writes unasked."""
    _before_commit_of(_noticed_writing(), kill)


def after_written(kill: Countdown) -> None:
    """Before the dispatcher is told of it."""
    _after_commit_of(_noticed_writing(), kill)


def _before_commit_of(noticed: list[object], kill: Countdown) -> None:
    begin = Database.__init__

    def check(_connection: object) -> None:
        if noticed:
            noticed.clear()
            kill()

    def watched(self: Database, *args: Any, **options: Any) -> None:
        begin(self, *args, **options)
        event.listen(self._writer.sync_engine, "commit", check)

    Database.__init__ = watched  # type: ignore[method-assign]


def _after_commit_of(noticed: list[object], kill: Countdown) -> None:
    transaction = Database.transaction

    @asynccontextmanager
    async def watched(self: Database) -> AsyncIterator[AsyncSession]:
        async with transaction(self) as session:
            yield session
        if noticed:
            noticed.clear()
            kill()

    Database.transaction = watched  # type: ignore[method-assign]


DELIVERY: dict[str, Callable[[Countdown], None]] = {
    "after-accept": after_accept,
    "before-commit": before_commit,
    "after-commit": after_commit,
    "before-send": before_send,
    "after-response": after_response,
}
WRITING: dict[str, Callable[[Countdown], None]] = {
    "before-written": before_written,
    "after-written": after_written,
}


def _noticed_claims() -> list[object]:
    """Filled whenever messages are claimed."""
    claim, claimed = dispatching.claim, list[object]()

    async def noticed(*args: Any) -> Any:
        found = await claim(*args)
        claimed.extend(found.messages)
        return found

    dispatching.claim = noticed  # type: ignore[assignment]
    return claimed


def _noticed_writing() -> list[object]:
    """Filled whenever messages are written into the outbox."""
    fan_out, written = outbox.fan_out, list[object]()

    async def noticed(*args: Any) -> int:
        count = await fan_out(*args)
        written.extend([count] * bool(count))
        return count

    outbox.fan_out = noticed  # type: ignore[assignment]
    return written


async def _after(kill: Countdown, request: Any) -> Any:
    kill()
    return await request()


def _around_requests(call: Any) -> None:
    do_request = AiohttpRequest.do_request

    async def watched(self: AiohttpRequest, url: str, *args: Any, **options: Any) -> Any:
        async def request() -> Any:
            return await do_request(self, url, *args, **options)

        return await (call(request) if url.endswith("/sendMessage") else request())

    AiohttpRequest.do_request = watched  # type: ignore[method-assign]


def shorten(seconds: float) -> None:
    """A lease that is over soon."""
    tenure.LENGTH = timedelta(seconds=seconds)
    tenure.MARGIN, tenure.RENEWAL, tenure.RETRY = seconds / 5, seconds / 4, seconds / 4


if __name__ == "__main__":
    if point := os.environ.get("CRASH_POINT"):
        (DELIVERY | WRITING)[point](Countdown(int(os.environ["CRASH_NUMBER"])))
    if lease := os.environ.get("LEASE_SECONDS"):
        shorten(float(lease))
    if clock := os.environ.get("CLOCK_FILE"):
        run(load(), ShiftedClock(Path(clock)))
    else:
        main()
