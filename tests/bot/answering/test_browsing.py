"""What menus show; asked on Wednesday, 25 November 2026 at 10:00."""

import pytest

from bot.answering import browsing
from bot.answering.engine import Engine
from bot.answering.view import View
from bot.knowledge.kinds import KINDS
from bot.languages import Language
from bot.messages import callbacks
from bot.messages.message import Message
from tests.bot.answering.facts.views import ZH, view
from tests.bot.answering.times import NOW
from tests.bot.records import event, facility, subsidy


def shown(message: Message) -> list[str]:
    return [button.data for row in message.buttons for button in row]


@pytest.fixture
def park(engine: Engine) -> View:
    return engine.view(Language.ZH, NOW)


def test_menu_pages_through_all_records_of_a_kind(park: View) -> None:
    pages = [browsing.menu(park, "facility", page) for page in range(3)]
    ids = [
        callbacks.unpack(data)[1][1] for page in pages for data in shown(page) if data.startswith(f"{callbacks.SHOW}:")
    ]
    assert ids == [record.id for record in park.snapshot if record.kind == "facility"]
    assert [page.text for page in pages] == [f"点一项看详情（{number}/3）" for number in (1, 2, 3)]
    assert [[data for data in shown(page) if data.startswith("list:")] for page in pages] == [
        ["list:facility:1"],
        ["list:facility:0", "list:facility:2"],
        ["list:facility:1"],
    ]


@pytest.mark.parametrize(("page", "nearest"), [(-1, 0), (3, 2), (10**9, 2)])
def test_page_that_does_not_exist_is_the_nearest(park: View, page: int, nearest: int) -> None:
    assert browsing.menu(park, "facility", page) == browsing.menu(park, "facility", nearest)


def test_events_are_those_to_come_the_next_one_first(park: View) -> None:
    first, second, *_ = shown(browsing.menu(park, "event", 0))
    assert (first, second) == ("show:event:finance-clinic", "show:event:night-run")
    over = [
        event(id="old", starts="2026-11-01 10:00", ends="2026-11-01 11:00"),
        event(),
        event(id="next", starts="2026-11-25 12:00"),
    ]
    assert shown(browsing.menu(view(over, ZH), "event", 0)) == ["show:event:next", "show:event:talk", "signup:mine"]


def test_kind_with_one_record_shows_its_card(park: View) -> None:
    assert browsing.menu(park, "programme", 0).heading == "淘富成真"


def test_kind_without_records_says_so() -> None:
    assert browsing.menu(view([], ZH), "event", 0) == Message("暂时还没有内容。", heading="园区活动")


@pytest.mark.parametrize("language", Language)
def test_every_record_has_a_card_and_every_button_of_it_works(engine: Engine, language: Language) -> None:
    park = engine.view(language, NOW)
    for kind, record_id in park.snapshot.records:
        card = browsing.card(park, kind, record_id)
        assert card is not None
        assert card.text.strip()
        assert card.records == ((kind, record_id),)
        for data in shown(card.message):
            action, arguments = callbacks.unpack(data)
            if action == callbacks.FACT:
                told = browsing.fact(park, *arguments)
                assert told is not None
                assert told.text.strip()
            elif action == callbacks.SHOW:
                assert tuple(arguments) in park.snapshot.records
            elif action == callbacks.SIGN_UP:
                assert (arguments, kind) == (["event", record_id], "event")
            elif action == callbacks.MENTOR:
                assert (arguments, kind) == (["open", record_id], "programme")
            else:
                assert (action, arguments[0] in KINDS) == (callbacks.LIST, True)


def test_fact_by_a_button_is_a_turn_of_the_chat(park: View) -> None:
    told = browsing.fact(park, "facility", "makers-lab", "place")
    assert told is not None
    assert told.text == "硬功馆\n硬功馆在创客之家一、二层。"
    assert told.context is not None
    assert (told.context.records, told.context.aspect) == ((("facility", "makers-lab"),), "place")


@pytest.mark.parametrize(
    ("kind", "record_id", "aspect"),
    [
        ("facility", "gone", "hours"),
        ("nothing", "gone", "hours"),
        ("facility", "makers-lab", "nonsense"),
        ("facility", "talent-apartments", "hours"),
    ],
)
def test_fact_that_is_gone_is_none(park: View, kind: str, record_id: str, aspect: str) -> None:
    assert browsing.fact(park, kind, record_id, aspect) is None


def test_card_that_is_gone_is_none(park: View) -> None:
    assert browsing.card(park, "facility", "gone") is None


def test_buttons_of_the_longest_ids_fit() -> None:
    records = [
        subsidy(
            id="s" * 40,
            decided_in_working_days=5,
            documents=[{"en": "papers"}],
            benefits=[{"amount": 5, "per": "once"}],
        ),
        facility(
            id="f" * 40, hours="24h", free=True, rules=[{"en": "quiet"}], runs_every=[{"part": "noon", "minutes": 5}]
        ),
        event(id="e" * 40, seats=5),
    ]
    for record in records:
        card = browsing.card(view(records, ZH), record.kind, record.id)
        assert card is not None
        assert shown(card.message)
        assert all(len(data.encode()) <= callbacks.MAX_BYTES for data in shown(card.message))


def test_card_leads_back_to_its_page(park: View) -> None:
    card = browsing.card(park, "facility", "parking")
    assert card is not None
    assert shown(card.message)[-1] == "list:facility:2"


def test_menu_is_of_the_time_it_is_asked_for() -> None:
    records = [event(id="talk"), event(id="next", starts="2026-12-25 12:00", ends="2026-12-25 13:00")]
    assert shown(browsing.menu(view(records, ZH), "event", 0)) == ["show:event:talk", "show:event:next", "signup:mine"]
    assert browsing.menu(view(records, ZH, now="2026-12-01 00:00"), "event", 0).text == "12月25日（周五） 12:00–13:00"
