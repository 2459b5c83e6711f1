"""How an announcement is told in a few words: its text, its time, who wrote it."""

from datetime import datetime

from bot.announcements.contents import contents_of, in_language
from bot.announcements.repeating import repeat_of
from bot.answering import wording
from bot.languages import Language
from bot.messages.content import Content
from bot.people import staff
from handlers.staff.announcements.view import View
from storage.models import Announcement, AnnouncementState

SHORT = 18
"""Characters of an announcement on a button."""
UPCOMING = 5
"""Dates that are shown of a series."""


def beginning(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def in_short(view: View, announcement: Announcement) -> str:
    """Its first words, on one line."""
    contents = contents_of(announcement)
    if not contents:
        return view.text("untitled")
    content = in_language(contents, view.texts.language)
    return beginning(" ".join(content.text.split()), SHORT) or files_of(view, content)


def files_of(view: View, content: Content) -> str:
    return view.text("files", count=len(content.media)) if content.media else ""


def texts_of(view: View, announcement: Announcement, most: int) -> list[str]:
    """A line for each language, also for one that is not written."""
    contents = contents_of(announcement)
    lines = []
    for language in Language:
        name = view.text(f"language-{language}")
        if content := contents.get(language):
            said = " ".join(filter(None, (files_of(view, content), beginning(content.text, most))))
            lines.append(view.text("line-text", language=name, text=said))
        elif contents:
            other = view.text(f"language-{language.other}")
            lines.append(view.text("line-missing", language=name, other=other))
    return lines or [view.text("line-no-text")]


def links_of(view: View, announcement: Announcement) -> list[str]:
    contents = contents_of(announcement)
    if not contents:
        return []
    content = in_language(contents, view.texts.language)
    return [view.text("line-link", name=one.text, url=one.url) for row in content.buttons for one in row]


def when_of(view: View, announcement: Announcement) -> str:
    """When it goes, before it has started; of a series the next dates."""
    repeat = repeat_of(announcement)
    if announcement.state is AnnouncementState.AWAITING_CONFIRMATION and repeat is None:
        passed = announcement.send_at is None or announcement.send_at <= view.now
        return view.text("when-confirmed") if passed else moment(view, announcement.send_at or view.now)
    if repeat is None:
        return moment(view, announcement.send_at) if announcement.send_at else view.text("when-now")
    dates = [moment(view, at) for at in repeat.next(view.now, view.zone, UPCOMING)]
    rule = next((name for name, rrule in RULES.items() if rrule == repeat.rrule), "other")
    told = view.texts("word-list-comma").join(dates) or view.text("when-never")
    return view.text("when-repeated", rule=view.text(f"repeat-{rule}"), dates=told)


RULES = {
    "daily": "FREQ=DAILY",
    "workdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "monthly": "FREQ=MONTHLY",
}
"""The ways to repeat that are offered."""


def moment(view: View, at: datetime) -> str:
    """A time in the park's zone."""
    local = at.astimezone(view.zone)
    return f"{wording.day(view.texts, local, view.now)} {local:%H:%M}"


async def person(view: View, actor: str) -> str:
    """Who did it, by the name in the list of staff, or of the token."""
    sort, _, name = actor.partition(":")
    if sort != "staff":
        return name or actor
    member = await staff.find(view.services.database, int(name))
    return (member.name if member else None) or name
