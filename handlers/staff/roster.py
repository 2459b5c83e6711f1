"""The staff as they are shown: the list, one of them, and a second word before somebody is removed."""

from collections.abc import Sequence

from bot.messages.callbacks import INVITE, MEMBER, REMOVE, ROLE, TEAM, WITHDRAW, pack
from bot.messages.message import Button, Message, Rows
from bot.messages.texts import Texts
from bot.people.staff import Member, Role, rights_of

ASK, YES = "ask", "yes"
PAGE = 20
"""People on a page: Telegram takes 100 buttons, and thumbs fewer."""


def listed(texts: Texts, members: Sequence[Member]) -> Message:
    """Everybody, to read."""
    return Message("\n".join([*_rows(texts, members), texts("team-read-only")]), heading=_title(texts, members))


def managed(texts: Texts, members: Sequence[Member], invitations: Sequence[tuple[Role, str]], page: int) -> Message:
    """A page of everybody with a button each; `invitations` that wait, with the time until which they are good."""
    pages = range(max(1, -(-len(members) // PAGE)))
    page = min(page, pages[-1])
    shown = members[page * PAGE : (page + 1) * PAGE]
    waiting = [texts("team-waiting", role=texts(f"role-{role}"), until=until) for role, until in invitations]
    people = tuple((Button(_line(texts, one), pack(MEMBER, one.telegram_id)),) for one in shown)
    turn = tuple(
        Button(texts(f"button-{way}"), pack(TEAM, there))
        for way, there in (("previous", page - 1), ("next", page + 1))
        if there in pages
    )
    invite = (Button(texts("team-button-invite"), INVITE),)
    withdraw = (Button(texts("team-button-withdraw"), WITHDRAW),) if waiting else ()
    rows: Rows = tuple(filter(None, (*people, turn, invite, withdraw)))
    text = "\n".join([*_rows(texts, shown), *waiting, texts("team-pick")])
    return Message(text, heading=_title(texts, members), buttons=rows)


def card(texts: Texts, member: Member, added_at: str, added_by: Member | None) -> Message:
    """One of them, with the roles to choose from; `added_by` as far as that is known."""
    by = "team-since-by" if added_by else "team-since"
    lines = [
        texts("team-role", role=texts(f"role-{member.role}")),
        texts("team-rights", rights=rights_in(texts, member.role)),
        texts(by, date=added_at, name=named(added_by) if added_by else ""),
        texts("team-change"),
    ]
    roles = [
        Button(texts(f"role-{role}"), pack(ROLE, member.telegram_id, role)) for role in Role if role is not member.role
    ]
    others = (
        (Button(texts("team-button-remove"), pack(REMOVE, member.telegram_id, ASK)),),
        (_back(texts),),
    )
    return Message("\n".join(lines), heading=named(member), buttons=(*_pairs(roles), *others))


def removal(texts: Texts, member: Member) -> Message:
    no = Button(texts("team-button-keep"), pack(MEMBER, member.telegram_id))
    yes = Button(texts("team-button-remove"), pack(REMOVE, member.telegram_id, YES))
    return Message(
        texts("team-remove-text"), heading=texts("team-remove-title", name=named(member)), buttons=((no, yes),)
    )


def choice_of_role(texts: Texts) -> Message:
    """Which role a newcomer is to have, with what each may do."""
    lines = [texts("team-row", name=texts(f"role-{role}"), role=rights_in(texts, role)) for role in Role]
    roles = [Button(texts(f"role-{role}"), pack(INVITE, role)) for role in Role]
    return Message("\n".join(lines), heading=texts("invite-title"), buttons=(*_pairs(roles), (_back(texts),)))


def named(member: Member) -> str:
    """Those without a name are known by their number."""
    return member.name or f"{member.telegram_id}"


def rights_in(texts: Texts, role: Role) -> str:
    return texts("word-list-comma").join(texts(f"right-{right}") for right in rights_of(role))


def _title(texts: Texts, members: Sequence[Member]) -> str:
    return texts("team-title", count=len(members))


def _rows(texts: Texts, members: Sequence[Member]) -> list[str]:
    return [texts("team-row", name=named(one), role=texts(f"role-{one.role}")) for one in members]


def _line(texts: Texts, member: Member) -> str:
    return texts("team-button-member", name=named(member), role=texts(f"role-{member.role}"))


def _back(texts: Texts) -> Button:
    return Button(texts("team-button-back"), pack(TEAM, 0))


def _pairs(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))
