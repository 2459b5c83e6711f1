"""A question in, an answer out: reads it, finds what it means, decides whether to answer."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.answering import dialogue, eligible, listing, replies, several, wishes
from bot.answering.aspects import GENERAL_CUES, asked
from bot.answering.described import described_in
from bot.answering.facts.standing import clauses_of
from bot.answering.facts.table import tell
from bot.answering.fits import Fits
from bot.answering.index import phrasings_of
from bot.answering.matching import Matcher
from bot.answering.ranking import Ranked, is_named, likely
from bot.answering.reading import Reading
from bot.answering.talk import passing_in, smalltalk_in, wants_human
from bot.answering.text import HAN, fold, language_of, without_markup
from bot.answering.types import Answer, Candidate, Context, Explanation, Message, Outcome, Question, RecordKey
from bot.answering.view import View
from bot.answering.wishes import Wish
from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.people.company import Company

ANSWER = 0.5
"""The confidence from which a record is answered about."""
CARRIED = 0.9
"""The confidence of answers that rest on the chat or on a whole kind."""
UNSURE = 0.49
"""The most confidence that a question keeps whose record does not hold the fact."""
SAID_BY_THE_PARK = 0.9
"""A likeness from which a park's own entry goes before small talk."""


LITTLE = 0.3
"""A confidence under which a text with thanks in it is probably no more than that."""
CLEARLY = 0.0
"""How much a fact sounds that is asked for without a doubt."""
DIGITS = 6
"""Of a confidence, so that what is nearly sure is still told apart."""


@dataclass(frozen=True)
class Understanding:
    """What a question was read as, as typed and at its best; all that an answer is made from."""

    question: Question
    language: Language
    typed: Reading
    reading: Reading
    ranked: list[Ranked]
    view: View

    def at(self, reading: Reading) -> View:
        """The view of another reading of the question."""
        return replace(self.view, moment=reading.moment, folded=reading.folded)


@dataclass(frozen=True)
class Topic:
    """What is to be told: facts (aspects) of records, why, and time words that are carried over from before."""

    keys: list[RecordKey]
    aspects: list[str]
    reason: str
    moment: str | None = None
    carried: bool = False


def _words_of(view: View) -> str | None:
    """The words that named a time, for the chat's context."""
    return view.moment.text if view.moment else None


