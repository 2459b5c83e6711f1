"""What a handler is given: the services, and who writes, from where, in which language."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import CallbackContext, ExtBot

from bot import tenants
from bot.answering.types import Context
from bot.awaited import Awaited, Dialogue
from bot.languages import Language
from bot.messages.texts import Texts, texts_in
from bot.people.company import Company
from bot.people.standing import NOBODY, Standing
from bot.services import Services
from storage.models import Chat

SERVICES = "services"


class ParkContext(CallbackContext[ExtBot[bool], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """The library's context with our services in it."""

    @property
    def services(self) -> Services:
        services: Services = self.bot_data[SERVICES]
        return services

    @property
    def now(self) -> datetime:
        return self.services.clock.now()

    def local(self, moment: datetime) -> str:
        """Day and time in the park's zone, in numbers."""
        return f"{moment.astimezone(self.services.settings.timezone):%Y-%m-%d %H:%M}"


@dataclass(frozen=True)
class Tenant:
    """Who writes: the chat, the language to answer in, and what the store knows.

    `awaited` is what the profile's dialogue asked last; it `waits` for an answer unless it was left alone for long.
    `drafting` is the same of the dialogue about an announcement, as long as that one asked last, and `applying` that
    of an application for a mentoring day, `moving` that of staff who move one.
    """

    chat_id: int
    chat_type: str
    language: Language
    chosen: Language | None = None
    standing: Standing = NOBODY
    context: Context | None = None
    awaited: Awaited | None = None
    waits: bool = False
    drafting: Awaited | None = None
    applying: Awaited | None = None
    moving: Awaited | None = None

    @classmethod
    async def of(cls, update: Update, context: ParkContext, text: str = "") -> Self:
        """Language: what was chosen, else that of `text`, of the dialogue, or of the person's Telegram."""
        if update.effective_chat is None:
            raise ValueError("an update without a chat has no tenant")
        known = await tenants.known(context.services.database, update.effective_chat.id)
        chat, asked = known.chat, _awaited(known.chat)
        awaited = asked if asked and asked.dialogue is Dialogue.PROFILE else None
        waits = bool(chat and awaited and awaited.waits(known.standing.mark, context.now, chat.seen_at))
        said = (text, awaited.language if awaited and waits else None)
        return cls(
            chat_id=update.effective_chat.id,
            chat_type=update.effective_chat.type,
            language=_language(update, context, chat, *said),
            chosen=_chosen(chat),
            standing=known.standing,
            context=_dialogue(chat),
            awaited=awaited,
            waits=waits,
            drafting=asked if asked and asked.dialogue is Dialogue.ANNOUNCEMENT else None,
            applying=asked if asked and asked.dialogue is Dialogue.MENTORING else None,
            moving=asked if asked and asked.dialogue is Dialogue.MENTORING_DAY else None,
        )

    @property
    def company(self) -> Company | None:
        """The company that answers are for."""
        return self.standing.company

    @property
    def texts(self) -> Texts:
        return texts_in(self.language)

    @property
    def private(self) -> bool:
        return self.chat_type == ChatType.PRIVATE


async def expect(context: ParkContext, tenant: Tenant, awaited: Awaited) -> None:
    """What the next typed message of the tenant's chat may answer."""
    await tenants.await_answer(context.services.database, tenant.chat_id, awaited, context.now)


def message_of(update: Update) -> Message:
    """The message that an update is about; handlers that need one are only given such updates."""
    if update.effective_message is None:
        raise ValueError("an update without a message")
    return update.effective_message


def spoken_by(language_code: str | None) -> Language:
    """The language of a person whose Telegram is set to `language_code` (zh-hans, en, None ...)."""
    return Language.ZH if language_code is None or language_code.startswith("zh") else Language.EN


def _language(
    update: Update, context: ParkContext, chat: Chat | None, text: str, asked_in: Language | None
) -> Language:
    if chosen := _chosen(chat):
        return chosen
    guess = context.services.answering.guess_language
    language = spoken_by(update.effective_user.language_code if update.effective_user else None)
    dialogue = _dialogue(chat)
    return guess(text, asked_in or guess(dialogue.text if dialogue else "", language))


def _awaited(chat: Chat | None) -> Awaited | None:
    return Awaited.from_json(chat.awaited) if chat and chat.awaited else None


def _chosen(chat: Chat | None) -> Language | None:
    return Language(chat.user_language) if chat and chat.user_language else None


def _dialogue(chat: Chat | None) -> Context | None:
    return Context.from_json(chat.context) if chat and chat.context else None
