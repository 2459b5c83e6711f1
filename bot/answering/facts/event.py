"""What can be told of an event, one function a fact."""

from datetime import datetime

from bot.answering import wording
from bot.answering.lexicon import lexicon
from bot.answering.view import View
from bot.calendars import Occurrence, at_minute, next_occurrence, occurrences_between
from bot.knowledge.kinds import Alliance, Event, Programme

MAX_DATES = 6


def asked_time(view: View) -> tuple[datetime, datetime] | None:
    """The time that was asked about, half-open; of longer times what has passed by today is left out."""
    moment = view.moment
    if moment is None or moment.first is None or moment.end is None:
        return None
    if moment.end <= view.now.date() and lexicon().single.search(view.folded):
        return None  # the one that was missed tells when the next one is asked for
    if moment.single_day and moment.part is not None:
        return at_minute(moment.first, moment.part[0], view.now), at_minute(moment.first, moment.part[1], view.now)
    today = view.now.date()
    first = today if moment.first < today < moment.end else moment.first
    return at_minute(first, 0, view.now), at_minute(moment.end, 0, view.now)


def chosen(record: Event | Programme, view: View) -> list[Occurrence]:
    """The occurrences in the time that was asked about, else the next one."""
    if record.rrule and (asked := asked_time(view)):
        return occurrences_between(record, *asked, view.zone, limit=MAX_DATES)
    coming = next_occurrence(record, view.now, view.zone)
    return [coming] if coming else []


def when(record: Event | Programme, view: View) -> str:
    """The date and time of the occurrences asked about, and the rule."""
    texts = view.texts
    found = chosen(record, view)
    rule = wording.recurrence(texts, record.rrule)
    repeats = texts("when-repeats", rule=rule) if rule else None
    if found:
        shown = found[:1] if lexicon().single.search(view.folded) else found
        return wording.lines([*(span(one, view) for one in shown), repeats])
    coming = next_occurrence(record, view.now, view.zone)
    if coming is None:
        return _over(record, view)
    asked = view.moment.text if view.moment else ""
    return wording.lines([texts("when-not-then", when=asked), texts("when-next", span=span(coming, view)), repeats])


def _over(record: Event | Programme, view: View) -> str:
    if isinstance(record, Event):
        return view.texts("when-over", day=wording.day(view.texts, record.starts, view.now))
    return view.texts("when-no-more")


def span(one: Occurrence, view: View) -> str:
    return wording.period(view.texts, one.starts, one.ends, view.now)


def place(record: Event | Programme, view: View) -> str | None:
    name = view.name_of_facility(record.place)
    note = record.place_note.to(view.language) if isinstance(record, Event) and record.place_note else None
    if name is None:
        return note
    where = view.facility_place(record.place)
    return wording.lines([view.texts("place-in", name=name, where=where) if where else name, note])


def quantity(event: Event, view: View) -> str | None:
    return view.texts("seats", count=event.seats) if event.seats else None


def deadline(event: Event, view: View) -> str | None:
    texts = view.texts
    parts = []
    if event.register_until:
        day = wording.day(texts, event.register_until, view.now)
        until = event.register_until.replace(tzinfo=view.zone)
        left = (until.date() - view.now.date()).days
        key = "register-closed" if until < view.now else "register-until" if left else "register-today"
        parts.append(texts(key, day=day, time=wording.time_of(event.register_until), left=left))
    return wording.lines([*parts, early_bird(event, view)]) or None


def early_bird(event: Event, view: View) -> str | None:
    if event.early_bird_until is None:
        return None
    key = "early-bird" if view.now.date() <= event.early_bird_until else "early-bird-over"
    return view.texts(key, day=wording.day(view.texts, event.early_bird_until, view.now))


def apply(event: Event, view: View) -> str | None:
    hall = view.name_of_facility(view.snapshot.park.service_hall) if view.snapshot.park else None
    return wording.lines(
        [
            deadline(event, view),
            quantity(event, view),
            view.texts("apply-help", place=hall) if hall else None,
        ]
    )


def host(event: Event, view: View) -> str | None:
    for alliance in view.snapshot.of_kind(Alliance):
        for member in alliance.members:
            if member.id == event.host:
                return view.texts("host", name=member.name.to(view.language))
    return None


def online(event: Event, view: View) -> str | None:
    if not event.online:
        return None
    on_site = view.name_of_facility(event.place)
    return view.texts("online-also", place=on_site) if on_site else view.texts("online-only")


def benefits(event: Event, view: View) -> str | None:
    if not event.benefits:
        return None
    return view.texts("benefits-tenants", items=wording.items(view.texts, event.benefits))


def price(event: Event, view: View) -> str | None:
    if event.free:
        return view.texts("price-free-stop")
    return wording.money(view.texts, event.price) + view.texts("word-stop") if event.price is not None else None


def overview(event: Event, view: View) -> str:
    summary = event.summary.to(view.language) if event.summary else None
    where = place(event, view)
    return wording.lines(
        [
            when(event, view),
            view.texts("card-place", place=where) if where else None,
            summary,
            deadline(event, view),
        ]
    )


# in the order in which they count when the cues of a question fit several
FACTS = {
    "early_bird": early_bird,
    "online": online,
    "host": host,
    "benefits": benefits,
    "deadline": deadline,
    "quantity": quantity,
    "price": price,
    "place": place,
    "when": when,
    "apply": apply,
    "hours": when,
    "members": host,
    "overview": overview,
}
