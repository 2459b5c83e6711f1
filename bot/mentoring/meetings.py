"""Who sat with which expert on a mentoring day."""

from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.knowledge.values import Text
from bot.mentoring.days import Day
from bot.messages.texts import Texts
from bot.people.company import Company
from storage import companies
from storage import mentoring as stored
from storage.models import Application, ApplicationState, Slot


@dataclass(frozen=True)
class Meeting:
    """A slot with who comes; `company` is None for founders without one."""

    slot: Slot
    application: Application
    company: Text | None

    def party(self, texts: Texts) -> str:
        """What the company is called; founders without one have a number."""
        if self.company:
            return self.company.to(texts.language)
        return texts("mentoring-founder", number=self.application.id or 0)


async def meetings_of(session: AsyncSession, day: Day) -> tuple[Meeting, ...]:
    """All of the day, by time and table."""
    parties = {one.id: one for one in await stored.applications(session, day.id, (ApplicationState.ADMITTED,))}
    known = await companies.named(session, [one.party for one in parties.values()])
    names = {row.id: Company.model_validate(row.data).name for row in known}
    return tuple(
        Meeting(slot, parties[slot.application_id], names.get(parties[slot.application_id].party))
        for slot in await stored.slots(session, day.id)
        if slot.application_id in parties
    )
