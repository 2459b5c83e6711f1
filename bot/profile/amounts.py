"""Typed amounts: 300万, 3 million, 120 平, 大概 14 个人."""

import re
from decimal import Decimal

from bot.answering.described import times_a_year
from bot.answering.described_words import A_YEAR, LESS, MORE
from bot.answering.numbers import DIGITS, UNITS, number
from bot.answering.when_words import ENGLISH_NUMBERS
from bot.patterns import later
from bot.profile.errors import UnclearError

LEAST_PLAIN = 10_000
"""A smaller sum that nobody gave a unit may be one of thousands or of myriads."""
MOST = {"money": Decimal(10**11), "area": Decimal(10**7), "count": Decimal(10**7)}

_BOUNDED = later(rf"{LESS}|{MORE}|至少|最多|以[上下内]|at (?:least|most)|up to")
_FOREIGN = later(
    r"美元|美金|美刀|刀$|欧元|港[币元]|日元|英镑|\b(?:usd|eur|hkd|gbp|jpy|dollars?|euros?|pounds?)\b|[$€£]"
)
_ZERO = later(
    r"(?:目前|现在|我们|暂时?|都?还)*(?:是|为)?(?:零|无|没有?|没用)(?:有|呢|的|过|开始|产生|任何|收入|营收|投入|花费|员工|云|资源)*"
    r"|(?:we have |there is |it is )?(?:no|none|nothing|zero|nil)(?: \w+){0,2}?(?: yet| so far)?"
)
# words with a numeral in them that count nothing
_NO_NUMBER = (
    "一共|统一|" + "|".join(cue for _, cue in A_YEAR) + r"|(?:去|今|每|全|一|前)年|最近一年|(?:a|per|last|this) year"
)
_UNIT = "|".join(sorted((re.escape(unit) for unit in UNITS), key=len, reverse=True))
_NAMED_UNIT = r"元|块钱?|人民币|rmb|cny|yuan"
_SQUARE = r"平方米|平方|平米|平|m2|sqm|sq\.? ?m|square met(?:er|re)s?"
_HEADS = r"个?人|名|位|口|个(?:员工|同事|伙伴)?|people|persons?|employees|staff|heads?|of us"
_LEAD = r"[^\d一二两三四五六七八九十百千零半]{0,16}?"
_TAIL = r"(?:左右|上下|的?样子|差不多|多|吧|了|的|呢|一共|in total|or so|/年|/yr|[\s.,!。，！~])*"
_AMOUNT = later(
    rf"(?P<lead>{_LEAD})(?<![\d-])(?P<n>{DIGITS}|\b(?:{'|'.join(ENGLISH_NUMBERS)})\b)\s*"
    rf"(?:(?P<unit>{_UNIT})(?:(?<=[万千亿])(?P<rest>[\d一二三四五六七八九](?!\d))|(?![a-z\d])))?[多来余几]?\s*(?P<tail>.*)"
)


def money(folded: str) -> Decimal:
    """Yuan a year; raises UnclearError."""
    if _FOREIGN.search(folded):
        raise UnclearError("currency")
    amount, unit, tail = _amount(folded, "money")
    bare = re.sub(_NAMED_UNIT, "", tail)
    _demand_nothing_else(bare, "money")
    times = times_a_year(folded)
    if 0 < amount < LEAST_PLAIN and not unit and bare == tail and times == 1 and "¥" not in folded:
        raise UnclearError("small-money")
    return _within(amount * times, "money")


def area(folded: str) -> Decimal:
    """Square metres, more than none; raises UnclearError."""
    amount, _, tail = _amount(folded, "area")
    _demand_nothing_else(re.sub(_SQUARE, "", tail), "area")
    if not amount:
        raise UnclearError("area")
    return _within(amount, "area")


def count(folded: str) -> int:
    """Raises UnclearError."""
    amount, _, tail = _amount(folded, "count")
    _demand_nothing_else(re.sub(_HEADS, "", tail), "count")
    if amount != int(amount):
        raise UnclearError("count")
    return int(_within(amount, "count"))


def _amount(folded: str, sort: str) -> tuple[Decimal, str, str]:
    """The number with its unit counted in, the unit, and what is said after it."""
    if _ZERO.fullmatch(folded):
        return Decimal(0), "", ""
    if _BOUNDED.search(folded):
        raise UnclearError("bound")
    match = _AMOUNT.fullmatch(re.sub(_NO_NUMBER, " ", folded).strip())
    found = number(match["n"]) if match else None
    if match is None or found is None:
        raise UnclearError(sort, is_nothing_like_it=not re.search(r"\d", folded))
    times = UNITS[match["unit"]] if match["unit"] else 1
    rest = number(match["rest"]) or 0 if match["rest"] else 0  # 3万6 is 36,000
    return found * times + rest * Decimal(times) / 10, match["unit"] or "", match["tail"]


def _demand_nothing_else(tail: str, sort: str) -> None:
    if not re.fullmatch(_TAIL, tail):
        raise UnclearError(sort)


def _within(amount: Decimal, sort: str) -> Decimal:
    if amount > MOST[sort]:
        raise UnclearError(sort)
    return amount.normalize() if amount != amount.to_integral_value() else Decimal(int(amount))
