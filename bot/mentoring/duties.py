"""What is due of a mentoring day, and done once: registration opens and closes, the timetable, reminders."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.languages import Language
from bot.mentoring import notices, placing
from bot.mentoring.days import Day
from bot.mentoring.notices import Words
from bot.messages.message import Message
from bot.people.staff import RIGHTS, Right
from bot.posting import Recipients, post
from bot.quiet_hours import before_quiet
from storage import audience, outbox, preferences, staff
from storage import mentoring as stored
from storage.audience import Wanted
from storage.models import Application, ApplicationState, Slot
from storage.outbox import Timing

TOPIC = "mentoring"
"""Of the park's topics, the one whose subscribers are told that registration opens."""
LAST_CALL = timedelta(days=1)
BEFORE = {"day": timedelta(days=1), "hours": timedelta(hours=2)}
"""Reminders of one's slots: by the park's calendar a day before the day begins, and before the first slot."""


@dataclass(frozen=True)
class Duty:
    """A message that is due now: its key without the chat, whom it is for, what it says, until when it is worth it."""

    key: str
    recipients: Recipients
    compose: Callable[[Language], Message]
    timing: Timing


async def withdraw(session: AsyncSession, words: Words) -> None:
    """What is written of the day and not sent is not sent any more."""
    await outbox.withdraw(session, _prefix(words.day).rstrip(":"), words.now)


async def renew(session: AsyncSession, words: Words, application_id: int) -> None:
    """What is written for the application's chat and not sent is written anew when it is due, as things are then."""
    if application := await stored.get(session, application_id):
        await outbox.unwrite(session, _prefix(words.day), application.chat_id)


async def waits(session: AsyncSession, words: Words) -> bool:
    """Whether anything is due that was not done."""
    return _is_to_propose(words) or bool(await _duties(session, words))


async def do(session: AsyncSession, words: Words) -> None:
    """Propose the timetable at the deadline, and write what is due; the day must be locked."""
    if _is_to_propose(words) and await stored.begin_timetable(session, words.day.id, words.now):
        count = await placing.propose_for(session, words.day)
        await _tell_staff(session, words, count)
    for duty in await _duties(session, words):
        await post(session, duty.key, duty.compose, duty.recipients, duty.timing, now=words.now)


def _is_to_propose(words: Words) -> bool:
    day = words.day
    over = day.closes_at <= words.now < day.occurrence.starts_at
    return over and day.timetable is None and day.occurrence.id is not None and not day.occurrence.cancelled


async def _duties(session: AsyncSession, words: Words) -> list[Duty]:
    day = words.day
    if day.occurrence.cancelled or words.now >= day.occurrence.ends_at:
        return []
    written = await outbox.keys(session, _prefix(day)) if day.id else set()
    return [
        *await _opening(session, words, written),
        *await _last_call(session, words, written),
        *await _reminders(session, words, written),
    ]


async def _opening(session: AsyncSession, words: Words, written: set[str]) -> list[Duty]:
    """To all who want to hear of mentoring, and were here before: one key for all of them, written once."""
    day = words.day
    key = f"{_prefix(day)}opens"
    if not day.opens_at <= words.now < day.closes_at or any(one.startswith(f"{key}:") for one in written):
        return []
    wanted = Wanted(topics=(TOPIC,), known_before=day.opens_at)
    if not await audience.count(session, wanted):
        return []
    compose = partial(notices.opening, words)
    return [Duty(key, partial(audience.recipients, wanted), compose, Timing(words.now, expires_at=day.closes_at))]


async def _last_call(session: AsyncSession, words: Words, written: set[str]) -> list[Duty]:
    """To those who began and did not finish."""
    day = words.day
    if not day.closes_at - LAST_CALL <= words.now < day.closes_at or not day.id:
        return []
    begun = await stored.applications(session, day.id, (ApplicationState.DRAFT,))
    early = [one for one in begun if one.changed_at < day.closes_at - LAST_CALL]
    timing = Timing(words.now, expires_at=day.closes_at, personal=True)
    compose = partial(notices.last_call, words)
    return _personal(f"{_prefix(day)}closes", [(one.chat_id, compose) for one in early], timing, written)


async def _reminders(session: AsyncSession, words: Words, written: set[str]) -> list[Duty]:
    day = words.day
    if not day.is_published or words.now < day.occurrence.starts_at - 3 * BEFORE["day"]:
        return []
    admitted = await stored.applications(session, day.id, (ApplicationState.ADMITTED,))
    by_id: dict[int, list[Slot]] = {}
    for slot in await stored.slots(session, day.id):
        by_id.setdefault(slot.application_id, []).append(slot)
    found: list[Duty] = []
    for application in admitted:
        if slots := by_id.get(application.id or 0):
            found += await _reminders_of(session, words, application, slots, written)
    return found


async def _reminders_of(
    session: AsyncSession, words: Words, application: Application, slots: list[Slot], written: set[str]
) -> list[Duty]:
    day, first = words.day, min(one.begins_at for one in slots)
    wishes = await preferences.get(session, application.chat_id)
    found = []
    for kind, starts in (("day", day.occurrence.starts_at), ("hours", first)):
        due = before_quiet(starts - BEFORE[kind], day.zone, (wishes.quiet_from, wishes.quiet_until))
        if due <= words.now < first:
            compose = partial(notices.reminder, kind, words, slots)
            timing = Timing(due, quiet=False, urgency=0, expires_at=first, personal=True)
            found += _personal(f"{_prefix(day)}{kind}", [(application.chat_id, compose)], timing, written)
    return found


def _personal(
    key: str, people: list[tuple[int, Callable[[Language], Message]]], timing: Timing, written: set[str]
) -> list[Duty]:
    return [
        Duty(key, partial(audience.these, [chat_id]), compose, timing)
        for chat_id, compose in people
        if f"{key}:{chat_id}" not in written
    ]


async def _tell_staff(session: AsyncSession, words: Words, count: int) -> None:
    roles = RIGHTS[Right.MENTORING]
    people = [one.telegram_id for one in await staff.everybody(session) if one.role in roles]
    compose = partial(notices.proposed, words, count)
    key = f"{_prefix(words.day)}proposed"
    recipients = partial(audience.these, people)
    await post(session, key, compose, recipients, Timing(words.now, personal=True), now=words.now)


def _prefix(day: Day) -> str:
    """Of the keys of what is told once of a day, as it now is."""
    return f"mentoring:{day.id}:{day.occurrence.revision}:"
