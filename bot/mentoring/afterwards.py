"""What founders say after a mentoring day: how it was, and how it goes on; each call is one transaction."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.languages import Language
from bot.mentoring.days import Day
from bot.mentoring.errors import CancelledError, NoDayError, NoResultError, NotOwnError, NotYetError, TooLateError
from bot.mentoring.notices import Words
from bot.mentoring.reading import Days
from bot.mentoring.reminders.says import ANSWERS, HELP
from bot.mentoring.reminders.table import FOLLOW_UP_DAYS
from bot.mentoring.results import sentence_of
from bot.messages.texts import texts_in
from storage import cases, meetings
from storage.models import Application, ApplicationState, Case, FollowUp, MeetingFeedback

log = structlog.get_logger(__name__)

PARTY = "party"
"""Who gave the feedback that a party gave."""
OPEN = timedelta(days=30)
"""So long after they were asked people may answer."""


@dataclass(frozen=True)
class Asking:
    """Where it was asked: the chat, the message, and the language of its answer."""

    chat_id: int
    message_id: int
    language: Language


@dataclass(frozen=True)
class Afterwards:
    """Everybody of the party may answer; the last answer counts.

    All raise NoDayError, CancelledError, NotOwnError for whoever had no meeting on that day, NotYetError and
    TooLateError.
    """

    days: Days

    async def rate(self, occurrence_id: int, chat_id: int, stars: int) -> Day:
        """One to five stars."""
        async with self._own(occurrence_id, chat_id) as (session, words, own):
            given = MeetingFeedback(application_id=own.id or 0, given_by=PARTY, stars=stars, given_at=words.now)
            await meetings.rate(session, given)
            log.info("feedback.given", occurrence=occurrence_id, stars=stars)
        return words.day

    async def say(self, occurrence_id: int, chat_id: int, sentence: str) -> None:
        """A sentence to the stars; raises NoResultError without any."""
        async with self._own(occurrence_id, chat_id) as (session, _, own):
            if not await meetings.say(session, own.id or 0, PARTY, sentence_of(sentence)):
                raise NoResultError

    async def follow_up(self, occurrence_id: int, asking: Asking, days: int, answer: str) -> Day:
        """How it goes so many `days` after; who needs help is noted for staff, once for each time that it was asked."""
        if days not in FOLLOW_UP_DAYS or answer not in ANSWERS:
            raise NoDayError
        async with self._own(occurrence_id, asking.chat_id, timedelta(days=days)) as (session, words, own):
            row = FollowUp(application_id=own.id or 0, days=days, answer=answer, answered_at=words.now)
            await meetings.answer(session, row)
            if answer == HELP:
                await cases.add(session, await _case(session, words, own, asking))
            log.info("follow_up.answered", occurrence=occurrence_id, days=days, answer=answer)
        return words.day

    async def of_day(
        self, occurrence_id: int
    ) -> tuple[list[tuple[MeetingFeedback, Application]], list[tuple[FollowUp, Application]]]:
        """For staff: all feedback of a day, of both sides, and how it went on."""
        async with self.days.database.read() as session:
            return await meetings.feedback(session, occurrence_id), await meetings.follow_ups(session, occurrence_id)

    @asynccontextmanager
    async def _own(
        self, occurrence_id: int, chat_id: int, after: timedelta = timedelta()
    ) -> AsyncIterator[tuple[AsyncSession, Words, Application]]:
        """The chat's party's application for a day that began at least so long ago; the day is locked."""
        async with self.days.locked(occurrence_id, chat_id) as (session, words):
            if words.day.occurrence.cancelled:
                raise CancelledError
            own = words.day.own
            if own is None or own.state is not ApplicationState.ADMITTED or not words.day.slots:
                raise NotOwnError
            _demand_in_time(words.now, words.day, after)
            yield session, words, own


def _demand_in_time(now: datetime, day: Day, after: timedelta) -> None:
    """By the park's calendar."""
    asked_at = day.starts + after
    if now < (asked_at if not after else asked_at.replace(hour=0, minute=0)):
        raise NotYetError
    if now >= asked_at + OPEN:
        raise TooLateError


async def _case(session: AsyncSession, words: Words, own: Application, asking: Asking) -> Case:
    texts = texts_in(asking.language)
    promised = [one.promise for one in await meetings.results(session, [own.id or 0]) if one.promise]
    about = texts("word-list-comma").join(promised) or own.product
    question = texts("follow-up-case", name=words.name(asking.language), about=about)
    return Case(
        chat_id=asking.chat_id,
        message_id=asking.message_id,
        question=question,
        language=asking.language,
        created_at=words.now,
    )
