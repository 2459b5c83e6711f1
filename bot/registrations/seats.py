"""Seats that come free are offered to those who wait, one after the other, each for some time."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.posting import post
from bot.registrations import notices
from bot.registrations.dates import look
from bot.registrations.notices import Words
from storage import audience
from storage import registrations as stored
from storage.models import Registration, RegistrationState
from storage.outbox import Timing

TO_DECIDE = timedelta(hours=12)
LAST_OFFER = timedelta(hours=2)
"""So shortly before the start nobody is offered a seat any more."""


async def waiting(session: AsyncSession, dates: Sequence[Words], now: datetime) -> set[int]:
    """Those of the dates of which an offer has run out, or a free seat can be offered, by their ids."""
    by_id = {one.occurrence.id or 0: one for one in dates}
    found = await stored.to_seat(session, by_id, now)
    return {
        date
        for date, states in found.items()
        if RegistrationState.OFFERED in states or await _can_offer(session, by_id[date])
    }


async def _can_offer(session: AsyncSession, words: Words) -> bool:
    return _is_time(words) and (await look(session, words.event, words.occurrence)).free != 0


async def fill(session: AsyncSession, words: Words) -> None:
    """Offer every free seat of a date, which must be locked."""
    occurrence, now = words.occurrence, words.now
    while await _can_offer(session, words):
        waiting = await stored.next_waiting(session, occurrence.id or 0)
        if waiting is None:
            return
        waiting.state, waiting.changed_at = RegistrationState.OFFERED, now
        waiting.offered_until = now + min(TO_DECIDE, (occurrence.starts_at - now) / 2)
        await stored.save(session, waiting)
        await _tell(session, waiting, "offer", words)


async def expire(session: AsyncSession, words: Words) -> None:
    """Whoever did not take an offered seat in time leaves it to the next."""
    for late in await stored.run_out(session, words.occurrence.id or 0, words.now):
        late.state, late.changed_at = RegistrationState.WITHDRAWN, words.now
        await stored.save(session, late)
        await _tell(session, late, "expired", words)
    await fill(session, words)


def _is_time(words: Words) -> bool:
    return not words.occurrence.cancelled and words.occurrence.starts_at - words.now > LAST_OFFER


async def _tell(session: AsyncSession, registration: Registration, kind: str, words: Words) -> None:
    """An offer is for the person alone; its key has the moment, for they may be offered a seat again."""
    key = f"seat:{kind}:{registration.id}:{int(words.now.timestamp())}"
    compose = partial(notices.seat, kind, words, registration)
    recipients = partial(audience.these, [registration.chat_id])
    await post(session, key, compose, recipients, Timing(words.now, personal=True), now=words.now)
