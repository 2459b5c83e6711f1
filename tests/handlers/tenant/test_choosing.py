"""Did you mean this or that, on Telegram: pressed, typed, after a restart, and neither."""

import pytest

from bot.answering.engine import Engine
from bot.answering.fits import Fits
from bot.answering.sources import Store
from bot.app import Assistant, assistant
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.store import publish
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from bot.settings import Settings
from storage import cases, exchanges
from storage.database import opened
from tests.bot.answering.times import ZONE
from tests.bot.records import faq
from tests.bot.rooms import GINKGO, MAPLE, UNSURE
from tests.fakes import FakeClock
from tests.handlers.conftest import LIN, ZH, data_of

QUESTION = "哪里能录播客"
WHERE = {"maple": "1号楼二层", "ginkgo": "3号楼一层"}


@pytest.fixture(autouse=True)
async def _alike(settings: Settings, clock: FakeClock) -> None:
    """A park with two rooms that are asked alike, and fits of it that are never sure."""
    records = [MAPLE, GINKGO, faq(answer={"zh": "能。", "en": "Yes."})]
    fingerprint = Engine(Snapshot.of(records), ZONE).fingerprint
    async with opened(settings.database_url) as database:
        await publish(database, records, replace=True, clock=clock)
        await Store(database, clock).keep(Fits(fingerprint, acceptance=UNSURE))


def offered(choice: MessageView) -> list[str]:
    """The ids of the rooms on the buttons."""
    return [data.split(":")[2] for data in data_of(choice, "fact:")]


async def test_choice_shows_a_button_each_and_one_for_people(park: Assistant, telegram: SandboxClient) -> None:
    choice = await telegram.ask(LIN, QUESTION)
    assert choice.text == ZH("answer-did-you-mean")
    assert sorted(offered(choice)) == ["ginkgo", "maple"]
    assert [len(row) for row in choice.keyboard] == [1, 1, 1]
    assert choice.keyboard[2][0].text == ZH("button-none-of-these")
    await telegram.ask(LIN, "/help")
    async with park.services.database.read() as session:
        kept = await exchanges.latest(session, LIN)
        assert kept
        assert (kept.outcome, [record_id for _, record_id in kept.records]) == ("choose", offered(choice))
        assert await cases.waiting(session) == []


@pytest.mark.parametrize("place", [0, 1])
async def test_button_tells_the_fact_that_was_asked_for_after_a_restart(
    settings: Settings, clock: FakeClock, telegram: SandboxClient, place: int
) -> None:
    async with assistant(settings, clock):
        choice = await telegram.ask(LIN, QUESTION)
    async with assistant(settings, clock):
        assert (await telegram.press(LIN, choice.id, data_of(choice, "fact:")[place])).answered
        (fact,) = await telegram.wait_messages(LIN, after=choice.change)
        assert fact.id == choice.id
        assert WHERE[offered(choice)[place]] in fact.text
        assert "09:00" not in fact.text


async def test_place_that_is_typed_picks_after_a_restart(
    settings: Settings, clock: FakeClock, telegram: SandboxClient
) -> None:
    async with assistant(settings, clock):
        choice = await telegram.ask(LIN, QUESTION)
    async with assistant(settings, clock):
        answer = await telegram.ask(LIN, "第二个")
    assert answer.id > choice.id
    assert WHERE[offered(choice)[1]] in answer.text


async def test_question_after_a_press_goes_on_about_what_was_pressed(park: Assistant, telegram: SandboxClient) -> None:
    choice = await telegram.ask(LIN, QUESTION)
    (maple,) = [data for data in data_of(choice, "fact:") if ":maple:" in data]
    await telegram.press(LIN, choice.id, maple)
    await telegram.wait_messages(LIN, after=choice.change)
    assert "每小时 30 元" in (await telegram.ask(LIN, "多少钱")).text


async def test_none_of_these_hands_the_question_over_once(park: Assistant, telegram: SandboxClient) -> None:
    choice = await telegram.ask(LIN, QUESTION)
    for _ in range(2):
        latest = await telegram.ask(LIN, "/help")
        assert (await telegram.press(LIN, choice.id, "human")).answered
        (answer,) = await telegram.wait_messages(LIN, after=latest.change)
        assert answer.text.startswith(ZH("answer-handover-asked"))
    async with park.services.database.read() as session:
        (case,) = await cases.waiting(session)
    assert (case.question, case.chat_id) == (QUESTION, LIN)
