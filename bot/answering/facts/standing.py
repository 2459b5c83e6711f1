"""Where the asker's company stands with a subsidy, as far as records, profile and question tell."""

from datetime import date
from decimal import Decimal

from bot.answering.described_counts import counts_in
from bot.answering.types import Answer, Outcome
from bot.answering.view import View
from bot.eligibility.amounts import Counts
from bot.eligibility.judging import Finding, Judgement, Verdict, judge
from bot.eligibility.profile import SAID_AS
from bot.eligibility.spans import Between, ends
from bot.eligibility.windows import ANY_OPENING
from bot.knowledge.kinds import Event, Subsidy


def is_known(view: View) -> bool:
    """Whether anything is known about the asker's company at all."""
    return view.company is not None or bool(view.described)


def judged(subsidy: Subsidy, view: View) -> Judgement:
    return judge(subsidy, view.profile, view.now.date(), opening(subsidy, view))


def opening(subsidy: Subsidy, view: View) -> date | None:
    """The day when the event opens that a subsidy is to be applied for before: the next time, else the only one."""
    before = subsidy.deadline_before
    event = view.snapshot.get(Event, before.event) if before else None
    if event is None:
        return None
    coming = view.agenda.coming(event, view.now)
    if coming is not None:
        return coming.starts.date()
    return None if event.rrule else event.starts.date()


def is_about(subsidy: Subsidy, view: View) -> bool:
    """Whether the last day to apply follows from a time that the question only states roughly."""
    if subsidy.apply_within is None:
        return False
    opening_fact = subsidy.apply_within.fact or ANY_OPENING
    said = SAID_AS.get(opening_fact, "") in view.described
    return said or isinstance(view.described.get(opening_fact), Between)


def counted(subsidy: Subsidy, view: View) -> Counts:
    """How many people or things the question names, by the benefit that is given for each."""
    return counts_in(view.folded, subsidy.benefits)


def clauses_of(answer: Answer, view: View) -> tuple[str, ...]:
    """Every clause that was judged for an answer, for those who ask why: `registered_in_park: met (true)`."""
    found = [view.snapshot.records.get(key) for key in answer.records]
    subsidies = [record for record in found if isinstance(record, Subsidy)]
    if answer.outcome is not Outcome.ANSWER or not subsidies or not is_known(view):
        return ()
    names = [f"{one.id}, " if len(subsidies) > 1 else "" for one in subsidies]
    return tuple(
        name + line for name, one in zip(names, subsidies, strict=True) for line in _findings(judged(one, view))
    )


def _findings(judgement: Judgement) -> list[str]:
    told = [f"{one.clause.fact}: {one.verdict} ({_plain(one)})" for one in judgement.findings]
    if judgement.last_day:
        told.append(f"last day to apply: {Verdict.FAILED if judgement.is_over else Verdict.MET} ({judgement.last_day})")
    return told


def _plain(finding: Finding) -> str:
    if finding.value is None:
        return f"needs {', '.join(finding.missing)}"
    if isinstance(finding.value, bool):
        return str(finding.value).lower()
    return " to ".join(f"{Decimal(end):.10g}" for end in ends(finding.value))
