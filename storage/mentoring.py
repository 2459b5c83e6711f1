"""Applications for mentoring days, their slots, and the days' timetables."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import true
from sqlmodel import col, delete, func, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from storage.audience import content_for_chat
from storage.models import (
    Application,
    ApplicationState,
    Chat,
    ExpertTable,
    Membership,
    Outgoing,
    Slot,
    StoredOccurrence,
    Timetable,
)
from storage.outbox import REACHED
from storage.upsert import insert_new

KIND = "programme"
ALONE = "chat:"
"""How the party of somebody without a company begins; no id of a company does."""
LIVE = (ApplicationState.APPLIED, ApplicationState.ADMITTED)
IDLE = (ApplicationState.DRAFT, ApplicationState.WITHDRAWN)


async def of_party(session: AsyncSession, occurrence_id: int, party: str) -> Application | None:
    own = (Application.occurrence_id == occurrence_id, Application.party == party)
    return (await session.exec(select(Application).where(*own))).one_or_none()


async def of_chat(session: AsyncSession, chat_id: int) -> list[Application]:
    """All that it wrote, oldest first."""
    own = select(Application).where(Application.chat_id == chat_id)
    return list((await session.exec(own.order_by(col(Application.id)))).all())


def alone(chat_id: int) -> str:
    """The party of somebody without a company."""
    return f"{ALONE}{chat_id}"


async def carry(session: AsyncSession, before: str, after: str, now: datetime | None = None) -> None:
    """What the party `before` wrote for days that are not over by `now` is of the party `after` from then on.

    Where that has one for the day, it stays as it is; but a draft or withdrawn one gives way to one that is neither.
    None: all days.
    """
    days = select(StoredOccurrence.id).where(StoredOccurrence.ends_at > now) if now else select(StoredOccurrence.id)
    own = (col(Application.party) == before, col(Application.occurrence_id).in_(days))
    live = select(Application.occurrence_id).where(*own, col(Application.state).in_(LIVE))
    idle = (col(Application.party) == after, col(Application.state).in_(IDLE))
    await session.exec(delete(Application).where(*idle, col(Application.occurrence_id).in_(live)))
    taken = select(Application.occurrence_id).where(Application.party == after)
    free = col(Application.occurrence_id).not_in(taken)
    await session.exec(update(Application).where(*own, free).values(party=after))


async def forget(session: AsyncSession, chat_id: int) -> None:
    """Erase what the chat wrote."""
    await session.exec(delete(Application).where(col(Application.chat_id) == chat_id))


async def hand_on(session: AsyncSession, company_id: str, chat_id: int) -> None:
    """What somebody wrote for the company who belongs to it no more is that member's from now on."""
    members = select(Membership.chat_id).where(Membership.company_id == company_id)
    orphaned = (col(Application.party) == company_id, col(Application.chat_id).not_in(members))
    await session.exec(update(Application).where(*orphaned).values(chat_id=chat_id))


async def admitted_to(session: AsyncSession, party: str, since: datetime) -> list[StoredOccurrence]:
    """The days that the party was admitted to and that were not over at `since`, cancelled ones too."""
    rows = select(StoredOccurrence).join(Application, col(StoredOccurrence.id) == col(Application.occurrence_id))
    own = (Application.party == party, Application.state == ApplicationState.ADMITTED)
    ordered = rows.where(*own, StoredOccurrence.ends_at > since).order_by(col(StoredOccurrence.starts_at))
    return list((await session.exec(ordered)).all())


async def get(session: AsyncSession, application_id: int) -> Application | None:
    return await session.get(Application, application_id)


async def save(session: AsyncSession, row: Application | Slot | StoredOccurrence | ExpertTable) -> None:
    session.add(row)
    await session.flush()


async def day_changed(session: AsyncSession, occurrence_id: int, now: datetime, *, at_another_time: bool) -> None:
    """All who applied are told of the day as it is from now on; what they said and let go was of the time that was."""
    marks = dict.fromkeys(("passed_over_at", "confirmed_at", "arrived_at")) if at_another_time else {}
    values: dict[str, Any] = {"changed_at": now, **marks}
    of_day = col(Application.occurrence_id) == occurrence_id
    await session.exec(update(Application).where(of_day).values(**values))


async def applications(
    session: AsyncSession, occurrence_id: int, states: Iterable[ApplicationState], *, spoken_for: bool = False
) -> list[Application]:
    """Who applied first comes first; with `spoken_for` only those whose writer still belongs to the party."""
    of_day: list[Any] = [Application.occurrence_id == occurrence_id, col(Application.state).in_(list(states))]
    if spoken_for:
        of_day.append(_spoken_for())
    order = (col(Application.applied_at), col(Application.id))
    return list((await session.exec(select(Application).where(*of_day).order_by(*order))).all())


