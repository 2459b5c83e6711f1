"""Links by which somebody becomes known as an expert: made by staff for a member of the alliance, good for one."""

from datetime import datetime, timedelta

from bot.people.secret_links import hash_of, secret
from bot.people.staff import Right, Role, in_a_line, may
from storage import invitations, staff
from storage import mentors as stored
from storage.database import Database
from storage.models import Mentor, MentorInvitation

LIFETIME = timedelta(days=7)


async def make(database: Database, member_id: str, made_by: int, now: datetime) -> tuple[str, datetime]:
    """The secret, which is told once and kept nowhere, and until when it is good."""
    made, expires_at = secret(), now + LIFETIME
    row = MentorInvitation(secret_hash=hash_of(made), member_id=member_id, made_by=made_by, expires_at=expires_at)
    async with database.transaction() as session:
        await invitations.drop(session, MentorInvitation, expired_by=now)
        await invitations.add(session, row)
    return made, expires_at


async def waiting(database: Database, now: datetime) -> list[MentorInvitation]:
    """Those that can still be used, the first to expire first."""
    async with database.read() as session:
        return await invitations.waiting(session, MentorInvitation, now)


async def withdraw(database: Database) -> None:
    """No link that was made until now is good any more."""
    async with database.transaction() as session:
        await invitations.drop(session, MentorInvitation)


async def accept(database: Database, secret: str, telegram_id: int, name: str, now: datetime) -> Mentor | None:
    """The person as an expert for the member that the invitation names; None if it is not good (any more).

    Experts stay whom they speak for, and staff stay staff alone: the link is left to whom it was meant for. It is good
    only as long as its maker may look after mentoring days.
    """
    async with database.transaction() as session:
        if there := await stored.get(session, telegram_id):
            return there
        if await staff.get(session, telegram_id):
            return None
        invitation = await invitations.take(session, MentorInvitation, hash_of(secret))
        if invitation is None or invitation.expires_at <= now:
            return None
        maker = await staff.get(session, invitation.made_by)
        if maker is None or not may(Role(maker.role), Right.MENTORING):
            return None
        row = Mentor(
            telegram_id=telegram_id, member_id=invitation.member_id, name=in_a_line(name) or None, added_at=now
        )
        await stored.put(session, row)
        return row
