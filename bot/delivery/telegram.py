"""A Message put into a Telegram chat: escaped, cut to Telegram's limit, sent or edited in place."""

from html import escape
from typing import Any

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, ReplyParameters
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest

from bot.delivery.request import PerhapsSentError
from bot.messages.message import Button, Message, Rows

log = structlog.get_logger(__name__)

LIMIT = MessageLimit.MAX_TEXT_LENGTH
"""UTF-16 code units of a message, markup not counted."""

CAPTION_LIMIT = MessageLimit.CAPTION_LENGTH
"""The same below a picture."""

ELLIPSIS = "…"
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

UNCHANGED = "message is not modified"
GONE = ("message to edit not found", "message can't be edited", "message_id_invalid", "there is no text in the message")


async def send(bot: Bot, chat_id: int, message: Message, *, reply_to: int | None = None) -> int | None:
    """Sends a message, in a group as a reply to `reply_to`; the id of what was sent.

    When Telegram does not say whether it took it, it is sent once more, and then taken as sent: None.
    """
    for attempt in (1, 2):
        try:
            return await _send(bot, chat_id, message, reply_to)
        except PerhapsSentError as error:
            log.warning("message.perhaps_sent", attempt=attempt, error=error.message)
    return None


async def _send(bot: Bot, chat_id: int, message: Message, reply_to: int | None) -> int:
    rest: dict[str, Any] = {
        "parse_mode": ParseMode.HTML,
        "reply_markup": keyboard(message.buttons),
        "reply_parameters": ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None,
    }
    if message.picture:
        caption = as_html(message, CAPTION_LIMIT)
        return (await bot.send_photo(chat_id, message.picture, caption, **rest)).message_id
    sent = await bot.send_message(chat_id, as_html(message), link_preview_options=NO_PREVIEW, **rest)
    return sent.message_id


async def send_file(bot: Bot, chat_id: int, name: str, data: bytes, caption: str) -> None:
    """Sends a file under a name; the caption is plain text."""
    document = InputFile(data, filename=name, read_file_handle=False)
    await bot.send_document(chat_id, document, cut(caption, CAPTION_LIMIT))


async def edit(bot: Bot, chat_id: int, message_id: int, message: Message) -> int | None:
    """Edits a message of ours in place, or sends it anew where that one is gone or a picture; the id as `send` has it.

    The message itself has no picture.
    """
    if await change(bot, chat_id, message_id, message):
        return message_id
    return await send(bot, chat_id, message)


async def change(bot: Bot, chat_id: int, message_id: int, message: Message) -> bool:
    """Edits a message of ours in place; False where it is gone or a picture."""
    try:
        await bot.edit_message_text(
            as_html(message),
            chat_id,
            message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(message.buttons),
            link_preview_options=NO_PREVIEW,
        )
    except BadRequest as error:
        if says(error, *GONE):
            return False
        if not says(error, UNCHANGED):
            raise
    return True


async def send_document(bot: Bot, chat_id: int, data: bytes, name: str, caption: str) -> None:
    """Sends a file; once more when Telegram does not say whether it took it."""
    for attempt in (1, 2):
        try:
            await bot.send_document(chat_id, data, caption, filename=name)
        except PerhapsSentError as error:
            log.warning("message.perhaps_sent", attempt=attempt, error=error.message)
        else:
            return


async def edit_keyboard(bot: Bot, chat_id: int, message_id: int, rows: Rows) -> None:
    """Changes the buttons under a message of ours, unless it is gone."""
    try:
        await bot.edit_message_reply_markup(chat_id, message_id, reply_markup=keyboard(rows))
    except BadRequest as error:
        if not says(error, UNCHANGED, *GONE):
            raise


def as_html(message: Message, limit: int = LIMIT) -> str:
    """Heading in bold above the text, all escaped; never empty, never longer than Telegram takes."""
    heading = cut(message.heading.strip(), limit // 4)
    text = cut(message.text.strip(), limit - units(heading) - 1)
    parts = [f"<b>{escape(heading, quote=False)}</b>" if heading else "", escape(text, quote=False)]
    return "\n".join(filter(None, parts)) or ELLIPSIS


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in rows])


def units(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, limit: int) -> str:
    """The text within `limit` units, cut at the end of a line where one is near, with an ellipsis."""
    if units(text) <= limit:
        return text
    return _beginning(text, limit - units(ELLIPSIS)).rstrip() + ELLIPSIS


def pages(text: str, limit: int) -> list[str]:
    """The text in parts within `limit` units (2 or more), parted at the end of a line where one is near."""
    parts = []
    while units(text) > limit:
        parts.append(_beginning(text, limit))
        text = text[len(parts[-1]) :].removeprefix("\n")
    return [*parts, text]


def _beginning(text: str, limit: int) -> str:
    kept = text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", errors="ignore")  # a halved pair is dropped
    line_end = kept.rfind("\n")
    return kept[:line_end] if line_end > len(kept) * 3 // 4 else kept


def says(error: BadRequest, *reasons: str) -> bool:
    """Whether Telegram refused for one of these reasons, in its words in lower case."""
    return any(reason in error.message.lower() for reason in reasons)


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.text, url=button.url)
    return InlineKeyboardButton(button.text, callback_data=button.data)
