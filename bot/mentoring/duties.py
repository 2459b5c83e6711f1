"""What is due of a mentoring day, and done once: the timetable is proposed, and people are reminded."""

from functools import partial

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.mentoring import notices, placing
from bot.mentoring.notices import Words
from bot.mentoring.reminders import due
from bot.mentoring.reminders.due import Times
from bot.mentoring.reminders.kinds import prefix
from bot.people.staff import RIGHTS, Right
from bot.posting import post
from storage import audience, outbox, staff
from storage import mentoring as stored
from storage.models import ApplicationState
from storage.outbox import Timing


async def withdraw(session: AsyncSession, words: Words) -> None:
    """What is written of the day and not sent is not sent any more."""
    await outbox.withdraw(session, prefix(words.day).rstrip(":"), words.now)


async def renew(session: AsyncSession, words: Words, application_id: int) -> None:
    """What is written for the application's chat and not sent is written anew when it is due, as things are then."""
    if application := await stored.get(session, application_id):
        await outbox.unwrite(session, prefix(words.day), application.chat_id)


def may_wait(words: Words, times: Times) -> bool:
    """Whether it is worth to look into the store for it."""
    return _is_to_propose(words) or bool(due.in_season(words, times))


async def waits(session: AsyncSession, words: Words, times: Times) -> bool:
    """Whether anything is due that was not done."""
    return _is_to_propose(words) or bool(await due.unwritten(session, words, times))


async def do(session: AsyncSession, words: Words, times: Times) -> None:
    """Propose the timetable at the deadline, and write what is due; the day must be locked."""
    if _is_to_propose(words) and await stored.begin_timetable(session, words.day.id, words.now):
        count = await placing.propose_for(session, words.day)
        await _tell_staff(session, words, count)
    await due.write(session, words, times)


def _is_to_propose(words: Words) -> bool:
    day = words.day
    over = day.closes_at <= words.now < day.occurrence.starts_at
    return over and day.timetable is None and day.occurrence.id is not None and not day.occurrence.cancelled


async def _tell_staff(session: AsyncSession, words: Words, count: int) -> None:
    roles = RIGHTS[Right.MENTORING]
    people = [one.telegram_id for one in await staff.everybody(session) if one.role in roles]
    undecided = (await stored.counts(session, words.day.id)).get(ApplicationState.APPLIED, 0)
    compose = partial(notices.proposed, words, count, undecided)
    key = f"{prefix(words.day)}proposed"
    recipients = partial(audience.these, people)
    await post(session, key, compose, recipients, Timing(words.now, personal=True), now=words.now)
