"""How long an announcement to very many takes to be written, and what memory that and sending it take."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.clock import SystemClock
from storage.database import Database
from tests import postgres
from tests.bench import senders, telegram
from tests.bench.outside import Outside
from tests.bench.table import Table
from tests.e2e.processes import ROOT

CHATS = 100_000
HEADER = ("store", "rows", "transaction s", "memory above idle MB", "of them sent", "memory above idle then MB")
NOTES = (
    "One transaction writes a row for each chat; then the dispatcher sends the first of them, page by page, to a "
    "channel that takes everything at once. Memory: the most that was ever resident, above what the process took "
    "before. PostgreSQL 16 with fsync, without VACUUM or ANALYZE in between."
)


def table(_outside: Outside) -> Table:
    with TemporaryDirectory() as folder:
        rows = [_row("SQLite", f"sqlite:///{Path(folder, 'store.sqlite3')}")]
    with postgres.running(durable=True) as server, server.database("bench") as url:
        rows.append(_row("PostgreSQL", url))
    return Table("Fan-out", HEADER, tuple(rows), NOTES)


def _row(store: str, url: str) -> tuple[str, ...]:
    asyncio.run(_fill(url))
    command = [sys.executable, "-m", "tests.bench.fanout_process", url]
    found: dict[str, Any] = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    written, sending = (f"{found[name]:.0f}" for name in ("written", "sending"))
    return store, f"{found['rows']:,}", f"{found['seconds']:.2f}", written, f"{found['sent']:,}", sending


async def _fill(url: str) -> None:
    database = Database(url)
    await database.migrate()
    async with database.transaction() as session:
        await senders.store(session, telegram.chat_ids(CHATS), SystemClock().now())
    await database.dispose()
