"""A question in, an answer out: reads it, finds what it means, has it decided, and says why."""

from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from bot.agenda import UNCHANGED, Changed
from bot.answering import replies
from bot.answering.aspects import asked
from bot.answering.deciding import ANSWER, Decider, plain
from bot.answering.facts.standing import clauses_of
from bot.answering.fits import Fits
from bot.answering.groundwork import Groundwork
from bot.answering.index import texts_of
from bot.answering.matching import Matcher
from bot.answering.text import HAN, fold, language_of, without_markup
from bot.answering.types import Answer, Candidate, Explanation, Outcome, Question
from bot.answering.understanding import Understanding
from bot.answering.view import View
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.people.company import Company


class Engine:
    """Answers from one snapshot of the knowledge; knows neither store nor Telegram."""

    def __init__(
        self, snapshot: Snapshot, zone: ZoneInfo, day: date | None = None, kept: Groundwork | None = None
    ) -> None:
        """Of records with an end or a beginning, those in force on `day` count; `kept` is of these."""
        self._whole = snapshot
        self._day = day
        self.snapshot = snapshot = snapshot.valid_on(day) if day else snapshot
        self._zone = zone
        self._matcher = Matcher(snapshot, kept)
        self._decider = Decider(snapshot, self._matcher)
        self._speaks = self._main_language(snapshot)

    @staticmethod
    def _main_language(snapshot: Snapshot) -> Language:
        texts = [text for record in islice(snapshot, 50) for text in texts_of(record) if text]
        chinese = sum(language_of(text, Language.EN) is Language.ZH for text in texts)
        return Language.ZH if chinese * 3 >= len(texts) else Language.EN

    def prepare(self, now: datetime) -> None:
        """Make what the first questions would wait for: one in each language, and one that is typed wrong."""
        self._matcher.prepare()
        texts = [text for record in self.snapshot for text in texts_of(record) if text]
        for is_meant in (str.isascii, HAN.search):
            if text := next(filter(is_meant, texts), None):
                self._matcher.match(fold(text), now)

    @property
    def fingerprint(self) -> str:
        """Tells which fits are this knowledge's own."""
        return self._matcher.fingerprint

    @property
    def groundwork(self) -> Groundwork:
        """What took a while to make."""
        return self._matcher.groundwork

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

    def view(
        self, language: Language, now: datetime, company: Company | None = None, changed: Changed = UNCHANGED
    ) -> View:
        """A view for what is asked by buttons."""
        return View(self.snapshot, language, now.astimezone(self._zone), self._zone, company=company, changed=changed)

    def answer(self, question: Question, changed: Changed = UNCHANGED) -> Answer:
        """The answer, with the context that the chat's next question is to be given; `changed` are single dates."""
        folded = fold(without_markup(question.text))
        language = question.language or language_of(folded, self._last_language(question))
        now = question.now.astimezone(self._zone)
        view = replace(self.view(language, now, question.company, changed), folded=folded)
        if not any(character.isalnum() for character in folded):
            return plain(Outcome.SMALLTALK, replies.smalltalk("empty", view), view, question, "no words")
        understanding = self._understand(question, folded, view)
        answer = self._decider.decide(understanding)
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
        said = readings[:1] if readings[0].folded == folded else [self._matcher.read(folded, view.now), readings[0]]
        view = replace(view, moment=best.moment, folded=best.folded, said=best.folded)
        return Understanding(question, view.language, tuple(said), best, ranked, view, tuple(readings[1:]))

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
