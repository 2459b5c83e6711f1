"""Programs that use the HTTP API: each has a token of its own, with a role as a member of the staff has."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.errors import ParkbotError
from bot.people.secret_links import hash_of
from bot.people.staff import LONGEST_NAME, Right, Role, may
from storage import tokens as stored
from storage.database import Database
from storage.models import ApiToken

BYTES = 32
"""Of a secret: 256 bits, which nobody guesses."""
PREFIX = "parkbot_"
"""Before every secret, so that people and scanners of source code know one when they see it."""


@dataclass(frozen=True)
class Program:
    """A token in force, without its secret."""

    name: str
    role: Role
    made_at: datetime

    def may(self, right: Right) -> bool:
        return may(self.role, right)

    @property
    def actor(self) -> str:
        """Who it is in the audit."""
        return f"token:{self.name}"


class MalformedNameError(ParkbotError):
    def __init__(self) -> None:
        super().__init__(f"A token needs a name of 1 to {LONGEST_NAME} letters, digits and signs, in one line.")


class NameTakenError(ParkbotError):
    def __init__(self, name: str) -> None:
        super().__init__(f"There is a token of the name {name} already: revoke it first, or take another name.")


class NoTokenError(ParkbotError):
    def __init__(self, name: str) -> None:
        super().__init__(f"There is no token of the name {name}: `parkbot staff list` shows those in force.")


async def make(database: Database, name: str, role: Role, now: datetime) -> str:
    """The secret, which is told once and kept nowhere; raises MalformedNameError and NameTakenError."""
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable() or name != name.strip():
        raise MalformedNameError
    secret = PREFIX + secrets.token_urlsafe(BYTES)
    row = ApiToken(name=name, role=role.value, secret_hash=hash_of(secret), created_at=now)
    async with database.transaction() as session:
        if not await stored.add(session, row):
            raise NameTakenError(name)
    return secret


async def find(database: Database, secret_hash: str) -> Program | None:
    """Whose secret has this hash, as the store has it now."""
    async with database.read() as session:
        row = await stored.by_hash(session, secret_hash)
    return _program_of(row) if row else None


async def programs(database: Database) -> list[Program]:
    """In the order in which their tokens were made."""
    async with database.read() as session:
        return [_program_of(row) for row in await stored.in_force(session)]


async def revoke(database: Database, name: str, now: datetime) -> None:
    """It is no good any more from the next request on; raises NoTokenError."""
    async with database.transaction() as session:
        if not await stored.revoke(session, name, now):
            raise NoTokenError(name)


def _program_of(row: ApiToken) -> Program:
    return Program(row.name, Role(row.role), row.created_at)
