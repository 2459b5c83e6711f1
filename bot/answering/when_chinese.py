"""Days as Chinese names them: 下周三, 12月的最后一个周五, 3天后, 年底."""

import re
from collections.abc import Iterator
from datetime import date

from bot.answering.when_days import (
    LAST,
    Found,
    Made,
    Rule,
    ahead,
    coming,
    coming_nth_weekday,
    coming_third,
    dated,
    day_of_month,
    in_days,
    later_year,
    month,
    named_month,
    nth_weekday,
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
from bot.answering.when_words import number_of
from bot.patterns import later

_DIGITS = "一二两三四五六七八九十"
_NUMBER = rf"(?:\d{{1,2}}|[{_DIGITS}]{{1,3}})"
_MONTH = r"(?<![\d每])(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])"
_YEAR = r"(?P<y>20\d\d年|明年|今年)?的?"
_WEEK = r"(?:周|星期|礼拜)"
_DAYS = "一二三四五六日天"
_TO = r"\s*(?:到|至|~|-|—|–|和|与|跟|及|或|、|,)\s*"
_WHICH = rf"(?P<which>这个?|本|下下个?(?:{_WEEK}的)?|下个?(?:{_WEEK}的)?|上个?)?"
_THIRD = {"初": "early", "上旬": "early", "中旬": "mid", "下旬": "late", "底": "end", "末": "end"}
_UNITS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}
_UNIT = r"个?(?P<unit>天|周|星期|礼拜)"
_NUMBERED = "楼栋幢座层馆厅室线门机会院桩窗柜车位铺教桌工出字码口路"
"""What stands after 3号 where it is no day: 3号楼, 3号会议室."""


def _week(which: str | None) -> int | None:
    if not which:
        return None
    return {"下下": 2, "下": 1, "上": -1}.get(re.sub(r"[^下上]", "", which), 0)


def _weekday_number(character: str) -> int:
    return min(_DAYS.index(character), 6)


def _year(match: re.Match[str], today: date) -> int | None:
    named = match["y"]
    if not named:
        return None
    return {"明年": today.year + 1, "今年": today.year}.get(named) or int(named[:4])


def _month_of(match: re.Match[str], today: date) -> Found | None:
    """The month that `which` or `m` names, this one when neither does."""
    if match["m"]:
        return named_month(today, number_of(match["m"]), _year(match, today))
    return month(today, 1 if match["which"] == "下" else 0)


def _nth(match: re.Match[str], today: date) -> Found | None:
    number = LAST if match["nth"] == "最后一" else number_of(match["nth"].removeprefix("第")) - 1
    name = _weekday_number(match["day"])
    if match["every"]:
        return coming_nth_weekday(today, number, name)
    return nth_weekday(_month_of(match, today), number, name)


def _date(match: re.Match[str], today: date) -> Found | None:
    return dated(today, number_of(match["m"]), number_of(match["d"]), _year(match, today))


def _several_weekdays(match: re.Match[str], today: date) -> Found:
    numbers = [_weekday_number(character) for character in match["days"] if character in _DAYS]
    return weekdays(today, numbers, _week(match["which"]))


def _one_weekday(match: re.Match[str], today: date) -> Found | None:
    return weekday(today, _weekday_number(match["day"]), _week(match["which"]))


def _end_of_year(match: re.Match[str], today: date) -> Found:
    return year_end(_year(match, today) or today.year)


def _counted(match: re.Match[str]) -> tuple[int, int]:
    return number_of(match["n"]), _UNITS[match["unit"]]


def _dates() -> Iterator[Rule]:
    months = rf"{_YEAR}(?:(?P<every>每)个?|(?P<which>下|这|本|当)个?|(?P<m>{_MONTH}))月份?"
    yield rule(rf"{months}的?(?P<nth>最后一|第?[一二三四])个?{_WEEK}(?P<day>[{_DAYS}])", _nth)
    yield rule(
        rf"{_YEAR}(?P<m>{_MONTH})月(?P<d>三十一?|二?十[一二三四五六七八九]?|{_NUMBER})[日号]?(?![\d个:点场次家人])",
        _date,
    )
    months = rf"{_YEAR}(?:(?P<which>下|这|本|当)个?|(?P<m>{_MONTH}))月份?"
    yield rule(
        rf"{months}的?月?(?P<third>初|上旬|中旬|下旬|底|末)",
        lambda match, today: third(_month_of(match, today), _THIRD[match["third"]]),
    )
    yield rule(
        r"月?(?P<third>(?<=月)[初底末]|[上中下]旬)", lambda match, today: coming_third(today, _THIRD[match["third"]])
    )
    yield rule(r"(?P<y>明年|今年|20\d\d年)年?[底末]|年[底末]", _end_of_year)
    yield rule(r"圣诞节?", coming(12, 25))
    yield rule(r"平安夜", coming(12, 24))
    yield rule(r"跨年", coming(12, 31))


