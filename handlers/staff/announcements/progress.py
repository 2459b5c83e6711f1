"""An announcement that has started, as the message that tells how it goes, and then how it went."""

from datetime import timedelta

from bot.announcements import watching
from bot.announcements.reporting import Status
from bot.messages.message import Message, Rows
from handlers.staff.announcements.view import View
from handlers.staff.announcements.words import beginning, in_short, moment, person, texts_of
from storage.models import Announcement, AnnouncementState
from storage.outbox import Counts

BAR = 10
"""Squares of the bar."""
SHOWN = 200
REASONS = 3
LOOKS = {"refresh": "open", "sheet": "sheet", "history": "history"}
"""Buttons of a report that change nothing, with their steps."""


async def progress(view: View, status: Status) -> Message:
    announcement, over = status.announcement, watching.is_over(status)
    lines = [
        *_delivered(view, status),
        *_left(view, status),
        *_afterwards(view, status),
        await _people(view, announcement),
    ]
    rows = (_after(view, status) if over else _meanwhile(view, status)) if view.writes else ()
    looks = tuple(view.button(key, step, announcement) for key, step in LOOKS.items()) if over else ()
    buttons = tuple(filter(None, (*rows, looks, (view.button("list", "list"),))))
    text = "\n".join(lines)
    said = texts_of(view, announcement, SHOWN)[0]
    return Message(f"{said}\n\n{text}", heading=_heading(view, announcement), buttons=buttons)


def _heading(view: View, announcement: Announcement) -> str:
    state = "recalled" if announcement.recalled_at else announcement.state
    return view.text(f"state-{state}")


def _delivered(view: View, status: Status) -> list[str]:
    counts = status.counts
    done = counts.total - counts.pending
    lines = [view.text("sent", sent=counts.sent, total=counts.total)]
    if counts.pending:
        filled = done * BAR // counts.total
        lines.insert(0, "▓" * filled + "░" * (BAR - filled) + f" {done * 100 // counts.total}%")
    lines += [
        view.text(name, count=count)
        for name in ("blocked", "failed", "cancelled", "unconfirmed")
        if (count := getattr(counts, name))
    ]
    reasons = sorted(status.reasons.items(), key=lambda one: -one[1])[:REASONS]
    return lines + [view.text("reason", reason=beginning(reason, 80) or "?", count=count) for reason, count in reasons]


def _left(view: View, status: Status) -> list[str]:
    """How long it will take yet, for what can go at once; what waits for the end of quiet hours is told apart."""
    pending = status.counts.pending
    soon = pending - status.later
    lines = [view.text("later", count=status.later)] if status.later else []
    if soon and status.announcement.state is AnnouncementState.SENDING:
        lines.insert(0, view.text("remaining", count=soon, time=_time(view, soon)))
    elif pending and not status.later:
        lines.insert(0, view.text("remaining-paused", count=pending))
    return lines


def _time(view: View, messages: int) -> str:
    needed = timedelta(seconds=-(-messages // view.services.settings.send_rate))
    if needed < timedelta(minutes=1):
        return view.text("seconds", count=needed.seconds)
    return view.text("minutes", count=-(-needed // timedelta(minutes=1)))


def _afterwards(view: View, status: Status) -> list[str]:
    announcement, lines = status.announcement, []
    if announcement.acknowledged and status.counts.sent:
        lines.append(view.text("acknowledged", count=status.acknowledged, total=status.counts.sent))
    for name, counts in (("corrections", status.corrections), ("recalls", status.recalls)):
        if counts.total:
            lines.append(_changed(view, name, counts))
    if announcement.late and announcement.send_at:
        lines.append(view.text("late", when=moment(view, announcement.send_at)))
    return lines


def _changed(view: View, name: str, counts: Counts) -> str:
    failed = counts.failed + counts.blocked
    key = f"{name}-failed" if failed else name
    return view.text(key, count=counts.sent, total=counts.total - counts.cancelled, failed=failed)


async def _people(view: View, announcement: Announcement) -> str:
    """Who wrote it, who confirmed it, and when it started."""
    started = moment(view, announcement.started_at) if announcement.started_at else ""
    author = await person(view, announcement.author)
    if announcement.confirmed_by is None:
        return view.text("sent-by", name=author, when=started)
    other = await person(view, announcement.confirmed_by)
    return view.text("sent-by-two", name=author, other=other, when=started)


def _meanwhile(view: View, status: Status) -> Rows:
    announcement = status.announcement
    buttons = {
        AnnouncementState.SENDING: ("pause", "stop"),
        AnnouncementState.PAUSED: ("resume", "stop"),
    }.get(announcement.state, ())
    stops = tuple(view.button(key, key, announcement) for key in buttons)
    return tuple(filter(None, (stops, *_changes(view, status))))


def _after(view: View, status: Status) -> Rows:
    announcement = status.announcement
    silent = announcement.acknowledged and status.acknowledged < status.counts.sent and not announcement.recalled_at
    remind = (view.button("remind", "remind", announcement),) if silent else ()
    return tuple(filter(None, (remind, *_changes(view, status))))


def _changes(view: View, status: Status) -> Rows:
    """What can be done about what has arrived."""
    announcement = status.announcement
    if announcement.recalled_at or not announcement.started_at:
        return ()
    return ((view.button("correct", "correct", announcement), view.button("recall", "recall", announcement)),)


def line(view: View, announcement: Announcement) -> str:
    """It on a button of the list."""
    return view.text("row", state=_heading(view, announcement), text=in_short(view, announcement))
