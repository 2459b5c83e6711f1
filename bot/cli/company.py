"""`parkbot company`: the park's companies, and the links by which their people join."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer
from pydantic import ValidationError

from bot import logs
from bot.cli.options import DatabaseOption, database_url
from bot.cli.whoami import username
from bot.clock import SystemClock
from bot.errors import ParkbotError
from bot.knowledge.values import Text
from bot.people import companies, invitations
from bot.people.company import SELF, Company
from bot.settings import load
from storage.database import Database, opened

company = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Companies, and who belongs to them."
)

Done = TypeVar("Done")
Id = Annotated[str, typer.Argument(metavar="ID", help="The company's id.")]
Name = Annotated[str, typer.Argument(help="As its people and the park read it.")]
English = Annotated[str, typer.Option("--english", metavar="NAME", help="Its name in English, if it has another.")]
Bot = Annotated[
    str | None, typer.Option("--bot", metavar="USERNAME", help="The bot's name; without it, Telegram is asked.")
]


@company.command()
def add(company_id: Id, name: Name, *, english: English = "", database: DatabaseOption = None) -> None:
    """Add a company, which stays when nobody belongs to it."""
    try:
        new = Company(id=company_id, name=Text(zh=name, en=english))
    except ValidationError as error:
        raise ParkbotError("An id has up to 40 letters, digits, dots, - and _; a name is not empty.") from error
    if new.id == SELF or not _run(database, lambda store: companies.add(store, new, SystemClock().now())):
        raise ParkbotError(f"The id '{company_id}' is taken.")
    typer.echo(f"Added {new.id}. Its people join by the link that `parkbot company invite {new.id}` prints.")


@company.command("list")
def list_(*, database: DatabaseOption = None) -> None:
    """All companies: id, members, who made the entry, name."""
    for one in _run(database, companies.every):
        made_by = "staff" if one.lasts else "members"
        typer.echo(f"{one.company.id:20} {one.members:3}  {made_by:8} {one.company.name.zh or one.company.name.en}")


@company.command()
def invite(company_id: Id, *, bot: Bot = None, database: DatabaseOption = None) -> None:
    """Print a new link by which the company's people join; it holds for 14 days."""
    name = bot.removeprefix("@") if bot else asyncio.run(username(load(database_url=database)))
    if not re.fullmatch(r"\w{3,32}", name, re.ASCII):
        raise ParkbotError(f"'{name}' is no bot's username.")
    secret = _run(database, lambda store: companies.invite(store, company_id, SystemClock().now()))
    if secret is None:
        raise _unknown(company_id)
    typer.echo(invitations.link(name, secret))


@company.command()
def revoke(company_id: Id, *, database: DatabaseOption = None) -> None:
    """Make every link of the company useless that was made before."""
    _demand(company_id, database)
    _run(database, lambda store: companies.revoke(store, company_id, SystemClock().now()))
    typer.echo(f"All links of {company_id} are void.")


@company.command()
def members(company_id: Id, *, database: DatabaseOption = None) -> None:
    """Who belongs to it, the longest first: since when, and how colleagues see them."""
    _demand(company_id, database)
    colleagues = _run(database, lambda store: companies.colleagues(store, company_id))
    zone = load(database_url=database).timezone
    for one in colleagues.members:
        typer.echo(f"{one.joined_at.astimezone(zone):%Y-%m-%d}  {one.shown_as or '(no name)'}")


@company.command()
def remove(company_id: Id, *, database: DatabaseOption = None) -> None:
    """Erase the company with all that is known of it; its people go on without one."""
    if not _run(database, lambda store: companies.remove(store, company_id)):
        raise _unknown(company_id)
    typer.echo(f"Erased {company_id}.")


def _demand(company_id: str, database: str | None) -> None:
    if _run(database, lambda store: companies.load(store, company_id)) is None:
        raise _unknown(company_id)


def _unknown(company_id: str) -> ParkbotError:
    return ParkbotError(f"There is no company '{company_id}'; `parkbot company list` shows them.")


def _run(database: str | None, work: Callable[[Database], Awaitable[Done]]) -> Done:
    async def within() -> Done:
        async with opened(database_url(database)) as store:
            return await work(store)

    logs.configure("console", "WARNING")
    return asyncio.run(within())
