"""What can be told of a subsidy, one function a fact."""

from datetime import timedelta
from decimal import Decimal

from bot import eligibility
from bot.answering import wording
from bot.answering.facts.clauses import condition
from bot.answering.facts.picking import mentioned
from bot.answering.facts.verdict import computed_amount, refusal, verdict, window_end
from bot.answering.lexicon import lexicon
from bot.answering.view import View
from bot.calendars import next_occurrence
from bot.knowledge.kinds import Event, Subsidy
from bot.knowledge.values import Benefit

DAY = timedelta(days=1)


def amount(subsidy: Subsidy, view: View) -> str | None:
    """What it gives; computed for the company where its profile is enough."""
    if not subsidy.benefits:
        return None
    if refused := refusal(subsidy, view):
        return refused
    texts = view.texts
    asked = [one for one in subsidy.benefits if one.label and mentioned(one.label, view.folded)]
    rest = [one for one in subsidy.benefits if one not in asked]
    told = texts("word-list-semicolon").join(benefit(one, view) for one in (*asked, *rest)) + texts("word-stop")
    limits = _limits(subsidy.benefits[0], view)
    return wording.lines([computed_amount(subsidy, view), told + limits])


def benefit(one: Benefit, view: View) -> str:
    texts = view.texts
    label = one.label.to(view.language) if one.label else ""
    if one.year is not None:
        label = texts("benefit-year", year=one.year)
    if one.percent is not None:
        share = texts("benefit-percent", percent=wording.number(one.percent), of=_cost(one.of or "", view))
        text = share
    else:
        text = texts(
            "benefit-amount",
            amount=wording.money(texts, one.amount or Decimal(0)),
            per=wording.per(texts, one.per or "once"),
        )
    if one.cap is not None:
        key = "benefit-cap-per" if one.cap_per else "benefit-cap"
        text += texts(key, cap=wording.money(texts, one.cap), per=wording.per(texts, one.cap_per or "once"))
    return texts("benefit-labelled", label=label, text=text) if label else text


def _cost(slug: str, view: View) -> str:
    key = f"cost-{slug}"
    return view.texts(key) if view.texts.has(key) else slug


def _limits(one: Benefit, view: View) -> str:
    texts = view.texts
    parts = [
        texts("benefit-area-cap", area=one.area_cap) if one.area_cap else "",
        texts("benefit-years", years=one.years) if one.years else "",
        texts("benefit-months-max", months=one.months_max) if one.months_max else "",
        texts("benefit-count-max", count=one.count_max) if one.count_max else "",
    ]
    return "".join(parts)


def cap(subsidy: Subsidy, view: View) -> str | None:
    texts = view.texts
    for one in subsidy.benefits:
        if one.area_cap and lexicon().area.search(view.folded):
            return texts("benefit-area-cap", area=one.area_cap).strip()
        if one.cap is not None:
            key = "cap-per" if one.cap_per else "cap"
            return texts(key, cap=wording.money(texts, one.cap), per=wording.per(texts, one.cap_per or "once"))
    limits = _limits(subsidy.benefits[0], view) if subsidy.benefits else ""
    return limits.strip() or None


def duration(subsidy: Subsidy, view: View) -> str | None:
    """For how long it is paid."""
    texts = view.texts
    years = [one.year for one in subsidy.benefits if one.year]
    for one in subsidy.benefits:
        if one.years:
            return texts("benefit-years", years=one.years).strip()
        if one.months_max:
            return texts("benefit-months-max", months=one.months_max).strip()
    if years:
        return texts("duration-years-running", years=max(years))
    lasting = [clause for clause in subsidy.clauses if clause.fact.endswith("_months")]
    return conditions(subsidy, view) if lasting else None


def who(subsidy: Subsidy, view: View) -> str | None:
    """The verdict for the company that is known or described, else the conditions."""
    if found := verdict(subsidy, view):
        return found
    asks_for_us = view.company is None and lexicon().mine.search(view.folded)
    unknown = view.texts("who-company-unknown") if asks_for_us else None
    return wording.lines([conditions(subsidy, view), unknown]) or None


