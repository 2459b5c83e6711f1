"""`parkbot staff`: who looks after the assistant, and as what."""

import asyncio
from typing import Annotated

import typer

from bot import logs
from bot.cli.options import DatabaseOption, database_url
from bot.clock import SystemClock
from bot.people import staff as people
from bot.people.staff import Member, Role
from bot.settings import load
from storage.database import opened

staff = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    help="Say who looks after the assistant, and as what.",
)

BITS = 52
"""Telegram's numbers of people have at most so many; those of groups are negative."""


def _of_a_person(telegram_id: int) -> int:
    if not 0 < telegram_id < 2**BITS:
        raise typer.BadParameter("a person's number is positive, like 1234567890")
    return telegram_id


TelegramId = Annotated[
    int,
    typer.Option(
        "--telegram-id", callback=_of_a_person, metavar="N", help="The person's number, which /staff tells in the chat."
    ),
]
RoleOption = Annotated[Role, typer.Option("--role", help="What the person may do.")]
Name = Annotated[str | None, typer.Option("--name", metavar="TEXT", help="Shown to the other staff.")]


@staff.command()
def add(telegram_id: TelegramId, role: RoleOption, name: Name = None, database: DatabaseOption = None) -> None:
    """Add somebody, or change their role or name."""
    logs.configure("console", "WARNING")
    typer.echo(asyncio.run(_add(database_url(database), telegram_id, role, name)))


@staff.command("list")
def list_(database: DatabaseOption = None) -> None:
    """Print everybody: role, number, when they came, name."""
    logs.configure("console", "WARNING")
    members = asyncio.run(_team(database_url(database)))
    zone = load().timezone
    for one in members:
        since = f"{one.added_at.astimezone(zone):%Y-%m-%d}"
        typer.echo(f"{one.role:<12}{one.telegram_id:<18}{since}  {one.name or ''}".rstrip())
    if not members:
        typer.echo("Nobody yet: `parkbot staff add` adds the first owner.", err=True)


@staff.command()
def remove(telegram_id: TelegramId, database: DatabaseOption = None) -> None:
    """Remove somebody; it counts from their next message on."""
    logs.configure("console", "WARNING")
    asyncio.run(_remove(database_url(database), telegram_id))
    typer.echo(f"Removed {telegram_id}.")


async def _add(url: str, telegram_id: int, role: Role, name: str | None) -> str:
    async with opened(url) as database:
        before = await people.find(database, telegram_id)
        await people.put(database, Member(telegram_id, role, name, SystemClock().now()))
    if before is None:
        return f"Added {telegram_id} as {role}."
    return f"{telegram_id} is {role} now, and was {before.role}."


async def _team(url: str) -> list[Member]:
    async with opened(url) as database:
        return await people.team(database)


async def _remove(url: str, telegram_id: int) -> None:
    async with opened(url) as database:
        await people.remove(database, telegram_id)
