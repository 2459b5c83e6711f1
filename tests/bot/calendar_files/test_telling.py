"""The numbers count up with every change, and with nothing else."""

from dataclasses import replace
from datetime import timedelta

from bot.calendar_files.entries import Entry
from bot.calendar_files.telling import KEPT, changes, tell
from storage import calendars as stored
from storage import chats, registrations
from storage.database import Database
from storage.models import CalendarEntry, StoredOccurrence
from tests.factories import AT

CHAT = 7
ENTRY = Entry("a@parkbot", 1, 0, AT, AT + timedelta(hours=1), "Workshop")
MOVED = replace(ENTRY, starts=AT + timedelta(minutes=15))


async def prepared(database: Database) -> None:
    async with database.transaction() as session:
        await chats.upsert(session, CHAT, "private", AT)
        for number in (0, 1):
            at = AT + timedelta(days=number)
            row = StoredOccurrence(kind="event", record_id="a", original_at=at, starts_at=at, ends_at=at)
            await registrations.occurrence(session, row)


async def told(database: Database, *entries: Entry, days: int = 0) -> dict[str, tuple[int, bool]]:
    """Numbers, and whether they are cancelled, by UID."""
    async with database.transaction() as session:
        rows = await tell(session, CHAT, entries, AT + timedelta(days=days))
    return {row.uid: (row.sequence, row.content["cancelled"]) for row in rows}


async def test_number_counts_up_with_a_change_alone(database: Database) -> None:
    await prepared(database)
    assert [await told(database, one) for one in (ENTRY, ENTRY, MOVED, MOVED, ENTRY)] == [
        {"a@parkbot": (number, False)} for number in (0, 0, 1, 1, 2)
    ]


async def test_what_is_gone_is_cancelled_once_and_comes_back_with_a_higher_number(database: Database) -> None:
    await prepared(database)
    steps = [(ENTRY,), (), (), (ENTRY,)]
    assert [(await told(database, *entries))["a@parkbot"] for entries in steps] == [
        (0, False),
        (1, True),
        (1, True),
        (2, False),
    ]


async def test_number_is_never_below_that_of_the_date(database: Database) -> None:
    await prepared(database)
    assert await told(database, replace(ENTRY, revision=4)) == {"a@parkbot": (4, False)}
    assert await told(database, replace(MOVED, revision=6)) == {"a@parkbot": (6, False)}


async def test_what_is_over_for_long_is_forgotten(database: Database) -> None:
    await prepared(database)
    await told(database, ENTRY)
    assert list(await told(database, ENTRY, days=KEPT.days)) == ["a@parkbot"]
    assert await told(database, days=KEPT.days + 1) == {}


async def test_of_one_occurrence_nothing_is_said_of_others(database: Database) -> None:
    await prepared(database)
    other = replace(ENTRY, uid="b@parkbot", occurrence_id=2)
    await told(database, ENTRY, other)
    async with database.transaction() as session:
        (row,) = await tell(session, CHAT, [], AT, occurrence_id=1)
        assert (row.uid, row.content["cancelled"]) == ("a@parkbot", True)
        assert [one.content["cancelled"] for one in await stored.entries(session, CHAT)] == [True, False]


def test_taken_as_a_file_it_stays_so_when_it_changes() -> None:
    row = CalendarEntry(
        chat_id=CHAT, uid=ENTRY.uid, occurrence_id=1, sequence=3, content=ENTRY.content, as_file=True, changed_at=AT
    )
    (changed,) = changes([row], [MOVED], CHAT, AT)
    assert (changed.sequence, changed.as_file, changed.content) == (4, True, MOVED.content)
    assert changes([row], [ENTRY], CHAT, AT) == []


async def test_what_was_over_for_long_is_not_told_again(database: Database) -> None:
    await prepared(database)
    over = KEPT.days + 1
    assert [list(await told(database, ENTRY, days=days)) for days in (0, over, over)] == [["a@parkbot"], [], []]
