"""A subsidy's clauses in words, and the company's own value beside each."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from bot.eligibility import Finding, Verdict
from bot.knowledge.values import Clause
from bot.languages import Language
from bot.messages.texts import Texts

MONEY_FACTS = frozenset({"annual_cloud_spend", "revenue", "rd_spend", "cost"})


def condition(clause: Clause, texts: Texts) -> str:
    """A clause in words; for facts that the message files do not know, its own text."""
    if clause.text is not None:
        return clause.text.to(texts.language)
    key = f"clause-{clause.fact.replace('_', '-')}"
    value = clause.at_least if clause.at_least is not None else clause.at_most
    if clause.equals is False:
        key += "-not"
    if not texts.has(key):
        return clause.fact.replace("_", " ")
    return texts(key, value=_readable(clause.fact, value, texts)) if value is not None else texts(key)


def _readable(fact: str, value: Decimal, texts: Texts) -> str:
    """A clause's number as people read it; money in wan where Chinese does."""
    if fact in MONEY_FACTS and texts.language is Language.ZH and value >= 10_000:
        return f"{(Decimal(value) / 10_000).normalize():,f} 万"
    return f"{Decimal(value):,f}".rstrip("0").rstrip(".") if "." in f"{Decimal(value):f}" else f"{Decimal(value):,f}"


def value_of(finding: Finding, texts: Texts) -> str:
    """The company's own value beside a clause."""
    if isinstance(finding.value, bool):
        return texts("clause-value-yes" if finding.value else "clause-value-no")
    rounded = Decimal(finding.value).quantize(Decimal("0.1"), _rounding(finding))
    value = _readable(finding.clause.fact, rounded, texts)
    return f"{value}%" if finding.clause.fact.endswith("_percent") else value


def _rounding(finding: Finding) -> str:
    """A value that just misses its clause is not rounded to look as if it met it."""
    if finding.verdict is not Verdict.FAILED:
        return ROUND_HALF_EVEN
    return ROUND_FLOOR if finding.clause.at_least is not None else ROUND_CEILING