def _relative() -> Iterator[Rule]:
    yield rule(r"大后天", ahead(3))
    yield rule(r"(?<![之以此])后天", ahead(2))
    yield rule(r"(?<!透)明[天日晚早儿夜]", ahead(1))
    yield rule(r"今[天日晚早儿夜]", ahead(0))
    yield rule(r"昨[天日晚]", ahead(-1))
    yield rule(r"(?<!提)前天", ahead(-2))


def _weeks() -> Iterator[Rule]:
    yield rule(rf"{_WHICH}(?P<days>{_WEEK}[{_DAYS}](?:{_TO}{_WEEK}[{_DAYS}])+)", _several_weekdays)
    yield rule(
        rf"{_WHICH}(?P<days>{_WEEK}[{_DAYS}](?:\s*(?:到|至|~|-|—|–|、)\s*[{_DAYS}](?![点个楼层号月]))+)",
        _several_weekdays,
    )
    yield rule(
        rf"{_WHICH}(?P<days>{_WEEK}(?:六[日天]|六{_WEEK}[日天]|[一二三四五六日]{{3,}}(?![点个])))", _several_weekdays
    )
    yield rule(
        rf"{_WHICH}(?:(?<!个)工作日(?!内|出)|平日)",
        lambda match, today: weekdays(today, [0, 4], _week(match["which"])),
    )
    yield rule(rf"{_WHICH}{_WEEK}(?P<day>[{_DAYS}])(?![个位名])", _one_weekday)
    yield rule(rf"{_WHICH}(?:周末|双休日)", lambda match, today: weekend(today, _week(match["which"])))
    yield rule(rf"下下个?{_WEEK}", weeks(2))
    yield rule(rf"下个?{_WEEK}", weeks(1))
    yield rule(rf"上个?{_WEEK}", weeks(-1))
    yield rule(rf"(?:这个?|本|这一){_WEEK}", weeks(0))


def _months() -> Iterator[Rule]:
    yield rule(r"下下个?月", lambda _match, today: month(today, 2))
    yield rule(r"下个?月", lambda _match, today: month(today, 1))
    yield rule(r"上个?月", lambda _match, today: month(today, -1))
    yield rule(r"(?:这个?|本|当)月", lambda _match, today: month(today))
    yield rule(
        rf"{_YEAR}(?P<m>{_MONTH})月份?(?!\d|一次)",
        lambda match, today: named_month(today, number_of(match["m"]), _year(match, today)),
    )


def _counts() -> Iterator[Rule]:
    yield rule(
        rf"(?<!\d)(?P<n>\d{{1,3}}|[{_DIGITS}]{{1,3}}){_UNIT}[之以]?后",
        lambda match, today: in_days(today, *_counted(match)),
    )
    yield rule(
        rf"(?:未来|接下来|今后|往后)的?(?P<n>\d{{1,3}}|[{_DIGITS}]{{1,3}}){_UNIT}",
        lambda match, today: within(today, *_counted(match)),
    )
    yield rule(r"(?:未来|接下来|这|最近)几天", lambda _match, today: within(today, 1, 7))
    yield rule(
        rf"(?<!\d)(?P<n>\d{{1,3}}|[{_DIGITS}]{{1,3}}){_UNIT}[之以]?内",
        lambda match, today: within(today, *_counted(match)),
    )
    yield rule(
        rf"(?<![\d月第{_DIGITS}])(?P<d>\d{{1,2}}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])号(?![{_NUMBERED}])"
        r"|(?<![\d月第])(?P<n>\d{1,2})日(?![内之以起后])",
        lambda match, today: day_of_month(today, number_of(match["d"] or match["n"])),
    )
    yield rule(
        r"(?<![\d/.])(?=\d?\d/\d\d|\d\d/\d)(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])(?![\d/%])(?=[\u4e00-\u9fff\s?]|$)",
        lambda match, today: dated(today, int(match["m"]), int(match["d"])),
    )


def _whole_year(year: int) -> Made:
    return lambda _match, today: whole_year(today.year + year)


HINT = later("[年月日号周星礼天明今昨旬圣平跨/]")
"""What no text is without in which a rule finds something."""
RULES = (*_dates(), *_relative(), *_weeks(), *_months(), *_counts())
"""The first that is found counts, so the narrower stand first."""
YEARS = (
    rule(r"明年", _whole_year(1)),
    rule(r"今年", _whole_year(0)),
    rule(r"(?<!\d)(20\d\d)年(?!\d)", lambda match, today: later_year(today, int(match[1]))),
)
