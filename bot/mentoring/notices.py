"""What people read about a mentoring day when something is decided; and staff about the timetable."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.answering import wording
from bot.calendar_files import buttons
from bot.knowledge.kinds import Facility
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.mentoring.days import Day
from bot.messages.callbacks import MENTOR, MENTORING_DAY, SHOW, pack
from bot.messages.message import Button, Message, Rows
from bot.messages.texts import Texts, texts_in
from storage.models import Application, ApplicationState, Slot


@dataclass(frozen=True)
class Words:
    """How a mentoring day is put into words, at a moment."""

    day: Day
    snapshot: Snapshot
    now: datetime

    def name(self, language: Language) -> str:
        return self.day.programme.name.to(language)

    def when(self, texts: Texts) -> str:
        ends = self.day.occurrence.ends_at.astimezone(self.day.zone)
        return wording.period(texts, self.day.starts, ends, self.now.astimezone(self.day.zone))

    def moment(self, texts: Texts, moment: datetime) -> str:
        return wording.moment(texts, moment.astimezone(self.day.zone), self.now.astimezone(self.day.zone))

    def time(self, moment: datetime) -> str:
        return wording.time_of(moment.astimezone(self.day.zone))

    def place(self, language: Language) -> str:
        found = self.snapshot.get(Facility, self.day.occurrence.place)
        return found.name.to(language) if found else ""

    def facts(self, texts: Texts) -> str:
        return wording.lines([self.when(texts), self.place(texts.language)])

    def expert(self, member_id: str, language: Language) -> str:
        member = self.day.expert(member_id)
        return member.name.to(language) if member else member_id

    def tables(self, slots: Iterable[Slot]) -> list[str]:
        """The ids of the experts who come, then of those whom the knowledge has no more but who have slots."""
        present = (one.id for one in self.day.members)
        return list(dict.fromkeys((*present, *(one.member_id for one in slots))))

    def bring(self, texts: Texts) -> str:
        bring = self.day.programme.bring
        return texts("mentoring-bring", items=wording.items(texts, bring)) if bring else ""

    def slots(self, texts: Texts, slots: Sequence[Slot]) -> list[str]:
        return [
            texts("mentoring-slot", time=self.time(one.begins_at), name=self.expert(one.member_id, texts.language))
            for one in slots
        ]


def decision(words: Words, application: Application, language: Language) -> Message:
    """Admitted, or declined with the reason."""
    texts = texts_in(language)
    if application.state is ApplicationState.DECLINED:
        reason = texts(f"mentoring-reason-{application.reason}")
        return Message(reason, heading=texts("mentoring-declined", name=words.name(language)))
    waits = texts("mentoring-no-slot-text" if words.day.is_published else "mentoring-admitted-text")
    text = wording.lines([words.facts(texts), waits, words.bring(texts)])
    heading = texts("mentoring-admitted", name=words.name(language))
    return Message(text, heading=heading, buttons=(*keepsakes(words, texts), (leave(words, texts),)))


def slots(words: Words, slots: Sequence[Slot], language: Language, *, as_file: bool) -> Message:
    """Whom the party sees when; without any slot, that it waits for one. `as_file`: it took a file before."""
    texts = texts_in(language)
    if not slots:
        text = wording.lines([words.facts(texts), texts("mentoring-no-slot-text")])
        heading = texts("mentoring-no-slot", name=words.name(language))
        return Message(text, heading=heading, buttons=_removal(words, texts, as_file=as_file))
    text = wording.lines([words.facts(texts), *words.slots(texts, slots)])
    heading = texts("mentoring-slots", name=words.name(language))
    return Message(text, heading=heading, buttons=(*keepsakes(words, texts), (leave(words, texts),)))


def late(words: Words, slots: Sequence[Slot], language: Language) -> Message:
    """When these slots begin by now."""
    texts = texts_in(language)
    lines = [
        texts(
            "mentoring-late" if one.delay else "mentoring-late-no-more",
            minutes=one.delay,
            time=words.time(one.begins_at),
            name=words.expert(one.member_id, language),
        )
        for one in slots
    ]
    return Message(wording.lines(lines), heading=texts("mentoring-late-title", name=words.name(language)))


def cancelled(words: Words, language: Language, *, as_file: bool) -> Message:
    texts = texts_in(language)
    text = texts("signup-cancelled-text", when=words.when(texts))
    heading = texts("signup-cancelled", name=words.name(language))
    return Message(text, heading=heading, buttons=_removal(words, texts, as_file=as_file))


@dataclass(frozen=True)
class Standing:
    """What an application has on the day: its published slots, and whether a change of the day cost it one.

    `as_file`: it is in the person's calendar by a file.
    """

    application: Application
    slots: Sequence[Slot] = ()
    lost: bool = False
    as_file: bool = False


def changed(kind: str, words: Words, own: Standing | None, language: Language) -> Message:
    """`kind` is moved, relocated or resumed; who did not apply, or not yet to the end, is told until when they can."""
    texts, day = texts_in(language), words.day
    begun = own is None or own.application.state is ApplicationState.DRAFT
    until = texts("mentoring-until", until=words.moment(texts, day.closes_at)) if day.is_open(words.now) else None
    lines = [
        words.facts(texts),
        *words.slots(texts, own.slots if own else ()),
        texts("mentoring-slot-lost") if own and own.lost else None,
        until if begun else None,
    ]
    heading = texts(f"mentoring-{kind}", name=words.name(language))
    sign_up = ((Button(texts("button-signup"), pack(MENTOR, "open", day.programme.id)),),) if until else ()
    rows = sign_up if own is None or begun else _below_change(words, own, texts)
    return Message(wording.lines(lines), heading=heading, buttons=rows)


def proposed(words: Words, count: int, undecided: int, language: Language) -> Message:
    """To staff: the timetable is made; how many meetings it has, and how many applications are still to be decided."""
    texts = texts_in(language)
    look = Button(texts("mentoring-button-timetable"), pack(MENTORING_DAY, "table", words.day.id))
    text = wording.lines([words.when(texts), texts("mentoring-proposed-text", count=count, undecided=undecided)])
    return Message(text, heading=texts("mentoring-proposed", name=words.name(language)), buttons=((look,),))


def keepsakes(words: Words, texts: Texts, *, placed: bool = True) -> Rows:
    """Where it is, and for who has a place there the file for the phone's calendar."""
    place = words.snapshot.get(Facility, words.day.occurrence.place)
    where = (Button(texts("signup-button-where"), pack(SHOW, Facility.kind, place.id)),) if place else ()
    calendar = (buttons.add(texts, words.day.id),) if placed else ()
    return ((*where, *calendar),) if place or placed else ()


def has_place(day: Day, application: Application | None, slots: Sequence[Slot]) -> bool:
    """Whether the party is admitted, and has times once they are told."""
    admitted = application is not None and application.state is ApplicationState.ADMITTED
    return admitted and bool(slots or not day.is_published)


def _below_change(words: Words, own: Standing, texts: Texts) -> Rows:
    placed = has_place(words.day, own.application, own.slots)
    removal = _removal(words, texts, as_file=own.as_file and not placed)
    return (*keepsakes(words, texts, placed=placed), *removal, (leave(words, texts),))


def _removal(words: Words, texts: Texts, *, as_file: bool) -> Rows:
    """`as_file`: it is in the person's calendar by a file, and another one takes it away."""
    return ((buttons.remove(texts, words.day.id),),) if as_file else ()


def leave(words: Words, texts: Texts) -> Button:
    return Button(texts("signup-button-not-coming"), pack(MENTOR, "leave", words.day.id))
