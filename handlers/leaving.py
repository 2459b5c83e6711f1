"""Whoever sends a command or presses a button goes on to something else: what is typed next is a question again."""

from telegram import Update

from bot.messages.callbacks import ACKNOWLEDGE, RATE, WHY, unpack
from handlers.context import ParkContext, Tenant, expect

ASIDE = frozenset({RATE, ACKNOWLEDGE, WHY})
"""Presses that say a word about another message, and leave open what is asked."""


async def leave_question(update: Update, context: ParkContext) -> None:
    """Ends what was asked about mentoring days; the other dialogues end their own questions."""
    query = update.callback_query
    if query and unpack(query.data or "")[0] in ASIDE:
        return
    tenant = await Tenant.of(update, context)
    asked = tenant.applying or tenant.moving
    if asked and asked.question:
        await expect(context, tenant, asked.ended())
