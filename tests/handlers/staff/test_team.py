from datetime import timedelta

import pytest

from bot.app import Assistant, assistant
from bot.messages.message import Message
from bot.messages.texts import Texts
from bot.people import staff
from bot.people.staff import Member, Role, rights_of
from bot.sandbox.client import SandboxClient
from bot.settings import Settings
from handlers.staff import roster
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of
from tests.handlers.staff.conftest import LI, SHEN, enlist, pressed, roles


async def test_owner_reads_the_list_with_a_button_for_each(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, LI, Role.MENTOR_DESK)
    shown = await telegram.ask(SHEN, "/staff")
    assert shown.text.splitlines() == [
        "园区工作人员（2 人）",
        "· 沈敏：负责人",
        f"· {LI}：导师日专员",
        ZH("team-pick"),
    ]
    assert [(one.text, one.data) for one in shown.buttons] == [
        ("沈敏 · 负责人", f"staff-member:{SHEN}"),
        (f"{LI} · 导师日专员", f"staff-member:{LI}"),
        (ZH("team-button-invite"), "staff-invite"),
    ]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OWNER])
async def test_other_staff_read_the_list_without_buttons(
    staffed: Assistant, telegram: SandboxClient, role: Role
) -> None:
    await enlist(staffed.services.database, EMMA, role, "Emma")
    shown = await telegram.ask(EMMA, "/staff")
    assert shown.text.splitlines() == [
        EN("team-title", count=2),
        "· 沈敏: Owner",
        f"· Emma: {EN(f'role-{role}')}",
        EN("team-read-only"),
    ]
    assert shown.buttons == ()


@pytest.mark.parametrize(("person", "texts"), [(LIN, ZH), (EMMA, EN)])
async def test_tenant_is_told_that_it_is_for_staff(
    staffed: Assistant, telegram: SandboxClient, person: int, texts: Texts
) -> None:
    refused = await telegram.ask(person, "/staff")
    assert (refused.text, refused.buttons) == (texts("access-staff-only"), ())


async def test_first_owner_to_be_learns_the_number_to_be_added_with(park: Assistant, telegram: SandboxClient) -> None:
    assert (await telegram.ask(LIN, "/staff")).text == ZH("access-no-owner", id=f"{LIN}")
    await enlist(park.services.database, LIN, Role.OWNER)
    assert (await telegram.ask(LIN, "/staff")).text.startswith(ZH("team-title", count=1))


async def test_card_tells_role_rights_and_who_invited(staffed: Assistant, telegram: SandboxClient) -> None:
    await staff.put(staffed.services.database, Member(LI, Role.EDITOR, "小李", AT, added_by=SHEN))
    card = await pressed(telegram, SHEN, await telegram.ask(SHEN, "/staff"), f"staff-member:{LI}")
    assert card.text.splitlines() == [
        "小李",
        "角色：资料编辑",
        "可以：改资料、答复提问、查看全部",
        "加入：2026-11-23 10:00，沈敏邀请",
        ZH("team-change"),
    ]
    assert data_of(card, "staff-role:") == [f"staff-role:{LI}:{role}" for role in Role if role is not Role.EDITOR]
    back = await pressed(telegram, SHEN, card, "staff:0")
    assert back.text.startswith(ZH("team-title", count=2))


async def test_role_is_changed_even_after_a_restart(
    settings: Settings, clock: FakeClock, telegram: SandboxClient
) -> None:
    await telegram.create_person("沈敏", person_id=SHEN)
    async with assistant(settings, clock) as park:
        await enlist(park.services.database, SHEN, Role.OWNER)
        await enlist(park.services.database, LI, Role.VIEWER)
        card = await pressed(telegram, SHEN, await telegram.ask(SHEN, "/staff"), f"staff-member:{LI}")
    async with assistant(settings, clock) as park:
        toast = await telegram.press(SHEN, card.id, f"staff-role:{LI}:agent")
        (changed,) = await telegram.wait_messages(SHEN, after=card.change)
        assert toast.text == ZH("team-saved")
        assert ZH("team-role", role="咨询员") in changed.text
        assert await roles(park) == {SHEN: Role.OWNER, LI: Role.AGENT}


async def test_removal_asks_first(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, LI, Role.VIEWER, "小李")
    card = await pressed(telegram, SHEN, await telegram.ask(SHEN, "/staff"), f"staff-member:{LI}")
    question = await pressed(telegram, SHEN, card, f"staff-remove:{LI}:ask")
    assert question.text == f"{ZH('team-remove-title', name='小李')}\n{ZH('team-remove-text')}"
    kept = await pressed(telegram, SHEN, question, f"staff-member:{LI}")
    assert LI in await roles(staffed)
    question = await pressed(telegram, SHEN, kept, f"staff-remove:{LI}:ask")
    shown = await pressed(telegram, SHEN, question, f"staff-remove:{LI}:yes")
    assert shown.text.startswith(ZH("team-title", count=1))
    assert await roles(staffed) == {SHEN: Role.OWNER}


