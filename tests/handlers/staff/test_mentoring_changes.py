"""Another time, another place, taking a cancellation back: as staff do it in Telegram."""

from datetime import UTC, datetime

import pytest

from bot.app import Assistant
from bot.messages.callbacks import mark_of
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from tests.fakes import FakeClock
from tests.handlers.arranged import applied
from tests.handlers.conftest import EMMA, EN, LIN, ZH, Faults, data_of
from tests.handlers.forging import forge
from tests.handlers.staff.conftest import LI, SHEN, enlist
from tests.handlers.staff.test_mentoring_days import arrived
from tests.handlers.tenant.profile.talking import Person

STARTS = datetime(2026, 11, 27, 5, 30, tzinfo=UTC)
ANOTHER = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
MOVE = f"change:move:1:{int(ANOTHER.timestamp()) // 60}:120"
PLACE = mark_of("maker-hall")
CHANGES = ("change:when:1", MOVE, "change:places:1:0", f"change:placed:1:{PLACE}", "change:resumed:1")


async def starts(park: Assistant) -> datetime:
    return (await park.services.mentoring.days.find(1)).occurrence.starts_at


async def at_the_day(telegram: SandboxClient) -> Person:
    shen = Person(telegram, SHEN)
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:1")
    return shen


async def test_day_is_moved_to_a_typed_time(
    staffed: Assistant, telegram: SandboxClient, clock: FakeClock, faults: Faults
) -> None:
    await telegram.ask(LIN, "/start")
    await applied(staffed, LIN)
    shen = await at_the_day(telegram)
    await shen.presses("change:when:1")
    asked = await shen.says("11月30日 14:00-16:00")
    assert asked.text.splitlines() == [
        "改到 11月30日（周一） 14:00–16:00？",
        "原来是 11月27日（周五） 13:30–17:30。",
        "会通知 1 人。",
    ]
    assert await starts(staffed) == STARTS
    (move,) = data_of(asked, "change:move")
    page = await shen.presses(move)
    assert "11月30日（周一） 14:00–16:00" in page.text
    assert await starts(staffed) == ANOTHER
    assert "11月30日（周一） 14:00–16:00" in await arrived(telegram, LIN, "改时间了")
    # an answer was given: what is typed next is a question
    answer = await shen.says("食堂几点开门")
    assert "食堂" in answer.text
    assert faults() == []


async def test_typed_time_is_corrected_by_editing(staffed: Assistant, telegram: SandboxClient) -> None:
    await applied(staffed, LIN)
    shen = await at_the_day(telegram)
    await shen.presses("change:when:1")
    await shen.says("11月30日 14:00")
    asked = await shen.corrects("11月30日 14:00", "12月1日 14:00")
    assert "改到 12月1日（周二） 14:00–18:00？" in asked.text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("随便", "mentoring-unclear-time"),
        ("12月30日", "mentoring-unclear-clock"),
        ("2026-11-01 14:00", "mentoring-unclear-past"),
        ("2026-12-30 14:00-13:30", "mentoring-unclear-order"),
        ("2026-12-25 14:00", "mentoring-error-other-day"),
        ("2026-12-30 14:00-14:05", "mentoring-error-span"),
        ("2029-12-30 14:00", "mentoring-error-far"),
    ],
)
async def test_what_is_no_time_for_it_is_told_and_asked_again(
    staffed: Assistant, telegram: SandboxClient, text: str, key: str
) -> None:
    await applied(staffed, LIN)
    shen = await at_the_day(telegram)
    await shen.presses("change:when:1")
    assert ZH(key) in (await shen.says(text)).text
    assert await starts(staffed) == STARTS
    assert "改到 11月30日" in (await shen.says("11月30日 14:00")).text


async def test_leaving_it_and_asking_something_else(staffed: Assistant, telegram: SandboxClient) -> None:
    await applied(staffed, LIN)
    shen = await at_the_day(telegram)
    await shen.presses("change:when:1")
    assert "食堂" in (await shen.says("食堂几点开门")).text
    left = await shen.says("算了")
    assert data_of(left, "day:cancel") == ["day:cancel:1"]
    assert await starts(staffed) == STARTS


async def test_whoever_lost_the_role_types_a_question(staffed: Assistant, telegram: SandboxClient) -> None:
    await applied(staffed, LIN)
    await enlist(staffed.services.database, LI, Role.MENTOR_DESK)
    li = Person(telegram, LI)
    await li.says("/mentoring_admin")
    await li.presses("day:open:1")
    await li.presses("change:when:1")
    await enlist(staffed.services.database, LI, Role.VIEWER)
    assert "改到" not in (await li.says("11月30日 14:00")).text


