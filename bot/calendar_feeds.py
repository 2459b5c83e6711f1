"""The address at which a chat's phone fetches its calendar: a secret that only its hash is kept of."""

import re
from datetime import datetime

from bot.languages import Language
from bot.people.secret_links import hash_of, secret
from storage import calendars as stored
from storage import chats
from storage.database import Database
from storage.models import CalendarFeed

SECRET = re.compile(r"[A-Za-z0-9_-]{32}")


async def make(database: Database, chat_id: int, now: datetime, spoken: Language) -> str:
    """The secret, told once and kept nowhere; any earlier one is no good from then on."""
    made = secret()
    feed = CalendarFeed(chat_id=chat_id, secret_hash=hash_of(made), made_at=now)
    async with database.transaction() as session:
        await chats.upsert(session, chat_id, "private", now, spoken=spoken.value)
        await stored.put_feed(session, feed)
    return made


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


def path(secret: str) -> str:
    """Of the address, behind that of the service."""
    return f"/calendar/{secret}.ics"
