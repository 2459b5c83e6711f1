"""`parkbot demo`."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from aiohttp import web
from pydantic import SecretStr
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import assistant
from bot.cli.options import DatabaseOption
from bot.cli.running import run_until_stopped
from bot.clock import Clock, SystemClock
from bot.errors import ParkbotError
from bot.knowledge import pack
from bot.knowledge.shifting import shifted
from bot.knowledge.store import publish
from bot.people import companies, staff
from bot.people.staff import Member, Role
from bot.people.standing import stored as as_stored
from bot.sandbox.personas import Cast, demonstration_cast
from bot.sandbox.server import TOKEN, create_sandbox
from bot.settings import Settings, load
from storage import chats, memberships
from storage import companies as stored
from storage.database import Database, opened

FILE = Path("data/demo.sqlite3")


def demo(
    *,
    fresh: Annotated[bool, typer.Option("--fresh", help="Begin with an empty store.")] = False,
    port: Annotated[int | None, typer.Option(help="Of the HTTP server; without it, PARKBOT_HTTP_PORT.")] = None,
    database: DatabaseOption = None,
) -> None:
    """Run the assistant with a demonstration park and a chat page to try it in; needs no Telegram token."""
    if fresh:
        _empty(database)
    settings = _settings(database or f"sqlite:///{FILE}", port)
    run_until_stopped(_demo(settings), settings)


async def _demo(settings: Settings) -> None:
    clock, cast = SystemClock(), demonstration_cast()
    async with opened(settings.database_url) as database:
        await _fill(database, cast, clock, settings)
    async with assistant(settings, clock, lambda app: _add_sandbox(app, cast)) as running:
        typer.echo(_addresses(running.address))
        await asyncio.Event().wait()


def _settings(database: str, port: int | None) -> Settings:
    """Those of the environment, but for what belongs to a real Telegram."""
    given = load(database_url=database, http_port=port, telegram_token=TOKEN)
    return given.model_copy(
        update={
            "telegram_token": SecretStr(TOKEN),
            "telegram_api_url": f"http://{_reachable(given.http_host)}:{given.http_port}/sandbox",
            "telegram_proxy": None,
            "webhook_url": None,
            "public_url": given.public_url or f"http://{_reachable(given.http_host)}:{given.http_port}",
        }
    )


def _reachable(host: str) -> str:
    return "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104 - only compared


def _empty(database: str | None) -> None:
    if database is not None:
        raise ParkbotError("--fresh empties the demonstration's own store alone: leave out --database.")
    for suffix in ("", "-wal", "-shm"):
        FILE.with_name(FILE.name + suffix).unlink(missing_ok=True)


async def _fill(database: Database, cast: Cast, clock: Clock, settings: Settings) -> None:
    today = clock.now().astimezone(settings.timezone).date()
    await publish(database, shifted(pack.demonstration(), today), replace=True, clock=clock)
    async with database.transaction() as session:
        for company in companies.demonstration():
            # once: what people then tell, and whom they leave, is kept between runs
            if await stored.add(session, company.id, as_stored(company), clock.now()):
                await _settle(session, company.id, cast, clock)
    for person in cast.people:
        if person.staff and await staff.find(database, person.id) is None:
            await staff.put(database, Member(person.id, Role.OWNER, person.name, clock.now()))


async def _settle(session: AsyncSession, company_id: str, cast: Cast, clock: Clock) -> None:
    """The company's people belong to it, as the cast has them."""
    for person in (one for one in cast.people if one.company == company_id):
        await chats.upsert(session, person.id, "private", clock.now())
        await memberships.add(session, person.id, company_id, clock.now(), shown_as=person.name)


def _add_sandbox(app: web.Application, cast: Cast) -> None:
    create_sandbox(cast=cast).mount(app)
    app.router.add_get("/", _to_the_chat)


async def _to_the_chat(_request: web.Request) -> web.Response:
    raise web.HTTPFound("/chat/")


def _addresses(address: str) -> str:
    return (
        f"The demonstration runs. Chat with it at {address}/chat/\nHealth: {address}/readyz  Metrics: {address}/metrics"
    )
