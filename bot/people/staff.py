"""Who looks after the assistant, and who of them may do what."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import ParkbotError
from storage import staff as stored
from storage.database import Database
from storage.models import StaffMember

LONGEST_NAME = 64


class Role(StrEnum):
    OWNER = "owner"
    EDITOR = "editor"
    ANNOUNCER = "announcer"
    MENTOR_DESK = "mentor-desk"
    AGENT = "agent"
    VIEWER = "viewer"


class Right(StrEnum):
    STAFF = "staff"  # staff, tokens, settings
    KNOWLEDGE = "knowledge"  # change, import
    ANNOUNCEMENTS = "announcements"  # write, send, recall, confirm
    MENTORING = "mentoring"  # and events: days, admissions, timetable, results
    CASES = "cases"  # take, answer
    READ = "read"  # everything of the above


RIGHTS = {
    Right.STAFF: frozenset({Role.OWNER}),
    Right.KNOWLEDGE: frozenset({Role.OWNER, Role.EDITOR}),
    Right.ANNOUNCEMENTS: frozenset({Role.OWNER, Role.ANNOUNCER}),
    Right.MENTORING: frozenset({Role.OWNER, Role.MENTOR_DESK}),
    Right.CASES: frozenset({Role.OWNER, Role.EDITOR, Role.AGENT}),
    Right.READ: frozenset(Role),
}
"""Which roles may do what."""


def may(role: Role, right: Right) -> bool:
    return role in RIGHTS[right]


def rights_of(role: Role) -> list[Right]:
    return [right for right in Right if may(role, right)]


@dataclass(frozen=True)
class Member:
    """A person of the staff by Telegram's user id; `added_by` is the member who invited them, None = command line."""

    telegram_id: int
    role: Role
    name: str | None
    added_at: datetime
    added_by: int | None = None

    def may(self, right: Right) -> bool:
        return may(self.role, right)


class LastOwnerError(ParkbotError):
    """Without an owner nobody could add one again."""

    def __init__(self) -> None:
        super().__init__("The last owner keeps the role: make somebody else an owner first.")


class NotStaffError(ParkbotError):
    def __init__(self, telegram_id: int) -> None:
        super().__init__(f"{telegram_id} is not in the staff.")


async def find(database: Database, telegram_id: int) -> Member | None:
    """The member as the store has it now."""
    async with database.read() as session:
        row = await stored.get(session, telegram_id)
    return member_of(row) if row else None


async def team(database: Database) -> list[Member]:
    """Everybody, by role and then as they came."""
    async with database.read() as session:
        members = [member_of(row) for row in await stored.everybody(session)]
    return sorted(members, key=lambda member: list(Role).index(member.role))


async def put(database: Database, member: Member) -> None:
    """Add somebody, or change role and name of who is there already; raises LastOwnerError."""
    async with database.transaction() as session:
        await _leave_an_owner(session, member.telegram_id, member.role)
        await stored.put(session, row_of(member))


async def change_role(database: Database, telegram_id: int, role: Role) -> None:
    """Raises NotStaffError and LastOwnerError."""
    async with database.transaction() as session:
        await _leave_an_owner(session, telegram_id, role)
        if not await stored.set_role(session, telegram_id, role):
            raise NotStaffError(telegram_id)


async def remove(database: Database, telegram_id: int) -> None:
    """Raises NotStaffError and LastOwnerError."""
    async with database.transaction() as session:
        await _leave_an_owner(session, telegram_id, None)
        if not await stored.remove(session, telegram_id):
            raise NotStaffError(telegram_id)


async def _leave_an_owner(session: AsyncSession, telegram_id: int, role: Role | None) -> None:
    if role is not Role.OWNER and await stored.holders(session, Role.OWNER) == [telegram_id]:
        raise LastOwnerError


def member_of(row: StaffMember) -> Member:
    return Member(row.telegram_id, Role(row.role), row.name, row.added_at, row.added_by)


def row_of(member: Member) -> StaffMember:
    """The member as it is stored, the name made fit to stand in a line of a list."""
    return StaffMember(
        telegram_id=member.telegram_id,
        role=member.role.value,
        name=in_a_line(member.name or "") or None,
        added_at=member.added_at,
        added_by=member.added_by,
    )


def in_a_line(name: str) -> str:
    """People choose their names: nothing in them may break or turn the lines around it."""
    seen = "".join(character if character.isprintable() else " " for character in name)
    return " ".join(seen.split())[:LONGEST_NAME]
