"""Questions: typed, edited, and in groups those that are meant for the assistant."""

from dataclasses import replace
from time import perf_counter

import structlog
from telegram import Update

from bot import exchanges, metrics
from bot.answering.types import Answer, Outcome, Question
from bot.exchanges import Asked
from bot.messages.message import Rows
from bot.people.staff import Right
from handlers.access import may
from handlers.context import ParkContext, Tenant, message_of
from handlers.groups import said_to
from handlers.replies import reply
from handlers.staff import mentoring_changes, results
from handlers.staff.announcements import typed as announcing
from handlers.staff.why import why_button
from handlers.tenant import afterwards, mentoring
from handlers.tenant.feedback import thumbs
from handlers.tenant.profile import typed
from handlers.tenant.start import greeting

log = structlog.get_logger(__name__)

LONGEST = 4096  # characters, as Telegram has it


async def ask(update: Update, context: ParkContext) -> None:
    """A question gets one answer, and an edited one has its answer edited; the dialogues take their own."""
    message = message_of(update)
    text = said_to(context.bot.username, message)
    tenant = await Tenant.of(update, context, text)
    if tenant.private and await _taken(update, context, tenant):
        return
    if not text:
        await reply(update, context, greeting(tenant.texts, "help"))
        return
    before = await exchanges.find(context.services.database, tenant.chat_id, message.message_id)
    if before and before.reply_id and not update.edited_message:
        log.info("question.answered_before")
        return
    about = before.context if before else tenant.context
    by_staff = tenant.private and await may(update, context, Right.READ)
    asked = Asked(tenant.chat_id, tenant.chat_type, message.message_id, text, about, by_staff)
    answer = await _think(context, tenant, asked)
    exchange = await exchanges.begin(context.services.database, asked, answer, context.now)
    below = _below(tenant, answer, exchange.id, by_staff=by_staff)
    shown = await reply(update, context, replace(answer.message, buttons=below), instead_of=exchange.reply_id)
    await exchanges.sent(context.services.database, tenant.chat_id, exchange.id, shown, answer.context)


async def _taken(update: Update, context: ParkContext, tenant: Tenant) -> bool:
    """Whether the message belongs to a dialogue, which has answered it."""
    for take in (announcing.take, mentoring.take, mentoring_changes.take, afterwards.take, results.take, typed.take):
        if await take(update, context, tenant):
            return True
    return False


def _below(tenant: Tenant, answer: Answer, exchange_id: int, *, by_staff: bool) -> Rows:
    """The answer's own buttons, then the thumbs, then why; last the way back to the profile's dialogue."""
    rated = (thumbs(tenant.texts, exchange_id),) if answer.outcome is Outcome.ANSWER else ()
    asked_why = (why_button(tenant.texts, exchange_id),) if by_staff else ()
    return (*answer.message.buttons, *rated, *asked_why, *typed.way_back(tenant))


async def _think(context: ParkContext, tenant: Tenant, asked: Asked) -> Answer:
    started = perf_counter()
    question = Question(asked.text[:LONGEST], context.now, tenant.language, tenant.company, asked.context)
    answer = await context.services.answering.answer(question)
    metrics.ANSWER_SECONDS.observe(perf_counter() - started)
    metrics.ANSWERS.labels(outcome=answer.outcome.value, language=answer.language.value).inc()
    log.info("question.answered", outcome=answer.outcome.value, records=answer.records[:3])
    return answer
