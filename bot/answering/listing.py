"""Answers about a whole kind: which subsidies there are, which a company can get, what is on and what is open."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from bot import eligibility
from bot.answering import wording
from bot.answering.facts import event as event_facts
from bot.answering.facts.clauses import condition
from bot.answering.facts.hours import brief, opens
from bot.answering.facts.verdict import profile
from bot.answering.types import Message
from bot.answering.view import View
from bot.calendars import Occurrence, next_occurrence, occurrences_between
from bot.eligibility import Judgement, Verdict
from bot.knowledge.kinds import Event, Facility, Programme, Record, Subsidy
from bot.knowledge.values import Clause
from bot.messages import callbacks
from bot.messages.message import Button

Listed = tuple[Message, list[Record]]
MAX_ROWS = 12
SOON = timedelta(days=60)


def _row(record: Record, fact: str | None, view: View) -> str:
    name = record.name.to(view.language)
    if not fact:
        return view.texts("answer-list-row-plain", name=name)
    return view.texts("answer-list-row", name=name, fact=fact.replace("\n", " "))


def _message(  # noqa: PLR0913, PLR0917 - a list's head, body and foot
    first: str, rows: Sequence[str], kind: str, view: View, records: Sequence[Record], note: str | None = None
) -> Message:
    more = len(rows) - MAX_ROWS
    sample = view.texts("answer-sample") if any(record.sample for record in records) else None
    text = wording.lines(
        [
            first,
            *rows[:MAX_ROWS],
            view.texts("answer-list-more", count=more) if more > 0 else None,
            note,
            sample,
        ]
    )
    button = Button(view.texts(f"button-all-{kind}"), callbacks.pack(callbacks.LIST, kind, 0))
    return Message(text, buttons=((button,),))


def subsidies(view: View) -> Listed:
    """All subsidies with the most that they give."""
    records = view.snapshot.of_kind(Subsidy)
    rows = [_row(record, _short_amount(record, view), view) for record in records]
    return _message(view.texts("answer-list-subsidy"), rows, "subsidy", view, records), list(records)


def _short_amount(record: Subsidy, view: View) -> str:
    """The most that a subsidy gives, within what or for what; its share where there is no limit."""
    top = max(record.benefits, key=lambda one: one.cap or one.amount or Decimal(0), default=None)
    if top is None:
        return ""
    amount = top.cap or top.amount
    if amount is None:
        return f"{wording.number(top.percent or 0)}%"
    money, unit = wording.money(view.texts, amount), top.cap_per if top.cap else top.per
    if unit in {None, "once"}:
        return view.texts("answer-up-to", amount=money)
    return view.texts("answer-up-to-per", amount=money, per=wording.per(view.texts, unit or ""))


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
    rows = [_row(one, wording.day(view.texts, day, view.now), view) for day, one in coming]
    records = [one for _, one in coming]
    return _message(first, rows, "subsidy", view, records), list(records)


def _deadlines_from(day: date, view: View) -> list[tuple[date, Subsidy]]:
    """Every subsidy that has deadlines with its first one from the day on, in order."""
    dated = [(eligibility.next_deadline(one, day), one) for one in view.snapshot.of_kind(Subsidy)]
    return sorted(((day, one) for day, one in dated if day is not None), key=lambda pair: pair[0])


def eligible(view: View) -> Listed:
    """What the company meets or may meet, by money; without a company, all with their conditions."""
    known = profile(view)
    records = view.snapshot.of_kind(Subsidy)
    if not known:
        rows = [_row(record, _conditions(record.clauses, view), view) for record in records]
        return _message(view.texts("answer-eligible-unknown"), rows, "subsidy", view, records), list(records)
    judged = [(record, eligibility.judge(record, known, view.now.date())) for record in records]
    judged.sort(key=lambda pair: -eligibility.most(pair[0], known))
    met = [pair for pair in judged if pair[1].verdict is Verdict.MET]
    maybe = [pair for pair in judged if pair[1].verdict is Verdict.UNKNOWN]
    if not met and not maybe:
        nearest = sorted(judged, key=lambda pair: len(pair[1].of(Verdict.FAILED)))[:3]
        rows = [_verdict_row(record, judgement, view) for record, judgement in nearest]
        shown: list[Record] = [record for record, _ in nearest]
        return _message(view.texts("answer-eligible-none"), rows, "subsidy", view, shown), shown
    shown = [record for record, _ in (*met, *maybe)]
    rows = [_verdict_row(record, judgement, view) for record, judgement in (*met, *maybe)]
    note = view.texts("verdict-park-decides")
    return _message(view.texts("answer-eligible-yes"), rows, "subsidy", view, shown, note), shown


def _conditions(clauses: Iterable[Clause], view: View) -> str:
    return view.texts("word-list-semicolon").join(condition(one, view.texts) for one in clauses)


def _verdict_row(record: Subsidy, judgement: Judgement, view: View) -> str:
    texts, name = view.texts, record.name.to(view.language)
    found = {verdict: _conditions((one.clause for one in judgement.of(verdict)), view) for verdict in Verdict}
    if judgement.verdict is Verdict.FAILED:
        over = judgement.window_over and wording.day(texts, judgement.window_over, view.now)
        reasons = [found[Verdict.FAILED], texts("verdict-window-over", day=over) if over else ""]
        return _row(record, texts("word-list-semicolon").join(filter(None, reasons)), view)
    estimated = eligibility.estimates(record, profile(view))
    money = texts("answer-about", amount=wording.money(texts, estimated[0].yuan)) if estimated else ""
    amount = money or _short_amount(record, view) or texts("answer-amount-open")
    if judgement.verdict is Verdict.UNKNOWN:
        return texts("answer-row-maybe", name=name, amount=amount, reason=found[Verdict.UNKNOWN])
    return texts("answer-row-met", name=name, amount=amount, reason=found[Verdict.MET]).rstrip()


def events(view: View) -> Listed:
    """What takes place in the time asked about, in order."""
    texts = view.texts
    start, end = event_facts.asked_time(view) or (view.now, view.now + SOON)
    found: list[tuple[Occurrence, Event | Programme]] = []
    dated = bool(view.moment and view.moment.first)
    dates: list[Event | Programme] = [*view.snapshot.of_kind(Event), *view.snapshot.of_kind(Programme)]
    for record in dates:
        occurrences = occurrences_between(record, start, end, view.zone, limit=8 if dated else 1)
        found += [(occurrence, record) for occurrence in occurrences]
    found.sort(key=lambda pair: pair[0].starts)
    rows, records = _event_rows(found, view)
    when = view.moment.text if view.moment else ""
    if found:
        first = texts("answer-list-events-then", when=when) if dated else texts("answer-list-event")
        return _message(first, rows, "event", view, records), records
    return _no_events(view, when, end)


def _event_rows(found: list[tuple[Occurrence, Event | Programme]], view: View) -> tuple[list[str], list[Record]]:
    by_record: dict[str, tuple[Record, list[str]]] = {}
    for occurrence, record in found:
        by_record.setdefault(record.id, (record, []))[1].append(event_facts.span(occurrence, view))
    rows = [_row(record, wording.listed(view.texts, spans[:4]), view) for record, spans in by_record.values()]
    return rows, [record for record, _ in by_record.values()]


def _no_events(view: View, when: str, after: datetime) -> Listed:
    texts = view.texts
    coming = [
        (occurrence, record)
        for record in view.snapshot.of_kind(Event)
        if (occurrence := next_occurrence(record, after, view.zone))
    ]
    if not coming:
        return _message(texts("answer-list-no-events", when=when), [], "event", view, []), []
    occurrence, record = min(coming, key=lambda pair: pair[0].starts)
    rows = [texts("answer-list-next-event"), _row(record, event_facts.span(occurrence, view), view)]
    return _message(texts("answer-list-no-events", when=when), rows, "event", view, [record]), []


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
        rows = [_row(one, one.where.to(view.language) if one.where else None, view) for one in records]
        return _message(view.texts("answer-list-facility"), rows, "facility", view, records), list(records)
    opened = [one for one in records if opens(one, view)]
    key = "answer-list-open-then" if opened else "answer-list-none-open"
    rows = [_row(one, brief(one, view), view) for one in opened]
    return _message(view.texts(key, when=moment.text), rows, "facility", view, opened), list(opened)