class Engine:
    """Answers from one snapshot of the knowledge; knows neither store nor Telegram."""

    def __init__(self, snapshot: Snapshot, zone: ZoneInfo, day: date | None = None) -> None:
        """Of records with an end or a beginning, those in force on `day` count."""
        self._whole = snapshot
        self._day = day
        self.snapshot = snapshot = snapshot.valid_on(day) if day else snapshot
        self._zone = zone
        self._matcher = Matcher(snapshot)
        self._speaks = self._main_language(snapshot)

    @staticmethod
    def _main_language(snapshot: Snapshot) -> Language:
        texts = [text for record in list(snapshot)[:50] for text in phrasings_of(record)]
        chinese = sum(language_of(text, Language.EN) is Language.ZH for text in texts)
        return Language.ZH if chinese * 3 >= len(texts) else Language.EN

    @property
    def fingerprint(self) -> str:
        """Tells which fits are this knowledge's own."""
        return self._matcher.fingerprint

    @property
    def fits(self) -> Fits | None:
        return self._matcher.fits

    def use(self, fits: Fits) -> None:
        """Answer with these fits from now on."""
        self._matcher.use(fits)

    @property
    def revision(self) -> int:
        """The revision of the knowledge that this engine answers from."""
        return self._whole.revision

    def is_valid_on(self, day: date) -> bool:
        """Whether the records in force on the day are those that this engine knows."""
        if day != self._day:
            if self._whole.valid_on(day).records.keys() != self.snapshot.records.keys():
                return False
            self._day = day
        return True

    def view(self, language: Language, now: datetime, company: Company | None = None) -> View:
        """A view for what is asked by buttons."""
        return View(self.snapshot, language, now.astimezone(self._zone), self._zone, company=company)

    def answer(self, question: Question) -> Answer:
        """The answer, with the context that the chat's next question is to be given."""
        folded = fold(without_markup(question.text))
        language = question.language or language_of(folded, self._last_language(question))
        now = question.now.astimezone(self._zone)
        view = View(self.snapshot, language, now, self._zone, company=question.company, folded=folded)
        if not any(character.isalnum() for character in folded):
            return self._plain(Outcome.SMALLTALK, replies.smalltalk("empty", view), view, question, "no words")
        understanding = self._understand(question, folded, view)
        answer = self._decide(understanding)
        return replace(answer, explanation=self._explain(understanding, answer))

    def _last_language(self, question: Question) -> Language:
        if question.context and question.context.text:
            return language_of(question.context.text, self._speaks)
        return self._speaks

    def _understand(self, question: Question, folded: str, view: View) -> Understanding:
        readings, ranked = self._matcher.match(folded, view.now)
        best = ranked[0].reading if ranked and ranked[0].confidence >= ANSWER else readings[0]
        if question.language is None and HAN.search(best.folded):
            view = replace(view, language=language_of(best.folded, view.language))
        described = described_in(best.folded, self.snapshot.park, view.now.date())
        view = replace(view, moment=best.moment, folded=best.folded, described=described)
        return Understanding(question, view.language, readings[0], best, ranked, view)

    def _decide(self, understanding: Understanding) -> Answer:
        """The first of the ways to answer that fits."""
        question, view, reading = understanding.question, understanding.view, understanding.reading
        if wants_human(understanding.typed.folded):
            return self._plain(Outcome.HANDOVER, replies.asked_for_people(view), view, question, "asks for a person")
        top = understanding.ranked[0] if understanding.ranked else None
        if (talk := smalltalk_in(understanding.typed)) and not (top and top.likeness >= SAID_BY_THE_PARK):
            return self._plain(Outcome.SMALLTALK, replies.smalltalk(talk, view), view, question, f"small talk: {talk}")
        if wish := wishes.whole_kind(understanding.reading, understanding.ranked, self._matcher.vocabulary):
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
            return self._plain(Outcome.HANDOVER, replies.handover(view), view, question, "nothing is like it")
        top = ranked[0]
        if wishes.is_about_nothing(understanding.reading, top):
            if "lacking" in understanding.reading.aspects:
                return self._listed(Wish.NEAREST, understanding)
            return self._plain(Outcome.CHOOSE, replies.which(view), view, question, "names no matter")
        if top.confidence < LITTLE and (talk := passing_in(understanding.typed)):
            return self._plain(Outcome.SMALLTALK, replies.smalltalk(talk, view), view, question, f"small talk: {talk}")
        if top.confidence < ANSWER and len(close := likely(ranked)) > 1:
            return self._choice(close, understanding)
        if top.confidence < ANSWER:
            return self._unsure(understanding, f"not sure enough: {top.confidence:.2f} < {ANSWER}")
        keys = several.equals(ranked, ANSWER)
        aspects = dialogue.aspects_for(top, question, view)
        return self._about(Topic(keys, aspects, "sure enough"), understanding)

    def _choice(self, close: list[Ranked], understanding: Understanding) -> Answer:
        """Did you mean this or that? Pressed, each tells the fact that was asked for."""
        view, question = understanding.view, understanding.question
        asked_of = [(self.snapshot.records[one.key], asked(one.reading, one.key[0])) for one in close]
        answer = self._plain(Outcome.CHOOSE, replies.did_you_mean(asked_of, view), view, question, "two or three fit")
        keys = tuple(one.key for one in close)
        return replace(answer, records=keys, confidence=round(close[0].confidence, DIGITS))

    def _unsure(self, understanding: Understanding, reason: str) -> Answer:
        top = understanding.ranked[0]
        keys = tuple(one.key for one in understanding.ranked[:3])
        view = understanding.view
        named = self.snapshot.records[top.key] if is_named(top) else None
        answer = self._plain(Outcome.HANDOVER, replies.handover(view, named), view, understanding.question, reason)
        return replace(answer, records=keys, confidence=round(top.confidence, DIGITS))

    def _about(self, topic: Topic, understanding: Understanding) -> Answer:
        """The asked-for facts of the records; handed over where a record does not hold them."""
        view = self._view_of(topic, understanding)
        records = listing.open_first(replies.records_at(topic.keys, view), topic.aspects, view)
        told = [one for one in records if self._holds(one, topic.aspects, understanding.reading, view)]
        top = next((one for one in understanding.ranked if one.key == topic.keys[0]), None)
        confidence = top.confidence if top and not topic.carried else CARRIED
        if not told:
            message = replies.handover(view, records[0])
            answer = self._plain(Outcome.HANDOVER, message, view, understanding.question, "the record does not say")
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

    @staticmethod
    def _plain(outcome: Outcome, message: Message, view: View, question: Question, reason: str) -> Answer:
        """An answer about no record; the chat's context stays as it was."""
        return Answer(outcome, message, view.language, explanation=Explanation(reason=reason), context=question.context)

    @staticmethod
    def _explain(understanding: Understanding, answer: Answer) -> Explanation:
        reading = understanding.reading
        candidates = tuple(
            Candidate(one.key, round(one.score, 3), f"confidence {one.confidence:.2f}; {one.why}")
            for one in understanding.ranked[:5]
        )
        moment = reading.moment
        aspects = asked(reading, understanding.ranked[0].key[0]) if understanding.ranked else list(reading.aspects)
        reason, clauses = answer.explanation.reason, clauses_of(answer, understanding.view)
        return Explanation(
            reading.folded, tuple(aspects), str(moment) if moment else "", candidates, reason, clauses=clauses
        )
