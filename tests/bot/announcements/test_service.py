"""What staff do with announcements, on both engines."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.audience import Audience
from bot.announcements.errors import (
    AnnouncementError,
    EmptyError,
    GoneError,
    NoAudienceError,
    OtherMediaError,
    OwnWordError,
    PastError,
    StaleError,
    StateError,
    TooLongError,
)
from bot.announcements.service import Announcements
from bot.idempotency import Keyed
from bot.languages import Language
from bot.messages.content import Content, Media
from storage.database import Database
from storage.models import Announcement, AnnouncementState, OutgoingAction, OutgoingState, StoredContent
from storage.outbox import Counts
from tests.bot.announcements.conftest import (
    EMMA,
    LI,
    LIN,
    OTHER,
    PEOPLE,
    SHEN,
    WANG,
    WRITER,
    Released,
    deliver,
    draft,
    id_of,
    outgoing,
    speak,
)
from tests.factories import AT
from tests.fakes import FakeClock

HOUR = timedelta(hours=1)
ENGLISH = Content(text="Fire drill in building 3, Monday 09:00")
PHOTO = Media(kind="photo", file_id="photo-1")


async def text_for(database: Database, chat_id: int, **columns: object) -> str:
    """What the last message for the chat says."""
    *_, last = await outgoing(database, chat_id=chat_id, **columns)
    async with database.read() as session:
        content = await session.get(StoredContent, last.content_id)
    assert content
    return str(content.data["text"])


async def test_released_announcement_is_written_for_everybody_at_once(
    desk: Announcements, database: Database, released: Released
) -> None:
    announcement = await released()
    assert (announcement.state, announcement.recipients, announcement.late) == (AnnouncementState.SENDING, 5, False)
    written = await outgoing(database)
    assert {one.chat_id for one in written} == PEOPLE
    assert {(one.state, one.due_at, one.quiet) for one in written} == {(OutgoingState.PENDING, AT, True)}
    status = await desk.status(id_of(announcement))
    assert (status.recipients, status.counts) == (5, Counts(pending=5))


async def test_it_is_sent_when_nothing_is_on_the_way(
    desk: Announcements, database: Database, released: Released
) -> None:
    announcement = await released()
    await deliver(database, but=(LIN,))
    await desk.advance()
    assert (await desk.status(id_of(announcement))).announcement.state is AnnouncementState.SENDING
    await deliver(database)
    await desk.advance()
    status = await desk.status(id_of(announcement))
    assert (status.announcement.state, status.announcement.ended_at) == (AnnouncementState.SENT, AT)
    assert status.counts == Counts(sent=5)


async def test_everybody_reads_their_language_or_the_other(database: Database, released: Released) -> None:
    await speak(database, WANG, "en")
    await released(contents={Language.ZH: Content(text="消防演练"), Language.EN: ENGLISH})
    texts = [await text_for(database, person) for person in (LIN, WANG, EMMA)]
    assert texts == ["消防演练", ENGLISH.text, ENGLISH.text]
    await released(contents={Language.EN: ENGLISH})
    assert await text_for(database, LIN) == ENGLISH.text


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"contents": {}}, EmptyError),
        ({"contents": {Language.ZH: Content(text=" \n")}}, EmptyError),
        ({"contents": {Language.ZH: Content(text="😀" * 2049)}}, TooLongError),
        ({"contents": {Language.ZH: Content(text="字" * 1025, media=(PHOTO,))}}, TooLongError),
        ({"audience": Audience()}, NoAudienceError),
        ({"send_at": AT - HOUR}, PastError),
    ],
)
async def test_what_cannot_go_stays_a_draft(
    desk: Announcements, database: Database, given: dict[str, object], error: type[AnnouncementError]
) -> None:
    drafted = await desk.draft(WRITER, draft(**given))
    with pytest.raises(error):
        await desk.release(id_of(drafted), WRITER, drafted.revision)
    found = await desk.find(id_of(drafted))
    assert found
    assert (found.state, found.revision) == (AnnouncementState.DRAFT, drafted.revision)
    assert await outgoing(database) == []


async def test_press_from_before_a_change_does_nothing(desk: Announcements) -> None:
    drafted = await desk.draft(WRITER, draft())
    before = drafted.revision
    await desk.edit(id_of(drafted), WRITER, before, urgent=True)
    with pytest.raises(StaleError):
        await desk.release(id_of(drafted), WRITER, before)
    with pytest.raises(GoneError):
        await desk.release(999, WRITER, None)


async def test_double_press_sends_once(desk: Announcements, database: Database) -> None:
    drafted = await desk.draft(WRITER, draft())
    both = (desk.release(id_of(drafted), WRITER, drafted.revision) for _ in range(2))
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcomes) == ["Announcement", "StaleError"]
    assert len(await outgoing(database)) == 5


async def test_scheduled_one_waits_for_its_time(
    desk: Announcements, database: Database, released: Released, clock: FakeClock
) -> None:
    announcement = await released(send_at=AT + HOUR)
    assert announcement.state is AnnouncementState.SCHEDULED
    clock.advance(minutes=59, seconds=59)
    await desk.advance()
    assert await outgoing(database) == []
    clock.advance(seconds=1)
    await asyncio.gather(*(desk.advance() for _ in range(4)))
    status = await desk.status(id_of(announcement))
    assert (len(await outgoing(database)), status.announcement.late) == (5, False)
    assert [one.action for one in await desk.history(id_of(announcement))] == ["drafted", "released", "started"]


async def test_after_an_outage_it_goes_at_once_and_is_marked_late(
    desk: Announcements, released: Released, clock: FakeClock
) -> None:
    announcement = await released(send_at=AT + HOUR)
    clock.advance(hours=3)
    await desk.advance()
    found = (await desk.status(id_of(announcement))).announcement
    assert (found.state, found.late, found.started_at) == (AnnouncementState.SENDING, True, AT + 3 * HOUR)


async def test_scheduled_one_is_edited_and_cancelled_until_it_starts(
    desk: Announcements, database: Database, released: Released, clock: FakeClock
) -> None:
    first, second = await released(send_at=AT + HOUR), await released(send_at=AT + HOUR)
    edited = await desk.edit(id_of(first), OTHER, first.revision, contents={Language.ZH: Content(text="改到 10 点")})
    assert edited.state is AnnouncementState.SCHEDULED
    with pytest.raises(EmptyError):
        await desk.edit(id_of(first), OTHER, None, contents={})
    await desk.cancel(id_of(second), WRITER, second.revision)
    clock.advance(hours=1)
    await desk.advance()
    assert await text_for(database, LIN) == "改到 10 点"
    assert len(await outgoing(database)) == 5
    with pytest.raises(StateError):
        await desk.edit(id_of(first), WRITER, None, urgent=True)
    cancelled = await desk.status(id_of(second))
    assert (cancelled.announcement.state, cancelled.counts) == (AnnouncementState.CANCELLED, Counts(cancelled=5))


async def test_second_person_confirms_above_the_limit(
    desk: Announcements, database: Database, clock: FakeClock
) -> None:
    desk = replace(desk, confirm_above=4)
    drafted = await desk.draft(WRITER, draft())
    waiting = await desk.release(id_of(drafted), WRITER, drafted.revision)
    assert waiting.state is AnnouncementState.AWAITING_CONFIRMATION
    (notice,) = await outgoing(database)
    assert (notice.chat_id, notice.quiet, notice.urgency) == (LI, False, 0)
    assert "5 人" in await text_for(database, LI)
    with pytest.raises(OwnWordError):
        await desk.confirm(id_of(drafted), WRITER, waiting.revision)
    clock.advance(hours=2)
    confirmed = await desk.confirm(id_of(drafted), OTHER, waiting.revision)
    assert (confirmed.state, confirmed.confirmed_by, confirmed.late) == (AnnouncementState.SENDING, OTHER, False)
    assert len(await outgoing(database)) == 6


async def test_who_changes_it_cannot_confirm_it(desk: Announcements) -> None:
    desk = replace(desk, confirm_above=4)
    drafted = await desk.draft(WRITER, draft(send_at=AT + HOUR))
    waiting = await desk.release(id_of(drafted), WRITER, drafted.revision)
    confirmed = await desk.confirm(id_of(drafted), OTHER, waiting.revision)
    edited = await desk.edit(id_of(drafted), OTHER, confirmed.revision, urgent=True)
    assert (edited.state, edited.confirmed_by) == (AnnouncementState.AWAITING_CONFIRMATION, None)
    with pytest.raises(OwnWordError):
        await desk.confirm(id_of(drafted), OTHER, edited.revision)
    assert (await desk.confirm(id_of(drafted), WRITER, None)).state is AnnouncementState.SCHEDULED


async def test_few_recipients_need_no_second_person(desk: Announcements) -> None:
    desk = replace(desk, confirm_above=5)
    drafted = await desk.draft(WRITER, draft())
    assert (await desk.release(id_of(drafted), WRITER, None)).state is AnnouncementState.SENDING


async def test_paused_goes_on_and_cancelled_ends(desk: Announcements, database: Database, released: Released) -> None:
    announcement = await released()
    await deliver(database, but=(LIN, WANG))
    paused = await desk.pause(id_of(announcement), WRITER, None)
    assert {one.state for one in await outgoing(database)} == {OutgoingState.SENT, OutgoingState.HELD}
    await desk.resume(id_of(announcement), WRITER, paused.revision)
    assert {one.state for one in await outgoing(database)} == {OutgoingState.SENT, OutgoingState.PENDING}
    with pytest.raises(StateError):
        await desk.resume(id_of(announcement), WRITER, None)
    await desk.cancel(id_of(announcement), WRITER, None)
    status = await desk.status(id_of(announcement))
    assert (status.announcement.state, status.counts) == (AnnouncementState.CANCELLED, Counts(sent=3, cancelled=2))


async def test_recall_deletes_what_arrived_and_stops_the_rest(
    desk: Announcements, database: Database, released: Released
) -> None:
    announcement = await released()
    await deliver(database, but=(LIN,))
    await desk.recall(id_of(announcement), WRITER, None)
    deletions = await outgoing(database, action=OutgoingAction.DELETE)
    assert {one.chat_id for one in deletions} == PEOPLE - {LIN}
    assert not any(one.quiet for one in deletions)
    status = await desk.status(id_of(announcement))
    assert (status.counts, status.recalls) == (Counts(sent=4, cancelled=1), Counts(pending=4))
    assert status.announcement.state is AnnouncementState.CANCELLED
    for again in (desk.recall, desk.remind):
        with pytest.raises(StateError):
            await again(id_of(announcement), WRITER, None)


async def test_correction_edits_in_place_and_a_second_one_replaces_the_first(
    desk: Announcements, database: Database, released: Released
) -> None:
    announcement = await released(contents={Language.ZH: Content(text="周一"), Language.EN: Content(text="Monday")})
    await deliver(database, but=(LIN,))
    await desk.correct(
        id_of(announcement), WRITER, None, {Language.ZH: Content(text="周二"), Language.EN: Content(text="Tuesday")}
    )
    assert await text_for(database, LIN) == "周二"
    assert await text_for(database, EMMA) == "Tuesday"
    await desk.correct(id_of(announcement), WRITER, None, {Language.ZH: Content(text="周三")})
    assert await text_for(database, LIN) == "周三"
    edits = await outgoing(database, action=OutgoingAction.EDIT)
    assert [one.state for one in edits] == [OutgoingState.CANCELLED] * 4 + [OutgoingState.PENDING] * 4
    assert await text_for(database, WANG) == "周三"
    assert await text_for(database, EMMA) == "周三"


async def test_pictures_of_what_was_sent_stay(desk: Announcements, database: Database, released: Released) -> None:
    announcement = await released(contents={Language.ZH: Content(text="看图", media=(PHOTO,))})
    await deliver(database)
    with pytest.raises(OtherMediaError):
        await desk.correct(id_of(announcement), WRITER, None, {Language.ZH: Content(text="没图")})
    await desk.correct(id_of(announcement), WRITER, None, {Language.ZH: Content(text="看新图", media=(PHOTO,))})
    assert await text_for(database, LIN) == "看新图"


async def test_drafts_and_scheduled_ones_have_nothing_to_recall(desk: Announcements, released: Released) -> None:
    drafted, scheduled = await desk.draft(WRITER, draft()), await released(send_at=AT + HOUR)
    for one in (drafted, scheduled):
        with pytest.raises(StateError):
            await desk.recall(id_of(one), WRITER, None)
        with pytest.raises(StateError):
            await desk.correct(id_of(one), WRITER, None, {Language.ZH: Content(text="改")})


async def test_reminder_goes_to_those_who_have_not_acknowledged(
    desk: Announcements, database: Database, released: Released
) -> None:
    announcement = await released(acknowledged=True)
    await deliver(database, but=(LI,))
    assert await desk.acknowledge(id_of(announcement), LIN)
    assert await desk.acknowledge(id_of(announcement), LIN)
    assert await desk.remind(id_of(announcement), WRITER, None) == 3
    asked = [one for one in await outgoing(database) if one.key.startswith("reminder")]
    assert {one.chat_id for one in asked} == {WANG, EMMA, SHEN}
    async with database.read() as session:
        content = await session.get(StoredContent, asked[0].content_id)
    assert content
    assert content.data["buttons"][0][0]["data"] == f"ack:{announcement.id}"
    assert (await desk.status(id_of(announcement))).acknowledged == 1


async def test_only_recipients_of_what_asks_for_it_acknowledge(
    desk: Announcements, released: Released, database: Database
) -> None:
    plain, asking = await released(), await released(acknowledged=True, audience=Audience(companies=("acme",)))
    assert not await desk.acknowledge(id_of(plain), LIN)
    assert not await desk.acknowledge(id_of(asking), WANG)
    assert not await desk.acknowledge(999, LIN)
    await deliver(database)
    await desk.recall(id_of(asking), WRITER, None)
    assert not await desk.acknowledge(id_of(asking), LIN)


async def test_history_tells_who_did_what(desk: Announcements, database: Database, released: Released) -> None:
    announcement = await released()
    await deliver(database)
    await desk.recall(id_of(announcement), OTHER, None)
    told = [(one.actor, one.action) for one in await desk.history(id_of(announcement))]
    assert told == [(WRITER, "drafted"), (WRITER, "released"), ("clock", "started"), (OTHER, "recalled")]


@pytest.mark.parametrize(
    ("given", "state", "written"),
    [
        ({}, AnnouncementState.SENDING, 5),
        ({"send_at": AT + HOUR}, AnnouncementState.SCHEDULED, 0),
        ({"audience": Audience(events=("demo-day",))}, AnnouncementState.SENDING, 0),
    ],
)
async def test_published_at_once_with_its_receipt(
    desk: Announcements, database: Database, given: dict[str, object], state: AnnouncementState, written: int
) -> None:
    receipts: list[tuple[int | None, AnnouncementState, int | None]] = []

    async def receipt(_: object, announcement: Announcement) -> None:
        receipts.append((announcement.id, announcement.state, announcement.recipients))

    published = await desk.publish("token:gate", draft(**given), receipt)
    assert receipts == [(published.id, state, len(PEOPLE) if "audience" not in given else 0)]
    assert len(await outgoing(database)) == written
    told = [(one.actor, one.action) for one in await desk.history(id_of(published))]
    assert told[:2] == [("token:gate", "drafted"), ("token:gate", "released")]
    assert told[2:] == ([("clock", "started")] if state is AnnouncementState.SENDING else [])
    assert await desk.find(id_of(published)) == published


async def test_published_above_the_limit_waits_for_a_person(desk: Announcements, database: Database) -> None:
    async def receipt(_: object, announcement: Announcement) -> None:
        assert announcement.state is AnnouncementState.AWAITING_CONFIRMATION

    published = await replace(desk, confirm_above=4).publish("token:gate", draft(), receipt)
    assert {one.chat_id for one in await outgoing(database)} == {SHEN, LI}
    assert (await desk.confirm(id_of(published), OTHER, None)).state is AnnouncementState.SENDING


async def test_nothing_is_published_without_its_receipt(desk: Announcements, database: Database) -> None:
    async def fail(*_: object) -> None:
        raise AssertionError

    with pytest.raises(AssertionError):
        await desk.publish("token:gate", draft(), fail)
    assert await desk.latest(frozenset(AnnouncementState)) == []
    assert await outgoing(database) == []
    with pytest.raises(EmptyError):
        await desk.publish("token:gate", draft(contents={}), fail)
    assert await desk.latest(frozenset(AnnouncementState)) == []


async def test_of_requests_with_one_key_at_once_one_is_published(desk: Announcements, database: Database) -> None:
    async def publish(number: int) -> Announcement:
        request = Keyed("gate", "key-1", "the same")

        async def receipt(session: AsyncSession, announcement: Announcement) -> None:
            await request.answer(session, 202, {"id": announcement.id, "number": number}, AT)

        return await desk.publish("token:gate", draft(), receipt)

    outcomes = await asyncio.gather(*(publish(number) for number in range(5)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcomes) == ["Announcement"] + ["AnsweredError"] * 4
    (published,) = await desk.latest(frozenset(AnnouncementState))
    answer = await Keyed("gate", "key-1", "the same").answered(database, AT)
    assert answer
    assert (answer["id"], type(outcomes[answer["number"]])) == (published.id, Announcement)
    assert len(await outgoing(database)) == len(PEOPLE)


async def test_delivery_is_woken_when_there_is_work(desk: Announcements) -> None:
    woken: list[None] = []
    desk = replace(desk, wake=lambda: woken.append(None))
    drafted = await desk.draft(WRITER, draft())
    assert not woken
    await desk.release(id_of(drafted), WRITER, None)
    assert woken
