"""Buttons that somebody forged or kept, secrets, groups, crashes: nothing is seen or changed that is not one's own."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from bot import tenants
from bot.app import Assistant
from bot.delivery.pacing import Pacing
from bot.people import companies
from bot.people.standing import Standing
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import TOKEN
from handlers.application import ParkApplication, build_application
from storage.models.base import Json
from tests.handlers.conftest import EMMA, EN, LIN, ZH, Faults
from tests.handlers.forging import forge, with_button
from tests.handlers.tenant.profile.talking import Person
from tests.handlers.tenant.profile.test_company import ROUTER, found, founded, join, link_to, members
from tests.waiting import until

FORGED = (
    "profile:view:99",
    "profile:tell:{mark}:sector:no-such-sector",
    "profile:tell:{mark}:revenue:1",
    "profile:tell:{mark}:registered_in_park:maybe",
    "profile:set:{mark}:name:x",
    "profile:set:{mark}:id:demo-saas",
    "profile:ask:{mark}:sample",
    "profile:ask:{mark}",
    "profile:tell:{mark}",
    "profile:named:{mark}:anything",
    "profile:view:x",
    "profile:view:-1",
    "profile::",
    "profile:destroy:{mark}",
    "profile:wipe:{mark}:yes:yes",
    "profile:leave:{mark}:",
    "join:yes:x",
    "join:maybe:{secret}",
    "join:yes",
    "join:yes:demo-saas",
)
OTHERS = (
    "view:{mark}",
    "drop:{mark}:area_m2",
    "wipe:{mark}:yes",
    "invite:{mark}",
    "revoke:{mark}",
    "leave:{mark}:yes",
    "named:{mark}:telegram",
)


async def standing(park: Assistant, person: Person) -> Standing:
    return (await tenants.known(park.services.database, person.id)).standing


async def test_forged_button_changes_nothing(
    park: Assistant, telegram_address: str, lin: Person, faults: Faults
) -> None:
    secret = await link_to(park)
    await join(lin, secret)
    before = await standing(park, lin)
    for data in FORGED:
        await forge(telegram_address, lin, data.format(mark=before.mark, secret=secret))
        assert (data, await standing(park, lin)) == (data, before)
    assert await companies.load(park.services.database, ROUTER) == companies.demonstration()[0]
    assert faults() == []


async def test_button_of_another_membership_does_nothing(
    park: Assistant, telegram_address: str, lin: Person, emma: Person
) -> None:
    """Neither for somebody of no company nor for a colleague."""
    secret = await link_to(park)
    await join(lin, secret)
    mark = (await standing(park, lin)).mark
    await emma.says("/help")
    for company in (None, secret):
        if company:
            await join(emma, company)
        for step in OTHERS:
            data = f"profile:{step.format(mark=mark)}"
            await emma.presses(data, on=await with_button(telegram_address, emma, data))
            assert emma.toast
            assert (step, emma.toast.text) == (step, EN("profile-stale"))
    assert [(one.chat_id, one.shown_as) for one in await members(park)] == [(LIN, None), (EMMA, None)]
    assert await companies.load(park.services.database, ROUTER) == companies.demonstration()[0]


async def test_button_of_a_company_that_was_left_shows_how_things_stand(park: Assistant, lin: Person) -> None:
    await join(lin, await link_to(park))
    kept = await lin.says("/profile")
    await lin.says("/profile")
    await lin.presses("company-button-leave")
    await lin.presses("company-button-leave-yes")
    shown = await lin.presses("profile-button-wipe", on=kept)
    assert shown.id == kept.id
    assert shown.text.startswith(f"{ZH('profile-own-name')}\n{ZH('profile-stale')}")
    assert await companies.load(park.services.database, ROUTER) == companies.demonstration()[0]


async def test_confirmation_of_before_does_not_leave_the_next_company(
    park: Assistant, lin: Person, emma: Person
) -> None:
    await found(emma)
    await join(lin, await emma.invites())
    await lin.says("/profile")
    asked = await lin.presses("company-button-leave")
    await join(lin, await link_to(park))
    shown = await lin.presses("company-button-leave-yes", on=asked)
    assert lin.toast
    assert lin.toast.text == ZH("profile-stale")
    assert shown.text.startswith("演示公司甲\n")
    assert [one.chat_id for one in await members(park)] == [LIN]


async def test_one_who_came_later_cannot_invite_by_a_forged_button(
    park: Assistant, telegram_address: str, lin: Person, emma: Person
) -> None:
    secret = await link_to(park)
    for person in (lin, emma):
        await join(person, secret)
    mark = (await standing(park, emma)).mark
    for step in ("invite", "revoke"):
        toast = await forge(telegram_address, emma, f"profile:{step}:{mark}")
        assert toast == EN("company-invite-first")
    assert await emma.telegram.calls(method="sendPhoto") == []
    await lin.says(f"/start join_{secret}")
    assert lin.last
    assert ZH("company-already", name="演示公司甲") in lin.last.text


async def test_somebody_else_cannot_see_a_company(park: Assistant, lin: Person, emma: Person) -> None:
    await lin.says("/profile")
    await lin.says("智能硬件")
    for text in ("/profile", "How much rent subsidy can we get?", "演示公司甲营收多少", "林工的公司是做什么的"):
        told = (await emma.says(text)).text
        assert "演示公司甲" not in told
        assert "Smart hardware\n" not in told


@pytest.mark.parametrize(
    "name", ["<b>x</b>", "{ $is }", "'; DROP TABLE companies; --", "\u202e倒过来", "a" * 40, "@parkbot"]
)
async def test_hostile_names_are_shown_as_they_are(park: Assistant, lin: Person, faults: Faults, name: str) -> None:
    await lin.says("/profile")
    await lin.presses("profile-button-stop")
    await lin.presses("company-button-found")
    await lin.says(name)
    overview = await lin.says(name)
    shown = name.replace("\u202e", "")
    assert overview.text.startswith(f"{shown}\n")
    assert ZH("company-member-you", name=shown) in overview.text
    assert faults() == []


async def test_secrets_are_never_logged(park: Assistant, lin: Person, emma: Person) -> None:
    with capture_logs() as lines:
        await found(lin)
        secret = await lin.invites()
        await join(emma, secret)
        await emma.says(f"/start join_{'x' * 22}")
    assert lines
    assert secret not in str(lines)
    assert "x" * 22 not in str(lines)


async def test_profile_is_for_private_chats_alone(park: Assistant, telegram: SandboxClient, lin: Person) -> None:
    secret = await link_to(park)
    group = await telegram.create_group("租户群", [LIN, EMMA])
    for text in ("/profile@parkbot", f"/start@parkbot join_{secret}"):
        answer = await telegram.ask(LIN, text, chat=group)
        assert answer.text == ZH("other-private", username="parkbot")
    await lin.says("/profile")
    answer = await telegram.ask(LIN, "@parkbot 智能硬件", chat=group)
    assert not answer.text.startswith("楼栋")
    assert await members(park) == ()


def update(message_id: int, text: str) -> Json:
    chat = {"id": LIN, "type": "private", "first_name": "林工"}
    sender = {"id": LIN, "is_bot": False, "first_name": "林工", "language_code": "zh-hans"}
    return {
        "update_id": message_id,
        "message": {"message_id": message_id, "date": 1764000000, "chat": chat, "from": sender, "text": text},
    }


@pytest.fixture
async def application(park: Assistant, telegram: SandboxClient) -> Any:
    """The same handlers, given updates by hand; Lin has begun."""
    application: ParkApplication = build_application(TOKEN, park.services, Pacing(30))
    async with application:
        await telegram.ask(LIN, "/profile")
        yield application


@pytest.mark.parametrize(("typed", "facts"), [("120", {"area_m2": 120}), ("跳过", {}), ("上一项", {}), ("停", {})])
async def test_answer_that_is_worked_off_again_is_not_taken_for_the_next(
    park: Assistant, application: ParkApplication, lin: Person, typed: str, facts: dict[str, int]
) -> None:
    """As after a crash between the store and the reply."""
    for _ in range(5):
        await lin.says("跳过")
    for _ in range(2):
        await application.work(update(10**9, typed))
    texts = [one.text for one in await lin.telegram.messages(LIN) if one.from_bot]
    assert texts[-1].partition("\n")[0] == texts[-2].partition("\n")[0]
    assert (await standing(park, lin)).facts == facts


async def test_company_is_founded_once_however_often_its_name_is_worked_off(
    park: Assistant, application: ParkApplication, lin: Person
) -> None:
    await lin.presses("profile-button-stop", on=(await lin.telegram.messages(LIN))[-1])
    await lin.presses("company-button-found")
    for _ in range(2):
        await application.work(update(10**9, "云栖智能"))
    (company,) = await founded(park)
    texts = [one.text for one in await lin.telegram.messages(LIN) if one.from_bot]
    assert ZH("company-shown-question") in texts[-1]
    assert [one.shown_as for one in await members(park, company.id)] == [None]


async def test_forgetting_leaves_the_company_and_its_name(park: Assistant, lin: Person, emma: Person) -> None:
    await found(lin)
    await join(emma, await lin.invites())
    await emma.says("/profile")
    await emma.presses("company-button-name")
    await emma.says("Emma the Second")
    question = await emma.says("/forgetme")
    assert EN("forget-leaves", company="云栖智能") in question.text
    assert EN("company-leave-last") not in question.text
    await emma.presses("forget-button-yes")
    (company,) = await founded(park)
    assert [one.chat_id for one in await members(park, company.id)] == [LIN]
    question = await lin.says("/forgetme")
    assert ZH("company-leave-last") in question.text
    await lin.presses("forget-button-yes")
    await until(lambda: founded(park), is_=[])
