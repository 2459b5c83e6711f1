"""The address at which a chat's phone fetches its calendar: a secret that only its hash is kept of."""

import hashlib
import re
import secrets
from datetime import datetime

from bot.languages import Language
from storage import calendars as stored
from storage import chats
from storage.database import Database
from storage.models import CalendarFeed

BYTES = 24
"""Of a secret: 192 bits, which nobody guesses."""
SECRET = re.compile(r"[A-Za-z0-9_-]{32}")


async def make(database: Database, chat_id: int, now: datetime, spoken: Language) -> str:
    """The secret, told once and kept nowhere; any earlier one is no good from then on."""
    secret = secrets.token_urlsafe(BYTES)
    feed = CalendarFeed(chat_id=chat_id, secret_hash=hash_of(secret), made_at=now)
    async with database.transaction() as session:
        await chats.upsert(session, chat_id, "private", now, spoken=spoken.value)
        await stored.put_feed(session, feed)
    return secret


async def stop(database: Database, chat_id: int) -> None:
    async with database.transaction() as session:
        await stored.remove_feed(session, chat_id)


async def of_chat(database: Database, chat_id: int) -> CalendarFeed | None:
    async with database.read() as session:
        return await stored.feed_of(session, chat_id)


async def find(database: Database, secret_hash: str) -> CalendarFeed | None:
    """That whose secret has this hash."""
    async with database.read() as session:
        return await stored.feed_at(session, secret_hash)


def hash_of(secret: str) -> str:
    # a long random secret needs no slow hash
    return hashlib.sha256(secret.encode()).hexdigest()


def path(secret: str) -> str:
    """Of the address, behind that of the service."""
    return f"/calendar/{secret}.ics"
