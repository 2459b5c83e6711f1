"""Who signed up for which date of an event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Text, cast, literal, true
from sqlmodel import and_, col, exists, func, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from storage.audience import content_for_chat
from storage.models import (
    Chat,
    Membership,
    Outgoing,
    Preferences,
    Registration,
    RegistrationState,
    StoredOccurrence,
)
from storage.models.preferences import QUIET_FROM, QUIET_UNTIL
from storage.upsert import put

SEATED = (RegistrationState.REGISTERED, RegistrationState.OFFERED)
"""Those who take a seat."""
PRESENT = (*SEATED, RegistrationState.WAITING)

Quiet = tuple[int, int]
"""Quiet hours in minutes of the park's day."""


async def occurrence(session: AsyncSession, row: StoredOccurrence) -> StoredOccurrence:
    """The date as it is stored, or this one made; nobody else changes it or its registrations until the end."""
    date = StoredOccurrence(**row.model_dump(exclude={"id"}))
    return await put(session, date, key={"kind", "record_id", "original_at"}, change={"kind"})


async def find_occurrence(session: AsyncSession, occurrence_id: int) -> StoredOccurrence | None:
    return await session.get(StoredOccurrence, occurrence_id)


async def locked(session: AsyncSession, occurrence_id: int) -> StoredOccurrence | None:
    return await session.get(StoredOccurrence, occurrence_id, with_for_update=True, populate_existing=True)


async def coming(session: AsyncSession, now: datetime, before: datetime | None = None) -> list[StoredOccurrence]:
    """Dates of events that are not over, and begin before a moment, in order."""
    conditions = [col(StoredOccurrence.kind) == "event", col(StoredOccurrence.ends_at) > now]
    if before:
        conditions.append(col(StoredOccurrence.starts_at) < before)
    order = (col(StoredOccurrence.starts_at), col(StoredOccurrence.id))
    return list((await session.exec(select(StoredOccurrence).where(*conditions).order_by(*order))).all())


async def of_record(session: AsyncSession, kind: str, record_id: str, now: datetime) -> list[StoredOccurrence]:
    """The dates of a record that are stored and not over."""
    of_it = (StoredOccurrence.kind == kind, StoredOccurrence.record_id == record_id)
    return list((await session.exec(select(StoredOccurrence).where(*of_it, StoredOccurrence.ends_at > now))).all())


async def counts(session: AsyncSession, occurrence_id: int) -> dict[RegistrationState, int]:
    counted = select(Registration.state, func.count()).where(Registration.occurrence_id == occurrence_id)
    rows = (await session.exec(counted.group_by(col(Registration.state)))).all()
    return {RegistrationState(state): count for state, count in rows}


async def of_chat(session: AsyncSession, occurrence_id: int, chat_id: int) -> Registration | None:
    own = (Registration.occurrence_id == occurrence_id, Registration.chat_id == chat_id)
    return (await session.exec(select(Registration).where(*own))).one_or_none()


async def count_of_chat(session: AsyncSession, chat_id: int) -> int:
    """All that it ever signed up for."""
    return (await session.exec(select(func.count()).where(Registration.chat_id == chat_id))).one()


async def save(session: AsyncSession, registration: Registration) -> Registration:
    session.add(registration)
    await session.flush()
    return registration


async def next_waiting(session: AsyncSession, occurrence_id: int) -> Registration | None:
    waiting = (Registration.occurrence_id == occurrence_id, Registration.state == RegistrationState.WAITING)
    order = (col(Registration.queued_at), col(Registration.id))
    return (await session.exec(select(Registration).where(*waiting).order_by(*order).limit(1))).one_or_none()


async def run_out(session: AsyncSession, occurrence_id: int, now: datetime) -> list[Registration]:
    """Whose offers of the date have run out."""
    over = (
        Registration.occurrence_id == occurrence_id,
        Registration.state == RegistrationState.OFFERED,
        col(Registration.offered_until) <= now,
    )
    return list((await session.exec(select(Registration).where(*over).order_by(col(Registration.id)))).all())


