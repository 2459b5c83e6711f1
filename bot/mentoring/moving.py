"""Days that go to another time or place, or do not take place at all: everybody who knew of the day is told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.mentoring import duties, telling, waiting_list
from bot.mentoring.days import Day, day_by_rule
from bot.mentoring.notices import Words
from bot.occurrences import Occurrence, occurrence_of
from storage import mentoring as stored
from storage.models import Slot


def planned(day: Day, now: datetime) -> Occurrence | None:
    """When the day is to be by its programme as it is now; None if not at all."""
    by_rule = day_by_rule(day.programme, day.occurrence, day.zone, now)
    return occurrence_of(day.programme, by_rule, day.zone)


def differs(day: Day, now: datetime) -> bool:
    """Whether the programme says something else of a day to come than people were told, and staff did not."""
    row = day.occurrence
    if row.id is None or row.by_hand or row.starts_at <= now:
        return False
    plan = planned(day, now)
    if plan is None:
        return not row.cancelled
    told = (row.starts_at, row.ends_at, row.place, row.cancelled)
    # a day that would be over is left as it is: nobody could come any more
    return plan.starts > now and told != (plan.starts, plan.ends, day.programme.place, False)


async def follow(session: AsyncSession, words: Words) -> Words | None:
    """Bring a day, which must be locked, to what the programme says now; None if nobody knew of it and it is gone."""
    day = words.day
    if not differs(day, words.now):
        return words
    plan = planned(day, words.now)
    if plan:
        return await take_place(session, words, plan.starts, plan.ends, day.programme.place)
    if not await stored.is_heard_of(session, day.id):
        await session.delete(day.occurrence)
        return None
    await cancel(session, words)
    return words


async def take_place(session: AsyncSession, words: Words, starts: datetime, ends: datetime, place: str | None) -> Words:
    """The locked day takes place then and there, whatever was before; the words of it then.

    Its slots go along by as much as its beginning, but for offers: times that are free then are offered anew. A
    timetable that nobody was told of is taken back if one can apply again.
    """
    day, row = words.day, words.day.occurrence
    moves = (row.starts_at, row.ends_at) != (starts, ends)
    kind = "resumed" if row.cancelled else "moved" if moves else "relocated"
    with_readers = day.is_open(words.now)
    by = starts - row.starts_at
    await _begin_revision(session, words)
    row.starts_at, row.ends_at = starts.astimezone(UTC), ends.astimezone(UTC)
    row.place, row.cancelled = place, False
    await stored.save(session, row)
    await stored.day_changed(session, day.id, words.now, at_another_time=moves)
    if day.timetable and not day.is_published and day.is_open(words.now):
        await stored.take_back_timetable(session, day.id)
        words = replace(words, day=replace(day, timetable=None))
    dropped = await _move_slots(session, day, by) if moves else set()
    await telling.changed(session, words, kind, dropped, with_readers=with_readers or day.is_open(words.now))
    await waiting_list.fill(session, words)
    return words


async def cancel(session: AsyncSession, words: Words) -> None:
    """The locked day does not take place, nobody is reminded any more, and no offer runs out meanwhile."""
    with_readers = words.day.is_open(words.now)
    await _begin_revision(session, words)
    words.day.occurrence.cancelled = True
    await stored.save(session, words.day.occurrence)
    await stored.remove_slots(session, *_offers(words.day))
    await telling.cancelled(session, words, with_readers=with_readers)


async def _begin_revision(session: AsyncSession, words: Words) -> None:
    """What was written of the day as it was and is not sent is not sent any more."""
    await duties.withdraw(session, words)
    await telling.withdraw(session, words)
    words.day.occurrence.revision += 1


async def _move_slots(session: AsyncSession, day: Day, by: timedelta) -> set[int]:
    """The slots along with the day; those that fall outside of it go. The ids of whose these were."""
    await stored.remove_slots(session, *_offers(day))
    dropped = set()
    # one after the other: no two are ever at the same time of a table
    for slot in sorted(await stored.slots(session, day.id), key=lambda one: one.starts_at, reverse=by > timedelta()):
        at = slot.starts_at + by
        if at in day.times:
            slot.starts_at = at
            slot.delay = 0
            await stored.save(session, slot)
        else:
            dropped.add(slot.application_id)
            await stored.remove_slots(session, Slot.id == slot.id)
    return dropped


def _offers(day: Day) -> tuple[object, ...]:
    return Slot.occurrence_id == day.id, col(Slot.offered_until).is_not(None)
