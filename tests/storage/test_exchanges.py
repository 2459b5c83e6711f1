"""Questions and answers, and questions handed over."""

from datetime import timedelta

import pytest

from storage import cases, chats, exchanges
from storage.database import Database
from storage.models import CaseState, Rating
from tests.factories import AT, case, exchange


@pytest.fixture(autouse=True)
async def two_chats(database: Database) -> None:
    async with database.transaction() as session:
        for chat_id in (5, 6):
            await chats.upsert(session, chat_id, "private", AT)


async def test_exchange_is_found_by_the_tenants_message(database: Database) -> None:
    async with database.transaction() as session:
        added = await exchanges.put(session, exchange(message_id=8, records=[["facility", "gym"]], confidence=0.5))
    async with database.read() as session:
        found = await exchanges.by_message(session, 5, 8)
        assert found == added
        assert found
        assert found == await exchanges.get(session, found.id or 0)
        assert (found.records, found.confidence, found.rating) == ([["facility", "gym"]], 0.5, None)
        assert await exchanges.by_message(session, 6, 8) is None


async def test_exchange_of_the_same_message_takes_its_place(database: Database) -> None:
    async with database.transaction() as session:
        first = await exchanges.put(session, exchange(message_id=8))
        await exchanges.set_reply(session, first.id or 0, 9)
        await exchanges.rate(session, first.id or 0, 5, Rating.UP)
    async with database.transaction() as session:
        second = await exchanges.put(session, exchange(message_id=8, question="edited", records=[["facility", "gym"]]))
    assert (second.id, second.reply_id, second.rating) == (first.id, 9, None)
    assert (second.question, second.records) == ("edited", [["facility", "gym"]])


async def test_exchanges_of_a_chat_come_oldest_first(database: Database) -> None:
    async with database.transaction() as session:
        for message_id in (3, 1, 2):
            await exchanges.put(session, exchange(message_id=message_id))
        await exchanges.put(session, exchange(chat_id=6))
    async with database.read() as session:
        assert [each.message_id for each in await exchanges.of_chat(session, 5)] == [3, 1, 2]
        latest = await exchanges.latest(session, 5)
        assert latest
        assert latest.message_id == 2


async def test_chat_without_exchanges_has_no_latest(database: Database) -> None:
    async with database.read() as session:
        assert await exchanges.latest(session, 5) is None


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("问" * 5000, "问" * 4096),
        ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
        ("half \ud83d a pair", "half ? a pair"),
        ("", ""),
        ("\u202e\x07🦊", "\u202e\x07🦊"),
    ],
)
async def test_question_is_kept_as_far_as_a_database_can(database: Database, question: str, kept: str) -> None:
    async with database.transaction() as session:
        await exchanges.put(session, exchange(message_id=8, question=question))
    async with database.read() as session:
        found = await exchanges.by_message(session, 5, 8)
        assert found
        assert found.question == kept


async def test_rating_is_kept_and_changed(database: Database) -> None:
    async with database.transaction() as session:
        added = await exchanges.put(session, exchange())
    for rating in Rating:
        async with database.transaction() as session:
            assert await exchanges.rate(session, added.id or 0, 5, rating)
        async with database.read() as session:
            rated = await exchanges.get(session, added.id or 0)
            assert rated
            assert rated.rating is rating


async def test_rating_from_another_chat_is_refused(database: Database) -> None:
    async with database.transaction() as session:
        added = await exchanges.put(session, exchange())
        assert not await exchanges.rate(session, added.id or 0, 6, Rating.UP)
        assert not await exchanges.rate(session, 404, 5, Rating.UP)


async def test_ids_of_forgotten_exchanges_do_not_come_back(database: Database) -> None:
    async with database.transaction() as session:
        forgotten = await exchanges.put(session, exchange(chat_id=5))
        await session.flush()
        await chats.forget(session, 5)
    async with database.transaction() as session:
        new = await exchanges.put(session, exchange(chat_id=6))
    assert (new.id or 0) > (forgotten.id or 0)


