"""What staff send to be passed on: text with its formatting, pictures, videos, documents."""

from collections.abc import Mapping

from telegram import Message, MessageEntity

from bot.languages import Language
from bot.messages.content import Content, Media

FORMATS = {
    MessageEntity.BOLD,
    MessageEntity.ITALIC,
    MessageEntity.UNDERLINE,
    MessageEntity.STRIKETHROUGH,
    MessageEntity.SPOILER,
    MessageEntity.BLOCKQUOTE,
    MessageEntity.EXPANDABLE_BLOCKQUOTE,
    MessageEntity.CODE,
    MessageEntity.PRE,
    MessageEntity.TEXT_LINK,
}
"""Addresses and the like are found by Telegram anew; people who are mentioned and paid emoji are left out."""


def content_of(message: Message) -> Content | None:
    """None for what cannot be passed on, as a sticker or a voice message."""
    media = _media(message)
    if media is None and message.text is None:
        return None
    entities = message.entities if message.text is not None else message.caption_entities
    return Content(
        text=message.text or message.caption or "",
        entities=tuple(entity.to_dict() for entity in entities if entity.type in FORMATS),
        media=(media,) if media else (),
    )


def _media(message: Message) -> Media | None:
    if message.photo:
        return Media(kind="photo", file_id=message.photo[-1].file_id)
    if message.video:
        return Media(kind="video", file_id=message.video.file_id)
    if message.document:
        return Media(kind="document", file_id=message.document.file_id, name=message.document.file_name or "")
    return None


def put(
    contents: Mapping[Language, Content], language: Language, received: Content, *, goes_on: bool
) -> dict[Language, Content]:
    """The contents with what was received for the language; it `goes_on` where it is one more file of an album.

    Files are those of the other language as well, unless that has its own; a text without any keeps those there are.
    """
    own = contents.get(language)
    model = own or contents.get(language.other) or Content()
    known = [*model.media, *(one for one in received.media if one not in model.media)]
    media = tuple(known) if goes_on else received.media or model.media
    said = received if received.text or own is None else own
    put_ = {**contents, language: Content(text=said.text, entities=said.entities, media=media, buttons=model.buttons)}
    other = contents.get(language.other)
    if other and other.media == (own.media if own else ()):
        put_[language.other] = other.model_copy(update={"media": media})
    return put_
