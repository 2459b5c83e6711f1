"""The pages of a mentoring day while it goes on: who is there, what runs late."""

from collections.abc import Sequence

from bot.mentoring.delaying import at_table, state_of
from bot.messages.callbacks import MENTORING_DAY, ON_DAY, pack
from bot.messages.message import Button, Message
from handlers.staff.mentoring_day_pages import LISTED, Seen
from storage.models import Application, Slot

STEPS_OF_DELAY = (5, 10, 15, 20, 30)
"""Minutes."""
ALL = 0
"""Where a table is asked for: all of them. Others are numbered from 1, as the day's experts."""


def menu(seen: Seen, slots: Sequence[Slot], applications: Sequence[Application], *, writes: bool) -> Message:
    """What can be done on the day, and how many are there."""
    texts = seen.texts
    present = _with_slots(slots, applications)
    lines = [
        seen.words.facts(texts),
        texts(
            "onday-counted",
            parties=len(present),
            confirmed=sum(bool(one.confirmed_at) for one in present),
            arrived=sum(bool(one.arrived_at) for one in present),
        ),
    ]
    changing = ((_button(seen, "late", "late", seen.id), _button(seen, "door", "door", seen.id)),) if writes else ()
    rows = (
        (_button(seen, "presence", "here", seen.id),),
        *changing,
        (_button(seen, "roster", "roster", seen.id), _button(seen, "file", "file", seen.id)),
        (_back(seen),),
    )
    return Message("\n".join(lines), heading=seen.name, buttons=rows)


def presence(seen: Seen, slots: Sequence[Slot], applications: Sequence[Application], *, writes: bool) -> Message:
    """By table and time who is there, to come, or missing; a press checks somebody in, or takes that back."""
    texts, by_id = seen.texts, {one.id: one for one in applications}
    lines = [texts("onday-presence-text")]
    for member_id in seen.words.tables(slots):
        taken = [one for one in slots if one.member_id == member_id and one.offered_until is None]
        if taken:
            lines.append(texts("mentoring-table", name=seen.words.expert(member_id, texts.language)))
            lines += [
                _presence_line(seen, one, by_id[one.application_id]) for one in taken if one.application_id in by_id
            ]
    buttons = [_check_in(seen, one) for one in _with_slots(slots, applications)[:LISTED]] if writes else []
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    back = (_button(seen, "renew", "here", seen.id), _button(seen, "back", "open", seen.id))
    return Message("\n".join(lines), heading=seen.name, buttons=(*rows, back))


def tables(seen: Seen) -> Message:
    """Does the whole day run late, or one table?"""
    texts = seen.texts
    members = [
        (Button(one.name.to(texts.language), pack(ON_DAY, "late", seen.id, place)),)
        for place, one in enumerate(seen.words.day.experts, start=1)
        if seen.words.day.is_present(one.id)
    ]
    whole = (_button(seen, "all", "late", seen.id, ALL),)
    back = (_button(seen, "back", "open", seen.id),)
    return Message(texts("onday-late-where"), heading=texts("onday-late-title"), buttons=(whole, *members, back))


def minutes(seen: Seen, table: int, slots: Sequence[Slot]) -> Message:
    """By how much? The buttons carry from what it counts."""
    texts, member = seen.texts, seen.words.day.experts[table - 1] if table else None
    those = at_table(slots, member.id if member else None)
    state = state_of(those)
    to_come = [one for one in those if one.begins_at > seen.words.now]
    late = max((one.delay for one in to_come), default=0)
    later = [_shift(seen, "later", table, count, state) for count in STEPS_OF_DELAY]
    sooner = [_shift(seen, "sooner", table, count, state) for count in STEPS_OF_DELAY if count <= late]
    lines = [texts("onday-late-now", minutes=late, count=len(to_come)), texts("onday-late-text")]
    rows = (tuple(later), tuple(sooner), (_button(seen, "back", "late", seen.id),)) if to_come else ((_back(seen),),)
    title = member.name.to(texts.language) if member else texts("onday-button-all")
    return Message("\n".join(lines), heading=title, buttons=tuple(filter(None, rows)))


def _shift(seen: Seen, step: str, table: int, count: int, state: str) -> Button:
    return Button(seen.texts(f"onday-button-{step}", minutes=count), pack(ON_DAY, step, seen.id, table, count, state))


def _presence_line(seen: Seen, slot: Slot, application: Application) -> str:
    return seen.texts(
        f"onday-line-{_standing(seen, slot, application)}",
        time=seen.words.time(slot.begins_at),
        name=seen.party(application),
    )


def _standing(seen: Seen, slot: Slot, application: Application) -> str:
    if application.arrived_at:
        return "here"
    if slot.begins_at <= seen.words.now:
        return "missing"
    return "coming" if application.confirmed_at else "open"


def _check_in(seen: Seen, application: Application) -> Button:
    step = "out" if application.arrived_at else "in"
    return Button(seen.texts(f"onday-button-{step}", name=seen.party(application)), pack(ON_DAY, step, application.id))


def _with_slots(slots: Sequence[Slot], applications: Sequence[Application]) -> list[Application]:
    """In the order of their first slots."""
    by_id = {one.id: one for one in applications}
    ids = dict.fromkeys(one.application_id for one in slots if one.offered_until is None)
    return [by_id[one] for one in ids if one in by_id]


def _button(seen: Seen, key: str, *data: object) -> Button:
    return Button(seen.texts(f"onday-button-{key}"), pack(ON_DAY, *data))


def _back(seen: Seen) -> Button:
    return Button(seen.texts("onday-button-back"), pack(MENTORING_DAY, "open", seen.id))
