"""`parkbot staff`: who looks after the assistant, and as what."""

import asyncio
from datetime import datetime
from typing import Annotated

import typer

from bot import logs
from bot.cli.options import DatabaseOption, database_url
from bot.clock import SystemClock
from bot.people import staff as people
from bot.people import tokens
from bot.people.staff import Member, Role
from bot.people.tokens import Program
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
    """Print everybody: role, number, when they came, name; tokens of programs stand at the end, without a number."""
    logs.configure("console", "WARNING")
    members, programs = asyncio.run(_everybody(database_url(database)))
    for one in members:
        typer.echo(_line(one.role, f"{one.telegram_id}", one.added_at, one.name or ""))
    for program in programs:
        typer.echo(_line(program.role, "token", program.made_at, program.name))
    if not members:
        typer.echo("Nobody yet: `parkbot staff add` adds the first owner.", err=True)


@staff.command()
def remove(telegram_id: TelegramId, database: DatabaseOption = None) -> None:
    """Remove somebody; it counts from their next message on."""
    logs.configure("console", "WARNING")
    asyncio.run(_remove(database_url(database), telegram_id))
    typer.echo(f"Removed {telegram_id}.")


@staff.command()
def token(
    role: Annotated[Role | None, typer.Option("--role", help="What the program may do.")] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="TEXT", help="Stands for it in lists and logs.")] = None,
    revoke: Annotated[str | None, typer.Option("--revoke", metavar="NAME", help="Make this token useless.")] = None,
    database: DatabaseOption = None,
) -> None:
    """Print a new token for a program that uses the HTTP API: once, for it is kept nowhere; or revoke one."""
    logs.configure("console", "WARNING")
    if revoke is not None and role is None and name is None:
        asyncio.run(_revoke(database_url(database), revoke))
        typer.echo(f"Revoked {revoke}.")
    elif revoke is None and role is not None and name is not None:
        typer.echo(asyncio.run(_token(database_url(database), role, name)))
    else:
        raise typer.BadParameter("give --role and --name for a new token, or --revoke and nothing else")


def _line(role: Role, number: str, since: datetime, name: str) -> str:
    return f"{role:<12}{number:<18}{since.astimezone(load().timezone):%Y-%m-%d}  {name}".rstrip()


async def _add(url: str, telegram_id: int, role: Role, name: str | None) -> str:
    async with opened(url) as database:
        before = await people.find(database, telegram_id)
        await people.put(database, Member(telegram_id, role, name, SystemClock().now()))
    if before is None:
        return f"Added {telegram_id} as {role}."
    return f"{telegram_id} is {role} now, and was {before.role}."


async def _everybody(url: str) -> tuple[list[Member], list[Program]]:
    async with opened(url) as database:
        return await people.team(database), await tokens.programs(database)


async def _token(url: str, role: Role, name: str) -> str:
    async with opened(url) as database:
        return await tokens.make(database, name, role, SystemClock().now())


async def _revoke(url: str, name: str) -> None:
    async with opened(url) as database:
        await tokens.revoke(database, name, SystemClock().now())


async def _remove(url: str, telegram_id: int) -> None:
    async with opened(url) as database:
        await people.remove(database, telegram_id)
