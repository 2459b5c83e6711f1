"""What a chat was about a moment ago, and whether a question goes on about it."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.answering.aspects import asked
from bot.answering.facts.table import tell
from bot.answering.ranking import Ranked
from bot.answering.reading import Reading
from bot.answering.types import Context, Question, RecordKey
from bot.answering.view import View
from bot.answering.vocabulary import Vocabulary

FADES_AFTER = timedelta(minutes=10)
SURE = 0.85
SAME_WORDS = 0.8
_POINTING = re.compile(
    r"^(?:那么?|它|这个|那个|该|这项|那项|刚才|上面|前面|此|还有|再|另外)"
    r"|\b(?:it|its|that one|this one|there|they|them|those|one)\b"
)
_NTH = (
    (re.compile(r"第一[个家项种场]|前一?者|前面那|\bfirst one\b|\bthe former\b|\bthe first\b$"), 0),
    (re.compile(r"第二[个家项种场]|\bsecond one\b|\bthe second\b$"), 1),
    (re.compile(r"第三[个家项种场]|\bthird one\b|\bthe third\b$"), 2),
    (re.compile(r"最后一?[个家项种场]$|后一?者|后面那|\blast one\b|\bthe latter\b|另一[个家]|\bother one\b"), -1),
)


_WHAT_ABOUT = re.compile(r"呢\W*$|\b(?:what|how) about\b|^and\b")


@dataclass(frozen=True)
class Carried:
    """Records, aspects and time words that a question takes from the chat."""

    keys: list[RecordKey]
    aspects: list[str]
    moment: str | None


def fresh(question: Question) -> Context | None:
    """The chat's context, unless it has faded."""
    context = question.context
    if context is None or not context.records:
        return None
    return context if timedelta(0) <= question.now - context.at <= FADES_AFTER else None


def carried_on(
    question: Question, reading: Reading, ranked: list[Ranked], vocabulary: Vocabulary, view: View
) -> Carried | None:
    """What the question goes on about, or None when it is a matter of its own."""
    context = fresh(question)
    if context is None:
        return None
    if (number := _nth(reading.folded)) is not None and len(context.records) > 1:
        keys = [context.records[min(number, len(context.records) - 1)]]
        return Carried(keys, _aspects(reading, keys[0], context), _moment(reading, context))
    if any(mention.quality >= 0.8 and mention.length >= 2 for mention in reading.mentions):
        return None
    keys = list(context.records[:2])
    if not _fits(reading, ranked, keys, vocabulary, view):
        return None
    return Carried(keys, _aspects(reading, keys[0], context), _moment(reading, context))


def _nth(folded: str) -> int | None:
    return next((number for pattern, number in _NTH if pattern.search(folded)), None)


def _fits(reading: Reading, ranked: list[Ranked], keys: list[RecordKey], vocabulary: Vocabulary, view: View) -> bool:
    """Whether the question makes sense about the record that the chat was about, and better than about another."""
    if not reading.aspects and not reading.moment:
        return False
    matter = [word for word in reading.content() if word.stem not in vocabulary.common]
    record = view.snapshot.records.get(keys[0])
    strange = vocabulary.unexplained(keys[0], reading.words, (*reading.cue_spans, *reading.moment_spans))
    aspects = asked(reading, keys[0][0])
    holds = record is not None and any(tell(record, aspect, view) for aspect in aspects)
    better = bool(ranked) and ranked[0].key not in keys and ranked[0].likeness >= SAME_WORDS
    if not matter and not better and (holds or not reading.aspects):
        return True
    if not holds or strange.share > 0.3:
        return False
    if _POINTING.search(reading.folded):
        return not ranked or ranked[0].confidence < 0.9 or ranked[0].key in keys
    return not ranked or ranked[0].key in keys or ranked[0].confidence < SURE


def _aspects(reading: Reading, key: RecordKey, context: Context) -> list[str]:
    return asked(reading, key[0]) or ([context.aspect] if context.aspect else [])


def _moment(reading: Reading, context: Context) -> str | None:
    if reading.moment is not None:
        return None
    return context.moment if set(reading.aspects) & {"hours", "when"} or not reading.aspects else None


def aspects_for(top: Ranked, question: Question, view: View) -> list[str]:
    """The aspects that the question asks of its record; a bare name takes up what was asked before."""
    found = asked(top.reading, top.key[0])
    context = fresh(question)
    if found or context is None or context.aspect is None:
        return found
    if _WHAT_ABOUT.search(top.reading.folded):
        return [context.aspect]
    covered = [(one.start, one.end) for one in top.reading.mentions if one.key == top.key]
    left = [
        word
        for word in top.reading.content()
        if not any(start <= word.start and word.end <= end for start, end in covered)
    ]
    record = view.snapshot.records[top.key]
    return [context.aspect] if not left and tell(record, context.aspect, view) else []
