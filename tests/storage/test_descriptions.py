"""Companies that somebody described for themselves alone, on both engines."""

from storage import chats, descriptions
from storage.database import Database
from tests.factories import AT


async def test_description_is_replaced_and_goes_with_its_chat(database: Database) -> None:
    async with database.transaction() as session:
        for chat_id in (5, 6):
            await chats.upsert(session, chat_id, "private", AT)
            await descriptions.save(session, chat_id, {"employees": 3}, AT)
        await descriptions.save(session, 5, {"sector": "云"}, AT)
    async with database.read() as session:
        found = await descriptions.get(session, 5)
        assert found
        assert found.data == {"sector": "云"}
    async with database.transaction() as session:
        await chats.forget(session, 5)
        await descriptions.remove(session, 6)
    async with database.read() as session:
        assert [await descriptions.get(session, chat_id) for chat_id in (5, 6)] == [None, None]
