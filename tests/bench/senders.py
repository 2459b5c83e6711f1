"""python -m tests.bench.senders NAME ADDRESS CHATS RATE: sends an announcement to many chats, in a process of its own.

NAME is one of SENDERS: our dispatcher, the library's own rate limiter, a plain loop.
"""

import asyncio
import math
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert, literal
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram.error import RetryAfter
from telegram.ext import AIORateLimiter, BaseRateLimiter, ExtBot
from uvloop import run

from bot import logs
from bot.clock import SystemClock
from bot.delivery.attempts import Attempts
from bot.delivery.dispatcher import IN_FLIGHT, Dispatcher
from bot.delivery.limiter import Limiter, wait_of
from bot.delivery.pacing import UNPAID, Pacing
from bot.delivery.request import AiohttpRequest
from bot.delivery.telegram_channel import TelegramChannel
from bot.sandbox.server import TOKEN
from storage import outbox
from storage.database import Database, opened
from storage.models import Chat
from storage.obstacles import Moment
from storage.outbox import Timing, Wave
from tests.bench.telegram import chat_ids
from tests.bot.answering.times import ZONE
from tests.waiting import until

TEXT = "周一 9:00 三号楼至五号楼消防演习"
CONNECTIONS = 600
RETRIES = 1000
PATIENCE = 600  # seconds for all of it

Send = Callable[[str, Sequence[int], int], Coroutine[None, None, None]]
"""Sends to the chats by the sandbox at an address, so many a second, and returns when all is sent."""


async def ours(address: str, chats: Sequence[int], rate: int) -> None:
    pacing, clock = Pacing(rate), SystemClock()
    with TemporaryDirectory() as folder:
        async with _bot(address, Limiter(pacing)) as bot, opened(f"sqlite:///{Path(folder, 'store')}") as database:
            batch_id = await announce(database, chats)
            attempts = Attempts(TelegramChannel(bot, paid=pacing.is_paid), pacing, clock)
            dispatcher = Dispatcher(database, lambda: Moment(clock.now(), ZONE), attempts, pacing, asyncio.Event())
            running = asyncio.create_task(dispatcher.run())
            await until(lambda: _left(database, batch_id), is_=0, within=PATIENCE, every=0.5)
            dispatcher.stop()
            await running


async def library(address: str, chats: Sequence[int], rate: int) -> None:
    """With as many in flight as ours and as many retries as it takes; without, what is refused is not sent."""
    paid = rate > UNPAID or None
    left = iter(chats)
    async with _bot(address, AIORateLimiter(rate, max_retries=RETRIES)) as bot, asyncio.TaskGroup() as workers:
        for _ in range(math.ceil(rate * IN_FLIGHT)):
            workers.create_task(_send_each(bot, left, paid=paid))


async def _send_each(bot: ExtBot[Any], chats: Iterator[int], *, paid: bool | None) -> None:
    for chat in chats:
        await bot.send_message(chat, TEXT, allow_paid_broadcast=paid)


async def plain(address: str, chats: Sequence[int], rate: int) -> None:
    """One after the other, with a rest in between, longer where it is asked for."""
    async with _bot(address, None) as bot:
        for chat in chats:
            await _insist(bot, chat)
            await asyncio.sleep(1 / rate)


async def _insist(bot: ExtBot[Any], chat: int) -> None:
    try:
        await bot.send_message(chat, TEXT)
    except RetryAfter as error:
        await asyncio.sleep(wait_of(error).total_seconds())
        await _insist(bot, chat)


SENDERS: dict[str, Send] = {"ours": ours, "AIORateLimiter": library, "plain loop": plain}


async def announce(database: Database, chats: Sequence[int]) -> int:
    """An announcement to the chats, which are stored; its batch."""
    now = SystemClock().now()
    async with database.transaction() as session:
        await store(session, chats, now)
    async with database.transaction() as session:
        return await fan_out(session, now)


async def fan_out(session: AsyncSession, now: datetime) -> int:
    """An announcement to all chats that are stored; its batch."""
    content_id, batch_id = await outbox.add_content(session, {"text": TEXT}), await outbox.add_batch(session, now)
    everybody = select(col(Chat.id), literal(content_id))
    await outbox.fan_out(session, Wave(batch_id, "bench", Timing(now, quiet=False)), everybody)
    return batch_id


async def store(session: AsyncSession, chats: Sequence[int], now: datetime) -> None:
    """People who have started the bot."""
    seen = {"type": "private", "reachable": True, "created_at": now, "seen_at": now}
    await session.exec(insert(Chat), params=[{"id": chat, **seen} for chat in chats])


async def _left(database: Database, batch_id: int) -> int:
    async with database.read() as session:
        return (await outbox.counts(session, [batch_id])).pending


@asynccontextmanager
async def _bot(
    address: str, limiter: BaseRateLimiter[int] | BaseRateLimiter[bool] | None
) -> AsyncIterator[ExtBot[Any]]:
    requests = AiohttpRequest(CONNECTIONS), AiohttpRequest(1)
    url = f"{address}/sandbox/bot"
    async with ExtBot(TOKEN, url, request=requests[0], get_updates_request=requests[1], rate_limiter=limiter) as bot:
        yield bot


if __name__ == "__main__":
    logs.configure("console", "WARNING")
    name, address, chats, rate = sys.argv[1:]
    run(SENDERS[name](address, chat_ids(int(chats)), int(rate)))
