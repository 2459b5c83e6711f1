"""Chats: made once, kept up to date, forgotten wholly."""

from datetime import timedelta

from storage import cases, chats, exchanges, updates
from storage.database import Database
from storage.models import Chat, StoredUpdate
from tests.factories import AT, case, exchange

LATER = AT + timedelta(days=1)
GROUP = -1001234567890


async def _stored(database: Database, chat_id: int) -> Chat | None:
    async with database.read() as session:
        return await chats.get(session, chat_id)


async def test_new_chat_knows_nothing_but_when(database: Database) -> None:
    async with database.transaction() as session:
        await chats.upsert(session, GROUP, "group", AT)
    assert await _stored(database, GROUP) == Chat(id=GROUP, type="group", created_at=AT, seen_at=AT)


async def test_chat_seen_again_keeps_what_was_chosen(database: Database) -> None:
    async with database.transaction() as session:
        chat = await chats.upsert(session, 5, "private", AT)
        chat.user_language, chat.context = "en", {"records": [["facility", "硬功馆"]]}
    async with database.transaction() as session:
        await chats.upsert(session, 5, "private", LATER)
    chosen = Chat(id=5, type="private", user_language="en", created_at=AT, seen_at=LATER)
    chosen.context = {"records": [["facility", "硬功馆"]]}
    assert await _stored(database, 5) == chosen


async def test_chat_that_writes_again_is_reachable(database: Database) -> None:
    async with database.transaction() as session:
        await chats.upsert(session, 5, "private", AT)
        await chats.set_reachable(session, 5, reachable=False)
    blocked = await _stored(database, 5)
    assert blocked
    assert not blocked.reachable
    async with database.transaction() as session:
        await chats.upsert(session, 5, "private", LATER)
    back = await _stored(database, 5)
    assert back
    assert back.reachable


async def test_context_of_a_chat_is_set_and_dropped(database: Database) -> None:
    async with database.transaction() as session:
        await chats.upsert(session, 5, "private", AT)
        await chats.set_context(session, 5, {"aspect": "hours"})
    stored = await _stored(database, 5)
    assert stored
    assert stored.context == {"aspect": "hours"}
    async with database.transaction() as session:
        await chats.set_context(session, 5, None)
    stored = await _stored(database, 5)
    assert stored
    assert stored.context is None


async def test_chat_that_is_not_stored_stays_so(database: Database) -> None:
    async with database.transaction() as session:
        await chats.set_context(session, 5, {"aspect": "hours"})
        await chats.set_reachable(session, 5, reachable=True)
    assert await _stored(database, 5) is None


async def test_group_that_became_a_supergroup_keeps_its_choices(database: Database) -> None:
    async with database.transaction() as session:
        (await chats.upsert(session, -7, "group", AT)).user_language = "en"
    async with database.transaction() as session:
        await chats.migrate_group(session, -7, GROUP, LATER)
    assert await _stored(database, -7) is None
    moved = await _stored(database, GROUP)
    assert moved
    assert (moved.type, moved.user_language) == ("supergroup", "en")


async def test_group_that_became_a_supergroup_keeps_what_was_asked(database: Database) -> None:
    async with database.transaction() as session:
        for chat_id in (-7, GROUP):
            await chats.upsert(session, chat_id, "group", AT)
            await cases.add(session, case(chat_id=chat_id, message_id=2))
        old = await exchanges.put(session, exchange(chat_id=-7, message_id=1, question="老群里的问题"))
        await exchanges.put(session, exchange(chat_id=GROUP, message_id=1, question="新群里的问题"))
        await cases.add(session, case(chat_id=-7, exchange_id=old.id))
    async with database.transaction() as session:
        await chats.migrate_group(session, -7, GROUP, LATER)
    async with database.read() as session:
        asked = [(one.message_id, one.question) for one in await exchanges.of_chat(session, GROUP)]
        handed_over = [(one.chat_id, one.message_id, one.exchange_id) for one in await cases.waiting(session)]
    assert asked == [(None, "老群里的问题"), (1, "新群里的问题")]
    assert handed_over == [(GROUP, None, None), (GROUP, 2, None), (GROUP, None, old.id)]


async def test_unknown_group_that_became_a_supergroup_is_new(database: Database) -> None:
    async with database.transaction() as session:
        await chats.migrate_group(session, -7, GROUP, LATER)
    assert await _stored(database, GROUP) == Chat(id=GROUP, type="supergroup", created_at=LATER, seen_at=LATER)


async def test_forgotten_chat_leaves_nothing_behind(database: Database) -> None:
    async with database.transaction() as session:
        for chat_id in (5, 6):
            await chats.upsert(session, chat_id, "private", AT)
            asked = await exchanges.put(session, exchange(chat_id=chat_id))
            await cases.add(session, case(chat_id=chat_id, exchange_id=asked.id))
            await updates.store(session, chat_id, chat_id, {"from": "王小明"}, AT)
        for claimed in await updates.claim(session, updates.Lease("me", LATER), 2, AT):
            await updates.park(session, claimed, AT)
    async with database.transaction() as session:
        assert await chats.forget(session, 5)
    async with database.read() as session:
        assert await chats.get(session, 5) is None
        assert [len(await exchanges.of_chat(session, chat_id)) for chat_id in (5, 6)] == [0, 1]
        assert [len(await cases.of_chat(session, chat_id)) for chat_id in (5, 6)] == [0, 1]
        parked = [await session.get_one(StoredUpdate, update_id) for update_id in (5, 6)]
        assert [(row.chat_id, row.payload) for row in parked] == [(None, {}), (6, {"from": "王小明"})]


async def test_forgetting_an_unknown_chat_is_false(database: Database) -> None:
    async with database.transaction() as session:
        assert not await chats.forget(session, 5)
