"""/forgetme: everything about the chat is erased, after a second word."""

from telegram import Update

from bot import tenants
from bot.messages.callbacks import FORGET, pack
from bot.messages.message import Button, Message
from handlers.access import member_of
from handlers.callbacks import StalePressError, press
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply, show
from handlers.tenant.profile.company import ends_with
from handlers.tenant.profile.turn import Turn

YES = pack(FORGET, "yes")
NO = pack(FORGET, "no")


async def forget_me(update: Update, context: ParkContext) -> None:
    await reply(update, context, await _confirmation(await Turn.of(update, context)))


@press
async def confirm(update: Update, context: ParkContext) -> None:
    """A press on forget, which asks, or on forget:<yes|no>."""
    turn = await Turn.of(update, context)
    tenant = turn.tenant
    data = update.callback_query.data if update.callback_query else None
    if data == FORGET:
        message = await _confirmation(turn)
    elif data == YES:
        await context.services.mentoring.applying.withdraw_all(tenant.chat_id)
        await tenants.forget(context.services.database, tenant.chat_id)
        message = Message(await _with_role(update, context, tenant.texts("forget-done")))
    elif data == NO:
        message = Message(tenant.texts("forget-kept"))
    else:
        raise StalePressError
    await acknowledge(update)
    await show(update, context, message)


async def _confirmation(turn: Turn) -> Message:
    texts, company = turn.tenant.texts, turn.tenant.company
    lines = [texts("forget-text")]
    if company and not turn.sheet.is_own:
        lines.append(texts("forget-leaves", company=company.name.to(turn.tenant.language)))
    if await ends_with(turn):
        lines.append(texts("company-leave-last"))
    text = await _with_role(turn.update, turn.context, "\n".join(lines))
    buttons = ((Button(texts("forget-button-no"), NO), Button(texts("forget-button-yes"), YES)),)
    return Message(text, heading=texts("forget-title"), buttons=buttons)


async def _with_role(update: Update, context: ParkContext, text: str) -> str:
    """Staff are told that their role stays: it is the park's, and an owner takes it away."""
    member = await member_of(update, context)
    if member is None:
        return text
    texts = (await Tenant.of(update, context)).texts
    return f"{text}\n{texts('forget-staff', role=texts(f'role-{member.role}'))}"
