"""Knowledge in the store: loaded whole, published in one step."""

from collections.abc import Iterable

import structlog
from pydantic import ValidationError

from bot.clock import Clock
from bot.knowledge.faults import Fault, ImportRejected, place_in_store
from bot.knowledge.kinds import KINDS, Record
from bot.knowledge.references import broken, dangling, plain, targets
from bot.knowledge.snapshot import Snapshot
from storage import records as stored
from storage.database import Database
from storage.models import StoredRecord
from storage.records import Published, Row

log = structlog.get_logger()


async def revision(database: Database) -> int:
    """The knowledge's revision; 0 before anything was published."""
    async with database.read() as session:
        return await stored.revision(session)


async def load(database: Database) -> Snapshot:
    """The records in force; what another version of the assistant wrote and this one cannot read is left out."""
    async with database.read() as session:
        current, rows = await stored.load(session)
    changed = {(row.kind, row.id): row.updated_at for row in rows}
    return Snapshot.of(_readable(rows), current, changed)


async def publish(database: Database, records: Iterable[Record], *, replace: bool, clock: Clock) -> Published:
    """Add the records or update those of the same kind and id, and with `replace` retire all others.

    Raises ImportRejected, and changes nothing, when a record would speak of one that is not there.
    """
    given = {(record.kind, record.id): record for record in records}
    rows = [Row(*key, record.model_dump(mode="json", exclude_defaults=True)) for key, record in given.items()]
    async with database.transaction() as session:
        before = Snapshot.of(_readable((await stored.load(session))[1]))
        done = await stored.publish(session, rows, retire_missing=replace, now=clock.now())
        after = Snapshot.of(_readable((await stored.load(session))[1]))
        _demand_whole(before, after, given.values())
    log.info(
        "knowledge.published",
        revision=done.revision,
        added=len(done.added),
        changed=len(done.changed),
        retired=len(done.retired),
    )
    return done


def _readable(rows: Iterable[StoredRecord]) -> Iterable[Record]:
    for row in rows:
        try:
            yield KINDS[row.kind].model_validate(row.data)
        except (KeyError, ValidationError) as fault:
            log.warning("knowledge.record_unreadable", kind=row.kind, id=row.id, reason=str(fault))


def _demand_whole(before: Snapshot, after: Snapshot, given: Iterable[Record]) -> None:
    known = targets(map(plain, after))
    lost = [(record, location, told) for record in given for location, told in dangling(plain(record), known)]
    lost += broken(after, targets(map(plain, before)), known)
    if lost:
        raise ImportRejected([Fault(place_in_store(record.kind, record.id, at), told) for record, at, told in lost])
