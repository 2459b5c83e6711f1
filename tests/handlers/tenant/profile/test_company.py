"""Companies on Telegram: founded, joined by a link, shared, left."""

import io

import pytest
import segno

from bot.app import Assistant
from bot.people import companies, invitations
from bot.people.company import Company
from bot.sandbox.client import SandboxClient
from storage.models import Membership
from tests.fakes import FakeClock
from tests.handlers.arranged import applied
from tests.handlers.conftest import EMMA, EN, LIN, ZH
from tests.handlers.tenant.profile.talking import Person

ROUTER = "demo-router"
CHEN = 1002


@pytest.fixture
async def chen(telegram: SandboxClient) -> Person:
    await telegram.create_person("陈晓雨", person_id=CHEN)
    return Person(telegram, CHEN)


async def link_to(park: Assistant, company_id: str = ROUTER) -> str:
    """The secret of a link that staff made."""
    secret = await companies.invite(park.services.database, company_id, park.services.clock.now())
    assert secret
    return secret


async def members(park: Assistant, company_id: str = ROUTER) -> tuple[Membership, ...]:
    return (await companies.colleagues(park.services.database, company_id)).members


async def founded(park: Assistant) -> list[Company]:
    """The companies that tenants made."""
    return [one.company for one in await companies.every(park.services.database) if not one.lasts]


async def found(person: Person, name: str = "云栖智能") -> None:
    await person.says("/profile")
    await person.says(person.texts("profile-button-skip"))
    await person.presses("profile-button-stop")
    await person.presses("company-button-found")
    await person.says(name)
    await person.presses("company-button-no-name")


async def join(person: Person, secret: str) -> None:
    await person.says(f"/start join_{secret}")
    await person.presses("company-button-join")
    await person.presses("company-button-no-name")


async def test_opening_a_link_changes_nothing(park: Assistant, lin: Person) -> None:
    question = await lin.says(f"/start join_{await link_to(park)}")
    assert question.text == f"{ZH('company-join-title', name='演示公司甲')}\n{ZH('company-join-text')}"
    assert await members(park) == ()
    assert (await lin.presses("company-button-join-no")).text == ZH("company-not-joined")
    assert await members(park) == ()


async def test_joining_asks_how_to_be_seen(park: Assistant, lin: Person, emma: Person) -> None:
    secret = await link_to(park)
    await lin.says(f"/start join_{secret}")
    asked = await lin.presses("company-button-join")
    assert asked.text == f"{ZH('company-joined', name='演示公司甲')}\n\n{ZH('company-shown-question')}"
    await lin.presses(ZH("company-button-use-name", name="林工"))
    await emma.says(f"/start join_{secret}")
    await emma.presses("company-button-join")
    overview = await emma.says("Emma <b>C.</b>")
    names = f"林工, {EN('company-member-you', name='Emma <b>C.</b>')}"
    assert EN("company-members", count=2, names=names) in overview.text
    assert EN("company-first-invites") in overview.text
    assert [(one.chat_id, one.shown_as) for one in await members(park)] == [(LIN, "林工"), (EMMA, "Emma <b>C.</b>")]


async def test_members_eligibility_is_computed(park: Assistant, lin: Person) -> None:
    assert "65,700 元" not in (await lin.says("租金补贴我们能拿多少")).text
    await join(lin, await link_to(park))
    assert "65,700 元" in (await lin.says("租金补贴我们能拿多少")).text


async def test_member_changes_the_profile_for_all(park: Assistant, lin: Person, emma: Person) -> None:
    secret = await link_to(park)
    for person in (lin, emma):
        await join(person, secret)
    await lin.says("/profile")
    await lin.presses("profile-button-change")
    await lin.presses("面积")
    await lin.says("200平")
    assert EN("profile-line", name="Area", value="200 m²") in (await emma.says("/profile")).text
    await emma.presses("profile-button-change")
    await emma.presses("company-rename-title")
    await emma.says("Router & Sons")
    assert (await lin.says("/profile")).text.startswith("Router & Sons\n")


async def test_first_member_invites_by_link_and_qr_code(park: Assistant, lin: Person, emma: Person) -> None:
    await join(lin, await link_to(park))
    secret = await lin.invites()
    assert lin.last
    assert ZH("company-invite-title", name="演示公司甲") in lin.last.text
    assert "2026年12月7日" in lin.last.text
    link = invitations.link("parkbot", secret)
    assert link in lin.last.text
    drawn = io.BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="png", scale=10)
    assert await lin.telegram.picture(lin.last) == drawn.getvalue()
    await join(emma, secret)
    assert [one.chat_id for one in await members(park)] == [LIN, EMMA]


async def test_those_who_came_later_do_not_invite(park: Assistant, lin: Person, emma: Person) -> None:
    secret = await link_to(park)
    for person in (lin, emma):
        await join(person, secret)
    await emma.says("/profile")
    assert not emma.offers("company-button-invite")
    assert not emma.offers("company-button-revoke")
    await lin.says("/profile")
    await lin.presses("company-button-leave")
    await lin.presses("company-button-leave-yes")
    await emma.invites()


@pytest.mark.parametrize("validity", ["revoked", "expired", "unknown"])
async def test_link_that_is_no_good_says_why(
    park: Assistant, lin: Person, emma: Person, clock: FakeClock, validity: str
) -> None:
    await join(lin, await link_to(park))
    secret = await lin.invites()
    asked = await emma.says(f"/start join_{secret}")
    if validity == "revoked":
        await lin.says("/profile")
        assert (await lin.taps("company-button-revoke")).text == ZH("company-revoked")
    elif validity == "expired":
        clock.advance(days=14)
    else:
        secret = "x" * 22
    assert (await emma.says(f"/start join_{secret}")).text == EN(f"company-link-{validity}")
    if validity != "unknown":
        assert (await emma.presses("company-button-join", on=asked)).text == EN(f"company-link-{validity}")
    assert [one.chat_id for one in await members(park)] == [LIN]


