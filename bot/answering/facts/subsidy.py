"""What can be told of a subsidy, one function a fact."""

from bot.answering import wording
from bot.answering.facts import benefits
from bot.answering.facts.clauses import condition
from bot.answering.facts.deadlines import deadline
from bot.answering.facts.verdict import lacking as found_lacking
from bot.answering.facts.verdict import verdict
from bot.answering.lexicon import lexicon
from bot.answering.view import View
from bot.knowledge.kinds import Subsidy


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
    return verdict(subsidy, view) or _for_anybody(subsidy, view)


def lacking(subsidy: Subsidy, view: View) -> str | None:
    """What the company that is known or described would need, else the conditions."""
    return found_lacking(subsidy, view) or _for_anybody(subsidy, view)


def _for_anybody(subsidy: Subsidy, view: View) -> str | None:
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


def overview(subsidy: Subsidy, view: View) -> str:
    """What it is and gives, by when, and for whom: for the company where it is known, else for anybody."""
    summary = subsidy.summary.to(view.language) if subsidy.summary else None
    gives = benefits.rule(subsidy, view) if subsidy.benefits else None
    if found := verdict(subsidy, view):
        return wording.lines([summary, gives, deadline(subsidy, view), found])
    return wording.lines([summary, gives, conditions(subsidy, view), deadline(subsidy, view)])


# in the order in which they count when the cues of a question fit several
FACTS = {
    "cap": benefits.cap,
    "decision_time": decision_time,
    "paid": paid,
    "deadline": deadline,
    "documents": documents,
    "lacking": lacking,
    "duration": duration,
    "who": who,
    "amount": benefits.amount,
    "price": benefits.amount,
    "quantity": benefits.quantity,
    "apply": apply,
    "when": deadline,
    "rules": who,
    "overview": overview,
}
