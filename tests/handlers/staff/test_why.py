"""Why: the button under answers to staff, and what it tells."""

import re

import pytest

from bot.answering.service import AnswerService
from bot.app import Assistant, assistant
from bot.knowledge import store
from bot.people import staff
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from bot.settings import Settings
from storage import exchanges
from tests.bot.records import faq
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of
from tests.handlers.staff.conftest import LI, SHEN, enlist

QUESTION = "硬功館晚上開門嗎"
ASKED = ZH("explain-asked", time="2026-11-23 10:00")


async def told(telegram: SandboxClient, answer: MessageView, person: int = SHEN) -> MessageView:
    """What the button under the answer tells."""
    (button,) = data_of(answer, "why:")
    await telegram.press(person, answer.id, button)
    (why,) = await telegram.wait_messages(person, after=answer.change)
    return why


async def test_staff_are_told_why_as_a_reply_to_the_answer(staffed: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(SHEN, QUESTION)
    assert [row[0].data.partition(":")[0] for row in answer.keyboard[-2:]] == ["rate", "why"]
    why = await told(telegram, answer)
    assert why.reply_to == answer.id
    assert (why.entities, why.buttons) == ((), ())
    lines = why.text.splitlines()
    assert lines[:2] == [ASKED, "读作：硬功馆晚上开门吗"]
    assert re.fullmatch(r"结果：回答（够有把握），把握 (0\.[5-9]\d|1\.00)", lines[2])
    assert lines[3:6] == ["问的是：开放时间", "时间：'晚上' 18:00–24:00", "候选："]
    assert re.search(r" facility makers-lab：把握 (0\.[5-9]\d|1\.00)(?!\d)", lines[6])
    assert len(lines) == 6 + 5


async def test_question_for_people_has_the_button_alone(staffed: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(SHEN, "会议室有投影仪吗")
    assert data_of(answer, "rate:") == []
    assert "结果：转人工（把握不够，" in (await told(telegram, answer)).text


async def test_tenants_see_no_button_and_nothing_is_kept_for_it(staffed: Assistant, telegram: SandboxClient) -> None:
    assert data_of(await telegram.ask(LIN, QUESTION), "why") == []
    await telegram.ask(LIN, "/help")
    async with staffed.services.database.read() as session:
        kept = await exchanges.latest(session, LIN)
    assert kept
    assert kept.explanation is None


async def test_staff_see_no_button_in_a_group(staffed: Assistant, telegram: SandboxClient) -> None:
    group = await telegram.create_group("租户群", [SHEN, LIN])
    assert data_of(await telegram.ask(SHEN, f"@parkbot {QUESTION}", chat=group), "why") == []


async def test_what_was_understood_survives_a_restart_and_a_change_of_knowledge_which_is_said(
    settings: Settings, clock: FakeClock, telegram: SandboxClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await telegram.create_person("沈敏", person_id=SHEN)
    async with assistant(settings, clock) as park:
        await enlist(park.services.database, SHEN, Role.VIEWER)
        answer = await telegram.ask(SHEN, QUESTION)
        first = (await told(telegram, answer)).text
        await store.publish(park.services.database, [faq(answer={"zh": "能"})], replace=True, clock=clock)
        then, now = 1, await store.revision(park.services.database)

    async def nothing(*_: object) -> None:
        raise AssertionError("it was asked again")

    clock.advance(days=3)
    async with assistant(settings, clock):
        monkeypatch.setattr(AnswerService, "answer", nothing)
        later = await telegram.send_text(SHEN, "/help")
        await telegram.press(SHEN, answer.id, data_of(answer, "why:")[0])
        second = (await telegram.wait_messages(SHEN, after=later.change, count=2))[-1].text
    assert second == f"{first}\n{ZH('explain-changed', then=then, now=now)}"


async def test_edited_question_is_explained_as_it_reads_now(staffed: Assistant, telegram: SandboxClient) -> None:
    question = await telegram.send_text(SHEN, "硬功馆晚上开门吗")
    await telegram.wait_messages(SHEN, after=question.change)
    edited = await telegram.edit_text(SHEN, question.id, "食堂在哪里")
    (answer,) = await telegram.wait_messages(SHEN, after=edited.change)
    assert "读作：食堂在哪里" in (await told(telegram, answer)).text


async def test_button_stays_under_an_answer_that_shows_another_fact_or_is_rated(
    staffed: Assistant, telegram: SandboxClient
) -> None:
    answer = await telegram.ask(SHEN, "三年租金补贴能补多少？")
    await telegram.press(SHEN, answer.id, data_of(answer, "fact:")[0])
    (fact,) = await telegram.wait_messages(SHEN, after=answer.change)
    assert data_of(fact, "why:") == data_of(answer, "why:")
    await telegram.press(SHEN, fact.id, data_of(fact, "rate:")[0])
    (rated,) = await telegram.wait_messages(SHEN, after=fact.change)
    assert data_of(rated, "why:") == data_of(answer, "why:")


async def test_role_that_was_taken_away_closes_the_button(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, LI, Role.AGENT)
    answer = await telegram.ask(LI, QUESTION)
    await staff.remove(staffed.services.database, LI)
    refused = await telegram.press(LI, answer.id, data_of(answer, "why:")[0])
    assert (refused.text, refused.alert) == (ZH("access-staff-only"), True)
    assert data_of(await telegram.ask(LI, QUESTION), "why:") == []


async def test_forgotten_answer_is_stale(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, EMMA, Role.AGENT)
    answer = await telegram.ask(EMMA, "Is the hardware lab open at night?")
    forget = await telegram.ask(EMMA, "/forgetme")
    await telegram.press(EMMA, forget.id, "forget:yes")
    stale = await telegram.press(EMMA, answer.id, data_of(answer, "why:")[0])
    assert (stale.text, stale.alert) == (EN("press-stale"), True)


async def test_hostile_question_comes_back_as_plain_text(staffed: Assistant, telegram: SandboxClient) -> None:
    why = await told(telegram, await telegram.ask(SHEN, "硬功馆 <b>晚上</b> { $name } 开门吗"))
    assert why.entities == ()
    assert "{ $name }" in why.text
