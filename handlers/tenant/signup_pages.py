"""The pages of signing up: which date, how one date stands, what oneself signed up for."""

from collections.abc import Sequence

from bot.knowledge.kinds import Event
from bot.messages.callbacks import CALENDAR, LIST, SHOW, SIGN_UP, fits, pack
from bot.messages.message import Button, Message, Rows
from bot.messages.texts import Texts
from bot.registrations.dates import Date
from bot.registrations.notices import Words, keepsakes
from storage.models import RegistrationState

Worded = tuple[Date, Words]


def choice(texts: Texts, dates: Sequence[Worded]) -> Message:
    """A button for each date of an event."""
    event = dates[0][0].event
    rows = [_date_row(texts, date, words) for date, words in dates if fits(SIGN_UP, *_place(date))]
    back = (Button(texts("button-back"), pack(SHOW, Event.kind, event.id)),)
    return Message(texts("signup-which"), heading=event.name.to(texts.language), buttons=(*rows, back))


def date(texts: Texts, date: Date, words: Words) -> Message:
    """How a date stands for the chat, and what it can do."""
    lines = [words.facts(texts), _standing(texts, date, words)]
    text = "\n".join(line for line in lines if line)
    return Message(text, heading=words.name(texts.language), buttons=(*_acts(texts, date, words), _back(texts, date)))


def own(texts: Texts, dates: Sequence[Worded], *, feeds: bool) -> Message:
    """What the chat signed up for; `feeds`: phones can subscribe to it."""
    rows = [_date_row(texts, date, words, named=True) for date, words in dates if fits(SIGN_UP, *_place(date))]
    back = (Button(texts("button-back"), pack(LIST, Event.kind, 0)),)
    text = texts("signup-own-text") if rows else texts("signup-own-none")
    feed = ((Button(texts("calendar-button-feed"), pack(CALENDAR, "feed")),),) if feeds else ()
    return Message(text, heading=texts("signup-own"), buttons=(*rows, *feed, back))


def _date_row(texts: Texts, date: Date, words: Words, *, named: bool = False) -> tuple[Button, ...]:
    key = "signup-row-present" if date.present and not named else "signup-row"
    label = (
        texts("signup-row-named", name=words.name(texts.language), when=words.when(texts))
        if named
        else words.when(texts)
    )
    return (Button(texts(key, label=label), pack(SIGN_UP, *_place(date))),)


def _standing(texts: Texts, date: Date, words: Words) -> str:
    state = date.own.state if date.own else None
    if date.occurrence.cancelled:
        return texts("signup-is-cancelled")
    if state is RegistrationState.REGISTERED:
        return texts("signup-registered")
    if state is RegistrationState.WAITING:
        return texts("signup-waiting", count=date.waiting)
    if state is RegistrationState.OFFERED and date.own and date.own.offered_until:
        return texts("signup-offer-until", until=words.until(texts, date.own.offered_until))
    closes = date.closes(words.zone)
    if closes <= words.now:
        return texts("signup-is-closed", until=words.until(texts, closes))
    seats = texts("signup-free", count=date.free) if date.free else texts("signup-full") if date.free == 0 else ""
    until = texts("signup-until", until=words.until(texts, closes)) if closes != date.occurrence.starts_at else ""
    return "\n".join(filter(None, (seats, until)))


def _acts(texts: Texts, date: Date, words: Words) -> Rows:
    state, occurrence = date.own.state if date.own else None, date.occurrence
    if occurrence.cancelled or occurrence.starts_at <= words.now:
        return ()
    leave = Button(texts("signup-button-leave"), pack(SIGN_UP, "leave", occurrence.id))
    if state is RegistrationState.OFFERED:
        return ((Button(texts("signup-button-take"), pack(SIGN_UP, "take", occurrence.id)), leave),)
    if state is RegistrationState.REGISTERED:
        return (*keepsakes(words, texts), (leave,))
    if state is RegistrationState.WAITING:
        return ((leave,),)
    if date.closes(words.zone) <= words.now:
        return ()
    key = "signup-button-queue" if date.free == 0 or date.waiting else "signup-button-join"
    event_id, minutes = _place(date)[1:]
    return ((Button(texts(key), pack(SIGN_UP, "join", event_id, minutes)),),)


def _back(texts: Texts, date: Date) -> tuple[Button, ...]:
    return (Button(texts("button-back"), pack(SHOW, Event.kind, date.event.id)),)


def _place(date: Date) -> tuple[str, str, int]:
    """What a button about a date carries, stored or not: minutes since 1970."""
    return "date", date.event.id, int(date.occurrence.original_at.timestamp()) // 60
