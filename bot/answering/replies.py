"""Answers put together: facts of records, a choice, a human instead, small talk; each with its buttons."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answering import wording
from bot.answering.facts.table import FACTS, tell
from bot.answering.facts.verdict import SUMS, VERDICTS, covered
from bot.answering.types import Message, RecordKey
from bot.answering.view import View
from bot.knowledge.kinds import Event, Facility, Faq, Programme, Record, Subsidy
from bot.messages import callbacks
from bot.messages.message import Button

# the facts that a record's buttons offer, by kind
OFFERED: dict[str, tuple[str, ...]] = {
    "facility": ("hours", "price", "place", "apply", "quantity", "rules", "frequency", "equipment", "history"),
    "subsidy": ("amount", "who", "documents", "deadline", "decision_time", "paid"),
    "event": ("when", "place", "deadline", "quantity", "host", "benefits", "online"),
    "programme": ("when", "deadline", "documents", "who", "members", "afterwards"),
    "park": ("contact", "history"),
    "alliance": ("members",),
}
BROWSED = ("subsidy", "facility", "event", "faq")
FOR_THE_COMPANY = VERDICTS | SUMS | {"rules"}
"""Facts of a subsidy that are told of the asker's own company where it is known."""
MAX_BUTTONS = 4
MOST_FACTS = 3


def record(records: Sequence[Record], aspects: Sequence[str], view: View) -> Message:
    """The asked-for facts of one record, or of several one after the other."""
    if len(records) == 1:
        one = records[0]
        return Message(
            _told(one, aspects, view) + _sample_note(records, view),
            heading="" if one.kind == "faq" else one.name.to(view.language),
            buttons=_spoken_of(one, view)
            if isinstance(one, Faq)
            else _sign_up(one, view) + _buttons(one, aspects, view),
        )
    parts = [f"{one.name.to(view.language)}\n{_told(one, aspects, view)}" for one in records]
    return Message("\n\n".join(parts) + _sample_note(records, view), buttons=_show_buttons(records, view))


def _buttons(one: Record, aspects: Sequence[str], view: View) -> tuple[tuple[Button, ...], ...]:
    hangs_on_company = isinstance(one, Subsidy) and not FOR_THE_COMPANY.isdisjoint(aspects)
    return (*(profile_button(view) if hangs_on_company else ()), *more_buttons(one, aspects, view))


def _told(one: Record, aspects: Sequence[str], view: View) -> str:
    told: list[str] = []
    left_out = {"overview"}  # which holds the others, or stands alone
    if isinstance(one, Subsidy):
        left_out |= covered(one, aspects, view)
    for aspect in [aspect for aspect in aspects if aspect not in left_out]:
        text = tell(one, aspect, view)
        if text and len(told) < MOST_FACTS and not any(text in before for before in told):
            told.append(text)
    shown = told or [tell(one, "overview", view) or one.name.to(view.language)]
    return _each_line_once("\n".join(text[:1].upper() + text[1:] for text in shown))


def _each_line_once(text: str) -> str:
    """The text without lines that stand further up already; what it ends on stands there alone."""
    *lines, last = text.split("\n")
    return "\n".join([*dict.fromkeys(line for line in lines if line != last), last])


def _sample_note(records: Iterable[Record], view: View) -> str:
    return f"\n{view.texts('answer-sample')}" if any(one.sample for one in records) else ""