def conditions(subsidy: Subsidy, view: View) -> str | None:
    if not subsidy.clauses:
        return None
    listed = (condition(clause, view.texts) for clause in subsidy.clauses)
    return view.texts("who-conditions", conditions=view.texts("word-list-semicolon").join(listed))


def documents(subsidy: Subsidy, view: View) -> str | None:
    if not subsidy.documents:
        return None
    return view.texts("documents-needed", items=wording.items(view.texts, subsidy.documents))


def deadline(subsidy: Subsidy, view: View) -> str | None:
    """The next day to apply by, with the days that are left; or the window that something opens."""
    texts = view.texts
    if subsidy.deadlines:
        return _yearly_deadlines(subsidy, view)
    if subsidy.apply_within:
        own = window_end(subsidy, view)
        told = texts(
            "deadline-within",
            months=subsidy.apply_within.months,
            after=subsidy.apply_within.after.to(view.language),
        )
        if own is None:
            return told
        key = "deadline-own-window" if own >= view.now.date() else "deadline-own-window-over"
        return wording.lines([texts(key, day=wording.day(texts, own, view.now)), told])
    if subsidy.deadline_before:
        return _before_event(subsidy, view)
    return None


def _yearly_deadlines(subsidy: Subsidy, view: View) -> str:
    texts = view.texts
    coming = eligibility.next_deadline(subsidy, view.now.date())
    if view.moment and view.moment.first and view.moment.end and view.moment.first > view.now.date():
        later = eligibility.next_deadline(subsidy, view.moment.first)
        coming = later if later and later < view.moment.end else coming
    if coming is None:
        return ""
    key = "deadline-today" if coming == view.now.date() else "deadline-next"
    first = texts(key, day=wording.day(texts, coming, view.now), left=(coming - view.now.date()).days)
    if len(subsidy.deadlines) == 1:
        return first
    every = wording.listed(texts, (wording.month_day(texts, one.month, one.day) for one in subsidy.deadlines))
    return wording.lines([first, texts("deadline-every-year", days=every)])


def _before_event(subsidy: Subsidy, view: View) -> str | None:
    before = subsidy.deadline_before
    event = view.snapshot.get(Event, before.event) if before else None
    if before is None or event is None:
        return None
    texts = view.texts
    told = texts("deadline-before-event", days=before.days, event=event.name.to(view.language))
    occurrence = next_occurrence(event, view.now, view.zone)
    if occurrence is None:
        return told
    last = occurrence.starts.date() - before.days * DAY
    key = "deadline-that-is" if view.now.date() <= last else "deadline-that-was"
    return wording.lines([told, texts(key, day=wording.day(texts, last, view.now))])


def decision_time(subsidy: Subsidy, view: View) -> str | None:
    days = subsidy.decided_in_working_days
    return view.texts("decided-in", days=days) if days else None


def paid(subsidy: Subsidy, view: View) -> str | None:
    return view.texts("paid-how", how=subsidy.paid.to(view.language)) if subsidy.paid else None


def apply(subsidy: Subsidy, view: View) -> str | None:
    """What to hand in, by when, and where help is."""
    hall = view.name_of_facility(view.snapshot.park.service_hall) if view.snapshot.park else None
    return wording.lines(
        [
            documents(subsidy, view),
            deadline(subsidy, view),
            view.texts("apply-help", place=hall) if hall else None,
        ]
    )


def quantity(subsidy: Subsidy, view: View) -> str | None:
    """How many at most (booths, graduates), where the record counts."""
    counted = [one.count_max for one in subsidy.benefits if one.count_max]
    return view.texts("benefit-count-max", count=counted[0]).strip() if counted else None


def overview(subsidy: Subsidy, view: View) -> str:
    summary = subsidy.summary.to(view.language) if subsidy.summary else None
    return wording.lines([summary, amount(subsidy, view), conditions(subsidy, view), deadline(subsidy, view)])


# in the order in which they count when the cues of a question fit several
FACTS = {
    "cap": cap,
    "decision_time": decision_time,
    "paid": paid,
    "deadline": deadline,
    "documents": documents,
    "duration": duration,
    "who": who,
    "quantity": quantity,
    "amount": amount,
    "price": amount,
    "apply": apply,
    "when": deadline,
    "rules": conditions,
    "overview": overview,
}
