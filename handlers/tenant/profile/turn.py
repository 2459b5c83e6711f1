"""One turn of the profile's dialogue: who it is with, what is known, how it is answered."""

from dataclasses import dataclass, replace
from typing import Self

from telegram import Update

from bot.awaited import Awaited
from bot.messages.message import Message
from bot.people.memberships import Colleagues
from bot.profile import overview, prompts, steps
from bot.profile.facts import Fact
from bot.profile.sheet import Sheet
from bot.profile.steps import Place
from handlers.callbacks import StalePressError
from handlers.context import ParkContext, Tenant, message_of
from handlers.replies import acknowledge, reply, show


@dataclass(frozen=True)
class Turn:
    update: Update
    context: ParkContext
    tenant: Tenant
    sheet: Sheet

    @classmethod
    async def of(cls, update: Update, context: ParkContext, tenant: Tenant | None = None) -> Self:
        tenant = tenant or await Tenant.of(update, context)
        services = context.services
        park = await services.answering.park(context.now)
        sheet = Sheet(tenant.texts, tenant.standing, park, context.now.astimezone(services.settings.timezone))
        return cls(update, context, tenant, sheet)

    async def again(self) -> Self:
        """The same turn after something changed, in the same language."""
        tenant = await Tenant.of(self.update, self.context)
        return await self.of(self.update, self.context, replace(tenant, language=self.tenant.language))

    @property
    def place(self) -> Place:
        return Place(self.context.services.database, self.tenant.chat_id, self.context.now)

    def text(self, key: str, **values: object) -> str:
        return self.tenant.texts(key, **values)

    def awaiting(self, question: str | None, *, in_round: bool = False, answered: str = "") -> Awaited:
        """What is asked from now on, None for nothing; `answered` is what the message of this turn was taken for."""
        before = self.tenant.awaited
        awaited = Awaited(
            at=self.context.now,
            language=self.tenant.language,
            question=question,
            mark=self.sheet.standing.mark,
            round=in_round,
            taken=before.taken if before else {},
        )
        return awaited.taking(message_of(self.update).message_id, answered) if answered else awaited

    async def colleagues(self) -> Colleagues:
        """Of a company that the chat belongs to; raises StalePressError where it has none."""
        membership = self.sheet.standing.membership
        if membership is None:
            raise StalePressError
        return await steps.colleagues(self.place, membership.company_id)

    async def overview(self, note: str = "") -> Message:
        colleagues = None if self.sheet.is_own else await self.colleagues()
        return overview.overview(self.sheet, colleagues, note)

    async def rest(self, note: str = "", *, answered: str = "") -> Message:
        """The overview, after which nothing is asked any more; `answered` as `awaiting` has it."""
        if self.tenant.awaited and self.tenant.awaited.question:
            await steps.keep(self.place, self.awaiting(None, answered=answered))
        return await self.overview(note)

    async def ask(self, fact: Fact, *, in_round: bool, note: str = "", answered: str = "") -> Message:
        """The question for a fact, which a typed message may answer from now on."""
        await steps.keep(self.place, self.awaiting(fact.name, in_round=in_round, answered=answered))
        return prompts.asked(self.sheet, fact, in_round=in_round, note=note)

    async def reply(self, message: Message) -> None:
        await reply(self.update, self.context, message)

    async def show(self, message: Message) -> None:
        """In the place of the message whose button was pressed."""
        await acknowledge(self.update)
        await show(self.update, self.context, message)
