"""A mentoring day of the demonstration park with its timetable published."""

from datetime import UTC, datetime

from sqlmodel import col, func, select

from bot.app import Assistant
from storage import chats
from storage.models import Outgoing, OutgoingState
from tests.factories import AT
from tests.fakes import FakeClock
from tests.waiting import until

CLOSED = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
STARTS = datetime(2026, 11, 27, 5, 30, tzinfo=UTC)
"""Friday, 13:30 in the park."""


async def applied(park: Assistant, person: int, *wishes: str) -> int:
    """The id of their application."""
    desk = park.services.mentoring
    (first, *_) = await desk.days.upcoming("taofu", person)
    day = await desk.applying.begin("taofu", first.occurrence.original_at, person)
    for wish in wishes or ("foxconn",):
        await desk.applying.wish(day.id, person, wish)
    day = await desk.applying.apply(day.id, person, "一台会飞的路由器")
    return day.own.id or 0 if day.own else 0


async def arranged(park: Assistant, clock: FakeClock, *people: int, wishes: tuple[str, ...] = ("foxconn",)) -> None:
    """The day of occurrence 1: all of them are admitted, and who comes first has the first time of the first wish."""
    desk = park.services.mentoring
    for person in people:
        await desk.arranging.decide(await applied(park, person, *wishes))
    clock.set(CLOSED)
    await desk.advance()
    await desk.arranging.publish(1)
    await told(park, clock.now())


async def later(park: Assistant, clock: FakeClock, at: datetime) -> None:
    """It is that time, and whoever is to be told something by then has read it."""
    clock.set(at)
    await park.services.mentoring.advance()
    await told(park, at)


async def told(park: Assistant, at: datetime) -> None:
    """Once all that is due by then is sent."""
    await until(lambda: _to_send(park, at), is_=0, within=30)


async def _to_send(park: Assistant, at: datetime) -> int:
    waiting = col(Outgoing.state).in_([OutgoingState.PENDING, OutgoingState.SENDING])
    async with park.services.database.read() as session:
        return (await session.exec(select(func.count()).where(waiting, col(Outgoing.due_at) <= at))).one()


async def silent(park: Assistant, *people: int) -> None:
    """Known people whom the assistant cannot write to."""
    async with park.services.database.transaction() as session:
        for person in people:
            await chats.upsert(session, person, "private", AT)
            await chats.set_reachable(session, person, reachable=False)
