"""What a subsidy gives, as its record says: amounts, shares, and the limits of both."""

from decimal import Decimal

from bot.answering import wording
from bot.answering.facts.estimates import computed, computed_amount, provided_that
from bot.answering.facts.picking import mentioned
from bot.answering.facts.standing import is_known
from bot.answering.facts.verdict import is_refused, park_decides, verdict
from bot.answering.lexicon import lexicon
from bot.answering.view import View
from bot.knowledge.kinds import Subsidy
from bot.knowledge.subsidy_values import Benefit


def amount(subsidy: Subsidy, view: View) -> str | None:
    """What it gives; computed for the company where its profile is enough."""
    if not subsidy.benefits:
        return None
    if is_refused(subsidy, view):
        others = view.texts("benefit-others", told=rule(subsidy, view))
        return wording.lines([verdict(subsidy, view, others)])
    told = computed_amount(subsidy, view)
    # a sum by area or count says what it is made of; a share does not say of what, nor up to where
    is_said = told and all(one.benefit.percent is None for one in computed(subsidy, view))
    provided = provided_that(subsidy, view) if told or is_known(view) else None
    decides = park_decides([subsidy], view) if told or provided else None
    return wording.lines([told, None if is_said else rule(subsidy, view), provided, decides])


def rule(subsidy: Subsidy, view: View) -> str:
    """What it gives to anybody."""
    asked = [one for one in subsidy.benefits if one.label and mentioned(one.label, view.folded)]
    rest = [one for one in subsidy.benefits if one not in asked]
    told = view.texts("word-list-semicolon").join(benefit(one, view) for one in (*asked, *rest))
    return told + view.texts("word-stop") + limits(subsidy.benefits[0], view)


def benefit(one: Benefit, view: View) -> str:
    texts = view.texts
    label = one.label.to(view.language) if one.label else ""
    if one.year is not None:
        label = texts("benefit-year", year=one.year)
    if one.percent is not None:
        text = texts("benefit-percent", percent=wording.number(one.percent), of=_cost(one, view))
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


def _cost(one: Benefit, view: View) -> str:
    if one.of_text is not None:
        return one.of_text.to(view.language)
    key = f"cost-{one.of}"
    return view.texts(key) if view.texts.has(key) else one.of or ""


def limits(one: Benefit, view: View) -> str:
    texts = view.texts
    parts = [
        texts("benefit-area-cap", area=one.area_cap) if one.area_cap else "",
        texts("benefit-years", years=one.years) if one.years else "",
        texts("benefit-months-max", months=one.months_max) if one.months_max else "",
        texts("benefit-count-max", count=one.count_max) if one.count_max else "",
    ]
    return "".join(parts)


def cap(subsidy: Subsidy, view: View) -> str | None:
    """The most that it gives: a limit, else a sum that has none because it is always the same."""
    texts = view.texts
    for one in subsidy.benefits:
        if one.area_cap and lexicon().area.search(view.folded):
            return texts("benefit-area-cap", area=one.area_cap).strip()
        if one.cap is not None:
            key = "cap-per" if one.cap_per else "cap"
            return texts(key, cap=wording.money(texts, one.cap), per=wording.per(texts, one.cap_per or "once"))
    if not subsidy.benefits:
        return None
    fixed = all(one.amount is not None for one in subsidy.benefits)
    return limits(subsidy.benefits[0], view).strip() or (rule(subsidy, view) if fixed else None)


def quantity(subsidy: Subsidy, view: View) -> str | None:
    """How many at most (booths, graduates), where the record counts."""
    most = [one.count_max for one in subsidy.benefits if one.count_max]
    return view.texts("benefit-count-max", count=most[0]).strip() if most else None


def most_in_short(subsidy: Subsidy, view: View) -> str:
    """The most that it gives, within what or for what; its share where there is no limit."""
    top = max(subsidy.benefits, key=lambda one: one.cap or one.amount or Decimal(0), default=None)
    if top is None:
        return ""
    yuan = top.cap or top.amount
    if yuan is None:
        return f"{wording.number(top.percent or 0)}%"
    told, unit = wording.money(view.texts, yuan), top.cap_per if top.cap else top.per
    if unit in {None, "once"}:
        return view.texts("answer-up-to", amount=told)
    return view.texts("answer-up-to-per", amount=told, per=wording.per(view.texts, unit or ""))
