"""/profile: all that is known of the company, and the ways to change it."""

from bot.answering import wording
from bot.messages.callbacks import PROFILE, pack
from bot.messages.message import Button, Message
from bot.people.memberships import Colleagues
from bot.profile.facts import FACTS
from bot.profile.prompts import noted
from bot.profile.sheet import Sheet

MOST_NAMES = 20


def overview(sheet: Sheet, colleagues: Colleagues | None = None, note: str = "") -> Message:
    """Everything; `colleagues` are those of a company that the chat belongs to, `note` stands before it."""
    texts, company = sheet.texts, sheet.standing.company
    lines = [
        noted(note),
        texts("profile-own-private") if sheet.is_own else None,
        *(facts_of(sheet) or [texts("profile-nothing")]),
        _missing(sheet),
        _updated(sheet),
        *(_members(sheet, colleagues) if colleagues else ()),
    ]
    heading = company.name.to(texts.language) if company and not sheet.is_own else texts("profile-own-name")
    buttons = (*_fact_buttons(sheet), *(_member_buttons(sheet, colleagues) if colleagues else _own_buttons(sheet)))
    return Message(wording.lines(lines), heading=heading, buttons=buttons)


def picking(sheet: Sheet) -> Message:
    """Which fact is to be changed?"""
    texts, mark = sheet.texts, sheet.standing.mark
    buttons = [Button(texts(f"profile-{fact.key}"), pack(PROFILE, "ask", mark, fact.name)) for fact in sheet.facts]
    if not sheet.is_own:
        buttons.insert(0, Button(texts("company-rename-title"), pack(PROFILE, "rename", mark)))
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Message(texts("profile-pick"), buttons=(*rows, (_back(sheet),)))


def wiping(sheet: Sheet) -> Message:
    """Asks before all facts are erased."""
    texts, mark = sheet.texts, sheet.standing.mark
    key = "profile-wipe-own" if sheet.is_own else "profile-wipe-company"
    yes = Button(texts("profile-button-wipe-yes"), pack(PROFILE, "wipe", mark, "yes"))
    return Message(texts(key), buttons=((_back(sheet), yes),))


def _back(sheet: Sheet) -> Button:
    return Button(sheet.texts("profile-button-return"), pack(PROFILE, "view", sheet.standing.mark))


def facts_of(sheet: Sheet) -> list[str]:
    """A line for each fact that is known."""
    texts = sheet.texts
    told = [(fact, sheet.known(fact)) for fact in FACTS]
    return [
        texts("profile-line", name=texts(f"profile-{fact.key}"), value=value)
        for fact, value in told
        if value is not None
    ]


def _missing(sheet: Sheet) -> str | None:
    texts, missing = sheet.texts, sheet.missing
    if not missing or not sheet.standing.facts:
        return None
    return texts("profile-missing", names=wording.listed(texts, (texts(f"profile-{fact.key}") for fact in missing)))


def _updated(sheet: Sheet) -> str | None:
    at = sheet.standing.updated_at
    if at is None or not sheet.standing.facts:
        return None
    return sheet.texts("profile-updated", date=sheet.day(at.astimezone(sheet.now.tzinfo).date()))


def _members(sheet: Sheet, colleagues: Colleagues) -> list[str]:
    """Who they are, as they chose to be seen."""
    texts, own = sheet.texts, sheet.standing.membership
    names = []
    for one in colleagues.members[:MOST_NAMES]:
        name = one.shown_as or texts("company-unnamed")
        names.append(texts("company-member-you", name=name) if own and one.id == own.id else name)
    listed = wording.listed(texts, names)
    more = len(colleagues.members) - len(names)
    listed = texts("company-members-more", names=listed, count=more) if more else listed
    line = texts("company-members", count=len(colleagues.members), names=listed)
    return [line] if colleagues.leads(own) else [line, texts("company-first-invites")]


def _fact_buttons(sheet: Sheet) -> tuple[tuple[Button, ...], ...]:
    texts, mark, known = sheet.texts, sheet.standing.mark, bool(sheet.standing.facts)
    go_on = Button(texts("profile-button-go-on" if known else "profile-button-begin"), pack(PROFILE, "go", mark))
    change = Button(texts("profile-button-change"), pack(PROFILE, "pick", mark))
    wipe = Button(texts("profile-button-wipe"), pack(PROFILE, "wipe", mark))
    benefits = Button(texts("profile-button-benefits"), pack(PROFILE, "benefits", mark))
    first = tuple(filter(None, (change if known else None, go_on if sheet.missing else None)))
    return ((benefits,), first, (wipe,)) if known else (first,)


def _own_buttons(sheet: Sheet) -> tuple[tuple[Button, ...], ...]:
    texts = sheet.texts
    return ((Button(texts("company-button-found"), pack(PROFILE, "found", 0)),),)


def _member_buttons(sheet: Sheet, colleagues: Colleagues) -> tuple[tuple[Button, ...], ...]:
    texts, mark = sheet.texts, sheet.standing.mark
    invite = Button(texts("company-button-invite"), pack(PROFILE, "invite", mark))
    revoke = Button(texts("company-button-revoke"), pack(PROFILE, "revoke", mark))
    name = Button(texts("company-button-name"), pack(PROFILE, "name", mark))
    leave = Button(texts("company-button-leave"), pack(PROFILE, "leave", mark))
    leading = ((invite, revoke),) if colleagues.leads(sheet.standing.membership) else ()
    return (*leading, (name, leave))
