"""Staff change a mentoring day by buttons; whoever asks from then on is told of the day as it is."""

import pytest

from bot.app import Assistant
from bot.messages.callbacks import mark_of
from bot.sandbox.client import SandboxClient
from tests.handlers.conftest import EMMA, EN, LIN, Faults
from tests.handlers.staff.conftest import SHEN
from tests.handlers.tenant.profile.talking import Person

DAY = "11月27日（周五） 13:30–17:30"
MOVED = "11月30日（周一） 14:00–16:00"


@pytest.fixture
async def shen(staffed: Assistant, telegram: SandboxClient) -> Person:
    """An owner with the next mentoring day before them."""
    shen = Person(telegram, SHEN)
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:1")
    return shen


@pytest.fixture
def lin(telegram: SandboxClient) -> Person:
    return Person(telegram, LIN)


@pytest.fixture
def emma(telegram: SandboxClient) -> Person:
    return Person(telegram, EMMA, EN)


async def move(shen: Person) -> None:
    await shen.presses("change:when:1")
    asked = await shen.says("11月30日 14:00-16:00")
    await shen.presses(next(one.data for one in asked.buttons if one.data.startswith("change:move")))


async def test_moved_day_is_told_with_its_new_date_in_both_languages(
    shen: Person, lin: Person, emma: Person, faults: Faults
) -> None:
    assert DAY in (await lin.says("下次导师日是几号")).text
    await move(shen)
    told = (await lin.says("下次导师日是几号")).text
    assert MOVED in told
    assert DAY not in told
    assert "Monday, 30 November, 14:00–16:00" in (await emma.says("When is the next mentoring day?")).text
    friday = (await emma.says("Is the mentoring day on this Friday?")).text
    assert "The one on Friday, 27 November was moved to another time." in friday
    assert "Monday, 30 November, 14:00–16:00" in friday
    until = (await lin.says("导师日报名什么时候截止")).text
    assert "11月27日（周五） 18:00（11月30日（周一）那场" in until
    assert faults() == []


async def test_moved_day_is_told_by_buttons_and_lists(shen: Person, lin: Person) -> None:
    await move(shen)
    assert MOVED in (await lin.says("淘富成真")).text
    assert f"淘富成真：{MOVED}" in (await lin.says("11月有什么活动")).text
    await lin.says("导师日在哪里")
    assert MOVED in (await lin.presses("fact:programme:taofu:when")).text


async def test_day_at_another_place_is_told_where(shen: Person, lin: Person, emma: Person) -> None:
    await shen.presses("change:places:1:0")
    lab = mark_of("makers-lab")
    await shen.presses(f"change:place:1:{lab}")
    await shen.presses(f"change:placed:1:{lab}")
    assert "11月27日（周五）在硬功馆" in (await lin.says("导师日在哪儿")).text
    assert "on Friday, 27 November" in (await emma.says("Where is the mentoring day?")).text


async def test_cancelled_day_is_left_out_until_it_is_taken_back(shen: Person, lin: Person, emma: Person) -> None:
    await shen.presses("day:cancel:1")
    await shen.presses("day:cancelled:1")
    told = (await lin.says("下次导师日是几号")).text
    assert "12月25日（周五） 13:30–17:30" in told
    assert "11月27日" not in told
    assert "淘富成真" not in (await lin.says("11月有什么活动")).text
    friday = (await emma.says("Is the mentoring day on this Friday?")).text
    assert "The one on Friday, 27 November was cancelled." in friday
    await shen.presses("change:resume:1")
    await shen.presses("change:resumed:1")
    assert DAY in (await lin.says("下次导师日是几号")).text
