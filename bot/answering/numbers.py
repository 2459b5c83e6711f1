"""Numbers as people type them: 3,000, 三百五, half a, and the words that multiply them."""

from decimal import Decimal

from bot.answering.when_words import CHINESE_NUMBERS, ENGLISH_NUMBERS

DIGITS = r"\d[\d,]{0,14}(?:\.\d{1,4})?|[一二两三四五六七八九十百千零]{1,8}|半"
_CHINESE_UNITS = {"亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000}
_ENGLISH_UNITS = {"billion": 10**9, "bn": 10**9, "million": 10**6, "mn": 10**6, "m": 10**6, "thousand": 1000}
UNITS = {**_CHINESE_UNITS, **_ENGLISH_UNITS, "w": 10**4, "k": 1000}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def number(text: str) -> Decimal | None:
    """The number that DIGITS or an English word found; None for what is none."""
    text = text.replace(",", "")
    if text in {"半", "half a"}:
        return Decimal("0.5")
    if text in ENGLISH_NUMBERS:
        return Decimal(ENGLISH_NUMBERS[text])
    return Decimal(text) if text[:1].isdecimal() else _chinese(text)


def _chinese(text: str) -> Decimal | None:
    """A number below ten thousand in Chinese digits: 三百五十, for which 三百五 is said as well."""
    total = digit = 0
    last = 1
    for character in text:
        if place := _PLACES.get(character):
            total += (digit or 1) * place
            digit, last = 0, place // 10
        elif character == "零":
            last = 1
        else:
            digit = CHINESE_NUMBERS.get(character, 0)
    total += digit * last
    return Decimal(total) if total else None
