"""The park, the alliance and FAQ entries in words."""

from typing import Any

import pytest

from bot.answering.facts.picking import mentioned
from bot.answering.facts.table import tell
from bot.answering.text import fold
from bot.knowledge.values import Text
from tests.bot.answering.facts.views import EN, ZH, view
from tests.bot.records import alliance, facility, faq, park

HALL = facility(id="hall", name={"zh": "服务厅", "en": "Service hall"})
PARK = park(
    phone="010-1",
    service_hall="hall",
    former_name={"zh": "旧园", "en": "Old Park"},
    origin={"zh": "从前是工厂。", "en": "It was a factory."},
    service_idea={"zh": "多帮忙", "en": "to help"},
    layers=[{"zh": "硬件", "en": "hardware"}, {"zh": "云", "en": "cloud"}],
    summary={"zh": "一座园区。", "en": "A park."},
)
CLUB = alliance(
    summary={"zh": "几家公司。", "en": "Some companies."},
    members=[
        {
            "id": "fox",
            "name": {"zh": "狐狸科技", "en": "Fox"},
            "aliases": ["FX"],
            "helps_with": [{"zh": "量产", "en": "production"}, {"zh": "设计", "en": "design"}],
        },
        {
            "id": "owl",
            "name": {"zh": "猫头鹰资本", "en": "Owl Capital"},
            "chairs": True,
            "helps_with": [{"zh": "融资", "en": "money"}],
        },
    ],
)
CATS = faq(answer={"zh": "能，要牵绳。", "en": "Yes, on a lead."})
FOX, OWL = ("狐狸科技：量产、设计", "Fox: production, design"), ("猫头鹰资本：融资", "Owl Capital: money")


def told(record: Any, aspect: str, zh: str = "", en: str = "") -> tuple[str | None, str | None]:
    records = [PARK, HALL, CLUB, CATS]
    return tell(record, aspect, view(records, ZH, zh)), tell(record, aspect, view(records, EN, en))


@pytest.mark.parametrize(
    ("record", "aspect", "zh", "en"),
    [
        (PARK, "history", "前身是旧园。\n从前是工厂。", "It was formerly Old Park.\nIt was a factory."),
        (PARK, "contact", "电话 010-1（服务厅）。", "Phone 010-1 (Service hall)."),
        (PARK, "members", "生态分层：硬件、云。", "Layers of the ecosystem: hardware, cloud."),
        (PARK, "service", "服务理念：多帮忙。", "Our idea of service: to help."),
        (PARK, "overview", "一座园区。\n服务理念：多帮忙。", "A park.\nOur idea of service: to help."),
        (CLUB, "members", f"{FOX[0]}\n{OWL[0]}", f"{FOX[1]}\n{OWL[1]}"),
        (CLUB, "chair", "由猫头鹰资本牵头。", "Chaired by Owl Capital."),
        (CLUB, "overview", f"几家公司。\n{FOX[0]}\n{OWL[0]}", f"Some companies.\n{FOX[1]}\n{OWL[1]}"),
        (CATS, "overview", "能，要牵绳。", "Yes, on a lead."),
    ],
)
def test_fact_is_told(record: Any, aspect: str, zh: str, en: str) -> None:
    assert told(record, aspect) == (zh, en)


@pytest.mark.parametrize("asked", ["狐狸科技能帮什么", "狐狸能做啥", "fx帮什么"])
def test_member_that_was_asked_about_is_told_alone(asked: str) -> None:
    assert told(CLUB, "members", asked, "what does fox do") == FOX
    assert told(CLUB, "overview", asked, "who is fox") == FOX


@pytest.mark.parametrize("aspect", ["history", "contact", "members", "service"])
def test_fact_that_the_park_lacks_is_none(aspect: str) -> None:
    bare = park()
    assert tell(bare, aspect, view([bare], ZH)) is None


def test_phone_of_a_park_without_a_hall_stands_alone() -> None:
    bare = park(phone="010-1")
    assert tell(bare, "contact", view([bare], ZH)) == "电话 010-1。"
    assert tell(bare, "contact", view([bare], EN)) == "Phone 010-1."


def test_aspect_that_a_kind_does_not_have_is_none() -> None:
    assert told(CATS, "price") == (None, None)


@pytest.mark.parametrize(
    ("asked", "is_mentioned"),
    [
        ("有示波器吗", True),
        ("示波仪有吗", True),
        ("any oscilloscope?", True),
        ("有焊台吗", False),
        ("is there a soldering station", False),
        ("", False),
    ],
)
def test_item_is_mentioned_by_its_name_or_a_part_of_it(asked: str, is_mentioned: bool) -> None:
    assert mentioned(Text(zh="示波器", en="oscilloscopes"), fold(asked)) is is_mentioned
