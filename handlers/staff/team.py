"""/staff: who is in the staff; an owner gives other roles and removes people."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from telegram import Update

from bot.messages.message import Message
from bot.people import staff, staff_invitations
from bot.people.staff import LastOwnerError, Member, NotStaffError, Right, Role
from handlers import menu
from handlers.access import may, requires
from handlers.callbacks import MAX_PERSON_DIGITS, StalePressError, arguments_of, number, press
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply, show
from handlers.staff import roster

log = structlog.get_logger(__name__)


async def team(update: Update, context: ParkContext) -> None:
    await reply(update, context, await listed(update, context))
    if update.effective_user:
        await menu.renew(context, update.effective_user.id)


@press
@requires(Right.STAFF)
async def turn_page(update: Update, context: ParkContext) -> None:
    """A press on staff:<page>."""
    (page,) = arguments_of(update, 1)
    message = await listed(update, context, number(page))
    await acknowledge(update)
    await show(update, context, message)


@press
@requires(Right.STAFF)
async def show_member(update: Update, context: ParkContext) -> None:
    """A press on staff-member:<telegram id>."""
    (telegram_id,) = arguments_of(update, 1)
    message = await _card(update, context, _person(telegram_id))
    await acknowledge(update)
    await show(update, context, message)


@press
@requires(Right.STAFF)
async def change_role(update: Update, context: ParkContext) -> None:
    """A press on staff-role:<telegram id>:<role>."""
    telegram_id, role = arguments_of(update, 2)
    person = _person(telegram_id)
    if role not in set(Role):
        raise StalePressError
    with _told():
        await staff.change_role(context.services.database, person, Role(role))
    log.info("staff.changed", role=role)
    tenant = await Tenant.of(update, context)
    await acknowledge(update, tenant.texts("team-saved"))
    manages = await may(update, context, Right.STAFF)  # no longer, if it was their own role
    await show(update, context, await (_card(update, context, person) if manages else listed(update, context)))
    await menu.renew(context, person)


@press
@requires(Right.STAFF)
async def remove(update: Update, context: ParkContext) -> None:
    """A press on staff-remove:<telegram id>:<ask|yes>."""
    telegram_id, step = arguments_of(update, 2)
    person = _person(telegram_id)
    tenant = await Tenant.of(update, context)
    if step == roster.ASK:
        member = await _member(context, person)
        await acknowledge(update)
        await show(update, context, roster.removal(tenant.texts, member))
        return
    if step != roster.YES:
        raise StalePressError
    with _told():
        await staff.remove(context.services.database, person)
    log.info("staff.removed")
    await acknowledge(update, tenant.texts("team-removed"))
    left = person == tenant.chat_id
    await show(update, context, Message(tenant.texts("team-left")) if left else await listed(update, context))
    await menu.renew(context, person)


async def listed(update: Update, context: ParkContext, page: int = 0) -> Message:
    """Everybody; with buttons for those who may change something."""
    tenant, database = await Tenant.of(update, context), context.services.database
    members = await staff.team(database)
    if not await may(update, context, Right.STAFF):
        return roster.listed(tenant.texts, members)
    waiting = await staff_invitations.waiting(database, context.now)
    open_until = [(one.role, context.local(one.expires_at)) for one in waiting]
    return roster.managed(tenant.texts, members, open_until, page)


async def _card(update: Update, context: ParkContext, telegram_id: int) -> Message:
    texts = (await Tenant.of(update, context)).texts
    member = await _member(context, telegram_id)
    by = await staff.find(context.services.database, member.added_by) if member.added_by else None
    return roster.card(texts, member, context.local(member.added_at), by)


async def _member(context: ParkContext, telegram_id: int) -> Member:
    with _told():
        if member := await staff.find(context.services.database, telegram_id):
            return member
        raise NotStaffError(telegram_id)


def _person(argument: str) -> int:
    return number(argument, MAX_PERSON_DIGITS)


@contextmanager
def _told() -> Iterator[None]:
    """What cannot be done is told to whoever pressed."""
    try:
        yield
    except LastOwnerError as error:
        raise StalePressError("team-last-owner") from error
    except NotStaffError as error:
        raise StalePressError("team-gone") from error