async def present_of_chat(
    session: AsyncSession, chat_id: int, now: datetime
) -> list[tuple[Registration, StoredOccurrence]]:
    """What the chat signed up for and is not over, the next one first."""
    rows = select(Registration, StoredOccurrence).join(
        StoredOccurrence, col(StoredOccurrence.id) == col(Registration.occurrence_id)
    )
    own = (Registration.chat_id == chat_id, col(Registration.state).in_(PRESENT), StoredOccurrence.ends_at > now)
    return list((await session.exec(rows.where(*own).order_by(col(StoredOccurrence.starts_at)))).all())


async def attendees(session: AsyncSession, occurrence_id: int) -> list[tuple[Registration, Membership | None]]:
    """Everybody who is registered or waits, in the order in which they came, with who they are in their company."""
    rows = select(Registration, Membership).outerjoin(Membership, col(Membership.chat_id) == col(Registration.chat_id))
    there = (Registration.occurrence_id == occurrence_id, col(Registration.state).in_(PRESENT))
    return list((await session.exec(rows.where(*there).order_by(col(Registration.id)))).all())


async def quiet_hours(session: AsyncSession, occurrence_id: int) -> list[Quiet]:
    """The different quiet hours of those who are registered."""
    rows = select(_quiet_from(), _quiet_until()).join_from(Registration, Preferences, _own_preferences(), isouter=True)
    there = (Registration.occurrence_id == occurrence_id, Registration.state == RegistrationState.REGISTERED)
    return list((await session.exec(rows.where(*there).distinct())).all())


def to_remind(
    occurrence_id: int, due_at: datetime, quiet: Quiet, key: str, contents: Mapping[str, int]
) -> Select[Any, Any]:
    """Those registered before it was due who have these quiet hours and no message of the key, as recipients."""
    rows = (
        select(Registration.chat_id, content_for_chat(contents))
        .join(Chat, col(Chat.id) == col(Registration.chat_id))
        .join(Preferences, _own_preferences(), isouter=True)
    )
    return rows.where(*_unreminded(occurrence_id, due_at, quiet, key)).order_by(col(Registration.id))


async def anybody_to_remind(
    session: AsyncSession, occurrence_id: int, due_at: datetime, quiet: Quiet, key: str
) -> bool:
    return (await session.exec(to_remind(occurrence_id, due_at, quiet, key, {"": 0}).limit(1))).first() is not None


def present(occurrence_id: int, contents: Mapping[str, int]) -> Select[Any, Any]:
    """Everybody who is registered or waits, as recipients."""
    rows = select(Registration.chat_id, content_for_chat(contents)).join(
        Chat, col(Chat.id) == col(Registration.chat_id)
    )
    there = (Registration.occurrence_id == occurrence_id, col(Registration.state).in_(PRESENT))
    return rows.where(*there, col(Chat.reachable) == true()).order_by(col(Registration.id))


def _unreminded(occurrence_id: int, due_at: datetime, quiet: Quiet, key: str) -> list[Any]:
    written = exists().where(col(Outgoing.key) == literal(f"{key}:").concat(cast(col(Registration.chat_id), Text)))
    return [
        Registration.occurrence_id == occurrence_id,
        Registration.state == RegistrationState.REGISTERED,
        col(Registration.changed_at) < due_at,
        col(Chat.reachable) == true(),
        and_(_quiet_from() == quiet[0], _quiet_until() == quiet[1]),
        ~written,
    ]


def _own_preferences() -> Any:
    return col(Preferences.chat_id) == col(Registration.chat_id)


def _quiet_from() -> Any:
    return func.coalesce(Preferences.quiet_from, QUIET_FROM)


def _quiet_until() -> Any:
    return func.coalesce(Preferences.quiet_until, QUIET_UNTIL)
