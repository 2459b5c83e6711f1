"""What a question says of the asker's own company: "we moved in half a year ago", "revenue 3 million"."""

import re
from decimal import Decimal
from typing import Any

from bot.answering.described_words import A_YEAR, AGE, AMOUNTS, AREA, FLAGS, MONTHS, RATIO
from bot.answering.lexicon import lexicon
from bot.answering.numbers import UNITS, number

MOST_YEARS = 100
"""A larger number before 年 is that of a year: 2021年."""
LEAST_YUAN = 100


def described_in(folded: str) -> dict[str, Any]:
    """Facts of a profile (names as in bot.eligibility) that the question states; money in yuan."""
    found: dict[str, Any] = {}
    for fact, patterns in MONTHS.items():
        if (months := _months(patterns, folded)) is not None:
            found[fact] = Decimal(months) / 12 if fact == "company_age_years" else months
    for fact, patterns in AMOUNTS.items():
        if (amount := _amount(patterns, folded)) is not None:
            found[fact] = amount * times_a_year(folded) if fact == "annual_cloud_spend" else amount
    if match := re.search(RATIO, folded):
        found["rd_share_of_revenue_percent"] = _shifted(Decimal(match["n"]), Decimal("0.1"), match)
        found.pop("rd_spend", None)
    if (match := re.search(AREA, folded)) and (area := number(match["n"])):
        found["area_m2"] = area
    if "company_age_years" not in found and (match := re.search(AGE, folded)):
        found["person_age"] = int(match["n"] or match["m"] or match["k"])
    return found | _flags(folded)


def _flags(folded: str) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for fact, value, pattern in FLAGS:
        if fact not in found and re.search(pattern, folded):
            found[fact] = value
    if (named := re.search(r"注册地?址?在(\w{2})", folded)) and named[1] in lexicon().places:
        found["registered_in_park"] = False
    return found


def _first(patterns: tuple[str, ...], folded: str) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := re.search(pattern, folded))), None)


def _months(patterns: tuple[str, ...], folded: str) -> int | None:
    match = _first(patterns, folded)
    count = number(match["n"]) if match else None
    if match is None or count is None or count > MOST_YEARS:
        return None
    count += Decimal("0.5") if match["half"] else 0
    if match["year"]:
        count = count * 12 + (6 if match["odd"] else 0) + (number(match["rest"] or "") or 0)
    if match["over"] or match["plus"]:
        return int(count) + 1
    return int(_shifted(count, Decimal(1), match))


def _amount(patterns: tuple[str, ...], folded: str) -> Decimal | None:
    match = _first(patterns, folded)
    count = number(match["n"]) if match else None
    if match is None or count is None:
        return None
    amount = count * UNITS.get(match["unit"] or "", 1)
    return _shifted(amount, amount / 100, match) if amount >= LEAST_YUAN else None


def _shifted(value: Decimal, by: Decimal, match: re.Match[str]) -> Decimal:
    """A little less than what somebody says that they have "less than" of, a little more likewise."""
    groups = match.groupdict()
    return value - by if groups.get("less") else value + by if groups.get("more") else value


def times_a_year(folded: str) -> int:
    """How often a year a cost comes that the words tell of."""
    return next((times for times, cue in A_YEAR if re.search(cue, folded)), 1)
