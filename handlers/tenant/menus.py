"""Browsing: lists of a kind, cards and single facts, one message edited in place."""

from telegram import Update

from bot.answering.types import Answer
from bot.knowledge.kinds import KINDS
from handlers.callbacks import Handler, StalePressError, arguments_of, number, press
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply, show, show_answer


def menu_of(kind: str) -> Handler:
    """The handler of a command that opens the list of a kind."""

    async def open_menu(update: Update, context: ParkContext) -> None:
        tenant = await Tenant.of(update, context)
        await reply(update, context, await context.services.answering.menu(kind, 0, tenant.language, context.now))

    return open_menu


@press
async def turn_page(update: Update, context: ParkContext) -> None:
    """A press on list:<kind>:<page>."""
    kind, page = arguments_of(update, 2)
    tenant = await Tenant.of(update, context)
    message = await context.services.answering.menu(_known(kind), number(page), tenant.language, context.now)
    await acknowledge(update)
    await show(update, context, message)


@press
async def show_card(update: Update, context: ParkContext) -> None:
    """A press on show:<kind>:<id>."""
    kind, record_id = arguments_of(update, 2)
    tenant = await Tenant.of(update, context)
    card = context.services.answering.card
    await _put(
        update, context, tenant, await card(_known(kind), record_id, tenant.language, context.now, tenant.company)
    )


@press
async def show_fact(update: Update, context: ParkContext) -> None:
    """A press on fact:<kind>:<id>:<aspect>."""
    kind, record_id, aspect = arguments_of(update, 3)
    tenant = await Tenant.of(update, context)
    answer = await context.services.answering.fact(
        _known(kind), record_id, aspect, tenant.language, context.now, tenant.company
    )
    await _put(update, context, tenant, answer)


async def _put(update: Update, context: ParkContext, tenant: Tenant, answer: Answer | None) -> None:
    if answer is None:
        raise StalePressError("press-record-gone")
    await acknowledge(update)
    await show_answer(update, context, tenant, answer)


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise StalePressError
    return kind
