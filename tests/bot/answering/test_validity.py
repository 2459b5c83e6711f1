"""Records that are in force for a time, and knowledge that changes."""

from datetime import UTC, date

import pytest

from bot.answering.engine import Engine
from bot.answering.service import AnswerService
from bot.answering.sources import InMemory
from bot.answering.types import Outcome, Question
from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from tests.bot.answering.asking import Ask, ids
from tests.bot.answering.times import ZONE, at
from tests.bot.records import facility, park

POOL = facility(
    id="pool",
    name={"zh": "游泳池", "en": "Swimming pool"},
    where={"zh": "3号楼", "en": "Building 3"},
    valid_from="2026-06-01",
    valid_until="2026-09-01",
)
RINK = facility(id="rink", name={"zh": "溜冰场", "en": "Ice rink"}, where={"zh": "4号楼", "en": "Building 4"})
SEASONS: list[Record] = [park(), POOL, RINK]


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2026, 5, 31), False),
        (date(2026, 6, 1), True),
        (date(2026, 8, 31), True),
        (date(2026, 9, 1), False),
    ],
)
def test_record_is_known_from_its_first_day_until_before_its_end(day: date, known: bool) -> None:
    engine = Engine(Snapshot.of(SEASONS), ZONE, day)
    answer = Ask(engine, at(f"{day} 10:00"))("游泳池在哪")
    assert (answer.outcome is Outcome.ANSWER, "pool" in ids(answer)) == (known, known)
    assert ids(Ask(engine, at(f"{day} 10:00"))("溜冰场在哪")) == ["rink"]


@pytest.mark.parametrize(
    ("built", "asked", "valid"),
    [
        (date(2026, 7, 1), date(2026, 8, 31), True),
        (date(2026, 7, 1), date(2026, 9, 1), False),
        (date(2026, 1, 1), date(2026, 5, 31), True),
        (date(2026, 1, 1), date(2026, 6, 1), False),
        (date(2026, 1, 1), date(2026, 12, 1), True),
    ],
)
def test_engine_knows_on_which_days_it_is_valid(built: date, asked: date, valid: bool) -> None:
    assert Engine(Snapshot.of(SEASONS), ZONE, built).is_valid_on(asked) is valid


async def test_service_knows_other_records_when_their_day_comes() -> None:
    service = AnswerService(InMemory(Snapshot.of(SEASONS)), ZONE)

    async def found(now: str) -> list[str]:
        return ids(await service.answer(Question("游泳池在哪", at(now))))

    assert "pool" not in await found("2026-05-31 23:59")
    assert await found("2026-06-01 00:00") == ["pool"]
    assert await found("2026-08-31 23:59") == ["pool"]
    assert "pool" not in await found("2026-09-01 00:00")


async def test_service_counts_days_in_the_zone_of_the_park() -> None:
    service = AnswerService(InMemory(Snapshot.of(SEASONS)), ZONE)
    night = at("2026-06-01 00:30").astimezone(UTC)
    assert ids(await service.answer(Question("游泳池在哪", night))) == ["pool"]


class Changing(InMemory):
    """Knowledge that changes, and how often it was read."""

    def __init__(self, *records: Record) -> None:
        self.snapshot = Snapshot.of(records, revision=1)
        self.loads = 0

    async def revision(self) -> int:
        return self.snapshot.revision

    async def load(self) -> Snapshot:
        self.loads += 1
        return self.snapshot


async def test_service_reads_knowledge_again_only_when_it_has_changed() -> None:
    store = Changing(park(), RINK)
    service = AnswerService(store, ZONE)
    now = at("2026-11-25 10:00")
    for _ in range(3):
        assert ids(await service.answer(Question("溜冰场在哪", now))) == ["rink"]
    assert store.loads == 1
    store.snapshot = Snapshot.of([park(), RINK.model_copy(update={"id": "rink-2"})], revision=2)
    assert ids(await service.answer(Question("溜冰场在哪", now))) == ["rink-2"]
    assert await service.card("facility", "rink", Language.ZH, now, None) is None
    assert store.loads == 2
