from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.knowledge import scalars
from bot.knowledge.recurrence import Rule
from bot.knowledge.values import MonthDay


def read(kind: Any, text: Any) -> Any:
    return TypeAdapter(kind).validate_python(text)


def refusal(kind: Any, text: Any) -> str:
    with pytest.raises(ValidationError) as invalid:
        read(kind, text)
    return str(invalid.value.errors()[0]["ctx"]["error"])


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (scalars.Words, " a\r\nb\rc\x00\x1f\ufeff ", "a\nb\nc"),
        (scalars.YesNo, "是", True),
        (scalars.YesNo, " Yes ", True),
        (scalars.YesNo, "否", False),
        (scalars.YesNo, "false", False),
        (scalars.YesNo, True, True),
        (scalars.Day, "2026-12-03", date(2026, 12, 3)),
        (scalars.Day, "2026/12/3", date(2026, 12, 3)),
        (scalars.Day, "2026年12月3日", date(2026, 12, 3)),
        (scalars.Day, "2026-12-03 00:00", date(2026, 12, 3)),
        (scalars.Moment, "2026-12-03 14:00", datetime(2026, 12, 3, 14)),  # noqa: DTZ001 - park time has no offset
        (scalars.Moment, "2026-12-03T14:00:30", datetime(2026, 12, 3, 14)),  # noqa: DTZ001
        (scalars.Moment, "2026.12.3 9:05", datetime(2026, 12, 3, 9, 5)),  # noqa: DTZ001
        (scalars.Moment, "2026-12-03", datetime(2026, 12, 3)),  # noqa: DTZ001
        (scalars.Clock, "9:05", time(9, 5)),
        (scalars.Clock, "13:30:00", time(13, 30)),
        (scalars.Amount, "1200.50", Decimal("1200.5")),
        (scalars.Amount, "1E+3", Decimal(1000)),
        (scalars.Count, "8.0", 8),
        (scalars.RecordId, " makers-lab ", "makers-lab"),
        (MonthDay, "06-30", MonthDay(month=6, day=30)),
        (MonthDay, "2026-06-30", MonthDay(month=6, day=30)),
        (MonthDay, "6月30日", MonthDay(month=6, day=30)),
        (Rule, "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        (Rule, "", ""),
    ],
)
def test_scalars_as_people_write_them(kind: Any, text: Any, value: Any) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        (scalars.Words, "硬功\ufffd", "holds \ufffd, the mark of a character lost in an earlier conversion"),
        (scalars.Wording, " \x00", "is empty"),
        (scalars.YesNo, "perhaps", "'perhaps' is neither yes nor no"),
        (scalars.Day, "tomorrow", "'tomorrow' is no date: write it like 2026-12-03"),
        (scalars.Day, "2026-02-30", "'2026-02-30' is a day that the calendar does not have"),
        (scalars.Day, "2026-12-03 14:00", "'2026-12-03 14:00' is no day: write it like 2026-12-03, without a time"),
        (scalars.Moment, "2026-12-03 25:00", "'25:00' is no time of day: write it like 14:00"),
        (scalars.Moment, "2026-12-03 14:00+08:00", "'14:00+08:00' is no time of day: write it like 14:00"),
        (scalars.Clock, "2pm", "'2pm' is no time of day: write it like 14:00"),
        (MonthDay, "June 30", "'June 30' is no day of the year: write it as MM-DD, like 06-30"),
        (MonthDay, "02-29", "02-29 is no day that every year has"),
    ],
)
def test_scalars_that_mean_nothing(kind: Any, text: str, sentence: str) -> None:
    assert refusal(kind, text) == sentence


def test_moment_with_an_offset_is_refused() -> None:
    aware = datetime.fromisoformat("2026-12-03T14:00+08:00")

    assert refusal(scalars.Moment, aware) == "write the time of the park without an offset, like 2026-12-03 14:00"


@pytest.mark.parametrize(
    "text",
    [
        "every Tuesday",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;UNTIL=20271231T000000Z",
        "FREQ=WEEKLY\nEXDATE:20261231",
    ],
)
def test_rule_that_is_none(text: str) -> None:
    assert refusal(Rule, text).startswith(f"'{text}' is no rule")


def test_rule_with_times_is_refused() -> None:
    assert "takes no times" in refusal(Rule, "FREQ=DAILY;BYHOUR=9")


def test_rule_that_never_comes_is_refused() -> None:
    assert refusal(Rule, "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30") == (
        "no day ever fits 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'"
    )
