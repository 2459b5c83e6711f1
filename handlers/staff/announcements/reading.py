"""What staff type about an announcement: when it goes, its link buttons, since when a company is here."""

import re
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from bot.answering import when
from bot.answering.numbers import DIGITS, number
from bot.answering.text import fold
from bot.answering.when_words import ENGLISH_NUMBERS
from bot.languages import Language
from bot.messages.content import ContentButton
from bot.patterns import later
from bot.profile.dates import past_day
from bot.profile.errors import UnclearError

MOST_LINKS = 3
LONGEST_NAME = 40
MOST = 10_000  # minutes, hours or days that something is put off
LONGEST_ADDRESS = 1000

_AFTER = later(
    rf"(?:过|in )?\s*(?P<n>half an|{DIGITS}|(?:{'|'.join(ENGLISH_NUMBERS)})\b)\s*(?:个(?P<odd>半)?)?\s*"
    r"(?P<unit>分钟|小时|钟头|天|minutes?|mins?|hours?|days?)(?P<odder>半)?\s*(?:之?后|以后|later|from now)?"
)
_UNITS = {"分": "minutes", "m": "minutes", "小": "hours", "钟": "hours", "h": "hours", "天": "days", "d": "days"}
_DAY = later(r"(?<![\d:./-])(\d{1,2})[.-](\d{1,2})(?=\s|$)")
_LINK = later(r"(?P<name>.*?)[\s:：]*(?P<address>https?://\S+)", re.IGNORECASE)
_BETWEEN = later(r"\s*(?:到|至|~|～|—+|–| - | to | until |-(?=(?:19|20)\d\d))\s*")
_SINCE = later(r"(?:之?后|以后|以来|起|开始)\s*(?:入驻|搬来|搬进来|进驻|的)*$|^(?:since|after|from)\b")
_BEFORE = later(r"(?:之?前|以前)\s*(?:入驻|搬来|搬进来|进驻|的)*$|^(?:before|until)\b")

Buttons = dict[Language, tuple[tuple[ContentButton, ...], ...]]


def send_time(text: str, now: datetime) -> datetime:
    """The moment that is meant, in the zone of `now`; raises UnclearError time, clock (a day alone) or past."""
    folded = _DAY.sub(r"\1/\2", fold(text))
    if delay := _delay(folded):
        return (now + delay).replace(second=0, microsecond=0)
    moment = when.find(folded, now)
    if moment is None or moment.first is None or not moment.single_day:
        raise UnclearError("clock" if moment and moment.grain is when.Grain.PART else "time")
    if moment.at is None:
        raise UnclearError("clock")
    if re.search(r"\d", _rest(folded, moment.spans)):  # a number that was not understood may change the day
        raise UnclearError("time")
    midnight = datetime(moment.first.year, moment.first.month, moment.first.day, tzinfo=now.tzinfo)
    at = midnight + timedelta(minutes=moment.at)
    if at <= now:
        raise UnclearError("past")
    return at


def links(text: str, default: str) -> Buttons:
    """A row for each line “name https://...”, or “name | English name https://...”; raises UnclearError."""
    rows = [_link(line, default) for line in text.splitlines() if line.strip()]
    if not 1 <= len(rows) <= MOST_LINKS:
        raise UnclearError("links")
    return {language: tuple((row[language],) for row in rows) for language in Language}


def moved_in(text: str, now: datetime) -> tuple[date | None, date | None]:
    """Since when, and before when: days that have passed, half-open; raises UnclearError."""
    folded = fold(text)
    parts = _BETWEEN.split(folded)
    if len(parts) == 2:
        since, before = (past_day(part, now) for part in parts)
        if since >= before:
            raise UnclearError("order")
        return since, before
    if _BEFORE.search(folded):
        return None, past_day(_BEFORE.sub("", folded).strip(), now)
    return past_day(_SINCE.sub("", folded).strip(), now), None


def _delay(folded: str) -> timedelta | None:
    match = _AFTER.fullmatch(folded.strip(" 。.!！吧发送"))
    if match is None:
        return None
    count = number(match["n"].replace("half an", "half a"))
    if count is None or count > MOST:
        return None
    amount = float(count) + (0.5 if match["odd"] or match["odder"] else 0)
    return timedelta(**{_UNITS[match["unit"][0]]: amount})


def _rest(folded: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text without what was understood."""
    for start, end in sorted(spans, reverse=True):
        folded = folded[:start] + folded[end:]
    return folded


def _link(line: str, default: str) -> dict[Language, ContentButton]:
    match = _LINK.fullmatch(line.strip())
    if match is None or len(match["address"]) > LONGEST_ADDRESS or not _is_address(match["address"]):
        raise UnclearError("links")
    chinese, _, english = (part.strip() for part in match["name"].replace("｜", "|").partition("|"))
    names = {Language.ZH: chinese or english or default, Language.EN: english or chinese or default}
    if any(len(name) > LONGEST_NAME for name in names.values()):
        raise UnclearError("links")
    return {language: ContentButton(text=name, url=match["address"]) for language, name in names.items()}


def _is_address(address: str) -> bool:
    try:
        return "." in (urlsplit(address).hostname or "")
    except ValueError:
        return False
