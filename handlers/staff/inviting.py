"""How somebody joins the staff: an owner makes a link, the newcomer opens it."""

import structlog
from telegram import Update
from telegram.helpers import create_deep_linked_url

from bot.messages.callbacks import unpack
from bot.messages.message import Message
from bot.people import staff_invitations
from bot.people.staff import Right, Role
from handlers import menu
from handlers.access import requires
from handlers.callbacks import StalePressError, press
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply, show
from handlers.staff import roster, team

log = structlog.get_logger(__name__)

LINK = "staff"
"""A deep link is this, _ and the secret."""


@press
@requires(Right.STAFF)
async def invite(update: Update, context: ParkContext) -> None:
    """A press on staff-invite, which asks for the role, or on staff-invite:<role>, which makes the link."""
    tenant = await Tenant.of(update, context)
    match unpack((update.callback_query.data if update.callback_query else None) or ""):
        case _, []:
            await acknowledge(update)
            await show(update, context, roster.choice_of_role(tenant.texts))
        case _, [role] if role in set(Role):
            await acknowledge(update)
            await reply(update, context, await _invitation(context, tenant, Role(role)))
        case _:
            raise StalePressError


@press
@requires(Right.STAFF)
async def withdraw(update: Update, context: ParkContext) -> None:
    """A press on staff-withdraw: no link that was made until now is good any more."""
    await staff_invitations.withdraw(context.services.database)
    await acknowledge(update, (await Tenant.of(update, context)).texts("team-withdrawn"))
    await show(update, context, await team.listed(update, context))


async def accept(update: Update, context: ParkContext) -> None:
    """/start staff_<secret>: whoever opens a good link has its role from now on."""
    tenant, user = await Tenant.of(update, context), update.effective_user
    if user is None or not tenant.private:
        await reply(update, context, Message(tenant.texts("other-private", username=context.bot.username)))
        return
    secret = (context.args or [""])[0].removeprefix(f"{LINK}_")
    database = context.services.database
    member = await staff_invitations.accept(database, secret, user.id, user.full_name, context.now)
    if member is None:
        await reply(update, context, Message(tenant.texts("invite-dead")))
        return
    log.info("staff.joined", role=member.role.value)
    texts = tenant.texts
    text = texts("invite-welcome", role=texts(f"role-{member.role}"), rights=roster.rights_in(texts, member.role))
    await reply(update, context, Message(text, heading=texts("invite-welcome-title")))
    await menu.renew(context, user.id)


async def _invitation(context: ParkContext, tenant: Tenant, role: Role) -> Message:
    """A message to be forwarded to the newcomer; a private chat has the id of its person."""
    secret, made = await staff_invitations.make(context.services.database, role, tenant.chat_id, context.now)
    link = create_deep_linked_url(context.bot.username, f"{LINK}_{secret}")
    texts = tenant.texts
    text = texts("invite-text", link=link, until=context.local(made.expires_at))
    return Message(text, heading=texts("invite-link-title", role=texts(f"role-{role}")))
