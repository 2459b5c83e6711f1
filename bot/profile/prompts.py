"""Questions of the profile's dialogue, each with why it is asked and the buttons that answer it."""

from dataclasses import replace

from bot.answering import wording
from bot.messages import callbacks
from bot.messages.callbacks import PROFILE, pack
from bot.messages.message import Button, Message, Rows
from bot.profile.facts import OTHER, Fact, Sort, choices
from bot.profile.sheet import Sheet

YES, NO = "yes", "no"


def asked(sheet: Sheet, fact: Fact, *, in_round: bool, note: str = "") -> Message:
    """The question for a fact; in a round with where one is, and ways on and back. `note` stands before it."""
    texts, known = sheet.texts, sheet.known(fact)
    heading = texts(f"profile-{fact.key}")
    if in_round:
        place = sheet.facts.index(fact) + 1
        heading = texts("profile-heading-of", name=heading, place=place, count=len(sheet.facts))
    lines = [
        noted(note),
        texts(f"profile-{fact.key}-question"),
        texts("profile-why", why=texts(f"profile-{fact.key}-why")),
        texts("profile-now", value=known) if known else None,
        texts(f"profile-how-{fact.sort}"),
    ]
    steps = _round_steps(sheet, fact) if in_round else _single_steps(sheet, fact)
    return Message(wording.lines(lines), heading=heading, buttons=(*_answers(sheet, fact, in_round=in_round), *steps))


def noted(note: str) -> str:
    """What is said first, with a line between it and the rest."""
    return f"{note}\n" if note else ""


def unclear(sheet: Sheet, fact: Fact, key: str, *, in_round: bool) -> Message:
    """What was typed could not be read; the same buttons again."""
    question = asked(sheet, fact, in_round=in_round)
    return replace(question, text=sheet.texts(f"profile-unclear-{key}"))


def _answers(sheet: Sheet, fact: Fact, *, in_round: bool) -> Rows:
    """Two a row; what is too long for a button can still be typed."""
    verb, mark = "tell" if in_round else "set", sheet.standing.mark
    buttons = [
        Button(text, pack(PROFILE, verb, mark, fact.name, value))
        for value, text in _offered(sheet, fact)
        if callbacks.fits(PROFILE, verb, mark, fact.name, value)
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _offered(sheet: Sheet, fact: Fact) -> list[tuple[str, str]]:
    texts = sheet.texts
    if fact.sort is Sort.YES_NO:
        return [(YES, texts("profile-yes")), (NO, texts("profile-no"))]
    if fact.sort is not Sort.CHOICE:
        return []
    named = [(one.id, one.name.to(texts.language)) for one in choices(fact, sheet.park)]
    return [*named, (OTHER, texts("profile-other"))]


def _round_steps(sheet: Sheet, fact: Fact) -> Rows:
    texts, mark = sheet.texts, sheet.standing.mark
    skip = Button(texts("profile-button-skip"), pack(PROFILE, "skip", mark, fact.name))
    back = Button(texts("profile-button-back"), pack(PROFILE, "back", mark, fact.name))
    stop = Button(texts("profile-button-stop"), pack(PROFILE, "view", mark))
    return ((back, skip, stop) if sheet.before(fact) else (skip, stop),)


def _single_steps(sheet: Sheet, fact: Fact) -> Rows:
    texts, mark = sheet.texts, sheet.standing.mark
    drop = Button(texts("profile-button-drop"), pack(PROFILE, "drop", mark, fact.name))
    back = Button(texts("profile-button-keep"), pack(PROFILE, "pick", mark))
    return ((drop, back),) if sheet.known(fact) else ((back,),)
