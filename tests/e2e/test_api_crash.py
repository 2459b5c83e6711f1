"""kill -9 while programs send announcements: what was answered is there, and what they repeat is there once.

CRASH_KILLS says how often; `make soak` takes more of them.
"""

import asyncio
import json
import os
import random
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from sqlmodel import col, func, select

from bot.people import tokens
from bot.people.staff import Role
from storage import chats, idempotency
from storage.database import Database, opened
from storage.models import Announcement, AnnouncementBatch, Outgoing, Purpose
from tests.e2e.processes import Process, parkbot
from tests.factories import AT
from tests.waiting import until

KILLS = int(os.environ.get("CRASH_KILLS", "3"))
KEYS = [f"key-{number}" for number in range(40 * (KILLS + 1))]
AT_ONCE = 8
PROGRAM, PATH = "gate", "/api/v1/announcements"
PATIENCE = ClientTimeout(total=20)
Answers = dict[str, dict[str, Any]]


class Sender:
    """Posts one announcement a key, and keeps what was answered."""

    def __init__(self, http: ClientSession, port: int, token: str) -> None:
        self._http = http
        self._port = port
        self._token = token
        self.answers: Answers = {}
        self.replayed = 0
        """Answers that had been given before and had not arrived."""

    async def post(self, key: str) -> dict[str, Any] | None:
        """The answer; None if the connection broke."""
        address = f"http://127.0.0.1:{self._port}{PATH}"
        try:
            async with self._http.post(address, json=_body(key), headers=self._headers(key)) as response:
                assert response.status == 202, await response.text()
                answer: dict[str, Any] = await response.json()
                self.replayed += response.headers.get("Idempotency-Replayed") == "true"
                return answer
        except ClientError:
            return None

    def _headers(self, key: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}", "Idempotency-Key": key}

    @property
    def unanswered(self) -> list[str]:
        return [key for key in KEYS if key not in self.answers]

    @asynccontextmanager
    async def unread(self, key: str) -> AsyncIterator[None]:
        """A request whose answer nobody reads."""
        _, writer = await asyncio.open_connection("127.0.0.1", self._port)
        body = json.dumps(_body(key)).encode()
        head = "".join(f"{name}: {value}\r\n" for name, value in self._headers(key).items())
        start = (
            f"POST {PATH} HTTP/1.1\r\nHost: park\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        )
        writer.write(f"{start}{head}\r\n".encode() + body)
        yield
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    async def post_all(self, but: str = "") -> None:
        """What is not answered yet."""
        waiting = [key for key in self.unanswered if key != but]

        async def work() -> None:
            while waiting:
                key = waiting.pop(0)
                if answer := await self.post(key):
                    self.answers[key] = answer

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))


def _body(key: str) -> dict[str, Any]:
    return {"text": text_of(key), "audience": {"all": True}}


def text_of(key: str) -> str:
    return f"通知 {key}"


async def fan_outs(database: Database) -> dict[str, list[int]]:
    """By text: how many messages were written for each announcement that has it."""
    batch = AnnouncementBatch
    counted = (
        select(Announcement, func.count(col(Outgoing.id)))
        .outerjoin(batch, (col(batch.announcement_id) == col(Announcement.id)) & (col(batch.purpose) == Purpose.SEND))
        .outerjoin(Outgoing, col(Outgoing.batch_id) == col(batch.batch_id))
        .group_by(col(Announcement.id))
    )
    found: dict[str, list[int]] = {}
    async with database.read() as session:
        for announcement, count in (await session.exec(counted)).all():
            (content,) = announcement.contents.values()
            found.setdefault(content["text"], []).append(count)
    return found


async def killed_in_the_middle(process: Process, sender: Sender, database: Database) -> None:
    """Dies with some answers given, one that never arrives, and several requests in flight."""
    enough, lost = len(sender.answers) + random.randint(5, 30), sender.unanswered[-1]

    async def stored() -> bool:
        async with database.read() as session:
            return await idempotency.get(session, PROGRAM, lost) is not None

    async with sender.unread(lost):
        await until(stored, within=30)
        sending = asyncio.create_task(sender.post_all(but=lost))
        await until(lambda: len(sender.answers) >= enough, within=30)
        await process.end(signal.SIGKILL)
        await sending


async def test_what_is_repeated_after_kill_9_is_sent_once(env: dict[str, str], park_url: str, tmp_path: Path) -> None:
    async with opened(park_url) as database, ClientSession(timeout=PATIENCE) as http:
        async with database.transaction() as session:
            for person in range(1, 51):
                await chats.upsert(session, person, "private", AT)
        token = await tokens.make(database, PROGRAM, Role.ANNOUNCER, AT)
        sender = Sender(http, int(env["PARKBOT_HTTP_PORT"]), token)
        for _ in range(KILLS):
            async with parkbot("serve", folder=tmp_path, env=env) as process:
                await process.wait_for("assistant.started")
                await killed_in_the_middle(process, sender, database)
        async with parkbot("serve", folder=tmp_path, env=env) as process:
            await process.wait_for("assistant.started")
            await sender.post_all()
            repeated = {key: await sender.post(key) for key in KEYS}
            assert await process.end(signal.SIGTERM) == 0
        written = await fan_outs(database)

    assert repeated == sender.answers
    assert sender.replayed >= KILLS
    assert written == {text_of(key): [sender.answers[key]["recipients"]] for key in KEYS}