def more_buttons(one: Record, told: Sequence[str], view: View) -> tuple[tuple[Button, ...], ...]:
    """Buttons for what else the record holds, two a row."""
    others = [
        aspect
        for aspect in OFFERED.get(one.kind, ())
        if aspect not in told
        and callbacks.fits(callbacks.FACT, one.kind, one.id, aspect)
        and FACTS[one.kind][aspect](one, view)
    ][:MAX_BUTTONS]
    buttons = [
        Button(
            view.texts(f"button-{aspect.replace('_', '-')}"), callbacks.pack(callbacks.FACT, one.kind, one.id, aspect)
        )
        for aspect in others
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _sign_up(one: Record, view: View) -> tuple[tuple[Button, ...], ...]:
    """The way to sign up for an event or a mentoring day that is still to come."""
    if not isinstance(one, Event | Programme) or view.agenda.coming(one, view.now) is None:
        return ()
    way = (callbacks.SIGN_UP, "event", one.id) if isinstance(one, Event) else (callbacks.MENTOR, "open", one.id)
    if not callbacks.fits(*way):
        return ()
    return ((Button(view.texts("button-signup"), callbacks.pack(*way)),),)


def profile_button(view: View) -> tuple[tuple[Button, ...], ...]:
    """The way to fill in the profile, for who asks without a company."""
    if view.company is not None:
        return ()
    return ((Button(view.texts("button-profile"), callbacks.pack(callbacks.PROFILE)),),)


def card(one: Record, view: View, page: int = 0) -> Message:
    """What a record is, buttons for its facts, and the way back to the page of its kind."""
    message = record([one], ["overview"], view)
    back = Button(view.texts("button-back"), callbacks.pack(callbacks.LIST, one.kind, page))
    heading = one.name.to(view.language)
    return replace(message, heading=heading, buttons=(*message.buttons, *([(back,)] if one.kind in BROWSED else ())))


def _spoken_of(faq: Faq, view: View) -> tuple[tuple[Button, ...], ...]:
    """Buttons for the records that an FAQ entry speaks of."""
    if not faq.about:
        return ()
    named = {record.id: record for record in view.snapshot if record.id in faq.about}
    return _show_buttons((named[one] for one in faq.about if one in named), view)


def _show_buttons(records: Iterable[Record], view: View) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (Button(one.name.to(view.language), callbacks.pack(callbacks.SHOW, one.kind, one.id)),) for one in records
    )


def menu_buttons(view: View) -> tuple[tuple[Button, ...], ...]:
    """One button a kind that tenants browse."""
    buttons = [
        Button(view.texts(f"button-all-{kind}"), callbacks.pack(callbacks.LIST, kind, 0))
        for kind in ("subsidy", "facility", "event", "programme")
    ]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def which(view: View) -> Message:
    """A question about nothing in particular: which matter is meant?"""
    return Message(view.texts("answer-which"), buttons=menu_buttons(view))


def did_you_mean(asked_of: Sequence[tuple[Record, Sequence[str]]], view: View) -> Message:
    """A button for each record that may be meant, which tells the asked-for fact; and one for people."""
    rows = [(Button(one.name.to(view.language), _asked_for(one, aspects, view)),) for one, aspects in asked_of]
    people = Button(view.texts("button-none-of-these"), callbacks.pack(callbacks.HUMAN))
    return Message(view.texts("answer-did-you-mean"), buttons=(*rows, (people,)))


def _asked_for(one: Record, aspects: Sequence[str], view: View) -> str:
    """What a button for a record carries: its first asked-for fact, or the record as a whole."""
    told = (aspect for aspect in aspects if callbacks.fits(callbacks.FACT, one.kind, one.id, aspect))
    if fact := next((aspect for aspect in told if tell(one, aspect, view)), None):
        return callbacks.pack(callbacks.FACT, one.kind, one.id, fact)
    return callbacks.pack(callbacks.SHOW, one.kind, one.id)


def handover(view: View, about: Record | None = None) -> Message:
    """What exists is promised, and no more: noted, and where people can be asked."""
    texts = view.texts
    first = texts("answer-handover-not-held", name=about.name.to(view.language)) if about else texts("answer-handover")
    return Message(wording.lines([first, reach_people(view)]))


def asked_for_people(view: View) -> Message:
    """What somebody reads who asked for a person."""
    return Message(wording.lines([view.texts("answer-handover-asked"), reach_people(view)]))


def reach_people(view: View) -> str | None:
    """The service hall's hours and phone, as far as the park's record has them."""
    park = view.snapshot.park
    if park is None or not park.phone:
        return None
    hall = view.snapshot.get(Facility, park.service_hall)
    if hall is None or hall.hours is None:
        return view.texts("answer-handover-phone", phone=park.phone)
    return view.texts(
        "answer-handover-hall",
        place=hall.name.to(view.language),
        hours=wording.week(view.texts, hall.hours),
        phone=park.phone,
    )


def smalltalk(kind: str, view: View) -> Message:
    return Message(view.texts(f"answer-{kind}"), buttons=() if kind in {"thanks", "bye"} else menu_buttons(view))


def records_at(keys: Iterable[RecordKey], view: View) -> list[Record]:
    return [view.snapshot.records[key] for key in keys if key in view.snapshot.records]
