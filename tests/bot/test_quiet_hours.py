from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiet_hours import after_quiet, before_quiet

SHANGHAI = ZoneInfo("Asia/Shanghai")
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
MINUTES = st.integers(0, 1439)


def is_quiet(moment: datetime, begin: int, end: int) -> bool:
    """Minute by minute, without the arithmetic of what is tested."""
    local = moment.astimezone(SHANGHAI)
    minutes = {(begin + step) % 1440 for step in range((end - begin) % 1440)}
    return local.hour * 60 + local.minute in minutes


@given(moment=MOMENTS, begin=MINUTES, end=MINUTES)
def test_quiet_moments_are_moved_out_and_others_stay(moment: datetime, begin: int, end: int) -> None:
    after = after_quiet(moment, SHANGHAI, (begin, end))
    before = before_quiet(moment, SHANGHAI, (begin, end))
    if is_quiet(moment, begin, end):
        assert before < moment < after <= moment + timedelta(days=1)
        assert is_quiet(after - timedelta(minutes=1), begin, end)
        assert not is_quiet(after, begin, end)
    else:
        assert before == after == moment


@pytest.mark.parametrize(
    ("local", "until"),
    [("2026-12-24T23:00", "2026-12-25T08:00"), ("2026-12-25T07:59", "2026-12-25T08:00")],
)
def test_night_ends_in_the_morning(local: str, until: str) -> None:
    moment, morning = (datetime.fromisoformat(f"{one}+08:00") for one in (local, until))
    assert after_quiet(moment, SHANGHAI, (22 * 60, 8 * 60)) == morning
