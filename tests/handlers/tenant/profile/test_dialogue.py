"""/profile, question by question."""

from datetime import timedelta

import pytest

from bot.app import Assistant, assistant
from bot.awaited import SILENCE, Dialogue
from bot.profile.facts import FACTS
from bot.sandbox.client import SandboxClient
from bot.settings import Settings
from storage import descriptions
from tests.fakes import FakeClock
from tests.handlers.conftest import EN, LIN, ZH
from tests.handlers.tenant.profile.talking import Person

pytestmark = pytest.mark.usefixtures("park")

ANSWERS = {
    "sector": "智能硬件",
    "building": "四号楼",
    "founded": "去年3月",
    "moved_in": "今年8月15号搬进来的",
    "registered_in_park": "是的",
    "area_m2": "120平",
    "employees": "14人",
    "revenue": "300万",
    "rd_spend": "六十万",
    "annual_cloud_spend": "每月3000",
    "passed_mentoring_review": "通过了",
}


def heading(fact: str, texts: object = ZH) -> str:
    """The first line of the question for a fact in a round."""
    place = next(number for number, one in enumerate(FACTS, start=1) if one.name == fact)
    words = EN if texts is EN else ZH
    return words("profile-heading-of", name=words(f"profile-{fact.replace('_', '-')}"), place=place, count=len(FACTS))


async def stored(park: Assistant) -> dict[str, object]:
    async with park.services.database.read() as session:
        found = await descriptions.get(session, LIN)
    return found.data if found else {}


async def test_every_question_says_why_and_is_answered_by_typing(lin: Person, park: Assistant) -> None:
    asked = await lin.says("/profile")
    assert ZH("profile-intro") in asked.text
    for fact, typed in ANSWERS.items():
        assert asked.text.startswith(heading(fact))
        assert ZH("profile-why", why=ZH(f"profile-{fact.replace('_', '-')}-why")) in asked.text
        asked = await lin.says(typed)
    assert ZH("profile-done") in asked.text
    assert await stored(park) == {
        "sector": "smart-hardware",
        "building": "building-4",
        "founded": "2025-03-01",
        "moved_in": "2026-08-15",
        "registered_in_park": True,
        "area_m2": "120",
        "employees": 14,
        "revenue": "3000000",
        "rd_spend": "600000",
        "annual_cloud_spend": "36000",
        "passed_mentoring_review": True,
    }
    assert len(await lin.telegram.calls(method="sendMessage", chat=LIN)) == len(ANSWERS) + 1


async def test_choices_are_answered_by_buttons_in_place(lin: Person, park: Assistant) -> None:
    first = await lin.says("/profile")
    second = await lin.presses("智能硬件")
    assert second.id == first.id
    assert second.text.startswith(heading("building"))
    assert ZH("profile-noted", name="行业", value="智能硬件") in second.text
    await lin.presses("profile-other")
    assert await stored(park) == {"sector": "smart-hardware", "building": "other"}


async def test_answers_are_computed_with_at_once(lin: Person) -> None:
    await lin.says("/profile")
    for typed in list(ANSWERS.values())[:6]:
        await lin.says(typed)
    await lin.presses("profile-button-stop")
    assert "65,700 元" in (await lin.says("租金补贴我们能拿多少")).text


async def test_skip_back_and_stop(lin: Person, park: Assistant) -> None:
    await lin.says("/profile")
    assert not lin.offers("profile-button-back")
    await lin.presses("profile-button-skip")
    await lin.says("跳过")
    assert (await lin.presses("profile-button-back")).text.startswith(heading("building"))
    assert (await lin.says("上一项")).text.startswith(heading("sector"))
    await lin.presses("零售")
    assert (await lin.says("不知道")).text.startswith(heading("founded"))
    done = await lin.says("先停吧")
    assert ZH("profile-line", name="行业", value="零售") in done.text
    missing = [ZH(f"profile-{fact.key}") for fact in FACTS[1:]]
    assert ZH("profile-missing", names="、".join(missing)) in done.text
    await lin.presses("profile-button-go-on")
    assert lin.last
    assert lin.last.text.startswith(heading("building"))
    assert await stored(park) == {"sector": "retail"}


async def test_answer_that_cannot_be_read_is_asked_for_again(lin: Person, park: Assistant) -> None:
    await lin.says("/profile")
    for _ in range(7):
        await lin.says("跳过")
    for typed, key in (
        ("很多很多", "money"),
        ("300", "small-money"),
        ("不到300万", "bound"),
        ("300万美元", "currency"),
    ):
        unclear = await lin.says(typed)
        assert unclear.text == f"{heading('revenue')}\n{ZH(f'profile-unclear-{key}')}"
    assert (await lin.says("300万")).text.startswith(heading("rd_spend"))
    assert await stored(park) == {"revenue": "3000000"}


@pytest.mark.parametrize(
    "question", ["食堂几点开门", "硬功馆晚上开门吗？", "Is the hardware lab open at night?", "打印机"]
)
async def test_question_in_the_middle_is_answered_and_the_dialogue_waits(lin: Person, question: str) -> None:
    await lin.says("/profile")
    await lin.says("智能硬件")
    await lin.says("跳过")
    answer = await lin.says(question)
    assert "profile" not in answer.text
    assert not answer.text.startswith(heading("founded"))
    texts = EN if question.isascii() else ZH
    assert texts("profile-button-resume") in [button.text for button in answer.buttons]
    assert (await lin.says("去年3月")).text.startswith(heading("moved_in"))


async def test_dialogue_is_resumed_below_the_answer(lin: Person) -> None:
    await lin.says("/profile")
    await lin.says("跳过")
    answer = await lin.says("食堂几点开门？")
    asked = await lin.presses("profile-button-resume")
    assert asked.id > answer.id
    assert asked.text.startswith(heading("building"))
    kept = next(one for one in await lin.telegram.messages(LIN) if one.id == answer.id)
    assert kept.text == answer.text


