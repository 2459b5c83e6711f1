"""`parkbot evaluate`: how good the park's own knowledge is, and where it wants mending."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot import logs
from bot.answering.fitting.crossfit import examples
from bot.answering.fitting.evaluation import Evaluation, evaluation
from bot.answering.types import RecordKey
from bot.cli.options import DatabaseOption, database_url
from bot.clock import SystemClock
from bot.errors import ParkbotError
from bot.knowledge import store
from bot.knowledge.snapshot import Snapshot
from bot.settings import load
from storage import exchanges
from storage.database import opened
from storage.exchanges import Refused

LATELY = timedelta(days=30)
THIN = 5
"""A record with fewer sample questions is found by its name alone."""

Rows = Annotated[int, typer.Option("--rows", min=1, help="How many rows each list shows at the most.")]


def evaluate(*, rows: Rows = 15, database: DatabaseOption = None) -> None:
    """Ask the park's sample questions of knowledge that has not seen them, and say what to mend."""
    logs.configure("console", "WARNING")
    snapshot, refused = asyncio.run(_loaded(database_url(database), load().timezone, SystemClock().now(), rows))
    if not any(record.questions for record in snapshot):
        raise ParkbotError("The knowledge holds no sample questions to evaluate it by: add some to its records.")
    found = evaluation(examples(snapshot))
    for line in _report(snapshot, found, refused, rows):
        typer.echo(line)


async def _loaded(url: str, zone: ZoneInfo, now: datetime, rows: int) -> tuple[Snapshot, list[Refused]]:
    """The knowledge in force, and the questions that were refused lately."""
    async with opened(url) as database:
        snapshot = await store.load(database)
        async with database.read() as session:
            refused = await exchanges.refused(session, since=now - LATELY, limit=rows)
    return snapshot.valid_on(now.astimezone(zone).date()), refused


def _report(snapshot: Snapshot, found: Evaluation, refused: list[Refused], rows: int) -> Iterator[str]:
    questions = sum(len(record.questions) for record in snapshot)
    yield f"{len(snapshot)} records with {questions} sample questions; {found.known + found.strange} asked."
    yield ""
    yield "Questions held out of their record, asked of the rest"
    yield f"  their record comes first         {_share(found.first, found.known)}"
    yield f"  it is among the first three      {_share(found.among_three, found.known)}"
    yield f"  sure enough, and right           {_share(found.answered, found.known)}"
    yield f"  sure enough, and wrong           {_share(found.answered_wrongly, found.known)}"
    yield "Questions of records left out whole"
    yield f"  handed to people                 {_share(found.refused, found.strange)}"
    collisions = [
        f"{_name(one.meant)} taken for {_name(one.found)}: {one.count} times, as in “{one.question}”"
        for one in found.collisions
    ]
    unfound = [f"{_name(one.key)}: {one.found} of {one.asked} questions found it" for one in found.unfound]
    thin = [
        f"{record.kind} {record.id}: {len(record.questions)} sample questions"
        for record in snapshot
        if len(record.questions) < THIN
    ]
    lately = [f"{one.times}× “{one.question}”" for one in refused]
    yield from _listed("Records that collide: tell their questions apart, or make them one", collisions, rows)
    yield from _listed("Records that nothing would find: add questions in tenants' words", unfound, rows)
    yield from _listed(f"Records with fewer than {THIN} sample questions", thin, rows)
    yield from _listed("Refused in the last 30 days: answer them in a record, or add them to one", lately, rows)


def _share(count: int, of: int) -> str:
    return f"{count:5} of {of:5}  {100 * count / of:5.1f}%" if of else "none asked"


def _name(key: RecordKey) -> str:
    return f"{key[0]} {key[1]}"


def _listed(title: str, lines: list[str], rows: int) -> Iterator[str]:
    yield ""
    yield f"{title}: {'none' if not lines else len(lines)}"
    yield from (f"  {line}" for line in lines[:rows])
    if len(lines) > rows:
        yield f"  … and {len(lines) - rows} more (--rows shows more)"
