"""Updates accepted, stored, and worked off once: in order within a chat, several chats at a time.

Whoever works an update holds a lease on it, renewed while the work goes on. After a kill -9 the lease
runs out and another process takes the update over, on SQLite the next start at once; a retry waits in the
same way. Leases are long beside what clocks of replicas may differ by, and what a process records or renews
counts only while it is the holder: who lost an update, stopped for too long, drops it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import metrics
from bot.clock import Clock
from storage import updates
from storage.database import Database
from storage.errors import StoreError
from storage.models import StoredUpdate, UpdateState
from storage.models.base import Json

log = structlog.get_logger(__name__)

CONCURRENCY = 16  # updates in flight at once
LEASE = timedelta(seconds=30)
RENEWAL = timedelta(seconds=8)
TICK = 0.5  # seconds between looks at the store when nothing happens here
FAULTS = 3  # attempts at an update that fails by a fault of ours
OUTAGES = 40  # attempts at one that fails because Telegram or the store does not answer: about five hours
CRASHES = 5  # attempts at one that nobody lived to end
LONGEST_WAIT = timedelta(minutes=10)
PATIENCE = 10  # seconds for the work in flight when stopping
KEPT = timedelta(days=2)  # Telegram itself repeats an update for a day
PARKED_KEPT = timedelta(days=30)  # what parked updates say, for staff to see

Work = Callable[[Json], Awaitable[None]]


class TryLaterError(Exception):
    """An update cannot be worked off for now, by no fault of its own; `after` is how long to wait at least."""

    def __init__(self, after: timedelta = timedelta(0)) -> None:
        super().__init__()
        self.after = after


@dataclass(frozen=True)
class Finished:
    """What became of an update `at` a time; of a pending one, when it is tried next."""

    update: StoredUpdate
    state: UpdateState
    at: datetime

    async def record(self, session: AsyncSession) -> None:
        match self.state:
            case UpdateState.DONE:
                await updates.done(session, self.update, self.at)
            case UpdateState.PARKED:
                await updates.park(session, self.update, self.at)
            case UpdateState.PENDING:
                await updates.postpone(session, self.update, self.at)


class Inbox:
    """`work` handles a payload; `give_up` is told of one that is parked. At most `at_once` are in flight."""

    def __init__(self, database: Database, clock: Clock, work: Work, give_up: Work, at_once: int = CONCURRENCY) -> None:
        self._database = database
        self._clock = clock
        self._work = work
        self._give_up = give_up
        self._at_once = at_once
        self._holder = uuid4().hex
        # a SQLite store has one process: whoever else holds an update is gone
        self._take_over = database.file is not None
        self._suspect: int | None = None
        self._running: dict[int, asyncio.Task[None]] = {}
        self._finished: list[Finished] = []
        self._wake = asyncio.Event()
        self._stopping = False
        self._renewed_at = clock.now()

    async def accept(self, payload: Json) -> bool:
        """Store an update, False if it was seen before. Once this returns it will be worked off, whatever happens."""
        update_id = payload["update_id"]
        async with self._database.transaction() as session:
            new = await updates.store(session, update_id, chat_of(payload), payload, self._clock.now())
        metrics.UPDATES.labels(seen=str(not new).lower()).inc()
        log.debug("update.stored" if new else "update.seen_before", update_id=update_id)
        self._wake.set()
        return new

    async def run(self) -> None:
        """Work updates off until stopped; then let what is in flight finish, and leave what takes too long."""
        while not self._stopping:
            await self._step()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._running:
                    await self._step()
        late = list(self._running.values())
        for task in late:
            task.cancel()
        await asyncio.gather(*late)
        await self._try_turn()

    def stop(self) -> None:
        """Tell `run` to take nothing new and to end."""
        self._stopping = True
        self._wake.set()

    async def prune(self) -> int:
        """Forget updates that Telegram no longer repeats, how many; and what those said that were parked long ago."""
        now = self._clock.now()
        async with self._database.transaction() as session:
            return await updates.prune(session, done_before=now - KEPT, parked_before=now - PARKED_KEPT)

    async def _step(self) -> None:
        """A turn, and a rest until something happens."""
        self._wake.clear()
        await self._try_turn()
        with suppress(TimeoutError):
            async with asyncio.timeout(TICK):
                await self._wake.wait()

    async def _try_turn(self) -> None:
        try:
            await self._turn()
        except StoreError as error:
            log.warning("inbox.store_failed", error=str(error))
        except Exception:
            log.exception("inbox.turn_failed")

    async def _turn(self) -> None:
        """Record what is finished and claim what is next, in one transaction."""
        now = self._clock.now()
        renew = now - self._renewed_at > RENEWAL
        free = 0 if self._stopping else self._at_once - len(self._running)
        if not (self._finished or free or renew):
            return
        finished, self._finished = self._finished, []
        working = set(self._running)
        lease = updates.Lease(self._holder, now + LEASE)
        try:
            async with self._database.transaction() as session:
                if self._take_over:
                    await updates.release(session)
                for one in finished:
                    await one.record(session)
                held = await updates.renew(session, lease, working) if renew else working
                claimed = await self._claim(session, lease, free, now) if free else []
        except BaseException:
            self._finished = finished + self._finished
            raise
        self._take_over = False
        self._renewed_at = now if renew else self._renewed_at
        self._drop(working - held)
        self._begin(claimed)

    async def _claim(self, session: AsyncSession, lease: updates.Lease, free: int, now: datetime) -> list[StoredUpdate]:
        """What is next; an update that may kill the process takes no other such one with it."""
        return await updates.claim(session, lease, free, now, suspect=self._suspect not in self._running)

    def _begin(self, claimed: list[StoredUpdate]) -> None:
        for update in claimed:
            if update.attempts > 1:
                self._suspect = update.update_id
            self._running[update.update_id] = asyncio.create_task(self._attempt(update))

    def _drop(self, lost: set[int]) -> None:
        """Leave updates to whoever took them over."""
        for update_id in lost & self._running.keys():
            log.warning("update.lost", update_id=update_id)
            self._running[update_id].cancel()

    async def _attempt(self, update: StoredUpdate) -> None:
        with structlog.contextvars.bound_contextvars(update_id=update.update_id):
            try:
                finished = await self._worked(update)
            except asyncio.CancelledError:
                finished = self._later(update)
        metrics.WORKED.labels(outcome=finished.state.value).inc()
        del self._running[update.update_id]
        self._finished.append(finished)
        self._wake.set()

    async def _worked(self, update: StoredUpdate) -> Finished:
        if update.attempts > CRASHES:
            return await self._parked(update)
        try:
            await self._work(update.payload)
        except TryLaterError as delay:
            update.outages += 1
            if update.outages < OUTAGES:
                wait = max(delay.after, min(timedelta(seconds=2**update.outages), LONGEST_WAIT))
                log.warning("update.postponed", outages=update.outages, seconds=wait.total_seconds())
                return self._later(update, wait)
        except Exception:
            update.faults += 1
            log.exception("update.failed", faults=update.faults)
            if update.faults < FAULTS:
                return self._later(update, timedelta(seconds=update.faults / 2))
        else:
            return Finished(update, UpdateState.DONE, self._clock.now())
        return await self._parked(update)

    async def _parked(self, update: StoredUpdate) -> Finished:
        log.error("update.parked", attempts=update.attempts, faults=update.faults, outages=update.outages)
        try:
            await self._give_up(update.payload)
        except Exception:
            log.exception("update.apology_failed")
        return Finished(update, UpdateState.PARKED, self._clock.now())

    def _later(self, update: StoredUpdate, wait: timedelta = timedelta(0)) -> Finished:
        return Finished(update, UpdateState.PENDING, self._clock.now() + wait)


def chat_of(payload: Json) -> int | None:
    """The chat that an update of Telegram belongs to, so that each chat's are worked off in order."""
    for part in payload.values():
        if isinstance(part, dict):
            message = part.get("message")
            holder = message if isinstance(message, dict) else part
            chat = holder.get("chat") or part.get("from")
            found = chat.get("id") if isinstance(chat, dict) else None
            return found if isinstance(found, int) else None
    return None
