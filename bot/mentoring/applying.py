"""What founders do about a mentoring day: apply, change their application, give it up; each call is one transaction."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.languages import Language
from bot.mentoring import waiting_list
from bot.mentoring.days import Day
from bot.mentoring.errors import (
    AwayError,
    BegunError,
    CancelledError,
    ClosedError,
    DecidedError,
    MentoringError,
    NoDayError,
    NotOpenError,
    NoWishError,
)
from bot.mentoring.notices import Words
from bot.mentoring.reading import Days, party_of
from storage import chats, registrations
from storage import mentoring as stored
from storage.models import Application, ApplicationState, Slot

log = structlog.get_logger(__name__)

LONGEST_PRODUCT = 200


@dataclass(frozen=True)
class Applying:
    """All raise MentoringError."""

    days: Days

    async def begin(
        self, programme_id: str, original_at: datetime, chat_id: int, spoken: Language | None = None
    ) -> Day:
        """The day, with a draft of an application while one can apply; raises NoDayError.

        `spoken` is the language in which the chat is told of it, and of what comes later.
        """
        now = self.days.clock.now()
        snapshot = await self.days.knowledge(now)
        days = await self.days.upcoming(programme_id, chat_id)
        day = next((one for one in days if one.occurrence.original_at == original_at), None)
        if day is None:
            raise NoDayError
        if not day.is_open(now):
            return day
        async with self.days.database.transaction() as session:
            await chats.upsert(session, chat_id, "private", now, **({"spoken": spoken.value} if spoken else {}))
            row = await registrations.occurrence(session, day.occurrence)
            party = await party_of(session, chat_id)
            if await stored.of_party(session, row.id or 0, party) is None:
                draft = Application(
                    occurrence_id=row.id or 0, chat_id=chat_id, party=party, applied_at=now, changed_at=now
                )
                await stored.save(session, draft)
            return await self.days.read(session, row, snapshot, party)

    async def wish(self, occurrence_id: int, chat_id: int, member_id: str) -> Day:
        """Whom they wish to see: added as the last, or taken away. Raises NotOpenError, ClosedError, CancelledError."""
        async with self._changing(occurrence_id, chat_id) as (session, day, application):
            if day.expert(member_id) is None:
                raise NoDayError
            if not day.is_present(member_id):
                raise AwayError
            kept = [one for one in application.wishes if one != member_id]
            application.wishes = kept if member_id in application.wishes else [*kept, member_id]
            if not application.wishes:
                application.state = ApplicationState.DRAFT
            await stored.save(session, application)
        return await self.days.find(occurrence_id, chat_id)

    async def apply(self, occurrence_id: int, chat_id: int, product: str) -> Day:
        """The application with what they make, in a line; raises NoWishError besides what `wish` raises."""
        async with self._changing(occurrence_id, chat_id) as (session, _, application):
            if not application.wishes:
                raise NoWishError
            now = self.days.clock.now()
            application.product = " ".join(product.split())[:LONGEST_PRODUCT]
            if application.state not in stored.LIVE:
                application.state, application.applied_at = ApplicationState.APPLIED, now
                application.passed_over_at = application.confirmed_at = application.arrived_at = None
            application.chat_id, application.changed_at = chat_id, now
            await stored.save(session, application)
        log.info("mentoring.applied", occurrence=occurrence_id)
        return await self.days.find(occurrence_id, chat_id)

    async def withdraw(self, occurrence_id: int, chat_id: int) -> Day:
        """Give it up, until the own first slot begins; one that comes free is offered to who has none.

        Raises NoDayError, DecidedError, CancelledError and BegunError.
        """
        async with self.days.locked(occurrence_id, chat_id) as (session, words):
            await _give_up(session, words)
        return await self.days.find(occurrence_id, chat_id)

    async def withdraw_all(self, chat_id: int) -> None:
        """Give up whatever the chat itself applied for and has not begun, of any party, before it is forgotten."""
        async with self.days.database.read() as session:
            own = await stored.of_chat(session, chat_id)
        for application in own:
            await self._withdraw_written(application)

    async def withdraw_doubled(self, chat_id: int) -> bool:
        """Give up what a member applied for alone where their company has applied itself; whether there was any."""
        async with self.days.database.read() as session:
            party = await party_of(session, chat_id)
            own = await stored.of_chat(session, chat_id)
        doubled = [one for one in own if one.party != party]
        return any([await self._withdraw_written(one) for one in doubled])

    async def _withdraw_written(self, written: Application) -> bool:
        """Give it up, whatever party it is of; False if there is nothing to give up."""
        with suppress(MentoringError):
            async with self.days.locked(written.occurrence_id) as (session, words):
                application = await stored.get(session, written.id or 0)
                if application is None or application.chat_id != written.chat_id:
                    return False
                day = await self.days.read(session, words.day.occurrence, words.snapshot, application.party)
                await _give_up(session, replace(words, day=day))
            return True
        return False

    @asynccontextmanager
    async def _changing(self, occurrence_id: int, chat_id: int) -> AsyncIterator[tuple[AsyncSession, Day, Application]]:
        """The own application, while one can apply and it is not decided; the day is locked."""
        async with self.days.locked(occurrence_id, chat_id) as (session, words):
            demand_changeable(words.day, words.now)
            if words.day.own is None:
                raise NoDayError
            yield session, words.day, words.day.own


async def _give_up(session: AsyncSession, words: Words) -> None:
    """The own application of the locked day; raises DecidedError, CancelledError and BegunError."""
    day = words.day
    if day.own is None or not day.takes_part:
        raise DecidedError
    if day.occurrence.cancelled:
        raise CancelledError
    if day.first_at <= words.now:
        raise BegunError
    day.own.state, day.own.changed_at = ApplicationState.WITHDRAWN, words.now
    await stored.save(session, day.own)
    await stored.remove_slots(session, Slot.application_id == day.own.id)
    await waiting_list.fill(session, words)


def demand_changeable(day: Day, now: datetime) -> None:
    """That the own application can be written or changed; raises Cancelled, NotOpen, Closed and DecidedError."""
    if day.occurrence.cancelled:
        raise CancelledError
    if now < day.opens_at:
        raise NotOpenError
    if now >= day.closes_at:
        raise ClosedError
    if day.is_decided:
        raise DecidedError
