"""Opening hours and holidays, against minutes and days looked at one by one."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars import Schedule, at_minute, part_of_span
from bot.knowledge.hours import OpeningHours
from bot.workdays import holiday_days, is_public_holiday
from tests.bot.knowledge.strategies import opening_hours

ZONE = ZoneInfo("Asia/Shanghai")
MINUTE = timedelta(minutes=1)
MOMENTS = st.builds(
    datetime.combine,
    st.dates(date(2026, 1, 1), date(2027, 12, 1)),
    st.times().map(lambda one: one.replace(second=0, microsecond=0, fold=0)),
    st.just(ZONE),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def schedule(hours: str, *, closed_on_holidays: bool = False) -> Schedule:
    return Schedule(OpeningHours.parse(hours), closed_on_holidays)


OFFICE = schedule("Mon-Fri 09:00-12:00, 13:00-17:30", closed_on_holidays=True)
BAR = schedule("Thu-Sat 18:00-02:00")


@pytest.mark.parametrize(
    ("moment", "span"),
    [
        ("2026-11-25 08:59", None),
        ("2026-11-25 09:00", ("2026-11-25 09:00", "2026-11-25 12:00")),
        ("2026-11-25 11:59", ("2026-11-25 09:00", "2026-11-25 12:00")),
        ("2026-11-25 12:00", None),
        ("2026-11-25 13:00", ("2026-11-25 13:00", "2026-11-25 17:30")),
        ("2026-11-25 17:30", None),
        ("2026-11-28 10:00", None),
        ("2026-10-01 10:00", None),
    ],
)
def test_opening_holds_its_first_minute_and_not_its_last(moment: str, span: tuple[str, str] | None) -> None:
    assert OFFICE.span_at(at(moment)) == (span and (at(span[0]), at(span[1])))


@pytest.mark.parametrize(
    ("moment", "opened"),
    [
        ("2026-11-26 18:00", "2026-11-26 18:00"),
        ("2026-11-27 01:59", "2026-11-26 18:00"),
        ("2026-11-27 02:00", None),
        ("2026-11-29 01:00", "2026-11-28 18:00"),
        ("2026-11-30 01:00", None),
    ],
)
def test_opening_runs_over_midnight(moment: str, opened: str | None) -> None:
    span = BAR.span_at(at(moment))
    assert (span and span[0]) == (opened and at(opened))


def test_openings_that_touch_are_one() -> None:
    days = schedule("Mon-Fri 00:00-24:00; Sat 00:00-06:00, 06:00-12:00")
    assert days.span_at(at("2026-11-25 10:00")) == (at("2026-11-25 00:00"), at("2026-11-28 12:00"))


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-25 07:00", "2026-11-25 09:00"),
        ("2026-11-25 09:00", "2026-11-25 13:00"),
        ("2026-11-25 12:30", "2026-11-25 13:00"),
        ("2026-11-27 18:00", "2026-11-30 09:00"),
        ("2026-12-31 18:00", "2027-01-04 09:00"),
        ("2027-02-04 18:00", "2027-02-11 09:00"),
    ],
)
def test_next_opening_is_after_the_moment(moment: str, opens: str) -> None:
    assert OFFICE.next_opening(at(moment)) == at(opens)


def test_next_opening_is_none_when_it_never_opens() -> None:
    assert schedule("Mon closed").next_opening(at("2026-11-25 10:00")) is None


def test_zone_of_the_question_is_that_of_the_answer() -> None:
    span = OFFICE.span_at(at("2026-11-25 10:00"))
    assert span is not None
    assert span[1].astimezone(UTC) == datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "part", "spans"),
    [
        ("2026-11-25", (540, 720), ((540, 720),)),
        ("2026-11-25", (720, 780), ()),
        ("2026-11-25", (700, 800), ((540, 720), (780, 1050))),
        ("2026-11-28", (0, 1440), ()),
        ("2026-10-01", (0, 1440), ()),
    ],
)
def test_spans_in_a_part_share_minutes_with_it(day: str, part: tuple[int, int], spans: tuple[object, ...]) -> None:
    assert OFFICE.spans_in(date.fromisoformat(day), part) == spans


def test_spans_in_the_small_hours_are_those_of_the_night_before() -> None:
    assert BAR.spans_in(date(2026, 11, 27), (0, 300)) == ((-360, 120),)
    assert BAR.spans_in(date(2026, 11, 26), (0, 300)) == ()
    assert BAR.usual_spans_in(6, (0, 300)) == ((-360, 120),)
    assert BAR.usual_spans_in(0, (0, 300)) == ()


def test_part_of_span_leaves_out_spans_that_only_touch() -> None:
    assert part_of_span(((540, 720), (780, 1050)), (720, 780)) == ()


@given(opening_hours(), MOMENTS, st.booleans())
def test_span_at_agrees_with_every_minute_looked_at(hours: OpeningHours, moment: datetime, closes: bool) -> None:
    plan = Schedule(hours, closes)

    def is_open(at_: datetime) -> bool:
        minute = at_.hour * 60 + at_.minute
        before = at_.date() - timedelta(days=1)
        return any(start <= minute < end for start, end in plan.spans(at_.date())) or any(
            start <= minute + 1440 < end for start, end in plan.spans(before)
        )

    span = plan.span_at(moment)
    assert (span is not None) == is_open(moment)
    if span is not None:
        assert span[0] <= moment < span[1]
        assert is_open(span[1] - MINUTE)
        assert hours.always or not is_open(span[1])
    if opens := plan.next_opening(moment):
        assert opens > moment
        assert is_open(opens)


@pytest.mark.parametrize(
    ("name", "after", "first", "last"),
    [
        ("national", "2026-09-01", "2026-10-01", "2026-10-07"),
        ("national", "2026-10-07", "2026-10-01", "2026-10-07"),
        ("national", "2026-10-08", "2027-10-01", "2027-10-05"),
        ("new-year", "2026-11-25", "2027-01-01", "2027-01-03"),
        ("new-year", "2026-01-03", "2026-01-01", "2026-01-03"),
        ("new-year", "2026-01-04", "2027-01-01", "2027-01-03"),
        ("spring-festival", "2026-01-20", "2026-02-15", "2026-02-23"),
        ("tomb-sweeping", "2026-03-01", "2026-04-04", "2026-04-06"),
        ("labour", "2026-03-01", "2026-05-01", "2026-05-05"),
        ("dragon-boat", "2026-03-01", "2026-06-19", "2026-06-21"),
        ("mid-autumn", "2026-03-01", "2026-09-25", "2026-09-27"),
        ("any", "2026-11-25", "2027-01-01", "2027-01-03"),
        ("any", "2026-05-06", "2026-06-19", "2026-06-21"),
    ],
)
def test_holiday_is_all_its_days_off_in_a_row(name: str, after: str, first: str, last: str) -> None:
    days = holiday_days(name, date.fromisoformat(after))
    assert (days[0].isoformat(), days[-1].isoformat()) == (first, last)
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]


@pytest.mark.parametrize(
    ("day", "public"),
    [("2026-10-01", True), ("2026-10-07", True), ("2026-10-08", False), ("2026-10-10", False), ("2026-11-28", False)],
)
def test_day_off_in_exchange_is_a_public_holiday(day: str, public: bool) -> None:
    assert is_public_holiday(date.fromisoformat(day)) is public


@given(st.integers(0, 2880), MOMENTS)
def test_minute_of_a_day_is_that_wall_clock_time(minute: int, moment: datetime) -> None:
    found = at_minute(moment.date(), minute, moment)
    assert found.tzinfo is ZONE
    assert found == at_minute(moment.date(), 0, moment) + minute * MINUTE
