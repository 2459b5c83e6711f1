"""Where knowledge comes from and its fits go: a real store on either engine, and memory."""

from structlog.testing import capture_logs

from bot.answering import groundwork as laid
from bot.answering.confidence import Acceptance
from bot.answering.fits import Fits, dump
from bot.answering.matching import Matcher
from bot.answering.sources import InMemory, Store
from bot.knowledge.store import publish
from storage import fits, groundwork
from storage.database import Database
from tests.bot.answering.weights import SURE, WEIGHTS, told
from tests.bot.small_park import RECORDS, small_park
from tests.fakes import FakeClock


async def test_store_keeps_knowledge_and_its_fits(database: Database, clock: FakeClock) -> None:
    source = Store(database, clock)
    assert (await source.revision(), len(await source.load()), await source.kept("a")) == (0, 0, None)
    await publish(database, list(RECORDS), replace=True, clock=clock)
    assert await source.revision() == 1
    assert (await source.load()).records == small_park().records
    with capture_logs() as lines:
        await source.keep(Fits("a", WEIGHTS, None, SURE))
    assert [(line["event"], line["fingerprint"]) for line in lines] == [("fits.kept", "a")]
    assert lines[0]["size"] == len(dump(Fits("a", WEIGHTS, None, SURE)))
    kept = await source.kept("a")
    assert kept
    assert (kept.fingerprint, kept.acceptance, told(kept.records), kept.facts) == ("a", SURE, told(WEIGHTS), None)
    assert source.lasts


async def test_fits_that_cannot_be_read_are_none_and_logged(database: Database, clock: FakeClock) -> None:
    source = Store(database, clock)
    whole = dump(Fits("a", WEIGHTS))
    old = dump(Fits("a", acceptance=Acceptance((1.0,))))
    for data in (b"", b"garbage", whole[:-9], old):
        async with database.transaction() as session:
            await fits.save(session, "a", data, clock.now())
        with capture_logs() as lines:
            assert await source.kept("a") is None
        assert [(line["event"], line["log_level"], line["fingerprint"]) for line in lines] == [
            ("fits.unreadable", "warning", "a")
        ]


async def test_store_keeps_groundwork(database: Database, clock: FakeClock) -> None:
    source, made = Store(database, clock), Matcher(small_park()).groundwork
    assert await source.groundwork(made.fingerprint) is None
    await source.keep_groundwork(made)
    kept = await source.groundwork(made.fingerprint)
    assert kept
    assert laid.dump(kept) == laid.dump(made)


async def test_groundwork_that_cannot_be_read_or_is_of_something_else_is_none(
    database: Database, clock: FakeClock
) -> None:
    source, whole = Store(database, clock), laid.dump(Matcher(small_park()).groundwork)
    for data, logged in ((b"garbage", 1), (whole[:-9], 1), (whole, 0)):
        async with database.transaction() as session:
            await groundwork.save(session, "a", data, clock.now())
        with capture_logs() as lines:
            assert await source.groundwork("a") is None
        assert [line["event"] for line in lines] == ["groundwork.unreadable"] * logged


async def test_memory_has_its_records_as_they_are_and_keeps_no_fits() -> None:
    snapshot = small_park(revision=7)
    source = InMemory(snapshot)
    await source.keep(Fits("a", WEIGHTS))
    assert await source.kept("a") is None
    await source.keep_groundwork(made := Matcher(snapshot).groundwork)
    assert await source.groundwork(made.fingerprint) is None
    assert (await source.revision(), await source.load() is snapshot, source.lasts) == (7, True, False)
