"""What is in the outbox is sent once, and what became of it is on record, whatever Telegram says."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import structlog
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery import dispatcher as dispatching
from bot.delivery.attempts import ATTEMPTS, UNREADABLE, Attempts
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Pacing
from bot.delivery.telegram_channel import TelegramChannel
from bot.sandbox.client import SandboxClient
from storage import chats, leases, outbox
from storage.database import Database
from storage.errors import StoreUnavailableError
from storage.models import Lease, Outgoing, OutgoingAction, OutgoingState
from storage.obstacles import Moment
from tests.bot.delivery.conftest import LIN
from tests.factories import AT
from tests.fakes import FakeClock
from tests.outgoing import add, all_of
from tests.waiting import until

ZONE = ZoneInfo("Asia/Shanghai")
OVER = (OutgoingState.SENT, OutgoingState.FAILED, OutgoingState.BLOCKED, OutgoingState.CANCELLED)

Start = Callable[..., Dispatcher]


@pytest.fixture
def start(database: Database, clock: Clock, paced: ExtBot[bool], pacing: Pacing) -> Start:
    """A dispatcher like that of another process with the same token."""

    def begun(bell: asyncio.Event | None = None) -> Dispatcher:
        attempts = Attempts(TelegramChannel(paced, paid=False), pacing, clock)
        return Dispatcher(database, lambda: Moment(clock.now(), ZONE), attempts, pacing, bell or asyncio.Event())

    return begun


@asynccontextmanager
async def running(dispatcher: Dispatcher) -> AsyncIterator[Dispatcher]:
    """Until left; then it is stopped as by SIGTERM."""
    task = asyncio.create_task(dispatcher.run())
    try:
        yield dispatcher
    finally:
        dispatcher.stop()
        await task


async def put(database: Database, *chat_ids: int, **given: Any) -> int:
    """Messages to these chats; the id of the last."""
    async with database.transaction() as session:
        return [await add(session, chat_id, **given) for chat_id in chat_ids][-1]


async def rows(database: Database) -> list[Outgoing]:
    async with database.read() as session:
        return await all_of(session)


async def only(database: Database) -> Outgoing:
    (row,) = await rows(database)
    return row


async def ended(database: Database) -> bool:
    return all(row.state in OVER for row in await rows(database))


async def tried(database: Database) -> bool:
    """Every message was tried, and none is being sent."""
    return all(row.attempts and row.state is not OutgoingState.SENDING for row in await rows(database))


async def texts(telegram: SandboxClient, chat_id: int = LIN) -> list[str]:
    return [one.text for one in await telegram.messages(chat_id) if one.from_bot]


async def people(telegram: SandboxClient, count: int) -> list[int]:
    """Who have started the bot."""
    found = [(await telegram.create_person(f"T{number}")).id for number in range(count)]
    for person in found:
        await telegram.send_text(person, "/start")
    return found


async def test_message_is_sent_and_its_number_is_on_record(
    telegram: SandboxClient, database: Database, start: Start
) -> None:
    await put(database, LIN)
    async with running(start()):
        await until(lambda: ended(database))
    row, shown = await only(database), (await telegram.messages(LIN))[-1]
    assert (row.state, row.message_ids, row.attempts, row.unconfirmed) == (OutgoingState.SENT, [shown.id], 1, False)
    assert shown.text == "周一停电"


async def test_bell_wakes_the_dispatcher(
    telegram: SandboxClient, database: Database, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatching, "TICK", 3600)
    bell = asyncio.Event()
    async with running(start(bell)) as dispatcher:
        await until(lambda: dispatcher._tenure.holds)
        await put(database, LIN)
        bell.set()
        await until(lambda: ended(database))


async def test_more_than_fit_in_flight_are_sent_once_each(
    telegram: SandboxClient, database: Database, start: Start
) -> None:
    everybody = await people(telegram, 20)
    await put(database, *everybody)
    async with running(start()) as dispatcher:
        most = 0
        while not await ended(database):
            states = [row.state for row in await rows(database)]
            most = max(most, states.count(OutgoingState.SENDING))
            assert len(dispatcher._tasks) <= 8
    assert 0 < most <= 8
    summary = await telegram.accepted_summary()
    assert (summary["accepted"], summary["chats"], summary["repeated"]) == (20, 20, 0)


async def test_change_and_recall_of_what_was_sent(telegram: SandboxClient, database: Database, start: Start) -> None:
    sent = await put(database, LIN)
    async with running(start()):
        await until(lambda: ended(database))
        async with database.transaction() as session:
            await add(session, LIN, {"text": "周二停电"}, action=OutgoingAction.EDIT, target_id=sent)
        await until(lambda: texts(telegram), is_=["周二停电"])
        async with database.transaction() as session:
            await add(session, LIN, {}, action=OutgoingAction.DELETE, target_id=sent)
        await until(lambda: texts(telegram), is_=[])
        await until(lambda: ended(database))
    assert [row.state for row in await rows(database)] == [OutgoingState.SENT] * 3


async def test_recall_of_what_is_gone_fails_with_the_reason(
    telegram: SandboxClient, database: Database, start: Start
) -> None:
    sent = await put(database, LIN, state=OutgoingState.SENT, message_ids=[99])
    await put(database, LIN, action=OutgoingAction.DELETE, target_id=sent)
    async with running(start()):
        await until(lambda: ended(database))
    _, recall = await rows(database)
    assert (recall.state, recall.reason) == (OutgoingState.FAILED, "Message to delete not found")


async def test_blocked_chat_is_marked_and_not_called_again_until_it_comes_back(
    telegram: SandboxClient, database: Database, start: Start, clock: FakeClock
) -> None:
    await telegram.block(LIN)
    await put(database, LIN)
    async with running(start()):
        await until(lambda: ended(database))
        await put(database, LIN)
        await until(lambda: ended(database))
        async with database.transaction() as session:
            await chats.upsert(session, LIN, "private", clock.advance(seconds=1))
        await telegram.unblock(LIN)
        await put(database, LIN)
        await until(lambda: ended(database))
    found = [(row.state, row.attempts) for row in await rows(database)]
    assert found == [(OutgoingState.BLOCKED, 1), (OutgoingState.BLOCKED, 0), (OutgoingState.SENT, 1)]


async def test_chat_that_wrote_meanwhile_stays_reachable(
    telegram: SandboxClient, database: Database, start: Start, clock: FakeClock
) -> None:
    async with database.transaction() as session:
        await chats.upsert(session, LIN, "private", AT + timedelta(seconds=1))
    await telegram.plan_fault("blocked", method="sendMessage")
    await put(database, LIN)
    async with running(start()):
        await until(lambda: ended(database))
    async with database.read() as session:
        chat = await chats.get(session, LIN)
    assert chat is not None
    assert chat.reachable


async def test_group_that_became_a_supergroup_is_followed(
    telegram: SandboxClient, database: Database, start: Start
) -> None:
    group = await telegram.create_group("甲公司", [LIN], basic=True)
    await put(database, group)
    new = await telegram.migrate_group(group)
    async with running(start()):
        await until(lambda: ended(database))
    row = await only(database)
    assert (row.state, row.chat_id, row.attempts) == (OutgoingState.SENT, new, 1)
    assert await texts(telegram, new) == ["周一停电"]


async def test_text_that_is_refused_fails_with_the_reason(
    telegram: SandboxClient, database: Database, start: Start
) -> None:
    async with database.transaction() as session:
        await add(session, LIN, {"text": "x" * 5000})
        await add(session, LIN, {"words": "no content"})
        await add(session, LIN, content_id=None)
    async with running(start()):
        await until(lambda: ended(database))
    found = [(row.state, row.reason) for row in await rows(database)]
    assert found == [
        (OutgoingState.FAILED, "Message is too long"),
        (OutgoingState.FAILED, UNREADABLE),
        (OutgoingState.FAILED, UNREADABLE),
    ]


@pytest.mark.parametrize("fault", ["drop-after", "error-after", "cut", "slow"])
async def test_message_that_perhaps_arrived_is_sent_again_and_unconfirmed(
    telegram: SandboxClient, database: Database, start: Start, clock: FakeClock, fault: str
) -> None:
    await telegram.plan_fault(fault, method="sendMessage", seconds=1)
    await put(database, LIN)
    async with running(start()):
        await until(lambda: tried(database))
        assert (await only(database)).due_at > clock.now()
        clock.advance(seconds=10)
        await until(lambda: ended(database))
    row = await only(database)
    assert (row.state, row.unconfirmed, row.attempts) == (OutgoingState.SENT, True, 2)
    assert (await telegram.accepted_summary())["accepted"] == 2


async def test_message_that_fails_too_often_is_given_up(
    telegram: SandboxClient, database: Database, start: Start
) -> None:
    await telegram.plan_fault("error-before", method="sendMessage", left=None)
    await put(database, LIN, attempts=ATTEMPTS - 1)
    async with running(start()):
        await until(lambda: ended(database))
    row = await only(database)
    assert (row.state, row.reason, row.unconfirmed) == (OutgoingState.FAILED, "Bad Gateway", True)


async def test_nobody_sends_while_telegram_asks_for_patience_and_no_attempt_is_lost(
    telegram: SandboxClient, database: Database, start: Start, clock: FakeClock, pacing: Pacing
) -> None:
    await telegram.plan_fault("too-many", method="sendMessage", seconds=2)
    await put(database, *(await people(telegram, 3)))
    async with running(start()):
        await until(lambda: pacing.silence_left > 0)
        await until(lambda: _nothing_is_sending(database))
        assert (await telegram.accepted_summary())["accepted"] == 0
        assert {row.attempts for row in await rows(database)} == {0}
        clock.advance(seconds=3)
        await until(lambda: ended(database))
    assert {(row.state, row.attempts) for row in await rows(database)} == {(OutgoingState.SENT, 1)}
    assert (await telegram.faults())[0]["befallen"] == 1


async def _nothing_is_sending(database: Database) -> bool:
    return all(row.state is OutgoingState.PENDING for row in await rows(database))


async def test_chat_that_gets_much_at_once_is_not_flooded(
    telegram: SandboxClient, database: Database, start: Start, clock: FakeClock
) -> None:
    await telegram.set_limits()
    await put(database, *[LIN] * 6)
    async with running(start()):
        while not await ended(database):
            clock.advance(seconds=0.1)
            await asyncio.sleep(0.1)
    assert {(row.state, row.attempts) for row in await rows(database)} == {(OutgoingState.SENT, 1)}
    assert (await telegram.limits())["refused"] == 0


async def test_stop_waits_for_what_is_being_sent_and_begins_nothing_more(
    telegram: SandboxClient, database: Database, start: Start
) -> None:
    await telegram.set_latency(0.2)
    await put(database, *(await people(telegram, 40)))
    async with running(start()):
        await until(lambda: _accepted(telegram))
    left = await rows(database)
    sent = [row for row in left if row.state is OutgoingState.SENT]
    assert {row.state for row in left} == {OutgoingState.SENT, OutgoingState.PENDING}
    assert (await telegram.accepted_summary())["accepted"] == len(sent)
    assert not any(row.unconfirmed for row in left)
    assert {row.attempts for row in left if row not in sent} == {0}
    async with running(start()):
        await until(lambda: ended(database))
    assert (await telegram.accepted_summary())["repeated"] == 0


async def _accepted(telegram: SandboxClient) -> bool:
    return bool((await telegram.accepted_summary())["accepted"])


async def test_stop_leaves_what_takes_too_long(
    telegram: SandboxClient, database: Database, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatching, "PATIENCE", 0.1)
    await telegram.plan_fault("slow", method="sendMessage", seconds=0.4)
    await put(database, LIN)
    async with running(start()):
        await until(lambda: _accepted(telegram))
    row = await only(database)
    assert (row.state, row.unconfirmed) == (OutgoingState.PENDING, True)


async def test_what_a_dead_process_left_is_sent_again_and_unconfirmed(
    telegram: SandboxClient, database: Database, start: Start
) -> None:
    await put(database, LIN, state=OutgoingState.SENDING, claim="dead", leased_until=AT - timedelta(seconds=1))
    async with running(start()):
        await until(lambda: ended(database))
    row = await only(database)
    assert (row.state, row.unconfirmed) == (OutgoingState.SENT, True)


async def test_another_process_takes_over_what_was_given_up(
    telegram: SandboxClient, database: Database, start: Start
) -> None:
    first, second = start(), start()
    second._tenure.alone = False
    async with running(first):
        await until(lambda: first._tenure.holds)
        async with running(second):
            await until(lambda: second._tenure.is_due, is_=False)
            assert not second._tenure.holds
            first.stop()
            await until(lambda: second._tenure.holds)
            await put(database, LIN)
            await until(lambda: ended(database))
    assert await texts(telegram) == ["周一停电"]


async def test_whoever_lost_the_tenure_begins_nothing(
    telegram: SandboxClient, database: Database, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    dispatcher = start()
    async with running(dispatcher):
        await until(lambda: dispatcher._tenure.holds)
        async with database.transaction() as session:
            taken = Lease(name="delivery", holder="another", until=AT + timedelta(seconds=10))
            assert await leases.take(session, taken, AT, at_once=True)
        monkeypatch.setattr(dispatcher._tenure, "_until", 0.0)
        await put(database, LIN)
        monkeypatch.setattr(dispatcher._tenure, "_next", 0.0)
        await until(lambda: dispatcher._tenure._next > 0)
    assert await texts(telegram) == []
    assert (await only(database)).state is OutgoingState.PENDING


async def test_store_that_fails_is_tried_again(
    telegram: SandboxClient, database: Database, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was claimed by a transaction that may have failed is begun after all."""
    dispatcher, transaction, failed = start(), database.transaction, list[int]()

    @asynccontextmanager
    async def uncertain() -> AsyncIterator[Any]:
        async with transaction() as session:
            yield session
        if dispatcher._tenure.holds and len(failed) < 2:
            failed.append(1)
            raise StoreUnavailableError("The store does not answer.")

    monkeypatch.setattr(database, "transaction", uncertain)
    await put(database, LIN)
    with structlog.testing.capture_logs() as logs:
        async with running(dispatcher):
            await until(lambda: ended(database))
    row = await only(database)
    assert [line["event"] for line in logs if line["log_level"] != "info"] == ["dispatcher.store_failed"] * 2
    assert (row.state, row.unconfirmed, row.attempts) == (OutgoingState.SENT, False, 1)
    assert await texts(telegram) == ["周一停电"]


