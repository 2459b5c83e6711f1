"""Questions around belonging to a company: founding it, joining, how to be seen, leaving."""

from bot.answering import wording
from bot.messages.callbacks import JOIN, PROFILE, pack
from bot.messages.message import Button, Message
from bot.people.company import Company
from bot.profile.prompts import noted
from bot.profile.sheet import Sheet


def founding(sheet: Sheet, note: str = "") -> Message:
    """What is the company called? Asked to found it, or to change the name of the one that there is."""
    texts, key = sheet.texts, "company-found" if sheet.is_own else "company-rename"
    back = Button(texts("profile-button-return"), pack(PROFILE, "view", sheet.standing.mark))
    text = wording.lines([noted(note), texts(f"{key}-question")])
    return Message(text, heading=texts(f"{key}-title"), buttons=((back,),))


def naming(sheet: Sheet, first_name: str, note: str = "") -> Message:
    """How shall colleagues see the person, whom Telegram calls `first_name`?"""
    texts, mark = sheet.texts, sheet.standing.mark
    use = Button(texts("company-button-use-name", name=first_name), pack(PROFILE, "named", mark, "telegram"))
    none = Button(texts("company-button-no-name"), pack(PROFILE, "named", mark, "none"))
    rows = ((use,), (none,)) if first_name else ((none,),)
    return Message(wording.lines([noted(note), texts("company-shown-question")]), buttons=rows)


def joining(sheet: Sheet, company: Company, secret: str, *, ends: bool) -> Message:
    """Asks before somebody joins, and says what it costs; `ends` tells whether a company left would be erased."""
    texts, standing = sheet.texts, sheet.standing
    told = sheet.is_own and bool(standing.facts)
    leaves = standing.company.name.to(texts.language) if standing.company and not sheet.is_own else ""
    lines = [
        texts("company-join-text"),
        texts("company-join-leaves", name=leaves) if leaves else None,
        texts("company-join-last") if ends else None,
        texts("company-join-told") if told else None,
    ]
    yes = Button(texts("company-button-join"), pack(JOIN, "yes", secret))
    share = Button(texts("company-button-join-share"), pack(JOIN, "share", secret))
    no = Button(texts("company-button-join-no"), pack(JOIN, "no", secret))
    rows = ((share,), (yes,), (no,)) if told else ((no, yes),)
    heading = texts("company-join-title", name=company.name.to(texts.language))
    return Message(wording.lines(lines), heading=heading, buttons=rows)


def leaving(sheet: Sheet, company: Company, *, ends: bool) -> Message:
    """Asks before somebody leaves; `ends` tells whether the company would be erased."""
    texts, mark = sheet.texts, sheet.standing.mark
    back = Button(texts("profile-button-return"), pack(PROFILE, "view", mark))
    yes = Button(texts("company-button-leave-yes"), pack(PROFILE, "leave", mark, "yes"))
    lines = [texts("company-leave-text"), texts("company-leave-last") if ends else None]
    heading = texts("company-leave-title", name=company.name.to(texts.language))
    return Message(wording.lines(lines), heading=heading, buttons=((back, yes),))
