"""What staff are shown and given of an announcement, on both engines."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import tenants
from bot.announcements.errors import StateError
from bot.announcements.previewing import previews
from bot.announcements.service import Announcements
from bot.announcements.watching import PAUSE, Watch, face_of, is_over, watches_of
from bot.languages import Language
from bot.messages.content import Content
from bot.people import preferences
from bot.people.preferences import NO_HOURS
from storage.database import Database
from storage.models import AnnouncementState, OutgoingState
from tests.bot.announcements.conftest import (
    EMMA,
    FIRE_DRILL,
    LI,
    LIN,
    OTHER,
    PEOPLE,
    SHEN,
    WRITER,
    Released,
    deliver,
    draft,
    id_of,
    outgoing,
)
from tests.factories import AT
from tests.fakes import FakeClock

HOUR = timedelta(hours=1)
ENGLISH = Content(text="Fire drill in building 3")
WATCH = Watch(17, Language.ZH, "", AT.isoformat())


async def test_watch_is_replaced_by_whoever_saw_it_last(desk: Announcements, released: Released) -> None:
    announcement = await released()
    one = id_of(announcement)
    await desk.watch(one, SHEN, WATCH)
    await desk.watch(one, LI, replace(WATCH, message=18))
    assert [watches_of(found) for found in await desk.watched()] == [{SHEN: WATCH, LI: replace(WATCH, message=18)}]
    claimed = replace(WATCH, at=(AT + PAUSE).isoformat())
    assert await desk.rewatch(one, SHEN, WATCH, claimed)
    assert not await desk.rewatch(one, SHEN, WATCH, claimed)
    assert await desk.rewatch(one, SHEN, claimed, None)
    await desk.watch(one, LI, None)
    assert await desk.watched() == []
    found = await desk.find(one)
    assert found
    assert found.revision == announcement.revision


async def test_whoever_is_forgotten_watches_nothing(
    desk: Announcements, database: Database, released: Released
) -> None:
    one = id_of(await released())
    for person in (SHEN, LI):
        await desk.watch(one, person, WATCH)
    await tenants.forget(database, SHEN)
    assert [watches_of(found) for found in await desk.watched()] == [{LI: WATCH}]
    await tenants.forget(database, LI)
    assert await desk.watched() == []


async def test_face_changes_with_what_is_told(desk: Announcements, database: Database, released: Released) -> None:
    one = id_of(await released())
    first = await desk.status(one)
    await deliver(database, but=(LIN,))
    second = await desk.status(one)
    assert face_of(first) != face_of(second)
    assert face_of(await desk.status(one)) == face_of(second)
    assert not is_over(second)
    await deliver(database)
    await desk.advance()
    assert is_over(await desk.status(one))
    await desk.recall(one, WRITER, None)
    assert not is_over(await desk.status(one))


def test_message_is_edited_after_a_pause() -> None:
    assert not WATCH.is_due(AT + PAUSE - timedelta(microseconds=1))
    assert WATCH.is_due(AT + PAUSE)


async def test_those_who_wait_for_later_are_counted(
    desk: Announcements, database: Database, released: Released
) -> None:
    one = id_of(await released())
    assert (await desk.status(one)).later == 0
    async with database.transaction() as session:
        (message,) = await outgoing(database, chat_id=LIN)
        message.due_at = AT + HOUR
        session.add(message)
    assert (await desk.status(one)).later == 1


async def test_what_waits_becomes_a_draft_again(desk: Announcements, clock: FakeClock) -> None:
    desk = replace(desk, confirm_above=4)
    drafted = await desk.draft(WRITER, draft())
    waiting = await desk.release(id_of(drafted), WRITER, drafted.revision)
    clock.advance(hours=1)
    back = await desk.withdraw(id_of(drafted), OTHER, waiting.revision)
    assert (back.state, back.send_at) == (AnnouncementState.DRAFT, None)
    later = await desk.draft(WRITER, draft(send_at=AT + 5 * HOUR))
    waiting = await desk.release(id_of(later), WRITER, None)
    assert (await desk.withdraw(id_of(later), WRITER, waiting.revision)).send_at == AT + 5 * HOUR
    with pytest.raises(StateError):
        await desk.withdraw(id_of(later), WRITER, None)


async def test_whoever_begins_twice_has_one_draft(desk: Announcements) -> None:
    first = await desk.begin(WRITER, {})
    assert id_of(await desk.begin(WRITER, {})) == id_of(first)
    assert id_of(await desk.begin(OTHER, {})) != id_of(first)
    template = await desk.begin(WRITER, {Language.ZH: FIRE_DRILL})
    assert id_of(await desk.begin(WRITER, {Language.ZH: FIRE_DRILL})) == id_of(template)
    await desk.edit(id_of(first), WRITER, None, urgent=True)
    assert id_of(await desk.begin(WRITER, {})) not in {id_of(first), id_of(template)}


async def test_preview_shows_each_language_once(desk: Announcements) -> None:
    same = await desk.draft(WRITER, draft())
    assert previews(same) == [FIRE_DRILL]
    both = await desk.draft(WRITER, draft(contents={Language.ZH: FIRE_DRILL, Language.EN: ENGLISH}))
    assert previews(both) == [FIRE_DRILL, ENGLISH]
    asked = await desk.draft(WRITER, draft(acknowledged=True))
    assert [one.text for one in previews(asked)] == [FIRE_DRILL.text] * 2
    assert previews(asked)[0].buttons != previews(asked)[1].buttons


async def test_test_message_goes_to_one_chat_in_its_language(desk: Announcements, database: Database) -> None:
    drafted = await desk.draft(WRITER, draft(contents={Language.ZH: FIRE_DRILL, Language.EN: ENGLISH}))
    await desk.test(id_of(drafted), EMMA)
    (message,) = await outgoing(database)
    assert (message.chat_id, message.quiet, message.urgency) == (EMMA, False, 0)
    assert (await desk.status(id_of(drafted))).counts.total == 0


async def test_recipients_are_told_one_by_one(
    desk: Announcements, database: Database, released: Released, clock: FakeClock
) -> None:
    one = id_of(await released(acknowledged=True))
    await deliver(database, but=(EMMA,))
    clock.advance(hours=1)
    await desk.acknowledge(one, LIN)
    (page,) = [page async for page in desk.recipients(one)]
    assert len(page) == len(PEOPLE)
    first = page[0]
    assert (first.company, first.name, first.state) == ("acme", "林工", OutgoingState.SENT)
    assert (first.sent_at, first.read_at) == (AT + timedelta(seconds=1), AT + HOUR)
    (waiting,) = [one for one in page if one.state is OutgoingState.PENDING]
    assert (waiting.company, waiting.name, waiting.sent_at, waiting.read_at) == ("", "", None, None)


async def test_wishes_are_read_as_they_were_chosen(desk: Announcements, database: Database) -> None:
    await preferences.be_quiet(database, LIN, AT, NO_HOURS)
    await preferences.want(database, LIN, AT, "safety", wanted=False)
    wishes = await preferences.of_chat(database, LIN)
    assert (wishes.muted, wishes.hours, wishes.topics_off) == (False, NO_HOURS, frozenset({"safety"}))
