"""What a subsidy means for one company: the verdict clause by clause, and the amount."""

from collections.abc import Iterable
from datetime import date

from bot import eligibility
from bot.answering import wording
from bot.answering.facts.clauses import condition, value_of
from bot.answering.lexicon import lexicon
from bot.answering.view import View
from bot.eligibility import Estimate, Finding, Judgement, Verdict
from bot.knowledge.kinds import Subsidy


def profile(view: View) -> dict[str, object]:
    """What is known of the asker's company, and what the question says of it."""
    known = eligibility.profile_of(view.company, view.snapshot.park, view.now.date())
    return {**known, **view.described}


def verdict(subsidy: Subsidy, view: View) -> str | None:
    """Whether the company may apply and why; None when nothing is known about it."""
    known = profile(view)
    judgement = eligibility.judge(subsidy, known, view.now.date())
    if all(finding.verdict is Verdict.UNKNOWN for finding in judgement.findings) and not judgement.window_over:
        return None
    return wording.lines([*told(judgement, view), view.texts("verdict-park-decides")])


def told(judgement: Judgement, view: View) -> list[str]:
    """The verdict first, then the clauses that make it."""
    texts = view.texts
    failed = judgement.of(Verdict.FAILED)
    unknown = judgement.of(Verdict.UNKNOWN)
    if judgement.verdict is Verdict.FAILED:
        reasons = [_with_value(one, view) for one in failed]
        if judgement.window_over:
            reasons.append(texts("verdict-window-over", day=wording.day(texts, judgement.window_over, view.now)))
        return [texts("verdict-failed", reasons=texts("word-list-semicolon").join(reasons))]
    met = texts("word-list-semicolon").join(_with_value(one, view) for one in judgement.of(Verdict.MET))
    if not unknown:
        return [texts("verdict-met", clauses=met)]
    open_ones = texts("word-list-semicolon").join(condition(one.clause, texts) for one in unknown)
    return [texts("verdict-maybe", clauses=met or "-", unknown=open_ones)]


def _with_value(finding: Finding, view: View) -> str:
    texts = view.texts
    return texts(
        "clause-with-value",
        clause=condition(finding.clause, texts),
        value=value_of(finding, texts),
    )


def computed_amount(subsidy: Subsidy, view: View) -> str | None:
    """The amount for the company, as far as its profile tells."""
    known = profile(view)
    found = eligibility.estimates(subsidy, known)
    if not found:
        return None
    return wording.lines(_estimates(_of_year_asked(found, view), view))


def refusal(subsidy: Subsidy, view: View) -> str | None:
    """The verdict for a company that fails a clause, for which no sums are told; None for all others."""
    judgement = eligibility.judge(subsidy, profile(view), view.now.date())
    return verdict(subsidy, view) if judgement.verdict is Verdict.FAILED else None


def _of_year_asked(found: list[Estimate], view: View) -> list[Estimate]:
    year = next((number for number, cue in lexicon().years if cue.search(view.folded)), None)
    return [one for one in found if one.benefit.year == year] or found


def _estimates(found: Iterable[Estimate], view: View) -> list[str]:
    texts = view.texts
    told_lines = []
    for one in found:
        if one.benefit.year is not None:
            told_lines.append(
                texts(
                    "estimate-area",
                    year=one.benefit.year,
                    area=wording.number(one.base),
                    rate=wording.number(one.benefit.amount or 0),
                    days=eligibility.DAYS_A_YEAR,
                    yuan=wording.money(texts, one.yuan),
                )
            )
        else:
            share = one.base * (one.benefit.percent or 0) / 100
            told_lines.append(
                texts(
                    "estimate-percent" if one.yuan == share else "estimate-percent-capped",
                    base=wording.money(texts, one.base),
                    percent=wording.number(one.benefit.percent or 0),
                    yuan=wording.money(texts, one.yuan),
                )
            )
    return told_lines


def window_end(subsidy: Subsidy, view: View) -> date | None:
    return eligibility.window_end(subsidy, profile(view))