async def test_day_gets_another_place_of_a_paged_list(
    staffed: Assistant, telegram: SandboxClient, faults: Faults
) -> None:
    await telegram.ask(LIN, "/start")
    await applied(staffed, LIN)
    shen = await at_the_day(telegram)
    first = await shen.presses("change:places:1:0")
    second = await shen.presses("change:places:1:1")
    assert len(data_of(first, "change:place:")) == 8
    assert not set(data_of(first, "change:place:")) & set(data_of(second, "change:place:"))
    place = data_of(second, "change:place:")[0]
    asked = await shen.presses(place)
    assert asked.text.endswith("会通知 1 人。")
    before = (await staffed.services.mentoring.days.find(1)).occurrence.place
    await shen.presses(place.replace("change:place:", "change:placed:"))
    assert (await staffed.services.mentoring.days.find(1)).occurrence.place != before
    assert "13:30–17:30" in await arrived(telegram, LIN, "换地方了")
    assert faults() == []


async def test_cancellation_is_taken_back(staffed: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, "/start")
    await applied(staffed, LIN)
    shen = await at_the_day(telegram)
    await shen.presses("day:cancel:1")
    cancelled = await shen.presses("day:cancelled:1")
    assert data_of(cancelled, "change:") == ["change:resume:1"]
    asked = await shen.presses("change:resume:1")
    assert "会通知 1 人。" in asked.text
    await shen.presses("change:resumed:1")
    assert not (await staffed.services.mentoring.days.find(1)).occurrence.cancelled
    await arrived(telegram, LIN, "照常举行")


async def test_days_can_be_changed_before_anybody_applied(staffed: Assistant, telegram: SandboxClient) -> None:
    shen = Person(telegram, SHEN)
    listed = await shen.says("/mentoring_admin")
    assert len(data_of(listed, "day:open:")) == 2
    await shen.presses("day:open:2")
    await shen.presses("change:when:2")
    asked = await shen.says("12月28日 13:30")
    assert ZH("mentoring-change-tells-nobody") in asked.text


@pytest.mark.parametrize("data", CHANGES)
async def test_viewers_and_tenants_change_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str
) -> None:
    await applied(staffed, LIN)
    await enlist(staffed.services.database, LI, Role.VIEWER)
    await telegram.ask(LI, "/start")
    await telegram.ask(EMMA, "/start")
    assert await forge(telegram_address, Person(telegram, LI), data) == ZH("access-no-right", role=ZH("role-viewer"))
    assert await forge(telegram_address, Person(telegram, EMMA), data) == EN("access-staff-only")
    occurrence = (await staffed.services.mentoring.days.find(1)).occurrence
    assert (occurrence.starts_at, occurrence.revision) == (STARTS, 1)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("change:when:99", "mentoring-error-gone"),
        ("change:move:1:1:60", "mentoring-error-past"),
        ("change:move:1:999999999:60", "mentoring-error-far"),
        ("change:move:1:29000000000:60", "press-stale"),
        (MOVE.replace(":120", ":999999999"), "mentoring-error-span"),
        (MOVE.replace(":120", ":0"), "mentoring-error-span"),
        (MOVE.replace(":120", ":-60"), "press-stale"),
        (MOVE.replace("move:1", "move:99"), "mentoring-error-gone"),
        ("change:places:1:x", "press-stale"),
        ("change:place:1:maker-hall", "mentoring-error-no-place"),
        ("change:placed:1:0000000000", "mentoring-error-no-place"),
        ("change:burn:1", "press-stale"),
        ("change", "press-stale"),
    ],
)
async def test_forged_buttons_are_told_and_change_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    await applied(staffed, LIN)
    await telegram.ask(SHEN, "/start")
    assert await forge(telegram_address, Person(telegram, SHEN), data) == ZH(key)
    occurrence = (await staffed.services.mentoring.days.find(1)).occurrence
    assert (occurrence.starts_at, occurrence.revision) == (STARTS, 1)


async def test_a_page_beyond_the_last_is_the_last(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str
) -> None:
    await applied(staffed, LIN)
    await telegram.ask(SHEN, "/start")
    assert await forge(telegram_address, Person(telegram, SHEN), "change:places:1:999999999") == ""
