"""What is written into the outbox: fan-outs, changes of what was sent, pauses and cancellations."""

from datetime import timedelta
from typing import Any

from sqlalchemy import literal
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import chats, outbox
from storage.database import Database
from storage.models import Chat, Outgoing, OutgoingAction, OutgoingState, StoredContent
from storage.outbox import Counts, Timing, Wave
from tests.factories import AT
from tests.outgoing import add, all_of

CHATS = (101, 102, 103)
NOW = Timing(AT)


async def sent_to_all(session: AsyncSession) -> tuple[int, int]:
    """The batch and the content of a fan-out to CHATS."""
    for chat_id in CHATS:
        await chats.upsert(session, chat_id, "private", AT)
    content, batch = await outbox.add_content(session, {"text": "停电"}), await outbox.add_batch(session, AT)
    everybody = select(col(Chat.id), literal(content)).where(col(Chat.id).in_(CHATS))
    assert await outbox.fan_out(session, Wave(batch, f"b:{batch}", NOW), everybody) == len(CHATS)
    return batch, content


async def rows(session: AsyncSession, batch: int) -> list[Outgoing]:
    of_batch = select(Outgoing).where(Outgoing.batch_id == batch).order_by(col(Outgoing.chat_id))
    return list((await session.exec(of_batch, execution_options={"populate_existing": True})).all())


async def put(session: AsyncSession, batch: int, chat_id: int, state: OutgoingState, **values: object) -> None:
    one = (col(Outgoing.batch_id) == batch, col(Outgoing.chat_id) == chat_id)
    await session.exec(update(Outgoing).where(*one).values(state=state, **values))


async def test_fan_out_writes_one_pending_message_for_each_chat(database: Database) -> None:
    async with database.transaction() as session:
        timing = Timing(AT, quiet=False, urgency=0, expires_at=AT + timedelta(hours=1))
        batch, content = await sent_to_all(session)
        second = await outbox.add_batch(session, AT)
        everybody = select(col(Chat.id), literal(content)).where(col(Chat.id) != CHATS[0])
        assert await outbox.fan_out(session, Wave(second, "again", timing), everybody) == 2
        first, *_ = await rows(session, batch)
        *_, last = await rows(session, second)
    assert (first.key, first.content_id, first.action) == (f"b:{batch}:101", content, OutgoingAction.SEND)
    assert (first.state, first.quiet, first.urgency, first.due_at) == (OutgoingState.PENDING, True, 1, AT)
    assert (last.quiet, last.urgency, last.expires_at) == (False, 0, AT + timedelta(hours=1))


async def test_counts_are_of_all_batches_together(database: Database) -> None:
    async with database.transaction() as session:
        batch, _ = await sent_to_all(session)
        await put(session, batch, 101, OutgoingState.SENT, unconfirmed=True)
        await put(session, batch, 102, OutgoingState.BLOCKED)
        other, _ = await _second(session)
        counted = await outbox.counts(session, [batch, other])
        nothing = await outbox.counts(session, [])
    assert counted == Counts(sent=1, blocked=1, pending=4, unconfirmed=1)
    assert (counted.total, nothing.total) == (6, 0)


async def _second(session: AsyncSession) -> tuple[int, int]:
    content, batch = await outbox.add_content(session, {"text": "来电"}), await outbox.add_batch(session, AT)
    everybody = select(col(Chat.id), literal(content))
    await outbox.fan_out(session, Wave(batch, f"b:{batch}", NOW), everybody)
    return batch, content


async def test_paused_batch_is_held_and_goes_on(database: Database) -> None:
    async with database.transaction() as session:
        batch, _ = await sent_to_all(session)
        await put(session, batch, 101, OutgoingState.SENT)
        await outbox.pause(session, batch)
        held = [one.state for one in await rows(session, batch)]
        await outbox.resume(session, batch)
        again = [one.state for one in await rows(session, batch)]
    assert held == [OutgoingState.SENT, OutgoingState.HELD, OutgoingState.HELD]
    assert again == [OutgoingState.SENT, OutgoingState.PENDING, OutgoingState.PENDING]


