"""When a programme's reminders go out, as staff choose it."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.mentoring.reminders.kinds import Kind
from bot.mentoring.reminders.moments import midnight
from bot.messages.callbacks import MENTORING_DAY, REMINDER_TIMES, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts
from bot.people.staff import Right
from handlers.access import demand, requires
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, show

NEVER = "never"
HOUR, DAY = 60, 24 * 60

Step = Callable[[Update, ParkContext, Tenant, list[str]], Awaitable[None]]


@press
@requires(Right.READ)
async def look(update: Update, context: ParkContext) -> None:
    """A press on times:<step>:<occurrence>[:<kind>[:<minutes or never>]]; those who look after it may set them."""
    step, take, arguments = step_of(update, STEPS)
    if step == "set":
        await demand(update, context, Right.MENTORING)
    await take(update, context, await Tenant.of(update, context), arguments)


async def _all(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    await _show_all(update, context, tenant, number(arguments[0]))


async def _kind(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """Which times there are to choose from."""
    texts, occurrence_id = tenant.texts, number(arguments[0])
    _, kinds = await context.services.mentoring.reminder_times.of(occurrence_id)
    found = next(((kind, minutes) for kind, minutes in kinds if kind.name == arguments[1]), None)
    if found is None:
        raise StalePressError
    kind, chosen = found
    rows = [
        (Button(_marked(texts, kind, one, chosen), pack(REMINDER_TIMES, "set", occurrence_id, kind.name, data)),)
        for one, data in [*((preset, f"{preset}") for preset in kind.presets), (None, NEVER)]
    ]
    rows.append((Button(texts("mentoring-button-back"), pack(REMINDER_TIMES, "all", occurrence_id)),))
    await acknowledge(update)
    heading = texts(f"reminder-kind-{kind.name}")
    await show(update, context, Message(texts("reminder-times-which"), heading=heading, buttons=tuple(rows)))


async def _set(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    occurrence_id, minutes = number(arguments[0]), _minutes(arguments[2])
    await context.services.mentoring.reminder_times.change(occurrence_id, arguments[1], minutes)
    await _show_all(update, context, tenant, occurrence_id, "reminder-times-set")


async def _show_all(update: Update, context: ParkContext, tenant: Tenant, occurrence_id: int, toast: str = "") -> None:
    texts = tenant.texts
    day, kinds = await context.services.mentoring.reminder_times.of(occurrence_id)
    rows = [
        (Button(_row(texts, kind, minutes), pack(REMINDER_TIMES, "kind", occurrence_id, kind.name)),)
        for kind, minutes in kinds
    ]
    rows.append((Button(texts("mentoring-button-back"), pack(MENTORING_DAY, "open", occurrence_id)),))
    await acknowledge(update, texts(toast) if toast else "")
    heading = texts("reminder-times", name=day.programme.name.to(tenant.language))
    await show(update, context, Message(texts("reminder-times-text"), heading=heading, buttons=tuple(rows)))


def _row(texts: Texts, kind: Kind, minutes: int | None) -> str:
    return texts("reminder-times-row", kind=texts(f"reminder-kind-{kind.name}"), when=_when(texts, kind, minutes))


def _marked(texts: Texts, kind: Kind, minutes: int | None, chosen: int | None) -> str:
    label = _when(texts, kind, minutes)
    return f"✓ {label}" if minutes == chosen else label


def _when(texts: Texts, kind: Kind, minutes: int | None) -> str:
    """By the day and the clock where it counts from a midnight, else so long before or after the moment."""
    if minutes is None:
        return texts("reminder-times-never")
    if kind.counts_from is midnight:
        days, at = divmod(minutes, DAY)
        return texts("reminder-times-clock", days=days, time=f"{at // HOUR}:{at % HOUR:02}")
    side = "before" if minutes < 0 else "after" if minutes else "now"
    unit = "day" if minutes % DAY == 0 else "hour"
    return texts(f"reminder-times-{side}", count=abs(minutes) // (DAY if unit == "day" else HOUR), unit=unit)


def _minutes(argument: str) -> int | None:
    if argument == NEVER:
        return None
    return -number(argument[1:]) if argument.startswith("-") else number(argument)


STEPS: dict[tuple[str, int], Step] = {("all", 1): _all, ("kind", 2): _kind, ("set", 3): _set}
"""By the step's name and how many arguments it has."""
