"""What a chat was about a moment ago, and whether a question goes on about it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.answering.aspects import asked
from bot.answering.facts.table import tell
from bot.answering.matching import Matcher
from bot.answering.picks import picked
from bot.answering.ranking import Ranked
from bot.answering.reading import Reading, Span
from bot.answering.text import fold, without_markup
from bot.answering.types import Context, Question, RecordKey
from bot.answering.view import View
from bot.answering.vocabulary import Vocabulary, matter_of
from bot.answering.wishes import is_time_alone

FADES_AFTER = timedelta(minutes=10)
SURE, DOUBTED = 0.95, 0.6
"""So sure a record is meant whatever the chat was about; so sure when the classifier says so too."""
STRANGE = 0.5
"""The share of strange words up to which a question may still be about the chat's record."""
SAME_WORDS, FITTING = 0.8, 0.0
SIDE_BY_SIDE = 2
"""A chat about more records than these was about their whole kind."""
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
    question: Question, reading: Reading, ranked: list[Ranked], matcher: Matcher, view: View
) -> Carried | None:
    """What the question goes on about, or None when it is a matter of its own."""
    context = fresh(question)
    if context is None:
        return None
    if any(mention.quality >= 0.8 and mention.length >= 2 for mention in reading.mentions):
        return _taken_up(question, ranked, context, view)
    if pick := picked(fold(without_markup(question.text)), context.records, matcher.siblings):
        same = context.aspect if _is_bare(reading, [pick.span]) else None
        aspects = [same] if same else _aspects(reading, pick.key, context)
        return Carried([pick.key], aspects, _moment(reading, context))
    if _asks_all_again(reading, context):
        return None
    keys = list(context.records[:SIDE_BY_SIDE])
    if not _fits(reading, ranked, keys, matcher.vocabulary, view):
        return None
    return Carried(keys, _aspects(reading, keys[0], context), _moment(reading, context))


def _asks_all_again(reading: Reading, context: Context) -> bool:
    """Whether the question is about a whole kind as the one before was: what is missing, or what is on another day."""
    if "lacking" in reading.aspects and len(context.records) > SIDE_BY_SIDE:
        return True
    return context.aspect is None and is_time_alone(reading)


def _taken_up(question: Question, ranked: list[Ranked], context: Context, view: View) -> Carried | None:
    """A bare name asks for the time that was asked about before: 周六晚上开吗, 那山外咖啡呢."""
    timed = context.moment is not None and context.aspect in {"hours", "when"}
    if not timed or not ranked or ranked[0].confidence < SURE or ranked[0].reading.moment:
        return None
    bare = _is_named_alone(ranked[0]) or not asked(ranked[0].reading, ranked[0].key[0])
    aspects = aspects_for(ranked[0], question, view)
    return Carried([ranked[0].key], aspects, context.moment) if bare and aspects else None


def _fits(reading: Reading, ranked: list[Ranked], keys: list[RecordKey], vocabulary: Vocabulary, view: View) -> bool:
    """Whether the question makes sense about the record that the chat was about, and better than about another."""
    aspects = asked(reading, keys[0][0])
    if not aspects and not reading.aspects and not reading.moment:
        return False
    rival = ranked[0] if ranked and ranked[0].key not in keys else None
    matter = [word for word in reading.content() if word.stem not in vocabulary.common]
    if rival and (_is_own_question(rival) or (matter and _is_own_matter(rival))):
        return False
    record = view.snapshot.records.get(keys[0])
    holds = record is not None and any(tell(record, aspect, view) for aspect in aspects)
    if not matter:
        return holds or not reading.aspects
    said = matter_of(reading.words, (*reading.cue_spans, *reading.moment_spans))
    strange = vocabulary.unexplained(keys[0], said)
    return holds and strange.share <= STRANGE


def _is_own_question(rival: Ranked) -> bool:
    """Whether another record is asked in these very words."""
    return rival.likeness >= SAME_WORDS and rival.evidence.fit >= FITTING


def _is_own_matter(rival: Ranked) -> bool:
    """Whether another record is what the words of the question mean by themselves."""
    return rival.confidence >= SURE or (rival.confidence >= DOUBTED and rival.evidence.fit >= FITTING)


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
    bare = _is_named_alone(top)
    telling = [aspect for aspect in found if aspect != "overview" or aspect in top.reading.aspects]
    if context is None or context.aspect is None or (telling and not bare):
        return found
    if not telling and _WHAT_ABOUT.search(top.reading.folded):
        return [context.aspect]
    record = view.snapshot.records[top.key]
    return [context.aspect] if bare and tell(record, context.aspect, view) else found


def _is_named_alone(top: Ranked) -> bool:
    named = ((one.start, one.end) for one in top.reading.mentions if one.key == top.key)
    return _is_bare(top.reading, named)


def _is_bare(reading: Reading, said: Iterable[Span]) -> bool:
    """Whether a question says nothing of matter beyond these spans, whatever it sounds like."""
    spans = list(said)
    rest = [*reading.moment_spans, *reading.cue_spans, *((word.start, word.end) for word in reading.content())]
    return all(any(first <= start and end <= last for first, last in spans) for start, end in rest)
