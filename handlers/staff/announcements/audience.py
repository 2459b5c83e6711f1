"""Steps of choosing whom an announcement is for."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.announcements.audience import Audience
from bot.messages.callbacks import mark_of
from bot.messages.message import Button, Message
from handlers.callbacks import StalePressError, number
from handlers.staff.announcements import card
from handlers.staff.announcements.choices import LISTS, Choices, moved_in
from handlers.staff.announcements.desk import Desk
from handlers.staff.announcements.view import View, data_of
from handlers.staff.announcements.writing import drafted, prompt
from storage.models import Announcement

PAGE = 8
"""Things to choose on a page, two a row."""


async def audience(desk: Desk) -> None:
    """A press on announce:audience:<id>:<revision>."""
    await desk.rest()
    await _overview(desk, await drafted(desk))


async def everybody(desk: Desk) -> None:
    chosen = _chosen(await drafted(desk))
    await _overview(desk, await _save(desk, Audience() if chosen.all else Audience(all=True)))


async def pick(desk: Desk) -> None:
    """A press on announce:pick:<id>:<revision>:<list>.<page>."""
    listed, page = _arguments(desk, 2)
    await desk.show(await _page(desk.view, await drafted(desk), listed, number(page)))


async def toggle(desk: Desk) -> None:
    """A press on announce:toggle:<id>:<revision>:<list>.<page>.<mark of the id>."""
    listed, page, mark = _arguments(desk, 3)
    one = (await Choices.of(desk.view)).marked(listed, mark)
    if one is None:
        raise StalePressError
    chosen = _chosen(await drafted(desk))
    before: Sequence[str] = getattr(chosen, listed)
    after = [other for other in before if other != one] if one in before else [*before, one]
    announcement = await _save(desk, _changed(chosen, **{listed: after}))
    await desk.show(await _page(desk.view, announcement, listed, number(page)))


async def moved(desk: Desk) -> None:
    """A press on announce:moved:<id>:<revision>, or with a span: recent, year, older, any, or type."""
    announcement = await drafted(desk)
    if desk.value in _SPANS:
        since, before = _SPANS[desk.value](desk.view.now.date())
        changed = _changed(_chosen(announcement), moved_in_from=since, moved_in_before=before)
        await _overview(desk, await _save(desk, changed))
    elif desk.value == "type":
        await desk.ask("moved")
        await desk.show(prompt(desk, announcement, desk.text("ask-moved")))
    elif desk.value:
        raise StalePressError
    else:
        await desk.show(_spans(desk.view, announcement))


async def move_in(desk: Desk, since: date | None, before: date | None) -> Announcement:
    """The draft for those who moved in then, and fit the rest of what was chosen."""
    chosen = _chosen(await drafted(desk))
    return await _save(desk, _changed(chosen, moved_in_from=since, moved_in_before=before))


_SPANS: dict[str, Callable[[date], tuple[date | None, date | None]]] = {
    "recent": lambda today: (today - relativedelta(months=3), None),
    "year": lambda today: (today.replace(month=1, day=1), None),
    "older": lambda today: (None, today - relativedelta(years=1) + timedelta(days=1)),
    "any": lambda _today: (None, None),
}
"""Days of moving in that are offered, half-open."""


async def _overview(desk: Desk, announcement: Announcement) -> None:
    view, chosen = desk.view, _chosen(announcement)
    text = await card.reached(view, chosen, await Choices.of(view), urgent=announcement.urgent)
    everyone = Button(view.ticked(view.text("everybody"), on=chosen.all), data_of("everybody", announcement))
    lists = [
        Button(_counted(view, listed, len(getattr(chosen, listed))), data_of("pick", announcement, f"{listed}.0"))
        for listed in LISTS
    ]
    days = chosen.moved_in_from or chosen.moved_in_before
    since = Button(view.ticked(view.text("list-moved"), on=days is not None), data_of("moved", announcement))
    rows = ((everyone,), *_pairs([*lists, since]), (view.button("done", "open", announcement),))
    hint = view.text("audience-hint")
    await desk.show(Message(f"{text}\n{hint}", heading=view.text("audience-title"), buttons=rows))


async def _page(view: View, announcement: Announcement, listed: str, page: int) -> Message:
    choices, chosen = await Choices.of(view), _chosen(announcement)
    offered = choices.lists[listed]
    pages = range(max(1, -(-len(offered) // PAGE)))
    page = min(page, pages[-1])
    buttons = [
        Button(
            view.ticked(name, on=one_id in getattr(chosen, listed)),
            data_of("toggle", announcement, f"{listed}.{page}.{mark_of(one_id)}"),
        )
        for one_id, name in offered[page * PAGE : (page + 1) * PAGE]
    ]
    turn = tuple(
        Button(view.texts(f"button-{way}"), data_of("pick", announcement, f"{listed}.{there}"))
        for way, there in (("previous", page - 1), ("next", page + 1))
        if there in pages
    )
    done = (view.button("done", "audience", announcement),)
    text = await card.reached(view, chosen, choices, urgent=announcement.urgent)
    hint = "" if offered else f"\n{view.text('list-has-none')}"
    rows = tuple(filter(None, (*_pairs(buttons), turn, done)))
    return Message(f"{text}{hint}", heading=view.text(f"list-{listed}"), buttons=rows)


def _spans(view: View, announcement: Announcement) -> Message:
    chosen = _chosen(announcement)
    days = chosen.moved_in_from or chosen.moved_in_before
    text = moved_in(view, chosen) if days else view.text("moved-any")
    spans = [view.button(f"moved-{span}", "moved", announcement, span) for span in (*_SPANS, "type")]
    rows = (*_pairs(spans), (view.button("done", "audience", announcement),))
    return Message(text, heading=view.text("list-moved"), buttons=rows)


def _chosen(announcement: Announcement) -> Audience:
    return Audience.model_validate(announcement.audience)


def _changed(chosen: Audience, **changes: Any) -> Audience:
    """Whoever chooses some no longer means everybody."""
    return Audience.model_validate({**chosen.model_dump(), "all": False, **changes})


async def _save(desk: Desk, chosen: Audience) -> Announcement:
    return await desk.edit(audience=chosen)


def _counted(view: View, listed: str, count: int) -> str:
    name = view.text(f"list-{listed}")
    return view.text("list-chosen", name=name, count=count) if count else name


def _arguments(desk: Desk, count: int) -> list[str]:
    arguments = desk.value.split(".")
    if len(arguments) != count or arguments[0] not in LISTS:
        raise StalePressError
    return arguments


def _pairs(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))
