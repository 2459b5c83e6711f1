"""The messages in chats of staff that go on telling how an announcement goes: a tick renews those that changed."""

from dataclasses import dataclass, replace

import structlog
from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.announcements import watching
from bot.announcements.reporting import Status
from bot.announcements.watching import Watch, face_of, watches_of
from bot.delivery.telegram import change
from bot.messages.texts import texts_in
from bot.people import staff
from bot.people.staff import Right
from bot.services import Services
from handlers.staff.announcements.screens import standing
from handlers.staff.announcements.view import View

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Watchers:
    bot: Bot
    services: Services

    async def renew(self) -> None:
        """Edits what has changed since it was shown, each message every few seconds at most."""
        for announcement in await self.services.announcements.watched():
            status = await self.services.announcements.status(announcement.id or 0)
            for chat_id, watch in watches_of(announcement).items():
                await self._renew(status, chat_id, watch)

    async def _renew(self, status: Status, chat_id: int, watch: Watch) -> None:
        now, face, over = self.services.clock.now(), face_of(status), watching.is_over(status)
        if watch.shows == face:
            if over:
                await self._put(status, chat_id, watch, None)
            return
        claimed = replace(watch, at=now.isoformat())
        if not watch.is_due(now) or not await self._put(status, chat_id, watch, claimed):
            return
        try:
            looked_at = await self._tell(status, chat_id, watch)
        except TelegramError as error:
            log.info("watch.postponed", reason=error.message)
            return
        await self._put(status, chat_id, claimed, replace(claimed, shows=face) if looked_at and not over else None)

    async def _put(self, status: Status, chat_id: int, seen: Watch, then: Watch | None) -> bool:
        return await self.services.announcements.rewatch(status.announcement.id or 0, chat_id, seen, then)

    async def _tell(self, status: Status, chat_id: int, watch: Watch) -> bool:
        """False where nobody looks any more, for the message or the role is gone; raises TelegramError."""
        member = await staff.find(self.services.database, chat_id)  # a private chat has the id of its person
        if member is None:
            return False
        view = View(self.services, texts_in(watch.language), member.may(Right.ANNOUNCEMENTS))
        try:
            message = await standing(view, status, f"staff:{chat_id}")
            return await change(self.bot, chat_id, watch.message, message)
        except (Forbidden, BadRequest) as error:
            log.info("watch.ended", reason=error.message)
            return False
