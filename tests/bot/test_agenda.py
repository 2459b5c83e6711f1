"""Dates as staff changed them, against every day looked at by itself."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.agenda import Agenda, Occurrence, changed_dates
from bot.knowledge.kinds import Event, Programme
from storage.models import StoredOccurrence
from tests.bot.records import event, programme
from tests.bot.test_occurrences import RULES

ZONE = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)
LAST_FRIDAY = programme(rrule="FREQ=MONTHLY;BYDAY=-1FR", place="hall")
ONCE = programme()


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZONE)


def changed(original: str, to: str, *, cancelled: bool = False, place: str | None = "hall") -> Occurrence:
    """A day of four hours that would have started then."""
    return Occurrence(at(to), at(to) + timedelta(hours=4), at(original), place, cancelled)


def agenda(*dates: Occurrence, record: Programme = LAST_FRIDAY, now: str = "11-25 10:00") -> Agenda:
    return Agenda(at(now), ZONE, {(record.kind, record.id): dates})


def days(found: Sequence[Occurrence]) -> list[str]:
    return [f"{one.starts:%m-%d %H:%M}" for one in found]


def next_days(dates: Agenda, record: Event | Programme = LAST_FRIDAY, after: str = "11-25 10:00") -> list[str]:
    return days(list(islice(dates.occurrences(record, at(after)), 3)))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (None, ["11-27 13:30", "12-25 13:30", "01-29 13:30"]),
        (changed("11-27 13:30", "11-30 14:00"), ["11-30 14:00", "12-25 13:30", "01-29 13:30"]),
        (changed("11-27 13:30", "12-28 14:00"), ["12-25 13:30", "12-28 14:00", "01-29 13:30"]),
        (changed("12-25 13:30", "11-26 09:00"), ["11-26 09:00", "11-27 13:30", "01-29 13:30"]),
        (changed("11-27 13:30", "11-27 13:30", cancelled=True), ["12-25 13:30", "01-29 13:30", "02-26 13:30"]),
        (changed("11-27 13:30", "11-30 14:00", cancelled=True), ["12-25 13:30", "01-29 13:30", "02-26 13:30"]),
        (changed("11-20 13:30", "12-01 14:00"), ["11-27 13:30", "12-01 14:00", "12-25 13:30"]),
        (changed("11-27 13:30", "11-24 14:00"), ["12-25 13:30", "01-29 13:30", "02-26 13:30"]),
    ],
)
def test_changed_day_takes_the_place_of_the_one_by_the_rule(change: Occurrence | None, expected: list[str]) -> None:
    dates = agenda(*([change] if change else []))
    assert next_days(dates) == expected
    coming = dates.coming(LAST_FRIDAY, at("11-25 10:00"))
    assert coming
    assert days([coming]) == expected[:1]


def test_other_records_keep_to_their_rules() -> None:
    dates = agenda(changed("11-27 13:30", "11-30 14:00"))
    assert next_days(dates, event(id=LAST_FRIDAY.id, starts="2026-11-27 13:30", ends="2026-11-27 17:30")) == [
        "11-27 13:30"
    ]
    assert next_days(dates, LAST_FRIDAY.model_copy(update={"id": "other"}))[0] == "11-27 13:30"


def test_day_is_known_by_its_date_when_the_programme_begins_at_another_hour() -> None:
    later = LAST_FRIDAY.model_copy(update={"starts_at": time(15), "ends_at": time(17)})
    assert next_days(agenda(changed("11-27 13:30", "11-30 14:00")), later)[:2] == ["11-30 14:00", "12-25 15:00"]


def test_what_takes_place_once_is_where_staff_put_it_though_its_record_has_another_day_now() -> None:
    moved = agenda(changed("11-20 13:30", "11-30 14:00"), record=ONCE)
    assert next_days(moved, ONCE) == ["11-30 14:00"]
    over = agenda(changed("11-20 13:30", "11-23 14:00"), record=ONCE)
    assert next_days(over, ONCE) == ["11-27 13:30"]


def test_dates_between_share_time_with_the_interval_and_stop_at_the_limit() -> None:
    dates = agenda(changed("12-25 13:30", "11-30 14:00"))
    assert days(dates.between(LAST_FRIDAY, at("11-30 17:59"), at("12-31 00:00"))) == ["11-30 14:00"]
    assert days(dates.between(LAST_FRIDAY, at("11-30 18:00"), at("12-31 00:00"))) == []
    assert days(dates.between(LAST_FRIDAY, at("11-01 00:00"), at("12-31 00:00"), limit=1)) == ["11-27 13:30"]


@pytest.mark.parametrize(
    ("change", "day", "lost"),
    [
        (changed("12-25 13:30", "12-29 14:00"), "12-25 00:00", True),
        (changed("12-25 13:30", "12-29 14:00"), "12-29 00:00", False),
        (changed("12-25 13:30", "12-25 13:30", place="lab"), "12-25 00:00", False),
        (changed("12-25 13:30", "12-25 13:30", cancelled=True), "12-25 00:00", True),
        (changed("12-25 13:30", "12-29 14:00", cancelled=True), "12-25 00:00", True),
        (changed("12-25 13:30", "12-29 14:00", cancelled=True), "12-29 00:00", True),
        (changed("12-25 13:30", "12-29 14:00", cancelled=True), "12-26 00:00", False),
    ],
)
def test_who_looks_for_a_date_in_vain_is_told(change: Occurrence, day: str, lost: bool) -> None:
    found = agenda(change).lost(LAST_FRIDAY, at(day), at(day) + DAY)
    assert [one for _, one in found] == ([change] if lost else [])
    assert all(starts.date() == at(day).date() for starts, _ in found)


def test_day_off_a_holiday_is_looked_for_where_it_was_to_be() -> None:
    shifted = programme(rrule="FREQ=MONTHLY;BYDAY=-1FR", first_day="2026-01-30", on_holiday="preceding")
    dates = agenda(changed("09-25 13:30", "09-29 14:00"), now="09-01 10:00")
    (lost,) = dates.lost(shifted, at("09-01 00:00"), at("10-01 00:00"))
    assert lost[0] == at("09-24 13:30")


def test_rows_are_dates_in_the_zone_of_the_park() -> None:
    starts = datetime(2026, 11, 30, 6, tzinfo=UTC)
    row = StoredOccurrence(
        kind="programme",
        record_id="mentors",
        original_at=datetime(2026, 11, 27, 5, 30, tzinfo=UTC),
        starts_at=starts,
        ends_at=starts + timedelta(hours=4),
        place="hall",
    )
    found = changed_dates([row], ZONE)
    assert found == {("programme", "mentors"): [changed("11-27 13:30", "11-30 14:00")]}
    assert found["programme", "mentors"][0].starts.tzinfo is ZONE


CHANGE = st.tuples(st.integers(-40 * 24 * 60, 40 * 24 * 60), st.integers(1, 600), st.booleans())
"""By how many minutes a date is moved, how long it is then, whether it is cancelled."""


@given(
    st.tuples(st.sampled_from(sorted(RULES)), st.sampled_from(["Asia/Shanghai", "Europe/Berlin"])),
    st.dates(date(2026, 1, 1), date(2026, 6, 30)),
    st.tuples(st.integers(0, 23 * 60), st.integers(1, 20 * 60)),
    st.dictionaries(st.integers(0, 30), CHANGE, max_size=8),
    st.tuples(st.integers(-30 * 24 * 60, 200 * 24 * 60), st.integers(1, 90)),
)
def test_dates_agree_with_every_day_looked_at(
    rule_and_zone: tuple[str, str],
    first: date,
    times: tuple[int, int],
    changes: dict[int, tuple[int, int, bool]],
    window: tuple[int, int],
) -> None:
    fits, zone = RULES[rule_and_zone[0]], ZoneInfo(rule_and_zone[1])
    first = next(day for day in (first + ahead * DAY for ahead in range(60)) if fits(day, day))
    begins, length = datetime.combine(first, time(*divmod(times[0], 60))), timedelta(minutes=times[1])
    record = event(starts=begins, ends=begins + length, rrule=rule_and_zone[0])
    start = begins.replace(tzinfo=zone).astimezone(UTC) + timedelta(minutes=window[0])
    end = start + window[1] * DAY

    table, dates = [], []
    by_rule = (begins + ahead * DAY for ahead in range(460) if fits(first + ahead * DAY, first))
    for number, local in enumerate(by_rule):
        original = local.replace(tzinfo=zone)
        if (change := changes.get(number)) is None:
            table.append((original.astimezone(UTC), (local + length).replace(tzinfo=zone).astimezone(UTC), original))
            continue
        moved = original.astimezone(UTC) + timedelta(minutes=change[0])
        until = moved + timedelta(minutes=change[1])
        dates.append(Occurrence(moved.astimezone(zone), until.astimezone(zone), original, None, change[2]))
        table += [] if change[2] else [(moved, until, original)]

    agenda = Agenda(start, zone, {(record.kind, record.id): dates})
    found = [(one.starts.astimezone(UTC), one.original) for one in agenda.between(record, start, end, limit=1000)]
    assert [begun for begun, _ in found] == sorted(begun for begun, _ in found)
    assert sorted(found) == sorted(
        (begun, original) for begun, until, original in table if begun < end and until > start
    )
