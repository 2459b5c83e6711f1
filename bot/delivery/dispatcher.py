"""The dispatcher: takes what is due out of the outbox, page by page, has it sent, and records what became of it.

One process at a time does, over all that share the store. What it sends it has committed as `sending` before, and no
more of it than can be in flight: so much, and no more, may arrive twice when the process dies.
"""

import asyncio
import math
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from functools import partial

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import metrics
from bot.delivery.attempts import Attempt, Attempts, Ending
from bot.delivery.pacing import Pacing
from bot.delivery.tenure import Tenure
from storage import dispatching, outbox
from storage.database import Database
from storage.dispatching import Claimed
from storage.errors import StoreError
from storage.models.base import Json
from storage.obstacles import Moment

log = structlog.get_logger(__name__)

IN_FLIGHT = 8 / 30  # messages under a claim, for each that may be sent in a second
TICK = 0.5  # seconds between looks at the store when nothing happens here
PATIENCE = 10  # seconds for what is being sent when stopping
KEPT = timedelta(days=180)  # messages that are over, for reports
PRUNED = 1000  # messages deleted in one transaction


class Dispatcher:
    """`bell` is set by whoever writes to the outbox; `moment` tells the time."""

    def __init__(
        self, database: Database, moment: Callable[[], Moment], attempts: Attempts, pacing: Pacing, bell: asyncio.Event
    ) -> None:
        self._database = database
        self._moment = moment
        self._attempts = attempts
        self._pacing = pacing
        self._bell = bell
        self._tenure = Tenure(alone=database.file is not None)
        self._most = math.ceil(pacing.rate * IN_FLIGHT)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._begun: set[int] = set()
        self._endings: list[Ending] = []
        self._astray = False
        self._stopping = False

    async def run(self) -> None:
        """Send until stopped; then begin nothing more, and let what is being sent finish."""
        while not self._stopping:
            await self._step()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._tasks:
                    await self._step()
        late = list(self._tasks.values())
        for task in late:
            task.cancel()
        await asyncio.gather(*late)
        await self._guarded(self._turn)
        await self._guarded(self._leave)

    def stop(self) -> None:
        """Tell `run` to begin nothing more and to end."""
        self._stopping = True
        self._bell.set()

    async def prune(self) -> int:
        """Delete what has long been over; how much."""
        before, total = self._moment().now - KEPT, 0
        while True:
            async with self._database.transaction() as session:
                pruned = await outbox.prune(session, before, PRUNED)
            total += pruned
            if pruned < PRUNED:
                return total

    async def _step(self) -> None:
        """A turn, and a rest until something happens."""
        self._bell.clear()
        await self._guarded(self._turn)
        with suppress(TimeoutError):
            async with asyncio.timeout(TICK):
                await self._bell.wait()

    async def _guarded(self, part: Callable[[], Coroutine[None, None, None]]) -> None:
        try:
            await part()
        except StoreError as error:
            log.warning("dispatcher.store_failed", error=str(error))
        except Exception:
            log.exception("dispatcher.turn_failed")

    async def _turn(self) -> None:
        """Record what has ended and claim what is next, in one transaction."""
        room, extend = self._room(), self._is_to_extend()
        if not (self._endings or extend or (room and self._tenure.holds)):
            return
        endings, self._endings = self._endings, []
        try:
            await self._record_chats(endings)
            async with self._database.transaction() as session:
                held = await self._extended(session) if extend else self._tenure.holds
                await self._record(session, endings)
                claimed = await self._claim(session, room) if held and room else Claimed([], 0)
                contents = await dispatching.contents(session, claimed.messages)
        except BaseException:
            self._endings = endings + self._endings
            self._astray = True  # the claims may have been committed all the same
            raise
        self._astray = False
        if extend:
            self._tenure.committed(held=held)
        self._start(claimed, contents)

    def _room(self) -> int:
        """How many more may be under our claim."""
        return 0 if self._stopping or self._pacing.silence_left else self._most - len(self._tasks)

    def _is_to_extend(self) -> bool:
        """Whoever lost the tenure ends what was begun under it before taking it again."""
        return self._tenure.is_due and not self._stopping and (self._tenure.holds or not self._tasks)

    async def _extended(self, session: AsyncSession) -> bool:
        """Whether the tenure is ours; what is left of another's is then put back."""
        now, alone = self._moment().now, self._tenure.alone
        held = await self._tenure.extend(session, now)
        if held and (left := await dispatching.recover(session, self._tenure.holding(now), now, at_once=alone)):
            log.warning("outgoing.recovered", count=left)
        if held != self._tenure.holds:
            log.info("dispatcher.took_over" if held else "dispatcher.waits")
        return held

    async def _record(self, session: AsyncSession, endings: list[Ending]) -> None:
        await dispatching.record(session, self._tenure.claim, [ending.outcome for ending in endings])
        if self._astray:
            await dispatching.release(session, self._tenure.claim, kept=self._tasks.keys())

    async def _record_chats(self, endings: list[Ending]) -> None:
        """Each apart: what cannot be recorded of one does not keep the others waiting."""
        for ending in endings:
            if ending.tells_of_chat:
                await self._guarded(partial(self._record_chat, ending))

    async def _record_chat(self, ending: Ending) -> None:
        async with self._database.transaction() as session:
            await ending.record_chat(session)

    async def _claim(self, session: AsyncSession, room: int) -> Claimed:
        at = self._moment()
        return await dispatching.claim(session, self._tenure.holding(at.now), at, room)

    def _start(self, claimed: Claimed, contents: dict[int | None, Json]) -> None:
        for message in claimed.messages:
            attempt = Attempt(message, contents.get(message.content_id), partial(self._begin, message.id))
            self._tasks[message.id] = asyncio.create_task(self._work(attempt))
        if claimed.settled:
            self._bell.set()  # there may be more behind what was settled

    def _begin(self, message_id: int) -> bool:
        """The last look before a message is sent."""
        if self._stopping or not self._tenure.holds:
            return False
        self._begun.add(message_id)
        self._ring()
        return True

    async def _work(self, attempt: Attempt) -> None:
        message = attempt.message
        try:
            ending = await self._attempts.make(attempt)
        except asyncio.CancelledError:
            begun = message.id in self._begun
            outcome = self._attempts.interrupted(message) if begun else self._attempts.untried(message)
            ending = Ending(outcome, message.chat_id)
        metrics.ATTEMPTS.labels(outcome=ending.outcome.state.value).inc()
        del self._tasks[message.id]
        self._begun.discard(message.id)
        self._endings.append(ending)
        self._ring()

    def _ring(self) -> None:
        """It is time for a turn when few wait for their slots and many have ended, or all: turns are dear."""
        few_wait = len(self._tasks) - len(self._begun) <= self._most * 3 // 8
        if self._endings and few_wait and (len(self._endings) >= self._most // 8 or not self._tasks):
            self._bell.set()

    async def _leave(self) -> None:
        """Let another process go on at once."""
        async with self._database.transaction() as session:
            await self._tenure.end(session)
