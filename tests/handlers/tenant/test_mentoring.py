"""Applying for a mentoring day on the phone: two taps and a sentence."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage.models import ApplicationState
from tests.fakes import FakeClock
from tests.handlers.arranged import later
from tests.handlers.conftest import EMMA, EN, LIN, ZH, Faults, data_of
from tests.handlers.forging import forge, with_button
from tests.handlers.tenant.profile.talking import Person

CLOSED = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@pytest.fixture
def lin(telegram: SandboxClient) -> Person:
    return Person(telegram, LIN)


async def apply(person: Person, product: str = "一台会飞的路由器") -> None:
    await person.says("/mentoring")
    await person.presses("mentor:open:taofu")
    await person.presses("mentor:wish:1:1")
    await person.presses("mentor:wish:1:0")
    await person.presses("mentor:product:1")
    await person.says(product)


async def state(park: Assistant, person: int) -> ApplicationState | None:
    own = (await park.services.mentoring.days.find(1, person)).own
    return own.state if own else None


async def test_founder_ranks_experts_and_types_a_sentence(park: Assistant, lin: Person, faults: Faults) -> None:
    await apply(lin)
    assert lin.last
    assert lin.last.text.splitlines()[3:] == [
        ZH("mentoring-applied"),
        "想见：银杏谷资本、富士康",
        "产品：一台会飞的路由器",
    ]
    assert await state(park, LIN) is ApplicationState.APPLIED
    assert faults() == []


async def test_experts_show_their_rank_and_a_second_tap_takes_it_away(park: Assistant, lin: Person) -> None:
    await lin.says("/mentoring")
    await lin.presses("mentor:open:taofu")
    chosen = await lin.presses("mentor:wish:1:2")
    assert [one.text[0] for one in chosen.buttons if one.data.startswith("mentor:wish")].count("①") == 1
    assert data_of(chosen, "mentor:product")
    again = await lin.presses("mentor:wish:1:2")
    assert data_of(again, "mentor:product") == []


async def test_sentence_can_be_corrected_and_the_next_text_is_a_question(park: Assistant, lin: Person) -> None:
    await apply(lin, "路由")
    await lin.corrects("路由", "一台会飞的路由器")
    own = (await park.services.mentoring.days.find(1, LIN)).own
    assert own
    assert own.product == "一台会飞的路由器"
    answer = await lin.says("食堂几点开门")
    assert "食堂" in answer.text


async def test_application_is_changed_and_withdrawn(park: Assistant, lin: Person) -> None:
    await apply(lin)
    await lin.presses("mentor:change:1")
    await lin.presses("mentor:wish:1:0")
    await lin.says("/mentoring")
    page = await lin.presses("mentor:open:taofu")
    assert "想见：银杏谷资本" in page.text.splitlines()
    await lin.presses("mentor:leave:1")
    assert await state(park, LIN) is ApplicationState.WITHDRAWN


async def test_what_was_written_is_told_handed_out_and_erased(park: Assistant, lin: Person) -> None:
    await apply(lin)
    await lin.says("/settings")
    stored = await lin.presses("settings:stored")
    assert ZH("stored-applications", count=1) in stored.text
    told = await lin.presses("settings:export:0")
    assert ZH("stored-application", product="一台会飞的路由器") in told.text
    await lin.says("/forgetme")
    await lin.presses("forget:yes")
    assert await park.services.mentoring.arranging.applications(1) == []


async def test_sent_application_keeps_its_sentence(park: Assistant, lin: Person) -> None:
    await apply(lin)
    await lin.presses("mentor:change:1")
    await lin.presses("mentor:wish:1:0")
    asked = await lin.presses("mentor:product:1")
    assert [(one.text, one.data) for one in asked.buttons] == [
        (ZH("mentoring-button-keep-product"), "mentor:keep:1"),
        (ZH("mentoring-button-experts"), "mentor:change:1"),
    ]
    sent = await lin.presses("mentor:keep:1")
    assert sent.text.splitlines()[3:] == [ZH("mentoring-applied"), "想见：银杏谷资本", "产品：一台会飞的路由器"]
    assert "食堂" in (await lin.says("食堂几点开门")).text
    assert await state(park, LIN) is ApplicationState.APPLIED


async def at_the_last_minute(park: Assistant, person: Person, clock: FakeClock) -> None:
    """The product is asked for, and the deadline passes."""
    await person.says("/mentoring")
    await person.presses("mentor:open:taofu")
    chosen = await person.presses("mentor:wish:1:1")
    await later(park, clock, CLOSED - timedelta(minutes=1))
    await person.presses("mentor:product:1", on=chosen)
    await later(park, clock, CLOSED)


@pytest.mark.parametrize("typed", ["食堂几点开门", "一台会飞的路由器"])
async def test_deadline_passes_while_the_product_is_asked(
    park: Assistant, lin: Person, clock: FakeClock, typed: str
) -> None:
    await at_the_last_minute(park, lin, clock)
    answer = await lin.says(typed)
    assert "食堂" in answer.text if "食堂" in typed else answer.text == ZH("mentoring-error-closed")
    assert "食堂" in (await lin.says("食堂几点开门")).text
    assert await state(park, LIN) is ApplicationState.DRAFT


async def test_buttons_of_a_closed_day_ask_nothing(
    park: Assistant, lin: Person, clock: FakeClock, telegram_address: str
) -> None:
    await apply(lin)
    await later(park, clock, CLOSED)
    for data in ("mentor:product:1", "mentor:keep:1", "mentor:wish:1:0"):
        assert await forge(telegram_address, lin, data) == ZH("mentoring-error-closed")
    assert "食堂" in (await lin.says("食堂几点开门")).text
    old = await with_button(telegram_address, lin, "mentor:change:1")
    page = await lin.presses("mentor:change:1", on=old)
    assert page.text.splitlines()[3:] == [
        ZH("mentoring-applied"),
        "想见：银杏谷资本、富士康",
        "产品：一台会飞的路由器",
    ]


async def test_after_the_deadline_typing_is_told_so(park: Assistant, lin: Person, clock: FakeClock) -> None:
    await lin.says("/mentoring")
    await lin.presses("mentor:open:taofu")
    await lin.presses("mentor:wish:1:1")
    await lin.presses("mentor:product:1")
    clock.set(CLOSED.replace(minute=1))
    # the dialogue waits for half an hour only: the text is a question by then
    await lin.says("一台会飞的路由器")
    assert await state(park, LIN) is ApplicationState.DRAFT


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("mentor:open:no-such", "mentoring-error-gone"),
        ("mentor:wish:999:1", "mentoring-error-gone"),
        ("mentor:wish:1:99", "press-stale"),
        ("mentor:product:1", "mentoring-error-no-wish"),
        ("mentor:keep:1", "press-stale"),
        ("mentor:leave:1", "mentoring-error-decided"),
        ("mentor:admit:1", "press-stale"),
        ("mentor:leave:x", "press-stale"),
        ("mentor", "press-stale"),
    ],
)
async def test_forged_and_stale_buttons_do_nothing(
    park: Assistant, lin: Person, telegram_address: str, data: str, key: str
) -> None:
    await lin.says("/mentoring")
    await lin.presses("mentor:open:taofu")
    emma = Person(lin.telegram, EMMA)
    await emma.says("/start")
    assert await forge(telegram_address, emma, data) == EN(key)
    assert await state(park, LIN) is ApplicationState.DRAFT
    assert await state(park, EMMA) is None