async def test_fault_of_ours_is_logged_and_tried_again(
    telegram: SandboxClient, database: Database, start: Start, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    send, failed = TelegramChannel.send, list[int]()

    async def broken(*args: Any) -> list[int]:
        if not failed:
            failed.append(1)
            raise KeyError("broken")
        return await send(*args)

    monkeypatch.setattr(TelegramChannel, "send", broken)
    await put(database, LIN)
    with structlog.testing.capture_logs() as logs:
        async with running(start()):
            await until(lambda: tried(database))
            clock.advance(seconds=10)
            await until(lambda: ended(database))
    assert [line["event"] for line in logs if line["log_level"] == "error"] == ["outgoing.attempt_failed"]
    assert (await only(database)).state is OutgoingState.SENT


async def test_paused_batch_waits_until_it_goes_on(telegram: SandboxClient, database: Database, start: Start) -> None:
    await put(database, LIN)
    batch_id = (await only(database)).batch_id
    async with database.transaction() as session:
        await outbox.pause(session, batch_id)
    async with running(start()) as dispatcher:
        await until(lambda: dispatcher._tenure.holds)
        assert (await only(database)).state is OutgoingState.HELD
        async with database.transaction() as session:
            await outbox.resume(session, batch_id)
        await until(lambda: ended(database))
    assert await texts(telegram) == ["周一停电"]


async def test_what_has_long_been_over_is_pruned(database: Database, start: Start, clock: FakeClock) -> None:
    await put(database, LIN, state=OutgoingState.SENT, ended_at=AT - dispatching.KEPT - timedelta(days=1))
    await put(database, LIN, state=OutgoingState.SENT, ended_at=AT - dispatching.KEPT + timedelta(days=1))
    assert await start().prune() == 1
    assert len(await rows(database)) == 1
