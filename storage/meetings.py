"""What came of meetings with experts: results, how both sides found them, and how it went on."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upsert
from storage.models import Application, ApplicationState, FollowUp, MeetingFeedback, MeetingResult, StoredOccurrence

NOBODY = 0
"""Who recorded a result and was forgotten."""


async def results(session: AsyncSession, application_ids: Iterable[int]) -> list[MeetingResult]:
    """Of these applications, in the order in which they were recorded."""
    of_them = col(MeetingResult.application_id).in_(set(application_ids))
    return list((await session.exec(select(MeetingResult).where(of_them).order_by(col(MeetingResult.id)))).all())


async def results_of_party(session: AsyncSession, party: str) -> list[MeetingResult]:
    """Of all days, in the order in which they were recorded."""
    own = select(Application.id).where(Application.party == party)
    of_it = col(MeetingResult.application_id).in_(own)
    return list((await session.exec(select(MeetingResult).where(of_it).order_by(col(MeetingResult.id)))).all())


async def result(session: AsyncSession, application_id: int, member_id: str) -> MeetingResult | None:
    of_it = (MeetingResult.application_id == application_id, MeetingResult.member_id == member_id)
    return (await session.exec(select(MeetingResult).where(*of_it))).one_or_none()


async def save(session: AsyncSession, row: MeetingResult) -> None:
    session.add(row)
    await session.flush()


async def rate(session: AsyncSession, row: MeetingFeedback) -> None:
    """Whoever gave stars before gives these now; what they said stays."""
    await upsert.put(session, row, key={"application_id", "given_by"}, change={"stars", "given_at"})


async def say(session: AsyncSession, application_id: int, given_by: str, sentence: str) -> bool:
    """Add a sentence to the stars; False if none were given."""
    own = (col(MeetingFeedback.application_id) == application_id, col(MeetingFeedback.given_by) == given_by)
    return (await session.exec(update(MeetingFeedback).where(*own).values(sentence=sentence))).rowcount == 1


async def feedback(session: AsyncSession, occurrence_id: int) -> list[tuple[MeetingFeedback, Application]]:
    """Of a day, in the order in which it was given."""
    rows = select(MeetingFeedback, Application).join(
        Application, col(Application.id) == col(MeetingFeedback.application_id)
    )
    of_day = Application.occurrence_id == occurrence_id
    return list((await session.exec(rows.where(of_day).order_by(col(MeetingFeedback.id)))).all())


async def answer(session: AsyncSession, row: FollowUp) -> None:
    """Whoever answered before answers this now."""
    await upsert.put(session, row, key={"application_id", "days"}, change={"answer", "answered_at"})


async def follow_ups(session: AsyncSession, occurrence_id: int) -> list[tuple[FollowUp, Application]]:
    """Of a day, in the order in which they were answered."""
    rows = select(FollowUp, Application).join(Application, col(Application.id) == col(FollowUp.application_id))
    of_day = Application.occurrence_id == occurrence_id
    return list((await session.exec(rows.where(of_day).order_by(col(FollowUp.answered_at)))).all())


async def days_of_party(
    session: AsyncSession, record_id: str, party: str, now: datetime, limit: int
) -> list[tuple[Application, StoredOccurrence]]:
    """The days of a programme that have begun and to which the party was admitted, the last one first."""
    rows = select(Application, StoredOccurrence).join(
        StoredOccurrence, col(StoredOccurrence.id) == col(Application.occurrence_id)
    )
    own = (
        Application.party == party,
        Application.state == ApplicationState.ADMITTED,
        StoredOccurrence.kind == "programme",
        StoredOccurrence.record_id == record_id,
        col(StoredOccurrence.cancelled).is_(False),
        StoredOccurrence.starts_at <= now,
    )
    return list(
        (await session.exec(rows.where(*own).order_by(col(StoredOccurrence.starts_at).desc()).limit(limit))).all()
    )


async def said_by(session: AsyncSession, chat_id: int) -> tuple[list[MeetingFeedback], int]:
    """What a chat's own applications gave as feedback, oldest first, and how many follow-ups it answered."""
    own = select(Application.id).where(Application.chat_id == chat_id)
    given = select(MeetingFeedback).where(
        col(MeetingFeedback.application_id).in_(own), MeetingFeedback.given_by == "party"
    )
    answered = select(func.count()).select_from(FollowUp).where(col(FollowUp.application_id).in_(own))
    rows = list((await session.exec(given.order_by(col(MeetingFeedback.id)))).all())
    return rows, (await session.exec(answered)).one()


async def recorded_by(session: AsyncSession, telegram_id: int) -> int:
    """How many results somebody recorded."""
    own = select(func.count()).select_from(MeetingResult).where(MeetingResult.recorded_by == telegram_id)
    return (await session.exec(own)).one()


async def forget_recorder(session: AsyncSession, telegram_id: int) -> None:
    """Results stay with the party; who recorded them is not known any more."""
    own = col(MeetingResult.recorded_by) == telegram_id
    await session.exec(update(MeetingResult).where(own).values(recorded_by=NOBODY))
