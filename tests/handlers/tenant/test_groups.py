import json
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.answering.service import AnswerService
from bot.answering.types import Answer, Message, Outcome
from bot.app import Assistant
from bot.languages import Language
from bot.messages.message import Button
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import TOKEN
from storage import cases, chats
from tests.handlers.conftest import EMMA, LIN, ZH


@pytest.fixture
async def group(telegram: SandboxClient) -> int:
    """A group where the bot, an administrator, reads everything."""
    return await telegram.create_group("租户群", [LIN, EMMA], bot_is_admin=True)


async def test_group_talk_is_left_alone(park: Assistant, telegram: SandboxClient, group: int) -> None:
    await telegram.send_text(LIN, "硬功馆晚上开门吗", chat=group)
    await telegram.send_text(EMMA, "ask @parkbot2 or x@parkbots.example", chat=group)
    await telegram.send_media(LIN, "sticker", chat=group)
    await telegram.send_text(LIN, "/nosuchcommand", chat=group)
    mentioned = await telegram.send_text(LIN, "@parkbot 硬功馆晚上开门吗", chat=group)
    (answer,) = await telegram.wait_messages(group, after=0)
    assert answer.reply_to == mentioned.id


@pytest.mark.parametrize("text", ["@parkbot 硬功馆晚上开门吗", "@ParkBot硬功馆晚上开门吗", "硬功馆晚上开门吗 @parkbot"])
async def test_mention_is_answered_as_a_reply(park: Assistant, telegram: SandboxClient, group: int, text: str) -> None:
    question = await telegram.send_text(LIN, text, chat=group)
    (answer,) = await telegram.wait_messages(group, after=question.change)
    assert "24" in answer.text
    assert answer.reply_to == question.id


async def test_reply_to_us_is_a_question_that_goes_on(park: Assistant, telegram: SandboxClient, group: int) -> None:
    answer = await telegram.ask(LIN, "@parkbot 三年租金补贴能补多少？", chat=group)
    question = await telegram.send_text(EMMA, "那要什么材料？", chat=group, reply_to=answer.id)
    (follow_up,) = await telegram.wait_messages(group, after=question.change)
    assert "营业执照" in follow_up.text
    assert follow_up.reply_to == question.id


async def test_mention_alone_gets_help(park: Assistant, telegram: SandboxClient, group: int) -> None:
    assert (await telegram.ask(LIN, "@parkbot", chat=group)).text.startswith(ZH("help-title"))


@pytest.mark.parametrize("command", ["/settings", "/forgetme@parkbot", "/human"])
async def test_personal_command_in_a_group_is_sent_to_private(
    park: Assistant, telegram: SandboxClient, group: int, command: str
) -> None:
    answer = await telegram.ask(LIN, command, chat=group)
    assert answer.text == ZH("other-private", username="parkbot")


async def test_menu_works_in_a_group(park: Assistant, telegram: SandboxClient, group: int) -> None:
    menu = await telegram.ask(LIN, "/facilities@parkbot", chat=group)
    await telegram.press(EMMA, menu.id, "show:facility:makers-lab", chat=group)
    (card,) = await telegram.wait_messages(group, after=menu.change)
    assert card.id == menu.id


async def test_edited_mention_edits_the_answer(park: Assistant, telegram: SandboxClient, group: int) -> None:
    question = await telegram.send_text(LIN, "@parkbot 三年租金补贴要什么材料？", chat=group)
    (first,) = await telegram.wait_messages(group, after=question.change)
    edited = await telegram.edit_text(LIN, question.id, "@parkbot 硬功馆晚上开门吗", chat=group)
    (second,) = await telegram.wait_messages(group, after=edited.change)
    assert second.id == first.id
    assert "24" in second.text


@pytest.mark.parametrize("question", ["/start", "/help", "@parkbot", "@parkbot 帮我订一张去北京的机票"])
async def test_group_is_offered_no_button_about_oneself(
    park: Assistant, telegram: SandboxClient, group: int, question: str
) -> None:
    answer = await telegram.ask(LIN, question, chat=group)
    offered = [button.data.partition(":")[0] for button in answer.buttons]
    assert not {"human", "settings", "forget", "lang"} & set(offered)


@pytest.mark.parametrize(
    "data",
    ["human", "settings", "settings:stored", "settings:export", "lang:en", "forget", "forget:yes", "settings:nonsense"],
)
async def test_button_about_oneself_that_came_into_a_group_does_nothing(
    park: Assistant, telegram: SandboxClient, telegram_address: str, group: int, data: str
) -> None:
    await telegram.ask(LIN, "@parkbot 硬功馆晚上开门吗", chat=group)
    keyboard = json.dumps({"inline_keyboard": [[{"text": "!", "callback_data": data}]]})
    async with ClientSession() as http:
        old = {"chat_id": group, "text": "old", "reply_markup": keyboard}
        await http.post(f"{telegram_address}/sandbox/bot{TOKEN}/sendMessage", data=old)
    shown = next(message for message in await telegram.messages(group) if message.text == "old")
    refused = await telegram.press(EMMA, shown.id, data, chat=group)
    assert (refused.text, refused.alert) == (ZH("press-private"), True)
    assert next(message for message in await telegram.messages(group) if message.id == shown.id) == shown
    async with park.services.database.read() as session:
        chat = await chats.get(session, group)
        assert chat is not None
        assert chat.user_language is None
        assert await cases.waiting(session) == []


async def test_choice_in_a_group_offers_no_button_about_oneself(
    park: Assistant, telegram: SandboxClient, group: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def choose(*_: Any) -> Answer:
        buttons = ((Button("A", "show:facility:makers-lab"),), (Button("B", "human"),))
        return Answer(Outcome.CHOOSE, Message("?", buttons=buttons), Language.ZH)

    question = await telegram.send_text(LIN, "@parkbot 硬功馆晚上开门吗", chat=group)
    await telegram.wait_messages(group, after=question.change)
    monkeypatch.setattr(AnswerService, "answer", choose)
    edited = await telegram.edit_text(LIN, question.id, "@parkbot 场馆", chat=group)
    (in_place,) = await telegram.wait_messages(group, after=edited.change)
    new = await telegram.ask(LIN, "@parkbot 场馆", chat=group)
    assert [button.data for button in (*in_place.buttons, *new.buttons)] == ["show:facility:makers-lab"] * 2
