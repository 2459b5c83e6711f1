"""Which reminders of a mentoring day are due and not written, and writing them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import metrics
from bot.answering import wording
from bot.languages import Language
from bot.mentoring.meetings import meetings_of
from bot.mentoring.notices import Words
from bot.mentoring.reminders import guests
from bot.mentoring.reminders.kinds import DAY, Kind, Reminder, To
from bot.mentoring.reminders.table import KINDS
from bot.messages.message import Message
from bot.messages.texts import texts_in
from bot.posting import post
from storage import audience, chats, outbox
from storage.audience import Wanted
from storage.outbox import Timing

log = structlog.get_logger(__name__)

TOPIC = "mentoring"
"""Of the park's topics, the one whose subscribers are told that registration opens."""

Times = Mapping[tuple[str, str], int | None]
"""What staff chose: minutes by the programme's id and the kind's name, None for never."""


def minutes_of(kind: Kind, programme_id: str, times: Times) -> int | None:
    return times.get((programme_id, kind.name), kind.minutes)


def in_season(words: Words, times: Times) -> list[Reminder]:
    """The kinds of which something may be due, to nobody in particular; told without looking into the store."""
    if words.day.occurrence.cancelled:
        return []
    chosen = ((kind, minutes_of(kind, words.day.programme.id, times)) for kind in KINDS)
    kinds = [Reminder(kind, minutes, words) for kind, minutes in chosen if minutes is not None]
    # those of the day before may be due earlier for people with quiet hours
    return [one for one in kinds if one.due_at - DAY <= words.now < one.until]


async def unwritten(session: AsyncSession, words: Words, times: Times) -> list[Reminder]:
    """Those that are due now."""
    kinds = in_season(words, times)
    opening = [one for one in kinds if one.kind.to is To.SUBSCRIBERS and await _is_to_open(session, one)]
    personal = [one for one in kinds if one.kind.to is not To.SUBSCRIBERS]
    return opening + (await _unwritten(session, words, personal) if personal and words.day.id else [])


async def write(session: AsyncSession, words: Words, times: Times) -> None:
    """Put what is due into the outbox; the day must be locked."""
    counts: Counter[tuple[str, bool]] = Counter()
    for one in await _with_meetings(session, words, await unwritten(session, words, times)):
        subscribers = one.kind.to is To.SUBSCRIBERS
        recipients = (
            partial(audience.recipients, _wanted(one)) if subscribers else partial(audience.these, [one.guest.chat_id])
        )
        timing = Timing(
            one.due_at,
            quiet=one.waits_for_quiet,
            urgency=1 if subscribers else 0,
            expires_at=one.until,
            personal=not subscribers,
        )
        counts[one.kind.name, one.is_late] += await post(
            session, one.key, partial(_told, one), recipients, timing, now=words.now
        )
    for (kind, late), count in counts.items():
        metrics.REMINDERS.labels(late="yes" if late else "no").inc(count)
        log.info("reminder.written", kind=kind, occurrence=words.day.id, count=count, late=late)


async def _is_to_open(session: AsyncSession, one: Reminder) -> bool:
    """One key for all of them, so that whoever takes the topic later is not told late."""
    if not one.is_due or await outbox.is_written(session, one.key):
        return False
    return bool(await audience.count(session, _wanted(one)))


def _wanted(one: Reminder) -> Wanted:
    """But for those who know of the day, which was on another date or at another place then."""
    day = one.words.day
    changed = day.occurrence.revision > 1
    return Wanted(topics=(TOPIC,), known_before=day.opens_at, untold=f"mentoring:{day.id}:" if changed else "")


async def _unwritten(session: AsyncSession, words: Words, kinds: Iterable[Reminder]) -> list[Reminder]:
    crowd = await guests.crowd(session, words.day)
    people = {To.DRAFTS: crowd.drafts, To.APPLIED: crowd.applied, To.SEATED: crowd.seated, To.CAME: crowd.came}
    if any(one.kind.to is To.TEAM for one in kinds):
        people[To.TEAM] = await guests.team(session, words.day, crowd.slots)
    all_of_them = (replace(one, guest=guest) for one in kinds for guest in people.get(one.kind.to, ()))
    # whoever applied for a company too is told once
    due = {one.key_of_guest: one for one in all_of_them if one.is_due}
    written = await outbox.written(session, due)
    waiting = [one for key, one in due.items() if key not in written]
    reachable = await chats.reachable(session, [one.guest.chat_id for one in waiting]) if waiting else set()
    return [one for one in waiting if one.guest.chat_id in reachable]


async def _with_meetings(session: AsyncSession, words: Words, due: list[Reminder]) -> list[Reminder]:
    if all(one.kind.to is not To.TEAM for one in due):
        return due
    listed = await meetings_of(session, words.day)
    return [replace(one, guest=one.guest.seeing(listed)) for one in due]


def _told(one: Reminder, language: Language) -> Message:
    """What it says, and that it is late if it is."""
    message = one.kind.says(one, language)
    if not one.is_late:
        return message
    return replace(message, text=wording.lines([message.text, texts_in(language)("mentoring-comes-late")]))
