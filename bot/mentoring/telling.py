"""What people are told at once when something about a day, their application or its slots changes."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from uuid import uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.languages import Language
from bot.mentoring import notices, offer_notices, result_notices
from bot.mentoring.notices import Standing, Words
from bot.messages.message import Message
from bot.posting import post
from storage import calendars, outbox
from storage import mentoring as stored
from storage.models import Application, ApplicationState, MeetingResult
from storage.outbox import Timing

REASONS = ("copy", "early", "other-place")
"""Why an application is declined, as staff choose it."""
CONCERNED = (ApplicationState.DRAFT, ApplicationState.APPLIED, ApplicationState.ADMITTED)
"""Whose application makes a change of the day their business."""
OVERTAKEN = ("slots", "late", "cancelled")
"""What is not worth telling any more once the day changes."""


async def decision(session: AsyncSession, words: Words, application: Application) -> None:
    compose = partial(notices.decision, words, application)
    await _post(session, application, "decided", compose, _soon(words))


async def slots_of(session: AsyncSession, words: Words, application_id: int) -> None:
    """When the party sees whom, or what is offered to it, as it stands now."""
    application = await stored.get(session, application_id)
    if application is None or application.state is not ApplicationState.ADMITTED:
        return
    application.changed_at = words.now  # so that no reminder follows that was due before
    await stored.save(session, application)
    slots, offered = await stored.slots_of(session, application_id), await stored.offer_to(session, application_id)
    timing = _soon(words)
    if offered:
        timing = replace(timing, expires_at=offered.offered_until)
        compose = partial(offer_notices.offer, words, offered)
    else:
        as_file = await calendars.has_file(session, words.day.id, application.chat_id)
        compose = partial(notices.slots, words, slots, as_file=as_file)
    await _post(session, application, "slots", compose, timing)


async def late(session: AsyncSession, words: Words, application_id: int) -> None:
    """When the meetings that are still to come begin by now: at once, whatever the hour."""
    slots = [*await stored.slots_of(session, application_id), await stored.offer_to(session, application_id)]
    to_come = [one for one in slots if one and one.begins_at > words.now]
    application = await stored.get(session, application_id)
    if application and to_come:
        over = max(one.begins_at for one in to_come)
        timing = Timing(words.now, quiet=False, urgency=0, expires_at=over, personal=True)
        await _post(session, application, "late", partial(notices.late, words, to_come), timing)


async def expired(session: AsyncSession, words: Words, application_id: int) -> None:
    """What was offered to the party went to the next."""
    if application := await stored.get(session, application_id):
        await _post(session, application, "expired", partial(offer_notices.expired, words), _soon(words))


async def result(
    session: AsyncSession, words: Words, application: Application, found: MeetingResult, *, first: bool
) -> None:
    """What came of a meeting; if not `first`, that it has changed."""
    compose = partial(result_notices.result, words, found, first)
    await _post(session, application, "result", compose, _soon(words))


async def cancelled(session: AsyncSession, words: Words, *, with_readers: bool) -> None:
    """`with_readers`: also those who only know that registration is open."""
    for application in await stored.applications(session, words.day.id, CONCERNED):
        as_file = await calendars.has_file(session, words.day.id, application.chat_id)
        compose = partial(notices.cancelled, words, as_file=as_file)
        await _post(session, application, "cancelled", compose, _soon(words))
    if with_readers:
        key = f"{_told(words.day.id)}:{words.day.occurrence.revision}:cancelled:0"
        readers = partial(stored.readers, words.day.id)
        compose = partial(notices.cancelled, words, as_file=False)
        await post(session, key, compose, readers, Timing(words.now), now=words.now)


async def changed(
    session: AsyncSession, words: Words, kind: str, dropped: Collection[int], *, with_readers: bool
) -> None:
    """`kind` is moved, relocated or resumed; whoever of the applications `dropped` lost a time by it is told so.

    `with_readers`: also those who only know that registration is open.
    """
    day = words.day
    key = f"{_told(day.id)}:{day.occurrence.revision}:{kind}"
    for application in await stored.applications(session, day.id, CONCERNED):
        as_file = await calendars.has_file(session, day.id, application.chat_id)
        own = Standing(application, as_file=as_file)
        if day.is_published and application.state is ApplicationState.ADMITTED:
            slots = await stored.slots_of(session, application.id or 0)
            own = Standing(application, slots, lost=application.id in dropped, as_file=as_file)
        compose = partial(notices.changed, kind, words, own)
        recipients = partial(stored.writer, application.id or 0)
        await post(session, f"{key}:{application.id}", compose, recipients, _soon(words), now=words.now)
    if with_readers:
        compose = partial(notices.changed, kind, words, None)
        recipients = partial(stored.readers, day.id)
        await post(session, f"{key}:0", compose, recipients, Timing(words.now), now=words.now)


async def withdraw(session: AsyncSession, words: Words) -> None:
    """What a change of the day overtakes and is not sent is not sent any more."""
    keys = (f"mentoring-{kind}:{words.day.id}" for kind in OVERTAKEN)
    for key in (*keys, _told(words.day.id)):
        await outbox.withdraw(session, key, words.now)


async def count(session: AsyncSession, words: Words) -> int:
    """How many chats would be told of a change of the day; of a cancelled one, that it takes place after all."""
    with_readers = words.day.would_be_open(words.now)
    return await stored.count_concerned(session, words.day.id, CONCERNED, with_readers=with_readers)


def _told(occurrence_id: int) -> str:
    """How the keys of changes of the day begin; who got one knows of the day, as with all keys of mentoring:<day>:."""
    return f"mentoring:{occurrence_id}:told"


async def _post(
    session: AsyncSession, application: Application, kind: str, compose: Callable[[Language], Message], timing: Timing
) -> None:
    """It is told whenever it changes, and in the transaction that changes it: no two have the same key."""
    key = f"mentoring-{kind}:{application.occurrence_id}:{application.id}:{uuid4().hex[:12]}"
    recipients = partial(stored.writer, application.id or 0)
    await post(session, key, compose, recipients, timing, now=timing.due_at)


def _soon(words: Words) -> Timing:
    return Timing(words.now, personal=True)
