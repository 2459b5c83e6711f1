"""Knowledge: what publishing changes and what it leaves alone."""

import asyncio
from datetime import timedelta

from storage import records
from storage.database import Database
from storage.records import Published, Row
from tests.factories import AT

GYM = Row("facility", "gym", {"name": {"zh": "硬功馆"}, "open": "24h"})
LAB = Row("facility", "lab", {"name": {"zh": "实验室"}})
RENT = Row("subsidy", "rent", {"amount": "2.5"})
LATER = AT + timedelta(hours=1)


async def _publish(database: Database, *rows: Row, retire: bool = False) -> Published:
    async with database.transaction() as session:
        return await records.publish(session, rows, retire_missing=retire, now=LATER)


async def _ids(database: Database) -> list[str]:
    async with database.read() as session:
        return [row.id for row in (await records.load(session))[1]]


async def test_empty_store_is_at_revision_zero(database: Database) -> None:
    async with database.read() as session:
        assert await records.load(session) == (0, [])
        assert await records.count(session) == 0


async def test_published_records_come_back_in_their_order(database: Database) -> None:
    done = await _publish(database, RENT, GYM, LAB)
    assert done == Published(1, added=[("subsidy", "rent"), ("facility", "gym"), ("facility", "lab")])
    async with database.read() as session:
        revision, rows = await records.load(session)
        assert await records.count(session) == 3
    assert revision == 1
    assert [(row.kind, row.id, row.data, row.revision, row.updated_at) for row in rows] == [
        (*row, 1, LATER) for row in (RENT, GYM, LAB)
    ]


async def test_publish_of_the_same_changes_nothing(database: Database) -> None:
    await _publish(database, GYM, LAB)
    assert await _publish(database, GYM, LAB) == Published(1, unchanged=[("facility", "gym"), ("facility", "lab")])


async def test_publish_raises_the_revision_of_changed_records_alone(database: Database) -> None:
    await _publish(database, GYM, LAB)
    done = await _publish(database, GYM._replace(data={"open": "06:00-22:00"}), LAB)
    assert done == Published(2, changed=[("facility", "gym")], unchanged=[("facility", "lab")])
    async with database.read() as session:
        assert [row.revision for row in (await records.load(session))[1]] == [2, 1]


async def test_publish_keeps_what_the_rows_lack(database: Database) -> None:
    await _publish(database, GYM, LAB)
    await _publish(database, RENT)
    assert await _ids(database) == ["gym", "lab", "rent"]


async def test_publish_retires_what_the_rows_lack_when_asked(database: Database) -> None:
    await _publish(database, GYM, LAB)
    assert await _publish(database, LAB, retire=True) == Published(
        2, unchanged=[("facility", "lab")], retired=[("facility", "gym")]
    )
    assert await _ids(database) == ["lab"]
    assert (await _publish(database, LAB, retire=True)).retired == []


async def test_retired_record_published_again_is_back(database: Database) -> None:
    await _publish(database, GYM, LAB)
    await _publish(database, LAB, retire=True)
    assert (await _publish(database, GYM)).added == [("facility", "gym")]
    async with database.read() as session:
        assert [(row.id, row.revision) for row in (await records.load(session))[1]] == [("gym", 3), ("lab", 1)]


async def test_whole_pack_in_another_order_moves_the_records(database: Database) -> None:
    await _publish(database, GYM, LAB, RENT)
    done = await _publish(database, RENT, LAB, GYM, retire=True)
    assert (done.revision, done.changed) == (2, [])
    assert await _ids(database) == ["rent", "lab", "gym"]


async def test_publishing_by_several_at_once_counts_each(database: Database) -> None:
    rows = [Row("faq", f"q{number}", {}) for number in range(8)]
    done = await asyncio.gather(*(_publish(database, row) for row in rows))
    assert sorted(each.revision for each in done) == list(range(1, 9))
    async with database.read() as session:
        stored = (await records.load(session))[1]
    assert [row.position for row in stored] == list(range(8))
