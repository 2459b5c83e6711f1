"""Which way a question is answered: small talk, a whole kind, several records, the chat's, one record, or people."""

from dataclasses import replace

from bot.answering import dialogue, eligible, listing, replies, several, wishes
from bot.answering.aspects import GENERAL_CUES, asked
from bot.answering.facts.dates import is_another_year
from bot.answering.facts.table import tell
from bot.answering.matching import Matcher
from bot.answering.ranking import Ranked, is_named, likely
from bot.answering.reading import Reading
from bot.answering.talk import passing_in, smalltalk_in, wants_human
from bot.answering.types import Answer, Context, Explanation, Message, Outcome, Question
from bot.answering.understanding import Topic, Understanding
from bot.answering.view import View
from bot.answering.wishes import Wish
from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot

ANSWER = 0.5
"""The confidence from which a record is answered about."""
CARRIED = 0.9
"""The confidence of answers that rest on the chat or on a whole kind."""
UNSURE = 0.49
"""The most confidence that a question keeps whose record does not hold the fact."""
SAID_BY_THE_PARK, MEANT_BY_THE_PARK = 0.9, 0.8
"""A likeness and a confidence from which a park's own entry goes before small talk."""


LITTLE = 0.3
"""A confidence under which a text with thanks in it is probably no more than that."""
CLEARLY = 0.0
"""How much a fact sounds that is asked for without a doubt."""
DIGITS = 6
"""Of a confidence, so that what is nearly sure is still told apart."""


def _words_of(view: View) -> str | None:
    """The words that named a time, for the chat's context."""
    return view.moment.text if view.moment else None


