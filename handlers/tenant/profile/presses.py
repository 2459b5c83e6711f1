"""/profile and the buttons of its dialogue."""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update

from bot.answering.types import Question
from bot.messages.callbacks import unpack
from bot.messages.message import Message
from bot.people.standing import LeftError
from bot.profile import overview, prompts, steps
from bot.profile.facts import NAMED, OTHER, Fact, Sort, choices
from bot.tenants import keep_context
from handlers.callbacks import StalePressError, number, press
from handlers.context import ParkContext
from handlers.replies import acknowledge, show
from handlers.tenant.profile import company
from handlers.tenant.profile.answers import current, onward, told
from handlers.tenant.profile.turn import Turn

Step = Callable[[Turn, list[str]], Awaitable[Message | None]]


async def profile(update: Update, context: ParkContext) -> None:
    """/profile: all that is known, or the first question."""
    turn = await Turn.of(update, context)
    await turn.reply(await _opened(turn))


@press
async def press_profile(update: Update, context: ParkContext) -> None:
    """A press on profile, or on one of its steps: profile:<step>:<mark>[:<argument>...]."""
    turn = await Turn.of(update, context)
    _, arguments = unpack((update.callback_query.data if update.callback_query else None) or "")
    if not arguments:
        await acknowledge(update)
        await turn.reply(await _opened(turn))
        return
    name, mark, *rest = [*arguments, ""][: max(2, len(arguments))]
    if name not in STEPS:
        raise StalePressError
    try:
        message = await _step(turn, STEPS[name], number(mark), rest)
    except LeftError:
        await acknowledge(update, turn.text("profile-stale"))
        await show(update, context, await (await turn.again()).rest(turn.text("profile-stale")))
        return
    if message is not None:
        await turn.show(message)


async def _step(turn: Turn, step: Step, mark: int, rest: list[str]) -> Message | None:
    """What a step shows; raises LeftError for a button of another company, or from before one was left."""
    if mark != turn.sheet.standing.mark:
        raise LeftError
    return await step(turn, rest)


async def _opened(turn: Turn) -> Message:
    if turn.sheet.standing.company is None and turn.sheet.facts:
        return await turn.ask(turn.sheet.facts[0], in_round=True, note=turn.text("profile-intro"))
    return await turn.rest()


async def _view(turn: Turn, _rest: list[str]) -> Message:
    return await turn.rest()


async def _pick(turn: Turn, _rest: list[str]) -> Message:
    return overview.picking(turn.sheet)


async def _ask(turn: Turn, rest: list[str]) -> Message:
    return await turn.ask(_fact(turn, rest), in_round=False)


async def _resume(turn: Turn, _rest: list[str]) -> None:
    """Asks again, below the answer to another matter."""
    await acknowledge(turn.update)
    await turn.reply(await current(turn))


async def _benefits(turn: Turn, _rest: list[str]) -> None:
    """What the company can get, below the overview."""
    await acknowledge(turn.update)
    question = Question(
        turn.text("profile-benefits-question"), turn.context.now, turn.tenant.language, turn.tenant.company
    )
    answer = await turn.context.services.answering.answer(question)
    await keep_context(turn.context.services.database, turn.tenant.chat_id, answer.context)
    await turn.reply(answer.message)


async def _go(turn: Turn, _rest: list[str]) -> Message:
    """Into a round, from the first fact that was not told."""
    return await turn.ask(turn.sheet.missing[0], in_round=True) if turn.sheet.missing else await turn.rest()


async def _tell(turn: Turn, rest: list[str]) -> Message:
    """An answer in a round, after which the next question comes."""
    fact = _fact(turn, rest)
    return await told(turn, fact, _pressed(turn, fact, rest[-1]), in_round=True)


async def _set(turn: Turn, rest: list[str]) -> Message:
    fact = _fact(turn, rest)
    return await told(turn, fact, _pressed(turn, fact, rest[-1]), in_round=False)


async def _skip(turn: Turn, rest: list[str]) -> Message:
    return await onward(turn, _fact(turn, rest))


async def _back(turn: Turn, rest: list[str]) -> Message:
    fact = _fact(turn, rest)
    return await turn.ask(turn.sheet.before(fact) or fact, in_round=True)


async def _drop(turn: Turn, rest: list[str]) -> Message:
    fact = _fact(turn, rest)
    await steps.tell(turn.place, {fact.name: None}, turn.awaiting(None))
    return await (await turn.again()).overview(turn.text("profile-dropped", name=turn.text(f"profile-{fact.key}")))


async def _wipe(turn: Turn, rest: list[str]) -> Message:
    if rest != ["yes"]:
        return overview.wiping(turn.sheet)
    await steps.tell(turn.place, dict.fromkeys(NAMED), turn.awaiting(None))
    return await (await turn.again()).overview(turn.text("profile-wiped"))


def _fact(turn: Turn, rest: list[str]) -> Fact:
    fact = NAMED.get(rest[0]) if rest else None
    if fact is None or fact not in turn.sheet.facts:
        raise StalePressError
    return fact


def _pressed(turn: Turn, fact: Fact, value: str) -> Any:
    if fact.sort is Sort.YES_NO and value in {prompts.YES, prompts.NO}:
        return value == prompts.YES
    if fact.sort is Sort.CHOICE and value in {OTHER, *(one.id for one in choices(fact, turn.sheet.park))}:
        return value
    raise StalePressError


STEPS: dict[str, Step] = {
    "view": _view,
    "pick": _pick,
    "ask": _ask,
    "go": _go,
    "resume": _resume,
    "benefits": _benefits,
    "tell": _tell,
    "set": _set,
    "skip": _skip,
    "back": _back,
    "drop": _drop,
    "wipe": _wipe,
    "found": company.found,
    "rename": company.rename,
    "invite": company.invite,
    "revoke": company.revoke,
    "name": company.name,
    "named": company.named,
    "leave": company.leave,
}
