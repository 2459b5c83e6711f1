"""editMessageText and editMessageReplyMarkup."""

from typing import Any

import pytest

from bot.sandbox.client import SandboxClient
from bot.sandbox.methods.editing import NOT_MODIFIED
from bot.sandbox.views import MessageView
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import LIN
from tests.fakes import FakeClock

KEYBOARD = {"inline_keyboard": [[{"text": "go", "callback_data": "go"}]]}
OTHER = {"inline_keyboard": [[{"text": "on", "callback_data": "on"}]]}


@pytest.fixture
async def card(bot: BotSide, started: MessageView) -> dict[str, Any]:
    """A message of the bot that names itself: the parameters chat_id and message_id."""
    sent = await bot.say(started.chat, "<b>一</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    return {"chat_id": LIN, "message_id": sent["message_id"]}


async def test_edit_changes_text_and_keyboard_in_place(
    bot: BotSide, client: SandboxClient, clock: FakeClock, card: dict[str, Any]
) -> None:
    before = (await client.messages(LIN))[-1]
    clock.advance(minutes=1)
    edited = await bot.ok("editMessageText", **card, text="二", reply_markup=OTHER)
    (seen,) = await client.wait_messages(LIN, after=before.change)

    assert (seen.id, seen.text, seen.edited, seen.buttons[0].data) == (card["message_id"], "二", True, "on")
    assert edited["edit_date"] - edited["date"] == 60
    assert len(await client.messages(LIN)) == 2


async def test_edit_without_keyboard_takes_it_away(bot: BotSide, card: dict[str, Any]) -> None:
    assert "reply_markup" not in await bot.ok("editMessageText", **card, text="二")


async def test_keyboard_alone_changes_without_marking_the_message_edited(bot: BotSide, card: dict[str, Any]) -> None:
    edited = await bot.ok("editMessageReplyMarkup", **card, reply_markup=OTHER)

    assert (edited["text"], edited["reply_markup"], "edit_date" in edited) == ("一", OTHER, False)
    assert "reply_markup" not in await bot.ok("editMessageReplyMarkup", **card)


async def test_same_content_is_not_modified(bot: BotSide, card: dict[str, Any]) -> None:
    refusal = (400, f"Bad Request: {NOT_MODIFIED}")
    same = {"text": "<strong>一</strong> ", "parse_mode": "HTML", "reply_markup": KEYBOARD}

    assert await bot.refused("editMessageText", **card, **same) == refusal
    assert await bot.refused("editMessageReplyMarkup", **card, reply_markup=KEYBOARD) == refusal
    assert await bot.ok("editMessageText", **card, text="一", reply_markup=KEYBOARD), "the bold went"


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        ({"text": ""}, "message text is empty"),
        ({"text": "x", "message_id": 1}, "message to edit not found"),
        ({"text": "x", "message_id": ""}, "message identifier is not specified"),
        ({"text": "x", "chat_id": 4711}, "chat not found"),
        ({"text": "x", "reply_markup": {"keyboard": [["a"]]}}, "inline keyboard expected"),
        (
            {"text": "<b>", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
    ],
)
async def test_edit_is_refused(bot: BotSide, card: dict[str, Any], params: dict[str, Any], description: str) -> None:
    assert await bot.refused("editMessageText", **{**card, **params}) == (400, f"Bad Request: {description}")


async def test_message_of_a_person_cannot_be_edited(bot: BotSide, started: MessageView) -> None:
    assert await bot.refused("editMessageText", chat_id=LIN, message_id=started.id, text="x") == (
        400,
        "Bad Request: message can't be edited",
    )


async def test_message_of_who_blocked_the_bot_cannot_be_edited(
    bot: BotSide, client: SandboxClient, card: dict[str, Any]
) -> None:
    await client.block(LIN)

    assert (await bot.refused("editMessageText", **card, text="二"))[0] == 403
