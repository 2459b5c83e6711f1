"""The park's knowledge: read as a whole, published in one step."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Knowledge, StoredRecord
from storage.upsert import insert_new

Key = tuple[str, str]
"""(kind, id) of a record."""


class Row(NamedTuple):
    """A record to be published; `data` is plain JSON."""

    kind: str
    id: str
    data: dict[str, Any]


@dataclass
class Published:
    """What publishing did, each record by its key; `revision` is the knowledge's afterwards."""

    revision: int
    added: list[Key] = field(default_factory=list)
    changed: list[Key] = field(default_factory=list)
    unchanged: list[Key] = field(default_factory=list)
    retired: list[Key] = field(default_factory=list)


async def revision(session: AsyncSession) -> int:
    """The knowledge's revision; 0 before anything was published."""
    return (await session.exec(select(Knowledge.revision))).one_or_none() or 0


async def load(session: AsyncSession) -> tuple[int, list[StoredRecord]]:
    """The revision and the records in force, in the order of the pack."""
    current = await revision(session)  # before the records: a reload too many is harmless, one too few is not
    in_force = select(StoredRecord).where(col(StoredRecord.retired_at).is_(None))
    order = (col(StoredRecord.position), col(StoredRecord.kind), col(StoredRecord.id))
    return current, list((await session.exec(in_force.order_by(*order))).all())


async def get(session: AsyncSession, kind: str, record_id: str) -> StoredRecord | None:
    """The record, in force or retired."""
    return await session.get(StoredRecord, (kind, record_id))


async def count(session: AsyncSession) -> int:
    """How many records are in force."""
    in_force = select(func.count()).select_from(StoredRecord).where(col(StoredRecord.retired_at).is_(None))
    return (await session.exec(in_force)).one()


async def publish(session: AsyncSession, rows: Sequence[Row], *, retire_missing: bool, now: datetime) -> Published:
    """Add the rows that are new, update those that differ and, if asked, retire what they lack.

    With `retire_missing` the rows also give the order; else what is new comes last. The knowledge's
    revision is raised when anything changed. Rows must have different keys.
    """
    knowledge = await _locked(session)
    stored = {(row.kind, row.id): row for row in (await session.exec(select(StoredRecord))).all()}
    done = Published(knowledge.revision)
    last = max((row.position for row in stored.values()), default=-1)
    moved = False
    for place, row in enumerate(rows):
        before = stored.pop((row.kind, row.id), None)
        if before is None:
            position = place if retire_missing else (last := last + 1)
            session.add(StoredRecord(**row._asdict(), position=position, updated_at=now))
            done.added.append((row.kind, row.id))
            continue
        if retire_missing and before.position != place:
            before.position, moved = place, True
        _update(before, row, done, now)
    if retire_missing:
        _retire(stored, done, now)
    if moved or done.added or done.changed or done.retired:
        knowledge.revision += 1
        knowledge.published_at = now
    done.revision = knowledge.revision
    await session.flush()
    return done


async def _locked(session: AsyncSession) -> Knowledge:
    await insert_new(session, Knowledge())
    return (await session.exec(select(Knowledge).with_for_update())).one()


def _update(before: StoredRecord, row: Row, done: Published, now: datetime) -> None:
    if before.data == row.data and before.retired_at is None:
        done.unchanged.append((row.kind, row.id))
        return
    (done.added if before.retired_at else done.changed).append((row.kind, row.id))
    before.data = row.data
    before.revision += 1
    before.updated_at = now
    before.retired_at = None


def _retire(missing: dict[Key, StoredRecord], done: Published, now: datetime) -> None:
    for key, row in missing.items():
        if row.retired_at is None:
            row.retired_at = row.updated_at = now
            row.revision += 1
            done.retired.append(key)
