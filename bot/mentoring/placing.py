"""Slots in the store: proposed all at once, moved by hand."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.mentoring import telling, waiting_list
from bot.mentoring.days import Day
from bot.mentoring.errors import AwayError, FullError, NoDayError, TakenError
from bot.mentoring.notices import Words
from bot.mentoring.timetable import WALK, Party, Table, propose
from storage import mentoring as stored
from storage.models import ApplicationState, Slot


async def propose_for(session: AsyncSession, day: Day) -> int:
    """Slots for everybody who was admitted; how many."""
    admitted = await stored.applications(session, day.id, (ApplicationState.ADMITTED,))
    empty = await stored.parties_gone_empty(session, day.occurrence)
    numbers = {at: number for number, at in enumerate(day.times)}
    tables = {
        member.id: Table([numbers[at] for at in day.open_times(member.id)], day.most(member.id))
        for member in day.members
    }
    wishes = {one.id or 0: one.wishes for one in admitted}
    parties = [
        Party(one.id or 0, tuple(wish for wish in one.wishes if wish in tables), one.party in empty) for one in admitted
    ]
    placings = propose(tables, parties)
    for one in placings:
        await stored.save(
            session,
            Slot(
                occurrence_id=day.id,
                member_id=one.expert,
                starts_at=day.times[one.time],
                application_id=one.party,
                rank=wishes[one.party].index(one.expert),
            ),
        )
    return len(placings)


async def move(session: AsyncSession, words: Words, slot: Slot, member_id: str, at: datetime) -> None:
    """To another table or time, as late as it is there; both who change places must have it.

    Those who know of theirs are told.
    """
    day = words.day
    slots = await stored.slots_and_offers(session, day.id)
    _demand_table(day, slots, slot, member_id, at)
    other = next((one for one in slots if (one.member_id, one.starts_at) == (member_id, at)), None)
    before = (slot.member_id, slot.starts_at)
    changed = [slot, *([other] if other and other.id != slot.id else [])]
    rest = [one for one in slots if one not in changed]
    await stored.remove_slots(session, *[Slot.id.in_([one.id for one in changed])])  # type: ignore[union-attr]
    for one, (table, time) in zip(changed, ((member_id, at), before), strict=False):
        if not _can_sit(one.application_id, time, rest, day):
            raise TakenError
        fresh = Slot(
            occurrence_id=day.id,
            member_id=table,
            starts_at=time,
            application_id=one.application_id,
            offered_until=one.offered_until,
            delay=waiting_list.delay_at(slots, table, time),
        )
        await stored.save(session, fresh)
        rest.append(fresh)
    if day.is_published:
        for application_id in {one.application_id for one in changed}:
            await telling.slots_of(session, words, application_id)


def _demand_table(day: Day, slots: list[Slot], slot: Slot, member_id: str, at: datetime) -> None:
    """A time of an expert who is there then, with room for one more unless two change places."""
    if day.expert(member_id) is None or at not in day.times:
        raise NoDayError
    if at not in day.open_times(member_id):
        raise AwayError
    others = [one for one in slots if one.id != slot.id and (one.member_id, one.starts_at) != (member_id, at)]
    if not day.has_room(member_id, others):
        raise FullError


def _can_sit(application_id: int, at: datetime, slots: list[Slot], day: Day) -> bool:
    others = (one.starts_at for one in slots if one.application_id == application_id)
    return all(abs(other - at) > WALK * day.slot_length for other in others)
