"""Times that come free are offered to those who were admitted and have none, one after the other, each for a while."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.mentoring import telling
from bot.mentoring.days import Day
from bot.mentoring.notices import Words
from bot.quiet_hours import after_quiet
from storage import mentoring as stored
from storage import preferences
from storage.models import Application, ApplicationState, Slot

TO_DECIDE = timedelta(hours=12)
LAST_OFFER = timedelta(hours=1)
"""Who can read of a time only so shortly before it, or later, is not offered it."""


async def waits(session: AsyncSession, words: Words) -> bool:
    """Whether an offer has run out."""
    return not words.day.occurrence.cancelled and bool(await stored.run_out(session, words.day.id, words.now))


async def seat(session: AsyncSession, words: Words) -> None:
    """Give every free time to the first who waits and wishes to see the expert, before anybody was told of one.

    The day must be locked.
    """
    for application in await waiting(session, words.day):
        if slot := await _free_slot(session, words.day, application, words.now):
            await stored.save(session, slot)


async def fill(session: AsyncSession, words: Words, freed_from: int | None = None) -> None:
    """Offer every free time to the first who waits and wishes to see the expert; the day must be locked.

    It is theirs to take from when they wake, if that is early enough. The application `freed_from` is left out
    this once: staff took the time away from it.
    """
    if not words.day.is_published or words.day.occurrence.cancelled:
        return
    listed = await waiting(session, words.day)
    quiet = await preferences.quiet_hours(session, [one.chat_id for one in listed])
    for application in listed:
        if application.id == freed_from:
            continue
        read_at = after_quiet(words.now, words.day.zone, quiet[application.chat_id])
        if slot := await _free_slot(session, words.day, application, read_at):
            slot.offered_until = read_at + min(TO_DECIDE, (slot.begins_at - read_at) / 2)
            await stored.save(session, slot)
            await telling.slots_of(session, words, application.id or 0)


async def expire(session: AsyncSession, words: Words) -> None:
    """Whoever did not take an offered time leaves it to the next; the day must be locked."""
    for slot in await stored.run_out(session, words.day.id, words.now):
        await pass_over(session, words, slot)
        await telling.expired(session, words, slot.application_id)
    await fill(session, words)


async def pass_over(session: AsyncSession, words: Words, slot: Slot) -> None:
    """It goes to somebody else: whoever did not take what was offered gets none any more.

    Nor does, until the publication, whoever staff took it from.
    """
    await stored.remove_slots(session, Slot.id == slot.id)
    if application := await stored.get(session, slot.application_id):
        application.passed_over_at = words.now
        await stored.save(session, application)


async def waiting(session: AsyncSession, day: Day) -> list[Application]:
    """Who went away empty the last time comes first, then who applied first."""
    holding = {one.application_id for one in await stored.slots_and_offers(session, day.id)}
    empty = await stored.parties_gone_empty(session, day.occurrence)
    admitted = await stored.applications(session, day.id, (ApplicationState.ADMITTED,))
    without = [one for one in admitted if one.id not in holding and one.passed_over_at is None]
    return sorted(without, key=lambda one: one.party not in empty)


async def _free_slot(session: AsyncSession, day: Day, application: Application, read_at: datetime) -> Slot | None:
    """The best that it could have, if it knows of it at `read_at`."""
    return next(_possible(day, application, await stored.slots_and_offers(session, day.id), read_at), None)


def _possible(day: Day, application: Application, slots: Sequence[Slot], read_at: datetime) -> Iterator[Slot]:
    taken = {(one.member_id, one.starts_at) for one in slots}
    for rank, wish in enumerate(application.wishes):
        for time in day.open_times(wish) if day.has_room(wish, slots) else ():
            slot = Slot(
                occurrence_id=day.id,
                member_id=wish,
                starts_at=time,
                application_id=application.id or 0,
                rank=rank,
                delay=delay_at(slots, wish, time),
            )
            if (wish, time) not in taken and slot.begins_at - read_at > LAST_OFFER:
                yield slot


def delay_at(slots: Sequence[Slot], member_id: str, time: datetime) -> int:
    """How many minutes late the table then is: as its nearest slot."""
    at_table = (one for one in slots if one.member_id == member_id)
    nearest = min(at_table, key=lambda one: abs(one.starts_at - time), default=None)
    return nearest.delay if nearest else 0
