import pytest

from bot.app import Assistant, assistant
from bot.sandbox.client import SandboxClient
from bot.settings import Settings
from storage import records
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, LIN, ZH, data_of


@pytest.mark.parametrize(
    ("command", "kind"),
    [("/subsidies", "subsidy"), ("/facilities", "facility"), ("/events", "event")],
)
@pytest.mark.parametrize("person", [LIN, EMMA])
async def test_menu_lists_its_kind(
    park: Assistant, telegram: SandboxClient, person: int, command: str, kind: str
) -> None:
    menu = await telegram.ask(person, command)
    assert data_of(menu, f"show:{kind}:")


async def test_menu_of_one_record_is_its_card(park: Assistant, telegram: SandboxClient) -> None:
    card = await telegram.ask(LIN, "/mentoring")
    assert card.text.startswith("淘富成真")
    assert data_of(card, "fact:programme:taofu:")


async def test_menu_turns_its_pages_in_place(park: Assistant, telegram: SandboxClient) -> None:
    first = await telegram.ask(LIN, "/facilities")
    (forward,) = data_of(first, "list:facility:1")
    assert (await telegram.press(LIN, first.id, forward)).answered
    (second,) = await telegram.wait_messages(LIN, after=first.change)
    assert second.id == first.id
    assert not set(data_of(first, "show:")) & set(data_of(second, "show:"))
    await telegram.press(LIN, second.id, data_of(second, "list:facility:0")[0])
    (again,) = await telegram.wait_messages(LIN, after=second.change)
    assert (again.id, again.text, again.keyboard) == (first.id, first.text, first.keyboard)


async def test_card_and_fact_are_shown_in_place(park: Assistant, telegram: SandboxClient) -> None:
    menu = await telegram.ask(LIN, "/subsidies")
    await telegram.press(LIN, menu.id, "show:subsidy:rent-three-year")
    (card,) = await telegram.wait_messages(LIN, after=menu.change)
    assert card.text.startswith("入驻企业三年租金补贴")
    await telegram.press(LIN, card.id, data_of(card, "fact:subsidy:rent-three-year:")[0])
    (fact,) = await telegram.wait_messages(LIN, after=card.change)
    assert menu.id == card.id == fact.id
    assert fact.text != card.text
    assert data_of(card, "list:") == data_of(fact, "list:") == ["list:subsidy:0"]
    assert len(await telegram.calls(method="sendMessage", chat=LIN)) == 1


async def test_heading_of_a_card_is_bold(park: Assistant, telegram: SandboxClient) -> None:
    card = await telegram.ask(LIN, "/start facility_makers-lab")
    assert {"type": "bold", "offset": 0, "length": len(card.text.split("\n")[0])} in [
        dict(one) for one in card.entities
    ]


async def test_question_after_a_card_refers_to_it(park: Assistant, telegram: SandboxClient) -> None:
    menu = await telegram.ask(LIN, "/start")
    await telegram.press(LIN, menu.id, "list:subsidy:0")
    (menu,) = await telegram.wait_messages(LIN, after=menu.change)
    await telegram.press(LIN, menu.id, "show:subsidy:rent-three-year")
    (card,) = await telegram.wait_messages(LIN, after=menu.change)
    answer = await telegram.ask(LIN, "要什么材料？")
    assert "营业执照" in answer.text
    assert answer.id != card.id


async def test_buttons_work_after_a_restart(settings: Settings, clock: FakeClock, telegram: SandboxClient) -> None:
    async with assistant(settings, clock):
        menu = await telegram.ask(LIN, "/facilities")
    async with assistant(settings, clock):
        await telegram.press(LIN, menu.id, "show:facility:makers-lab")
        (card,) = await telegram.wait_messages(LIN, after=menu.change)
    assert card.id == menu.id
    assert card.text.startswith("硬功馆")


async def test_button_of_a_record_that_was_taken_down_says_so(park: Assistant, telegram: SandboxClient) -> None:
    menu = await telegram.ask(LIN, "/facilities")
    async with park.services.database.transaction() as session:
        await records.publish(session, [], retire_missing=True, now=park.services.clock.now())
    answer = await telegram.press(LIN, menu.id, "show:facility:makers-lab")
    assert (answer.text, answer.alert) == (ZH("press-record-gone"), True)
