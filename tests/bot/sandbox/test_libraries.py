"""A real library at the sandbox: python-telegram-bot, by polling and with everything that it sends."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Update
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.sandbox.client import Attachment, SandboxClient
from bot.sandbox.server import Sandbox
from bot.sandbox.views import PressAnswer
from tests.bot.sandbox.conftest import CHEN, GROUP, LIN
from tests.pictures import png

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("好", callback_data="ok")]])
App = Application[Any, Any, Any, Any, Any, Any]


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message is not None
    await message.reply_chat_action(ChatAction.TYPING)
    await message.reply_html(f"<b>{message.text_html}</b>", do_quote=True, reply_markup=KEYBOARD)


async def press(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query is not None
    await query.edit_message_text(f"pressed {query.data}")
    await query.answer("好的")


@pytest.fixture
async def app(address: str, sandbox: Sandbox) -> AsyncIterator[App]:
    app = (
        ApplicationBuilder()
        .token(sandbox.token)
        .base_url(f"{address}/sandbox/bot")
        .base_file_url(f"{address}/sandbox/file/bot")
        .build()
    )
    app.add_handlers([CallbackQueryHandler(press), MessageHandler(filters.ALL, echo)])
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling(poll_interval=0)
        yield app
        await app.updater.stop()
        await app.stop()


async def test_library_answers_quotes_and_edits(app: App, client: SandboxClient) -> None:
    answer = await client.ask(LIN, "您好 <3")
    pressed = await client.press(LIN, answer.id, "ok")
    (_, edited) = await client.messages(LIN)

    assert (app.bot.username, answer.text) == ("parkbot", "您好 <3")
    assert answer.entities[0] == {"type": "bold", "offset": 0, "length": 5}
    assert answer.reply_to is not None
    assert pressed == PressAnswer(answered=True, text="好的")
    assert (edited.text, edited.edited) == ("pressed ok", True)


async def test_library_understands_every_kind_of_update(app: App, client: SandboxClient) -> None:
    await client.send_media(LIN, "photo", caption="看")
    await client.block(LIN)
    await client.unblock(LIN)
    group = await client.create_group("群", [LIN, CHEN], bot_is_admin=True)
    answer = await client.ask(CHEN, "大家好", chat=group)

    assert answer.text == "大家好"


async def test_library_raises_its_own_errors(app: App, client: SandboxClient) -> None:
    await client.send_text(LIN, "/start")
    await client.block(LIN)

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await app.bot.send_message(LIN, "hi")
    with pytest.raises(BadRequest, match="hat not found"):
        await app.bot.send_message(4711, "hi")
    with pytest.raises(BadRequest, match="parse entities"):
        await app.bot.send_message(GROUP, "<b>", parse_mode=ParseMode.HTML)


async def test_library_sends_fetches_edits_and_deletes_files(app: App, client: SandboxClient) -> None:
    await client.send_files(
        LIN, [Attachment("document", "图纸.pdf", b"%PDF"), Attachment("document", "名单.csv", b"a,b")]
    )
    (document, _) = [message for message in await client.messages(LIN) if not message.from_bot]
    file = await app.bot.get_file(document.raw["document"]["file_id"])
    assert bytes(await file.download_as_bytearray()) == b"%PDF"

    sent = await app.bot.send_document(LIN, file.file_id, caption="转发", filename="图纸.pdf")
    assert await sent.edit_caption("<b>新</b>图纸", parse_mode=ParseMode.HTML)
    album = await app.bot.send_media_group(LIN, [InputMediaPhoto(png(8, 8), caption="甲"), InputMediaPhoto(png(9, 9))])
    assert len({message.media_group_id for message in album}) == 1
    copy = await album[0].copy(LIN)
    assert await sent.edit_media(InputMediaPhoto(album[1].photo[-1].file_id))
    assert await app.bot.delete_messages(LIN, [copy.message_id, *(message.message_id for message in album)])
    assert [message.id for message in await client.messages(LIN)][-1] == sent.message_id


async def test_library_raises_what_limits_and_faults_say(app: App, client: SandboxClient) -> None:
    await client.ask(LIN, "/start")
    group = await client.create_group("群", [LIN], basic=True)
    new = await client.migrate_group(group)
    with pytest.raises(ChatMigrated) as moved:
        await app.bot.send_message(group, "hi")
    assert moved.value.new_chat_id == new
    await client.plan_fault("too-many", method="sendMessage", chat=LIN, seconds=7200)
    with pytest.raises(RetryAfter) as banned:
        await app.bot.send_message(LIN, "hi")
    assert banned.value.retry_after == 7200
    for kind in ("drop-after", "cut", "error-after"):
        await client.plan_fault(kind, method="sendMessage", chat=LIN)
        with pytest.raises(NetworkError):
            await app.bot.send_message(LIN, "hi")


async def test_library_manages_commands_and_webhooks(app: App) -> None:
    await app.bot.set_my_commands([BotCommand("help", "帮助")], language_code="zh")

    assert await app.bot.get_my_commands(language_code="zh") == (BotCommand("help", "帮助"),)
    assert (await app.bot.get_webhook_info()).url == ""
    assert (await app.bot.get_chat(GROUP)).title == "租户群"


async def test_library_notices_a_wrong_token(address: str) -> None:
    app = ApplicationBuilder().token("1:wrong").base_url(f"{address}/sandbox/bot").build()

    with pytest.raises(InvalidToken):
        await app.initialize()
