"""Links by which somebody joins the staff: made by an owner, good for a day and for one person."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.people.secret_links import hash_of, secret
from bot.people.staff import Member, Right, Role, may, member_of, row_of
from storage import invitations
from storage import staff as stored
from storage.database import Database
from storage.models import StaffInvitation

LIFETIME = timedelta(hours=24)


@dataclass(frozen=True)
class Invitation:
    """One that waits for its newcomer."""

    role: Role
    expires_at: datetime


async def make(database: Database, role: Role, made_by: int, now: datetime) -> tuple[str, Invitation]:
    """The secret, which is told once and kept nowhere, and what it is good for."""
    made, expires_at = secret(), now + LIFETIME
    row = StaffInvitation(secret_hash=hash_of(made), role=role.value, made_by=made_by, expires_at=expires_at)
    async with database.transaction() as session:
        await invitations.drop(session, StaffInvitation, expired_by=now)
        await invitations.add(session, row)
    return made, Invitation(role, expires_at)


async def waiting(database: Database, now: datetime) -> list[Invitation]:
    """Those that can still be used, the first to expire first."""
    async with database.read() as session:
        return [
            Invitation(Role(row.role), row.expires_at)
            for row in await invitations.waiting(session, StaffInvitation, now)
        ]


async def withdraw(database: Database) -> None:
    """No link that was made until now is good any more."""
    async with database.transaction() as session:
        await invitations.drop(session, StaffInvitation)


async def accept(database: Database, secret: str, telegram_id: int, name: str, now: datetime) -> Member | None:
    """The person as a member with the role that the invitation gives; None if it is not good (any more).

    Somebody who is in the staff stays what they are, and the link is left to whom it was meant for.
    It is good only as long as its maker may look after the staff.
    """
    async with database.transaction() as session:
        if there := await stored.get(session, telegram_id):
            return member_of(there)
        invitation = await invitations.take(session, StaffInvitation, hash_of(secret))
        if invitation is None or invitation.expires_at <= now:
            return None
        maker = await stored.get(session, invitation.made_by)
        if maker is None or not may(Role(maker.role), Right.STAFF):
            return None
        row = row_of(Member(telegram_id, Role(invitation.role), name, now, added_by=maker.telegram_id))
        await stored.put(session, row)
        return member_of(row)
