"""Steps of choosing when an announcement goes, and whether it comes again."""

from datetime import datetime, timedelta

from bot.announcements.repeating import Repeat, repeat_of
from bot.messages.message import Button, Message
from handlers.callbacks import StalePressError
from handlers.staff.announcements.desk import Desk
from handlers.staff.announcements.view import View, data_of
from handlers.staff.announcements.words import RULES, when_of
from handlers.staff.announcements.writing import drafted, prompt
from storage.models import Announcement

MORNING = 9
ONCE = "once"


async def when(desk: Desk) -> None:
    """A press on announce:when:<id>:<revision>, or with a time: now, tomorrow, monday, or type."""
    announcement = await drafted(desk)
    match desk.value:
        case "":
            await desk.rest()
        case "type":
            await desk.ask("time")
            await desk.show(prompt(desk, announcement, desk.text("ask-time")))
            return
        case "now":
            announcement = await desk.edit(send_at=None, repeat=None)
        case "tomorrow" | "monday":
            announcement = await at(desk, _next_morning(desk.view.now, desk.value))
        case _:
            raise StalePressError
    await desk.show(_screen(desk.view, announcement))


async def at(desk: Desk, moment: datetime) -> Announcement:
    """The draft for that time; one that comes again does so from then on."""
    repeat = repeat_of(await drafted(desk))
    return await desk.edit(send_at=moment, repeat=_from(repeat.rrule, moment) if repeat else None)


async def repeat(desk: Desk) -> None:
    """A press on announce:repeat:<id>:<revision>:<rule>."""
    announcement = await drafted(desk)
    first = announcement.send_at
    if first is None:
        raise StalePressError("announce-time-first")
    if desk.value not in {*RULES, ONCE}:
        raise StalePressError
    rule = RULES.get(desk.value)
    announcement = await desk.edit(repeat=_from(rule, first.astimezone(desk.view.zone)) if rule else None)
    await desk.show(_screen(desk.view, announcement))


def _screen(view: View, announcement: Announcement) -> Message:
    chosen = repeat_of(announcement)
    rows: list[tuple[Button, ...]] = [
        (
            Button(view.ticked(view.text("button-now"), on=announcement.send_at is None), _time(announcement, "now")),
            Button(view.text("button-type-time"), _time(announcement, "type")),
        ),
        (
            Button(view.text("button-tomorrow"), _time(announcement, "tomorrow")),
            Button(view.text("button-monday"), _time(announcement, "monday")),
        ),
    ]
    if announcement.send_at is not None:
        names = [(ONCE, None), *RULES.items()]
        ways = [
            Button(
                view.ticked(view.text(f"repeat-{name}"), on=rule == (chosen.rrule if chosen else None)),
                data_of("repeat", announcement, name),
            )
            for name, rule in names
        ]
        rows += [tuple(ways[:3]), tuple(ways[3:])]
    rows.append((view.button("done", "open", announcement),))
    return Message(when_of(view, announcement), heading=view.text("when-title"), buttons=tuple(rows))


def _time(announcement: Announcement, value: str) -> str:
    return data_of("when", announcement, value)


def _next_morning(now: datetime, day: str) -> datetime:
    days = 1 if day == "tomorrow" else 7 - now.weekday()
    return (now + timedelta(days=days)).replace(hour=MORNING, minute=0, second=0, microsecond=0)


def _from(rule: str, first: datetime) -> Repeat:
    """In the park's time, as `first` is."""
    return Repeat(rrule=rule, first=first.replace(tzinfo=None))
