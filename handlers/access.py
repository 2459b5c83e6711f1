"""Who may: the one place where handlers are closed to those who have not the right."""

from collections.abc import Callable
from functools import wraps

import structlog
from telegram import Update

from bot.mentoring import reviewers
from bot.mentoring.reviewers import Reviewer
from bot.messages.message import Message
from bot.people import mentors, staff
from bot.people.staff import Member, Right, Role
from handlers import menu
from handlers.callbacks import Handler, StalePressError
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply
from storage.models import Mentor

log = structlog.get_logger(__name__)


def requires(right: Right) -> Callable[[Handler], Handler]:
    """A handler of a command or a press for staff with the right; everybody else is told so, and nothing is done."""

    def closed(handle: Handler) -> Handler:
        @wraps(handle)
        async def handler(update: Update, context: ParkContext) -> None:
            member = await member_of(update, context)
            if member and member.may(right):
                await handle(update, context)
            else:
                log.info("access.refused", right=right.value, role=member.role.value if member else None)
                await _refuse(update, context, member)

        return handler

    return closed


async def member_of(update: Update, context: ParkContext) -> Member | None:
    """Who writes or presses, if of the staff: as the store says now, for somebody may be removed at any time."""
    user = update.effective_user
    return await staff.find(context.services.database, user.id) if user else None


async def may(update: Update, context: ParkContext, right: Right) -> bool:
    member = await member_of(update, context)
    return member is not None and member.may(right)


async def demand(update: Update, context: ParkContext, right: Right) -> None:
    """For a step of what others may look at; raises StalePressError without the right."""
    if not await may(update, context, right):
        raise StalePressError("mentoring-error-no-right")


async def mentor_of(update: Update, context: ParkContext) -> Mentor | None:
    """Who writes or presses, if an expert with an account: what they may see is of their own member alone."""
    user = update.effective_user
    return await mentors.find(context.services.database, user.id) if user else None


async def reviewer_of(update: Update, context: ParkContext) -> Reviewer | None:
    """Who writes or presses, if they see what came of meetings: of the staff, or an expert."""
    user = update.effective_user
    return await reviewers.find(context.services.database, user.id) if user else None


async def _refuse(update: Update, context: ParkContext, member: Member | None) -> None:
    tenant = await Tenant.of(update, context)
    text = await _reason(update, context, tenant, member)
    if update.callback_query:
        await acknowledge(update, text, alert=True)
    else:
        await reply(update, context, Message(text))
    if member is None and tenant.private:
        await menu.renew(context, tenant.chat_id)  # whoever was removed at the command line still has the old one


async def _reason(update: Update, context: ParkContext, tenant: Tenant, member: Member | None) -> str:
    texts = tenant.texts
    if member:
        return texts("access-no-right", role=texts(f"role-{member.role}"))
    if update.effective_user and not await _is_owned(context):
        return texts("access-no-owner", id=f"{update.effective_user.id}")
    return texts("access-staff-only")


async def _is_owned(context: ParkContext) -> bool:
    return any(one.role is Role.OWNER for one in await staff.team(context.services.database))
