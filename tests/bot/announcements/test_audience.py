"""Who gets an announcement, on both engines."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from bot.announcements.audience import Audience, Names
from bot.announcements.reporting import Reach
from bot.announcements.service import Announcements
from storage import chats
from storage.database import Database
from storage.models import Preferences, TopicOff
from tests.bot.announcements.conftest import LIN, PEOPLE, WANG, Released, forget, outgoing

pytestmark = pytest.mark.usefixtures("desk")


async def reached(database: Database, released: Released, **given: Any) -> set[int | None]:
    await released(**given)
    return {one.chat_id for one in await outgoing(database)}


async def put(database: Database, row: Preferences | TopicOff) -> None:
    async with database.transaction() as session:
        session.add(row)


@pytest.mark.parametrize(
    ("audience", "people"),
    [
        ({"all": True}, PEOPLE),
        ({"companies": ["acme"]}, {LIN}),
        ({"companies": ["acme", "lumen"]}, {LIN, WANG}),
        ({"sectors": ["iot"]}, {WANG}),
        ({"sectors": ["iot", "ai"], "buildings": ["building-3"]}, {LIN}),
        ({"sectors": ["iot"], "buildings": ["building-3"]}, set()),
        ({"moved_in_from": date(2026, 1, 1)}, {LIN}),
        ({"moved_in_before": date(2026, 3, 1)}, {WANG}),
        ({"moved_in_from": date(2026, 3, 1), "moved_in_before": date(2026, 3, 2)}, {LIN}),
        ({"topics": ["policy"]}, PEOPLE),
        ({"topics": ["policy"], "companies": ["lumen"]}, {WANG}),
        ({"events": ["demo-day"]}, set()),
    ],
)
async def test_any_within_a_list_and_all_across_lists(
    database: Database, released: Released, audience: dict[str, Any], people: set[int]
) -> None:
    assert await reached(database, released, audience=Audience(**audience)) == people


async def test_topic_reaches_those_who_want_one_of_them(database: Database, released: Released) -> None:
    await put(database, TopicOff(chat_id=LIN, topic="policy"))
    await put(database, TopicOff(chat_id=WANG, topic="policy"))
    await put(database, TopicOff(chat_id=WANG, topic="events"))
    policy = await reached(database, released, audience=Audience(topics=("policy",)))
    assert policy == PEOPLE - {LIN, WANG}
    await released(audience=Audience(topics=("policy", "events")))
    both = {one.chat_id for one in (await outgoing(database))[len(policy) :]}
    assert both == PEOPLE - {WANG}


async def test_muted_get_urgent_ones_alone(database: Database, released: Released) -> None:
    await put(database, Preferences(chat_id=LIN, muted=True))
    assert await reached(database, released) == PEOPLE - {LIN}
    await released(urgent=True)
    urgent = [one for one in await outgoing(database) if one.urgency == 0]
    assert {one.chat_id for one in urgent} == PEOPLE
    assert not any(one.quiet for one in urgent)


async def test_blocked_and_forgotten_chats_are_left_out(database: Database, released: Released) -> None:
    async with database.transaction() as session:
        await chats.set_reachable(session, LIN, reachable=False)
    await forget(database, WANG)
    assert await reached(database, released) == PEOPLE - {LIN, WANG}


async def test_forgetting_leaves_no_trace_of_the_chat(database: Database, released: Released) -> None:
    await released()
    await forget(database, LIN)
    assert {one.chat_id for one in await outgoing(database)} == (PEOPLE - {LIN}) | {None}
    assert not [one for one in await outgoing(database) if str(LIN) in one.key.split(":")]


async def test_reach_is_the_number_and_some_names(desk: Announcements) -> None:
    assert await desk.reach(Audience(all=True), urgent=False) == Reach(5, (("林工", "acme"), (None, "lumen")))
    assert await desk.reach(Audience(companies=("acme",)), urgent=False) == Reach(1, (("林工", "acme"),))
    assert await desk.reach(Audience(), urgent=False) == Reach(0)


def test_everybody_takes_no_other_criterion() -> None:
    with pytest.raises(ValidationError):
        Audience.model_validate({"all": True, "topics": ["policy"]})
    with pytest.raises(ValidationError):
        Audience.model_validate({"everybody": True})


def test_what_does_not_exist_is_named() -> None:
    names = Names(topics=frozenset({"policy"}), companies=frozenset({"acme"}))
    audience = Audience(topics=("policy", "polity"), companies=("acme",), buildings=("9",))
    assert audience.unknown(names) == [("topics", "polity"), ("buildings", "9")]
