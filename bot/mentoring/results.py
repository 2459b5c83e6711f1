"""What came of the meetings of a mentoring day, as staff and experts record it; each call is one transaction."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.mentoring import telling
from bot.mentoring.days import Day
from bot.mentoring.errors import NoDayError, NoResultError, NotYetError, NotYourTableError, ToldError
from bot.mentoring.meetings import Meeting, meetings_of
from bot.mentoring.notices import Words
from bot.mentoring.reading import Days, party_of
from bot.mentoring.reviewers import Reviewer
from bot.people import companies
from storage import meetings
from storage import mentoring as stored
from storage.models import MeetingFeedback, MeetingResult, Slot

log = structlog.get_logger(__name__)

LONGEST_SENTENCE = 500
SHOWN = 5
"""Days of a party that are shown, the last ones."""


@dataclass(frozen=True)
class Reviewed:
    """A meeting with what came of it, and how the expert found it."""

    meeting: Meeting
    result: MeetingResult | None = None
    feedback: MeetingFeedback | None = None


@dataclass(frozen=True)
class Past:
    """A day that a party was at, with the results that it was told."""

    day: Day
    results: list[MeetingResult] = field(default_factory=list)


@dataclass(frozen=True)
class Results:
    """All raise MentoringError: NotYourTableError where the reviewer may not, NoDayError for what is gone."""

    days: Days

    async def of_day(self, occurrence_id: int, reviewer: Reviewer) -> tuple[Day, list[Reviewed]]:
        """The meetings that the reviewer sees, by time and table; no expert sees any until they are published."""
        day = await self.days.find(occurrence_id)
        if reviewer.member_id and not day.is_published:
            return day, []
        async with self.days.database.read() as session:
            listed = await meetings_of(session, day)
            results = await meetings.results(session, [one.application.id or 0 for one in listed])
            given = await meetings.feedback(session, occurrence_id)
        by_meeting = {(one.application_id, one.member_id): one for one in results}
        by_expert = {(one.application_id, one.given_by): one for one, _ in given}
        keyed = [(one, (one.slot.application_id, one.slot.member_id)) for one in listed]
        seen = [Reviewed(one, by_meeting.get(key), by_expert.get(key)) for one, key in keyed]
        return day, [one for one in seen if reviewer.member_id in (None, one.meeting.slot.member_id)]

    async def of_meeting(self, slot_id: int, reviewer: Reviewer) -> tuple[Day, Reviewed]:
        async with self.days.database.read() as session:
            slot = await stored.slot(session, slot_id)
        if slot is None:
            raise NoDayError
        reviewer.demand(slot.member_id)
        day, seen = await self.of_day(slot.occurrence_id, reviewer)
        found = next((one for one in seen if one.meeting.slot.id == slot_id), None)
        if found is None:
            raise NoDayError
        return day, found

    async def of_party(self, programme_id: str, chat_id: int) -> list[Past]:
        """The last days that the chat's party was at, the last one first."""
        now = self.days.clock.now()
        snapshot = await self.days.knowledge(now)
        async with self.days.database.read() as session:
            party = await party_of(session, chat_id)
            rows = await meetings.days_of_party(session, programme_id, party, now, SHOWN)
            found = []
            for application, row in rows:
                results = await meetings.results(session, [application.id or 0])
                day = await self.days.read(session, row, snapshot, party)
                found.append(Past(day, [one for one in results if one.told_at]))
        return found

    async def judge(self, slot_id: int, reviewer: Reviewer, *, passed: bool) -> None:
        """Whether it passed the review."""
        async with self._recording(slot_id, reviewer) as result:
            result.passed = passed

    async def advise(self, slot_id: int, reviewer: Reviewer, sentence: str) -> None:
        async with self._recording(slot_id, reviewer) as result:
            result.advice = sentence_of(sentence)

    async def promise(self, slot_id: int, reviewer: Reviewer, sentence: str) -> None:
        async with self._recording(slot_id, reviewer) as result:
            result.promise = sentence_of(sentence)

    async def promise_by(self, slot_id: int, reviewer: Reviewer, day: date) -> None:
        """The day by which it is to be kept; raises NoResultError without a promise."""
        async with self._recording(slot_id, reviewer) as result:
            if not result.promise:
                raise NoResultError
            result.promised_on = day

    async def point_to(self, slot_id: int, reviewer: Reviewer, target_id: str | None) -> None:
        """The factory or lab that comes next, one of the programme's; None for none of them."""
        day, _ = await self.of_meeting(slot_id, reviewer)
        if target_id is not None and target_id not in (*day.programme.factories, *day.programme.labs):
            raise NoDayError
        async with self._recording(slot_id, reviewer) as result:
            result.next_step = target_id

    async def rate(self, slot_id: int, reviewer: Reviewer, stars: int) -> None:
        """How the expert found the party."""
        async with self._meeting(slot_id, reviewer) as (session, words, slot):
            given = MeetingFeedback(
                application_id=slot.application_id, given_by=slot.member_id, stars=stars, given_at=words.now
            )
            await meetings.rate(session, given)

    async def remark(self, slot_id: int, reviewer: Reviewer, sentence: str) -> None:
        """A sentence to the stars; raises NoResultError without any."""
        async with self._meeting(slot_id, reviewer) as (session, _, slot):
            said = sentence_of(sentence)
            if not await meetings.say(session, slot.application_id, slot.member_id, said):
                raise NoResultError

    async def tell(self, slot_id: int, reviewer: Reviewer) -> None:
        """The party reads what is recorded; raises NoResultError, and ToldError unless it has changed since.

        That a company passed the review is a fact about it from then on, until every result that said so is corrected.
        """
        async with self._meeting(slot_id, reviewer) as (session, words, slot):
            result = await meetings.result(session, slot.application_id, slot.member_id)
            application = await stored.get(session, slot.application_id)
            if result is None or application is None or not is_recorded(result):
                raise NoResultError
            if not is_news(result):
                raise ToldError
            first = result.told_at is None
            result.told_at = words.now
            await meetings.save(session, result)
            await _note_review(session, words, application.party, failed=result.passed is False and not first)
            await telling.result(session, words, application, result, first=first)
            log.info("result.told", occurrence=words.day.id, first=first)

    @asynccontextmanager
    async def _recording(self, slot_id: int, reviewer: Reviewer) -> AsyncIterator[MeetingResult]:
        """The result of the meeting, to be changed."""
        async with self._meeting(slot_id, reviewer) as (session, words, slot):
            found = await meetings.result(session, slot.application_id, slot.member_id)
            result = found or MeetingResult(
                application_id=slot.application_id,
                member_id=slot.member_id,
                recorded_by=reviewer.telegram_id,
                changed_at=words.now,
            )
            before = said_in(result)
            yield result
            if said_in(result) != before:
                result.recorded_by, result.changed_at = reviewer.telegram_id, words.now
                await meetings.save(session, result)

    @asynccontextmanager
    async def _meeting(self, slot_id: int, reviewer: Reviewer) -> AsyncIterator[tuple[AsyncSession, Words, Slot]]:
        """A meeting that has begun, at a table for which the reviewer writes; its day is locked."""
        async with self.days.database.read() as session:
            found = await stored.slot(session, slot_id)
        async with self.days.locked(found.occurrence_id if found else 0) as (session, words):
            slot = await stored.slot(session, slot_id)
            if slot is None or slot.offered_until or words.day.occurrence.cancelled or not words.day.is_published:
                raise NoDayError
            reviewer.demand(slot.member_id)
            if not reviewer.writes:
                raise NotYourTableError
            if words.now < slot.starts_at:
                raise NotYetError
            yield session, words, slot


async def _note_review(session: AsyncSession, words: Words, party: str, *, failed: bool) -> None:
    """That the party passed by any of the results that it was told as they are; unknown once the last is corrected."""
    told = [one for one in await meetings.results_of_party(session, party) if not is_news(one)]
    passed = any(one.passed for one in told)
    if passed or failed:
        await companies.set_passed_review(session, party, words.now, passed=passed)


def sentence_of(typed: str) -> str:
    return " ".join(typed.split())[:LONGEST_SENTENCE]


def said_in(result: MeetingResult) -> tuple[bool | None, str, str, date | None, str | None]:
    return result.passed, result.advice, result.promise, result.promised_on, result.next_step


def is_recorded(result: MeetingResult) -> bool:
    """Whether it says anything."""
    return result.passed is not None or bool(result.advice or result.promise or result.next_step)


def is_news(result: MeetingResult) -> bool:
    """Whether the party was not told it as it now is."""
    return result.told_at is None or result.changed_at > result.told_at
