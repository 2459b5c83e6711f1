"""A subsidy's clauses in words, and the company's own value beside each."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from bot.answering import wording
from bot.eligibility.judging import Finding, Verdict
from bot.eligibility.spans import ends
from bot.knowledge.criteria import CRITERIA, Measure
from bot.knowledge.subsidy_values import Clause
from bot.messages.texts import Texts

_FINE = Decimal("0.1")


def condition(clause: Clause, texts: Texts) -> str:
    """A clause in words; for facts that the message files do not know, its own text."""
    if clause.text is not None:
        return clause.text.to(texts.language)
    key = f"clause-{clause.fact.replace('_', '-')}" + ("-not" if clause.equals is False else "")
    if not texts.has(key):
        return clause.fact.replace("_", " ")
    if clause.bound is None:
        return texts(key)
    bound = "least" if clause.at_least is not None else "most"
    return texts(key, bound=bound, value=measured(clause.fact, clause.bound, texts))


def measured(fact: str, value: Decimal, texts: Texts) -> str:
    """A number with the unit of its fact."""
    measure = CRITERIA.get(fact)
    if measure is Measure.YUAN:
        return wording.rough_money(texts, value)
    if measure is None:
        return wording.number(value)
    whole = value == int(value)  # only an int has a singular in English
    return texts(f"value-{measure}", value=int(value) if whole else float(value))


def value_of(finding: Finding, texts: Texts) -> str:
    """The company's own value beside a clause."""
    if isinstance(finding.value, bool):
        return texts("value-yes" if finding.value else "value-no")
    low, *high = (Decimal(end).quantize(_FINE, _rounding(finding)) for end in ends(finding.value))
    if high and high[0] > low:
        return texts("value-between", low=wording.number(low), high=measured(finding.clause.fact, high[0], texts))
    return measured(finding.clause.fact, low, texts)


def gap_of(finding: Finding, texts: Texts) -> str | None:
    """How much a failed number is short of its bound or beyond it; None where there is nothing to count."""
    if not finding.short_by:
        return None
    gap = finding.short_by.quantize(_FINE, ROUND_CEILING)
    if CRITERIA.get(finding.clause.fact) is Measure.PERCENT:
        return texts("value-points", value=wording.number(gap))
    return measured(finding.clause.fact, gap, texts)


def missing_of(finding: Finding, texts: Texts) -> list[str]:
    """What would have to be known, in words; nothing for facts that nobody but the park can tell."""
    keys = [f"fact-{name.replace('_', '-')}" for name in finding.missing]
    return [texts(key) for key in keys if texts.has(key)]


def _rounding(finding: Finding) -> str:
    """A value that just misses its clause is not rounded to look as if it met it."""
    if finding.verdict is not Verdict.FAILED:
        return ROUND_HALF_EVEN
    return ROUND_FLOOR if finding.clause.at_least is not None else ROUND_CEILING
