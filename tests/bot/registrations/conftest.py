"""A park with a workshop of two seats, a talk that anybody may come to, and a weekly run."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select, update

from bot.knowledge.kinds import Event, Facility, Park, Record
from bot.knowledge.store import load, publish
from bot.registrations.dates import Date
from bot.registrations.service import Registrations
from storage import chats
from storage.database import Database
from storage.models import Outgoing, OutgoingState, Registration, RegistrationState, StoredContent
from tests.factories import AT
from tests.fakes import FakeClock
from tests.parks import ZONE

LIN, WANG, EMMA = 11, 12, 13
STARTS = datetime(2026, 12, 3, 6, 0, tzinfo=UTC)
"""Thursday, 14:00 in the park: ten days after the tests begin."""

PARK = Park.model_validate({"id": "park", "name": {"zh": "园区", "en": "Park"}})
HALL = Facility.model_validate({"id": "hall", "name": {"zh": "服务大厅", "en": "Service hall"}})
WORKSHOP: dict[str, Any] = {
    "id": "workshop",
    "name": {"zh": "工作坊", "en": "Workshop"},
    "starts": "2026-12-03 14:00",
    "ends": "2026-12-03 16:00",
    "place": "hall",
    "seats": 2,
    "register_until": "2026-12-02 18:00",
}
TALK: dict[str, Any] = {
    "id": "talk",
    "name": {"zh": "讲座", "en": "Talk"},
    "starts": "2026-12-03 09:30",
    "ends": "2026-12-03 11:00",
    "place": "hall",
}
RUN: dict[str, Any] = {
    "id": "run",
    "name": {"zh": "夜跑", "en": "Night run"},
    "starts": "2026-11-24 19:00",
    "ends": "2026-11-24 20:00",
    "rrule": "FREQ=WEEKLY;BYDAY=TU,TH",
}


def records(*events: dict[str, Any]) -> list[Record]:
    return [PARK, HALL, *(Event.model_validate(event) for event in events)]


async def change(database: Database, clock: FakeClock, *events: dict[str, Any]) -> None:
    """The park publishes these events, and no others."""
    await publish(database, records(*events), replace=True, clock=clock)


@pytest.fixture
async def desk(database: Database, clock: FakeClock) -> Registrations:
    await change(database, clock, WORKSHOP, TALK, RUN)
    async with database.transaction() as session:
        for person in (LIN, WANG, EMMA):
            await chats.upsert(session, person, "private", AT, user_language="en" if person == EMMA else None)
    return Registrations(database, clock, ZONE, lambda _now: load(database))


async def join(desk: Registrations, person: int, event_id: str = "workshop", which: int = 0) -> Date:
    dates = await desk.dates(event_id, person)
    return await desk.sign_up(event_id, dates[which].occurrence.original_at, person)


def state_of(date: Date) -> RegistrationState | None:
    return date.own.state if date.own else None


async def states(database: Database) -> dict[int, RegistrationState]:
    async with database.read() as session:
        return {one.chat_id: one.state for one in (await session.exec(select(Registration))).all()}


async def told(database: Database, beginning: str = "") -> list[tuple[int | None, str]]:
    """Who is told what, in order: the chat and the first line, of messages whose key begins so."""
    return [(one.chat_id, text.splitlines()[0]) for one, text in await _waiting(database, beginning)]


async def texts(database: Database) -> list[str]:
    """All that people are told, in order."""
    return [text for _, text in await _waiting(database, "")]


async def _waiting(database: Database, beginning: str) -> list[tuple[Outgoing, str]]:
    async with database.read() as session:
        rows = select(Outgoing, StoredContent).join(StoredContent, col(StoredContent.id) == col(Outgoing.content_id))
        waiting = (col(Outgoing.key).startswith(beginning), col(Outgoing.state) == OutgoingState.PENDING)
        found = (await session.exec(rows.where(*waiting).order_by(col(Outgoing.id)))).all()
    return [(one, content.data["text"]) for one, content in found]


async def outgoing(database: Database, beginning: str) -> list[Outgoing]:
    async with database.read() as session:
        rows = select(Outgoing).where(col(Outgoing.key).startswith(beginning)).order_by(col(Outgoing.id))
        return list((await session.exec(rows)).all())


async def deliver(database: Database) -> None:
    async with database.transaction() as session:
        waiting = col(Outgoing.state) == OutgoingState.PENDING
        await session.exec(update(Outgoing).where(waiting).values(state=OutgoingState.SENT))


HOUR = timedelta(hours=1)
