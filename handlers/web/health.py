"""GET /healthz: the process lives. GET /readyz: the store and Telegram answer."""

import asyncio
from time import monotonic

from aiohttp import web
from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from storage.database import Database
from storage.errors import StoreError

PATIENCE = 3  # seconds for each of the two to answer
KEPT = 5  # seconds for which what Telegram answered stands, however often we are asked


class TelegramProbe:
    """Whether Telegram answers, asked no more than once in KEPT seconds."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._one_at_a_time = asyncio.Lock()
        self._answers = False
        self._asked_at: float | None = None

    async def answers(self) -> bool:
        async with self._one_at_a_time:
            if self._asked_at is None or monotonic() - self._asked_at >= KEPT:
                self._answers = await self._ask()
                self._asked_at = monotonic()
            return self._answers

    async def _ask(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._bot.get_me()
        except RetryAfter:
            return True  # to be asked for patience is an answer
        except (TelegramError, TimeoutError):
            return False
        return True


DATABASE: web.AppKey[Database] = web.AppKey("database")
TELEGRAM: web.AppKey[TelegramProbe] = web.AppKey("telegram")


def add_health(app: web.Application, database: Database, bot: Bot) -> None:
    app[DATABASE], app[TELEGRAM] = database, TelegramProbe(bot)
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)


async def healthz(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def readyz(request: web.Request) -> web.Response:
    """503 names what does not answer."""
    store, telegram = await asyncio.gather(_store_answers(request.app[DATABASE]), request.app[TELEGRAM].answers())
    ready = store and telegram
    told = {"status": "ok" if ready else "unavailable", "store": store, "telegram": telegram}
    return web.json_response(told, status=200 if ready else 503)


async def _store_answers(database: Database) -> bool:
    try:
        async with asyncio.timeout(PATIENCE):
            await database.check()
    except (StoreError, TimeoutError):
        return False
    return True
