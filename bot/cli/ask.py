"""parkbot ask: one answer, a chat in the terminal, or a stream of questions as JSON lines."""

import asyncio
import json
import re
import sys
import time
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from bot import logs
from bot.answering.explaining import explained
from bot.answering.service import AnswerService
from bot.answering.sources import InMemory, Source, Store
from bot.answering.types import Answer, Context, Question
from bot.cli.options import DatabaseOption, database_url
from bot.clock import SystemClock
from bot.errors import ParkbotError
from bot.knowledge import pack, store
from bot.messages.texts import texts_in
from bot.people import companies
from bot.people.company import Company
from bot.settings import load
from storage.database import Database, opened

YEARS = range(2000, 2100)
"""Those that calendars know in which the assistant looks things up."""


class Line(BaseModel):
    """One question of the stream; further keys are ignored."""

    model_config = ConfigDict(extra="ignore", strict=True)

    id: str
    text: str
    chat: str | None = None
    now: str | None = None
    company: str | None = None

    @field_validator("now")
    @classmethod
    def is_a_moment(cls, value: str | None) -> str | None:
        if value is not None:
            moment(value)
        return value


_HALF_PAIR = re.compile(r"[\ud800-\udfff]")
"""Half of a surrogate pair cannot be written in UTF-8, only escaped."""


class Asker:
    """Asks the service, and remembers every chat's context for this run."""

    def __init__(self, service: AnswerService, database: Database, zone: ZoneInfo, *, demonstration: bool) -> None:
        self._service = service
        self._database = database
        self._zone = zone
        self._contexts: dict[str, Context | None] = {}
        self._demonstration = {one.id: one for one in companies.demonstration()} if demonstration else None

    @classmethod
    async def of(cls, database: Database, zone: ZoneInfo) -> "Asker":
        """An asker for a store; for one without records, for the demonstration pack in memory."""
        empty = not len(await store.load(database))
        if empty:
            source: Source = InMemory(pack.demonstrated())
        else:
            source = Store(database, SystemClock())
        service = AnswerService(source, zone)
        await service.warm(datetime.now(zone), fitted=True)
        return cls(service, database, zone, demonstration=empty)

    async def company(self, company_id: str | None) -> Company | None:
        if company_id is None:
            return None
        if self._demonstration is not None:
            return self._demonstration.get(company_id)
        return await companies.load(self._database, company_id)

    async def ask(self, text: str, now: datetime | None, company: Company | None, chat: str) -> tuple[Answer, float]:
        """The answer and the milliseconds that it took inside the assistant."""
        moment_asked = now or datetime.now(self._zone)
        began = time.perf_counter()
        question = Question(text, moment_asked, company=company, context=self._contexts.get(chat))
        answer = await self._service.answer(question)
        took = 1000 * (time.perf_counter() - began)
        self._contexts[chat] = answer.context
        return answer, took


def moment(text: str) -> datetime:
    """An ISO 8601 time with its offset."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"'{text}' is no ISO 8601 time, like 2026-11-23T10:00:00+08:00") from error
    if value.tzinfo is None:
        raise ValueError(f"'{text}' lacks its offset, like +08:00")
    if value.year not in YEARS:
        raise ValueError(f"'{text}' is not in the years {YEARS[0]} to {YEARS[-1]}")
    return value


def ask(  # noqa: PLR0913 - one parameter an option
    *,
    text: Annotated[str | None, typer.Argument(help="The question; without it a chat begins.")] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Questions from stdin, answers to stdout, one JSON a line.")
    ] = False,
    now: Annotated[str | None, typer.Option(help="The moment to answer for, ISO 8601 with offset.")] = None,
    company: Annotated[str | None, typer.Option(help="The id of the company that asks.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Also what was understood, and why.")] = False,
    database: DatabaseOption = None,
) -> None:
    """Answer one question, or chat in the terminal."""
    logs.configure("console", "WARNING")
    try:
        at = moment(now) if now else None
    except ValueError as error:
        raise ParkbotError(f"--now: {error}") from error
    failed = asyncio.run(_run(database_url(database), load().timezone, text, at, company, jsonl=jsonl, explain=explain))
    if failed:
        raise typer.Exit(1)


async def _run(  # noqa: PLR0913 - what the options say
    url: str,
    zone: ZoneInfo,
    text: str | None,
    now: datetime | None,
    company_id: str | None,
    *,
    jsonl: bool,
    explain: bool,
) -> bool:
    async with opened(url) as database:
        asker = await Asker.of(database, zone)
        if jsonl:
            return await _stream(asker, sys.stdin.buffer)
        company = await asker.company(company_id)
        if company_id is not None and company is None:
            raise ParkbotError(f"there is no company '{company_id}'")
        questions = [text] if text is not None else _typed()
        for question in questions:
            answer, _ = await asker.ask(question, now, company, "terminal")
            typer.echo(answer.text)
            if explain:
                typer.echo(explained(answer.outcome, answer.confidence, answer.explanation, texts_in(answer.language)))
    return False


def _typed() -> Iterable[str]:
    """Lines typed at the terminal until its end."""
    while True:
        try:
            line = input("> ")
        except (EOFError, KeyboardInterrupt):
            return
        if line.strip():
            yield line


async def _stream(asker: Asker, lines: Iterable[bytes]) -> bool:
    """Answer line by line; True when a line was no question."""
    failed = False
    for line in lines:
        if not line.strip():
            continue
        try:
            asked = Line.model_validate(json.loads(line.decode("utf-8-sig")))
        except (ValueError, ValidationError, RecursionError) as error:
            failed = True
            _emit({"id": None, "error": _sentence(error)})
            continue
        company = await asker.company(asked.company)
        now = moment(asked.now) if asked.now else None
        answer, took = await asker.ask(asked.text, now, company, asked.chat or asked.id)
        _emit(
            {
                "id": asked.id,
                "outcome": answer.outcome.value,
                "records": [record_id for _, record_id in answer.records],
                "text": answer.text,
                "ms": round(took, 2),
                "confidence": answer.confidence,
            }
        )
    return failed


def _sentence(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        message = first["msg"].removeprefix("Value error, ")
        return f"{place}: {message}" if place else message
    return f"not a JSON object: {error}"


def _emit(row: dict[str, Any]) -> None:
    text = json.dumps(row, ensure_ascii=False)
    if _HALF_PAIR.search(text):
        text = json.dumps(row)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