def writer(application_id: int, contents: Mapping[str, int]) -> Select[Any, Any]:
    """Who wrote it, if they still belong to the party, as recipients."""
    rows = select(Chat.id, content_for_chat(contents)).join(Application, col(Application.chat_id) == col(Chat.id))
    return rows.where(Application.id == application_id, col(Chat.reachable) == true(), _spoken_for())


async def counts(session: AsyncSession, occurrence_id: int) -> dict[ApplicationState, int]:
    counted = select(Application.state, func.count()).where(Application.occurrence_id == occurrence_id)
    rows = (await session.exec(counted.group_by(col(Application.state)))).all()
    return {ApplicationState(state): count for state, count in rows}


async def slots(session: AsyncSession, occurrence_id: int) -> list[Slot]:
    """Of a day, by time and table, but for those that are on offer."""
    return [one for one in await slots_and_offers(session, occurrence_id) if one.offered_until is None]


async def slots_and_offers(session: AsyncSession, occurrence_id: int) -> list[Slot]:
    """Of a day, by time and table, also those that are on offer to somebody who waits."""
    order = (col(Slot.starts_at), col(Slot.member_id))
    return list((await session.exec(select(Slot).where(Slot.occurrence_id == occurrence_id).order_by(*order))).all())


async def slots_of(session: AsyncSession, application_id: int) -> list[Slot]:
    """By time, but for one that is on offer."""
    own = (Slot.application_id == application_id, col(Slot.offered_until).is_(None))
    return list((await session.exec(select(Slot).where(*own).order_by(col(Slot.starts_at)))).all())


async def offer_to(session: AsyncSession, application_id: int) -> Slot | None:
    """The slot that is on offer to it."""
    own = (Slot.application_id == application_id, col(Slot.offered_until).is_not(None))
    return (await session.exec(select(Slot).where(*own))).first()


async def run_out(session: AsyncSession, occurrence_id: int, now: datetime) -> list[Slot]:
    """Those on offer that nobody took in time."""
    over = (Slot.occurrence_id == occurrence_id, col(Slot.offered_until) <= now)
    return list((await session.exec(select(Slot).where(*over).order_by(col(Slot.id)))).all())


async def slot(session: AsyncSession, slot_id: int) -> Slot | None:
    return await session.get(Slot, slot_id)


async def remove_slots(session: AsyncSession, *conditions: object) -> None:
    await session.exec(delete(Slot).where(*conditions))  # type: ignore[arg-type]  # conditions of Slot


async def timetable(session: AsyncSession, occurrence_id: int) -> Timetable | None:
    return await session.get(Timetable, occurrence_id)


async def begin_timetable(session: AsyncSession, occurrence_id: int, now: datetime) -> bool:
    """False if it was begun before."""
    return await insert_new(session, Timetable(occurrence_id=occurrence_id, proposed_at=now))


async def take_back_timetable(session: AsyncSession, occurrence_id: int) -> None:
    """As if none had been proposed."""
    await remove_slots(session, Slot.occurrence_id == occurrence_id)
    await session.exec(delete(Timetable).where(col(Timetable.occurrence_id) == occurrence_id))


async def publish(session: AsyncSession, timetable: Timetable, now: datetime) -> None:
    """From then on everybody without a slot waits for one."""
    timetable.published_at = now
    session.add(timetable)
    of_day = col(Application.occurrence_id) == timetable.occurrence_id
    await session.exec(update(Application).where(of_day).values(passed_over_at=None))
    await session.flush()


async def coming(session: AsyncSession, now: datetime) -> list[StoredOccurrence]:
    """Days that are stored and not over, the next one first."""
    of_kind = (StoredOccurrence.kind == KIND, StoredOccurrence.ends_at > now)
    return list(
        (await session.exec(select(StoredOccurrence).where(*of_kind).order_by(col(StoredOccurrence.starts_at)))).all()
    )


async def begun_after(session: AsyncSession, moment: datetime) -> list[StoredOccurrence]:
    """Days that are stored and begin after it, over or to come, in order."""
    of_kind = (StoredOccurrence.kind == KIND, StoredOccurrence.starts_at > moment)
    rows = select(StoredOccurrence).where(*of_kind).order_by(col(StoredOccurrence.starts_at))
    return list((await session.exec(rows)).all())


