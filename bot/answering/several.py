"""Questions that mean several records: two names, two questions in one, two cafés; and comparisons."""

from dataclasses import dataclass
from datetime import datetime

from bot.answering import replies
from bot.answering.aspects import HEARD, asked
from bot.answering.confidence import NAMED
from bot.answering.lexicon import lexicon
from bot.answering.matching import Matcher
from bot.answering.ranking import Ranked
from bot.answering.reading import Reading, clauses_of
from bot.answering.types import Message, RecordKey
from bot.answering.view import View
from bot.knowledge.hours import clock
from bot.knowledge.kinds import Facility, Record
from bot.patterns import later

MOST = 3
SURE_PART = 0.7
LEAST_PART = 0.5
WELL_KNOWN, WELL_FITTING = 0.7, 0.3
NEAR = 0.3
"""Two candidates whose scores differ by less are equals."""


@dataclass(frozen=True)
class Part:
    """A record that a part of the question means, and what is asked of it."""

    key: RecordKey
    aspects: list[str]
    reading: Reading
    ranked: list[Ranked]


def records_in(reading: Reading, ranked: list[Ranked], matcher: Matcher, now: datetime) -> list[Part]:
    """The parts of a question that means two or three records; empty for others."""
    parts = _by_clause(reading, matcher, now)
    if len(parts) < 2:
        parts = _by_name(reading, ranked) or _by_standing(reading, ranked)
    return parts if 2 <= len(parts) <= MOST else []


_LEANS = later(r"[它其]|\b(?:it|its|they|them|that|there)\b")


def _by_clause(reading: Reading, matcher: Matcher, now: datetime) -> list[Part]:
    parts: dict[RecordKey, Part] = {}
    clauses = [clause for clause in clauses_of(reading.folded) if len(clause) >= 4]
    if not 2 <= len(clauses) <= MOST:
        return []
    for left, text in zip(range(len(clauses), 0, -1), clauses, strict=True):
        if len(parts) + left < 2:
            break  # whatever the last clause means, it is the only one that stands alone
        clause = matcher.read(text, now)
        if not _asks(clause) or (parts and _goes_on(clause, next(reversed(parts)))):
            continue
        ranked = [] if _LEANS.search(text) else matcher.rank(clause)
        if not ranked or not _stands_alone(clause, ranked[0]):
            return []
        parts.setdefault(ranked[0].key, Part(ranked[0].key, asked(clause, ranked[0].key[0]), clause, ranked))
    return list(parts.values())


def _asks(clause: Reading) -> bool:
    """Whether a clause asks for a fact at all; others only say what it is about."""
    return bool(clause.aspects) or any(strength >= HEARD for strength in clause.facts.values()) or not clause.facts


def _goes_on(clause: Reading, key: RecordKey) -> bool:
    """Whether a clause names nothing and asks for a fact that the record of the clause before can tell."""
    return not clause.mentions and bool(asked(clause, key[0]))


def _stands_alone(clause: Reading, top: Ranked) -> bool:
    """Whether a clause that leans on no other asks for something and says of what, by a name or in well-known words."""
    if top.confidence < SURE_PART:
        return False
    if top.key[0] != "faq" and not asked(clause, top.key[0]):
        return False
    return top.mention >= NAMED or top.likeness >= WELL_KNOWN or top.evidence.fit >= WELL_FITTING


def _sure_by_name(reading: Reading, ranked: list[Ranked]) -> set[RecordKey]:
    """The candidates that are sure enough; those that share a name with one of them are as sure as it."""
    sure = {one.key for one in ranked if one.confidence >= LEAST_PART}
    shared = {(one.start, one.end, one.name) for one in reading.mentions if one.key in sure}
    return sure | {one.key for one in reading.mentions if (one.start, one.end, one.name) in shared}


