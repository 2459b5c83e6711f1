"""The roster of a mentoring day, for staff with all tables and for experts with their own."""

from collections.abc import Sequence

from bot.answering import wording
from bot.languages import Language
from bot.mentoring.meetings import Meeting
from bot.mentoring.notices import Words
from bot.mentoring.reminders.kinds import Reminder
from bot.messages.callbacks import MENTORING_DAY, RESULT, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts, texts_in

SHORT = 30
"""Letters of what somebody makes, and of what a company is called."""
ROOM = 3600
"""UTF-16 code units of the tables; a message of Telegram's has 4096."""


def of(one: Reminder, language: Language) -> Message:
    """Table by table, who comes when with what; with the way to what comes of it, for staff to the timetable too."""
    texts, words = texts_in(language), one.words
    unpublished = None if words.day.is_published else texts("mentoring-is-proposed")
    text = wording.lines([words.facts(texts), unpublished, *_fitting(lines(words, texts, one.guest.meetings))])
    look = Button(texts("mentoring-button-timetable"), pack(MENTORING_DAY, "table", words.day.id))
    afterwards = Button(texts("mentoring-button-results"), pack(RESULT, "day", words.day.id))
    heading = texts("mentoring-roster", name=words.name(language))
    return Message(text, heading=heading, buttons=((look, afterwards) if one.guest.of_staff else (afterwards,),))


def lines(words: Words, texts: Texts, meetings: Sequence[Meeting]) -> list[str]:
    found: list[str] = []
    for member_id in words.tables(one.slot for one in meetings):
        at_table = [one for one in meetings if one.slot.member_id == member_id]
        if at_table:
            found.append(texts("mentoring-table", name=words.expert(member_id, texts.language)))
            found += [_line(words, texts, one) for one in at_table]
    return found


def _line(words: Words, texts: Texts, meeting: Meeting) -> str:
    time, name = words.time(meeting.slot.begins_at), _short(meeting.party(texts))
    return texts("mentoring-roster-line", time=time, name=name, product=_short(meeting.application.product))


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT]}…"


def _fitting(listed: Sequence[str]) -> list[str]:
    """As many lines as a message holds."""
    found: list[str] = []
    room = ROOM
    for line in listed:
        room -= len(line.encode("utf-16-le")) // 2 + 1
        if room < 0:
            return [*found, "…"]
        found.append(line)
    return found
