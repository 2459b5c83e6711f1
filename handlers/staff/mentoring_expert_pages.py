"""The experts of a mentoring day as staff arrange them."""

from collections.abc import Sequence

from bot.messages.callbacks import DAY_EXPERT, MENTORING_DAY, pack
from bot.messages.message import Button, Message
from handlers.staff.mentoring_day_pages import Seen
from storage.models import Slot

LIMITS = (2, 4, 6, 8, 0)
"""How many slots an expert may have at most; 0 does not limit them."""
IN_A_ROW = 4
LISTED = 90
"""Telegram takes 100 buttons."""


def experts(seen: Seen) -> Message:
    """All who could come: those of the programme first."""
    rows = [
        (Button(_label(seen, place), pack(DAY_EXPERT, "open", seen.id, place)),)
        for place in range(min(len(seen.words.day.experts), LISTED))
    ]
    back = (Button(seen.texts("mentoring-button-back"), pack(MENTORING_DAY, "open", seen.id)),)
    text = f"{seen.words.when(seen.texts)}\n{seen.texts('mentoring-experts')}"
    return Message(text, heading=seen.name, buttons=(*rows, back))


def expert(seen: Seen, place: int, slots: Sequence[Slot]) -> Message:
    """One of them, by the number; at the times of the `slots` somebody sits there."""
    texts, day = seen.texts, seen.words.day
    one = day.experts[place]
    present = day.is_present(one.id)
    lines = [texts("mentoring-expert-is-coming" if present else "mentoring-expert-is-away")]
    rows: list[tuple[Button, ...]] = []
    if present:
        lines += [texts("mentoring-expert-ask-limits")]
        rows = [_limits(seen, place), *_times(seen, place, slots)]
    step = "excuse" if present else "invite"
    rows.append((_button(seen, texts(f"mentoring-expert-{step}"), step, place),))
    rows.append((_button(seen, texts("mentoring-button-back"), "list"),))
    return Message("\n".join(lines), heading=one.name.to(texts.language), buttons=tuple(rows))


def excusing(seen: Seen, place: int, count: int) -> Message:
    """Who has `count` slots does not come?"""
    texts, one = seen.texts, seen.words.day.experts[place]
    told = "told" if seen.words.day.is_published else "freed"
    no = _button(seen, texts("mentoring-change-no"), "open", place)
    yes = _button(seen, texts("mentoring-expert-excuse-yes"), "excused", place)
    title = texts("mentoring-expert-excuse-title", name=one.name.to(texts.language))
    return Message(texts(f"mentoring-expert-excuse-{told}", count=count), heading=title, buttons=((no, yes),))


def _label(seen: Seen, place: int) -> str:
    texts, day = seen.texts, seen.words.day
    one = day.experts[place]
    name = one.name.to(texts.language)
    if not day.is_present(one.id):
        return texts("mentoring-expert-away", name=name)
    most, breaks = day.most(one.id), len(day.times) - len(day.open_times(one.id))
    limits = [
        texts("mentoring-expert-most", count=most) if most is not None else "",
        texts("mentoring-expert-breaks", count=breaks) if breaks else "",
    ]
    limited = texts("word-list-comma").join(filter(None, limits))
    if not limited:
        return texts("mentoring-expert-comes", name=name)
    return texts("mentoring-expert-comes-with", name=name, limits=limited)


def _limits(seen: Seen, place: int) -> tuple[Button, ...]:
    texts = seen.texts
    chosen = seen.words.day.most(seen.words.day.experts[place].id) or 0
    labels = {
        most: texts("mentoring-expert-limit", count=most) if most else texts("mentoring-expert-limit-none")
        for most in LIMITS
    }
    labels[chosen] = texts("mentoring-expert-limit-chosen", label=labels.get(chosen, str(chosen)))
    return tuple(_button(seen, labels[most], "limit", place, most) for most in LIMITS)


def _times(seen: Seen, place: int, slots: Sequence[Slot]) -> list[tuple[Button, ...]]:
    """A tap closes a time or opens it again; at those with a slot nothing is offered."""
    texts, day = seen.texts, seen.words.day
    one, seated = day.experts[place], {slot.starts_at for slot in slots}
    buttons = []
    for number, at in enumerate(day.times):
        closed, time = day.is_break(one.id, at), seen.words.time(at)
        label = texts("mentoring-expert-break", time=time) if closed else time
        if at not in seated:
            buttons.append(_button(seen, label, "break", place, number, int(not closed)))
    return [tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW)]


def _button(seen: Seen, label: str, step: str, *data: object) -> Button:
    return Button(label, pack(DAY_EXPERT, step, seen.id, *data))
