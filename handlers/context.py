"""What a handler is given: the services, and who writes, from where, in which language."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import CallbackContext, ExtBot

from bot import tenants
from bot.answering.types import Context
from bot.languages import Language
from bot.messages.texts import Texts, texts_in
from bot.people import companies
from bot.people.company import Company
from bot.services import Services
from storage.models import Chat

SERVICES = "services"


class ParkContext(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
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
    """Who writes: the chat, the language to answer in, and what the store knows."""

    chat_id: int
    chat_type: str
    language: Language
    chosen: Language | None = None
    company: Company | None = None
    context: Context | None = None

    @classmethod
    async def of(cls, update: Update, context: ParkContext, text: str = "") -> Self:
        """Language: what was chosen, else that of `text`, of the last question, or of the person's Telegram."""
        if update.effective_chat is None:
            raise ValueError("an update without a chat has no tenant")
        database = context.services.database
        chat = await tenants.find(database, update.effective_chat.id)
        company_id = chat.company_id if chat else None
        return cls(
            chat_id=update.effective_chat.id,
            chat_type=update.effective_chat.type,
            language=_language(update, context, chat, text),
            chosen=_chosen(chat),
            company=await companies.load(database, company_id) if company_id else None,
            context=_dialogue(chat),
        )

    @property
    def texts(self) -> Texts:
        return texts_in(self.language)

    @property
    def private(self) -> bool:
        return self.chat_type == ChatType.PRIVATE


def message_of(update: Update) -> Message:
    """The message that an update is about; handlers that need one are only given such updates."""
    if update.effective_message is None:
        raise ValueError("an update without a message")
    return update.effective_message


def spoken_by(language_code: str | None) -> Language:
    """The language of a person whose Telegram is set to `language_code` (zh-hans, en, None ...)."""
    return Language.ZH if language_code is None or language_code.startswith("zh") else Language.EN


def _language(update: Update, context: ParkContext, chat: Chat | None, text: str) -> Language:
    if chosen := _chosen(chat):
        return chosen
    language = spoken_by(update.effective_user.language_code if update.effective_user else None)
    dialogue = _dialogue(chat)
    for said in (dialogue.text if dialogue else "", text):
        language = context.services.answering.guess_language(said, language)
    return language


def _chosen(chat: Chat | None) -> Language | None:
    return Language(chat.user_language) if chat and chat.user_language else None


def _dialogue(chat: Chat | None) -> Context | None:
    return Context.from_json(chat.context) if chat and chat.context else None
