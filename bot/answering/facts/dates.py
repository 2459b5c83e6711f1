"""When and where an event or a mentoring day takes place, for the time that was asked about."""

from datetime import date, datetime, timedelta

from bot.agenda import Occurrence
from bot.answering import wording
from bot.answering.lexicon import lexicon
from bot.answering.view import View
from bot.calendars import at_minute
from bot.knowledge.kinds import Event, Programme, Record

MAX_DATES = 6
YEAR = timedelta(days=365)


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
    """The occurrences in the time that was asked about, else the next one, or the one after it."""
    if record.rrule and (asked := asked_time(view)):
        return view.agenda.between(record, *asked, limit=MAX_DATES)
    coming = view.agenda.coming(record, view.now)
    if coming and view.moment is None and lexicon().after_next.search(view.folded):
        coming = view.agenda.coming(record, coming.ends) or coming
    return [coming] if coming else []


def meant(record: Event | Programme, view: View) -> tuple[list[Occurrence], list[str]]:
    """The occurrences that are asked about, those that are on another day now included, and what became of them."""
    if found := chosen(record, view):
        return found, []
    texts, moment = view.texts, view.moment
    asked = (moment.first, moment.end) if moment and moment.first and moment.end else (view.now.date(), date.max)
    lost = view.agenda.lost(record, *(at_minute(day, 0, view.now) for day in asked))
    notes = [
        texts("when-cancelled" if one.cancelled else "when-moved", day=wording.day(texts, at, view.now))
        for at, one in lost
    ]
    return [one for _, one in lost if not one.cancelled], notes


def when(record: Event | Programme, view: View) -> str:
    """The date and time of the occurrences asked about, and the rule."""
    texts = view.texts
    found, notes = meant(record, view)
    rule = wording.recurrence(texts, record.rrule)
    repeats = texts("when-repeats", rule=rule) if rule else None
    if found:
        shown = found[:1] if lexicon().single.search(view.folded) else found
        return wording.lines([*notes, *(span(one, view) for one in shown), left(shown[0].starts.date(), view), repeats])
    coming = view.agenda.coming(record, view.now)
    if coming is None:
        return wording.lines([*notes, _over(record, view)])
    notes = notes or [texts("when-not-then", when=view.moment.text if view.moment else "")]
    told = texts("when-next", span=span(coming, view))
    return wording.lines([*notes, told, left(coming.starts.date(), view), repeats])


def left(day: date, view: View) -> str | None:
    """How many days it is until then, where that is asked."""
    days = (day - view.now.date()).days
    return view.texts("days-left", left=days) if days > 0 and lexicon().days_left.search(view.folded) else None


def is_another_year(record: Record, view: View) -> bool:
    """Whether a whole year is asked about in which an event that takes place once does not."""
    moment = view.moment
    if not isinstance(record, Event) or record.rrule or moment is None or moment.first is None or moment.end is None:
        return False
    if moment.end - moment.first < YEAR:
        return False
    return not moment.first.year <= record.starts.year < moment.end.year


def _over(record: Event | Programme, view: View) -> str:
    if isinstance(record, Event):
        return view.texts("when-over", day=wording.day(view.texts, record.starts, view.now))
    return view.texts("when-no-more")


def span(one: Occurrence, view: View) -> str:
    return wording.period(view.texts, one.starts, one.ends, view.now)


def place(record: Event | Programme, view: View) -> str | None:
    """Where it takes place, and what became of the dates asked about."""
    _, notes = meant(record, view)
    return wording.lines([*notes, whereabouts(record, view)]) or None


def whereabouts(record: Event | Programme, view: View) -> str | None:
    """Where it takes place: day by day if those asked about, or the next one, are at another place than usual."""
    found, notes = meant(record, view)
    if not found and (coming := view.agenda.coming(record, view.now)):
        found = [coming]
    usual = not notes and all(one.place == record.place for one in found)
    places = [_named_place(record.place, view)] if usual else [_place_on(one, view) for one in found]
    note = record.place_note.to(view.language) if isinstance(record, Event) and record.place_note else None
    return wording.lines([*places, note]) or None


def _place_on(one: Occurrence, view: View) -> str | None:
    name = _named_place(one.place, view)
    return view.texts("place-on", day=wording.day(view.texts, one.starts, view.now), place=name) if name else None


def _named_place(facility_id: str | None, view: View) -> str | None:
    name, where = view.name_of_facility(facility_id), view.facility_place(facility_id)
    return view.texts("place-in", name=name, where=where) if name and where else name
