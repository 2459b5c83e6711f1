"""The page of /settings about announcements, and the button under those that ask to be confirmed."""

import pytest

from bot.app import Assistant
from bot.messages.callbacks import mark_of
from bot.people import preferences
from bot.people.preferences import HOURS, NO_HOURS, Wishes
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from storage import chats
from tests.handlers.conftest import EMMA, EN, LIN, ZH
from tests.handlers.tenant.test_preferences import shown

SAFETY = f"settings:notices:topic:{mark_of('safety')}"


async def wishes(park: Assistant) -> Wishes:
    return await preferences.of_chat(park.services.database, LIN)


async def page(telegram: SandboxClient, person: int = LIN) -> MessageView:
    """The page, opened."""
    settings = await telegram.ask(person, "/settings")
    await shown(telegram, person, settings.id, "settings:notices")
    return next(one for one in await telegram.messages(person) if one.id == settings.id)


async def buttons(telegram: SandboxClient, message: MessageView, press: str) -> list[str]:
    """What the buttons say after a press."""
    await shown(telegram, LIN, message.id, press)
    return [one.text for one in next(one for one in await telegram.messages(LIN) if one.id == message.id).buttons]


async def test_everything_is_wanted_and_nights_are_quiet_at_first(park: Assistant, telegram: SandboxClient) -> None:
    message = await page(telegram)
    assert [one.text for one in message.buttons] == [
        "只收加急通知",
        *(f"✓ {topic}" for topic in ("政策", "活动", "导师日", "场馆设施", "安全", "园区生活")),
        "✓ 勿扰 22:00–8:00",
        "勿扰 21:00–9:00",
        "勿扰 23:00–7:00",
        "不设勿扰",
        ZH("stored-button-back"),
    ]
    async with park.services.database.read() as session:
        assert await chats.get(session, LIN) is None


async def test_choices_are_kept_and_taken_back(park: Assistant, telegram: SandboxClient) -> None:
    message = await page(telegram)
    assert "✓ 只收加急通知" in await buttons(telegram, message, "settings:notices:mute:on")
    assert "安全" in await buttons(telegram, message, f"{SAFETY}:off")
    assert "✓ 不设勿扰" in await buttons(telegram, message, f"settings:notices:quiet:{HOURS.index(NO_HOURS)}")
    assert await wishes(park) == Wishes(True, NO_HOURS, frozenset({"safety"}))
    assert "只收加急通知" in await buttons(telegram, message, "settings:notices:mute:off")
    assert "✓ 安全" in await buttons(telegram, message, f"{SAFETY}:on")
    assert await wishes(park) == Wishes(False, NO_HOURS, frozenset())


async def test_page_speaks_english(park: Assistant, telegram: SandboxClient) -> None:
    message = await page(telegram, EMMA)
    assert message.text == f"{EN('notices-title')}\n{EN('notices-text')}"
    assert message.buttons[0].text == "Urgent ones only"


async def test_stored_data_tells_of_wishes_and_announcements_and_forgetting_erases_them(
    park: Assistant, telegram: SandboxClient
) -> None:
    await telegram.ask(LIN, "/start")
    message = await page(telegram)
    await shown(telegram, LIN, message.id, "settings:notices:mute:on")
    await shown(telegram, LIN, message.id, f"{SAFETY}:off")
    await shown(telegram, LIN, message.id, "settings")
    told = await shown(telegram, LIN, message.id, "settings:stored")
    assert "通知：只收加急；勿扰 22:00–8:00；不收的话题：安全" in told.splitlines()
    question = await telegram.ask(LIN, "/forgetme")
    await telegram.press(LIN, question.id, "forget:yes")
    await telegram.wait_messages(LIN, after=question.change)
    assert await wishes(park) == Wishes(False, HOURS[0], frozenset())


@pytest.mark.parametrize(
    ("text", "language"), [("硬功馆晚上开门吗", "zh"), ("Is the hardware lab open at night?", "en")]
)
async def test_language_of_the_last_reply_is_remembered(
    park: Assistant, telegram: SandboxClient, text: str, language: str
) -> None:
    for said, expected in (("/start", "zh"), (text, language)):
        await telegram.ask(LIN, said)
        async with park.services.database.read() as session:
            chat = await chats.get(session, LIN)
        assert chat
        assert chat.spoken == expected
