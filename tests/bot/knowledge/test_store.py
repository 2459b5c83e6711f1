from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.knowledge import exporting, pack, store
from bot.knowledge.faults import ImportRejected
from bot.knowledge.kinds import Facility, Record
from storage import records as stored
from storage.database import Database
from storage.records import Row
from tests.fakes import FakeClock


def facility(record_id: str, **given: str) -> Record:
    return Facility.model_validate({"id": record_id, "name": record_id.upper(), **given})


async def revisions(database: Database) -> dict[str, int]:
    async with database.read() as session:
        return {row.id: row.revision for row in (await stored.load(session))[1]}


async def test_publish_then_load_gives_the_records_in_order(database: Database, clock: FakeClock) -> None:
    records = [facility("b"), facility("a", hours="Fri 18:00-02:00")]

    report = await store.publish(database, records, replace=False, clock=clock)

    snapshot = await store.load(database)
    assert list(snapshot) == records
    assert report.added == [("facility", "b"), ("facility", "a")]
    assert await store.revision(database) == snapshot.revision == report.revision == 1


async def test_publish_again_changes_nothing(database: Database, clock: FakeClock) -> None:
    await store.publish(database, pack.demonstration(), replace=False, clock=clock)

    report = await store.publish(database, pack.demonstration(), replace=True, clock=clock)

    assert len(report.unchanged) == len(pack.demonstration())
    assert (report.added, report.changed, report.retired, report.revision) == ([], [], [], 1)


async def test_publish_raises_only_the_revision_of_what_changed(database: Database, clock: FakeClock) -> None:
    await store.publish(database, [facility("a"), facility("b")], replace=False, clock=clock)

    report = await store.publish(
        database, [facility("a"), facility("b", hours="24h"), facility("c")], replace=False, clock=clock
    )

    assert (report.unchanged, report.changed, report.added) == (
        [("facility", "a")],
        [("facility", "b")],
        [("facility", "c")],
    )
    assert await revisions(database) == {"a": 1, "b": 2, "c": 1}
    assert report.revision == 2


async def test_publish_with_replace_retires_all_sample_data(database: Database, clock: FakeClock) -> None:
    await store.publish(database, pack.demonstration(), replace=False, clock=clock)

    report = await store.publish(database, [facility("hall")], replace=True, clock=clock)

    assert len(report.retired) == len(pack.demonstration())
    assert [record.id for record in await store.load(database)] == ["hall"]


async def test_publish_what_speaks_of_nothing_changes_nothing(database: Database, clock: FakeClock) -> None:
    await store.publish(database, [facility("a")], replace=False, clock=clock)

    with pytest.raises(ImportRejected, match="facility 'b' in the store, part_of: there is no facility 'a'"):
        await store.publish(database, [facility("b", part_of="a")], replace=True, clock=clock)

    assert [record.id for record in await store.load(database)] == ["a"]
    assert await store.revision(database) == 1


async def test_load_leaves_out_what_cannot_be_read(database: Database, clock: FakeClock) -> None:
    rows = [Row("facility", "a", {"id": "a", "name": {"en": "A"}}), Row("facility", "b", {}), Row("shop", "c", {})]
    async with database.transaction() as session:
        await stored.publish(session, rows, retire_missing=False, now=clock.now())

    with capture_logs() as logs:
        snapshot = await store.load(database)

    assert [record.id for record in snapshot] == ["a"]
    assert [(line["event"], line["id"]) for line in logs] == [
        ("knowledge.record_unreadable", "b"),
        ("knowledge.record_unreadable", "c"),
    ]


@pytest.mark.parametrize("form", ["park.xlsx", "park.csv", "park.yaml", "park"])
async def test_export_then_import_gives_the_same_store(
    database: Database, clock: FakeClock, tmp_path: Path, form: str
) -> None:
    await store.publish(database, pack.demonstration(), replace=False, clock=clock)
    before = await store.load(database)

    exporting.export(tmp_path / form, list(before))
    report = await store.publish(database, pack.read([tmp_path / form]), replace=True, clock=clock)

    assert (report.added, report.changed, report.retired) == ([], [], [])
    assert list(await store.load(database)) == list(before)
    assert report.revision == before.revision