@pytest.mark.parametrize("press", [f"staff-role:{SHEN}:viewer", f"staff-remove:{SHEN}:yes"])
async def test_last_owner_stays(staffed: Assistant, telegram: SandboxClient, press: str) -> None:
    card = await pressed(telegram, SHEN, await telegram.ask(SHEN, "/staff"), f"staff-member:{SHEN}")
    if press.endswith("yes"):
        card = await pressed(telegram, SHEN, card, f"staff-remove:{SHEN}:ask")
    told = await telegram.press(SHEN, card.id, press)
    assert (told.text, told.alert) == (ZH("team-last-owner"), True)
    assert await roles(staffed) == {SHEN: Role.OWNER}


async def test_owner_who_takes_another_role_has_no_buttons_left(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, LI, Role.OWNER)
    card = await pressed(telegram, SHEN, await telegram.ask(SHEN, "/staff"), f"staff-member:{SHEN}")
    shown = await pressed(telegram, SHEN, card, f"staff-role:{SHEN}:viewer")
    assert shown.text.endswith(ZH("team-read-only"))
    assert shown.buttons == ()


async def test_owner_who_leaves_is_told_so(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, LI, Role.OWNER)
    card = await pressed(telegram, SHEN, await telegram.ask(SHEN, "/staff"), f"staff-member:{SHEN}")
    question = await pressed(telegram, SHEN, card, f"staff-remove:{SHEN}:ask")
    left = await pressed(telegram, SHEN, question, f"staff-remove:{SHEN}:yes")
    assert (left.text, left.buttons) == (ZH("team-left"), ())
    assert (await telegram.ask(SHEN, "/staff")).text == ZH("access-staff-only")


async def test_button_of_somebody_who_is_gone_says_so(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, LI, Role.VIEWER)
    shown = await telegram.ask(SHEN, "/staff")
    card = await pressed(telegram, SHEN, shown, f"staff-member:{LI}")
    await staff.remove(staffed.services.database, LI)
    for press in (f"staff-role:{LI}:agent", f"staff-remove:{LI}:ask"):
        told = await telegram.press(SHEN, card.id, press)
        assert (told.text, told.alert) == (ZH("team-gone"), True)


async def test_owner_who_was_removed_can_press_nothing(staffed: Assistant, telegram: SandboxClient) -> None:
    """Buttons under older messages outlive a role, the right to use them does not."""
    await enlist(staffed.services.database, LI, Role.OWNER)
    shown = await telegram.ask(SHEN, "/staff")
    card = await pressed(telegram, SHEN, shown, f"staff-member:{LI}")
    await staff.change_role(staffed.services.database, SHEN, Role.EDITOR)
    refused = await telegram.press(SHEN, card.id, f"staff-role:{LI}:viewer")
    assert (refused.text, refused.alert) == (ZH("access-no-right", role="资料编辑"), True)
    await staff.remove(staffed.services.database, SHEN)
    for press in (f"staff-role:{LI}:viewer", f"staff-remove:{LI}:ask", "staff:0"):
        refused = await telegram.press(SHEN, card.id, press)
        assert (refused.text, refused.alert) == (ZH("access-staff-only"), True)
    assert await roles(staffed) == {LI: Role.OWNER}


async def test_name_cannot_pose_as_a_line_of_the_list(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, LI, Role.VIEWER, "<b>小李</b>\n· 王总：负责人\u202e")
    shown = await telegram.ask(SHEN, "/staff")
    assert shown.text.splitlines()[2] == "· <b>小李</b> · 王总：负责人：查看员"


def test_large_staff_is_turned_page_by_page() -> None:
    members = [Member(number, Role.VIEWER, f"{number}", AT + timedelta(days=number)) for number in range(1, 48)]

    def shown(page: int) -> tuple[Message, list[str]]:
        message = roster.managed(ZH, members, [], page)
        return message, [button.data for row in message.buttons for button in row]

    assert [len([data for data in shown(page)[1] if data.startswith("staff-member:")]) for page in range(4)] == [
        20,
        20,
        7,
        7,
    ]
    assert [[data for data in shown(page)[1] if data.startswith("staff:")] for page in range(3)] == [
        ["staff:1"],
        ["staff:0", "staff:2"],
        ["staff:1"],
    ]
    assert shown(2)[0].text.startswith("· 41：查看员\n")


@pytest.mark.parametrize("role", Role)
def test_what_a_role_may_is_told_in_words(role: Role) -> None:
    assert len(roster.rights_in(EN, role).split(", ")) == len(rights_of(role))
