"""A park with tenants, and a program that calls its API over real HTTP."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from aiohttp import ClientSession
from sqlmodel import col, select

from bot.app import Assistant
from bot.people import tokens
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from storage import chats
from storage.models import Announcement, Outgoing
from tests.factories import AT

PEOPLE = {11, 12, 13}
TEXT = "周一 9 点 3 号楼消防演练"
BODY: dict[str, Any] = {"text": TEXT, "audience": {"all": True}}


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: Any


@dataclass(frozen=True)
class Caller:
    """A program with a token; `address` is the API's."""

    http: ClientSession
    address: str
    token: str | None

    async def post(self, body: Any = BODY, key: str | None = "", **headers: str) -> Reply:
        """`body` is JSON, or bytes as they are; the key is a new one unless given, None is none."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        keyed = {} if key is None else {"Idempotency-Key": key or uuid4().hex}
        return await self.call(
            "POST", "/v1/announcements", {"Content-Type": "application/json"} | keyed | headers, data
        )

    async def get(self, announcement_id: object, **headers: str) -> Reply:
        return await self.call("GET", f"/v1/announcements/{announcement_id}", headers)

    async def call(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, data: bytes | None = None
    ) -> Reply:
        given = ({} if self.token is None else {"Authorization": f"Bearer {self.token}"}) | dict(headers or {})
        async with self.http.request(method, f"{self.address}{path}", data=data, headers=given) as response:
            body = await response.json(content_type=None)
            reply = Reply(response.status, dict(response.headers), body)
        if response.status >= 400:
            demand_problem(reply)
        return reply


def demand_problem(reply: Reply) -> None:
    """The four fields of a problem, and nothing of our insides."""
    assert reply.headers["Content-Type"].startswith("application/problem+json")
    assert {"type", "title", "status", "detail"} <= reply.body.keys()
    assert reply.body["status"] == reply.status
    assert "Traceback" not in str(reply.body)


def problem_in(reply: Reply) -> str:
    """Which it is."""
    return str(reply.body["type"]).removeprefix("/api/docs#")


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
async def tenants(park: Assistant, telegram: SandboxClient) -> None:
    for person in sorted(PEOPLE):
        await telegram.create_person(f"租户 {person}", person_id=person)
        await telegram.send_text(person, "/start")
    async with park.services.database.transaction() as session:
        for person in sorted(PEOPLE):
            await chats.upsert(session, person, "private", AT, user_language="en" if person == 13 else None)


async def caller_with(park: Assistant, http: ClientSession, role: Role, name: str = "") -> Caller:
    secret = await tokens.make(park.services.database, name or role.value, role, AT)
    return Caller(http, f"{park.address}/api", secret)


@pytest.fixture
async def caller(park: Assistant, http: ClientSession, tenants: None) -> Caller:
    """A program that may send announcements."""
    return await caller_with(park, http, Role.ANNOUNCER, "门禁系统")


async def written(park: Assistant) -> tuple[list[Announcement], list[Outgoing]]:
    """All announcements and what is in the outbox."""
    async with park.services.database.read() as session:
        announcements = (await session.exec(select(Announcement).order_by(col(Announcement.id)))).all()
        outgoing = (await session.exec(select(Outgoing).order_by(col(Outgoing.id)))).all()
    return list(announcements), list(outgoing)