class Decider:
    """Makes the answer to what was understood, from one snapshot of the knowledge."""

    def __init__(self, snapshot: Snapshot, matcher: Matcher) -> None:
        self._snapshot = snapshot
        self._matcher = matcher

    def decide(self, understanding: Understanding) -> Answer:
        """The first of the ways to answer that fits."""
        question, view, reading = understanding.question, understanding.view, understanding.reading
        own = bool(understanding.ranked) and _is_parks_own(understanding.ranked[0])
        if not own and any(wants_human(one.folded) for one in understanding.said):
            return plain(Outcome.HANDOVER, replies.asked_for_people(view), view, question, "asks for a person")
        if not own and (talk := next(filter(None, map(smalltalk_in, understanding.said)), None)):
            return self._talk(talk, understanding)
        in_chat = dialogue.fresh(question) is not None
        wish = wishes.whole_kind(reading, understanding.ranked, self._matcher.vocabulary, in_chat=in_chat)
        if wish and self._has(wish):
            return self._listed(wish, understanding)
        if found := several.records_in(reading, understanding.ranked, self._matcher, view.now):
            return self._several(found, understanding)
        if carried := dialogue.carried_on(question, reading, understanding.ranked, self._matcher, view):
            topic = Topic(carried.keys, carried.aspects, "goes on about it", carried.moment, carried=True)
            return self._about(topic, understanding)
        return self._single(understanding)

    def _single(self, understanding: Understanding) -> Answer:
        view, question, ranked = understanding.view, understanding.question, understanding.ranked
        if not ranked:
            return plain(Outcome.HANDOVER, replies.handover(view), view, question, "nothing is like it")
        if wishes.is_time_alone(understanding.reading) and self._has(Wish.EVENTS):
            return self._listed(Wish.EVENTS, understanding)
        if wishes.is_about_nothing(understanding.reading, ranked[0], self._matcher.vocabulary):
            if "lacking" in understanding.reading.aspects:
                return self._listed(Wish.NEAREST, understanding)
            return plain(Outcome.CHOOSE, replies.which(view), view, question, "names no matter")
        if ranked[0].confidence < ANSWER:
            return self._doubtful(understanding)
        keys = several.equals(ranked, ANSWER)
        return self._about(Topic(keys, dialogue.aspects_for(ranked[0], question, view), "sure enough"), understanding)

    def _doubtful(self, understanding: Understanding) -> Answer:
        """No record is sure enough: what was perhaps meant, small talk in passing, one of two or three, or people."""
        view, ranked = understanding.view, understanding.ranked
        confidence = ranked[0].confidence
        if perhaps := self._perhaps_meant(understanding):
            return perhaps
        if confidence < LITTLE and (talk := passing_in(understanding.said[0])):
            return self._talk(talk, understanding)
        if len(close := likely(ranked)) > 1:
            return self._choice(close, understanding)
        keys = tuple(one.key for one in ranked[:3])
        named = self._snapshot.records[ranked[0].key] if is_named(ranked[0]) else None
        reason = f"not sure enough: {confidence:.2f} < {ANSWER}"
        answer = plain(Outcome.HANDOVER, replies.handover(view, named), view, understanding.question, reason)
        return replace(answer, records=keys, confidence=round(confidence, DIGITS))

    def _perhaps_meant(self, understanding: Understanding) -> Answer | None:
        """Small talk or a whole kind, where another reading of a question that means no record is that."""
        for reading in understanding.others:
            if talk := smalltalk_in(reading):
                return self._talk(talk, understanding)
            wish = wishes.whole_kind(reading, understanding.ranked, self._matcher.vocabulary)
            if wish and self._has(wish):
                meant = replace(understanding, reading=reading, view=understanding.at(reading))
                return self._listed(wish, meant)
        return None

    @staticmethod
    def _talk(talk: str, understanding: Understanding) -> Answer:
        view = understanding.view
        message = replies.smalltalk(talk, view)
        return plain(Outcome.SMALLTALK, message, view, understanding.question, f"small talk: {talk}")

    def _choice(self, close: list[Ranked], understanding: Understanding) -> Answer:
        """Did you mean this or that? Pressed, or picked by its place, each tells the fact that was asked for."""
        view, question = understanding.view, understanding.question
        asked_of = [(self._snapshot.records[one.key], asked(one.reading, one.key[0])) for one in close]
        answer = plain(Outcome.CHOOSE, replies.did_you_mean(asked_of, view), view, question, "two or three fit")
        keys = tuple(one.key for one in close)
        context = Context(view.now, keys, next(iter(asked_of[0][1]), None), _words_of(view), view.folded[:200])
        return replace(answer, records=keys, confidence=round(close[0].confidence, DIGITS), context=context)

    def _about(self, topic: Topic, understanding: Understanding) -> Answer:
        """The asked-for facts of the records; handed over where a record does not hold them."""
        view = self._view_of(topic, understanding)
        records = listing.open_first(replies.records_at(topic.keys, view), topic.aspects, view)
        told = [
            one
            for one in records
            if self._holds(one, topic.aspects, understanding.reading, view) and not is_another_year(one, view)
        ]
        top = next((one for one in understanding.ranked if one.key == topic.keys[0]), None)
        confidence = top.confidence if top and not topic.carried else CARRIED
        if not told:
            message = replies.handover(view, records[0])
            answer = plain(Outcome.HANDOVER, message, view, understanding.question, "the record does not say")
            return replace(answer, records=tuple(topic.keys), confidence=round(min(confidence, UNSURE), DIGITS))
        keys = tuple((one.kind, one.id) for one in told)
        message = several.compared(told, understanding.reading, view) or replies.record(told, topic.aspects, view)
        context = Context(
            view.now, keys, topic.aspects[0] if topic.aspects else None, _words_of(view), view.folded[:200]
        )
        reason = Explanation(reason=topic.reason)
        return Answer(Outcome.ANSWER, message, view.language, keys, round(confidence, DIGITS), reason, context)

    def _view_of(self, topic: Topic, understanding: Understanding) -> View:
        own = next((one.reading for one in understanding.ranked if one.key == topic.keys[0]), understanding.reading)
        view = understanding.at(own if own.penalty < 1 or topic.moment is None else understanding.reading)
        return replace(view, moment=self._matcher.moment(topic.moment, view.now)) if topic.moment else view

    def _holds(self, record: Record, aspects: list[str], reading: Reading, view: View) -> bool:
        """Whether the record tells what is asked, or is asked in such words by questions of its own."""
        if record.kind in {"faq", "park", "alliance"} or any(tell(record, aspect, view) for aspect in aspects):
            return True
        telling = set(aspects or reading.aspects) - GENERAL_CUES
        if any(reading.facts.get(aspect, 0.0) > CLEARLY for aspect in telling):
            return False
        return telling <= self._matcher.asks((record.kind, record.id))

    def _several(self, found: list[several.Part], understanding: Understanding) -> Answer:
        """Each part's record with the facts that the part asks for."""
        view = understanding.view
        if len({tuple(part.aspects) for part in found}) == 1 and len({part.reading.folded for part in found}) == 1:
            topic = Topic([part.key for part in found], found[0].aspects, "names several")
            return self._about(topic, understanding)
        answers = [
            self._about(Topic([part.key], part.aspects, "a part"), self._part_of(understanding, part)) for part in found
        ]
        text = "\n\n".join(answer.text for answer in answers)
        keys = tuple(key for answer in answers for key in answer.records)
        context = Context(view.now, keys, None, None, view.folded[:200])
        outcome = Outcome.ANSWER if any(one.outcome is Outcome.ANSWER for one in answers) else Outcome.HANDOVER
        confidence = min(answer.confidence for answer in answers)
        return Answer(
            outcome, Message(text), view.language, keys, confidence, Explanation(reason="asks several things"), context
        )

    @staticmethod
    def _part_of(understanding: Understanding, part: several.Part) -> Understanding:
        view = replace(understanding.view, moment=part.reading.moment, folded=part.reading.folded)
        return replace(understanding, reading=part.reading, ranked=part.ranked, view=view)

    def _has(self, wish: Wish) -> bool:
        """Whether there are records of a kind that answers it."""
        return any(record.kind in wish.kinds for record in self._snapshot)

    def _listed(self, wish: Wish, understanding: Understanding) -> Answer:
        view = understanding.view
        answers = {
            Wish.SUBSIDIES: listing.subsidies,
            Wish.DEADLINES: listing.subsidy_deadlines,
            Wish.ELIGIBLE: eligible.eligible,
            Wish.NEAREST: eligible.nearest,
            Wish.EVENTS: listing.events,
            Wish.FACILITIES: listing.facilities,
        }
        known = view.company is not None or bool(view.described)
        if wish is Wish.SUBSIDIES and known and {"who", "apply"} & set(understanding.reading.aspects):
            wish = Wish.ELIGIBLE
        message, records = answers[wish](view)
        keys = tuple((one.kind, one.id) for one in records)
        context = Context(view.now, keys, None, _words_of(view), view.folded[:200])
        return Answer(
            Outcome.ANSWER, message, view.language, keys, CARRIED, Explanation(reason=f"a whole kind: {wish}"), context
        )


def _is_parks_own(top: Ranked) -> bool:
    """Whether the park has an entry of its own for what is otherwise small talk."""
    return top.likeness >= SAID_BY_THE_PARK or (top.key[0] == "faq" and top.confidence >= MEANT_BY_THE_PARK)


def plain(outcome: Outcome, message: Message, view: View, question: Question, reason: str) -> Answer:
    """An answer about no record; the chat's context stays as it was."""
    return Answer(outcome, message, view.language, explanation=Explanation(reason=reason), context=question.context)
