"""The assistant as the ways in know it: answers from the store's knowledge, reloaded when it changed."""

import asyncio
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import structlog

from bot.answering import browsing
from bot.answering.engine import Engine
from bot.answering.fits import LEAST_RECORDS, Fits
from bot.answering.groundwork import Groundwork, fingerprint
from bot.answering.lexicon import lexicon
from bot.answering.sources import Source
from bot.answering.text import language_of
from bot.answering.types import Answer, Message, Question
from bot.answering.view import View
from bot.answering.worker import in_worker
from bot.knowledge.kinds import Park
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.messages.texts import texts_in
from bot.patterns import compile_all
from bot.people.company import Company
from bot.workdays import is_public_holiday

log = structlog.get_logger()

FIT = "bot.answering.fitting.fit"
PREPARE_AFTER = 1
"""Seconds that the questions which waited for the engine have the processor to themselves."""


def prepare(engine: Engine, now: datetime) -> None:
    """Whatever else would load at its first use: texts, holidays, patterns, and what only some questions need."""
    for language in Language:
        texts_in(language)
    is_public_holiday(now.date())
    compile_all()
    engine.prepare(now)


class AnswerService:
    """Keeps one engine for the knowledge in force, built beside the event loop and swapped whole.

    Knowledge is answered from at once; what is fitted on it is found again or else fitted by a worker meanwhile.
    """

    def __init__(self, source: Source, zone: ZoneInfo) -> None:
        self._source = source
        self._zone = zone
        self._engine: Engine | None = None
        self._building = asyncio.Lock()
        self._fitting: asyncio.Task[None] | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._preparing: asyncio.Task[None] | None = None

    async def warm(self, now: datetime, *, fitted: bool = False) -> None:
        """Have the engine ready, `fitted` with its fits and everything kept for the next start."""
        await asyncio.gather(self._ready(now), asyncio.to_thread(lexicon))  # read while the store is
        if fitted:
            await asyncio.gather(*filter(None, (self._fitting, self._keeping)), return_exceptions=True)

    async def close(self) -> None:
        """Stop fitting; what was not fitted is fitted at the next start."""
        for task in filter(None, (self._fitting, self._preparing)):
            task.cancel()
        tasks = filter(None, (self._fitting, self._keeping, self._preparing))
        await asyncio.gather(*tasks, return_exceptions=True)

    async def answer(self, question: Question) -> Answer:
        """The answer to a question, with what the chat's next one is to be given."""
        engine = await self._ready(question.now)
        answer = engine.answer(question, await self._source.changed(self._zone))
        return replace(answer, explanation=replace(answer.explanation, revision=engine.revision))

    async def menu(self, kind: str, page: int, language: Language, now: datetime) -> Message:
        """A page of the records of a kind, one button each; the record itself where there is only one."""
        return browsing.menu(await self._view(language, now), kind, page)

    async def card(
        self, kind: str, record_id: str, language: Language, now: datetime, company: Company | None
    ) -> Answer | None:
        """What a record is, with buttons for its facts; None when there is no such record."""
        return browsing.card(await self._view(language, now, company), kind, record_id)

    async def fact(  # noqa: PLR0913, PLR0917 - a button carries all of these
        self, kind: str, record_id: str, aspect: str, language: Language, now: datetime, company: Company | None
    ) -> Answer | None:
        """One fact of a record; None when there is no such record or it does not hold the fact."""
        return browsing.fact(await self._view(language, now, company), kind, record_id, aspect)

    async def park(self, now: datetime) -> Park | None:
        """The park's own record, which names its sectors and buildings."""
        return (await self._ready(now)).snapshot.park

    async def knowledge(self, now: datetime) -> Snapshot:
        """What is in force, as the answers have it."""
        return (await self._ready(now)).snapshot

    async def handover(self, language: Language, now: datetime) -> Message:
        """What somebody reads who had a question handed to people."""
        return browsing.handover(await self._view(language, now))

    @staticmethod
    def guess_language(text: str, default: Language) -> Language:
        """The language that a text is written in."""
        return language_of(text, default)

    async def _view(self, language: Language, now: datetime, company: Company | None = None) -> View:
        engine = await self._ready(now)
        return engine.view(language, now, company, await self._source.changed(self._zone))

    async def _ready(self, now: datetime) -> Engine:
        """The engine for the knowledge in force on the day."""
        revision = await self._source.revision()
        day = now.astimezone(self._zone).date()
        if (engine := self._current(revision, day)) is not None:
            return engine
        async with self._building:
            if (engine := self._current(revision, day)) is None:
                engine, fits = await self._built(await self._source.load(), day)
                self._fit(engine, fits)
                self._engine = engine
                self._prepare(engine, now.astimezone(self._zone))
                log.info("answering.loaded", revision=engine.revision, records=len(engine.snapshot))
            return engine

    async def _built(self, snapshot: Snapshot, day: date) -> tuple[Engine, Fits | None]:
        """An engine on the groundwork that was kept, else on a new one that is kept then; and its fits, if kept."""
        in_force = snapshot.valid_on(day)
        if len(in_force) < LEAST_RECORDS:
            return await asyncio.to_thread(Engine, snapshot, self._zone, day), None
        kept = await self._source.groundwork(await asyncio.to_thread(fingerprint, in_force))
        building = asyncio.to_thread(Engine, snapshot, self._zone, day, kept)
        if kept is not None:
            return await asyncio.gather(building, self._source.kept(kept.phrasings))
        engine = await building
        self._keeping = asyncio.create_task(self._keep(engine.groundwork))
        return engine, await self._source.kept(engine.fingerprint)

    def _prepare(self, engine: Engine, now: datetime) -> None:
        """Spares the questions to come what their first one would wait for."""
        if self._preparing is not None:
            self._preparing.cancel()
        self._preparing = asyncio.create_task(self._prepare_later(engine, now))

    async def _prepare_later(self, engine: Engine, now: datetime) -> None:
        await asyncio.sleep(PREPARE_AFTER)
        try:
            await asyncio.to_thread(prepare, engine, now)
        except Exception:
            log.exception("answering.not_prepared", revision=engine.revision)

    async def _keep(self, groundwork: Groundwork) -> None:
        try:
            await self._source.keep_groundwork(groundwork)
        except Exception:
            log.exception("groundwork.not_kept", fingerprint=groundwork.fingerprint)

    def _current(self, revision: int, day: date) -> Engine | None:
        """The engine, unless the knowledge has changed or other records are in force."""
        engine = self._engine
        return engine if engine and engine.revision >= revision and engine.is_valid_on(day) else None

    def _fit(self, engine: Engine, kept: Fits | None) -> None:
        """Gives the engine its fits; those of the knowledge before until its own are there."""
        if self._fitting is not None:
            self._fitting.cancel()
        if len(engine.snapshot) < LEAST_RECORDS:
            return
        if kept is not None:
            engine.use(kept)
            return
        if self._engine is not None and self._engine.fits is not None:
            engine.use(self._engine.fits)
        self._fitting = asyncio.create_task(self._refit(engine))

    async def _refit(self, engine: Engine) -> None:
        try:
            fits = await in_worker(FIT, "classified", engine.snapshot)
            engine.use(fits)
            if self._source.lasts:
                fits = await in_worker(FIT, "calibrated", engine.snapshot, fits)
                engine.use(fits)
                await self._source.keep(fits)
        except Exception:
            log.exception("fits.failed", fingerprint=engine.fingerprint)
