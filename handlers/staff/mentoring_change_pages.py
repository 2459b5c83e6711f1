"""What staff are asked before a mentoring day changes."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.answering import wording
from bot.knowledge.kinds import Facility
from bot.messages.callbacks import DAY_CHANGE, MENTORING_DAY, mark_of, pack
from bot.messages.message import Button, Message
from handlers.staff.mentoring_day_pages import Seen
from storage.models import StoredOccurrence

PAGE = 8
"""Facilities that are offered at a time."""
MINUTE = 60
"""Seconds; moments are minutes of Unix time on buttons."""


def asking(seen: Seen, unclear: str | None = None) -> Message:
    """When is it to be? `unclear` names why what was typed is no answer."""
    texts = seen.texts
    lines = [
        texts(f"mentoring-unclear-{unclear}") if unclear else texts("mentoring-change-ask"),
        texts("mentoring-change-now", when=seen.words.when(texts)),
    ]
    return Message("\n".join(lines), heading=seen.name, buttons=(_back(seen),))


def moving(seen: Seen, starts: datetime, ends: datetime, count: int) -> Message:
    """From then to then?"""
    texts, day = seen.texts, seen.words.day
    moved = StoredOccurrence(**{**day.occurrence.model_dump(), "starts_at": starts, "ends_at": ends})
    then = replace(seen.words, day=replace(day, occurrence=moved))
    opens = then.day.is_open(seen.words.now)
    lines = [
        texts("mentoring-change-move", when=seen.words.when(texts)),
        texts("mentoring-change-slots") if day.timetable and (day.is_published or not opens) else None,
        _reopens(seen, then.moment(texts, then.day.closes_at)) if opens and not day.is_open(seen.words.now) else None,
        texts("mentoring-change-shut") if day.is_open(seen.words.now) and not opens else None,
        _tells(seen, count),
    ]
    length = round((ends - starts).total_seconds() / MINUTE)
    at = round(starts.timestamp() / MINUTE)
    title = texts("mentoring-change-move-title", when=then.when(texts))
    return Message(wording.lines(lines), heading=title, buttons=(_yes_no(seen, count, "move", seen.id, at, length),))


def moment(minutes: int) -> datetime:
    """The moment of a button."""
    return datetime.fromtimestamp(minutes * MINUTE, UTC)


def places(seen: Seen, page: int) -> Message:
    """Where is it to be? A page beyond the last is the last."""
    texts, facilities = seen.texts, seen.words.snapshot.of_kind(Facility)
    last = max(len(facilities) - 1, 0) // PAGE
    page = min(page, last)
    rows = [
        (Button(one.name.to(texts.language), pack(DAY_CHANGE, "place", seen.id, mark_of(one.id))),)
        for one in facilities[page * PAGE : (page + 1) * PAGE]
    ]
    turns = [
        Button(texts(f"button-{way}"), pack(DAY_CHANGE, "places", seen.id, to))
        for way, to in (("previous", page - 1), ("next", page + 1))
        if 0 <= to <= last
    ]
    text = wording.lines([texts("mentoring-change-place"), seen.words.place(texts.language)])
    return Message(text, heading=seen.name, buttons=tuple(filter(None, (*rows, tuple(turns), _back(seen)))))


def facility(seen: Seen, mark: str) -> Facility | None:
    """The one that a button means."""
    return next((one for one in seen.words.snapshot.of_kind(Facility) if mark_of(one.id) == mark), None)


def relocating(seen: Seen, to: Facility, count: int) -> Message:
    title = seen.texts("mentoring-change-place-title", place=to.name.to(seen.texts.language))
    text = wording.lines([seen.words.facts(seen.texts), _tells(seen, count)])
    return Message(text, heading=title, buttons=(_yes_no(seen, count, "placed", seen.id, mark_of(to.id)),))


def resuming(seen: Seen, count: int) -> Message:
    title = seen.texts("mentoring-change-resume-title", when=seen.words.when(seen.texts))
    return Message(_tells(seen, count), heading=title, buttons=(_yes_no(seen, count, "resumed", seen.id),))


def _reopens(seen: Seen, until: str) -> str:
    return seen.texts("mentoring-change-reopens", until=until)


def _tells(seen: Seen, count: int) -> str:
    return seen.texts("mentoring-change-tells", count=count) if count else seen.texts("mentoring-change-tells-nobody")


def _yes_no(seen: Seen, count: int, *data: object) -> tuple[Button, ...]:
    yes = seen.texts("mentoring-change-yes" if count else "mentoring-change-yes-quietly")
    return (
        Button(seen.texts("mentoring-change-no"), pack(MENTORING_DAY, "open", seen.id)),
        Button(yes, pack(DAY_CHANGE, *data)),
    )


def _back(seen: Seen) -> tuple[Button, ...]:
    return (seen.button("back", "open", seen.id),)
