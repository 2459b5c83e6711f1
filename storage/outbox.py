"""The outbox: what is written into it, counted, paused and cancelled; storage/dispatching.py takes out of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Text, case, cast, exists, false, func, insert, literal, null, true
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from storage.models import Batch, Chat, Outgoing, OutgoingAction, OutgoingState, StoredContent
from storage.models.base import Json

WAITING = (OutgoingState.PENDING, OutgoingState.HELD)
REACHED = (OutgoingState.SENT, OutgoingState.SENDING)


@dataclass(frozen=True)
class Timing:
    """When a message goes: not before `due_at` or in quiet hours (if `quiet`), not after `expires_at`; 0 before 1.

    A `personal` one is about what the chat itself did: who muted announcements gets it too.
    """

    due_at: datetime
    quiet: bool = True
    urgency: int = 1
    expires_at: datetime | None = None
    personal: bool = False


@dataclass(frozen=True)
class Wave:
    """Messages that are written together into a batch; their keys begin with `key`, which must be new."""

    batch_id: int
    key: str
    timing: Timing


@dataclass(frozen=True)
class Counts:
    """Messages of a batch by how they stand; `unconfirmed` are a part of `sent`, `pending` all that is not over."""

    sent: int = 0
    failed: int = 0
    blocked: int = 0
    cancelled: int = 0
    pending: int = 0
    unconfirmed: int = 0

    @property
    def total(self) -> int:
        return self.sent + self.failed + self.blocked + self.cancelled + self.pending


async def add_batch(session: AsyncSession, now: datetime) -> int:
    batch = Batch(created_at=now)
    session.add(batch)
    await session.flush()
    return _id(batch.id)


async def add_content(session: AsyncSession, data: Json) -> int:
    content = StoredContent(data=data)
    session.add(content)
    await session.flush()
    return _id(content.id)


async def fan_out(session: AsyncSession, wave: Wave, recipients: Select[Any, Any]) -> int:
    """A message for each of the `recipients`, rows of chat_id and content_id; how many."""
    to = recipients.subquery()
    chat_id, content_id = to.c
    given = {
        "key": literal(f"{wave.key}:").concat(_text(chat_id)),
        "chat_id": chat_id,
        "content_id": content_id,
        "action": literal(OutgoingAction.SEND.value),
        "target_id": null(),
    }
    return await _insert(session, wave, given)


async def fan_out_change(
    session: AsyncSession, wave: Wave, of_batch: int, contents: Mapping[int, int] | None = None
) -> int:
    """An edit (to the new content of each old one) or a deletion for every message of a batch that arrived; how many.

    What is being sent at this moment counts as arrived: its change waits until it is known.
    """
    action = OutgoingAction.DELETE if contents is None else OutgoingAction.EDIT
    old = col(Outgoing.content_id)
    given = {
        "key": literal(f"{wave.key}:").concat(_text(col(Outgoing.id))),
        "chat_id": col(Outgoing.chat_id),
        "content_id": case(contents, value=old) if contents else null(),
        "action": literal(action.value),
        "target_id": col(Outgoing.id),
    }
    arrived = (col(Outgoing.batch_id) == of_batch, col(Outgoing.state).in_(REACHED), col(Outgoing.chat_id).is_not(None))
    return await _insert(session, wave, given, *arrived)


async def replace_contents(session: AsyncSession, batch_id: int, contents: Mapping[int, int]) -> None:
    """What waits in a batch goes with the new content of each old one."""
    waiting = (col(Outgoing.batch_id) == batch_id, col(Outgoing.state).in_(WAITING))
    new = case(contents, value=col(Outgoing.content_id), else_=col(Outgoing.content_id))
    await session.exec(update(Outgoing).where(*waiting).values(content_id=new))


async def pause(session: AsyncSession, batch_id: int) -> None:
    """What waits is held; what is being sent goes on."""
    await session.exec(update(Batch).where(col(Batch.id) == batch_id).values(paused=True))
    await _move(session, batch_id, OutgoingState.PENDING, OutgoingState.HELD)


async def resume(session: AsyncSession, batch_id: int) -> None:
    await session.exec(update(Batch).where(col(Batch.id) == batch_id).values(paused=False))
    await _move(session, batch_id, OutgoingState.HELD, OutgoingState.PENDING)


async def cancel(session: AsyncSession, batch_id: int, now: datetime) -> int:
    """Nothing more of the batch is begun, what is being sent is not tried again; how many were waiting."""
    return await _end(session, col(Outgoing.batch_id) == batch_id, now)


async def withdraw(session: AsyncSession, key: str, now: datetime) -> int:
    """As `cancel`, of what was written under the key, to whomever."""
    return await _end(session, col(Outgoing.key).startswith(f"{key}:", autoescape=True), now)


async def unwrite(session: AsyncSession, beginning: str, chat_id: int) -> None:
    """What waits for the chat under keys that begin so was never written: the keys are free again."""
    waiting = (
        col(Outgoing.key).startswith(beginning, autoescape=True),
        col(Outgoing.chat_id) == chat_id,
        col(Outgoing.state).in_(WAITING),
    )
    content_ids = (await session.exec(delete(Outgoing).where(*waiting).returning(col(Outgoing.content_id)))).all()
    await _drop_unused(session, [content_id for (content_id,) in content_ids])


async def written(session: AsyncSession, keys: Iterable[str]) -> set[str]:
    """Those of the keys, each whole with its chat, under which something is written."""
    known = select(Outgoing.key).where(col(Outgoing.key).in_(set(keys)))
    return set((await session.exec(known)).all())


async def is_written(session: AsyncSession, key: str) -> bool:
    """Whether anything is written under the key, to whomever that is still stored."""
    whole = literal(f"{key}:").concat(_text(col(Chat.id)))
    known = select(Outgoing.id).join(Chat, col(Outgoing.key) == whole).limit(1)
    return (await session.exec(known)).first() is not None


async def counts(session: AsyncSession, batch_ids: list[int]) -> Counts:
    """Of these batches together."""
    unconfirmed = func.count().filter(col(Outgoing.unconfirmed) == true())
    grouped = select(Outgoing.state, func.count(), unconfirmed).where(col(Outgoing.batch_id).in_(batch_ids))
    rows = (await session.exec(grouped.group_by(col(Outgoing.state)))).all()
    by_state = {state: (count, doubtful) for state, count, doubtful in rows}
    over = {state: by_state.pop(state, (0, 0)) for state in _OVER}
    return Counts(
        **{state.value: count for state, (count, _) in over.items()},
        pending=sum(count for count, _ in by_state.values()),
        unconfirmed=over[OutgoingState.SENT][1],
    )


async def waiting_until_later(session: AsyncSession, batch_ids: list[int], now: datetime) -> int:
    """How many messages of these batches wait for a time that has not come, as the end of quiet hours."""
    later = (col(Outgoing.batch_id).in_(batch_ids), col(Outgoing.state).in_(WAITING), col(Outgoing.due_at) > now)
    return (await session.exec(select(func.count()).select_from(Outgoing).where(*later))).one()


async def move(session: AsyncSession, old_id: int, new_id: int) -> None:
    """A group has another id."""
    await session.exec(update(Outgoing).where(col(Outgoing.chat_id) == old_id).values(chat_id=new_id))


async def forget(session: AsyncSession, chat_id: int) -> None:
    """Nothing more goes to the chat; what went there is still counted, but neither what it said nor to whom."""
    of_chat = col(Outgoing.chat_id) == chat_id
    waiting = update(Outgoing).where(of_chat, col(Outgoing.state).in_(WAITING))
    await session.exec(waiting.values(state=OutgoingState.CANCELLED))
    said = select(Outgoing.content_id).where(of_chat, col(Outgoing.content_id).is_not(None)).distinct()
    content_ids = (await session.exec(said)).all()
    nameless = literal("forgotten:").concat(_text(col(Outgoing.id)))
    nothing = {"chat_id": None, "content_id": None, "message_ids": None, "reason": None}
    await session.exec(update(Outgoing).where(of_chat).values(key=nameless, **nothing))
    await _drop_unused(session, content_ids)


async def prune(session: AsyncSession, ended_before: datetime, limit: int) -> int:
    """Delete messages that ended before then, the first of them, and contents that were theirs alone; how many."""
    old = select(Outgoing.id, Outgoing.content_id).where(
        col(Outgoing.state).in_(_OVER), col(Outgoing.ended_at) < ended_before
    )
    rows = (await session.exec(old.order_by(col(Outgoing.id)).limit(limit))).all()
    await session.exec(delete(Outgoing).where(col(Outgoing.id).in_([row_id for row_id, _ in rows])))
    await _drop_unused(session, {content_id for _, content_id in rows if content_id is not None})
    return len(rows)


async def _drop_unused(session: AsyncSession, content_ids: Collection[int | None]) -> None:
    used = exists().where(col(Outgoing.content_id) == col(StoredContent.id))
    await session.exec(delete(StoredContent).where(col(StoredContent.id).in_(content_ids), ~used))


_OVER = (OutgoingState.SENT, OutgoingState.FAILED, OutgoingState.BLOCKED, OutgoingState.CANCELLED)


async def _insert(session: AsyncSession, wave: Wave, given: Mapping[str, Any], *chosen: Any) -> int:
    """A message of the `given` columns for every row `chosen`; in a batch that is paused they are held."""
    table: Any = Outgoing.__table__  # type: ignore[attr-defined]  # SQLModel does not type it
    paused = select(Batch.paused).where(col(Batch.id) == wave.batch_id).scalar_subquery()
    same = {
        "batch_id": wave.batch_id,
        "urgency": wave.timing.urgency,
        "quiet": wave.timing.quiet,
        "personal": wave.timing.personal,
        "due_at": wave.timing.due_at,
        "expires_at": wave.timing.expires_at,
        "attempts": 0,
        "unconfirmed": False,
    }
    columns = {
        **given,
        **{name: literal(value, table.c[name].type) for name, value in same.items()},
        "state": case((paused == false(), OutgoingState.PENDING.value), else_=OutgoingState.HELD.value),
    }
    rows: Any = select(*columns.values())
    adding = insert(table).from_select(list(columns), rows.where(*chosen), include_defaults=False)
    # an INSERT drops its count unless told otherwise
    return int((await session.exec(adding, execution_options={"preserve_rowcount": True})).rowcount)


async def _end(session: AsyncSession, of_them: Any, now: datetime) -> int:
    sending = (of_them, col(Outgoing.state) == OutgoingState.SENDING)
    await session.exec(update(Outgoing).where(*sending).values(expires_at=now))
    waiting = (of_them, col(Outgoing.state).in_(WAITING))
    over = {"state": OutgoingState.CANCELLED, "ended_at": now}
    return (await session.exec(update(Outgoing).where(*waiting).values(**over))).rowcount


async def _move(session: AsyncSession, batch_id: int, old: OutgoingState, new: OutgoingState) -> None:
    waiting = (col(Outgoing.batch_id) == batch_id, col(Outgoing.state) == old)
    await session.exec(update(Outgoing).where(*waiting).values(state=new))


def _text(column: Any) -> Any:
    return cast(column, Text)


def _id(value: int | None) -> int:
    if value is None:
        raise ValueError("the row was not written")
    return value
