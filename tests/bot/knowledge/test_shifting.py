from datetime import date, timedelta

import pytest

from bot.knowledge.kinds import Event, Record
from bot.knowledge.pack import demonstration
from bot.knowledge.shifting import shifted

FIRST = date(2026, 12, 3)


def once(records: list[Record]) -> list[Event]:
    return [record for record in records if isinstance(record, Event) and not record.rrule]


def test_shifted_before_the_first_event_moves_nothing() -> None:
    assert shifted(demonstration(), FIRST - timedelta(days=1)) == demonstration()


@pytest.mark.parametrize(
    ("today", "weeks"), [(FIRST, 1), (FIRST + timedelta(6), 1), (FIRST + timedelta(7), 2), (date(2028, 2, 29), 65)]
)
def test_shifted_one_off_events_move_together_by_whole_weeks(today: date, weeks: int) -> None:
    moved = shifted(demonstration(), today)

    assert {after.starts - before.starts for before, after in zip(once(demonstration()), once(moved), strict=True)} == {
        timedelta(weeks=weeks)
    }
    assert today < min(event.starts.date() for event in once(moved)) <= today + timedelta(7)


def test_shifted_everything_else_stays() -> None:
    moved = shifted(demonstration(), date(2027, 3, 1))

    changed = [after.id for before, after in zip(demonstration(), moved, strict=True) if before != after]
    assert changed == [event.id for event in once(demonstration())]


def test_shifted_event_moves_with_all_its_dates() -> None:
    event = Event.model_validate(
        {
            "id": "fair-2026-12-03",
            "name": "Fair",
            "summary": {"zh": "2026年12月3日开幕，2026-12-04闭幕", "en": "Opens on 2026-12-03, room 2026-1"},
            "starts": "2026-12-03 14:00",
            "ends": "2026-12-04 18:00",
            "register_until": "2026-11-30 18:00",
            "early_bird_until": "2026-10-31",
            "valid_until": "2027-01-01",
        }
    )

    (moved,) = shifted([event], date(2026, 12, 31))

    assert moved.model_dump(mode="json", exclude_defaults=True) == {
        "id": "fair-2026-12-03",
        "name": {"en": "Fair"},
        "summary": {"zh": "2027年1月7日开幕，2027-01-08闭幕", "en": "Opens on 2027-01-07, room 2026-1"},
        "starts": "2027-01-07 14:00",
        "ends": "2027-01-08 18:00",
        "register_until": "2027-01-04 18:00",
        "early_bird_until": "2026-12-05",
        "valid_until": "2027-02-05",
    }


def test_shifted_without_one_off_events_is_the_same() -> None:
    assert shifted([], FIRST) == []
