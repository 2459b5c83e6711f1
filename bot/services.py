"""What the ways in are given: the services, typed, in one bundle."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.answering.types import Answer, Message, Question
from bot.clock import Clock
from bot.languages import Language
from bot.people.company import Company
from bot.settings import Settings
from storage.database import Database


class Answering(Protocol):
    """What handlers need of bot.answering.service.AnswerService."""

    async def warm(self) -> None: ...

    async def answer(self, question: Question) -> Answer: ...

    async def menu(self, kind: str, page: int, language: Language, now: datetime) -> Message: ...

    async def card(
        self, kind: str, record_id: str, language: Language, now: datetime, company: Company | None
    ) -> Answer | None: ...

    async def fact(  # noqa: PLR0913, PLR0917 - the service's signature
        self, kind: str, record_id: str, aspect: str, language: Language, now: datetime, company: Company | None
    ) -> Answer | None: ...

    async def handover(self, language: Language, now: datetime) -> Message: ...

    def guess_language(self, text: str, default: Language) -> Language: ...


@dataclass(frozen=True)
class Services:
    settings: Settings
    clock: Clock
    database: Database
    answering: Answering
