"""Who records what came of meetings: staff for every table, experts for their own."""

from dataclasses import dataclass

from bot.mentoring.errors import NotYourTableError
from bot.people.staff import Right, Role, may
from storage import mentors, staff
from storage.database import Database


@dataclass(frozen=True)
class Reviewer:
    """Somebody who sees results of the table of `member_id`, None for all; those who may not write look alone."""

    telegram_id: int
    writes: bool
    member_id: str | None = None

    def demand(self, member_id: str) -> None:
        """Raises NotYourTableError unless they see that table."""
        if self.member_id not in (None, member_id):
            raise NotYourTableError


async def find(database: Database, telegram_id: int) -> Reviewer | None:
    """As the store says now. Staff who may only look are experts first, if they are that too."""
    async with database.read() as session:
        row, mentor = await staff.get(session, telegram_id), await mentors.get(session, telegram_id)
    if row and may(Role(row.role), Right.MENTORING):
        return Reviewer(telegram_id, writes=True)
    if mentor:
        return Reviewer(telegram_id, writes=True, member_id=mentor.member_id)
    return Reviewer(telegram_id, writes=False) if row and may(Role(row.role), Right.READ) else None
