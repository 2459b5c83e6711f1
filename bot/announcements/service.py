"""Everything that is done with announcements: each call is one transaction, written down with who did it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements import changing, drafting, previewing, releasing, running, watching
from bot.announcements.audience import Audience, wanted
from bot.announcements.contents import ACKNOWLEDGED, Contents
from bot.announcements.drafting import Draft
from bot.announcements.errors import GoneError, StaleError
from bot.announcements.recipients import Recipient, recipients
from bot.announcements.releasing import Release
from bot.announcements.reporting import Reach, Status, reach_of, status_of
from bot.announcements.watching import Watch
from bot.clock import Clock
from storage import announcements as stored
from storage import audit
from storage.database import Database
from storage.models import Announcement, AnnouncementState, AuditEntry, Press

log = structlog.get_logger(__name__)

Receipt = Callable[[AsyncSession, Announcement], Awaitable[None]]
"""Writes down that an announcement was accepted."""

CLOCK = "clock"
"""The actor of what happens by itself."""


@dataclass(frozen=True)
class Announcements:
    """`confirm_above` recipients a second person confirms, 0 = never; `wake` tells the delivery that there is work.

    Actors are staff:<telegram id> or token:<name>. A `revision` is what the actor saw; None is whatever it is now.
    All raise GoneError, StaleError and StateError, besides what each says.
    """

    database: Database
    clock: Clock
    zone: ZoneInfo
    confirm_above: int = 0
    wake: Callable[[], object] = field(default=lambda: None)

    async def draft(self, actor: str, draft: Draft | None = None) -> Announcement:
        """A new one, which goes nowhere yet."""
        async with self.database.transaction() as session:
            announcement = await drafting.begin(session, actor, self.clock.now(), draft or Draft())
            await self._note(session, actor, "drafted", announcement)
        return announcement

    async def publish(self, actor: str, draft: Draft, receipt: Receipt) -> Announcement:
        """Drafted, released and, if it goes now, started, with its `receipt`: all of it, or nothing at a crash.

        Raises what `release` and `receipt` raise, and then there is nothing of it.
        """
        async with self.database.transaction() as session:
            announcement = await drafting.begin(session, actor, self.clock.now(), draft)
            await self._note(session, actor, "drafted", announcement)
            await releasing.release(session, announcement, self._release(actor))
            await self._note(session, actor, "released", announcement)
            await session.flush()
            await self._started(session, announcement.id or 0)
            await receipt(session, announcement)
        log.info("announcement.published", announcement=announcement.id, state=announcement.state.value, actor=actor)
        self.wake()
        return announcement

    async def begin(self, actor: str, contents: Contents) -> Announcement:
        """The actor's draft that began with these contents and was not touched since, else a new one."""
        draft = Draft(contents=dict(contents))
        written = {language.value: content.as_json() for language, content in contents.items()}
        async with self.database.read() as session:
            found = await stored.untouched(session, actor, written)
        return found or await self.draft(actor, draft)

    async def edit(self, announcement_id: int, actor: str, revision: int | None, **changes: Any) -> Announcement:
        """Change fields of a Draft before it starts; a scheduled one is confirmed again where that is needed.

        Raises what Draft raises, EmptyError and TooLongError for one that is released, and PastError.
        """
        async with self._changing(announcement_id, actor, revision, "edited") as (session, announcement):
            drafting.edit(announcement, actor, changes)
            await releasing.reconsider(session, announcement, self._release(actor))
        return announcement

    async def release(self, announcement_id: int, actor: str, revision: int | None) -> Announcement:
        """Send now or at its time, or ask for a second person first.

        Raises EmptyError, TooLongError, NoAudienceError and PastError.
        """
        async with self._changing(announcement_id, actor, revision, "released") as (session, announcement):
            await releasing.release(session, announcement, self._release(actor))
        return await self._begun(announcement)

    async def withdraw(self, announcement_id: int, actor: str, revision: int | None) -> Announcement:
        """Make it a draft again before it starts, to be changed and released anew."""
        async with self._changing(announcement_id, actor, revision, "withdrawn") as (_, announcement):
            releasing.withdraw(announcement, self.clock.now())
        return announcement

    async def confirm(self, announcement_id: int, actor: str, revision: int | None) -> Announcement:
        """The second person's word; raises OwnWordError."""
        async with self._changing(announcement_id, actor, revision, "confirmed") as (_, announcement):
            releasing.confirm(announcement, self._release(actor))
        return await self._begun(announcement)

    async def pause(self, announcement_id: int, actor: str, revision: int | None) -> Announcement:
        async with self._changing(announcement_id, actor, revision, "paused") as (session, announcement):
            await running.pause(session, announcement)
        return announcement

    async def resume(self, announcement_id: int, actor: str, revision: int | None) -> Announcement:
        async with self._changing(announcement_id, actor, revision, "resumed") as (session, announcement):
            await running.resume(session, announcement)
        return announcement

    async def cancel(self, announcement_id: int, actor: str, revision: int | None) -> Announcement:
        """Nothing more of it is sent; what arrived stays."""
        async with self._changing(announcement_id, actor, revision, "cancelled") as (session, announcement):
            await running.cancel(session, announcement, self.clock.now())
        return announcement

    async def recall(self, announcement_id: int, actor: str, revision: int | None) -> Announcement:
        """Delete it wherever it arrived, and send nothing more."""
        async with self._changing(announcement_id, actor, revision, "recalled") as (session, announcement):
            await changing.recall(session, announcement, self.clock.now())
        return announcement

    async def correct(self, announcement_id: int, actor: str, revision: int | None, contents: Contents) -> Announcement:
        """Change the text in place wherever it arrived; raises EmptyError, TooLongError and OtherMediaError."""
        async with self._changing(announcement_id, actor, revision, "corrected") as (session, announcement):
            await changing.correct(session, announcement, contents, self.clock.now())
        return announcement

    async def remind(self, announcement_id: int, actor: str, revision: int | None) -> int:
        """Ask those once more who have not said that they read it; how many."""
        async with self._changing(announcement_id, actor, revision, "reminded") as (session, announcement):
            return await changing.remind(session, announcement, self.clock.now())

    async def acknowledge(self, announcement_id: int, chat_id: int) -> bool:
        """A tenant has read it; False if it was not sent to that chat, or was recalled."""
        async with self.database.transaction() as session:
            announcement = await stored.get(session, announcement_id)
            asked = announcement and announcement.acknowledged and announcement.recalled_at is None
            if not asked or not await stored.reached(session, announcement_id, chat_id):
                return False
            press = Press(announcement_id=announcement_id, chat_id=chat_id, button=ACKNOWLEDGED, at=self.clock.now())
            await stored.press(session, press)
            return True

    async def advance(self) -> None:
        """Start what is due, and close what is delivered: called every half a second, by as many processes as like."""
        async with self.database.read() as session:
            due, delivered = await stored.due(session, self.clock.now()), await stored.delivered(session)
        for announcement_id in due:
            await self._start(announcement_id)
        for announcement_id in delivered:
            async with self.database.transaction() as session:
                await running.close(session, announcement_id, self.clock.now())

    async def test(self, announcement_id: int, chat_id: int) -> None:
        """Send it to a chat of staff as that one would get it; raises EmptyError and TooLongError."""
        async with self.database.transaction() as session:
            announcement = await stored.get(session, announcement_id)
            if announcement is None:
                raise GoneError
            await previewing.test(session, announcement, chat_id, self.clock.now())
        self.wake()

    async def watch(self, announcement_id: int, chat_id: int, watch: Watch | None) -> None:
        """A message in a chat of staff tells how it goes from now on, None none; the last one of a chat does."""
        async with self.database.transaction() as session:
            if announcement := await stored.locked(session, announcement_id):
                watching.put(announcement, chat_id, watch)
                session.add(announcement)

    async def watched(self) -> list[Announcement]:
        """Those that messages in chats of staff tell of."""
        async with self.database.read() as session:
            return await stored.watched(session)

    async def rewatch(self, announcement_id: int, chat_id: int, seen: Watch, then: Watch | None) -> bool:
        """Put one watch in the place of another; False if the other is not as `seen` any more."""
        async with self.database.transaction() as session:
            announcement = await stored.locked(session, announcement_id)
            done = announcement is not None and watching.replaced(announcement, chat_id, seen, then)
            if done:
                session.add(announcement)
            return done

    async def find(self, announcement_id: int) -> Announcement | None:
        async with self.database.read() as session:
            return await stored.get(session, announcement_id)

    async def latest(self, states: frozenset[AnnouncementState], limit: int = 10) -> list[Announcement]:
        async with self.database.read() as session:
            return await stored.latest(session, states, limit)

    async def recipients(self, announcement_id: int) -> AsyncIterator[list[Recipient]]:
        """Who got it, in pages; raises GoneError."""
        announcement = await self.find(announcement_id)
        if announcement is None:
            raise GoneError
        async for page in recipients(self.database, announcement):
            yield page

    async def reach(self, audience: Audience, *, urgent: bool) -> Reach:
        """Whom it would go to, were it sent now."""
        async with self.database.read() as session:
            return await reach_of(session, await wanted(session, audience, urgent=urgent))

    async def status(self, announcement_id: int) -> Status:
        """How it stands; raises GoneError."""
        async with self.database.read() as session:
            return await status_of(session, announcement_id, self.clock.now())

    async def history(self, announcement_id: int) -> list[AuditEntry]:
        """Who did what with it, in order."""
        async with self.database.read() as session:
            return await audit.of(session, _subject(announcement_id))

    def _release(self, actor: str) -> Release:
        return Release(actor, self.clock.now(), self.zone, self.confirm_above)

    async def _begun(self, announcement: Announcement) -> Announcement:
        """What is released for now starts at once; where the process ends before, the clock starts it."""
        if announcement.id is None or announcement.state is not AnnouncementState.SCHEDULED:
            return announcement
        if announcement.send_at is None or announcement.send_at > self.clock.now():
            return announcement
        await self._start(announcement.id)
        return await self.find(announcement.id) or announcement

    async def _start(self, announcement_id: int) -> None:
        async with self.database.transaction() as session:
            started = await self._started(session, announcement_id)
        if started:
            log.info("announcement.started", announcement=started.id, recipients=started.recipients, late=started.late)
            self.wake()

    async def _started(self, session: AsyncSession, announcement_id: int) -> Announcement | None:
        started = await releasing.start(session, announcement_id, self.clock.now(), self.zone)
        if started:
            await self._note(session, CLOCK, "started", started, {"recipients": started.recipients})
        return started

    @asynccontextmanager
    async def _changing(
        self, announcement_id: int, actor: str, revision: int | None, action: str
    ) -> AsyncIterator[tuple[AsyncSession, Announcement]]:
        """The announcement, locked; afterwards it has a new revision, and what was done is written down."""
        async with self.database.transaction() as session:
            announcement = await stored.locked(session, announcement_id)
            if announcement is None:
                raise GoneError
            if revision is not None and revision != announcement.revision:
                raise StaleError
            yield session, announcement
            announcement.revision += 1
            announcement.updated_at = self.clock.now()
            session.add(announcement)
            await self._note(session, actor, action, announcement)
        log.info("announcement.changed", action=action, announcement=announcement_id, state=announcement.state.value)
        self.wake()

    async def _note(
        self,
        session: AsyncSession,
        actor: str,
        action: str,
        announcement: Announcement,
        detail: dict[str, Any] | None = None,
    ) -> None:
        told = {"state": announcement.state.value, **(detail or {})}
        entry = AuditEntry(
            at=self.clock.now(), actor=actor, action=action, subject=_subject(announcement.id), detail=told
        )
        await audit.add(session, entry)


def _subject(announcement_id: int | None) -> str:
    return f"announcement:{announcement_id}"
