"""From a draft to a fan-out: released, confirmed by a second person, started at its time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import notices
from bot.announcements.audience import Audience, wanted
from bot.announcements.contents import checked, contents_of, stored_as_sent
from bot.announcements.errors import NoAudienceError, OwnWordError, PastError, StateError
from bot.announcements.repeating import repeat_of
from storage import announcements as stored
from storage import audience as chats
from storage import outbox
from storage.models import Announcement, AnnouncementState, Purpose
from storage.outbox import Timing, Wave

GRACE = timedelta(minutes=1)
"""A time so long ago is still now: people think before they press."""
LATE = timedelta(minutes=1)
"""After so long what should have gone is marked as late."""


@dataclass(frozen=True)
class Release:
    """Who lets it go, when, and above how many recipients a second person confirms."""

    actor: str
    now: datetime
    zone: ZoneInfo
    confirm_above: int


async def release(session: AsyncSession, announcement: Announcement, release: Release) -> None:
    """From a draft to scheduled, or to waiting for a second person."""
    if announcement.state is not AnnouncementState.DRAFT:
        raise StateError
    announcement.author = release.actor
    _set_time(announcement, release)
    await _schedule(session, announcement, release)


async def reconsider(session: AsyncSession, announcement: Announcement, release: Release) -> None:
    """What was released and then changed is checked again, and confirmed again where that is needed."""
    if announcement.state is AnnouncementState.DRAFT:
        return
    _set_time(announcement, release)
    await _schedule(session, announcement, release)


def withdraw(announcement: Announcement, now: datetime) -> None:
    """Back to a draft, as long as it has not started; a time that is over by then is forgotten."""
    if announcement.state not in (AnnouncementState.SCHEDULED, AnnouncementState.AWAITING_CONFIRMATION):
        raise StateError
    announcement.state, announcement.confirmed_by = AnnouncementState.DRAFT, None
    if announcement.send_at and announcement.send_at <= now:
        announcement.send_at = None


def confirm(announcement: Announcement, release: Release) -> None:
    if announcement.state is not AnnouncementState.AWAITING_CONFIRMATION:
        raise StateError
    if announcement.author == release.actor:
        raise OwnWordError
    announcement.confirmed_by = release.actor
    announcement.state = AnnouncementState.SCHEDULED
    if announcement.send_at is None or announcement.send_at < release.now:
        announcement.send_at = release.now


async def start(session: AsyncSession, announcement_id: int, now: datetime, zone: ZoneInfo) -> Announcement | None:
    """Write a message for every recipient; None if it was started already, or is not due any more."""
    scheduled = await stored.locked(session, announcement_id)
    if scheduled is None or scheduled.state is not AnnouncementState.SCHEDULED:
        return None
    if scheduled.send_at is None or scheduled.send_at > now:
        return None
    starting = await _occurrence(session, scheduled, now, zone)
    if starting:
        await _fan_out(session, starting, now)
    return starting


async def _schedule(session: AsyncSession, announcement: Announcement, release: Release) -> None:
    checked(contents_of(announcement))
    audience = Audience.model_validate(announcement.audience)
    if audience.empty:
        raise NoAudienceError
    announcement.recipients = await chats.count(session, await wanted(session, audience, urgent=announcement.urgent))
    if 0 < release.confirm_above < announcement.recipients:
        announcement.state = AnnouncementState.AWAITING_CONFIRMATION
        await notices.ask_to_confirm(session, announcement, release.now)
    else:
        announcement.state = AnnouncementState.SCHEDULED


def _set_time(announcement: Announcement, release: Release) -> None:
    """A time for what has none; of a rule whose first time is over, the next one. Raises PastError."""
    if repeat := repeat_of(announcement):
        announcement.send_at = next(repeat.after(release.now, release.zone), None)
        if announcement.send_at is None:
            raise PastError
    elif announcement.send_at is None:
        announcement.send_at = release.now
    elif announcement.send_at < release.now - GRACE:
        raise PastError


async def _occurrence(
    session: AsyncSession, scheduled: Announcement, now: datetime, zone: ZoneInfo
) -> Announcement | None:
    """The announcement itself, or that of a series whose time has come; the series goes on to its next one."""
    repeat = repeat_of(scheduled)
    if repeat is None or scheduled.send_at is None:
        return scheduled
    at = repeat.latest(scheduled.send_at, now, zone)
    following = next(repeat.after(now, zone), None)
    scheduled.send_at = following
    if following is None:
        scheduled.state, scheduled.ended_at = AnnouncementState.SENT, now
    session.add(scheduled)
    occurrence = Announcement(
        **scheduled.model_dump(include={"contents", "audience", "urgent", "acknowledged", "author", "confirmed_by"}),
        series_id=scheduled.id,
        occurs_at=at,
        send_at=at,
        created_at=now,
        updated_at=now,
    )
    if not await stored.add_occurrence(session, occurrence):
        return None
    return await stored.occurrence(session, scheduled.id or 0, at)


async def _fan_out(session: AsyncSession, announcement: Announcement, now: datetime) -> None:
    contents = await stored_as_sent(session, announcement)
    batch_id = await stored.add_batch(session, announcement, Purpose.SEND, contents, now)
    audience = Audience.model_validate(announcement.audience)
    recipients = chats.recipients(await wanted(session, audience, urgent=announcement.urgent), contents)
    timing = Timing(now, quiet=not announcement.urgent, urgency=0 if announcement.urgent else 1)
    wave = Wave(batch_id, f"announcement:{announcement.id}", timing)
    announcement.recipients = await outbox.fan_out(session, wave, recipients)
    announcement.state, announcement.started_at = AnnouncementState.SENDING, now
    announcement.late = announcement.send_at is not None and now - announcement.send_at > LATE
    announcement.revision += 1
    session.add(announcement)
