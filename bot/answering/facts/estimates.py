"""What a company would get from a subsidy, computed and put into words."""

from collections.abc import Sequence
from decimal import Decimal

from bot.answering import wording
from bot.answering.facts.clauses import condition
from bot.answering.facts.standing import counted, judged
from bot.answering.lexicon import lexicon
from bot.answering.view import View
from bot.eligibility.amounts import PERSON_MONTH, Estimate, estimates
from bot.eligibility.judging import Verdict
from bot.eligibility.profile import DAYS_A_YEAR
from bot.knowledge.kinds import Subsidy
from bot.knowledge.subsidy_values import Benefit


def computed(subsidy: Subsidy, view: View) -> list[Estimate]:
    """The amounts that profile and question are enough for."""
    return estimates(subsidy, view.profile, counted(subsidy, view))


def computed_amount(subsidy: Subsidy, view: View) -> str | None:
    """The amount for the company, as far as its profile tells."""
    found = computed(subsidy, view)
    if not found:
        return None
    yearly = [one for one in found if one.benefit.year is not None or one.benefit.per == "m2-day"]
    return wording.lines(_of_area(yearly, view) if yearly else _of_others(found, view))


def in_short(found: Sequence[Estimate], view: View) -> str:
    """All that was computed as one sum."""
    total = sum((one.in_all for one in found), Decimal(0))
    return view.texts("answer-about", amount=wording.money(view.texts, total))


def provided_that(subsidy: Subsidy, view: View) -> str | None:
    """The clauses that are still open for a company that might get the amount."""
    open_ones = judged(subsidy, view).of(Verdict.UNKNOWN)
    if not open_ones:
        return None
    clauses = view.texts("word-list-semicolon").join(condition(one.clause, view.texts) for one in open_ones)
    return view.texts("verdict-if", conditions=clauses)


def _of_area(found: Sequence[Estimate], view: View) -> list[str | None]:
    """A line a year, for the year that is asked about or all of them, and what was assumed."""
    texts = view.texts
    year = next((number for number, cue in lexicon().years if cue.search(view.folded)), None)
    asked = [one for one in found if one.benefit.year == year] or found
    capped = next((one.base for one in asked if one.is_limited), None)
    total = sum((one.yuan for one in asked), Decimal(0))
    return [
        *(_year(one, view) for one in asked),
        texts("estimate-area-all", years=len(asked), yuan=wording.plain_money(texts, total))
        if len(asked) > 1
        else None,
        texts("estimate-area-capped", area=wording.number(capped)) if capped is not None else None,
        texts("estimate-area-assumed", days=DAYS_A_YEAR),
    ]


def _year(one: Estimate, view: View) -> str:
    texts = view.texts
    return texts(
        "estimate-area" if one.benefit.year is not None else "estimate-area-any",
        year=one.benefit.year or 0,
        area=wording.number(one.base),
        rate=wording.number(one.benefit.amount or 0),
        days=DAYS_A_YEAR,
        yuan=wording.plain_money(texts, one.yuan),
    )


def _of_others(found: Sequence[Estimate], view: View) -> list[str | None]:
    shares = [_share(one, view) for one in found if one.benefit.percent is not None]
    pieces = [one for one in found if one.benefit.percent is None]
    together = None
    if len(pieces) > 1:
        monthly = all(one.benefit.per == PERSON_MONTH for one in pieces)
        total = wording.plain_money(view.texts, sum((one.yuan for one in pieces), Decimal(0)))
        together = view.texts("estimate-count-all-month" if monthly else "estimate-count-all", yuan=total)
    return [*shares, *(_pieces(one, view) for one in pieces), together]


def _share(one: Estimate, view: View) -> str:
    texts, per = view.texts, one.benefit.cap_per
    key = "estimate-percent-capped" if one.is_limited else "estimate-percent"
    return texts(
        f"{key}-per" if per else key,
        per=wording.per(texts, per) if per else "",
        base=wording.money(texts, one.base),
        percent=wording.number(one.benefit.percent or 0),
        yuan=wording.money(texts, one.yuan),
    )


def _pieces(one: Estimate, view: View) -> str:
    texts, benefit = view.texts, one.benefit
    key = "estimate-count-capped" if one.is_limited else "estimate-count"
    if benefit.per == PERSON_MONTH:
        key = "estimate-count-months" if benefit.months_max else "estimate-count-month"
    unit = f"count-{benefit.per}"
    return texts(
        key,
        label=_label(benefit, view),
        yuan=wording.plain_money(texts, one.yuan),
        count=texts(unit if texts.has(unit) else "count-other", count=int(one.base)),
        amount=wording.plain_money(texts, benefit.amount or Decimal(0)),
        months=benefit.months_max or 0,
        all=wording.plain_money(texts, one.in_all),
    )


def _label(benefit: Benefit, view: View) -> str:
    label = benefit.label.to(view.language) if benefit.label else ""
    return view.texts("estimate-count-label", label=label[:1].upper() + label[1:]) if label else ""
