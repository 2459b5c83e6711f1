"""A programme on the last Friday of the month, experts of the alliance, founders of companies and without one."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select, update

from bot.knowledge.kinds import Alliance, Facility, Park, Programme, Subsidy
from bot.knowledge.store import load, publish
from bot.mentoring.days import Day
from bot.mentoring.reading import Days
from bot.mentoring.service import Mentoring
from bot.people import companies, staff
from bot.people.company import Company
from bot.people.staff import Member, Role
from storage import chats, memberships
from storage.database import Database
from storage.models import Outgoing, OutgoingState, StoredContent
from tests.factories import AT
from tests.fakes import FakeClock
from tests.parks import ZONE

LIN, WANG, EMMA, ZHAO = 11, 12, 13, 14
"""林工 and 小王 of acme, Emma and 小赵 of none."""
DESK = 21
"""Who looks after mentoring days."""
STARTS = datetime(2026, 12, 25, 5, 30, tzinfo=UTC)
"""Friday, 13:30 in the park."""
OPENS = datetime(2026, 12, 11, 1, 0, tzinfo=UTC)
CLOSES = datetime(2026, 12, 22, 10, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

RECORDS = [
    Park.model_validate({"id": "park", "name": {"zh": "园区", "en": "Park"}, "topics": ["mentoring"]}),
    Facility.model_validate({"id": "hall", "name": {"zh": "路演厅", "en": "Roadshow hall"}}),
    Facility.model_validate({"id": "lab", "name": {"zh": "硬功馆", "en": "Lab"}}),
    Subsidy.model_validate({"id": "voucher", "name": {"zh": "打样补贴", "en": "Voucher"}}),
    Alliance.model_validate(
        {
            "id": "alliance",
            "name": {"zh": "联盟", "en": "Alliance"},
            "members": [
                {
                    "id": "factory",
                    "name": {"zh": "工厂", "en": "Factory"},
                    "helps_with": [{"zh": "制造", "en": "making"}],
                },
                {
                    "id": "capital",
                    "name": {"zh": "资本", "en": "Capital"},
                    "helps_with": [{"zh": "融资", "en": "money"}],
                },
            ],
        }
    ),
    Programme.model_validate(
        {
            "id": "taofu",
            "name": {"zh": "淘富成真", "en": "Mentoring day"},
            "rrule": "FREQ=MONTHLY;BYDAY=-1FR",
            "first_day": "2026-12-25",
            "starts_at": "13:30",
            "ends_at": "14:30",
            "place": "hall",
            "slot_minutes": 15,
            "mentors": ["factory", "capital"],
            "closes_days_before": 3,
            "closes_at": "18:00",
            "bring": [{"zh": "样机", "en": "a prototype"}],
            "then_apply": "voucher",
            "factories": ["factory"],
            "labs": ["lab"],
        }
    ),
]


@pytest.fixture
async def desk(database: Database, clock: FakeClock) -> Mentoring:
    await publish(database, RECORDS, replace=True, clock=clock)
    await companies.save(
        database, [Company.model_validate({"id": "acme", "name": {"zh": "顶点", "en": "Acme"}})], clock
    )
    async with database.transaction() as session:
        for person in (LIN, WANG, EMMA, ZHAO, DESK):
            await chats.upsert(session, person, "private", AT, user_language="en" if person == EMMA else None)
        await memberships.add(session, LIN, "acme", AT, shown_as="林工")
        await memberships.add(session, WANG, "acme", AT)
    await staff.put(database, Member(DESK, Role.MENTOR_DESK, "小李", AT))
    clock.set(OPENS)
    return Mentoring.of(Days(database, clock, ZONE, lambda _now: load(database)))


async def begun(desk: Mentoring, person: int) -> Day:
    (first, *_) = await desk.days.upcoming("taofu", person)
    return await desk.applying.begin("taofu", first.occurrence.original_at, person)


async def applied(desk: Mentoring, person: int, *wishes: str) -> Day:
    day = await begun(desk, person)
    for wish in wishes or ("factory",):
        await desk.applying.wish(day.id, person, wish)
    return await desk.applying.apply(day.id, person, "一台会飞的路由器")


async def admitted(desk: Mentoring, person: int, *wishes: str) -> Day:
    day = await applied(desk, person, *wishes)
    assert day.own
    await desk.arranging.decide(day.own.id or 0)
    return await desk.days.find(day.id, person)


async def advanced(desk: Mentoring, clock: FakeClock, at: datetime) -> None:
    """Three processes look at once."""
    clock.set(at)
    await asyncio.gather(*(desk.advance() for _ in range(3)))


async def published(desk: Mentoring, clock: FakeClock, *people: int) -> int:
    """A published day on which these see the factory, one after the other."""
    for person in people:
        day = await admitted(desk, person, "factory")
    await advanced(desk, clock, CLOSES)
    await desk.arranging.publish(day.id)
    return day.id


async def told(database: Database, beginning: str = "") -> list[tuple[int | None, str]]:
    """Who is told what, in order: the chat and the heading, of what waits and has a key that begins so."""
    async with database.read() as session:
        rows = select(Outgoing, StoredContent).join(StoredContent, col(StoredContent.id) == col(Outgoing.content_id))
        waiting = (col(Outgoing.key).startswith(beginning), col(Outgoing.state) == OutgoingState.PENDING)
        found = (await session.exec(rows.where(*waiting).order_by(col(Outgoing.id)))).all()
    return [(one.chat_id, content.data["text"].splitlines()[0]) for one, content in found]


async def last_text(database: Database, chat_id: int) -> list[str]:
    """The lines of what the chat was told last."""
    async with database.read() as session:
        rows = select(StoredContent).join(Outgoing, col(StoredContent.id) == col(Outgoing.content_id))
        found = (await session.exec(rows.where(Outgoing.chat_id == chat_id).order_by(col(Outgoing.id)))).all()
    return str(found[-1].data["text"]).splitlines()


async def deliver(database: Database) -> None:
    async with database.transaction() as session:
        waiting = col(Outgoing.state) == OutgoingState.PENDING
        await session.exec(update(Outgoing).where(waiting).values(state=OutgoingState.SENT))
