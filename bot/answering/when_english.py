"""Days as English names them: next Friday, the last Friday of December, in two weeks, by the end of the month."""

import re
from collections.abc import Iterator
from datetime import date

from bot.answering.moment import DAY
from bot.answering.when_days import (
    LAST,
    Found,
    Made,
    Rule,
    ahead,
    coming,
    coming_nth_weekday,
    dated,
    day_of_month,
    in_days,
    later_year,
    month,
    named_month,
    nth_weekday,
    on,
    rule,
    third,
    weekday,
    weekdays,
    weekend,
    weeks,
    whole_year,
    within,
    year_end,
)
from bot.answering.when_words import MONTH_WORDS, WEEKDAYS_EN, number_of
from bot.patterns import later

_MONTH = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_PLAIN_MONTH = "|".join(sorted(MONTH_WORDS.keys() - {"may", "march", "mar"}, key=len, reverse=True))
_DAY = "|".join(sorted(WEEKDAYS_EN, key=len, reverse=True))
_PLAIN_DAY = "|".join(sorted(WEEKDAYS_EN.keys() - {"sat", "sun"}, key=len, reverse=True))
_TO = r"\s*(?:to|through|thru|till|until|and|or|&|-|–|,)\s*"
_DATE = r"(?P<d>\d{1,2})"
_OF_YEAR = r"(?:,? (?P<y>20\d\d)\b)?"
_COUNT = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_UNITS = {"day": 1, "week": 7, "fortnight": 14}
_NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": LAST}
_THIRD = {"early": "early", "beginning of": "early", "mid": "mid", "middle of": "mid", "late": "late", "end of": "end"}
_NO_DATE = (
    r"(?! ?(?:floors?|levels?|store?y|buildings?|blocks?|lines?|rows?|time|party|people|persons?|of us|companies))"
)
"""What stands after a number that is no date: on the 3rd floor, may 5 people."""


def _year(match: re.Match[str]) -> int | None:
    return int(match["y"]) if match["y"] else None


def _date(match: re.Match[str], today: date) -> Found | None:
    return dated(today, MONTH_WORDS[match["mon"]], int(match["d"]), _year(match))


def _iso(match: re.Match[str], today: date) -> Found | None:
    return dated(today, int(match["m"]), int(match["d"]), int(match["y"]))


def _month_of(match: re.Match[str], today: date) -> Found | None:
    """The month that `mon` names, or "next month"; this one for others."""
    named = match["mon"]
    if named in MONTH_WORDS:
        return named_month(today, MONTH_WORDS[named], _year(match))
    return month(today, 1 if named.startswith("next") else 0)


def _nth(match: re.Match[str], today: date) -> Found | None:
    number, name = _NTH[match["nth"]], WEEKDAYS_EN[match["day"]]
    if match["mon"] in {"month", "every month", "each month"}:
        return coming_nth_weekday(today, number, name)
    return nth_weekday(_month_of(match, today), number, name)


def _third(match: re.Match[str], today: date) -> Found | None:
    return third(_month_of(match, today), _THIRD[match["third"]])


def _several_weekdays(match: re.Match[str], today: date) -> Found:
    numbers = [WEEKDAYS_EN[name] for name in re.findall(_DAY, match["days"])]
    return weekdays(today, numbers, _week(match["which"]))


def _one_weekday(match: re.Match[str], today: date) -> Found | None:
    number = WEEKDAYS_EN[match["day"]]
    if match["which"] == "last ":
        return on(today - ((today.weekday() - number - 1) % 7 + 1) * DAY)
    return weekday(today, number, _week(match["which"]))


def _week(which: str | None) -> int | None:
    return {"this": 0, "next": 1}.get((which or "").split(" ")[0])


def _counted(match: re.Match[str]) -> tuple[int, int]:
    return number_of(match["n"]), _UNITS[match["unit"]]


def _dates() -> Iterator[Rule]:
    yield rule(rf"\b(?P<y>20\d\d)[-/.](?P<m>\d{{1,2}})[-/.]{_DATE}\b", _iso)
    yield rule(
        rf"\b(?P<nth>{'|'.join(_NTH)}) (?P<day>{_DAY}) (?:of|in) (?:the )?"
        rf"(?P<mon>(?:this|next|every|each) month|month|{_MONTH})\b{_OF_YEAR}",
        _nth,
    )
    yield rule(rf"\b(?P<mon>{_MONTH})\.? (?:the )?{_DATE}(?:st|nd|rd|th)?\b(?![:.]\d){_NO_DATE}{_OF_YEAR}", _date)
    yield rule(rf"\b{_DATE}(?:st|nd|rd|th)? (?:of )?(?P<mon>{_MONTH})\b{_OF_YEAR}", _date)
    yield rule(
        rf"\b(?P<third>{'|'.join(_THIRD)})[ -](?:the )?"
        rf"(?P<mon>(?:this|next) month|month|{_MONTH})\b{_OF_YEAR}",
        _third,
    )
    yield rule(
        r"\bend of (?:the |this |(?P<next>next ))?year\b",
        lambda match, today: year_end(today.year + bool(match["next"])),
    )
    yield rule(r"\bchristmas eve\b", coming(12, 24))
    yield rule(r"\b(?:christmas|xmas)(?: day)?\b", coming(12, 25))
    yield rule(r"\bnew year'?s eve\b", coming(12, 31))


