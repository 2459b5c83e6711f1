"""python -m tests.bench.fanout_process DATABASE_URL: an announcement to all chats of a store, in a process alone."""

import asyncio
import json
import sys
import time
from collections.abc import Sequence

from bot import logs
from bot.clock import SystemClock
from bot.delivery.attempts import Attempts
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Pacing
from bot.messages.content import Content
from storage import outbox
from storage.database import Database, opened
from storage.obstacles import Moment
from tests.bench.memory import megabytes
from tests.bench.senders import fan_out
from tests.bot.answering.times import ZONE
from tests.waiting import until

SENT = 5_000
RATE = 1_000
PATIENCE = 300


class Nowhere:
    """A channel that takes everything at once."""

    async def send(self, chat_id: int, content: Content, arrived: Sequence[int] = ()) -> list[int]:
        return [chat_id]

    async def edit(self, chat_id: int, message_ids: Sequence[int], content: Content) -> None:
        """Nothing."""

    async def delete(self, chat_id: int, message_ids: Sequence[int], *, again: bool) -> None:
        """Nothing."""


async def main(url: str) -> None:
    """Prints as JSON how many rows, the seconds of the transaction, and by how many megabytes memory grew at most."""
    async with opened(url) as database:
        async with database.read() as session:
            await outbox.counts(session, [0])
        idle = megabytes("VmRSS")
        began = time.perf_counter()
        async with database.transaction() as session:
            batch_id = await fan_out(session, SystemClock().now())
        seconds = time.perf_counter() - began
        written = megabytes("VmHWM") - idle
        await _send(database, batch_id)
        counts = await _counts(database, batch_id)
        sending = megabytes("VmHWM") - idle
    found = {"rows": counts.total, "seconds": seconds, "written": written, "sent": counts.sent, "sending": sending}
    sys.stdout.write(json.dumps(found))


async def _send(database: Database, batch_id: int) -> None:
    pacing, clock = Pacing(RATE), SystemClock()
    attempts = Attempts(Nowhere(), pacing, clock)
    dispatcher = Dispatcher(database, lambda: Moment(clock.now(), ZONE), attempts, pacing, asyncio.Event())
    running = asyncio.create_task(dispatcher.run())

    async def enough() -> bool:
        return (await _counts(database, batch_id)).sent >= SENT

    await until(enough, within=PATIENCE, every=0.5)
    dispatcher.stop()
    await running


async def _counts(database: Database, batch_id: int) -> outbox.Counts:
    async with database.read() as session:
        return await outbox.counts(session, [batch_id])


if __name__ == "__main__":
    logs.configure("console", "WARNING")
    asyncio.run(main(sys.argv[1]))
