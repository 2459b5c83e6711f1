"""The verdict on a subsidy for one company: clause by clause, what is lacking, and how sure it all is."""

from collections.abc import Collection, Iterable
from datetime import date

from dateutil.relativedelta import relativedelta

from bot.answering import wording
from bot.answering.facts.clauses import condition, gap_of, missing_of, value_of
from bot.answering.facts.standing import is_about, is_known, judged
from bot.answering.view import View
from bot.eligibility.judging import Finding, Judgement, Verdict
from bot.knowledge.kinds import Record, Subsidy

ORDER = (Verdict.FAILED, Verdict.UNKNOWN, Verdict.MET)
"""What stands in the way comes first."""
VERDICTS = frozenset({"who", "lacking"})
"""Facts that are a verdict where the company is known."""
SUMS = frozenset({"amount", "price"})
"""Facts that are refused with a verdict to a company that fails a clause."""


def verdict(subsidy: Subsidy, view: View, more: str | None = None) -> str | None:
    """Whether the company may apply, clause by clause, and `more`; None when nothing is known about it."""
    judgement = judged(subsidy, view)
    if view.company is None and not judgement.says_something:
        return None
    return wording.lines(
        [headline(judgement, view), *_lines(subsidy, judgement, view, ORDER), more, park_decides([subsidy], view)]
    )


def is_refused(subsidy: Subsidy, view: View) -> bool:
    """Whether the company fails a clause, so that no sums are told to it."""
    return judged(subsidy, view).verdict is Verdict.FAILED


def covered(subsidy: Subsidy, aspects: Collection[str], view: View) -> frozenset[str]:
    """Those of the aspects that need not be told, since a verdict among them tells them too."""
    judgement = judged(subsidy, view)
    asked, sums = VERDICTS.intersection(aspects), SUMS.intersection(aspects)
    refused = judgement.verdict is Verdict.FAILED
    if (not asked and not (sums and refused)) or (view.company is None and not judgement.says_something):
        return frozenset()
    lasting = all(one.years is one.months_max is one.year is None for one in subsidy.benefits)
    return frozenset(
        {"rules"}
        | ({"deadline", "when"} if judgement.last_day else set())
        | ({"duration"} if lasting else set())
        | (SUMS if asked and refused else set())
    )


def lacking(subsidy: Subsidy, view: View) -> str | None:
    """What stands between the company and the subsidy; None when nothing is known about it."""
    judgement = judged(subsidy, view)
    if not is_known(view) or not (judgement.says_something or view.company):
        return None
    if judgement.verdict is Verdict.MET:
        told = [view.texts("verdict-lacking-nothing"), until(subsidy, judgement, view)]
    elif judgement.verdict is Verdict.UNKNOWN:
        told = [headline(judgement, view), *_lines(subsidy, judgement, view, (Verdict.UNKNOWN,))]
    else:
        first = view.texts("verdict-lacking", count=judgement.misses)
        told = [first, *_lines(subsidy, judgement, view, (Verdict.FAILED, Verdict.UNKNOWN))]
    return wording.lines([*told, park_decides([subsidy], view)])


def headline(judgement: Judgement, view: View) -> str:
    """The verdict in one line, with how many clauses make it."""
    if judgement.verdict is Verdict.FAILED:
        return view.texts("verdict-failed", count=judgement.misses)
    if judgement.verdict is Verdict.UNKNOWN:
        return view.texts("verdict-maybe", count=len(judgement.of(Verdict.UNKNOWN)))
    return view.texts("verdict-met", count=len(judgement.findings))


def _lines(subsidy: Subsidy, judgement: Judgement, view: View, order: Iterable[Verdict]) -> list[str | None]:
    """A line a clause, each with its mark, and the time to apply."""
    return [
        *(
            view.texts(f"mark-{one}", finding=finding)
            for one in order
            for finding in findings(subsidy, judgement, one, view)
        ),
        until(subsidy, judgement, view),
    ]


def findings(subsidy: Subsidy, judgement: Judgement, sort: Verdict, view: View) -> list[str]:
    """The clauses of that verdict in words, and a time to apply that is over among those that failed."""
    told = [_told(finding, view) for finding in judgement.of(sort)]
    if sort is Verdict.FAILED and judgement.is_over and judgement.last_day:
        over = "finding-over-about" if is_about(subsidy, view) else "finding-over"
        told.insert(0, view.texts(over, day=wording.day(view.texts, judgement.last_day, view.now)))
    return told


def until(subsidy: Subsidy, judgement: Judgement, view: View) -> str | None:
    """The last day to apply where it is known, else the window that is still to be opened; None for yearly days."""
    texts, within = view.texts, subsidy.apply_within
    if judgement.is_over:
        return None
    if judgement.last_day is not None:
        key = "verdict-until-about" if is_about(subsidy, view) else "verdict-until"
        return texts(key, day=wording.day(texts, judgement.last_day, view.now))
    return texts("deadline-within", months=within.months, after=within.after.to(view.language)) if within else None


def _told(finding: Finding, view: View) -> str:
    """One clause with the company's value and how far that is from enough, or with what is missing."""
    texts, clause = view.texts, condition(finding.clause, view.texts)
    if finding.value is None:
        missing = missing_of(finding, texts)
        if not missing:
            return texts("finding-unknown-plain", clause=clause)
        return texts("finding-unknown", clause=clause, missing=wording.listed(texts, missing))
    said = finding.clause.fact in view.described
    value = texts("finding-said" if said else "finding-ours", value=value_of(finding, texts))
    if finding.verdict is Verdict.UNKNOWN:
        value = texts("finding-close", value=value)
    if finding.verdict is Verdict.FAILED:
        value = _with_gap(finding, value, view)
    return texts("finding-known", clause=clause, value=value)


def _with_gap(finding: Finding, value: str, view: View) -> str:
    texts = view.texts
    if gap := gap_of(finding, texts):
        key = "finding-short" if finding.clause.at_least is not None else "finding-beyond"
        value = texts(key, value=value, gap=gap)
    if day := _met_from(finding, view):
        value = texts("finding-from", value=value, day=wording.day(texts, day, view.now))
    return value


def _met_from(finding: Finding, view: View) -> date | None:
    """The day from which a clause on the time of tenancy will be met."""
    clause, company = finding.clause, view.company
    if clause.fact != "tenant_months" or clause.at_least is None:
        return None
    if not view.described.keys().isdisjoint({"tenant_months", "moved_in"}):
        return None
    if company is None or company.moved_in is None or clause.at_least % 1:
        return None
    return company.moved_in + relativedelta(months=int(clause.at_least))


def park_decides(records: Iterable[Record], view: View) -> str:
    """That the park decides, and from when the records are that this was worked out from."""
    texts, days = view.texts, {view.changed_on(record) for record in records}
    known = {day for day in days if day}
    if not known or None in days:
        return texts("verdict-park-decides")
    key = "verdict-park-decides-on" if len(known) == 1 else "verdict-park-decides-since"
    return texts(key, day=wording.plain_day(texts, min(known), view.now))
