"""What arrives when, by a clock that is moved from moment to moment."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import col, func, select

from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage.models import Outgoing, OutgoingState
from tests.fakes import FakeClock
from tests.waiting import until

ON_THE_WAY = (OutgoingState.PENDING, OutgoingState.SENDING)


@dataclass(frozen=True, order=True)
class Notice:
    """A message that nobody asked for: when it arrived, in which chat, and how it begins."""

    at: datetime
    chat: int
    heading: str

    def __str__(self) -> str:
        return f"{self.at:%m-%d %H:%M:%S} {self.chat} {self.heading}"


@dataclass
class Chronicle:
    """Moves the clock of the assistant, and writes down what that brings."""

    park: Assistant
    telegram: SandboxClient
    clock: FakeClock
    notices: Counter[Notice] = field(default_factory=Counter)
    _read: int = 0

    async def pass_through(self, moments: Iterable[datetime]) -> None:
        """Each moment in turn, in order; first what was done at this one."""
        await self.settle()
        for moment in sorted(set(moments)):
            if moment > self.clock.now():
                self.clock.set(moment)
                await self.settle()

    async def settle(self) -> None:
        """Whatever is due at this moment is done, sent and written down."""
        services = self.park.services
        await services.registrations.advance()
        await services.mentoring.advance()
        services.mentoring.days.wake()
        await until(self._on_the_way, is_=0, within=60, every=0.02)
        calls = await self.telegram.calls(method="sendMessage", after=self._read)
        unasked = await self._unasked()
        for call in calls:
            self._read = call.number
            if call.chat is not None and (call.chat, call.result["message_id"]) in unasked:
                heading = call.result["text"].splitlines()[0]
                self.notices[Notice(self.clock.now(), call.chat, heading)] += 1

    async def _on_the_way(self) -> int:
        """Messages that are to be sent by now."""
        due = (col(Outgoing.state).in_(ON_THE_WAY), col(Outgoing.due_at) <= self.clock.now())
        async with self.park.services.database.read() as session:
            return (await session.exec(select(func.count()).select_from(Outgoing).where(*due))).one()

    async def _unasked(self) -> set[tuple[int, int]]:
        """By chat and Telegram's number: all that came out of the outbox so far."""
        async with self.park.services.database.read() as session:
            rows = (await session.exec(select(Outgoing.chat_id, Outgoing.message_ids))).all()
        return {(chat, one) for chat, ids in rows if chat is not None for one in ids or ()}
