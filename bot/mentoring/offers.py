"""What founders do about a time that is offered to them: take it, or let it go; each call is one transaction."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.mentoring import telling, waiting_list
from bot.mentoring.days import Day
from bot.mentoring.errors import CancelledError, DecidedError, NoDayError, NotOfferedError, OfferOverError
from bot.mentoring.notices import Words
from bot.mentoring.reading import Days
from storage import mentoring as stored
from storage.models import ApplicationState, Slot

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Offers:
    """Everybody of the party may answer. All raise MentoringError."""

    days: Days

    async def take(self, occurrence_id: int, slot_id: int, chat_id: int) -> Day:
        """It is theirs; nothing changes for one that is already. Raises NotOfferedError and OfferOverError."""
        async with self._offered(occurrence_id, slot_id, chat_id) as (session, words, slot):
            if slot.offered_until is not None:
                slot.offered_until = None
                await stored.save(session, slot)
                if words.day.own:
                    words.day.own.changed_at = (
                        words.now
                    )  # they know their time: no reminder follows that was due before
                if words.day.own and words.day.own.chat_id != chat_id:
                    await telling.slots_of(session, words, slot.application_id)
                log.info("mentoring.offer_taken", occurrence=occurrence_id)
        return await self.days.find(occurrence_id, chat_id)

    async def let_go(self, occurrence_id: int, slot_id: int, chat_id: int) -> Day:
        """It is offered to the next; what is theirs already stays so. Raises NotOfferedError and OfferOverError."""
        async with self._offered(occurrence_id, slot_id, chat_id) as (session, words, slot):
            if slot.offered_until is None:
                raise NotOfferedError
            await waiting_list.pass_over(session, words, slot)
            await waiting_list.fill(session, words)
            log.info("mentoring.offer_let_go", occurrence=occurrence_id)
        return await self.days.find(occurrence_id, chat_id)

    @asynccontextmanager
    async def _offered(
        self, occurrence_id: int, slot_id: int, chat_id: int
    ) -> AsyncIterator[tuple[AsyncSession, Words, Slot]]:
        """The slot that is, or was, offered to the chat's party; the day is locked."""
        async with self.days.locked(occurrence_id, chat_id) as (session, words):
            slot = await stored.slot(session, slot_id)
            _demand_offered(words, slot)
            if slot:
                yield session, words, slot


def _demand_offered(words: Words, slot: Slot | None) -> None:
    own = words.day.own
    if words.day.occurrence.cancelled:
        raise CancelledError
    if words.day.is_over(words.now):
        raise NoDayError
    if own is None:
        raise NotOfferedError
    if own.state is ApplicationState.WITHDRAWN:
        raise DecidedError
    if slot is None or slot.application_id != own.id:
        raise OfferOverError if own.passed_over_at else NotOfferedError
    if slot.offered_until is not None and min(slot.offered_until, slot.begins_at) <= words.now:
        raise OfferOverError