async def of_programme(session: AsyncSession, record_id: str, since: datetime) -> list[StoredOccurrence]:
    """Its days that are stored, but for those that were over at `since` and by their rule were before it, too."""
    late = or_(col(StoredOccurrence.ends_at) > since, col(StoredOccurrence.original_at) > since)
    of_it = (StoredOccurrence.kind == KIND, StoredOccurrence.record_id == record_id, late)
    return list((await session.exec(select(StoredOccurrence).where(*of_it))).all())


async def expert_tables(session: AsyncSession, occurrence_id: int) -> dict[str, ExpertTable]:
    """Those that were arranged for the day, by member."""
    rows = (await session.exec(select(ExpertTable).where(ExpertTable.occurrence_id == occurrence_id))).all()
    return {row.member_id: row for row in rows}


async def is_heard_of(session: AsyncSession, occurrence_id: int) -> bool:
    """Whether anybody was told of the day, or began to apply."""
    told = select(Outgoing.id).where(_about(occurrence_id)).limit(1)
    return bool(await counts(session, occurrence_id)) or (await session.exec(told)).first() is not None


def readers(occurrence_id: int, contents: Mapping[str, int]) -> Select[Any, Any]:
    """Those who were told that registration is open and wrote no application, as recipients."""
    told = select(Outgoing.chat_id).where(
        _about(occurrence_id),
        col(Outgoing.key).contains(":opens:"),
        col(Outgoing.state).in_(REACHED),
        col(Outgoing.chat_id).is_not(None),
    )
    applied = select(Application.chat_id).where(Application.occurrence_id == occurrence_id)
    silent = (col(Chat.id).in_(told), col(Chat.id).not_in(applied), col(Chat.reachable) == true())
    return select(Chat.id, content_for_chat(contents)).where(*silent)


async def count_concerned(
    session: AsyncSession, occurrence_id: int, states: Iterable[ApplicationState], *, with_readers: bool
) -> int:
    """How many chats would hear of a change of the day."""
    applied = select(Application.chat_id).where(
        Application.occurrence_id == occurrence_id, col(Application.state).in_(list(states)), _spoken_for()
    )
    reachable = select(func.count()).select_from(Chat).where(col(Chat.id).in_(applied), col(Chat.reachable) == true())
    count = (await session.exec(reachable)).one()
    if with_readers:
        of_readers = readers(occurrence_id, {"": 0}).subquery()
        count += (await session.exec(select(func.count()).select_from(of_readers))).one()
    return count


async def parties_gone_empty(session: AsyncSession, before: StoredOccurrence) -> set[str]:
    """Who was admitted to the programme's last day before this one, and had no slot nor let go one."""
    empty = select(Application.party).where(
        col(Application.occurrence_id) == _last_before(before),
        Application.state == ApplicationState.ADMITTED,
        col(Application.passed_over_at).is_(None),
        col(Application.id).not_in(select(Slot.application_id)),
    )
    return set((await session.exec(empty)).all())


async def parties_missing(session: AsyncSession, before: StoredOccurrence) -> set[str]:
    """Who had a slot on the programme's last day before this one, and never came; nobody if none was checked in."""
    last = _last_before(before)
    came = (col(Application.occurrence_id) == last, col(Application.arrived_at).is_not(None))
    if (await session.exec(select(Application.id).where(*came).limit(1))).first() is None:
        return set()
    seated = select(Slot.application_id).where(col(Slot.offered_until).is_(None))
    missing = select(Application.party).where(
        col(Application.occurrence_id) == last,
        col(Application.arrived_at).is_(None),
        col(Application.id).in_(seated),
    )
    return set((await session.exec(missing)).all())


def _last_before(day: StoredOccurrence) -> Any:
    earlier = select(StoredOccurrence.id).where(
        StoredOccurrence.kind == KIND,
        StoredOccurrence.record_id == day.record_id,
        StoredOccurrence.starts_at < day.starts_at,
        col(StoredOccurrence.cancelled).is_(False),
    )
    return earlier.order_by(col(StoredOccurrence.starts_at).desc()).limit(1).scalar_subquery()


def _spoken_for() -> Any:
    members = select(Membership.chat_id).where(col(Membership.company_id) == col(Application.party))
    by_themselves = col(Application.party).startswith(ALONE, autoescape=True)
    return or_(by_themselves, col(Application.chat_id).in_(members))


def _about(occurrence_id: int) -> Any:
    return col(Outgoing.key).startswith(f"mentoring:{occurrence_id}:", autoescape=True)
