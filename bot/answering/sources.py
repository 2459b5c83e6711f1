"""Where the assistant has its knowledge from, and where what was fitted on it is kept."""

import asyncio
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog

from bot.agenda import UNCHANGED, Changed, changed_dates
from bot.answering import fits as fitted
from bot.answering import groundwork as laid
from bot.answering.fits import Fits
from bot.answering.groundwork import Groundwork
from bot.clock import Clock
from bot.knowledge import store
from bot.knowledge.snapshot import Snapshot
from storage import fits as stored
from storage import groundwork as stored_groundwork
from storage import registrations
from storage.database import Database

log = structlog.get_logger(__name__)


class Source(Protocol):
    lasts: bool
    """Whether fits can be kept, so that it pays to fit for longer."""

    async def revision(self) -> int:
        """Counts the changes of the knowledge."""
        ...

    async def load(self) -> Snapshot: ...

    async def changed(self, zone: ZoneInfo) -> Changed:
        """The dates that staff changed by hand, as they are at this moment."""
        ...

    async def kept(self, fingerprint: str) -> Fits | None:
        """The fits of that fingerprint, if they were kept."""
        ...

    async def keep(self, fits: Fits) -> None: ...

    async def groundwork(self, fingerprint: str) -> Groundwork | None:
        """The groundwork of that fingerprint, if it was kept."""
        ...

    async def keep_groundwork(self, groundwork: Groundwork) -> None: ...


class Store:
    """Knowledge in a store, and its fits beside it."""

    lasts = True

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def revision(self) -> int:
        return await store.revision(self._database)

    async def load(self) -> Snapshot:
        return await store.load(self._database)

    async def changed(self, zone: ZoneInfo) -> Changed:
        async with self._database.read() as session:
            return changed_dates(await registrations.changed_by_hand(session), zone)

    async def kept(self, fingerprint: str) -> Fits | None:
        async with self._database.read() as session:
            data = await stored.get(session, fingerprint)
        try:
            return await asyncio.to_thread(fitted.load, data) if data is not None else None
        except ValueError as fault:
            log.warning("fits.unreadable", fingerprint=fingerprint, reason=str(fault))
            return None

    async def keep(self, fits: Fits) -> None:
        data = await asyncio.to_thread(fitted.dump, fits)
        async with self._database.transaction() as session:
            await stored.save(session, fits.fingerprint, data, self._clock.now())
        log.info("fits.kept", fingerprint=fits.fingerprint, size=len(data))

    async def groundwork(self, fingerprint: str) -> Groundwork | None:
        async with self._database.read() as session:
            data = await stored_groundwork.get(session, fingerprint)
        try:
            found = await asyncio.to_thread(laid.load, data) if data is not None else None
        except ValueError as fault:
            log.warning("groundwork.unreadable", fingerprint=fingerprint, reason=str(fault))
            return None
        return found if found and found.fingerprint == fingerprint else None

    async def keep_groundwork(self, groundwork: Groundwork) -> None:
        data = await asyncio.to_thread(laid.dump, groundwork)
        async with self._database.transaction() as session:
            await stored_groundwork.save(session, groundwork.fingerprint, data, self._clock.now())
        log.info("groundwork.kept", fingerprint=groundwork.fingerprint, size=len(data))


class InMemory:
    """Records of one run, as they are; what is fitted on them ends with it."""

    lasts = False

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    async def revision(self) -> int:
        return self._snapshot.revision

    async def load(self) -> Snapshot:
        return self._snapshot

    async def changed(self, zone: ZoneInfo) -> Changed:  # noqa: ARG002
        return UNCHANGED

    async def kept(self, fingerprint: str) -> Fits | None:  # noqa: ARG002
        return None

    async def keep(self, fits: Fits) -> None:
        """Nothing is kept."""

    async def groundwork(self, fingerprint: str) -> Groundwork | None:  # noqa: ARG002
        return None

    async def keep_groundwork(self, groundwork: Groundwork) -> None:
        """Nothing is kept."""
