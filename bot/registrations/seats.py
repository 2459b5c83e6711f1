"""Seats that come free are offered to those who wait, one after the other, each for some time."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.posting import post
from bot.quiet_hours import after_quiet
from bot.registrations import notices
from bot.registrations.dates import look
from bot.registrations.notices import Words
from storage import audience, preferences
from storage import registrations as stored
from storage.models import Registration, RegistrationState
from storage.outbox import Timing

TO_DECIDE = timedelta(hours=12)
LAST_OFFER = timedelta(hours=2)
"""Who can read of a seat only so shortly before the start, or later, is not offered it."""


async def waiting(session: AsyncSession, dates: Sequence[Words], now: datetime) -> set[int]:
    """Those of the dates of which an offer has run out, or a free seat can be offered, by their ids."""
    by_id = {one.occurrence.id or 0: one for one in dates}
    found = await stored.to_seat(session, by_id, now)
    return {
        date
        for date, states in found.items()
        if RegistrationState.OFFERED in states or await _next(session, by_id[date])
    }


async def fill(session: AsyncSession, words: Words) -> None:
    """Offer every free seat of a date, which must be locked."""
    while found := await _next(session, words):
        waiting, read_at = found
        waiting.state, waiting.changed_at = RegistrationState.OFFERED, words.now
        waiting.offered_until = read_at + min(TO_DECIDE, (words.occurrence.starts_at - read_at) / 2)
        await stored.save(session, waiting)
        await _tell(session, waiting, "offer", words)


async def _next(session: AsyncSession, words: Words) -> tuple[Registration, datetime] | None:
    """To whom a seat can be offered, and when they read it: those who sleep read it on waking."""
    occurrence = words.occurrence
    if not _is_time(words, words.now) or (await look(session, words.event, occurrence)).free == 0:
        return None
    queue = await stored.queue(session, occurrence.id or 0)
    quiet = await preferences.quiet_hours(session, [one.chat_id for one in queue])
    read = ((one, after_quiet(words.now, words.zone, quiet[one.chat_id])) for one in queue)
    return next(((one, read_at) for one, read_at in read if _is_time(words, read_at)), None)


async def expire(session: AsyncSession, words: Words) -> None:
    """Whoever did not take an offered seat in time leaves it to the next."""
    for late in await stored.run_out(session, words.occurrence.id or 0, words.now):
        late.state, late.changed_at = RegistrationState.WITHDRAWN, words.now
        await stored.save(session, late)
        await _tell(session, late, "expired", words)
    await fill(session, words)


def _is_time(words: Words, read_at: datetime) -> bool:
    return not words.occurrence.cancelled and words.occurrence.starts_at - read_at > LAST_OFFER


async def _tell(session: AsyncSession, registration: Registration, kind: str, words: Words) -> None:
    """An offer is for the person alone, until it runs out; its key has the moment, for it may come again."""
    key = f"seat:{kind}:{registration.id}:{int(words.now.timestamp())}"
    compose = partial(notices.seat, kind, words, registration)
    recipients = partial(audience.these, [registration.chat_id])
    timing = Timing(words.now, expires_at=registration.offered_until if kind == "offer" else None, personal=True)
    await post(session, key, compose, recipients, timing, now=words.now)
