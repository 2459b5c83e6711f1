"""Texts that are typed while the profile's dialogue waits: answers, words that steer it, or questions."""

import re
from dataclasses import replace

from telegram import Update

from bot.answering.text import HAN
from bot.answering.types import Outcome, Question
from bot.awaited import Awaited
from bot.languages import Language
from bot.messages.callbacks import PROFILE, pack
from bot.messages.message import Button, Message
from bot.people.standing import LeftError
from bot.profile import membership, prompts, reading, steps
from bot.profile.errors import UnclearError
from bot.profile.facts import NAMED, Fact
from bot.profile.reading import Steer
from bot.profile.steps import NAME, SHOWN_AS
from handlers.context import ParkContext, Tenant, message_of
from handlers.tenant.profile.answers import corrected, current, onward, told
from handlers.tenant.profile.company import first_name
from handlers.tenant.profile.turn import Turn

SURE = 0.9
"""How confident an answer must be that takes a text for a question which does not look like one."""
_ENGLISH = re.compile(r"[a-z]{2,}\W+(?:.*\W)?[a-z]{2,}", re.IGNORECASE)


async def take(update: Update, context: ParkContext, tenant: Tenant) -> bool:
    """Whether the message was one of the dialogue, and is answered; anything else is left to others."""
    message, awaited = message_of(update), tenant.awaited
    if awaited is None or not message.text:
        return False
    before = awaited.took(message.message_id)
    question = before or (awaited.question if tenant.waits and not update.edited_message else None)
    if question is None or (before and awaited.mark != tenant.standing.mark):
        return False
    turn = await Turn.of(update, context, _speaking(tenant, awaited, message.text, question))
    try:
        if before and not update.edited_message:  # worked off once already, before a crash
            answer: Message | None = await current(turn)
        else:
            answer = await _answer(turn, question, message.text, edited=before is not None)
    except LeftError:
        answer = await (await turn.again()).rest(turn.text("profile-stale"))
    if answer is None:
        waiting = replace(awaited, at=context.now)
        await steps.keep(turn.place, waiting)
        return False
    await turn.reply(answer)
    return True


def way_back(tenant: Tenant) -> tuple[tuple[Button, ...], ...]:
    """The row below an answer to a question that was asked in the middle of the dialogue."""
    if not tenant.waits:
        return ()
    return ((Button(tenant.texts("profile-button-resume"), pack(PROFILE, "resume", tenant.standing.mark)),),)


async def _answer(turn: Turn, question: str, text: str, *, edited: bool) -> Message | None:
    """None for a question of another matter."""
    if question in NAMED:
        return await _fact(turn, NAMED[question], text, edited=edited)
    if reading.steer(text) is not None and not edited:
        return await turn.rest(answered=question)
    if reading.is_question(text) and ("?" in text or "？" in text or await _is_known(turn, text)):
        return None
    try:
        name = reading.name(text)
    except UnclearError as unclear:
        return await current(turn, turn.text(f"profile-unclear-{unclear.key}"))
    return await (_company(turn, name, edited=edited) if question == NAME else _shown(turn, name, edited=edited))


async def _fact(turn: Turn, fact: Fact, text: str, *, edited: bool) -> Message | None:
    awaited = turn.tenant.awaited
    in_round = bool(awaited and awaited.round)
    if not edited and (step := reading.steer(text)):
        return await _steered(turn, fact, step, in_round=in_round)
    try:
        value = reading.value(fact, text, turn.sheet.park, turn.sheet.now)
    except UnclearError as unclear:
        if reading.is_question(text) or (unclear.is_nothing_like_it and await _is_known(turn, text)):
            return None
        return prompts.unclear(turn.sheet, fact, unclear.key, in_round=in_round)
    if edited:
        return await corrected(turn, fact, value)
    return await told(turn, fact, value, in_round=in_round, typed=True)


async def _steered(turn: Turn, fact: Fact, step: Steer, *, in_round: bool) -> Message:
    if step is Steer.STOP or not in_round:
        return await turn.rest(answered=fact.name)
    if step is Steer.SKIP:
        return await onward(turn, fact, answered=fact.name)
    return await turn.ask(turn.sheet.before(fact) or fact, in_round=True, answered=fact.name)


async def _company(turn: Turn, name: str, *, edited: bool) -> Message:
    """Founds a company of that name, or gives the name to the one that there is."""
    if turn.sheet.is_own:
        await steps.found(turn.place, name, turn.awaiting(None, answered=NAME))
        turn = await turn.again()
        return membership.naming(turn.sheet, first_name(turn), turn.text("company-founded", name=name))
    await steps.tell(turn.place, {"name": name}, _afterwards(turn, NAME, edited=edited))
    return await current(await turn.again())


async def _shown(turn: Turn, name: str, *, edited: bool) -> Message:
    await steps.show_as(turn.place, name, _afterwards(turn, SHOWN_AS, edited=edited))
    return await current(await turn.again())


def _afterwards(turn: Turn, answered: str, *, edited: bool) -> Awaited:
    """An answer that is corrected leaves open what is being asked by now."""
    before = turn.tenant.awaited
    return before if edited and before else turn.awaiting(None, answered=answered)


async def _is_known(turn: Turn, text: str) -> bool:
    """Whether the park's knowledge has an answer to it."""
    question = Question(text, turn.context.now, turn.tenant.language, turn.tenant.company)
    answer = await turn.context.services.answering.answer(question)
    return answer.outcome is Outcome.ANSWER and answer.confidence >= SURE


def _speaking(tenant: Tenant, awaited: Awaited, text: str, question: str) -> Tenant:
    """In the language of the dialogue, unless an answer is clearly in the other; a number or a name does not tell."""
    if tenant.chosen or question not in NAMED:
        return replace(tenant, language=tenant.chosen or awaited.language)
    language = Language.ZH if HAN.search(text) else Language.EN if _ENGLISH.search(text) else awaited.language
    return replace(tenant, language=language)
