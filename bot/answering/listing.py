"""Answers about a whole kind: which subsidies there are, what is on and what is open."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.agenda import Occurrence
from bot.answering import wording
from bot.answering.facts.benefits import most_in_short
from bot.answering.facts.dates import asked_time, span
from bot.answering.facts.hours import brief, opens
from bot.answering.rows import Listed, message, row
from bot.answering.view import View
from bot.eligibility.windows import next_deadline
from bot.knowledge.kinds import Event, Facility, Programme, Record, Subsidy

SOON = timedelta(days=60)


def subsidies(view: View) -> Listed:
    """All subsidies with the most that they give."""
    records = view.snapshot.of_kind(Subsidy)
    rows = [row(record, most_in_short(record, view), view) for record in records]
    return message(view.texts("answer-list-subsidy"), rows, "subsidy", view, records), list(records)


def subsidy_deadlines(view: View) -> Listed:
    """Subsidies by their next deadline, within the time asked about if one is."""
    first, moment, today = view.texts("answer-list-deadlines"), view.moment, view.now.date()
    coming = _deadlines_from(today, view)
    if moment and moment.first and moment.end:
        end = moment.end
        within = [(day, one) for day, one in _deadlines_from(max(today, moment.first), view) if day < end]
        if not within:
            first = view.texts("answer-list-no-deadlines", when=moment.text)
        coming = within or coming
    rows = [row(one, wording.day(view.texts, day, view.now), view) for day, one in coming]
    records = [one for _, one in coming]
    return message(first, rows, "subsidy", view, records), list(records)


def _deadlines_from(day: date, view: View) -> list[tuple[date, Subsidy]]:
    """Every subsidy that has deadlines with its first one from the day on, in order."""
    dated = [(next_deadline(one, day), one) for one in view.snapshot.of_kind(Subsidy)]
    return sorted(((day, one) for day, one in dated if day is not None), key=lambda pair: pair[0])


def events(view: View) -> Listed:
    """What takes place in the time asked about, in order."""
    texts = view.texts
    start, end = asked_time(view) or (view.now, view.now + SOON)
    found: list[tuple[Occurrence, Event | Programme]] = []
    dated = bool(view.moment and view.moment.first)
    dates: list[Event | Programme] = [*view.snapshot.of_kind(Event), *view.snapshot.of_kind(Programme)]
    for record in dates:
        occurrences = view.agenda.between(record, start, end, limit=8 if dated else 1)
        found += [(occurrence, record) for occurrence in occurrences]
    found.sort(key=lambda pair: pair[0].starts)
    rows, records = _event_rows(found, view)
    when = view.moment.text if view.moment else ""
    if found:
        first = texts("answer-list-events-then", when=when) if dated else texts("answer-list-event")
        return message(first, rows, "event", view, records), records
    return _no_events(view, when, end)


def _event_rows(found: list[tuple[Occurrence, Event | Programme]], view: View) -> tuple[list[str], list[Record]]:
    by_record: dict[str, tuple[Record, list[str]]] = {}
    for occurrence, record in found:
        by_record.setdefault(record.id, (record, []))[1].append(span(occurrence, view))
    rows = [row(record, wording.listed(view.texts, spans[:4]), view) for record, spans in by_record.values()]
    return rows, [record for record, _ in by_record.values()]


def _no_events(view: View, when: str, after: datetime) -> Listed:
    texts = view.texts
    coming = [
        (occurrence, record)
        for record in view.snapshot.of_kind(Event)
        if (occurrence := view.agenda.coming(record, after))
    ]
    if not coming:
        return message(texts("answer-list-no-events", when=when), [], "event", view, []), []
    occurrence, record = min(coming, key=lambda pair: pair[0].starts)
    rows = [texts("answer-list-next-event"), row(record, span(occurrence, view), view)]
    return message(texts("answer-list-no-events", when=when), rows, "event", view, [record]), []


def open_first(records: list[Record], aspects: Sequence[str], view: View) -> list[Record]:
    """Of facilities that are asked for the hours of a time, those that are open then come first."""
    if aspects[:1] != ["hours"] or view.moment is None:
        return records
    return sorted(records, key=lambda one: isinstance(one, Facility) and not opens(one, view))


def facilities(view: View) -> Listed:
    """All facilities; with a time, those that are open then."""
    records = view.snapshot.of_kind(Facility)
    moment = view.moment
    if moment is None:
        rows = [row(one, one.where.to(view.language) if one.where else None, view) for one in records]
        return message(view.texts("answer-list-facility"), rows, "facility", view, records), list(records)
    opened = [one for one in records if opens(one, view)]
    key = "answer-list-open-then" if opened else "answer-list-none-open"
    rows = [row(one, brief(one, view), view) for one in opened]
    return message(view.texts(key, when=moment.text), rows, "facility", view, opened), list(opened)
