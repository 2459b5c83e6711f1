"""After a mentoring day: founders say how it was and how it goes on, and read what came of it."""

from collections.abc import Awaitable, Callable
from functools import partial

from telegram import Update

from bot.awaited import Awaited, Dialogue
from bot.knowledge.kinds import Programme
from bot.mentoring import result_notices
from bot.mentoring.afterwards import Asking
from bot.mentoring.errors import MentoringError
from bot.mentoring.notices import Words
from bot.mentoring.reminders.says import ANSWERS, HELP, STARS
from bot.mentoring.results import Past
from bot.messages.callbacks import AFTERWARDS, MENTOR, pack
from bot.messages.message import Button, Message
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant, expect, message_of
from handlers.replies import acknowledge, reply, show

SENTENCE = "feedback"

Step = Callable[[Update, ParkContext, Tenant, list[str]], Awaitable[None]]


@press
async def answer(update: Update, context: ParkContext) -> None:
    """A press on after:<step>:<occurrence or programme>[:<argument>]."""
    _, take, arguments = step_of(update, STEPS)
    await take(update, context, await Tenant.of(update, context), arguments)


async def take(update: Update, context: ParkContext, tenant: Tenant) -> bool:
    """Whether the message is the sentence to their stars, and is taken; anything else is left to others."""
    awaited, message = tenant.applying, message_of(update)
    if awaited is None or not message.text:
        return False
    before = awaited.took(message.message_id) == SENTENCE
    asked = awaited.asks(SENTENCE, context.now)
    if not before and (not asked or update.edited_message):
        return False
    try:
        await context.services.mentoring.afterwards.say(awaited.mark, tenant.chat_id, message.text)
    except MentoringError as error:
        await expect(context, tenant, awaited.ended())
        await reply(update, context, Message(tenant.texts(error.text)))
        return True
    said = Awaited(context.now, tenant.language, mark=awaited.mark, dialogue=Dialogue.MENTORING, taken=awaited.taken)
    await expect(context, tenant, said.taking(message.message_id, SENTENCE))
    await reply(update, context, Message(tenant.texts("feedback-thanks")))
    return True


async def _stars(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    texts, stars = tenant.texts, number(arguments[1])
    if stars not in STARS:
        raise StalePressError
    day = await context.services.mentoring.afterwards.rate(number(arguments[0]), tenant.chat_id, stars)
    awaited = Awaited(context.now, tenant.language, SENTENCE, mark=day.id, dialogue=Dialogue.MENTORING)
    await expect(context, tenant, awaited)
    await acknowledge(update)
    skip = Button(texts("feedback-button-skip"), pack(AFTERWARDS, "skip", day.id))
    heading = texts("feedback-given", count=stars)
    await show(update, context, Message(texts("feedback-sentence"), heading=heading, buttons=((skip,),)))


async def _skip(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:  # noqa: ARG001
    await acknowledge(update)
    await show(update, context, Message(tenant.texts("feedback-thanks")))


async def _follow_up(said: str, update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """How it goes; who is stuck reads what whoever asks for people reads."""
    asking = Asking(tenant.chat_id, message_of(update).message_id, tenant.language)
    afterwards = context.services.mentoring.afterwards
    day = await afterwards.follow_up(number(arguments[0]), asking, number(arguments[1]), said)
    await acknowledge(update)
    heading = tenant.texts("follow-up-noted", name=day.programme.name.to(tenant.language))
    await show(update, context, Message(tenant.texts(f"follow-up-{said}"), heading=heading))
    if said == HELP:
        await reply(update, context, await context.services.answering.handover(tenant.language, context.now))


async def _past(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """What came of the party's last days."""
    texts, snapshot = tenant.texts, await context.services.answering.knowledge(context.now)
    programme = snapshot.get(Programme, arguments[0])
    if programme is None:
        raise StalePressError("mentoring-error-gone")
    lines, rows = [], []
    for one in await context.services.mentoring.results.of_party(programme.id, tenant.chat_id):
        words = Words(one.day, snapshot, context.now)
        lines += [words.when(texts), *_results(tenant, words, one)]
        rows += [row for row in result_notices.ways_on(words, texts, one.results) if row not in rows]
    back = (Button(texts("button-back"), pack(MENTOR, "open", programme.id)),)
    heading = texts("results-past", name=programme.name.to(tenant.language))
    await acknowledge(update)
    text = "\n".join(lines) or texts("results-past-none")
    await show(update, context, Message(text, heading=heading, buttons=(*rows, back)))


def _results(tenant: Tenant, words: Words, one: Past) -> list[str]:
    told = [line for found in one.results for line in result_notices.lines(words, tenant.texts, found)]
    return told or [tenant.texts("results-waiting")]


STEPS: dict[tuple[str, int], Step] = {
    ("stars", 2): _stars,
    ("skip", 1): _skip,
    ("past", 1): _past,
    **{(said, 2): partial(_follow_up, said) for said in ANSWERS},
}
"""By the step's name and how many arguments it has."""
