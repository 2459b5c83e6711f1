"""What a question says of the asker's own company: "we moved in half a year ago", "revenue 3 million"."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from bot.answering.described_days import SAYINGS, days_in
from bot.answering.described_sense import sector_in, sensible
from bot.answering.described_words import A_YEAR, AGE, AMOUNTS, AREA, EMPLOYEES, FLAGS, MONTHS, NUMBER_WORDS, RATIO
from bot.answering.lexicon import lexicon
from bot.answering.numbers import UNITS, number
from bot.knowledge.kinds import Park

N = TypeVar("N", int, Decimal)
Span = tuple[int, int]
MOST_YEARS = 100
"""A larger number before 年 is that of a year: 2021年."""
LEAST_YUAN = 100


def described_in(folded: str, park: Park | None = None, today: date | None = None) -> dict[str, Any]:
    """Facts of a profile (names of bot.knowledge.criteria) that the question states; money in yuan.

    Days are understood as seen from `today`, lines of business as sectors of the `park`. What it states in two
    ways that differ, and what cannot be, is left out.
    """
    found: dict[str, Any] = {}
    for fact, patterns in MONTHS.items():
        found[fact] = _agreed(map(_months, _matches(patterns, folded)))
    if found["company_age_years"] is not None:
        found["company_age_years"] = Decimal(found["company_age_years"]) / 12
    times = times_a_year(folded)
    for fact, patterns in AMOUNTS.items():
        amount = _agreed(map(_amount, _matches(patterns, folded)))
        found[fact] = amount * times if amount is not None and fact == "annual_cloud_spend" else amount
    found["rd_share_of_revenue_percent"] = _agreed(map(_share, _matches((RATIO,), folded)))
    if found["rd_share_of_revenue_percent"] is not None:
        found["rd_spend"] = None
    found["area_m2"] = _agreed(_number(match) for match in _matches((AREA,), folded))
    found["employees"] = _agreed(_number(match) for match in _matches(EMPLOYEES, folded))
    if found["company_age_years"] is None:
        found["person_age"] = _agreed(map(_age, _matches((AGE,), folded)))
    found |= days_in(folded, today) if today else {}
    return sensible(found | _flags(folded) | {"sector": sector_in(folded, park)})


def described_at(folded: str) -> list[Span]:
    """Where the question states something of the company, whatever it states."""
    patterns = (
        *(pattern for patterns in (*MONTHS.values(), *AMOUNTS.values()) for pattern in patterns),
        *(pattern for _, _, pattern in FLAGS),
        *(pattern for _, pattern in SAYINGS),
        *(RATIO, AREA, AGE, *EMPLOYEES),
    )
    return [match.span() for match in _matches(patterns, folded)]


def _matches(patterns: Iterable[str], folded: str) -> Iterator[re.Match[str]]:
    return (match for pattern in patterns for match in re.finditer(pattern, folded))


def _agreed(values: Iterable[N | None]) -> N | None:
    """The one value that is stated, None where there are several or none."""
    stated = {value for value in values if value is not None}
    return stated.pop() if len(stated) == 1 else None


def _flags(folded: str) -> dict[str, bool | None]:
    """What is stated as so or not so; a yes within the words of a no ("not registered") is part of it."""
    spans: dict[str, dict[bool, list[Span]]] = {}
    for fact, value, pattern in FLAGS:
        held = spans.setdefault(fact, {True: [], False: []})[value]
        held += [match.span() for match in re.finditer(pattern, folded)]
    named = re.search(r"注册地?址?在(\w{2})", folded)
    if named and named[1] in lexicon().places:
        spans["registered_in_park"][False].append(named.span())
    return {fact: _stated(found[True], found[False]) for fact, found in spans.items()}


def _stated(yes: list[Span], no: list[Span]) -> bool | None:
    own = [span for span in yes if not any(start < span[1] and span[0] < end for start, end in no)]
    if own and no:
        return None
    return True if own else False if no else None


def _months(match: re.Match[str]) -> int | None:
    count = number_in(match["n"])
    if count is None or count > MOST_YEARS:
        return None
    count += Decimal("0.5") if match["half"] else 0
    if match["year"]:
        count = count * 12 + (6 if match["odd"] else 0) + (number_in(match["rest"] or "") or 0)
    if match["over"] or match["plus"]:
        return int(count) + 1
    return int(_shifted(count, Decimal(1), match))


def _amount(match: re.Match[str]) -> Decimal | None:
    count = number_in(match["n"])
    if count is None:
        return None
    amount = count * UNITS.get(match["unit"] or "", 1)
    return _shifted(amount, amount / 100, match) if amount >= LEAST_YUAN else None


def _share(match: re.Match[str]) -> Decimal:
    return _shifted(Decimal(match["n"]), Decimal("0.1"), match)


def _number(match: re.Match[str]) -> Decimal | None:
    return number_in(match["n"])


def _age(match: re.Match[str]) -> int:
    return int(match["n"] or match["m"] or match["k"] or match["j"])


def _shifted(value: Decimal, by: Decimal, match: re.Match[str]) -> Decimal:
    """A little less than what somebody says that they have "less than" of, a little more likewise."""
    groups = match.groupdict()
    return value - by if groups.get("less") else value + by if groups.get("more") else value


def times_a_year(folded: str) -> int:
    """How often a year a cost comes that the words tell of."""
    return next((times for times, cue in A_YEAR if re.search(cue, folded)), 1)


def number_in(text: str) -> Decimal | None:
    """A number in digits or words, None for what is none."""
    return Decimal(NUMBER_WORDS[text]) if text in NUMBER_WORDS else number(text)
