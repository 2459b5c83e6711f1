"""What chats chose, on both engines."""

import pytest

from storage import chats, preferences
from storage.database import Database
from storage.models.preferences import QUIET_FROM, QUIET_UNTIL
from tests.factories import AT

CHAT = 5


@pytest.fixture
async def stored(database: Database) -> Database:
    async with database.transaction() as session:
        await chats.upsert(session, CHAT, "private", AT)
    return database


async def test_defaults_hold_until_something_is_chosen(stored: Database) -> None:
    async with stored.read() as session:
        row = await preferences.get(session, CHAT)
        assert (row.muted, row.quiet_from, row.quiet_until) == (False, QUIET_FROM, QUIET_UNTIL)
        assert await preferences.topics_off(session, CHAT) == frozenset()


async def test_one_choice_leaves_the_others(stored: Database) -> None:
    async with stored.transaction() as session:
        await preferences.set_muted(session, CHAT, muted=True)
        await preferences.set_quiet(session, CHAT, 0, 0)
    async with stored.read() as session:
        row = await preferences.get(session, CHAT)
        assert (row.muted, row.quiet_from, row.quiet_until) == (True, 0, 0)


async def test_topic_is_left_out_once_and_wanted_again(stored: Database) -> None:
    for on, off in ((False, {"safety"}), (False, {"safety"}), (True, set()), (True, set())):
        async with stored.transaction() as session:
            await preferences.set_topic(session, CHAT, "safety", on=on)
            assert await preferences.topics_off(session, CHAT) == off


async def test_forgotten_chat_has_the_defaults(stored: Database) -> None:
    async with stored.transaction() as session:
        await preferences.set_muted(session, CHAT, muted=True)
        await preferences.set_topic(session, CHAT, "safety", on=False)
    async with stored.transaction() as session:
        await chats.forget(session, CHAT)
    async with stored.read() as session:
        assert not (await preferences.get(session, CHAT)).muted
        assert await preferences.topics_off(session, CHAT) == frozenset()
