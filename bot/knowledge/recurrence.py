"""Rules by which something comes again: RRULE text as in RFC 5545, in the park's time."""

import re
from datetime import datetime
from typing import Annotated, cast

from dateutil.rrule import rrule, rrulestr
from pydantic import AfterValidator

from bot.knowledge.scalars import Words

_PARTS = r"COUNT|UNTIL|BYDAY|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS|WKST"
_GRAMMAR = re.compile(rf"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(({_PARTS})=[^;=]+|INTERVAL=[1-9]\d{{0,2}}))*")
_LAST_YEARS = datetime(9987, 1, 1)  # noqa: DTZ001 - dateutil looks for a day to the end of its calendar: keep that near
_EXAMPLE = "write it like FREQ=WEEKLY;BYDAY=TU,TH or FREQ=MONTHLY;BYDAY=-1FR"


def _is_rule(text: str) -> str:
    if not text:
        return text
    if re.search(r"(BYHOUR|BYMINUTE|BYSECOND|DTSTART)\b", text):
        raise ValueError("the rule takes no times and no DTSTART: the first start stands in its own column")
    if not _GRAMMAR.fullmatch(text):
        raise ValueError(f"'{text}' is no rule: {_EXAMPLE}")
    if next(iter(_parsed(text).replace(until=None, count=None)), None) is None:
        raise ValueError(f"no day ever fits '{text}'")
    return text


def _parsed(text: str) -> rrule:
    try:
        # only text with several lines makes a set of rules
        return cast("rrule", rrulestr(text, dtstart=_LAST_YEARS))
    except ValueError as fault:
        raise ValueError(f"'{text}' is no rule ({fault}): {_EXAMPLE}") from None


Rule = Annotated[Words, AfterValidator(_is_rule)]
"""An RRULE without DTSTART, or nothing for what happens once."""