async def test_cancelling_ends_what_waits_and_nothing_else(database: Database) -> None:
    async with database.transaction() as session:
        batch, _ = await sent_to_all(session)
        await put(session, batch, 101, OutgoingState.SENDING)
        assert await outbox.cancel(session, batch, AT) == 2
        ended = [(one.state, one.ended_at) for one in await rows(session, batch)]
    assert ended == [(OutgoingState.SENDING, None), *[(OutgoingState.CANCELLED, AT)] * 2]


async def test_recall_is_for_what_arrived_or_may_arrive(database: Database) -> None:
    async with database.transaction() as session:
        batch, _ = await sent_to_all(session)
        await put(session, batch, 101, OutgoingState.SENT, message_ids=[7])
        await put(session, batch, 102, OutgoingState.SENDING)
        await outbox.cancel(session, batch, AT)
        recall = await outbox.add_batch(session, AT)
        assert await outbox.fan_out_change(session, Wave(recall, "recall", NOW), batch) == 2
        originals, changes = await rows(session, batch), await rows(session, recall)
    assert [(one.action, one.chat_id, one.target_id, one.content_id) for one in changes] == [
        (OutgoingAction.DELETE, 101, originals[0].id, None),
        (OutgoingAction.DELETE, 102, originals[1].id, None),
    ]


async def test_correction_edits_what_arrived_and_changes_what_waits(database: Database) -> None:
    async with database.transaction() as session:
        batch, content = await sent_to_all(session)
        await put(session, batch, 101, OutgoingState.SENT)
        corrected = await outbox.add_content(session, {"text": "周二停电"})
        correction = await outbox.add_batch(session, AT)
        await outbox.fan_out_change(session, Wave(correction, "fix", NOW), batch, {content: corrected})
        await outbox.replace_contents(session, batch, {content: corrected})
        kept, changes = await rows(session, batch), await rows(session, correction)
    assert [one.content_id for one in kept] == [content, corrected, corrected]
    assert [(one.action, one.chat_id, one.content_id) for one in changes] == [(OutgoingAction.EDIT, 101, corrected)]


async def contents(session: AsyncSession) -> int:
    return len((await session.exec(select(StoredContent))).all())


async def test_forgotten_chat_is_counted_and_not_known(database: Database) -> None:
    async with database.transaction() as session:
        own = await add(session, 5, {"text": "林工，您的预约"}, state=OutgoingState.SENT, message_ids=[7])
        await sent_to_all(session)
        await chats.upsert(session, 5, "private", AT)
        await outbox.forget(session, CHATS[0])
        await outbox.forget(session, 5)
        forgotten, first, second, _ = await all_of(session)
        assert await contents(session) == 1
    assert (forgotten.id, forgotten.key, forgotten.chat_id) == (own, f"forgotten:{own}", None)
    assert (forgotten.content_id, forgotten.message_ids, forgotten.state) == (None, None, OutgoingState.SENT)
    assert (first.chat_id, first.content_id, second.chat_id) == (None, None, CHATS[1])


async def test_messages_follow_a_group_that_moved(database: Database) -> None:
    async with database.transaction() as session:
        await add(session, -7)
        await chats.migrate_group(session, -7, -1007, AT)
        (moved,) = await all_of(session)
    assert moved.chat_id == -1007


async def test_pruning_takes_what_is_over_with_contents_of_its_own(database: Database) -> None:
    async with database.transaction() as session:
        old: dict[str, Any] = {"state": OutgoingState.SENT, "ended_at": AT}
        await add(session, 1, **old)
        shared = (await all_of(session))[0].content_id
        await add(session, 2, content_id=shared)
        await add(session, 3, **old)
        later = AT + timedelta(seconds=1)
        assert await outbox.prune(session, AT, 10) == 0
        assert await outbox.prune(session, later, 1) == 1
        assert await contents(session) == 3
        assert await outbox.prune(session, later, 10) == 1
        assert [row.chat_id for row in await all_of(session)] == [2]
        assert await contents(session) == 2
