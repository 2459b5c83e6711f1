"""Companies of the park in the store, and the demonstration ones that come with the assistant."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import yaml

from bot.clock import Clock
from bot.people.company import Company
from storage import companies as stored
from storage.database import Database


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
            await stored.save(session, company.id, company.model_dump(mode="json", exclude_defaults=True), clock.now())