def _relative() -> Iterator[Rule]:
    yield rule(r"\bday after tomorrow\b", ahead(2))
    yield rule(r"\btomorrow\b|\btmrw?\b", ahead(1))
    yield rule(r"\btoday\b|\btonight\b|\bthis (?=morning|afternoon|evening)", ahead(0))
    yield rule(r"\byesterday\b", ahead(-1))


def _weeks() -> Iterator[Rule]:
    which = r"(?P<which>this |next |on |coming |last |every )?"
    yield rule(rf"\b{which}(?P<days>(?:{_DAY})s?(?:{_TO}(?:{_DAY})s?)+)\b", _several_weekdays)
    yield rule(
        rf"\b{which}(?:weekdays?|workdays?)\b", lambda match, today: weekdays(today, [0, 4], _week(match["which"]))
    )
    yield rule(rf"\b(?P<day>{_PLAIN_DAY}),? (?:of )?(?P<which>this|next) week\b", _one_weekday)
    yield rule(rf"\b{which}(?P<day>{_PLAIN_DAY})s?\b", _one_weekday)
    yield rule(r"\b(?P<which>this |next |on |coming |last |every )(?P<day>sat|sun)\b", _one_weekday)
    yield rule(
        r"(?<!the )\b(?P<which>)(?P<day>sat|sun)\b(?=\W*$| (?:at|morning|afternoon|evening|night)\b)", _one_weekday
    )
    yield rule(r"\b(?P<which>this |next )?weekends?\b", lambda match, today: weekend(today, _week(match["which"]) or 0))
    yield rule(r"\bweek after next\b", weeks(2))
    yield rule(r"\bnext week\b", weeks(1))
    yield rule(r"\blast week\b", weeks(-1))
    yield rule(r"\bthis week\b", weeks(0))


def _months() -> Iterator[Rule]:
    yield rule(r"\bnext month\b", lambda _match, today: month(today, 1))
    yield rule(r"\blast month\b", lambda _match, today: month(today, -1))
    yield rule(r"\bthis month\b", lambda _match, today: month(today))
    yield rule(
        rf"(?:\b(?:in|for|during|of|next|this) |(?<=\bbefore )|(?<=\bby ))(?P<mon>{_MONTH})\b{_OF_YEAR}(?! \d)",
        _month_of,
    )
    yield rule(rf"\b(?P<mon>{_PLAIN_MONTH})\b{_OF_YEAR}", _month_of)


def _counts() -> Iterator[Rule]:
    unit = r"(?P<unit>day|week|fortnight)s?"
    yield rule(
        rf"\b(?:next|coming|within|within the next) {_COUNT} {unit}\b",
        lambda match, today: within(today, *_counted(match)),
    )
    yield rule(r"\b(?:next|coming) (?:few )?days\b", lambda _match, today: within(today, 1, 7))
    yield rule(rf"\bin {_COUNT} {unit}\b", lambda match, today: in_days(today, *_counted(match)))
    yield rule(rf"\b{_COUNT} {unit} from (?:now|today)\b", lambda match, today: in_days(today, *_counted(match)))
    yield rule(
        rf"\bon the {_DATE}(?:st|nd|rd|th)?\b{_NO_DATE}|\bthe (?P<n>\d{{1,2}})(?:st|nd|rd|th)\b{_NO_DATE}",
        lambda match, today: day_of_month(today, int(match["d"] or match["n"])),
    )


def _whole_year(year: int) -> Made:
    return lambda _match, today: whole_year(today.year + year)


HINT = later(
    rf"\b(?:20\d\d[-/.]|(?:in|for|of) 20\d\d\b|(?:{_MONTH})\b|{_DAY}|years?\b|christmas|xmas|weeks?|workdays?\b"
    r"|months?\b|today|tonight|this |tomorrow|tmr|yesterday|days?\b|fortnight|on the \d|the \d)"
)
"""What no text is without in which a rule finds something."""
RULES = (*_dates(), *_relative(), *_weeks(), *_months(), *_counts())
"""The first that is found counts, so the narrower stand first."""
YEARS = (
    rule(r"\bnext year\b", _whole_year(1)),
    rule(r"\bthis year\b", _whole_year(0)),
    rule(r"\b(?:in|for|of) (20\d\d)\b", lambda match, today: later_year(today, int(match[1]))),
)
