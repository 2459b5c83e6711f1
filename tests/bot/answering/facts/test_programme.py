"""Mentoring programmes in words; asked on Wednesday, 25 November 2026 at 10:00."""

import pytest

from bot.answering.facts.table import tell
from tests.bot.answering.facts.views import EN, WEDNESDAY, ZH, view
from tests.bot.records import alliance, facility, park, programme

HALL = facility(id="hall", name={"zh": "路演厅", "en": "Roadshow hall"}, where={"zh": "1号楼", "en": "Building 1"})
CLUB = alliance(
    members=[
        {"id": "fox", "name": {"zh": "狐狸", "en": "Fox"}, "helps_with": [{"zh": "量产", "en": "production"}]},
        {"id": "owl", "name": {"zh": "猫头鹰", "en": "Owl"}, "helps_with": [{"zh": "融资", "en": "money"}]},
        {"id": "hare", "name": {"zh": "兔子", "en": "Hare"}},
    ]
)
MENTORS = programme(
    rrule="FREQ=MONTHLY;BYDAY=-1FR",
    place="hall",
    mentors=["owl", "fox"],
    admits={"zh": "做新产品的人。", "en": "For makers."},
    bring=[{"zh": "样机", "en": "a prototype"}, {"zh": "清单", "en": "a list"}],
    afterwards={"zh": "之后有方案。", "en": "You get a plan."},
    free=True,
    summary={"zh": "见导师。", "en": "Meet mentors."},
)
RECORDS = (park(service_hall="hall"), HALL, CLUB, MENTORS)

DECEMBER = "报名截止：12月22日（周二） 18:00（12月25日（周五）那场，提前 3 天截止）。"


def told(aspect: str, zh: str = "", en: str = "", now: str = WEDNESDAY) -> tuple[str | None, str | None]:
    return tell(MENTORS, aspect, view(RECORDS, ZH, zh, now)), tell(MENTORS, aspect, view(RECORDS, EN, en, now))


@pytest.mark.parametrize(
    ("aspect", "zh", "en"),
    [
        (
            "when",
            "11月27日（周五） 13:30–17:30\n每月最后一个周五举行。",
            "Friday, 27 November, 13:30–17:30\nHeld the last Friday of every month.",
        ),
        ("place", "路演厅（1号楼）", "Roadshow hall (Building 1)"),
        ("slot", "每家 15 分钟。", "15 minutes for each company."),
        ("members", "狐狸：量产\n猫头鹰：融资", "Fox: production\nOwl: money"),
        ("who", "做新产品的人。", "For makers."),
        ("documents", "请带上：样机、清单。", "Please bring: a prototype, a list."),
        ("afterwards", "之后有方案。", "You get a plan."),
        ("price", "免费。", "Free of charge."),
    ],
)
def test_fact_of_a_programme_is_told(aspect: str, zh: str, en: str) -> None:
    assert told(aspect) == (zh, en)


@pytest.mark.parametrize(
    ("asked", "now", "zh"),
    [
        ("", "2026-11-24 18:00", "报名截止：11月24日（周二） 18:00（11月27日（周五）那场，提前 3 天截止）。"),
        (
            "",
            "2026-11-24 18:01",
            f"报名已截止（11月24日（周二） 18:00）。\n{DECEMBER}",
        ),
        ("周五", "2026-11-24 18:01", "报名已截止（11月24日（周二） 18:00）。"),
        ("下个月", WEDNESDAY, DECEMBER),
        ("今年", WEDNESDAY, DECEMBER),
    ],
)
def test_registration_is_told_for_the_next_day_that_is_still_open(asked: str, now: str, zh: str) -> None:
    assert told("deadline", asked, now=now)[0] == zh


def test_registration_is_told_in_english() -> None:
    assert told("deadline", en="next month")[1] == (
        "Sign up by Tuesday, 22 December, 18:00 for Friday, 25 December (closes 3 days before)."
    )


def test_applying_names_the_deadline_and_where_help_is() -> None:
    assert told("apply", "下个月")[0] == (f"{DECEMBER}\n有疑问可到路演厅咨询。")


def test_card_tells_what_when_where_and_how_long() -> None:
    assert told("overview")[0] == (
        "见导师。\n11月27日（周五） 13:30–17:30\n每月最后一个周五举行。\n地点：路演厅（1号楼）\n每家 15 分钟。"
    )


def test_programme_that_is_over_has_no_dates() -> None:
    once = programme()
    told_then = tell(once, "when", view([once], ZH, now="2026-11-28 10:00"))
    assert told_then == "暂时没有新的安排。"
    assert tell(once, "deadline", view([once], ZH, now="2026-11-28 10:00")) is None


@pytest.mark.parametrize("aspect", ["place", "members", "who", "documents", "afterwards", "price"])
def test_fact_that_the_programme_lacks_is_none(aspect: str) -> None:
    once = programme()
    assert tell(once, aspect, view([once], ZH)) is None
