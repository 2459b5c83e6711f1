"""Why an answer was given, for staff: the button under it and what it tells."""

from telegram import Update

from bot import exchanges
from bot.answering.explaining import explained
from bot.delivery.telegram import send
from bot.knowledge import store
from bot.messages.callbacks import WHY, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts
from bot.people.staff import Right
from handlers.access import requires
from handlers.callbacks import StalePressError, arguments_of, number, press
from handlers.context import ParkContext, Tenant, message_of
from handlers.replies import acknowledge


def why_button(texts: Texts, exchange_id: int) -> tuple[Button, ...]:
    """The row under an answer."""
    return (Button(texts("explain-button"), pack(WHY, exchange_id)),)


@press
@requires(Right.READ)
async def why(update: Update, context: ParkContext) -> None:
    """A press on why:<exchange>: what was understood then, as a reply to the answer."""
    (exchange_id,) = arguments_of(update, 1)
    tenant, database = await Tenant.of(update, context), context.services.database
    one = await exchanges.why(database, tenant.chat_id, number(exchange_id))
    if one is None:
        raise StalePressError
    await acknowledge(update)
    texts, then, now = tenant.texts, one.explanation.revision, await store.revision(database)
    lines = [
        texts("explain-asked", time=context.local(one.at)),
        explained(one.outcome, one.confidence, one.explanation, texts),
    ]
    if then != now:
        lines.append(texts("explain-changed", then=then, now=now))
    message = Message("\n".join(lines))
    await send(context.bot, tenant.chat_id, message, reply_to=message_of(update).message_id)
