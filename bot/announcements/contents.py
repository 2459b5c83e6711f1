"""What an announcement says, by language, made ready to be sent."""

from collections.abc import Mapping

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.errors import EmptyError, TooLongError
from bot.languages import Language
from bot.messages.callbacks import ACKNOWLEDGE, pack
from bot.messages.content import Content, ContentButton
from bot.messages.texts import texts_in
from storage import outbox
from storage.models import Announcement

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
"""UTF-16 code units, as Telegram counts them."""

ACKNOWLEDGED = "ack"
"""The button of the store's presses by which tenants say that they have read it."""

Contents = Mapping[Language, Content]


def contents_of(announcement: Announcement) -> dict[Language, Content]:
    """As staff wrote it; a language that is not written is missing."""
    return {Language(language): Content.from_json(data) for language, data in announcement.contents.items()}


def checked(contents: Contents) -> Contents:
    """Raises EmptyError and TooLongError."""
    if not contents:
        raise EmptyError
    for content in contents.values():
        if not content.text.strip() and not content.media:
            raise EmptyError
        if len(content.text.encode("utf-16-le")) // 2 > (LONGEST_CAPTION if content.media else LONGEST_TEXT):
            raise TooLongError
    return contents


def in_language(contents: Contents, language: Language) -> Content:
    """What is written in the language, else in the other."""
    return contents.get(language) or next(iter(contents.values()))


def as_sent(announcement: Announcement, language: Language) -> Content:
    """What a tenant of that language reads, with the button to say that it is read and understood."""
    content = in_language(contents_of(announcement), language)
    if not announcement.acknowledged:
        return content
    return content.model_copy(update={"buttons": (*content.buttons, (_acknowledge(announcement, language),))})


async def stored(session: AsyncSession, contents: Contents) -> dict[str, int]:
    """Their ids in the outbox by language, one for every language."""
    return {
        language.value: await outbox.add_content(session, content.as_json()) for language, content in contents.items()
    }


async def stored_as_sent(session: AsyncSession, announcement: Announcement) -> dict[str, int]:
    return await stored(session, {language: as_sent(announcement, language) for language in Language})


def _acknowledge(announcement: Announcement, language: Language) -> ContentButton:
    return ContentButton(text=texts_in(language)("announce-acknowledge"), data=pack(ACKNOWLEDGE, announcement.id))
