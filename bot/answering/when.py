"""A small grammar of time: the words of a question that name a moment, in Chinese and English.

`find` returns days as half-open date intervals, a part of the day in minutes, or a clock time; what
"this" and "next" mean is counted from the `now` it is given, weeks begin on Monday.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.answering import when_chinese, when_english
from bot.answering.moment import DAY, Grain, Moment, Span
from bot.answering.when_clock import NOON, TimeOfDay, time_of_day
from bot.answering.when_days import Rule
from bot.answering.when_words import HOLIDAY_WORDS
from bot.patterns import later
from bot.workdays import holiday_days

_NOW = later(
    r"现在|此刻|目前|这会儿?|当前|眼下|此时|这个点儿?|这时候|刚刚"
    r"|\b(?:right now|rn|now|currently|at the moment|at this hour)\b"
)
_STILL = later(r"还(?:在营业|在开|开着)|\bstill (?:open|running|serving)\b")
"""What says "now" where nothing else says when."""
_BEFORE = later(r"\b(?:before|by)(?: the)? $")
_CHINESE_BEFORE = later(r"[之以]?前(?![台天面后往厅沿端])")
_ENDS = later("[底末]$|^end of")
EARLY_AFTERNOON = 7 * 60
"""Hours before this one are those of the afternoon where a coming day's "three" is asked about."""
_LINK = later(r"[的,]?|,? ?(?:at |on |in |the |about |around )*")

_HOLIDAYS = [(later(words), name) for words, name in HOLIDAY_WORDS]
_HOLIDAY_HINT = later("[夕年春旦明五劳端秋庆十节假休a-z]")
"""What no text is without that names a holiday."""


def find(folded: str, now: datetime) -> Moment | None:
    """The moment that the folded text names, or None. `now` is zone-aware; dates are in its zone."""
    today = now.date()
    clock = time_of_day(folded)
    instant = _NOW.search(folded)
    moment = _days(folded, today, _rules(folded))
    if moment is None and not (instant and clock.part is None and clock.at is None):
        moment = _holiday(folded, today) or _days(folded, today, (*when_chinese.YEARS, *when_english.YEARS))
    if moment is None:
        return _of_clock(folded, clock, now, instant)
    if moment.first == today and not clock.spans and instant:
        return replace(moment, grain=Grain.NOW, spans=(*moment.spans, instant.span()))
    if not clock.spans:
        return moment
    spans = tuple(sorted((*moment.spans, *clock.spans)))
    return replace(
        moment,
        text=_text(folded, spans),
        part=clock.part,
        part_text=clock.part_text,
        at=_at(clock, moment, now),
        spans=spans,
    )


def _of_clock(folded: str, clock: TimeOfDay, now: datetime, instant: re.Match[str] | None) -> Moment | None:
    """A time of the day without a day: today's, or a part of any day."""
    if not clock.spans:
        now_said = instant or _STILL.search(folded)
        return Moment(Grain.NOW, now_said[0], spans=(now_said.span(),)) if now_said else None
    text = _text(folded, clock.spans)
    part = Moment(Grain.PART, text, part=clock.part, part_text=clock.part_text, spans=clock.spans)
    if clock.at is None and instant is None:
        return part
    today = replace(part, grain=Grain.DAY, first=now.date(), end=now.date() + DAY)
    return replace(today, at=_at(clock, today, now))


def _at(clock: TimeOfDay, moment: Moment, now: datetime) -> int | None:
    """The minute that is meant: of today's two "sevens" the one that is still ahead."""
    if clock.at is None or not clock.either:
        return clock.at
    passed = now.hour * 60 + now.minute if moment.first == now.date() else EARLY_AFTERNOON
    return clock.at + NOON if clock.at < passed else clock.at


def _rules(folded: str) -> Iterator[Rule]:
    """The rules of the languages that may name a day in the text."""
    for language in (when_chinese, when_english):
        if language.HINT.search(folded):
            yield from language.RULES


def _days(folded: str, today: date, rules: Iterable[Rule]) -> Moment | None:
    for pattern, made in rules:
        for match in pattern.finditer(folded):
            if (found := made(match, today)) is not None:
                moment = Moment(found.grain, match[0], found.first, found.end, spans=(match.span(),))
                return _until(moment, folded, today)
    return None


def _until(moment: Moment, folded: str, today: date) -> Moment:
    """A time that something is to happen by reaches from today to it."""
    [(start, end)] = moment.spans
    first, last = moment.first, moment.end
    english, chinese = _BEFORE.search(folded[:start]), _CHINESE_BEFORE.match(folded, end)
    if first is None or last is None or last <= today or not (english or chinese):
        return moment
    span = (english.start() if english else start, chinese.end() if chinese else end)
    whole = not moment.single_day and not _ENDS.search(moment.text)
    excluded = first > today and (whole or (english is not None and "before" in english[0]))
    return Moment(Grain.RANGE, folded[slice(*span)], today, first if excluded else last, spans=(span,))


def _holiday(folded: str, today: date) -> Moment | None:
    for words, name in _HOLIDAYS if _HOLIDAY_HINT.search(folded) else ():
        if match := words.search(folded):
            moment = Moment(Grain.HOLIDAY, match[0], holiday=name, spans=(match.span(),))
            days = holiday_days(name, today) if name != "any" else []
            return replace(moment, first=days[0], end=days[-1] + DAY) if days else moment
    return None


def _text(folded: str, spans: Iterable[Span]) -> str:
    """The words at the spans, those with but a link between them as they were written."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and _LINK.fullmatch(folded[merged[-1][1] : start]):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return " ".join(folded[slice(*span)].strip() for span in merged)


__all__ = ["Grain", "Moment", "find"]