async def test_silence_of_half_an_hour_ends_the_dialogue(lin: Person, park: Assistant, clock: FakeClock) -> None:
    await lin.says("/profile")
    for _ in range(5):
        await lin.says("跳过")
    clock.set(clock.now() + SILENCE[Dialogue.PROFILE])
    assert (await lin.says("120平")).text.startswith(heading("employees"))
    clock.set(clock.now() + SILENCE[Dialogue.PROFILE] + timedelta(seconds=1))
    assert heading("revenue") not in (await lin.says("14人")).text
    assert await stored(park) == {"area_m2": "120"}


async def test_question_asked_in_the_meantime_breaks_the_silence(lin: Person, clock: FakeClock) -> None:
    await lin.says("/profile")
    for question in ("食堂几点开门？", "硬功馆晚上开门吗？"):
        clock.advance(minutes=20)
        await lin.says(question)
    clock.advance(minutes=20)
    assert (await lin.says("智能硬件")).text.startswith(heading("building"))


async def test_half_of_it_is_there_the_next_day_and_goes_on(lin: Person, clock: FakeClock) -> None:
    await lin.says("/profile")
    await lin.says("智能硬件")
    asked = await lin.says("跳过")
    clock.advance(days=1)
    overview = await lin.says("/profile")
    assert ZH("profile-line", name="行业", value="智能硬件") in overview.text
    assert ZH("profile-updated", date="2026年11月23日") in overview.text
    assert (await lin.presses("profile-button-go-on")).text.startswith(heading("building"))
    # the buttons of yesterday's question work as well
    assert (await lin.presses("profile-button-skip", on=asked)).text.startswith(heading("moved_in"))
    assert (await lin.says("去年3月")).text.startswith(heading("registered_in_park"))


async def test_dialogue_goes_on_after_a_restart(
    settings: Settings, clock: FakeClock, telegram: SandboxClient, lin: Person, park: Assistant
) -> None:
    await lin.says("/profile")
    await lin.says("智能硬件")
    async with assistant(settings.model_copy(update={"http_port": 0}), clock) as again:
        assert again is not park
        assert (await lin.says("4号楼")).text.startswith(heading("founded"))


async def test_language_follows_what_is_typed_in_words(lin: Person) -> None:
    await lin.says("/profile")
    assert (await lin.says("AI")).text.startswith(heading("building"))
    assert (await lin.says("block 4")).text.startswith(heading("founded"))
    assert (await lin.says("In March 2025")).text.startswith(heading("moved_in", EN))
    assert (await lin.says("2026-08")).text.startswith(heading("registered_in_park", EN))
    assert (await lin.says("是")).text.startswith(heading("area_m2"))


async def test_language_that_was_chosen_holds(lin: Person) -> None:
    await lin.says("/profile")
    await lin.says("/settings")
    await lin.presses("lang:en")
    assert (await lin.says("智能硬件")).text.startswith(heading("building", EN))


async def test_english_dialogue_offers_the_same(emma: Person) -> None:
    assert (await emma.says("/profile")).text.startswith(heading("sector", EN))
    assert (await emma.presses("Smart hardware")).text.startswith(heading("building", EN))
    await emma.says("Building 4")
    await emma.says("March 2025")
    done = await emma.presses("profile-button-stop")
    assert EN("profile-line", name="Founded", value="1 March 2025") in done.text


async def test_answer_that_is_edited_corrects_itself(lin: Person, park: Assistant) -> None:
    await lin.says("/profile")
    for _ in range(5):
        await lin.says("跳过")
    await lin.says("120平")
    corrected = await lin.corrects("120平", "200平")
    assert ZH("profile-corrected", name="面积", value="200 平方米") in corrected.text
    assert corrected.text.startswith(heading("employees"))
    await lin.says("14人")
    assert await stored(park) == {"area_m2": "200", "employees": 14}


async def test_facts_are_changed_and_erased_one_by_one(lin: Person, park: Assistant) -> None:
    await lin.says("/profile")
    await lin.says("智能硬件")
    await lin.says("4号楼")
    await lin.presses("profile-button-stop")
    await lin.presses("profile-button-change")
    assert ZH("profile-now", value="4号楼") in (await lin.presses("楼栋")).text
    changed = await lin.says("5号楼")
    assert changed.text.startswith(ZH("profile-own-name"))
    assert ZH("profile-line", name="楼栋", value="5号楼") in changed.text
    await lin.presses("profile-button-change")
    await lin.presses("行业")
    await lin.presses("云计算")
    await lin.presses("profile-button-change")
    await lin.presses("行业")
    assert ZH("profile-dropped", name="行业") in (await lin.presses("profile-button-drop")).text
    assert await stored(park) == {"building": "building-5"}


async def test_everything_is_erased_after_a_second_word(lin: Person, park: Assistant) -> None:
    await lin.says("/profile")
    await lin.says("智能硬件")
    await lin.presses("profile-button-stop")
    await lin.presses("profile-button-wipe")
    await lin.presses("profile-button-return")
    assert await stored(park) == {"sector": "smart-hardware"}
    await lin.presses("profile-button-wipe")
    assert ZH("profile-nothing") in (await lin.presses("profile-button-wipe-yes")).text
    assert await stored(park) == {}


async def test_what_can_be_got_is_one_press_away(lin: Person) -> None:
    await lin.says("/profile")
    for typed in ANSWERS.values():
        await lin.says(typed)
    answer = await lin.presses("profile-button-benefits")
    assert answer.text.startswith(ZH("eligible-met"))
    assert "131,400 元" in answer.text
