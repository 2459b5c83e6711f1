"""Pressed buttons and answerCallbackQuery."""

import asyncio
from typing import Any

import pytest

from bot.sandbox.client import ControlError, SandboxClient
from bot.sandbox.views import MessageView, PressAnswer
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import LIN
from tests.fakes import FakeClock

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "打开", "callback_data": "open"}, {"text": "关闭", "callback_data": "close"}],
        [{"text": "网站", "url": "https://example.com"}],
    ]
}
TOO_OLD = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")


@pytest.fixture
async def card(bot: BotSide, started: MessageView) -> int:
    """The id of a message with buttons."""
    return int((await bot.say(started.chat, "门", reply_markup=KEYBOARD))["message_id"])


async def pressed(bot: BotSide, client: SandboxClient, card: int, button: str = "open") -> dict[str, Any]:
    """The callback query that the bot got."""
    await client.press(LIN, card, button, within=0)
    query: dict[str, Any] = (await bot.updates(timeout=5))[-1]["callback_query"]
    return query


@pytest.mark.parametrize("button", ["close", "关闭"])
async def test_press_reaches_the_bot_with_its_message(
    bot: BotSide, client: SandboxClient, card: int, button: str
) -> None:
    query = await pressed(bot, client, card, button)

    assert (query["data"], query["from"]["id"]) == ("close", LIN)
    assert (query["message"]["message_id"], query["message"]["text"]) == (card, "门")


async def test_answer_reaches_the_person(bot: BotSide, client: SandboxClient, card: int) -> None:
    waiting = asyncio.create_task(client.press(LIN, card, "open"))
    updates = [update for update in await bot.updates(timeout=5) if "callback_query" in update]
    while not updates:
        updates = [update for update in await bot.updates(timeout=5) if "callback_query" in update]
    await bot.ok(
        "answerCallbackQuery", callback_query_id=updates[0]["callback_query"]["id"], text="好", show_alert=True
    )

    assert await waiting == PressAnswer(answered=True, text="好", alert=True)


async def test_press_that_nobody_answers_says_so(client: SandboxClient, card: int) -> None:
    assert await client.press(LIN, card, "open", within=0.05) == PressAnswer(answered=False)


async def test_query_is_answered_once(bot: BotSide, client: SandboxClient, card: int) -> None:
    query = await pressed(bot, client, card)

    assert await bot.ok("answerCallbackQuery", callback_query_id=query["id"]) is True
    assert await bot.refused("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD


async def test_query_is_too_old_after_its_lifetime(
    bot: BotSide, client: SandboxClient, clock: FakeClock, card: int
) -> None:
    query = await pressed(bot, client, card)
    clock.advance(seconds=61)

    assert await bot.refused("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD


async def test_unknown_query_is_refused(bot: BotSide) -> None:
    assert await bot.refused("answerCallbackQuery", callback_query_id="17") == TOO_OLD
    assert await bot.refused("answerCallbackQuery") == TOO_OLD


async def test_over_long_answer_is_refused(bot: BotSide, client: SandboxClient, card: int) -> None:
    query = await pressed(bot, client, card)

    assert await bot.refused("answerCallbackQuery", callback_query_id=query["id"], text="x" * 201) == (
        400,
        "Bad Request: MESSAGE_TOO_LONG",
    )


@pytest.mark.parametrize("button", ["网站", "nothing", "https://example.com"])
async def test_only_callback_buttons_can_be_pressed(client: SandboxClient, card: int, button: str) -> None:
    with pytest.raises(ControlError, match="no callback button"):
        await client.press(LIN, card, button)
