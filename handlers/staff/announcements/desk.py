"""One turn of writing and sending announcements: who does it, with which one, and how it is answered."""

from dataclasses import dataclass, replace
from typing import Any, Self

from telegram import Update

from bot.announcements.service import Announcements
from bot.awaited import Awaited, Dialogue
from bot.delivery.telegram import edit_keyboard
from bot.messages.callbacks import unpack
from bot.messages.message import Message
from bot.people.staff import Right
from handlers.access import may
from handlers.callbacks import StalePressError, number
from handlers.context import ParkContext, Tenant, expect
from handlers.replies import acknowledge, reply, show
from handlers.staff.announcements.view import View
from storage.models import Announcement


@dataclass(frozen=True)
class Desk:
    """A press on announce:<step>:<id>:<revision>:<value>, or a typed message; what is not given is 0 or empty.

    A screen stands `in_place` of the message that was pressed on, or is a new one.
    """

    update: Update
    context: ParkContext
    tenant: Tenant
    view: View
    id: int = 0
    revision: int = 0
    value: str = ""
    in_place: bool = True

    @classmethod
    async def of(cls, update: Update, context: ParkContext, tenant: Tenant | None = None) -> Self:
        tenant = tenant or await Tenant.of(update, context)
        writes = await may(update, context, Right.ANNOUNCEMENTS)
        return cls(update, context, tenant, View(context.services, tenant.texts, writes))

    @classmethod
    async def pressed(cls, update: Update, context: ParkContext) -> Self:
        """Raises StalePressError for numbers that are none."""
        query = update.callback_query
        _, arguments = unpack((query.data if query else None) or "")
        _, announcement_id, revision, value = [*arguments, "", "", "", ""][:4]
        desk = await cls.of(update, context)
        return replace(desk, id=number(announcement_id or "0"), revision=number(revision or "0"), value=value)

    @property
    def announcements(self) -> Announcements:
        return self.context.services.announcements

    @property
    def actor(self) -> str:
        """A private chat has the id of its person."""
        return f"staff:{self.tenant.chat_id}"

    def text(self, key: str, **values: object) -> str:
        return self.view.text(key, **values)

    def about(self, announcement: Announcement) -> Self:
        """The same turn, with the announcement as it is now."""
        return replace(self, id=announcement.id or 0, revision=announcement.revision)

    async def found(self) -> Announcement:
        """The announcement of the turn; raises StalePressError."""
        if announcement := await self.announcements.find(self.id):
            return announcement
        raise StalePressError("announce-error-gone")

    async def edit(self, **changes: Any) -> Announcement:
        """Change the draft that was seen."""
        return await self.announcements.edit(self.id, self.actor, self.revision, **changes)

    async def show(self, message: Message, *, instead_of: int | None = None) -> int | None:
        """In the place of what was pressed on or of our message `instead_of`, else as a new one; its id if known."""
        if self.update.callback_query is None or not self.in_place:
            return await reply(self.update, self.context, message, instead_of=instead_of)
        await acknowledge(self.update)
        return await show(self.update, self.context, message)

    async def reply(self, message: Message) -> None:
        await reply(self.update, self.context, message)

    async def put_away(self) -> None:
        """The message that was pressed on stays to be read, without buttons."""
        if self.update.callback_query and self.update.callback_query.message:
            message_id = self.update.callback_query.message.message_id
            await edit_keyboard(self.context.bot, self.tenant.chat_id, message_id, ())

    def below(self) -> Self:
        """The same turn, whose screen is a new message below what has come since."""
        return replace(self, in_place=False)

    async def toast(self, key: str, *, alert: bool = False, **values: object) -> None:
        await acknowledge(self.update, self.text(key, **values), alert=alert)

    async def ask(self, question: str, **kept: Any) -> None:
        """What the next typed message is taken for; what was typed for this announcement before can be corrected."""
        before = self.tenant.drafting
        awaited = Awaited(
            at=self.context.now,
            language=self.tenant.language,
            question=question,
            mark=self.id,
            taken=before.taken if before and before.mark == self.id else {},
            dialogue=Dialogue.ANNOUNCEMENT,
            kept=kept,
        )
        await self.keep(awaited)

    async def rest(self) -> None:
        """What is typed from now on answers nothing that was asked here."""
        if self.tenant.drafting and self.tenant.drafting.question:
            await self.keep(replace(self.tenant.drafting, question=None, kept={}))

    async def keep(self, awaited: Awaited) -> None:
        await expect(self.context, self.tenant, awaited)
