"""How handlers speak: a new message, an edit in place, a toast on a pressed button."""

from dataclasses import replace

import structlog
from telegram import CallbackQuery, Chat, Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.answering.types import Answer, Context
from bot.delivery import telegram
from bot.messages.callbacks import LIST, PERSONAL, RATE, WHY, pack, unpack
from bot.messages.message import Button, Message, Rows
from bot.tenants import keep_context
from handlers.context import ParkContext, Tenant

log = structlog.get_logger(__name__)


async def reply(update: Update, context: ParkContext, message: Message, *, instead_of: int | None = None) -> int | None:
    """Sends to the chat of the update, in a group as a reply, or edits our message `instead_of`; its id if known."""
    chat, asked = update.effective_chat, update.effective_message
    if chat is None:
        raise ValueError("an update without a chat cannot be replied to")
    message = _fitting(message, chat)
    if instead_of is not None:
        return await telegram.edit(context.bot, chat.id, instead_of, message)
    quoted = asked.message_id if asked and chat.type != ChatType.PRIVATE else None
    return await telegram.send(context.bot, chat.id, message, reply_to=quoted)


async def show(update: Update, context: ParkContext, message: Message) -> int | None:
    """Puts the message in the place of the one whose button was pressed; its id if known."""
    query = update.callback_query
    if query is None or query.message is None:
        return await reply(update, context, message)
    chat = query.message.chat
    return await telegram.edit(context.bot, chat.id, query.message.message_id, _fitting(message, chat))


async def show_answer(update: Update, context: ParkContext, tenant: Tenant, answer: Answer) -> None:
    """Shows an answer in place, with the thumbs that were there or else the way back; what follows refers to it."""
    await keep_context(context.services.database, tenant.chat_id, _going_on(answer.context, tenant.context))
    below = rows_of(update, RATE) or _way_back(update, tenant, answer)
    below += rows_of(update, WHY)
    await show(update, context, replace(answer.message, buttons=answer.message.buttons + below))


async def acknowledge(update: Update, text: str = "", *, alert: bool = False) -> None:
    """Stops the button's spinner; a press that is too old to be answered does no harm."""
    if update.callback_query is None:
        return
    try:
        await update.callback_query.answer(text or None, show_alert=alert)
    except BadRequest as error:
        if "query" not in error.message.lower():
            raise
        log.info("press.too_old")


def _fitting(message: Message, chat: Chat) -> Message:
    """The message as the chat may show it: in a group without the buttons that are about oneself."""
    if chat.type == ChatType.PRIVATE:
        return message
    kept = (tuple(button for button in row if unpack(button.data)[0] not in PERSONAL) for row in message.buttons)
    return replace(message, buttons=tuple(row for row in kept if row))


def _way_back(update: Update, tenant: Tenant, answer: Answer) -> Rows:
    """From a fact to the list of its kind; a record's card has this button itself."""
    if update.callback_query is None or answer.context is None or answer.context.aspect is None:
        return ()
    return ((Button(tenant.texts("button-back"), pack(LIST, answer.records[0][0], 0)),),)


def _going_on(context: Context | None, before: Context | None) -> Context | None:
    """A press says nothing, so what was typed before still tells the language."""
    return replace(context, text=context.text or before.text) if context and before else context


def rows_of(update: Update, action: str) -> Rows:
    """The rows that begin with the action, like the thumbs, under the message whose button was pressed."""
    return tuple(row for row in buttons_of(update.callback_query) if row[0].data.startswith(f"{action}:"))


def buttons_of(query: CallbackQuery | None) -> Rows:
    """The buttons under the message that was pressed on; none under one that Telegram no longer shows us."""
    markup = getattr(query.message, "reply_markup", None) if query else None
    if markup is None:
        return ()
    return tuple(
        tuple(Button(button.text, data=str(button.callback_data or ""), url=button.url or "") for button in row)
        for row in markup.inline_keyboard
    )
