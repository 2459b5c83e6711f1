"""Every kind's facts in one table: kind -> aspect -> the function that tells it; their order breaks ties."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.answering.facts import event, facility, others, programme, subsidy
from bot.answering.view import View
from bot.knowledge.kinds import Record

Fact = Callable[[Any, View], str | None]

FACTS: Mapping[str, Mapping[str, Fact]] = {
    "park": others.PARK,
    "alliance": others.ALLIANCE,
    "subsidy": subsidy.FACTS,
    "facility": facility.FACTS,
    "event": event.FACTS,
    "programme": programme.FACTS,
    "faq": others.FAQ,
}


def tell(record: Record, aspect: str, view: View) -> str | None:
    """The fact in words; None when the record does not hold it."""
    fact = FACTS[record.kind].get(aspect)
    return (fact(record, view) or None) if fact else None
