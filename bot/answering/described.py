"""What a question says of the asker's own company: "we moved in half a year ago", "revenue 3 million"."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from bot.answering.when_words import chinese_number

_NUMBER = (
    r"(?P<n>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十]+|半|half a|a|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_MONEY = rf"{_NUMBER}\s*(?P<unit>亿|千万|百万|万|w|k|million|m|thousand)?"
_TIME = rf"{_NUMBER}\s*(?P<half>半)?\s*(?P<unit>个?月|年(?P<more>半)?|months?|years?)"
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "a": 1,
}
_UNITS = {
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "万": 10**4,
    "w": 10**4,
    "k": 1000,
    "million": 10**6,
    "m": 10**6,
    "thousand": 1000,
}

_MOVED_IN = (
    r"(?:入驻|搬进来|搬来|进驻|住进来|moved in|been here|been in the park|tenants? for|been tenants?)"
    r"(?:了|刚满|满|已经|才|不到|有|刚)*"
)
_FOUNDED = r"(?:成立|创办|创立|founded|started|established|set up|(?:company|startup|firm) is)"

# lengths of time: the first pattern that fits counts
_MONTHS = {
    "tenant_months": (rf"{_MOVED_IN}\D{{0,8}}?{_TIME}", rf"{_TIME}(?:前)?(?:入驻|搬)"),
    "social_insurance_months": (rf"(?:社保|social insurance)\D{{0,12}}{_TIME}",),
    "contract_months": (rf"(?:合同|contracts?)\D{{0,10}}{_TIME}",),
    "company_age_years": (rf"{_FOUNDED}\D{{0,8}}?{_TIME}", rf"{_TIME}\s*old\b"),
}
_SPENT = r"(?:花了?|费用|付了|账单|报价|利息|cost|spent|paid|bill|invoice|fee)"
_CLOUD = r"(?:云(?:资源|服务|服务器)?(?:账单|支出|费用?|开销|花费|上花)|cloud (?:bill|spend(?:ing)?|costs?))"
_RD = r"(?:研发(?:投入|费用?|支出|花了?)|r&d (?:spend(?:ing)?|costs?|expenses?))"
_AMOUNTS = {
    "revenue": rf"(?:营收|营业收入|收入|年收入|销售额|revenue|turnover|sales)\D{{0,10}}{_MONEY}",
    "annual_cloud_spend": rf"{_CLOUD}\D{{0,12}}{_MONEY}",
    "rd_spend": rf"{_RD}\D{{0,8}}{_MONEY}(?!\s*%|\d)",
    "cost": rf"{_SPENT}(?:是|大概|大约|一共|了|was|of|is|about|around|\s)*{_MONEY}\s*(?:元|块|rmb|yuan|cny)?",
}
_RATIO = re.compile(r"(?:研发|r&d)\D{0,12}(?P<n>\d+(?:\.\d+)?)\s*%")
_AREA = re.compile(r"(?P<n>\d+(?:\.\d+)?)\s*(?:平方米|平方|平米|平|m2|sqm|square met(?:er|re)s?)")
_AGE = re.compile(r"(?P<n>\d{2})\s*岁|\b(?P<m>\d{2})\s*(?:years old|year-old|yo)\b|\baged? (?P<k>\d{2})\b")
_FLAGS: tuple[tuple[str, bool, str], ...] = (
    (
        "registered_in_park",
        False,
        r"(?:没有?|不)(?:在园区|把)?注册|注册在[外别]|not registered|registered elsewhere",
    ),
    ("registered_in_park", True, r"注册在园区|已?在园区注册|registered in the park"),
    ("passed_mentoring_review", False, r"没有?(?:通过|过)(?:导师|评审)|评审没过"),
    ("passed_mentoring_review", False, r"(?:n't|not|without) (?:yet )?pass(?:ed|ing)? the (?:mentoring )?review"),
    (
        "passed_mentoring_review",
        True,
        r"过了?(?:导师|评审)|评审(?:过了|通过)|\bpassed the (?:mentoring )?review",
    ),
    ("first_recognition", False, r"(?:重新|再次|第二次|复审|到期重新)认定|re-?recogni|second time|renew"),
    ("first_recognition", True, r"首次认定|第一次认定|first recogni|first time"),
)


def described_in(folded: str) -> dict[str, Any]:
    """Facts of a profile (names as in bot.eligibility) that the question states; money in yuan."""
    found: dict[str, Any] = {}
    for fact, patterns in _MONTHS.items():
        if months := _months(patterns, folded):
            found[fact] = Decimal(months) / 12 if fact == "company_age_years" else months
    for fact, pattern in _AMOUNTS.items():
        if (match := re.search(pattern, folded)) and (amount := _amount(match)) is not None:
            found[fact] = amount
    if match := _RATIO.search(folded):
        found["rd_share_of_revenue_percent"] = Decimal(match["n"])
        found.pop("rd_spend", None)
    if match := _AREA.search(folded):
        found["area_m2"] = Decimal(match["n"])
    if match := _AGE.search(folded):
        found["person_age"] = int(match["n"] or match["m"] or match["k"])
    for fact, value, pattern in _FLAGS:
        if fact not in found and re.search(pattern, folded):
            found[fact] = value
    return found


def _number(text: str) -> Decimal | None:
    text = text.replace(",", "")
    if text in {"半", "half a"}:
        return Decimal("0.5")
    if text in _WORDS:
        return Decimal(_WORDS[text])
    if text[0].isdigit():
        return Decimal(text)
    value = chinese_number(text)
    return Decimal(value) if value is not None else None


def _amount(match: re.Match[str]) -> Decimal | None:
    number = _number(match["n"])
    unit = _UNITS.get(match["unit"] or "", 1)
    if number is None or (unit == 1 and number < 100):
        return None
    return number * unit


def _months(patterns: Iterable[str], folded: str) -> int | None:
    for pattern in patterns:
        match = re.search(pattern, folded)
        number = _number(match["n"]) if match else None
        if match and number is not None:
            months = number * 12 if match["unit"].startswith(("年", "year")) else number
            return int(months + (6 if match["more"] else 0))
    return None
