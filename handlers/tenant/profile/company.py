"""A company's members: founding it, inviting, how to be seen, leaving."""

from bot.messages.message import Message
from bot.people.company import Company
from bot.people.invitations import link
from bot.profile import membership, steps
from bot.profile.errors import UnclearError
from bot.profile.invitation import invitation
from bot.profile.reading import name as readable_name
from bot.profile.steps import NAME, SHOWN_AS
from handlers.callbacks import StalePressError
from handlers.replies import acknowledge
from handlers.tenant.profile.turn import Turn


async def found(turn: Turn, _rest: list[str]) -> Message:
    """Asks for the name of a new company."""
    if not turn.sheet.is_own:
        raise StalePressError
    await steps.keep(turn.place, turn.awaiting(NAME))
    return membership.founding(turn.sheet)


async def rename(turn: Turn, _rest: list[str]) -> Message:
    """Asks for another name of the company."""
    own_company(turn)
    await steps.keep(turn.place, turn.awaiting(NAME))
    return membership.founding(turn.sheet)


async def invite(turn: Turn, _rest: list[str]) -> Message | None:
    """Sends a new invitation beside the overview."""
    secret = await steps.invite(turn.place, turn.sheet.standing.mark)
    if secret is None:
        raise StalePressError("company-invite-first")
    await acknowledge(turn.update)
    await turn.reply(invitation(turn.sheet, own_company(turn), link(turn.context.bot.username, secret)))
    return None


async def revoke(turn: Turn, _rest: list[str]) -> Message | None:
    if not await steps.revoke(turn.place, turn.sheet.standing.mark):
        raise StalePressError("company-invite-first")
    await acknowledge(turn.update, turn.text("company-revoked"), alert=True)
    return None


async def name(turn: Turn, _rest: list[str]) -> Message:
    """Asks how colleagues shall see the person."""
    own_company(turn)
    await steps.keep(turn.place, turn.awaiting(SHOWN_AS))
    return membership.naming(turn.sheet, first_name(turn))


async def named(turn: Turn, rest: list[str]) -> Message:
    """A press on the name that Telegram has, or on none."""
    if rest not in (["telegram"], ["none"]):
        raise StalePressError
    own_company(turn)
    chosen = first_name(turn) if rest == ["telegram"] else None
    await steps.show_as(turn.place, chosen or None, turn.awaiting(None))
    return await (await turn.again()).overview()


async def leave(turn: Turn, rest: list[str]) -> Message:
    """Asks first; leave:yes leaves."""
    company = own_company(turn)
    if rest != ["yes"]:
        return membership.leaving(turn.sheet, company, ends=await ends_with(turn))
    await steps.leave(turn.place, turn.awaiting(None))
    left = turn.text("company-left", name=company.name.to(turn.tenant.language))
    return await (await turn.again()).overview(left)


async def ends_with(turn: Turn) -> bool:
    """Whether the company of the person would be erased if they left."""
    if turn.sheet.is_own:
        return False
    return (await turn.colleagues()).hang_on_one


def own_company(turn: Turn) -> Company:
    """The company that the person belongs to; raises StalePressError where there is none."""
    company = turn.sheet.standing.company
    if company is None or turn.sheet.is_own:
        raise StalePressError
    return company


def first_name(turn: Turn) -> str:
    """What Telegram calls the person, as far as it can be read."""
    user = turn.update.effective_user
    try:
        return readable_name(user.first_name) if user else ""
    except UnclearError:
        return ""
