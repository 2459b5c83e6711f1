"""A park whose events remind many people, by a clock that is set as one likes."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlmodel import col, func, select

from bot.answering.fitting import fit
from bot.answering.sources import Store
from bot.clock import SystemClock
from bot.knowledge.kinds import Event, Park
from bot.knowledge.store import publish
from bot.knowledge.values import Text
from bot.occurrences import Occurrence
from bot.registrations.dates import planned_row
from storage import registrations as stored
from storage.models import Outgoing, OutgoingState, Registration, RegistrationState, StoredContent
from tests.e2e.crash_park import FIRST, IN_FLIGHT, LOOK, CrashPark, opened_park
from tests.fakes import ShiftedClock
from tests.parks import ZONE
from tests.waiting import until

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
BEGINS = datetime(2027, 3, 1, 14, 0, tzinfo=ZONE)
"""What the clock is set to; far from anybody's quiet hours."""


@dataclass
class ReminderPark(CrashPark):
    """`people` by the occurrence that they signed up for."""

    people: dict[int, list[int]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    @property
    def clock(self) -> ShiftedClock:
        return ShiftedClock(Path(self.env["CLOCK_FILE"]))

    async def hold(self, starts: Iterable[datetime], each: int) -> None:
        """An event at each of these times, with so many people of its own."""
        self.events = [_event(number, at) for number, at in enumerate(starts)]
        park = Park(id="park", name=Text(zh="园区"))
        await publish(self.database, [park, *self.events], replace=True, clock=SystemClock())
        source = Store(self.database, SystemClock())
        await source.keep(fit.classified(await source.load()))  # processes need not, and leave no worker when killed
        for number, event in enumerate(self.events):
            first = FIRST + number * each
            await self._sign_up(event, list(range(first, first + each)))

    async def _sign_up(self, event: Event, people: list[int]) -> None:
        await self.meet(people)
        starts = event.starts.replace(tzinfo=ZONE)
        times = Occurrence(starts, event.ends.replace(tzinfo=ZONE), starts, event.place)
        before = BEGINS - DAY
        async with self.database.transaction() as session:
            occurrence = await stored.occurrence(session, planned_row(event, times))
            state = {"state": RegistrationState.REGISTERED, "queued_at": before, "changed_at": before}
            rows = [{"occurrence_id": occurrence.id, "chat_id": person, **state} for person in people]
            await session.exec(insert(Registration), params=rows)
        self.people[occurrence.id or 0] = people

    async def move(self, number: int, to: datetime) -> None:
        """The event's record says another date from now on."""
        self.events[number] = _event(number, to)
        await publish(self.database, [self.events[number]], replace=False, clock=SystemClock())

    def keys(self, *kinds: str, revision: int = 1) -> set[str]:
        """Of the reminders that there are to be."""
        return {
            f"reminder:{kind}:{occurrence}:{revision}:{person}"
            for occurrence, people in self.people.items()
            for person in people
            for kind in kinds
        }

    async def written(self, beginning: str = "reminder") -> int:
        """Messages in the outbox whose keys begin so."""
        such = col(Outgoing.key).startswith(beginning)
        async with self.database.read() as session:
            return (await session.exec(select(func.count()).select_from(Outgoing).where(such))).one()

    async def all_written(self, count: int, beginning: str = "reminder") -> None:
        await until(lambda: self.written(beginning), is_=count, within=60, every=LOOK)

    async def catch_up(self) -> None:
        """To when all is due that a clock which was ahead has put off for another attempt."""
        waiting = col(Outgoing.state) != OutgoingState.SENT
        async with self.database.read() as session:
            last = (await session.exec(select(func.max(Outgoing.due_at)).where(waiting))).one()
        self.clock.set(max(last or BEGINS, self.clock.now()))

    async def delays(self, count: int) -> list[float]:
        """Seconds from when reminders were due until they are seen in the outbox, of the next so many."""
        delays = list[float]()
        async with self.database.read() as session:
            last = (await session.exec(select(func.max(Outgoing.id)))).one() or 0
        while len(delays) < count:
            async with self.database.read() as session:
                rows = select(Outgoing.id, Outgoing.due_at).where(col(Outgoing.id) > last)
                found = (await session.exec(rows)).all()
            seen = self.clock.now()
            last = max((row_id or 0 for row_id, _ in found), default=last)
            delays += [(seen - due_at).total_seconds() for _, due_at in found]
            await asyncio.sleep(0.02)
        return delays

    async def outgoing(self) -> list[tuple[Outgoing, str]]:
        """All that was written, with its text."""
        rows = select(Outgoing, StoredContent).join(StoredContent, col(StoredContent.id) == col(Outgoing.content_id))
        async with self.database.read() as session:
            found = (await session.exec(rows.order_by(col(Outgoing.id)))).all()
        return [(one, content.data["text"]) for one, content in found]

    async def judge(self, keys: set[str], *, doubled_at_most: int) -> str:
        """These reminders and no others, nobody left out, and what came twice is on record as what may have."""
        written = await self.outgoing()
        assert sorted(one.key for one, _ in written) == sorted(keys)
        assert {one.state for one, _ in written} == {OutgoingState.SENT}
        taken = Counter((row.chat, row.text) for row in self.sandbox.world.ledger.rows())
        assert set(taken) == {(one.chat_id, text) for one, text in written}
        doubled = {one for one, times in taken.items() if times > 1}
        unconfirmed = {(one.chat_id, text) for one, text in written if one.unconfirmed}
        assert doubled <= unconfirmed
        assert taken.total() - len(keys) <= doubled_at_most
        late = sum("来晚了" in text for _, text in written)
        return (
            f"enqueued {len(written)}, each once ({late} late), lost 0, came twice {len(doubled)}, "
            f"unconfirmed {len(unconfirmed)}, bound {doubled_at_most}"
        )

    def judge_moves(self) -> str:
        """Nobody was reminded of the old date after they were told of the new one, and once of the new one."""
        heard: dict[int, list[str]] = {}
        for row in self.sandbox.world.ledger.rows():
            heard.setdefault(row.chat, []).append(row.text.partition("：")[0])
        orders = Counter(" ".join(texts) for texts in heard.values())
        told, reminded = "改了时间或地点", "明天"
        assert set(orders) <= {f"{told} {reminded}", f"{reminded} {told} {reminded}"}
        return ", ".join(f"{order}: {count}" for order, count in orders.items())


def bound(kills: int) -> int:
    """How many may come twice."""
    return IN_FLIGHT * kills


async def opened_reminder_park(stack: AsyncExitStack, url: str, folder: Path) -> ReminderPark:
    park = await opened_park(stack, ReminderPark, url, folder)
    park.env |= {"CLOCK_FILE": str(folder / "clock"), "PARKBOT_TIMEZONE": ZONE.key}
    park.clock.set(BEGINS)
    return park


def _event(number: int, starts: datetime) -> Event:
    local = starts.astimezone(ZONE).replace(tzinfo=None)
    return Event(id=f"event-{number}", name=Text(zh=f"活动{number}"), starts=local, ends=local + 2 * HOUR)
