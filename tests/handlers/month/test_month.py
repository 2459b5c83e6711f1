"""A month of the park's mentoring days: every message arrives once, at its time, in the reader's language.

From the opening of registration to what is asked three weeks after the day, with a day that is moved and one that is
cancelled. What arrives is compared with what expected.py reckons.
"""

from datetime import date, timedelta

import pytest

from bot.app import Assistant
from bot.mentoring.delaying import state_of
from bot.people import preferences
from bot.sandbox.client import SandboxClient
from bot.settings import Settings
from tests.fakes import FakeClock
from tests.handlers.month.expected import Expected, local, on
from tests.handlers.month.month import Month, ids
from tests.handlers.month.people import DESK, EXPERTS, FOUNDERS, MENTORS, OWNER, belong, founder, settle

EVERYBODY = [*(one.id for one in FOUNDERS), OWNER, DESK, *MENTORS.values()]
MUTED = founder(36).id
"""Wants no announcements; what concerns its own application comes all the same."""
READERS = [person for person in EVERYBODY if person != MUTED]
UNFINISHED, GONE, DECLINED = (37, 38), 39, 40
ADMITTED = range(1, 37)
LEAVING, LEAVING_LATER = founder(2), founder(3)
NO_SHOW = founder(35)
BY_RULE, DAY, NEXT = date(2026, 12, 25), date(2026, 12, 29), date(2027, 1, 29)
LATE = timedelta(minutes=10)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """As Telegram lets a paying bot send: what counts here is the moment, not the pace."""
    return settings.model_copy(update={"send_rate": 1000})


@pytest.fixture
async def month(park: Assistant, telegram: SandboxClient, clock: FakeClock) -> Month:
    clock.set(local("2026-12-10 10:00"))
    await settle(park, telegram)
    for person in EVERYBODY:
        await telegram.ask(person, "/start")
    await belong(park)
    await preferences.mute(park.services.database, MUTED, clock.now(), muted=True)
    return Month(park, telegram, clock, Expected())


async def test_every_message_arrives_once_at_its_time(month: Month) -> None:
    await registration(month)
    await timetable(month)
    await the_day(month)
    await afterwards(month)
    arrived, expected = month.chronicle.notices, month.expected.notices
    assert (
        "\n".join(
            [
                *(f"not expected: {one}" for one in sorted(arrived - expected)),
                *(f"missing: {one}" for one in sorted(expected - arrived)),
            ]
        )
        == ""
    )


async def registration(month: Month) -> None:
    """Two weeks in which people apply; the desk decides, and moves the day from Friday to Tuesday."""
    expected, clock = month.expected, month.clock
    expected.tell(READERS, on(BY_RULE, "09:00", -14), "mentoring-opens")
    await month.until("2026-12-11 10:00")
    for one in FOUNDERS:
        await month.apply(one, finish=one.number not in UNFINISHED)
        clock.advance(seconds=1)  # who applies first is to come first
    await month.withdraw(founder(GONE))
    await month.until("2026-12-14 11:00")
    for number in ADMITTED:
        await month.decide(founder(number))
    await month.decide(founder(DECLINED), reason=0)
    expected.tell(ids(ADMITTED), clock.now(), "mentoring-admitted")
    expected.tell(ids([DECLINED]), clock.now(), "mentoring-declined")
    await month.until("2026-12-16 15:00")
    await month.desk.changing.move(month.day_id, on(DAY, "13:30"), on(DAY, "17:30"))
    expected.tell({*READERS, *ids(ADMITTED)} - {*ids([GONE, DECLINED])}, clock.now(), "mentoring-moved")
    expected.remind(ids(UNFINISHED), on(DAY, "18:00", -4), "mentoring-closes")
    expected.remind(ids(ADMITTED), on(DAY, "13:30", -3), "mentoring-in-days", days=3)
    expected.tell([OWNER, DESK], on(DAY, "18:00", -3), "mentoring-proposed")
    await month.until("2026-12-27 10:00")


