"""What follows an answer in the profile's dialogue, however it was given."""

from dataclasses import replace
from typing import Any

from bot.messages.message import Message
from bot.profile import membership, prompts, steps
from bot.profile.facts import NAMED, Fact
from bot.profile.steps import NAME, SHOWN_AS
from handlers.tenant.profile.company import first_name
from handlers.tenant.profile.turn import Turn


async def told(turn: Turn, fact: Fact, value: Any, *, in_round: bool, typed: bool = False) -> Message:
    """Keeps a fact; the next question of a round, else the overview. Raises LeftError."""
    following = turn.sheet.next_after(fact) if in_round else None
    awaited = turn.awaiting(
        following.name if following else None, in_round=in_round, answered=fact.name if typed else ""
    )
    await steps.tell(turn.place, {fact.name: value}, awaited)
    note, turn = said(turn, "profile-noted", fact, value), await turn.again()
    if following:
        return prompts.asked(turn.sheet, following, in_round=True, note=note)
    return await turn.overview(f"{note}\n{turn.text('profile-done')}" if in_round else note)


async def corrected(turn: Turn, fact: Fact, value: Any) -> Message:
    """Keeps a fact whose message was edited; what was being asked is asked again. Raises LeftError."""
    awaited = turn.tenant.awaited or turn.awaiting(None)
    await steps.tell(turn.place, {fact.name: value}, replace(awaited, mark=turn.sheet.standing.mark))
    return await current(await turn.again(), said(turn, "profile-corrected", fact, value))


async def onward(turn: Turn, fact: Fact, *, answered: str = "") -> Message:
    """The question after a fact in a round, or the overview at its end."""
    following = turn.sheet.next_after(fact)
    if following is None:
        return await turn.rest(turn.text("profile-done"), answered=answered)
    return await turn.ask(following, in_round=True, answered=answered)


async def current(turn: Turn, note: str = "") -> Message:
    """What is being asked, or the overview."""
    awaited = turn.tenant.awaited
    question = awaited.question if awaited and turn.tenant.waits else None
    if awaited and question in NAMED:
        return prompts.asked(turn.sheet, NAMED[question], in_round=awaited.round, note=note)
    if question == NAME:
        return membership.founding(turn.sheet, note)
    if question == SHOWN_AS:
        return membership.naming(turn.sheet, first_name(turn), note)
    return await turn.overview(note)


def said(turn: Turn, key: str, fact: Fact, value: Any) -> str:
    return turn.text(key, name=turn.text(f"profile-{fact.key}"), value=turn.sheet.worded(fact, value))
