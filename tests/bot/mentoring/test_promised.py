from datetime import date, datetime

import pytest

from bot.mentoring.promised import promised_day
from tests.parks import ZONE

NOW = datetime(2026, 12, 25, 18, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027-01-08", date(2027, 1, 8)),
        ("1月8日前", date(2027, 1, 8)),
        ("下周五", date(2027, 1, 1)),
        ("两周后", date(2027, 1, 8)),
        ("月底", date(2026, 12, 31)),
        ("今天", date(2026, 12, 25)),
        ("January 8", date(2027, 1, 8)),
        ("In two weeks", date(2027, 1, 8)),
        ("昨天", None),
        ("2031-01-01", None),
        ("尽快", None),
        ("", None),
        ("0" * 4000, None),
    ],
)
def test_day_is_understood_or_asked_for_again(typed: str, day: date | None) -> None:
    assert promised_day(typed, NOW) == day
