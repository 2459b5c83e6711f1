"""GET /healthz: the process lives. GET /readyz: the store and Telegram answer."""

from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from storage.database import Database
from storage.errors import StoreError

DATABASE: web.AppKey[Database] = web.AppKey("database")
BOT: web.AppKey[Bot] = web.AppKey("bot")


def add_health(app: web.Application, database: Database, bot: Bot) -> None:
    app[DATABASE], app[BOT] = database, bot
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)


async def healthz(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def readyz(request: web.Request) -> web.Response:
    """503 names what does not answer."""
    checks = {
        "store": await _store_answers(request.app[DATABASE]),
        "telegram": await _telegram_answers(request.app[BOT]),
    }
    ready = all(checks.values())
    return web.json_response({"status": "ok" if ready else "unavailable", **checks}, status=200 if ready else 503)


async def _store_answers(database: Database) -> bool:
    try:
        await database.check()
    except StoreError:
        return False
    return True


async def _telegram_answers(bot: Bot) -> bool:
    try:
        await bot.get_me()
    except TelegramError:
        return False
    return True
