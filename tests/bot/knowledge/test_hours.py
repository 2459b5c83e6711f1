import pytest
from hypothesis import given

from bot.knowledge.hours import OpeningHours
from tests.bot.knowledge.strategies import opening_hours


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("24h", "24h"),
        ("24/7", "24h"),
        ("全天", "24h"),
        ("Mon-Sun 00:00-24:00", "24h"),
        ("Mon-Fri 09:00-12:00, 13:00-17:30; Sat-Sun closed", "Mon-Fri 09:00-12:00, 13:00-17:30; Sat-Sun closed"),
        ("Mon-Fri 13:00-17:30,9:00-12:00", "Mon-Fri 09:00-12:00, 13:00-17:30; Sat-Sun closed"),
        ("Mon, Wed 09:00-12:00", "Mon 09:00-12:00; Tue closed; Wed 09:00-12:00; Thu-Sun closed"),
        ("Tuesday: 08:00-24:00", "Mon closed; Tue 08:00-24:00; Wed-Sun closed"),
        ("Mon-Fri 24h", "Mon-Fri 00:00-24:00; Sat-Sun closed"),
        ("Sat-Mon 10:00-11:00", "Mon 10:00-11:00; Tue-Fri closed; Sat-Sun 10:00-11:00"),
        ("09:00-22:00", "Mon-Sun 09:00-22:00"),
        ("daily 18:00-02:00", "Mon-Sun 18:00-02:00"),
        ("周一至周五 9:00-12:00；周末 休息", "Mon-Fri 09:00-12:00; Sat-Sun closed"),
        ("工作日 9：00～12：00；星期天 10:00-11:00", "Mon-Fri 09:00-12:00; Sat closed; Sun 10:00-11:00"),
    ],
)
def test_hours_as_people_write_them(text: str, written: str) -> None:
    assert str(OpeningHours.parse(text)) == written


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "opening hours are empty"),
        ("whenever", "'whenever' is no opening time: write it like Mon-Fri 09:00-17:30"),
        ("Mun 09:00-17:00", "'Mun' is no day of the week: write Mon, Tue, Wed, Thu, Fri, Sat or Sun"),
        ("Mon 9-17", "'9-17' is no span of time: write it like 09:00-17:30"),
        ("Mon 25:00-26:00", "'25:00' is no time of day"),
        ("Mon 09:61-10:00", "'09:61' is no time of day"),
        ("Mon 09:00-09:00", "'09:00-09:00' is no span of time: it ends where it starts"),
        ("Mon 09:00-12:00; Mon 13:00-14:00", "Mon stands in the opening hours twice"),
        ("Mon 09:00-12:00, 11:00-13:00", "the spans of Mon overlap with those before them"),
        ("Fri 18:00-02:00; Sat 01:00-03:00", "the spans of Sat overlap with those before them"),
        ("Sun 18:00-02:00; Mon 01:00-03:00", "the spans of Mon overlap with those before them"),
    ],
)
def test_hours_that_mean_nothing(text: str, sentence: str) -> None:
    with pytest.raises(ValueError) as fault:  # noqa: PT011 - the sentence is compared whole below
        OpeningHours.parse(text)

    assert str(fault.value) == sentence


def test_hours_over_midnight_end_after_the_day() -> None:
    hours = OpeningHours.parse("Fri-Sat 18:00-02:00; Sun 18:00-24:00")

    assert hours.week[4] == ((18 * 60, 26 * 60),)
    assert hours.week[6] == ((18 * 60, 24 * 60),)
    assert not hours.always


def test_hours_of_days_not_named_are_closed() -> None:
    assert OpeningHours.parse("Tue 09:00-17:00").week == ((), ((9 * 60, 17 * 60),), (), (), (), (), ())


def test_hours_equal_ones_are_one_key() -> None:
    hours = {OpeningHours.parse("Mon 24h"), OpeningHours.parse("Mon 00:00-24:00")}

    assert repr(hours) == "{OpeningHours('Mon 00:00-24:00; Tue-Sun closed')}"


@given(hours=opening_hours())
def test_hours_any_come_back_from_their_text(hours: OpeningHours) -> None:
    assert OpeningHours.parse(str(hours)) == hours
