"""A Content put into a Telegram chat as it was written: sent, edited, taken back."""

from collections.abc import Awaitable, Sequence
from typing import Any

from telegram import (
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    MessageEntity,
)
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.delivery.telegram import UNCHANGED, keyboard, says
from bot.messages.content import Content
from bot.messages.message import Button

ABOVE_BUTTONS = "👇"
"""The text of the message with the buttons of an album, which can have none itself."""

IN_ALBUM = {"photo": InputMediaPhoto, "document": InputMediaDocument, "video": InputMediaVideo}

GONE = ("message to delete not found", "message_id_invalid")


def messages_of(content: Content) -> int:
    """How many messages a content makes."""
    below = 1 if _is_album(content) and content.buttons else 0
    return max(len(content.media), 1) + below


async def send(
    bot: ExtBot[bool], chat_id: int, content: Content, arrived: list[int] | None = None, **options: Any
) -> list[int]:
    """Sends what has not `arrived` yet; the ids of all messages, which are put into `arrived` as they come.

    `options` are the library's, like rate_limit_args. Raises TelegramError.
    """
    ids = [] if arrived is None else arrived
    if len(ids) < len(content.media) or not ids:
        ids[:] = await _send_body(bot, chat_id, content, options)
    if len(ids) < messages_of(content):
        below = await bot.send_message(chat_id, ABOVE_BUTTONS, reply_markup=_keyboard(content), **options)
        ids.append(below.message_id)
    return ids


async def edit(bot: ExtBot[bool], chat_id: int, message_ids: Sequence[int], content: Content, **options: Any) -> None:
    """Changes the text, or the caption of the first file, and the buttons. Raises TelegramError."""
    first, last = message_ids[0], message_ids[-1]
    entities, markup = _entities(content), _keyboard(content)
    if not content.media:
        await _tolerant(
            bot.edit_message_text(content.text, chat_id, first, entities=entities, reply_markup=markup, **options)
        )
        return
    below = None if _is_album(content) else markup
    caption: dict[str, Any] = {"caption": content.text, "caption_entities": entities}
    await _tolerant(bot.edit_message_caption(chat_id, first, **caption, reply_markup=below, **options))
    if _is_album(content) and markup and len(message_ids) == messages_of(content):
        await _tolerant(bot.edit_message_reply_markup(chat_id, last, reply_markup=markup, **options))


async def delete(bot: ExtBot[bool], chat_id: int, message_ids: Sequence[int], *, again: bool, **options: Any) -> None:
    """Takes all of them back that can be. Raises TelegramError, the last one, when some cannot.

    Tried `again`, what is gone is as it should be.
    """
    refused = None
    for message_id in message_ids:
        try:
            await bot.delete_message(chat_id, message_id, **options)
        except BadRequest as error:
            if not (again and says(error, *GONE)):
                refused = error
    if refused:
        raise refused


async def _send_body(bot: ExtBot[bool], chat_id: int, content: Content, options: dict[str, Any]) -> list[int]:
    if _is_album(content):
        return [message.message_id for message in await _send_album(bot, chat_id, content, options)]
    return [(await _send_one(bot, chat_id, content, options)).message_id]


async def _send_album(
    bot: ExtBot[bool], chat_id: int, content: Content, options: dict[str, Any]
) -> tuple[Message, ...]:
    """The text stands under the first file."""
    items = [IN_ALBUM[one.kind](one.file_id) for one in content.media]
    items[0] = IN_ALBUM[content.media[0].kind](
        content.media[0].file_id, caption=content.text or None, caption_entities=_entities(content)
    )
    return await bot.send_media_group(chat_id, items, **options)


async def _send_one(bot: ExtBot[bool], chat_id: int, content: Content, options: dict[str, Any]) -> Message:
    entities, markup = _entities(content), _keyboard(content)
    if not content.media:
        return await bot.send_message(chat_id, content.text, entities=entities, reply_markup=markup, **options)
    (media,) = content.media
    rest: dict[str, Any] = {"caption": content.text or None, "caption_entities": entities, "reply_markup": markup}
    match media.kind:
        case "photo":
            return await bot.send_photo(chat_id, media.file_id, **rest, **options)
        case "document":
            return await bot.send_document(chat_id, media.file_id, **rest, **options)
        case "video":
            return await bot.send_video(chat_id, media.file_id, **rest, **options)


async def _tolerant(call: Awaitable[object]) -> None:
    """A change that changes nothing is made."""
    try:
        await call
    except BadRequest as error:
        if not says(error, UNCHANGED):
            raise


def _is_album(content: Content) -> bool:
    return len(content.media) > 1


def _entities(content: Content) -> list[MessageEntity]:
    """As they are given: the text is no markup."""
    return list(MessageEntity.de_list(list(content.entities)))


def _keyboard(content: Content) -> InlineKeyboardMarkup | None:
    return keyboard(tuple(tuple(Button(one.text, one.data, one.url) for one in row) for row in content.buttons))
