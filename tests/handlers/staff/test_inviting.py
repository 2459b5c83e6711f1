import re

import pytest
from sqlalchemy import text as sql

from bot.app import Assistant, assistant
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from bot.settings import Settings
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of
from tests.handlers.staff.conftest import LI, SHEN, enlist, pressed, roles

LINK = re.compile(r"https://t\.me/parkbot\?start=(staff_[A-Za-z0-9_-]{32})$", re.MULTILINE)


async def invitation(telegram: SandboxClient, role: Role = Role.AGENT) -> MessageView:
    """The message that the owner gets to forward."""
    choice = await pressed(telegram, SHEN, await telegram.ask(SHEN, "/staff"), "staff-invite")
    await telegram.press(SHEN, choice.id, f"staff-invite:{role}")
    (made,) = await telegram.wait_messages(SHEN, after=choice.change)
    return made


def payload(made: MessageView) -> str:
    found = LINK.search(made.text)
    assert found
    return found[1]


async def test_owner_chooses_the_role_of_a_newcomer(staffed: Assistant, telegram: SandboxClient) -> None:
    choice = await pressed(telegram, SHEN, await telegram.ask(SHEN, "/staff"), "staff-invite")
    assert data_of(choice, "staff-invite:") == [f"staff-invite:{role}" for role in Role]
    assert "· 资料编辑：改资料、答复提问、查看全部" in choice.text.splitlines()
    assert (await pressed(telegram, SHEN, choice, "staff:0")).text.startswith(ZH("team-title", count=1))


async def test_newcomer_opens_the_link_and_is_staff(staffed: Assistant, telegram: SandboxClient) -> None:
    made = await invitation(telegram)
    assert made.text.startswith(ZH("invite-link-title", role="咨询员"))
    assert "2026-11-24 10:00" in made.text
    assert made.buttons == ()
    welcome = await telegram.ask(LI, f"/start {payload(made)}")
    rights = "答复提问、查看全部"
    assert welcome.text == f"{ZH('invite-welcome-title')}\n{ZH('invite-welcome', role='咨询员', rights=rights)}"
    assert await roles(staffed) == {SHEN: Role.OWNER, LI: Role.AGENT}
    assert "· 小李：咨询员" in (await telegram.ask(LI, "/staff")).text


async def test_link_works_once_and_after_a_restart(
    settings: Settings, clock: FakeClock, telegram: SandboxClient
) -> None:
    await telegram.create_person("沈敏", person_id=SHEN)
    async with assistant(settings, clock) as park:
        await enlist(park.services.database, SHEN, Role.OWNER)
        link = payload(await invitation(telegram, Role.EDITOR))
    async with assistant(settings, clock) as park:
        assert (await telegram.ask(EMMA, f"/start {link}")).text.startswith(EN("invite-welcome-title"))
        assert (await telegram.ask(LIN, f"/start {link}")).text == ZH("invite-dead")
        again = await telegram.ask(EMMA, f"/start {link}")
        assert again.text.startswith(EN("invite-welcome-title"))
        assert await roles(park) == {SHEN: Role.OWNER, EMMA: Role.EDITOR}


async def test_link_expires_after_a_day(staffed: Assistant, telegram: SandboxClient, clock: FakeClock) -> None:
    link = payload(await invitation(telegram))
    clock.advance(hours=24)
    assert (await telegram.ask(LI, f"/start {link}")).text == ZH("invite-dead")
    assert LI not in await roles(staffed)


async def test_waiting_invitations_are_listed_and_can_be_withdrawn(staffed: Assistant, telegram: SandboxClient) -> None:
    link = payload(await invitation(telegram, Role.ANNOUNCER))
    shown = await telegram.ask(SHEN, "/staff")
    waiting = ZH("team-waiting", role="通知员", until="2026-11-24 10:00")
    assert waiting in shown.text.splitlines()
    withdrawn = await pressed(telegram, SHEN, shown, "staff-withdraw")
    assert waiting not in withdrawn.text
    assert data_of(withdrawn, "staff-withdraw") == []
    assert (await telegram.ask(LI, f"/start {link}")).text == ZH("invite-dead")


async def test_owner_who_opens_the_link_stays_owner(staffed: Assistant, telegram: SandboxClient) -> None:
    link = payload(await invitation(telegram, Role.VIEWER))
    assert ZH("role-owner") in (await telegram.ask(SHEN, f"/start {link}")).text
    await telegram.ask(LI, f"/start {link}")
    assert await roles(staffed) == {SHEN: Role.OWNER, LI: Role.VIEWER}


@pytest.mark.parametrize("guess", ["staff_", "staff_x", "staff", "staff_" + "A" * 32, "staff_x staff_y"])
async def test_guess_is_no_link(staffed: Assistant, telegram: SandboxClient, guess: str) -> None:
    assert (await telegram.ask(LIN, f"/start {guess}")).text == ZH("invite-dead")
    assert await roles(staffed) == {SHEN: Role.OWNER}


async def test_link_opened_in_a_group_is_sent_to_private_and_still_good(
    staffed: Assistant, telegram: SandboxClient
) -> None:
    link = payload(await invitation(telegram))
    group = await telegram.create_group("租户群", [LI])
    told = await telegram.ask(LI, f"/start@parkbot {link}", chat=group)
    assert told.text == ZH("other-private", username="parkbot")
    assert (await telegram.ask(LI, f"/start {link}")).text.startswith(ZH("invite-welcome-title"))


async def test_only_an_owner_invites(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, LI, Role.OWNER)
    await telegram.ask(LI, "/start")
    choice = await pressed(telegram, LI, await telegram.ask(LI, "/staff"), "staff-invite")
    await enlist(staffed.services.database, LI, Role.EDITOR)
    refused = await telegram.press(LI, choice.id, "staff-invite:owner")
    assert (refused.text, refused.alert) == (ZH("access-no-right", role="资料编辑"), True)
    async with staffed.services.database.read() as session:
        connection = await session.connection()
        assert (await connection.execute(sql("SELECT count(*) FROM staff_invitations"))).scalar() == 0