async def test_reply_is_remembered(database: Database) -> None:
    async with database.transaction() as session:
        added = await exchanges.put(session, exchange())
        await exchanges.set_reply(session, added.id or 0, 99)
    async with database.read() as session:
        answered = await exchanges.get(session, added.id or 0)
        assert answered
        assert answered.reply_id == 99


async def test_exchange_is_handed_over_once(database: Database) -> None:
    async with database.transaction() as session:
        asked = await exchanges.put(session, exchange())
        assert await cases.add(session, case(exchange_id=asked.id))
        assert not await cases.add(session, case(exchange_id=asked.id))
        assert len(await cases.of_chat(session, 5)) == 1


async def test_message_for_staff_is_handed_over_once(database: Database) -> None:
    async with database.transaction() as session:
        assert await cases.add(session, case(message_id=8))
        assert not await cases.add(session, case(message_id=8))
        assert await cases.add(session, case(message_id=8, chat_id=6))
        assert await cases.add(session, case(message_id=9))
        assert len(await cases.of_chat(session, 5)) == 2


async def test_case_follows_its_exchange(database: Database) -> None:
    async def told() -> list[tuple[str, CaseState]]:
        async with database.read() as session:
            return [(each.question, each.state) for each in await cases.of_chat(session, 5)]

    async with database.transaction() as session:
        asked = (await exchanges.put(session, exchange())).id or 0
        await cases.put(session, case(exchange_id=asked, question="一"))
    async with database.transaction() as session:
        await cases.reword(session, asked, "二", "zh")
        await cases.close(session, asked)
    assert await told() == [("二", CaseState.CLOSED)]
    async with database.transaction() as session:
        await cases.put(session, case(exchange_id=asked, question="三"))
    assert await told() == [("三", CaseState.OPEN)]


async def test_context_of_an_exchange_is_the_one_it_began_in(database: Database) -> None:
    for aspect in ("hours", "price"):
        async with database.transaction() as session:
            kept = await exchanges.put(session, exchange(context={"aspect": aspect}))
        assert kept.context == {"aspect": "hours"}


async def test_open_cases_wait_oldest_first(database: Database) -> None:
    async with database.transaction() as session:
        for question in ("一", "二", "三"):
            await cases.add(session, case(question=question))
        await cases.add(session, case(question="四", chat_id=6))
        (await cases.waiting(session))[1].state = CaseState.CLOSED
    async with database.read() as session:
        assert [each.question for each in await cases.waiting(session)] == ["一", "三", "四"]
        assert [each.question for each in await cases.waiting(session, limit=1)] == ["一"]
        assert [each.question for each in await cases.of_chat(session, 5)] == ["一", "二", "三"]


async def test_refused_questions_come_most_frequent_then_latest_first(database: Database) -> None:
    asked = [
        ("能养猫吗", "handover", 4),
        ("有泳池吗", "handover", 9),
        ("有泳池吗", "choose", 8),
        ("能养狗吗", "handover", 2),
        ("有泳池吗", "answer", 1),
        ("你好", "smalltalk", 1),
        ("去年的事", "handover", 11),
    ]
    async with database.transaction() as session:
        for number, (question, outcome, days) in enumerate(asked):
            at = AT - timedelta(days=days)
            chat = 5 + number % 2
            await exchanges.put(
                session, exchange(chat_id=chat, message_id=number, question=question, outcome=outcome, at=at)
            )
    async with database.read() as session:
        refused = await exchanges.refused(session, since=AT - timedelta(days=10), limit=5)
        assert refused == [("有泳池吗", 2), ("能养狗吗", 1), ("能养猫吗", 1)]
        assert await exchanges.refused(session, since=AT - timedelta(days=9), limit=1) == [("有泳池吗", 2)]
        assert await exchanges.refused(session, since=AT, limit=5) == []
