"""Requests that are repeated with the same key: done once, answered the same for 7 days."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from storage import idempotency as stored
from storage.database import Database
from storage.models import IdempotencyKey
from storage.models.base import Json

KEPT = timedelta(days=7)


class OtherBodyError(Exception):
    """The key was used for another request."""


class AnsweredError(Exception):
    """Meanwhile the same request, or another with its key, was answered: nothing is to be done."""


@dataclass(frozen=True)
class Keyed:
    """A request: the name of its sender's token, the key that it gave, and the SHA-256 of what it asks."""

    token: str
    key: str
    fingerprint: str

    async def answered(self, database: Database, now: datetime) -> Json | None:
        """What was answered to the same request; raises OtherBodyError."""
        async with database.read() as session:
            found = await stored.get(session, self.token, self.key)
        if found is None or found.created_at < now - KEPT:
            return None
        if found.body_hash != self.fingerprint:
            raise OtherBodyError
        return found.answer

    async def answer(self, session: AsyncSession, status: int, answer: Json, now: datetime) -> None:
        """Keep the answer, in the transaction that does what is asked; raises AnsweredError."""
        await stored.drop(session, now - KEPT)
        row = IdempotencyKey(
            token=self.token,
            key=self.key,
            body_hash=self.fingerprint,
            status=status,
            answer=answer,
            created_at=now,
        )
        if not await stored.add(session, row):
            raise AnsweredError


def fingerprint(document: Any) -> str:
    """Of a JSON document; the order of its fields and its white space do not count."""
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()


async def prune(database: Database, clock: Clock) -> None:
    """Forget the answers that are kept no longer: called every hour."""
    async with database.transaction() as session:
        await stored.drop(session, clock.now() - KEPT)
