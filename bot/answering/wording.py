"""How values are put into words: money, dates, times, units, rules of recurrence."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from bot.knowledge.hours import OpeningHours, Span, clock
from bot.knowledge.values import Text
from bot.languages import Language
from bot.messages.texts import Texts

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def money(texts: Texts, amount: Decimal) -> str:
    """An amount of yuan: `10 万元` and `2.5 元` in Chinese, `CNY 100,000` in English."""
    if texts.language is Language.ZH and amount >= 10_000 and amount % 1000 == 0:
        return texts("word-money-myriads", amount=number(amount / 10_000))
    return texts("word-money", amount=number(amount))


def plain_money(texts: Texts, amount: Decimal) -> str:
    """An amount of yuan digit by digit, as it comes out of a sum that stands beside it."""
    return texts("word-money", amount=number(amount))


def rough_money(texts: Texts, amount: Decimal) -> str:
    """An amount of yuan in few digits: whole ones from ten thousand on in myriads in Chinese, however odd."""
    if texts.language is Language.ZH and amount >= 10_000 and amount % 1 == 0:
        return texts("word-money-myriads", amount=number(amount / 10_000))
    return texts("word-money", amount=number(amount))


def number(value: Decimal | int) -> str:
    """A number without needless zeros, thousands apart."""
    text = f"{Decimal(value):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def day(texts: Texts, value: date, now: date | datetime) -> str:
    """A date with its weekday; the year only when it is another one than now's."""
    names = {"month": value.month, "day": value.day, "month_name": texts(f"word-month-{value.month}")}
    key = "word-date" if value.year == now.year else "word-date-year"
    return texts(key, **names, year=str(value.year), weekday=weekday(texts, value.weekday()))


def plain_day(texts: Texts, value: date, now: date | datetime) -> str:
    """A date without its weekday; the year only when it is another one than now's."""
    if value.year == now.year:
        return month_day(texts, value.month, value.day)
    names = {"month": value.month, "day": value.day, "month_name": texts(f"word-month-{value.month}")}
    return texts("word-day-year", **names, year=str(value.year))


def month_day(texts: Texts, month: int, day_of_month: int) -> str:
    """A day that comes every year."""
    return texts("word-month-day", month=month, day=day_of_month, month_name=texts(f"word-month-{month}"))


def weekday(texts: Texts, number_from_monday: int) -> str:
    return texts(f"word-{WEEKDAYS[number_from_monday]}")


def time_of(value: datetime) -> str:
    return value.strftime("%H:%M")


def moment(texts: Texts, value: datetime, now: datetime) -> str:
    """`12月3日（周四） 14:00`; both in the zone in which it is told."""
    return texts("when-moment", day=day(texts, value, now), time=time_of(value))


def period(texts: Texts, starts: datetime, ends: datetime, now: datetime) -> str:
    """`11月27日（周五） 13:30–17:30`; both days where it runs over several. All in the zone in which it is told."""
    first, last = day(texts, starts, now), day(texts, ends, now)
    if starts.date() == ends.date():
        return texts("when-one-day", day=first, start=time_of(starts), end=time_of(ends))
    return texts("when-days", first=first, start=time_of(starts), last=last, end=time_of(ends))


def spans(texts: Texts, values: Iterable[Span]) -> str:
    """`09:00–12:00、13:00–17:30`."""
    return listed(texts, (f"{clock(start)}–{clock(end)}" for start, end in values))


def listed(texts: Texts, items: Iterable[str]) -> str:
    """Items with the language's comma between them."""
    return texts("word-list-comma").join(items)


def items(texts: Texts, values: Iterable[Text]) -> str:
    return listed(texts, (value.to(texts.language) for value in values))


def lines(parts: Iterable[str | None]) -> str:
    return "\n".join(part for part in parts if part)


def week(texts: Texts, hours: OpeningHours) -> str:
    """The whole week, days with the same hours together, closed days last."""
    if hours.always:
        return texts("hours-always")
    groups: list[tuple[list[int], tuple[Span, ...]]] = []
    for number_of_day, open_spans in enumerate(hours.week):
        for days, same in groups:
            if same == open_spans and (days[-1] == number_of_day - 1):
                days.append(number_of_day)
                break
        else:
            groups.append(([number_of_day], open_spans))
    opened = [f"{_days(texts, days)} {spans(texts, value)}" for days, value in groups if value]
    closed = [_days(texts, days) for days, value in groups if not value]
    if closed:
        opened.append(texts("hours-closed-days", days=listed(texts, closed)))
    return texts("word-list-semicolon").join(opened)


def _days(texts: Texts, days: list[int]) -> str:
    if len(days) == 7:
        return texts("word-every-day")
    if days == [5, 6]:
        return texts("word-weekends")
    if len(days) <= 2:
        return listed(texts, (weekday(texts, day) for day in days))
    return texts("word-day-range", first=weekday(texts, days[0]), last=weekday(texts, days[-1]))


_RULE_DAY = re.compile(r"([+-]?\d*)(MO|TU|WE|TH|FR|SA|SU)")
_RULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def recurrence(texts: Texts, rrule: str) -> str:
    """A rule of weeks or of months by weekday in words; empty for rules of other forms."""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    days = _RULE_DAY.findall(parts.get("BYDAY", ""))
    names = listed(texts, (weekday(texts, _RULE_DAYS.index(name)) for _, name in days))
    if not days or set(parts) - {"FREQ", "INTERVAL", "BYDAY", "WKST"}:
        return ""
    interval = int(parts.get("INTERVAL", "1"))
    if parts.get("FREQ") == "WEEKLY":
        return (
            texts("word-every-week", days=names)
            if interval == 1
            else texts("word-every-weeks", weeks=interval, days=names)
        )
    if parts.get("FREQ") == "MONTHLY" and interval == len(days) == 1 and days[0][0] in {"1", "2", "3", "4", "-1"}:
        return texts(f"word-monthly-{days[0][0].replace('-1', 'last')}", day=names)
    return ""


def per(texts: Texts, unit: str) -> str:
    """`per hour`; a unit that the message files do not have is shown as it is."""
    key = f"per-{unit}"
    return texts(key) if texts.has(key) else texts("per-other", unit=unit)