async def test_founder_keeps_what_was_told_and_leads(park: Assistant, lin: Person) -> None:
    await lin.says("/profile")
    await lin.says("智能硬件")
    await lin.presses("profile-button-stop")
    await lin.presses("company-button-found")
    asked = await lin.says("哪吒云智能")
    assert asked.text == f"{ZH('company-founded', name='哪吒云智能')}\n\n{ZH('company-shown-question')}"
    overview = await lin.says("小林")
    assert overview.text.startswith("哪吒云智能\n")
    assert ZH("profile-line", name="行业", value="智能硬件") in overview.text
    assert lin.offers("company-button-invite")
    (company,) = await founded(park)
    assert (company.name.zh, company.sector) == ("哪吒云智能", "smart-hardware")


@pytest.mark.parametrize("typed", ["", "x" * 41])
async def test_name_that_cannot_be_is_asked_for_again(park: Assistant, lin: Person, typed: str) -> None:
    await lin.says("/profile")
    await lin.presses("profile-button-stop")
    await lin.presses("company-button-found")
    assert ZH("profile-unclear-name") in (await lin.says(typed or "\u200b\u2060")).text
    await lin.says("算了")
    assert await founded(park) == []


async def test_question_while_a_name_is_asked_for_is_no_name(park: Assistant, lin: Person) -> None:
    await lin.says("/profile")
    await lin.presses("profile-button-stop")
    await lin.presses("company-button-found")
    assert "07:00" in (await lin.says("食堂几点开门")).text
    assert await founded(park) == []
    await lin.says("云栖智能")
    assert [one.name.zh for one in await founded(park)] == ["云栖智能"]


async def test_name_that_is_edited_corrects_the_companys(park: Assistant, lin: Person) -> None:
    await lin.says("/profile")
    await lin.presses("profile-button-stop")
    await lin.presses("company-button-found")
    await lin.says("云西智能")
    assert ZH("company-shown-question") in (await lin.corrects("云西智能", "云栖智能")).text
    await lin.says("小林")
    (company,) = await founded(park)
    assert company.name.zh == "云栖智能"
    assert [one.shown_as for one in await members(park, company.id)] == ["小林"]


async def test_changing_companies_says_which_is_left(park: Assistant, lin: Person) -> None:
    await found(lin)
    question = await lin.says(f"/start join_{await link_to(park)}")
    assert ZH("company-join-leaves", name="云栖智能") in question.text
    assert ZH("company-join-last") in question.text
    await lin.presses("company-button-join")
    assert await founded(park) == []
    assert [one.chat_id for one in await members(park)] == [LIN]


@pytest.mark.parametrize(("button", "sector"), [("company-button-join-share", "ai"), ("company-button-join", None)])
async def test_what_was_told_for_oneself_may_be_shared_by_joining(
    park: Assistant, lin: Person, button: str, sector: str | None
) -> None:
    database, clock = park.services.database, park.services.clock
    await companies.add(database, Company.model_validate({"id": "acme", "name": "甲公司"}), clock.now())
    await lin.says("/profile")
    await lin.says("AI")
    question = await lin.says(f"/start join_{await link_to(park, 'acme')}")
    assert ZH("company-join-told") in question.text
    await lin.presses(button)
    company = await companies.load(database, "acme")
    assert company
    assert company.sector == sector


async def test_own_link_says_that_one_is_a_member(park: Assistant, lin: Person) -> None:
    secret = await link_to(park)
    await join(lin, secret)
    again = await lin.says(f"/start join_{secret}")
    assert ZH("company-already", name="演示公司甲") in again.text


async def test_leaving_asks_first_and_names_what_is_lost(park: Assistant, lin: Person) -> None:
    await found(lin)
    await lin.says("/profile")
    question = await lin.presses("company-button-leave")
    assert ZH("company-leave-last") in question.text
    await lin.presses("profile-button-return")
    assert len(await founded(park)) == 1
    await lin.presses("company-button-leave")
    left = await lin.presses("company-button-leave-yes")
    assert ZH("company-left", name="云栖智能") in left.text
    assert await founded(park) == []


async def test_company_by_staff_is_left_without_loss(park: Assistant, lin: Person) -> None:
    await join(lin, await link_to(park))
    await lin.says("/profile")
    assert ZH("company-leave-last") not in (await lin.presses("company-button-leave")).text
    await lin.presses("company-button-leave-yes")
    assert await companies.load(park.services.database, ROUTER) == companies.demonstration()[0]


async def test_name_can_be_changed_and_taken_away(park: Assistant, lin: Person) -> None:
    await join(lin, await link_to(park))
    for answer, name in (("老林", "老林"), (ZH("company-button-no-name"), None)):
        await lin.says("/profile")
        await lin.presses("company-button-name")
        await (lin.presses(answer) if name is None else lin.says(answer))
        assert [one.shown_as for one in await members(park)] == [name]


async def test_own_application_gives_way_to_that_of_the_company_which_is_told(
    park: Assistant, lin: Person, chen: Person
) -> None:
    secret = await link_to(park)
    await lin.says("/start")
    await join(chen, secret)
    await applied(park, CHEN)
    await applied(park, LIN)
    await lin.says(f"/start join_{secret}")
    asked = await lin.presses("company-button-join")
    assert ZH("company-applied-already") in asked.text
    (kept,) = await park.services.mentoring.arranging.applications(1)
    assert (kept.party, kept.chat_id) == (ROUTER, CHEN)
