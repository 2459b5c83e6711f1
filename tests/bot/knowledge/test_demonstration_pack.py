"""The demonstration park is complete, in both languages, and of one piece."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from bot.answering.text import HAN, fold
from bot.knowledge.kinds import Alliance, Event, Facility, Faq, Park, Programme, Record, Subsidy
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.values import Named, Text
from tests.bot.knowledge.demonstration import records, the

RECORDS = [pytest.param(record, id=f"{record.kind}/{record.id}") for record in records()]


@pytest.fixture(scope="module")
def park() -> Snapshot:
    return Snapshot.of(records())


def _texts(value: Any) -> Iterator[Text]:
    """Every text within a record."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _named(park: Snapshot) -> Iterator[Record | Named]:
    """The records, and what stands within them under a name of its own."""
    yield from park
    for alliance in park.of_kind(Alliance):
        yield from alliance.members
    for record in park.of_kind(Park):
        yield from (building for building in record.buildings if not park.get(Facility, building.id))
        yield from record.sectors


@pytest.mark.parametrize("record", RECORDS)
def test_record_speaks_both_languages(record: Record) -> None:
    assert [text for text in _texts(record) if not text.zh or not text.en] == []
    assert isinstance(record, Faq) or record.summary is not None


@pytest.mark.parametrize("record", RECORDS)
def test_record_can_be_found(record: Record) -> None:
    chinese = [question for question in record.questions if HAN.search(question)]

    assert len(record.aliases) >= 5
    assert len(record.questions) >= 12
    assert 0.4 <= len(chinese) / len(record.questions) <= 0.8


@pytest.mark.parametrize("record", RECORDS)
def test_record_tells_where_it_comes_from(record: Record) -> None:
    assert record.source in {"2017 article", "demonstration"}
    assert record.sample or record.source == "2017 article"


def test_name_or_alias_belongs_to_one_thing(park: Snapshot) -> None:
    owners = defaultdict(set)
    for thing in _named(park):
        for name in (thing.name.zh, thing.name.en, *thing.aliases):
            owners[fold(name)].add(thing.id)

    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_sample_question_belongs_to_one_record(park: Snapshot) -> None:
    questions = [fold(question) for record in park for question in record.questions]

    assert len(questions) == len(set(questions))


def test_references_to_facilities_exist(park: Snapshot) -> None:
    facilities, about_park = park.of_kind(Facility), the(park, Park, "park")
    referred = {
        *(event.place for event in park.of_kind(Event)),
        *(programme.place for programme in park.of_kind(Programme)),
        *(facility.part_of for facility in facilities),
        *(facility.booking.through for facility in facilities if facility.booking),
        *about_park.closed_on_holidays,
        about_park.service_hall,
        about_park.landmark,
    }

    assert referred - {None} - {facility.id for facility in facilities} == set()


def test_references_to_buildings_and_members_exist(park: Snapshot) -> None:
    buildings = {building.id for building in the(park, Park, "park").buildings}
    members = {member.id for member in the(park, Alliance, "yunqi-alliance").members}

    assert {facility.building for facility in park.of_kind(Facility)} - {None} - buildings == set()
    assert {event.host for event in park.of_kind(Event)} - {None} - members == set()
    assert {mentor for programme in park.of_kind(Programme) for mentor in programme.mentors} == members


def test_references_to_records_exist(park: Snapshot) -> None:
    events = {event.id for event in park.of_kind(Event)}
    opening = {subsidy.deadline_before.event for subsidy in park.of_kind(Subsidy) if subsidy.deadline_before}

    assert {about for faq in park.of_kind(Faq) for about in faq.about} - {record.id for record in park} == set()
    assert opening - events == set()
