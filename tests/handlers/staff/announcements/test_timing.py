"""When an announcement goes: at once, at a time that is typed, again and again."""

from datetime import datetime

import pytest

from bot.announcements.repeating import repeat_of
from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage.models import AnnouncementState
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, LIN, ZH
from tests.handlers.staff.announcements.drafts import DRILL, begin_for_everybody
from tests.handlers.staff.announcements.officer import EVERY, Officer, arrived, has, only
from tests.parks import ZONE
from tests.waiting import until


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


async def type_time(officer: Officer, text: str) -> str:
    """What is told after a time was typed."""
    await officer.presses("when", "type-time")
    return (await officer.says(text)).text


async def test_typed_time_is_kept_and_sent_then(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await begin_for_everybody(officer)
    assert "时间：11月24日（周二） 09:00" in (await type_time(officer, "明天9点")).splitlines()
    waiting = await officer.presses("send", "发给 3 人")
    assert waiting.text.startswith(ZH("announce-state-scheduled"))
    clock.set(local("2026-11-24 08:59"))
    await telegram.ask(LIN, "/help")
    assert not await has(telegram, LIN, DRILL)
    clock.set(local("2026-11-24 09:00"))
    await arrived(telegram, LIN, DRILL)
    await officer.sees(ZH("announce-state-sent"), clock)


async def test_unclear_time_is_asked_again_and_a_question_in_between_is_answered(
    park: Assistant, officer: Officer
) -> None:
    await begin_for_everybody(officer)
    assert await type_time(officer, "后天") == ZH("announce-unclear-time-clock")
    assert (await officer.says("昨天9点")).text == ZH("announce-unclear-time-past")
    assert (await officer.says("赶紧的")).text == ZH("announce-unclear-time")
    assert "食堂" in (await officer.says("食堂几点开门？")).text
    assert "时间：11月25日（周三） 09:00" in (await officer.says("后天9点")).text.splitlines()


@pytest.mark.parametrize("word", ["算了", "取消"])
async def test_word_leads_back_to_the_draft(park: Assistant, officer: Officer, word: str) -> None:
    await begin_for_everybody(officer)
    assert (await type_time(officer, word)).startswith(ZH("announce-state-draft"))
    assert (await only(park)).send_at is None


async def test_mornings_are_offered_and_at_once_again(park: Assistant, officer: Officer) -> None:
    await begin_for_everybody(officer)
    await officer.presses("when", "tomorrow")
    assert (await only(park)).send_at == local("2026-11-24 09:00")
    await officer.presses("monday")
    assert (await only(park)).send_at == local("2026-11-30 09:00")
    shown = await officer.presses("now")
    assert (await only(park)).send_at is None
    assert shown.text.splitlines()[1] == ZH("announce-when-now")


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("daily", ["11月24日（周二）", "11月25日（周三）", "11月26日（周四）", "11月27日（周五）", "11月28日（周六）"]),
        (
            "workdays",
            ["11月24日（周二）", "11月25日（周三）", "11月26日（周四）", "11月27日（周五）", "11月30日（周一）"],
        ),
        ("weekly", ["11月24日（周二）", "12月1日（周二）", "12月8日（周二）", "12月15日（周二）", "12月22日（周二）"]),
        ("monthly", ["11月24日（周二）", "12月24日（周四）", "2027年1月24日（周日）"]),
    ],
)
async def test_series_shows_its_next_dates(park: Assistant, officer: Officer, rule: str, days: list[str]) -> None:
    await begin_for_everybody(officer)
    shown = await officer.presses("when", "tomorrow", ZH(f"announce-repeat-{rule}"))
    dates = "、".join(f"{day} 09:00" for day in days)
    assert f"{ZH(f'announce-repeat-{rule}')}，接下来：{dates}" in shown.text
    once = await officer.presses(ZH("announce-repeat-once"))
    assert once.text.splitlines()[1] == "11月24日（周二） 09:00"
    assert repeat_of(await only(park)) is None


async def test_series_goes_out_each_time(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await begin_for_everybody(officer)
    await officer.presses("when", "tomorrow", ZH("announce-repeat-daily"), "done", "send", "发给 3 人")

    async def times() -> int:
        return len([one for one in await telegram.messages(EMMA) if one.text == DRILL])

    for day in (24, 25):
        clock.set(local(f"2026-11-{day} 09:00"))
        await until(times, is_=day - 23, within=10)
    series, *_ = sorted(await park.services.announcements.latest(EVERY), key=lambda one: one.id or 0)
    assert (series.state, series.send_at) == (AnnouncementState.SCHEDULED, local("2026-11-26 09:00"))


async def test_another_time_moves_a_series(park: Assistant, officer: Officer) -> None:
    await begin_for_everybody(officer)
    await officer.presses("when", "tomorrow", ZH("announce-repeat-weekly"), "done")
    card = await type_time(officer, "周五14点")
    assert "每周，接下来：11月27日（周五） 14:00、12月4日（周五） 14:00" in card


async def test_scheduled_one_is_cancelled(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await begin_for_everybody(officer)
    await officer.presses("when", "tomorrow", "done", "send", "发给 3 人")
    gone = await officer.presses("cancel", "stop-yes")
    assert gone.text == ZH("announce-deleted")
    clock.advance(days=2)
    await telegram.ask(LIN, "/help")
    assert not await has(telegram, LIN, DRILL)
    assert (await only(park)).state is AnnouncementState.CANCELLED


async def test_time_that_passed_while_writing_is_said(park: Assistant, officer: Officer, clock: FakeClock) -> None:
    await begin_for_everybody(officer)
    await officer.presses("when", "tomorrow", "done", "send")
    clock.advance(days=2)
    await officer.presses("发给 3 人")
    assert officer.toast
    assert (officer.toast.text, officer.toast.alert) == (ZH("announce-error-past"), True)
    assert (await only(park)).state is AnnouncementState.DRAFT
