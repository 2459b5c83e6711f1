"""What takes out of the outbox: claims of what is due, and what became of it.

Whoever claims a message marks it `sending` under a claim of its own and commits before it is sent; what became of it is
recorded only while it is still under that claim. What a crash leaves `sending` may have arrived: it is pending again,
and unconfirmed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Integer, bindparam, case, func, null, or_, true
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.leases import WRONG
from storage.models import Batch, Outgoing, OutgoingState, StoredContent
from storage.models.base import AnyText, Json
from storage.obstacles import Due, Moment, Obstacle, due

PAGE = 1000  # messages that are looked through at once where some of them are not to be sent
EARLY = timedelta(seconds=2)  # until a change of a message that is not sent yet is looked at again

ENDED = {
    Obstacle.EXPIRED: OutgoingState.CANCELLED,
    Obstacle.FORGOTTEN: OutgoingState.CANCELLED,
    Obstacle.MUTED: OutgoingState.CANCELLED,
    Obstacle.POINTLESS: OutgoingState.CANCELLED,
    Obstacle.UNREACHABLE: OutgoingState.BLOCKED,
}


class Holding(NamedTuple):
    """Whose messages are until when; `claim` names a process as no other."""

    claim: str
    until: datetime


class Claimed(NamedTuple):
    """Messages to send now; how many others were put off or given up on the way to them."""

    messages: list[Due]
    settled: int


@dataclass(frozen=True)
class Outcome:
    """What became of an attempt: `state` is pending when there is to be another, not before `due_at`.

    An attempt that was not `counted` is as if it had never been. `perhaps`: the message may have arrived. `message_ids`
    are those that did arrive, of an album perhaps not all.
    """

    id: int
    state: OutgoingState
    at: datetime
    due_at: datetime | None = None
    counted: bool = True
    perhaps: bool = False
    message_ids: list[int] | None = None
    reason: str | None = None


async def claim(session: AsyncSession, holding: Holding, at: Moment, limit: int) -> Claimed:
    """Take what is due, at most `limit`, and count the attempt; what is not to be sent now is settled instead."""
    found, settled = await due(session, at, limit), 0
    if any(one.obstacle for one in found):
        found = await due(session, at, PAGE)
        settled = await _settle(session, [one for one in found if one.obstacle], at)
        found = [one for one in found if not one.obstacle][:limit]
    held = {"claim": holding.claim, "leased_until": holding.until, "attempts": col(Outgoing.attempts) + 1}
    await _change(session, found, state=OutgoingState.SENDING, **held)
    return Claimed([one._replace(attempts=one.attempts + 1) for one in found], settled)


async def contents(session: AsyncSession, messages: Sequence[Due]) -> dict[int | None, Json]:
    """What is sent, by its id."""
    wanted = {one.content_id for one in messages}
    found = await session.exec(select(StoredContent).where(col(StoredContent.id).in_(wanted)))
    return {content.id: content.data for content in found}


async def record(session: AsyncSession, claim: str, outcomes: Sequence[Outcome]) -> None:
    """What became of messages, as far as they are still under the claim; those of paused batches are held."""
    if not outcomes:
        return
    table: Any = Outgoing.__table__  # type: ignore[attr-defined]  # SQLModel does not type it
    again = [one.id for one in outcomes if one.state is OutgoingState.PENDING]
    paused = await _paused(session, again)
    claimed = (table.c.id == bindparam("row"), table.c.claim == claim, table.c.state == OutgoingState.SENDING)
    values = {
        "state": bindparam("new_state", type_=table.c.state.type),
        "due_at": func.coalesce(bindparam("new_due_at", type_=table.c.due_at.type), table.c.due_at),
        "attempts": table.c.attempts - bindparam("uncounted", type_=Integer()),
        "unconfirmed": or_(table.c.unconfirmed, bindparam("perhaps", type_=Boolean())),
        "message_ids": func.coalesce(bindparam("new_ids", type_=table.c.message_ids.type), table.c.message_ids),
        "reason": bindparam("new_reason", type_=AnyText()),
        "ended_at": bindparam("new_end", type_=table.c.due_at.type),
        "claim": null(),
        "leased_until": null(),
    }
    connection = await session.connection()
    changes = table.update().where(*claimed).values(**values)
    await connection.execute(changes, [_parameters(one, held=one.id in paused) for one in outcomes])


async def recover(session: AsyncSession, mine: Holding, now: datetime, *, at_once: bool = False) -> int:
    """Messages that others left `sending` when their time was over, or in any case (`at_once`): how many."""
    left = [col(Outgoing.state) == OutgoingState.SENDING, col(Outgoing.claim) != mine.claim]
    if not at_once:
        left.append(or_(col(Outgoing.leased_until) <= now, col(Outgoing.leased_until) > mine.until + WRONG))
    return await _put_back(session, *left, unconfirmed=true())


async def release(session: AsyncSession, mine: str, kept: Collection[int]) -> int:
    """Messages under the claim that nobody begins, all but those that are `kept`: how many."""
    astray = (col(Outgoing.state) == OutgoingState.SENDING, col(Outgoing.claim) == mine, col(Outgoing.id).not_in(kept))
    return await _put_back(session, *astray, attempts=col(Outgoing.attempts) - 1)


async def waiting(session: AsyncSession) -> dict[OutgoingState, int]:
    """How many messages there are in each state that is not an end."""
    states = (OutgoingState.PENDING, OutgoingState.HELD, OutgoingState.SENDING)
    grouped = select(Outgoing.state, func.count()).where(col(Outgoing.state).in_(states))
    counted = dict((await session.exec(grouped.group_by(col(Outgoing.state)))).all())
    return {state: counted.get(state, 0) for state in states}


async def _put_back(session: AsyncSession, *which: Any, **values: Any) -> int:
    paused = select(Batch.paused).where(col(Batch.id) == col(Outgoing.batch_id)).scalar_subquery()
    state = case((paused == true(), OutgoingState.HELD.value), else_=OutgoingState.PENDING.value)
    free = {"state": state, "claim": None, "leased_until": None}
    return (await session.exec(update(Outgoing).where(*which).values(**free, **values))).rowcount


async def _paused(session: AsyncSession, message_ids: Collection[int]) -> set[int]:
    """Those whose batch is paused; locked, so that none is paused or resumed until they are recorded."""
    if not message_ids:
        return set()
    found = (
        select(Outgoing.id, Batch.paused)
        .join(Batch, col(Batch.id) == col(Outgoing.batch_id))
        .where(col(Outgoing.id).in_(message_ids))
        .with_for_update(of=Batch, read=True)
    )
    return {message_id for message_id, paused in await session.exec(found) if message_id is not None and paused}


def _parameters(outcome: Outcome, *, held: bool) -> dict[str, Any]:
    again = outcome.state is OutgoingState.PENDING
    return {
        "row": outcome.id,
        "new_state": OutgoingState.HELD if held else outcome.state,
        "new_due_at": outcome.due_at,
        "uncounted": 0 if outcome.counted else 1,
        "perhaps": outcome.perhaps,
        "new_ids": outcome.message_ids,
        "new_reason": outcome.reason,
        "new_end": None if again else outcome.at,
    }


async def _settle(session: AsyncSession, hindered: list[Due], at: Moment) -> int:
    """Give up or put off what is not to be sent now."""
    by_obstacle: dict[Obstacle, list[Due]] = {}
    for one in hindered:
        if one.obstacle:
            by_obstacle.setdefault(one.obstacle, []).append(one)
    for obstacle, state in ENDED.items():
        await _change(session, by_obstacle.get(obstacle, []), state=state, reason=obstacle.value, ended_at=at.now)
    await _change(session, by_obstacle.get(Obstacle.EARLY, []), due_at=at.now + EARLY)
    asleep = by_obstacle.get(Obstacle.ASLEEP, [])
    for minute in {one.quiet_until for one in asleep}:
        await _change(session, [one for one in asleep if one.quiet_until == minute], due_at=at.next(minute))
    return len(hindered)


async def _change(session: AsyncSession, which: Sequence[Due], **values: Any) -> None:
    if which:
        ids = [one.id for one in which]
        await session.exec(update(Outgoing).where(col(Outgoing.id).in_(ids)).values(**values))
