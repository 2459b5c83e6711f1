"""The screen of an announcement as it stands, and the message that goes on telling of it."""

from dataclasses import replace

from bot.announcements import watching
from bot.announcements.reporting import Status
from bot.announcements.watching import Watch, face_of
from bot.messages.message import Message
from handlers.staff.announcements import card
from handlers.staff.announcements.desk import Desk
from handlers.staff.announcements.progress import progress
from handlers.staff.announcements.view import View
from storage.models import Announcement, AnnouncementState

WAITING = (AnnouncementState.SCHEDULED, AnnouncementState.AWAITING_CONFIRMATION)


async def open_(desk: Desk) -> None:
    """A press on announce:open:<id>."""
    await show(desk, await desk.found())


async def show(desk: Desk, announcement: Announcement, note: str = "", *, instead_of: int | None = None) -> int | None:
    """The announcement as it is now; nothing is asked any more. The id of the message, if known."""
    await desk.rest()
    desk = desk.about(announcement)
    if announcement.state is AnnouncementState.DRAFT:
        return await desk.show(await card.draft(desk.view, announcement, note), instead_of=instead_of)
    status = await desk.announcements.status(desk.id)
    message = await standing(desk.view, status, desk.actor)
    shown = await desk.show(message)
    if shown is not None and not watching.is_over(status):
        watch = Watch(shown, desk.tenant.language, face_of(status), desk.context.now.isoformat())
        await desk.announcements.watch(desk.id, desk.tenant.chat_id, watch)
    return shown


async def standing(view: View, status: Status, actor: str) -> Message:
    """One that is released: waiting, under way or over."""
    announcement = status.announcement
    if announcement.state in WAITING:
        return await card.waiting(view, announcement, actor)
    if announcement.started_at is None:
        return Message(view.text("deleted"), buttons=((view.button("list", "list"),),))
    return await progress(view, status)


async def again(desk: Desk) -> None:
    """What stands now in place of what was pressed on, after the person was told why nothing was done."""
    if announcement := await desk.announcements.find(desk.id):
        await show(replace(desk, value=""), announcement)
