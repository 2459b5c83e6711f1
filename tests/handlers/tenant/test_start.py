import pytest

from bot.app import Assistant
from bot.messages.texts import Texts
from bot.sandbox.client import SandboxClient
from storage import chats
from tests.handlers.conftest import EMMA, EN, LIN, ZH


@pytest.mark.parametrize(("person", "texts"), [(LIN, ZH), (EMMA, EN)])
async def test_start_greets_in_the_language_of_the_persons_telegram(
    park: Assistant, telegram: SandboxClient, person: int, texts: Texts
) -> None:
    hello = await telegram.ask(person, "/start")
    assert hello.text == f"{texts('start-title')}\n{texts('start-text')}"
    assert [button.data for button in hello.buttons] == [
        "list:subsidy:0",
        "list:facility:0",
        "list:event:0",
        "list:programme:0",
        "human",
        "settings",
    ]


async def test_start_is_remembered_without_a_name(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, "/start")
    async with park.services.database.read() as session:
        chat = await chats.get(session, LIN)
    assert chat is not None
    assert "林工" not in str(chat.model_dump())


async def test_start_with_a_deep_link_shows_the_card(park: Assistant, telegram: SandboxClient) -> None:
    card = await telegram.ask(LIN, "/start facility_makers-lab")
    assert card.text.startswith("硬功馆")
    assert any(button.data.startswith("fact:facility:makers-lab:") for button in card.buttons)


@pytest.mark.parametrize(
    "payload", ["facility_no-such-lab", "nonsense", "spaceship_x", "_", "facility_", "facility_a_b"]
)
async def test_start_with_a_dead_deep_link_greets_and_says_so(
    park: Assistant, telegram: SandboxClient, payload: str
) -> None:
    hello = await telegram.ask(LIN, f"/start {payload}")
    assert hello.text == f"{ZH('start-gone-title')}\n{ZH('start-gone-text')}"
    assert hello.buttons


@pytest.mark.parametrize(("person", "texts"), [(LIN, ZH), (EMMA, EN)])
async def test_help_says_what_can_be_asked(park: Assistant, telegram: SandboxClient, person: int, texts: Texts) -> None:
    answer = await telegram.ask(person, "/help")
    assert answer.text == f"{texts('help-title')}\n{texts('help-text')}"


async def test_language_follows_what_was_written_last(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(EMMA, "硬功馆晚上开门吗")
    assert (await telegram.ask(EMMA, "/help")).text.startswith(ZH("help-title"))
