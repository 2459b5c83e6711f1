"""Answers from what a store knows, with what was fitted on it beside the answering."""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.answering import service as services
from bot.answering.confidence import DEFAULT, Acceptance
from bot.answering.fits import Fits
from bot.answering.groundwork import Groundwork
from bot.answering.matching import Matcher
from bot.answering.service import AnswerService
from bot.answering.sources import InMemory, Source, Store
from bot.answering.types import Answer, Outcome, Question
from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.store import publish
from bot.knowledge.values import Text
from storage.database import Database, opened
from storage.errors import StoreError
from tests.bot.answering.asking import ids
from tests.bot.answering.times import ZONE
from tests.bot.answering.weights import fitted
from tests.bot.records import facility
from tests.bot.small_park import CANTEEN, GYM, RECORDS, small_park
from tests.fakes import FakeClock
from tests.waiting import until

POOL = facility(id="pool", name={"zh": "游泳池", "en": "Pool"}, questions=["哪里可以游泳", "泳池几点开"])
CALIBRATED = Acceptance(tuple(weight / 2 for weight in DEFAULT.weights))


class Worker:
    """A worker of this process, which notes what it is asked for and waits until it may go on."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, int]] = []
        self.cancelled = 0
        self.may = asyncio.Event()

    async def __call__(self, _module: str, function: str, snapshot: Snapshot, *fits: Fits) -> Fits:
        self.calls.append((function, len(snapshot)))
        try:
            await self.may.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        return Fits(fits[0].fingerprint, fits[0].records, None, CALIBRATED) if fits else fitted(snapshot)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Worker:
    worker = Worker()
    monkeypatch.setattr(services, "in_worker", worker)
    return worker


@pytest.fixture
async def park(sqlite_url: str, clock: FakeClock) -> AsyncIterator[Database]:
    """A store that holds the small park."""
    async with opened(sqlite_url) as database:
        await publish(database, list(RECORDS), replace=True, clock=clock)
        yield database


@pytest.fixture
async def service(park: Database, clock: FakeClock) -> AsyncIterator[AnswerService]:
    service = AnswerService(Store(park, clock), ZONE)
    yield service
    await service.close()


async def ask(service: AnswerService, text: str, clock: FakeClock, **given: Any) -> Answer:
    return await service.answer(Question(text, clock.now(), **given))


def fits_of(service: AnswerService) -> Fits | None:
    assert service._engine is not None
    return service._engine.fits


def own(*more: Record) -> str:
    """The fingerprint of the small park with further records."""
    return Matcher(small_park(*more)).fingerprint


async def test_questions_are_answered_before_anything_is_fitted(
    service: AnswerService, worker: Worker, clock: FakeClock
) -> None:
    answer = await ask(service, "健身房在哪栋楼", clock)
    assert (answer.outcome, ids(answer), answer.explanation.revision) == (Outcome.ANSWER, ["gym"], 1)
    assert fits_of(service) is None


async def test_fits_are_used_as_they_come_first_what_then_how_sure(
    service: AnswerService, worker: Worker, clock: FakeClock
) -> None:
    before = await ask(service, "健身房在哪栋楼", clock)
    worker.may.set()
    await service.warm(clock.now(), fitted=True)
    assert worker.calls == [("classified", 5), ("calibrated", 5)]
    fits = fits_of(service)
    assert fits
    assert (fits.fingerprint, fits.acceptance) == (own(), CALIBRATED)
    after = await ask(service, "健身房在哪栋楼", clock)
    assert ids(after) == ids(before)
    assert after.confidence != before.confidence


async def test_fits_are_kept_for_the_next_service(
    service: AnswerService, worker: Worker, park: Database, clock: FakeClock
) -> None:
    worker.may.set()
    await service.warm(clock.now(), fitted=True)
    worker.calls.clear()
    following = AnswerService(Store(park, clock), ZONE)
    await following.warm(clock.now(), fitted=True)
    fits = fits_of(following)
    assert fits
    assert (fits.fingerprint, fits.acceptance, worker.calls) == (own(), CALIBRATED, [])


async def test_next_service_makes_nothing_again_and_answers_the_same(
    service: AnswerService, worker: Worker, park: Database, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.may.set()
    await service.warm(clock.now(), fitted=True)
    before = await ask(service, "shitang jidian kaimen", clock)
    monkeypatch.setattr(Groundwork, "of", None)
    following = AnswerService(Store(park, clock), ZONE)
    assert await ask(following, "shitang jidian kaimen", clock) == before


async def test_changed_fact_is_answered_from_groundwork_made_anew(
    service: AnswerService, worker: Worker, park: Database, clock: FakeClock
) -> None:
    worker.may.set()
    await service.warm(clock.now(), fitted=True)
    await publish(park, [GYM.model_copy(update={"where": Text(zh="新馆", en="New hall")})], replace=False, clock=clock)
    for one in (service, AnswerService(Store(park, clock), ZONE)):
        assert "新馆" in (await ask(one, "健身房在哪栋楼", clock)).text
        await one.warm(clock.now(), fitted=True)
        fits = fits_of(one)
        assert fits
        assert fits.fingerprint == own()


async def test_groundwork_that_cannot_be_kept_stops_nothing(
    service: AnswerService, worker: Worker, park: Database, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise StoreError("full")

    monkeypatch.setattr(Store, "keep_groundwork", fail)
    with capture_logs() as lines:
        assert ids(await ask(service, "健身房在哪栋楼", clock)) == ["gym"]
        await service.close()
    assert "groundwork.not_kept" in [line["event"] for line in lines]


async def test_new_record_is_found_at_once_with_the_fits_of_before(
    service: AnswerService, worker: Worker, park: Database, clock: FakeClock
) -> None:
    worker.may.set()
    await service.warm(clock.now(), fitted=True)
    worker.may.clear()
    await publish(park, [POOL], replace=False, clock=clock)
    answer = await ask(service, "哪里可以游泳", clock)
    assert (ids(answer), answer.explanation.revision) == (["pool"], 2)
    fits = fits_of(service)
    assert fits
    assert fits.fingerprint == own()
    assert ids(await ask(service, "食堂周末有饭吗", clock)) == ["canteen"]

    worker.may.set()
    await service.warm(clock.now(), fitted=True)
    fits = fits_of(service)
    assert fits
    assert fits.fingerprint == own(POOL)


async def test_fitting_ends_when_the_knowledge_changes_again(
    service: AnswerService, worker: Worker, park: Database, clock: FakeClock
) -> None:
    await ask(service, "你好", clock)
    await until(lambda: worker.calls, is_=[("classified", 5)])
    await publish(park, [POOL], replace=False, clock=clock)
    await ask(service, "你好", clock)
    await until(lambda: worker.calls, is_=[("classified", 5), ("classified", 6)])
    assert worker.cancelled == 1


async def test_fitting_ends_when_fits_of_before_are_found_again(
    service: AnswerService, worker: Worker, park: Database, clock: FakeClock
) -> None:
    await Store(park, clock).keep(fitted(small_park(POOL)))
    await ask(service, "你好", clock)
    await until(lambda: worker.calls, is_=[("classified", 5)])
    await publish(park, [POOL], replace=False, clock=clock)
    await service.warm(clock.now(), fitted=True)
    fits = fits_of(service)
    assert fits
    assert (fits.fingerprint, worker.calls, worker.cancelled) == (own(POOL), [("classified", 5)], 1)


async def test_change_that_no_phrasing_shows_keeps_the_fits(
    service: AnswerService, worker: Worker, park: Database, clock: FakeClock
) -> None:
    worker.may.set()
    await service.warm(clock.now(), fitted=True)
    worker.calls.clear()
    sunday = CANTEEN.model_copy(update={"hours": facility(hours="Sun 08:00-09:00").hours})
    await publish(park, [sunday], replace=False, clock=clock)
    assert "08:00–09:00" in (await ask(service, "食堂几点开饭", clock)).text
    fits = fits_of(service)
    assert fits
    assert (fits.fingerprint, fits.acceptance, worker.calls) == (own(), CALIBRATED, [])


async def test_change_that_is_taken_back_finds_its_fits_again(
    service: AnswerService, worker: Worker, park: Database, clock: FakeClock
) -> None:
    worker.may.set()
    await service.warm(clock.now(), fitted=True)
    await publish(park, [POOL], replace=False, clock=clock)
    clock.advance(minutes=1)
    await service.warm(clock.now(), fitted=True)
    worker.calls.clear()
    await publish(park, list(RECORDS), replace=True, clock=clock)
    await service.warm(clock.now(), fitted=True)
    fits = fits_of(service)
    assert fits
    assert (fits.fingerprint, worker.calls) == (own(), [])


async def test_records_that_come_into_force_are_fitted_on_their_day(
    worker: Worker, park: Database, clock: FakeClock
) -> None:
    day: date = clock.now().date() + timedelta(days=2)
    await publish(park, [POOL.model_copy(update={"valid_from": day})], replace=False, clock=clock)
    worker.may.set()
    service = AnswerService(Store(park, clock), ZONE)
    for passed in (0, 1, 1):
        clock.advance(days=passed)
        await service.warm(clock.now(), fitted=True)
    assert [number for function, number in worker.calls if function == "classified"] == [5, 6]
    assert ids(await ask(service, "哪里可以游泳", clock)) == ["pool"]


async def test_what_is_in_memory_is_fitted_once_and_not_for_long(worker: Worker, clock: FakeClock) -> None:
    worker.may.set()
    service = AnswerService(InMemory(small_park()), ZONE)
    await service.warm(clock.now(), fitted=True)
    assert worker.calls == [("classified", 5)]
    fits = fits_of(service)
    assert fits
    assert (fits.fingerprint, fits.acceptance) == (own(), DEFAULT)


@pytest.mark.parametrize("records", [(), (GYM,), (GYM, CANTEEN)])
async def test_too_few_records_are_not_fitted(records: tuple[Record, ...], worker: Worker, clock: FakeClock) -> None:
    service = AnswerService(InMemory(Snapshot.of(records)), ZONE)
    await service.warm(clock.now(), fitted=True)
    answer = await ask(service, "健身房在哪栋楼", clock)
    assert (ids(answer), worker.calls) == (["gym"] if records else [], [])
    await service.close()


class Broken(Store):
    """A store whose fits cannot be written."""

    async def keep(self, fits: Fits) -> None:
        raise OSError(fits.fingerprint)


async def test_fits_that_cannot_be_kept_serve_all_the_same(worker: Worker, park: Database, clock: FakeClock) -> None:
    worker.may.set()
    source: Source = Broken(park, clock)
    service = AnswerService(source, ZONE)
    with capture_logs() as lines:
        await service.warm(clock.now(), fitted=True)
    assert [line["log_level"] for line in lines if line["event"] == "fits.failed"] == ["error"]
    fits = fits_of(service)
    assert fits
    assert fits.acceptance == CALIBRATED


async def test_fitting_that_fails_is_logged_and_answering_goes_on(
    service: AnswerService, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "FIT", "tests.bot.answering.toil")  # which knows no such function
    with capture_logs() as lines:
        await service.warm(clock.now(), fitted=True)
    (line,) = [line for line in lines if line["event"] == "fits.failed"]
    assert (line["log_level"], line["fingerprint"], line["exc_info"]) == ("error", own(), True)
    assert ids(await ask(service, "健身房在哪栋楼", clock)) == ["gym"]


async def test_closing_ends_the_worker_and_may_be_done_again(service: AnswerService, clock: FakeClock) -> None:
    before = set(multiprocessing.active_children())
    await service.warm(clock.now())
    await until(lambda: len(set(multiprocessing.active_children()) - before), is_=1)
    for _ in range(2):
        await service.close()
        assert set(multiprocessing.active_children()) <= before


async def test_closing_what_was_never_asked_does_nothing(service: AnswerService) -> None:
    await service.close()
    assert service._engine is None


async def test_real_worker_fits_and_what_it_fitted_is_kept(
    service: AnswerService, park: Database, clock: FakeClock
) -> None:
    await service.warm(clock.now(), fitted=True)
    fits = fits_of(service)
    assert fits
    assert fits.records
    assert fits.facts
    assert {key for key in fits.records.keys if key[0]} == small_park().records.keys()
    kept = await Store(park, clock).kept(own())
    assert kept
    assert (kept.fingerprint, kept.acceptance, kept.records is not None) == (own(), fits.acceptance, True)
    answer = await ask(service, "健身房在哪栋楼", clock)
    assert (answer.outcome, ids(answer), answer.explanation.aspects) == (Outcome.ANSWER, ["gym"], ("place",))


async def test_what_a_question_typed_wrong_needs_is_made_before_it(
    service: AnswerService, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Matcher] = []
    prepare = Matcher.prepare

    def prepared(matcher: Matcher) -> None:
        prepare(matcher)
        made.append(matcher)

    monkeypatch.setattr(services, "PREPARE_AFTER", 0)
    monkeypatch.setattr(Matcher, "prepare", prepared)
    await service.warm(clock.now())
    await until(lambda: len(made), is_=1)


async def test_fault_of_preparing_is_logged_and_answering_goes_on(
    service: AnswerService, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_matcher: Matcher) -> None:
        raise RuntimeError("no room")

    monkeypatch.setattr(services, "PREPARE_AFTER", 0)
    monkeypatch.setattr(Matcher, "prepare", fail)
    with capture_logs() as lines:
        await service.warm(clock.now())
        await until(lambda: "answering.not_prepared" in [line["event"] for line in lines])
        assert ids(await ask(service, "健身房在哪栋楼", clock)) == ["gym"]
