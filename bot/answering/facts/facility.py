"""What can be told of a facility, one function a fact."""

import re

from bot.answering import wording
from bot.answering.facts.hours import hours
from bot.answering.facts.picking import mentioned
from bot.answering.lexicon import lexicon
from bot.answering.text import fold
from bot.answering.view import View
from bot.knowledge.kinds import Facility
from bot.knowledge.values import Charge, Quantity
from bot.languages import Language

_LASTING = re.compile(r"租期|期限|\d+ ?(?:年|个月|天)|[一二两三]年|lease|term of|\d+ (?:year|month|day)s?")


def price(facility: Facility, view: View) -> str | None:
    texts = view.texts
    parts = []
    if facility.free:
        parts.append(facility.price_note.to(view.language) if facility.price_note else texts("price-free"))
    parts += [charge(one, view) for one in _asked_first(facility.charges, view)]
    if facility.price_note and not facility.free:
        parts.append(facility.price_note.to(view.language))
    return texts("word-list-semicolon").join(parts) + texts("word-stop") if parts else None


def _asked_first(charges: list[Charge], view: View) -> list[Charge]:
    """The charge for the unit that was asked about stands first."""
    cues = lexicon().units
    return sorted(charges, key=lambda one: not (one.per in cues and cues[one.per].search(view.folded)))


def charge(one: Charge, view: View) -> str:
    texts = view.texts
    per = wording.per(texts, one.per)
    if one.free_units and one.within:
        return texts(
            "price-free-units",
            count=one.free_units,
            unit=texts(f"unit-{one.per}"),
            within=wording.per(texts, one.within),
        )
    if one.amount == 0:
        return texts("price-free-per", per=per)
    key = "price-cap" if one.cap else "price-about" if one.about else "price-per"
    return texts(key, per=per, amount=wording.money(texts, one.amount))


def place(facility: Facility, view: View) -> str | None:
    if facility.where is None:
        return None
    return view.texts("place-at", name=facility.name.to(view.language), place=facility.where.to(view.language))


def quantity(facility: Facility, view: View) -> str | None:
    """How many there are; of what was asked about, if the record counts it."""
    counted = [one for one in (*facility.quantities, *facility.equipment) if one.loan_days is None or _counts(one)]
    asked = [one for one in counted if mentioned(one.what, view.folded)]
    if lexicon().people.search(view.folded):
        asked = [one for one in counted if _holds_people(one)] or asked
    shown = asked or [one for one in facility.quantities if _counts(one)]
    return (
        wording.listed(view.texts, (amount_of(one, view) for one in shown)) + view.texts("word-stop") if shown else None
    )


def _holds_people(one: Quantity) -> bool:
    return any(lexicon().people.search(fold(text)) for text in (one.what.zh, one.what.en))


def _counts(one: Quantity) -> bool:
    return one.count is not None or one.least is not None or one.most is not None


def amount_of(one: Quantity, view: View) -> str:
    texts, what = view.texts, one.what.to(view.language)
    if one.loan_days is not None:
        return texts("quantity-loan", what=what, days=one.loan_days)
    if one.count is not None:
        return texts("quantity-count", what=what, count=_measured(wording.number(one.count), one, view))
    return texts("quantity-range", what=what, least=one.least or 0, most=_measured(str(one.most or 0), one, view))


def _measured(count: str, one: Quantity, view: View) -> str:
    """A number with its Chinese measure word."""
    return f"{count} {one.measure}" if one.measure and view.language is Language.ZH else count


def equipment(facility: Facility, view: View) -> str | None:
    asked = [one for one in facility.equipment if mentioned(one.what, view.folded)]
    shown = asked or facility.equipment
    if not shown:
        return None
    listed = wording.listed(view.texts, (amount_of(one, view) for one in shown))
    return view.texts("equipment-has", name=facility.name.to(view.language), items=listed)


def booking(facility: Facility, view: View) -> str | None:
    """How to reserve; for places with rules instead of a reservation, the rules."""
    how, texts = facility.booking, view.texts
    if how is None:
        return rules(facility, view)
    through = view.name_of_facility(how.through)
    parts = [
        texts("booking-groups", people=how.groups_over, days=how.lead_days or 0) if how.groups_over else None,
        texts("booking-lead", days=how.lead_days) if how.lead_days and not how.groups_over else None,
        texts("booking-lead-max", days=how.lead_days_max) if how.lead_days_max else None,
        texts("booking-step", minutes=how.step_minutes) if how.step_minutes else None,
        texts("booking-through", place=through) if through else None,
    ]
    return wording.lines(parts)


def duration(facility: Facility, view: View) -> str | None:
    loans = [one for one in facility.equipment if one.loan_days is not None]
    if facility.contract_months_min:
        return view.texts("duration-contract", months=facility.contract_months_min)
    lasting = [rule.to(view.language) for rule in facility.rules if _LASTING.search(rule.to(view.language))]
    if lasting:
        return view.texts("word-list-semicolon").join(lasting) + view.texts("word-stop")
    if loans:
        return "".join(amount_of(one, view) for one in loans) + view.texts("word-stop")
    return None


def frequency(facility: Facility, view: View) -> str | None:
    if not facility.runs_every:
        return None
    parts = (view.texts(f"frequency-{one.part}", minutes=one.minutes) for one in facility.runs_every)
    return wording.listed(view.texts, parts) + view.texts("word-stop")


def rules(facility: Facility, view: View) -> str | None:
    if not facility.rules:
        return None
    return view.texts("word-list-semicolon").join(rule.to(view.language) for rule in facility.rules) + view.texts(
        "word-stop"
    )


def contact(facility: Facility, view: View) -> str | None:
    """The park's phone, for the place where it rings."""
    park = view.snapshot.park
    if park is None or not park.phone or park.service_hall != facility.id:
        return None
    return view.texts("park-phone", phone=park.phone, place=facility.name.to(view.language))


def history(facility: Facility, view: View) -> str | None:
    return facility.history.to(view.language) if facility.history else None


def overview(facility: Facility, view: View) -> str:
    """What it is, then its hours, price and place; of what keeps no hours, its rules."""
    summary = facility.summary.to(view.language) if facility.summary else None
    opening = wording.week(view.texts, facility.hours) if facility.hours else None
    return wording.lines(
        [
            summary,
            view.texts("card-hours", hours=opening) if opening else None,
            view.texts("card-price", price=(price(facility, view) or "").rstrip("。."))
            if price(facility, view)
            else None,
            view.texts("card-place", place=facility.where.to(view.language)) if facility.where else None,
            None if opening else rules(facility, view),
        ]
    )


# in the order in which they count when the cues of a question fit several
FACTS = {
    "contact": contact,
    "frequency": frequency,
    "history": history,
    "rules": rules,
    "quantity": quantity,
    "equipment": equipment,
    "apply": booking,
    "duration": duration,
    "price": price,
    "place": place,
    "hours": hours,
    "when": hours,
    "overview": overview,
}
