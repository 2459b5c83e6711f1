"""From a draft to tenants' chats: looked at, sent, confirmed by a second person, watched."""

from collections.abc import AsyncIterator

import pytest

from bot.app import Assistant, assistant
from bot.people import preferences, staff
from bot.people.preferences import NO_HOURS
from bot.people.staff import Member, Role
from bot.sandbox.client import SandboxClient
from bot.settings import Settings
from handlers.application import ParkApplication
from storage.models import AnnouncementState
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of
from tests.handlers.staff.announcements.conftest import handlers_of
from tests.handlers.staff.announcements.drafts import DRILL, EVERYBODY, begin, begin_for_everybody, press, send
from tests.handlers.staff.announcements.officer import Officer, arrived, has, only
from tests.handlers.staff.conftest import LI, SHEN
from tests.waiting import until

NIGHT = {"hours": 13}  # from 10:00 to 23:00


async def is_watched(park: Assistant) -> bool:
    """Whether a message goes on telling of the announcement."""
    return (await only(park)).progress is not None


async def test_text_audience_preview_send_and_progress(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    home = await officer.says("/announce")
    assert home.text == f"{ZH('announce-list-title')}\n{ZH('announce-list-empty')}"
    await officer.presses("new")
    card = await officer.says(DRILL)
    assert list(filter(None, card.text.splitlines())) == [
        "草稿",
        f"中文：{DRILL}",
        "英文：没写，看英文的人会收到中文版",
        "发给：还没选",
        "时间：点发送后马上",
    ]
    assert not officer.offers("send")
    chosen = await officer.presses("audience", EVERYBODY)
    assert chosen.text.splitlines()[1] == "发给：所有人，3 人（林工等）"
    question = await officer.presses("done", "send")
    assert "发给 3 人" in [one.text for one in question.buttons]
    assert (await only(park)).state is AnnouncementState.DRAFT
    await officer.presses("发给 3 人")
    for person in (LIN, EMMA, SHEN):
        await arrived(telegram, person, DRILL)
    done = await officer.sees(ZH("announce-state-sent"), clock)
    assert "送达 3 / 3 人" in done.text.splitlines()
    announcement = await only(park)
    assert (announcement.state, announcement.author) == (AnnouncementState.SENT, f"staff:{SHEN}")
    await until(lambda: is_watched(park), is_=False)


async def test_preview_is_what_each_language_gets_and_the_screen_stands_below(
    officer: Officer, telegram: SandboxClient
) -> None:
    await begin(officer)
    await officer.presses("英文")
    await officer.says("Fire drill")
    await officer.presses("receipt")
    told = await officer.taps("preview")
    assert told.text == ZH("announce-previewed")
    first = await arrived(telegram, SHEN, DRILL)
    chinese, english, put_away, screen = await telegram.wait_messages(SHEN, after=first.change - 1, count=4)
    assert put_away.buttons == ()
    assert [one.text for one in (chinese, english)] == [DRILL, "Fire drill"]
    assert [one.buttons[0].text for one in (chinese, english)] == [
        ZH("announce-acknowledge"),
        EN("announce-acknowledge"),
    ]
    assert screen.text.startswith(ZH("announce-state-draft"))
    nothing = await telegram.press(SHEN, chinese.id, chinese.buttons[0].data)
    assert (nothing.text, nothing.alert) == (ZH("receipt-none"), True)


async def test_what_telegram_refuses_is_said_at_the_preview(officer: Officer, telegram: SandboxClient) -> None:
    await begin(officer)
    await telegram.plan_fault("not-found", method="sendMessage", chat=SHEN)
    before = officer.screen
    assert before
    await officer.taps("preview")
    told = await arrived(telegram, SHEN, "Telegram 不收")
    assert told.id > before.id


async def test_test_message_comes_to_the_officer_alone(
    park: Assistant, officer: Officer, telegram: SandboxClient
) -> None:
    await begin(officer)
    before = officer.screen
    assert before
    assert (await officer.taps("test")).text == ZH("announce-tested")
    tested = await telegram.wait_messages(SHEN, after=before.change)
    assert [one.text for one in tested] == [DRILL]
    assert [await has(telegram, person, DRILL) for person in (LIN, EMMA)] == [False, False]
    assert (await only(park)).state is AnnouncementState.DRAFT


async def test_press_that_is_worked_off_again_sends_once(
    park: Assistant, officer: Officer, application: ParkApplication, telegram: SandboxClient
) -> None:
    await begin_for_everybody(officer)
    question = await officer.presses("send")
    (go,) = data_of(question, "announce:go")
    for _ in range(2):
        await application.work(press(SHEN, go))
    await arrived(telegram, LIN, DRILL)
    await arrived(telegram, EMMA, DRILL)
    await telegram.ask(LIN, "/help")
    assert len([one for one in await telegram.messages(LIN) if one.text == DRILL]) == 1


async def test_those_in_quiet_hours_get_it_afterwards_and_urgent_ones_at_once(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await preferences.be_quiet(park.services.database, EMMA, clock.now(), NO_HOURS)
    clock.advance(**NIGHT)
    await send(officer)
    await arrived(telegram, EMMA, DRILL)
    waiting = await officer.sees(ZH("announce-later", count=2), clock)
    assert "送达 1 / 3 人" in waiting.text.splitlines()
    assert not await has(telegram, LIN, DRILL)
    await begin(officer, "停水了")
    await officer.presses("urgent", "audience", EVERYBODY, "done", "send", "发给 3 人")
    await arrived(telegram, LIN, "停水了")
    clock.advance(hours=9)
    await arrived(telegram, LIN, DRILL)


async def test_paused_resumed_and_stopped(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    clock.advance(**NIGHT)
    await send(officer)
    paused = await officer.presses("pause")
    assert paused.text.startswith(ZH("announce-state-paused"))
    resumed = await officer.presses("resume")
    assert resumed.text.startswith(ZH("announce-state-sending"))
    asked = await officer.presses("stop")
    assert ZH("announce-stop-text") in asked.text
    stopped = await officer.presses("stop-yes")
    assert stopped.text.startswith(ZH("announce-state-cancelled"))
    assert ZH("announce-cancelled", count=3) in stopped.text
    clock.advance(hours=10)
    await telegram.ask(LIN, "/help")
    assert not await has(telegram, LIN, DRILL)


async def test_list_names_each_by_its_state(officer: Officer, telegram: SandboxClient) -> None:
    await send(officer)
    await arrived(telegram, SHEN, DRILL)
    await begin(officer, "还在写的")
    home = await officer.presses("list")
    rows = [one.text for one in home.buttons if one.data.startswith("announce:open")]
    assert "草稿 · 还在写的" in rows
    assert any(row.endswith(f"· {DRILL}") for row in rows)


@pytest.fixture
async def careful(settings: Settings, clock: FakeClock, telegram: SandboxClient) -> AsyncIterator[Assistant]:
    """An assistant whose announcements to more than one are confirmed, with an owner and an announcer."""
    async with assistant(settings.model_copy(update={"confirm_above": 1}), clock) as park:
        for person, role, name in ((SHEN, Role.OWNER, "沈敏"), (LI, Role.ANNOUNCER, "小李")):
            await telegram.create_person(name, language_code="zh-hans", person_id=person)
            await staff.put(park.services.database, Member(person, role, name, AT))
            await telegram.ask(person, "/start")
        yield park


async def test_second_person_is_asked_and_confirms(
    careful: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    officer, colleague = Officer(telegram, SHEN), Officer(telegram, LI)
    await begin(officer)
    question = await officer.presses("audience", EVERYBODY, "done", "send")
    assert ZH("announce-warn-second") in question.text.splitlines()
    waiting = await officer.presses("发给 2 人")
    assert waiting.text.startswith(ZH("announce-state-awaiting-confirmation"))
    assert ZH("announce-awaits-others") in waiting.text.splitlines()
    assert not officer.offers("confirm")
    colleague.screen = await arrived(telegram, LI, "有一条通知要发给 2 人")
    card = await colleague.presses(ZH("announce-button-look"))
    assert {f"中文：{DRILL}", "发给：所有人，2 人", "沈敏写的", ZH("announce-awaits-you")} < set(card.text.splitlines())
    await colleague.presses("confirm")
    await arrived(telegram, SHEN, DRILL)
    await officer.sees(ZH("announce-state-sent"), clock)
    announcement = await only(careful)
    assert (announcement.author, announcement.confirmed_by) == (f"staff:{SHEN}", f"staff:{LI}")


async def test_author_cannot_confirm(careful: Assistant, telegram: SandboxClient) -> None:
    officer = Officer(telegram, SHEN)
    await begin(officer)
    await officer.presses("audience", EVERYBODY, "done", "send", "发给 2 人")
    announcement = await only(careful)
    async with handlers_of(careful) as application:
        await application.work(press(SHEN, f"announce:confirm:{announcement.id}:{announcement.revision}"))
    assert (await only(careful)).state is AnnouncementState.AWAITING_CONFIRMATION


async def test_what_waits_is_taken_back_and_changed(careful: Assistant, telegram: SandboxClient) -> None:
    officer = Officer(telegram, SHEN)
    await begin(officer)
    await officer.presses("audience", EVERYBODY, "done", "send", "发给 2 人")
    card = await officer.presses("withdraw")
    assert card.text.splitlines()[1] == ZH("announce-withdrawn")
    assert (await only(careful)).state is AnnouncementState.DRAFT
    await officer.presses("send", "发给 2 人")
    assert (await only(careful)).state is AnnouncementState.AWAITING_CONFIRMATION


async def test_progress_goes_on_after_a_restart(settings: Settings, clock: FakeClock, telegram: SandboxClient) -> None:
    await telegram.create_person("沈敏", language_code="zh-hans", person_id=SHEN)
    officer = Officer(telegram, SHEN)
    clock.advance(**NIGHT)
    async with assistant(settings, clock) as park:
        await staff.put(park.services.database, Member(SHEN, Role.OWNER, "沈敏", AT))
        await begin(officer)
        await officer.presses("audience", EVERYBODY, "done", "send", "发给 1 人")
    async with assistant(settings, clock):
        clock.advance(hours=10)
        done = await officer.sees(ZH("announce-state-sent"), clock)
        assert "送达 1 / 1 人" in done.text.splitlines()


async def test_message_is_edited_every_three_seconds_at_most_and_not_once_the_role_is_gone(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await preferences.be_quiet(park.services.database, EMMA, clock.now(), NO_HOURS)
    clock.advance(**NIGHT)
    await send(officer)
    await arrived(telegram, EMMA, DRILL)
    shown = await officer.sees("送达 1 / 3 人", clock)
    await staff.put(park.services.database, Member(LIN, Role.OWNER, None, AT))
    await staff.remove(park.services.database, SHEN)
    clock.advance(hours=10)
    await arrived(telegram, LIN, DRILL)
    clock.advance(seconds=3)

    await until(lambda: is_watched(park), is_=False)
    assert (await officer.looks()).change == shown.change


async def test_progress_goes_on_after_telegram_failed(
    officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await begin_for_everybody(officer)
    await officer.presses("send")
    clock.advance(**NIGHT)
    await officer.presses("发给 3 人")
    await telegram.plan_fault("error-before", method="editMessageText", chat=SHEN)
    clock.advance(hours=10)
    await officer.sees(ZH("announce-state-sent"), clock)
    assert [one["left"] for one in await telegram.faults()] == [0]
