"""A scheduled announcement goes at its time, once, however often the process is killed and started again around it.

CRASH_KILLS says how often; `make soak` takes more of them.
"""

import asyncio
import os
import random
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, func, select

from bot.announcements.audience import Audience
from bot.announcements.drafting import Draft
from bot.announcements.service import Announcements
from bot.clock import SystemClock
from bot.languages import Language
from bot.messages.content import Content
from storage import chats
from storage.database import Database, opened
from storage.models import Announcement, AnnouncementBatch, AnnouncementState, Outgoing
from tests.e2e.processes import parkbot
from tests.parks import ZONE
from tests.waiting import until

PEOPLE = (11, 12, 13)
RESTARTS = min(int(os.environ.get("CRASH_KILLS", "4")), 20)
START = 2.0  # seconds that a process needs, about


async def schedule(url: str, at: datetime) -> int:
    async with opened(url) as database:
        async with database.transaction() as session:
            for person in PEOPLE:
                await chats.upsert(session, person, "private", datetime.now(UTC))
        desk = Announcements(database, SystemClock(), ZONE)
        text = {Language.ZH: Content(text="周一 9 点消防演练")}
        drafted = await desk.draft("staff:1", Draft(contents=text, audience=Audience(all=True), send_at=at))
        released = await desk.release(drafted.id or 0, "staff:1", None)
        assert released.state is AnnouncementState.SCHEDULED
        return released.id or 0


async def fan_outs(database: Database) -> tuple[int, int]:
    """How many batches there are, and how many messages."""
    async with database.read() as session:
        batches = (await session.exec(select(func.count()).select_from(AnnouncementBatch))).one()
        return batches, (await session.exec(select(func.count()).select_from(Outgoing))).one()


async def started(database: Database, announcement_id: int) -> Announcement | None:
    async with database.read() as session:
        chosen = (col(Announcement.id) == announcement_id, col(Announcement.started_at).is_not(None))
        return (await session.exec(select(Announcement).where(*chosen))).one_or_none()


async def _is_started(database: Database, announcement_id: int) -> bool:
    return await started(database, announcement_id) is not None


async def test_it_goes_at_its_time(tmp_path: Path, park_url: str, env: dict[str, str]) -> None:
    async with parkbot("serve", folder=tmp_path, env=env) as process:
        await process.wait_for("assistant.started")
        at = datetime.now(UTC) + timedelta(seconds=2)
        announcement_id = await schedule(park_url, at)
        async with opened(park_url) as database:
            await until(lambda: _is_started(database, announcement_id), within=20)
            found = await started(database, announcement_id)
        assert await process.end(signal.SIGTERM) == 0
    assert found
    assert found.started_at
    assert found.started_at >= at
    assert not found.late


@pytest.mark.parametrize("late", [False, True], ids=["around-its-time", "after-an-outage"])
async def test_restarts_around_its_time_send_it_once(
    tmp_path: Path,
    park_url: str,
    env: dict[str, str],
    late: bool,
) -> None:
    now = datetime.now(UTC)
    at = now + timedelta(seconds=0.5 if late else START * RESTARTS / 2)
    announcement_id = await schedule(park_url, at)
    if late:
        await asyncio.sleep(0.5)
    for _ in range(RESTARTS):
        async with parkbot("serve", folder=tmp_path, env=env) as process:
            await process.wait_for("assistant.started")
            await asyncio.sleep(random.uniform(0, 1))
            await process.end(signal.SIGKILL)
    async with parkbot("serve", folder=tmp_path, env=env) as process, opened(park_url) as database:
        await process.wait_for("assistant.started")
        await until(lambda: _is_started(database, announcement_id), within=30)
        found = await started(database, announcement_id)
        await asyncio.sleep(1)  # a second fan-out would come with the next ticks
        assert await fan_outs(database) == (1, len(PEOPLE))
        assert await process.end(signal.SIGTERM) == 0
    assert found
    assert found.started_at
    assert found.started_at >= at