def _by_standing(reading: Reading, ranked: list[Ranked]) -> list[Part]:
    """Two records that a question which joins two stands up for: one surely, the other likewise or by its name."""
    first, second = (*ranked[:2], None, None)[:2]
    if first is None or second is None or not _TWO.search(reading.folded):
        return []
    if first.confidence < LEAST_PART or first.key[0] != second.key[0]:
        return []
    if second.confidence < LEAST_PART and second.mention < NAMED:
        return []
    return [Part(one.key, asked(reading, one.key[0]), reading, ranked) for one in (first, second)]


_TWO = later(r"各自|分别|都[是要]?|\b(?:both|each|respectively)\b")


def _by_name(reading: Reading, ranked: list[Ranked]) -> list[Part]:
    """Records named side by side, in the order of the text."""
    sure = _sure_by_name(reading, ranked)
    named: dict[RecordKey, int] = {}
    taken: list[tuple[int, int]] = []
    for mention in sorted(reading.mentions, key=lambda one: (-one.length, -one.quality)):
        overlaps = any(start < mention.end and mention.start < end for start, end in taken)
        same_span = (mention.start, mention.end) in taken
        if mention.key not in sure or (overlaps and not same_span):
            continue
        taken.append((mention.start, mention.end))
        named.setdefault(mention.key, mention.start)
    ordered = sorted(named, key=lambda key: named[key])
    kinds = {kind for kind, _ in ordered}
    if len(ordered) < 2 or not _side_by_side(reading, kinds):
        return []
    aspects = asked(reading, ordered[0][0])
    return [Part(key, aspects, reading, ranked) for key in ordered]


_JOINED = (
    "和",
    "跟",
    "与",
    "、",
    "还有",
    "以及",
    "及",
    "或",
    " and ",
    " or ",
    "vs",
    "比",
    "两",
    "都",
    "哪",
    "both",
    "either",
    "which",
    "分别",
    "另外",
    "顺便",
    " also ",
    " plus ",
    "&",
    "/",
    "还是",
)


def _side_by_side(reading: Reading, kinds: set[str]) -> bool:
    """Names of one kind are a list; of different kinds only when joined by a word."""
    joined = any(word in reading.folded for word in _JOINED)
    same_span = len({(one.start, one.end) for one in reading.mentions}) == 1
    return len(kinds) == 1 and (joined or same_span)


def equals(ranked: list[Ranked], least: float) -> list[RecordKey]:
    """The best record, together with one of its kind that is just as good a match."""
    top = ranked[0]
    same = [
        one.key
        for one in ranked[1:3]
        if one.key[0] == top.key[0] != "faq"
        and one.confidence >= least
        and one.score >= top.score - NEAR
        and one.mention == top.mention
        and top.mention > 0
    ]
    return [top.key, *same]


def compared(records: list[Record], reading: Reading, view: View) -> Message | None:
    """Which of two facilities closes later or opens earlier, with the hours of both."""
    facilities = [one for one in records if isinstance(one, Facility) and one.hours]
    if len(records) < 2 or len(facilities) != len(records):
        return None
    for name, pattern in lexicon().best.items():
        if pattern.search(reading.folded):
            both = replies.record(records, ["hours"], view)
            return Message(f"{_verdict(name, facilities, view)}\n\n{both.text}", buttons=both.buttons)
    return None


def _verdict(name: str, facilities: list[Facility], view: View) -> str:
    day = view.moment.first if view.moment and view.moment.first else view.now.date()
    spans = {one.id: schedule.spans(day) for one in facilities if (schedule := view.schedule(one))}
    opened = [one for one in facilities if spans[one.id]]
    if not opened:
        return view.texts("answer-no-difference")
    if name == "later":
        best = max(opened, key=lambda one: spans[one.id][-1][1])
        minute = spans[best.id][-1][1]
        tie = sum(spans[one.id][-1][1] == minute for one in opened) > 1
    else:
        best = min(opened, key=lambda one: spans[one.id][0][0])
        minute = spans[best.id][0][0]
        tie = sum(spans[one.id][0][0] == minute for one in opened) > 1
    if tie:
        return view.texts("answer-no-difference")
    return view.texts(f"answer-{name}", name=best.name.to(view.language), time=clock(minute))
