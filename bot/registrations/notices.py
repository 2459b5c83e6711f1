"""What people read about their registration: confirmations, offers, reminders, changes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.answering import wording
from bot.calendar_files import buttons
from bot.knowledge.kinds import Event, Facility
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.messages.callbacks import SHOW, SIGN_UP, pack
from bot.messages.message import Button, Message, Rows
from bot.messages.texts import Texts, texts_in
from storage.models import Registration, StoredOccurrence

SOON = timedelta(hours=3)


@dataclass(frozen=True)
class Words:
    """How a date of an event is put into words, at a moment."""

    event: Event
    occurrence: StoredOccurrence
    snapshot: Snapshot
    zone: ZoneInfo
    now: datetime

    def name(self, language: Language) -> str:
        return self.event.name.to(language)

    def when(self, texts: Texts) -> str:
        starts, ends = self.occurrence.starts_at.astimezone(self.zone), self.occurrence.ends_at.astimezone(self.zone)
        return wording.period(texts, starts, ends, self.now.astimezone(self.zone))

    def place(self, language: Language) -> str:
        found = self.snapshot.get(Facility, self.occurrence.place)
        note = self.event.place_note
        return found.name.to(language) if found else note.to(language) if note else ""

    def until(self, texts: Texts, moment: datetime) -> str:
        return wording.moment(texts, moment.astimezone(self.zone), self.now.astimezone(self.zone))

    def facts(self, texts: Texts) -> str:
        return wording.lines([self.when(texts), self.place(texts.language)])


def reminder(words: Words, language: Language, *, late: bool) -> Message:
    """As it is read at the moment of the words; its buttons carry the occurrence, for everybody has the same."""
    texts = texts_in(language)
    occurrence = words.occurrence.id
    answers = (
        Button(texts("signup-button-coming"), pack(SIGN_UP, "coming", occurrence)),
        Button(texts("signup-button-not-coming"), pack(SIGN_UP, "leave", occurrence)),
    )
    apology = texts("signup-reminder-late") if late else ""
    return Message(
        wording.lines([words.facts(texts), apology]),
        heading=texts(f"signup-reminder-{_nearness(words)}", name=words.name(language)),
        buttons=(answers, *keepsakes(words, texts)),
    )


def _nearness(words: Words) -> str:
    """How a reminder calls the time until the start: `hours` in the last three of them, else by the day."""
    starts, now = words.occurrence.starts_at.astimezone(words.zone), words.now.astimezone(words.zone)
    if words.occurrence.starts_at - words.now <= SOON:
        return "hours"
    return {0: "today", 1: "day"}.get((starts.date() - now.date()).days, "coming")


def moved(words: Words, language: Language) -> Message:
    texts = texts_in(language)
    leave = Button(texts("signup-button-not-coming"), pack(SIGN_UP, "leave", words.occurrence.id))
    heading = texts("signup-moved", name=words.name(language))
    return Message(words.facts(texts), heading=heading, buttons=((leave,), *keepsakes(words, texts)))


def cancelled(words: Words, language: Language, *, as_file: bool) -> Message:
    """`as_file`: it is in the person's calendar by a file, and another one takes it away."""
    texts = texts_in(language)
    heading = texts("signup-cancelled", name=words.name(language))
    text = texts("signup-cancelled-text", when=words.when(texts))
    rows = ((buttons.remove(texts, words.occurrence.id),),) if as_file else ()
    return Message(text, heading=heading, buttons=rows)


def seat(kind: str, words: Words, registration: Registration, language: Language) -> Message:
    """`kind` is offer or expired."""
    texts = texts_in(language)
    name = words.name(language)
    if kind == "expired" or registration.offered_until is None:
        return Message(texts("signup-expired-text", when=words.when(texts)), heading=texts("signup-expired", name=name))
    until = words.until(texts, registration.offered_until)
    answers = (
        Button(texts("signup-button-take"), pack(SIGN_UP, "take", words.occurrence.id)),
        Button(texts("signup-button-leave-it"), pack(SIGN_UP, "leave", words.occurrence.id)),
    )
    text = wording.lines([words.facts(texts), texts("signup-offer-until", until=until)])
    return Message(text, heading=texts("signup-offer", name=name), buttons=(answers,))


def keepsakes(words: Words, texts: Texts) -> Rows:
    """Where it is, and the file for the phone's calendar."""
    calendar = buttons.add(texts, words.occurrence.id)
    if words.snapshot.get(Facility, words.occurrence.place) is None:
        return ((calendar,),)
    where = Button(texts("signup-button-where"), pack(SHOW, Facility.kind, words.occurrence.place))
    return ((where, calendar),)
