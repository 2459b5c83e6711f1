"""What is taken out of the outbox: in which order, by whom, and what is recorded of it."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import chats, dispatching, leases, outbox
from storage.database import Database
from storage.dispatching import Holding, Outcome
from storage.models import Outgoing, OutgoingAction, OutgoingState, Preferences
from storage.obstacles import Moment
from tests.factories import AT
from tests.outgoing import TEXT, add, all_of

ZONE = ZoneInfo("Asia/Shanghai")
MORNING = Moment(AT, ZONE)  # ten o'clock
EVENING = Moment(AT + timedelta(hours=13), ZONE)  # 23:00
SOON = AT + timedelta(seconds=10)
ME, OTHER = Holding("me", SOON), Holding("other", SOON)


async def claimed(session: AsyncSession, at: Moment = MORNING, limit: int = 10) -> list[int]:
    return [one.id for one in (await dispatching.claim(session, ME, at, limit)).messages]


async def only(session: AsyncSession) -> Outgoing:
    (row,) = await all_of(session)
    return row


async def test_due_messages_are_claimed_by_urgency_and_time(database: Database) -> None:
    async with database.transaction() as session:
        late = await add(session, 1, due_at=AT)
        early = await add(session, 2, due_at=AT - timedelta(hours=1))
        urgent = await add(session, 3, urgency=0)
        await add(session, 4, due_at=AT + timedelta(seconds=1))
        await add(session, 5, state=OutgoingState.HELD)
        assert await claimed(session, limit=2) == [urgent, early]
        assert await claimed(session) == [late]
        rows = await all_of(session)
    assert [(one.state, one.claim, one.leased_until, one.attempts) for one in rows[:3]] == [
        (OutgoingState.SENDING, "me", SOON, 1)
    ] * 3


async def test_claimed_message_tells_what_is_sent_to_whom(database: Database) -> None:
    async with database.transaction() as session:
        await add(session, 7, attempts=2, unconfirmed=True, message_ids=[5])
        ((message,), settled) = await dispatching.claim(session, ME, MORNING, 1)
        contents = await dispatching.contents(session, [message])
    assert (message.chat_id, message.attempts, message.unconfirmed, message.message_ids) == (7, 3, True, [5])
    assert (contents[message.content_id], settled) == (TEXT, 0)


async def test_two_replicas_claim_nothing_twice(database: Database) -> None:
    async with database.transaction() as session:
        for chat_id in range(1, 5):
            await add(session, chat_id)
    async with database.transaction() as session:
        first = await claimed(session, limit=2)
    async with database.transaction() as session:
        second = await dispatching.claim(session, OTHER, MORNING, 4)
    assert len(first) == len(second.messages) == 2
    assert not set(first) & {one.id for one in second.messages}


async def test_what_is_not_to_be_sent_is_settled_without_a_claim(database: Database) -> None:
    async with database.transaction() as session:
        await add(session, 1, expires_at=AT)
        await add(session, None)
        await add(session, 2)
        await chats.set_reachable(session, 2, reachable=False)
        await add(session, 3, quiet=True)
        session.add(Preferences(chat_id=3, muted=True))
        await session.flush()
        urgent = await add(session, 3, quiet=False)
        messages, settled = await dispatching.claim(session, ME, MORNING, 1)
        rows = await all_of(session)
    assert ([one.id for one in messages], settled) == ([urgent], 4)
    assert [(one.state, one.reason, one.ended_at, one.attempts) for one in rows[:4]] == [
        (OutgoingState.CANCELLED, "expired", AT, 0),
        (OutgoingState.CANCELLED, "forgotten", AT, 0),
        (OutgoingState.BLOCKED, "unreachable", AT, 0),
        (OutgoingState.CANCELLED, "muted", AT, 0),
    ]


async def test_quiet_hours_put_a_message_off_until_their_end(database: Database) -> None:
    async with database.transaction() as session:
        for chat_id, hours in enumerate([None, (0, 0), (1350, 1380), (23 * 60, 30), (60, 120)], start=1):
            await add(session, chat_id, quiet=True)
            if hours:
                session.add(Preferences(chat_id=chat_id, quiet_from=hours[0], quiet_until=hours[1]))
        urgent = await add(session, 6, quiet=False)
        await session.flush()
        awake = await claimed(session, EVENING)
        rows = await all_of(session)
    assert awake == [2, 3, 5, urgent]
    assert (rows[0].state, rows[0].due_at) == (OutgoingState.PENDING, AT + timedelta(hours=22))
    assert (rows[3].state, rows[3].due_at) == (OutgoingState.PENDING, AT + timedelta(hours=14, minutes=30))


async def test_early_hours_of_the_day_are_quiet_as_well(database: Database) -> None:
    async with database.transaction() as session:
        await add(session, 1, quiet=True)
        night = Moment(AT + timedelta(hours=21, minutes=59), ZONE)
        morning = Moment(AT + timedelta(hours=22), ZONE)
        assert await claimed(session, night) == []
        assert await claimed(session, morning) == [1]


async def test_change_goes_with_the_messages_that_it_changes(database: Database) -> None:
    async with database.transaction() as session:
        sent = await add(session, 1, state=OutgoingState.SENT, message_ids=[7, 8])
        await add(session, 1, action=OutgoingAction.DELETE, target_id=sent)
        ((change,), _) = await dispatching.claim(session, ME, MORNING, 5)
    assert (change.action, change.target_ids) == (OutgoingAction.DELETE, [7, 8])


async def test_change_of_what_is_not_sent_yet_waits(database: Database) -> None:
    async with database.transaction() as session:
        sending = await add(session, 1, state=OutgoingState.SENDING, claim="other")
        await add(session, 1, action=OutgoingAction.DELETE, target_id=sending)
        assert await claimed(session) == []
        _, change = await all_of(session)
    assert (change.state, change.attempts) == (OutgoingState.PENDING, 0)
    assert change.due_at == AT + dispatching.EARLY


async def test_changes_of_one_message_keep_their_order(database: Database) -> None:
    async with database.transaction() as session:
        sent = await add(session, 1, state=OutgoingState.SENT, message_ids=[7])
        edit = await add(session, 1, action=OutgoingAction.EDIT, target_id=sent)
        await add(session, 1, action=OutgoingAction.DELETE, target_id=sent, urgency=0)
        assert await claimed(session) == [edit]


async def test_change_of_what_never_arrived_is_cancelled(database: Database) -> None:
    async with database.transaction() as session:
        blocked = await add(session, 1, state=OutgoingState.BLOCKED)
        await add(session, 1, action=OutgoingAction.EDIT, target_id=blocked)
        await add(session, 1, action=OutgoingAction.EDIT, target_id=None)
        assert await claimed(session) == []
        _, *changes = await all_of(session)
    assert [(one.state, one.reason) for one in changes] == [(OutgoingState.CANCELLED, "pointless")] * 2


async def ended(database: Database, claim: str = "me", **outcome: Any) -> Outgoing:
    """The message after an attempt with this outcome."""
    async with database.transaction() as session:
        await add(session, 1)
        await claimed(session)
        await dispatching.record(session, claim, [Outcome(1, at=AT, **outcome)])
        return await only(session)


async def test_sent_message_has_its_numbers(database: Database) -> None:
    row = await ended(database, state=OutgoingState.SENT, message_ids=[7, 8])
    assert (row.state, row.message_ids, row.ended_at) == (OutgoingState.SENT, [7, 8], AT)
    assert (row.claim, row.leased_until, row.unconfirmed, row.attempts) == (None, None, False, 1)


async def test_failed_message_has_its_reason(database: Database) -> None:
    row = await ended(database, state=OutgoingState.FAILED, reason="message is too long")
    assert (row.state, row.reason, row.ended_at) == (OutgoingState.FAILED, "message is too long", AT)


async def test_message_that_perhaps_arrived_is_tried_again_and_unconfirmed(database: Database) -> None:
    row = await ended(database, state=OutgoingState.PENDING, due_at=SOON, perhaps=True, reason="no answer")
    assert (row.state, row.due_at, row.unconfirmed) == (OutgoingState.PENDING, SOON, True)
    assert (row.claim, row.ended_at, row.attempts) == (None, None, 1)


async def test_attempt_that_does_not_count_is_taken_back(database: Database) -> None:
    row = await ended(database, state=OutgoingState.PENDING, due_at=SOON, counted=False)
    assert (row.attempts, row.unconfirmed) == (0, False)


async def test_outcome_under_another_claim_is_not_recorded(database: Database) -> None:
    row = await ended(database, "other", state=OutgoingState.SENT, message_ids=[7])
    assert (row.state, row.claim, row.message_ids) == (OutgoingState.SENDING, "me", None)


async def test_message_to_be_tried_again_is_held_when_its_batch_was_paused_meanwhile(database: Database) -> None:
    async with database.transaction() as session:
        await add(session, 1)
        await add(session, 2)
        await claimed(session)
        paused, other = await all_of(session)
        await outbox.pause(session, paused.batch_id)
        again = [Outcome(row.id or 0, OutgoingState.PENDING, AT, SOON) for row in (paused, other)]
        await dispatching.record(session, "me", again)
        states = [row.state for row in await all_of(session)]
    assert states == [OutgoingState.HELD, OutgoingState.PENDING]


async def test_message_being_sent_when_its_batch_is_cancelled_is_not_tried_again(database: Database) -> None:
    async with database.transaction() as session:
        await add(session, 1)
        await claimed(session)
        await outbox.cancel(session, (await only(session)).batch_id, AT)
        await dispatching.record(session, "me", [Outcome(1, OutgoingState.PENDING, AT, AT)])
        assert await claimed(session) == []
        assert (await only(session)).state == OutgoingState.CANCELLED


async def test_what_others_left_is_tried_again_and_unconfirmed(database: Database) -> None:
    async with database.transaction() as session:
        for chat_id, claim in enumerate(["me", "over", "goes on"], start=1):
            until = AT if claim == "over" else SOON
            await add(session, chat_id, state=OutgoingState.SENDING, claim=claim, leased_until=until)
        assert await dispatching.recover(session, ME, AT) == 1
        some = [(one.state, one.unconfirmed) for one in await all_of(session)]
        assert await dispatching.recover(session, ME, AT, at_once=True) == 1
        states = [one.state for one in await all_of(session)]
    assert some == [
        (OutgoingState.SENDING, False),
        (OutgoingState.PENDING, True),
        (OutgoingState.SENDING, False),
    ]
    assert states == [OutgoingState.SENDING, OutgoingState.PENDING, OutgoingState.PENDING]


async def test_what_was_left_by_a_clock_that_was_set_back_is_tried_again(database: Database) -> None:
    async with database.transaction() as session:
        ahead = ME.until + leases.WRONG + timedelta(seconds=1)
        await add(session, 1, state=OutgoingState.SENDING, claim="over", leased_until=ahead)
        assert await dispatching.recover(session, ME, AT) == 1


async def test_what_was_left_of_a_paused_batch_is_held(database: Database) -> None:
    async with database.transaction() as session:
        await add(session, 1, state=OutgoingState.SENDING, claim="over", leased_until=AT)
        await outbox.pause(session, (await only(session)).batch_id)
        await dispatching.recover(session, ME, AT)
        row = await only(session)
    assert (row.state, row.unconfirmed, row.claim) == (OutgoingState.HELD, True, None)


async def test_what_was_claimed_and_never_begun_is_free_again(database: Database) -> None:
    async with database.transaction() as session:
        for chat_id in (1, 2):
            await add(session, chat_id)
        await claimed(session)
        assert await dispatching.release(session, "me", {2}) == 1
        rows = await all_of(session)
    assert [(one.state, one.attempts, one.unconfirmed) for one in rows] == [
        (OutgoingState.PENDING, 0, False),
        (OutgoingState.SENDING, 1, False),
    ]


async def test_waiting_counts_what_is_not_over(database: Database) -> None:
    async with database.transaction() as session:
        for chat_id, state in enumerate(OutgoingState, start=1):
            await add(session, chat_id, state=state)
        counted = await dispatching.waiting(session)
    assert counted == {OutgoingState.PENDING: 1, OutgoingState.HELD: 1, OutgoingState.SENDING: 1}