async def timetable(month: Month) -> None:
    """It is published; two give their times up: of those who wait one takes a time, and one lets it go."""
    expected, clock = month.expected, month.clock
    await month.desk.arranging.publish(month.day_id)
    firsts = await month.firsts()
    # the factory and the investor have 16 times each, and 34 wish to see them
    taker, hesitant = (one for one in ids(ADMITTED) if one not in firsts)
    expected.tell(firsts, clock.now(), "mentoring-slots")
    expected.tell([taker, hesitant], clock.now(), "mentoring-no-slot")
    await month.until("2026-12-27 15:00")
    await month.withdraw(LEAVING)
    expected.tell([taker], clock.now(), "mentoring-offer")
    await month.until("2026-12-27 15:30")
    await month.take_offer(taker)
    await month.until("2026-12-27 16:00")
    await month.withdraw(LEAVING_LATER)
    expected.tell([hesitant], clock.now(), "mentoring-offer")
    expected.tell([hesitant], clock.now() + 12 * HOUR, "mentoring-offer-expired")
    await month.until("2026-12-28 09:00")
    there = await month.firsts()
    assert there.keys() == firsts.keys() - {LEAVING.id, LEAVING_LATER.id} | {taker}
    expected.remind(there, on(DAY, "13:30", -1), "mentoring-in-days", days=1)
    seen = {one.member_id for one in await month.desk.arranging.timetable(month.day_id)}
    expected.tell([OWNER, DESK, *(MENTORS[one] for one in seen)], on(DAY, "18:00", -1), "mentoring-roster")
    assert len(seen) == len(EXPERTS) - 1  # nobody wishes to see the designer
    for person, first in there.items():
        if first - 2 * HOUR < on(DAY, "14:05"):
            expected.remind([person], first - 2 * HOUR, "signup-reminder-hours")
    await month.until("2026-12-29 13:40")


async def the_day(month: Month) -> None:
    """All but one are there; the tables run late."""
    expected, clock = month.expected, month.clock
    there = await month.firsts()
    for number in ADMITTED:
        if founder(number).id in there and founder(number) != NO_SHOW:
            await month.desk.presence.check_in((await month.application(founder(number))).id or 0, here=True)
    await month.until("2026-12-29 14:05")
    to_come = {person: first for person, first in there.items() if first > clock.now()}
    slots = await month.desk.arranging.timetable(month.day_id)
    await month.desk.delaying.shift(month.day_id, LATE // MINUTE, state_of(slots))
    expected.tell(to_come, clock.now(), "mentoring-late-title")
    later = await month.firsts()
    assert all(later[person] - first == LATE for person, first in to_come.items())
    for person, first in later.items():
        if first - 2 * HOUR > on(DAY, "14:05") + LATE:
            expected.remind([person], first - 2 * HOUR, "signup-reminder-hours")
    came = there.keys() - {NO_SHOW.id}
    expected.tell(came, on(DAY, "18:00"), "mentoring-feedback")
    expected.tell(came, on(DAY, "10:00", 7), "mentoring-follow-up", weeks=1)
    expected.tell(came, on(DAY, "10:00", 21), "mentoring-follow-up", weeks=3)
    await month.until("2027-01-14 12:00")


async def afterwards(month: Month) -> None:
    """What was promised is asked about; the next day opens, and is cancelled."""
    expected, clock = month.expected, month.clock
    expected.tell(READERS, on(NEXT, "09:00", -14), "mentoring-opens")
    await month.until("2027-01-15 10:00")
    for number in (6, 7):
        await month.apply(founder(number))
    await month.decide(founder(6))
    expected.tell(ids([6]), clock.now(), "mentoring-admitted")
    await month.until("2027-01-18 11:00")
    await month.desk.changing.cancel(month.day_id)
    expected.tell(READERS, clock.now(), "signup-cancelled")
    await month.until("2027-02-01 10:00")
