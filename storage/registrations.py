"""Who signed up for which date of an event."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Text, cast, literal, true, union_all
from sqlmodel import and_, col, exists, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from storage.audience import content_for_chat
from storage.calendars import takers
from storage.locks import CHANGING
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

AT_ONCE = 100  # reminders that are asked for in one query


class Due(NamedTuple):
    """A reminder that is due since `at`, to those registered for a date who have the same quiet hours.

    Keys of its messages begin with `key`.
    """

    occurrence_id: int
    quiet: Quiet
    at: datetime
    key: str


async def occurrence(session: AsyncSession, row: StoredOccurrence) -> StoredOccurrence:
    """The date as it is stored, or this one made; nobody else changes it or its registrations until the end."""
    date = StoredOccurrence(**row.model_dump(exclude={"id"}))
    return await put(session, date, key={"kind", "record_id", "original_at"}, change={"kind"})


async def find_occurrence(session: AsyncSession, occurrence_id: int) -> StoredOccurrence | None:
    return await session.get(StoredOccurrence, occurrence_id)


async def locked(session: AsyncSession, occurrence_id: int) -> StoredOccurrence | None:
    return await session.get(StoredOccurrence, occurrence_id, with_for_update=CHANGING, populate_existing=True)


async def coming(session: AsyncSession, kind: str, now: datetime) -> list[StoredOccurrence]:
    """Dates of records of the kind that are not over, in order."""
    of_kind = (StoredOccurrence.kind == kind, StoredOccurrence.ends_at > now)
    order = (col(StoredOccurrence.starts_at), col(StoredOccurrence.id))
    return list((await session.exec(select(StoredOccurrence).where(*of_kind).order_by(*order))).all())


async def of_record(session: AsyncSession, kind: str, record_id: str, now: datetime) -> list[StoredOccurrence]:
    """The dates of a record that are stored and not over, the one stored first before others."""
    of_it = (StoredOccurrence.kind == kind, StoredOccurrence.record_id == record_id, StoredOccurrence.ends_at > now)
    rows = select(StoredOccurrence).where(*of_it).order_by(col(StoredOccurrence.id))
    return list((await session.exec(rows)).all())


async def changed_by_hand(session: AsyncSession) -> list[StoredOccurrence]:
    """The dates that staff moved or cancelled themselves."""
    return list((await session.exec(select(StoredOccurrence).where(col(StoredOccurrence.by_hand).is_(True)))).all())


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


async def queue(session: AsyncSession, occurrence_id: int) -> list[Registration]:
    """Who waits for a seat, the longest first."""
    waiting = (Registration.occurrence_id == occurrence_id, Registration.state == RegistrationState.WAITING)
    order = (col(Registration.queued_at), col(Registration.id))
    return list((await session.exec(select(Registration).where(*waiting).order_by(*order))).all())


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


async def registered_of_chat(session: AsyncSession, chat_id: int, since: datetime) -> list[StoredOccurrence]:
    """The dates that it has a seat at and that were not over at `since`, cancelled ones too."""
    rows = select(StoredOccurrence).join(Registration, col(StoredOccurrence.id) == col(Registration.occurrence_id))
    own = (Registration.chat_id == chat_id, Registration.state == RegistrationState.REGISTERED)
    ordered = rows.where(*own, StoredOccurrence.ends_at > since).order_by(col(StoredOccurrence.starts_at))
    return list((await session.exec(ordered)).all())


async def attendees(session: AsyncSession, occurrence_id: int) -> list[tuple[Registration, Membership | None]]:
    """Everybody who is registered or waits, in the order in which they came, with who they are in their company."""
    rows = select(Registration, Membership).outerjoin(Membership, col(Membership.chat_id) == col(Registration.chat_id))
    there = (Registration.occurrence_id == occurrence_id, col(Registration.state).in_(PRESENT))
    return list((await session.exec(rows.where(*there).order_by(col(Registration.id)))).all())


async def to_seat(session: AsyncSession, occurrence_ids: Iterable[int], now: datetime) -> dict[int, set[str]]:
    """Of these dates the ones where people wait, or offers have run out: the states of those people by date."""
    over = and_(Registration.state == RegistrationState.OFFERED, col(Registration.offered_until) <= now)
    rows = select(Registration.occurrence_id, Registration.state).where(
        col(Registration.occurrence_id).in_(list(occurrence_ids)),
        or_(Registration.state == RegistrationState.WAITING, over),
    )
    found: dict[int, set[str]] = {}
    for occurrence_id, state in (await session.exec(rows.distinct())).all():
        found.setdefault(occurrence_id, set()).add(state)
    return found


async def quiet_hours(session: AsyncSession, occurrence_ids: Iterable[int]) -> dict[int, list[Quiet]]:
    """The different quiet hours of those who are registered, by date."""
    columns = (col(Registration.occurrence_id), _quiet_from(), _quiet_until())
    rows = select(*columns).join_from(Registration, Preferences, _own_preferences(), isouter=True)
    there = (
        col(Registration.occurrence_id).in_(list(occurrence_ids)),
        Registration.state == RegistrationState.REGISTERED,
    )
    found: dict[int, list[Quiet]] = {}
    for occurrence_id, *quiet in (await session.exec(rows.where(*there).distinct())).all():
        found.setdefault(occurrence_id, []).append((quiet[0], quiet[1]))
    return found


async def unwritten(session: AsyncSession, due: Sequence[Due]) -> list[Due]:
    """Of these reminders the ones that somebody is to get still."""
    found: list[Due] = []
    connection = await session.connection()
    for first in range(0, len(due), AT_ONCE):
        some = due[first : first + AT_ONCE]
        asked = (select(literal(number)).where(exists(_to_remind(one))) for number, one in enumerate(some))
        found += [some[number] for (number,) in await connection.execute(union_all(*asked))]
    return found


def to_remind(due: Due, contents: Mapping[str, int]) -> Select[Any, Any]:
    """Those registered before it was due who have these quiet hours and no message of the key, as recipients."""
    return _to_remind(due, content_for_chat(contents)).order_by(col(Registration.id))


def present(occurrence_id: int, contents: Mapping[str, int], *, as_file: bool | None = None) -> Select[Any, Any]:
    """Everybody who is registered or waits, as recipients; of them those who took a file of it, or did not."""
    rows = select(Registration.chat_id, content_for_chat(contents)).join(
        Chat, col(Chat.id) == col(Registration.chat_id)
    )
    there: list[Any] = [Registration.occurrence_id == occurrence_id, col(Registration.state).in_(PRESENT)]
    if as_file is not None:
        taken = col(Registration.chat_id).in_(takers(occurrence_id))
        there.append(taken if as_file else ~taken)
    return rows.where(*there, col(Chat.reachable) == true()).order_by(col(Registration.id))


def _to_remind(due: Due, *columns: Any) -> Select[Any, Any]:
    written = exists().where(col(Outgoing.key) == literal(f"{due.key}:").concat(cast(col(Registration.chat_id), Text)))
    rows: Select[Any, Any] = (
        select(Registration.chat_id, *columns)
        .join(Chat, col(Chat.id) == col(Registration.chat_id))
        .join(Preferences, _own_preferences(), isouter=True)
    )
    return rows.where(
        Registration.occurrence_id == due.occurrence_id,
        Registration.state == RegistrationState.REGISTERED,
        col(Registration.changed_at) < due.at,
        col(Chat.reachable) == true(),
        and_(_quiet_from() == due.quiet[0], _quiet_until() == due.quiet[1]),
        ~written,
    )


def _own_preferences() -> Any:
    return col(Preferences.chat_id) == col(Registration.chat_id)


def _quiet_from() -> Any:
    return func.coalesce(Preferences.quiet_from, QUIET_FROM)


def _quiet_until() -> Any:
    return func.coalesce(Preferences.quiet_until, QUIET_UNTIL)
