"""Companies of the park in the store, and the demonstration ones that come with the assistant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

import yaml
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.languages import Language
from bot.people import invitations
from bot.people.company import Company
from bot.people.memberships import Colleagues
from bot.people.standing import stored as as_stored
from storage import companies as stored
from storage import memberships
from storage.database import Database


@dataclass(frozen=True)
class Listed:
    """A company with the number of its members; `lasts` is one that staff made, which stays without any."""

    company: Company
    members: int
    lasts: bool


def demonstration() -> list[Company]:
    """The demonstration companies, read once."""
    return list(_demonstration())


@cache
def _demonstration() -> tuple[Company, ...]:
    listed = yaml.safe_load((files("bot.people") / "demo.yaml").read_bytes())
    return tuple(Company.model_validate(data) for data in listed)


async def load(database: Database, company_id: str) -> Company | None:
    """The company of that id, or None."""
    async with database.read() as session:
        row = await stored.get(session, company_id)
    return Company.model_validate(row.data) if row else None


async def save(database: Database, companies: Iterable[Company], clock: Clock) -> None:
    """Add the companies, or replace what is known of them."""
    async with database.transaction() as session:
        for company in companies:
            await stored.save(session, company.id, as_stored(company), clock.now())


async def set_passed_review(session: AsyncSession, company_id: str, now: datetime, *, passed: bool) -> None:
    """It is known from now on of a company that it passed the review of a mentoring day, or not known any more."""
    for row in (await stored.locked(session, [company_id])).values():
        known = {key: value for key, value in row.data.items() if key != "passed_mentoring_review"}
        await stored.save(session, row.id, {**known, "passed_mentoring_review": True} if passed else known, now)


async def add(database: Database, company: Company, now: datetime) -> bool:
    """Add a company on behalf of staff; False if there is one of that id."""
    async with database.transaction() as session:
        return await stored.add(session, company.id, as_stored(company), now)


async def every(database: Database) -> list[Listed]:
    """All companies, by id."""
    async with database.read() as session:
        counts = await memberships.counts(session)
        rows = await stored.every(session)
    return [Listed(Company.model_validate(row.data), counts.get(row.id, 0), row.by_staff) for row in rows]


async def names(database: Database, language: Language) -> dict[str, str]:
    """What all companies are called, by id."""
    return {one.company.id: one.company.name.to(language) for one in await every(database)}


async def remove(database: Database, company_id: str) -> bool:
    """Erase a company with its memberships and invitations; False if there is none."""
    async with database.transaction() as session:
        return await stored.remove(session, company_id)


async def colleagues(database: Database, company_id: str) -> Colleagues:
    async with database.read() as session:
        return await Colleagues.of(session, company_id)


async def invite(database: Database, company_id: str, now: datetime) -> str | None:
    """The secret of a new invitation, on behalf of staff; None if there is no such company."""
    async with database.transaction() as session:
        if not await stored.locked(session, [company_id]):
            return None
        return await invitations.make(session, company_id, now)


async def revoke(database: Database, company_id: str, now: datetime) -> None:
    """Make all invitations of a company useless, on behalf of staff."""
    async with database.transaction() as session:
        await invitations.revoke(session, company_id, now)
