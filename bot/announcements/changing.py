"""After an announcement was sent: deleted or corrected where it arrived, or asked about once more."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import running
from bot.announcements.contents import (
    ACKNOWLEDGED,
    Contents,
    as_sent,
    checked,
    contents_of,
    stored_as_sent,
)
from bot.announcements.contents import stored as stored_contents
from bot.announcements.errors import OtherMediaError, StateError
from bot.announcements.notices import reminder_of
from bot.languages import Language
from storage import announcements as stored
from storage import audience as chats
from storage import outbox
from storage.models import Announcement, AnnouncementState, Purpose
from storage.outbox import Timing, Wave

STARTED = (*running.UNDER_WAY, AnnouncementState.SENT, AnnouncementState.CANCELLED)


async def recall(session: AsyncSession, announcement: Announcement, now: datetime) -> None:
    """Deletions go before everything else, at any hour: they make no sound."""
    _demand_arrived(announcement)
    await running.end(session, announcement, now)
    await _withdraw_corrections(session, announcement, now)
    batch_id = await stored.add_batch(session, announcement, Purpose.RECALL, {}, now)
    for sent in await stored.batches(session, announcement, running.TO_READ):
        wave = Wave(batch_id, f"recall:{batch_id}", Timing(now, quiet=False, urgency=0))
        await outbox.fan_out_change(session, wave, sent.batch_id)
    announcement.recalled_at = now


async def correct(session: AsyncSession, announcement: Announcement, contents: Contents, now: datetime) -> None:
    """Edits make no sound either; what has not gone yet goes as corrected."""
    _demand_arrived(announcement)
    before = contents_of(announcement)
    if any(content.media != _media(before, language) for language, content in checked(contents).items()):
        raise OtherMediaError
    announcement.contents = {language.value: content.as_json() for language, content in contents.items()}
    await _withdraw_corrections(session, announcement, now)
    corrected = await stored_as_sent(session, announcement)
    past = (Purpose.SEND, Purpose.CORRECTION)
    replaced = {
        old: corrected[language]
        for batch in await stored.batches(session, announcement, past)
        for language, old in batch.contents.items()
    }
    batch_id = await stored.add_batch(session, announcement, Purpose.CORRECTION, corrected, now)
    for sent in await stored.batches(session, announcement, (Purpose.SEND,)):
        wave = Wave(batch_id, f"correction:{batch_id}", Timing(now, quiet=False, urgency=0))
        await outbox.fan_out_change(session, wave, sent.batch_id, replaced)
        await outbox.replace_contents(session, sent.batch_id, replaced)


async def remind(session: AsyncSession, announcement: Announcement, now: datetime) -> int:
    """How many have not said that they read it, and are asked."""
    _demand_arrived(announcement)
    if not announcement.acknowledged:
        raise StateError
    asked = {language: reminder_of(as_sent(announcement, language), language) for language in Language}
    contents = await stored_contents(session, asked)
    batch_id = await stored.add_batch(session, announcement, Purpose.REMINDER, contents, now)
    timing = Timing(now, quiet=not announcement.urgent, urgency=0 if announcement.urgent else 1)
    sent = [batch.batch_id for batch in await stored.batches(session, announcement, (Purpose.SEND,))]
    silent = chats.without_press(sent, announcement.id or 0, ACKNOWLEDGED, contents)
    return await outbox.fan_out(session, Wave(batch_id, f"reminder:{batch_id}", timing), silent)


def _demand_arrived(announcement: Announcement) -> None:
    """Raises StateError for one of which nothing was sent, and for one that is recalled."""
    if announcement.state not in STARTED or announcement.started_at is None or announcement.recalled_at:
        raise StateError


async def _withdraw_corrections(session: AsyncSession, announcement: Announcement, now: datetime) -> None:
    """Edits that wait are not made any more: newer ones come, or a deletion."""
    for batch in await stored.batches(session, announcement, (Purpose.CORRECTION,)):
        await outbox.cancel(session, batch.batch_id, now)


def _media(contents: Contents, language: Language) -> object:
    """What was shown in the language: its own, or the other's."""
    content = contents.get(language) or next(iter(contents.values()))
    return content.media
