"""Mentoring days as they are stored."""

from datetime import timedelta

from storage import mentoring
from storage.database import Database
from storage.models import StoredOccurrence
from tests.factories import AT

DAY = timedelta(days=1)


def day(by_rule: int, starts: int, record_id: str = "taofu") -> StoredOccurrence:
    """One that by the rule is so many days after AT, and takes place so many after it."""
    original, begins = AT + by_rule * DAY, AT + starts * DAY
    return StoredOccurrence(
        kind=mentoring.KIND,
        record_id=record_id,
        original_at=original,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
    )


async def test_days_of_a_programme_are_those_that_matter_since_then(database: Database) -> None:
    async with database.transaction() as session:
        for one in (day(-60, -60), day(-50, 3), day(20, -5), day(20, 20, "other"), day(30, 30)):
            await mentoring.save(session, one)
    async with database.read() as session:
        found = await mentoring.of_programme(session, "taofu", AT)
    assert sorted((row.original_at - AT).days for row in found) == [-50, 20, 30]
