"""/announce and its buttons."""

from collections.abc import Awaitable, Callable

import structlog
from telegram import Update

from bot import tenants
from bot.announcements.errors import AnnouncementError
from bot.messages.callbacks import unpack
from bot.people.staff import Right
from handlers import menu
from handlers.access import requires
from handlers.callbacks import Handler, StalePressError, press
from handlers.context import ParkContext, Tenant
from handlers.staff.announcements import afterwards, audience, history, screens, sending, timing, writing
from handlers.staff.announcements.desk import Desk

log = structlog.get_logger(__name__)

Step = Callable[[Desk], Awaitable[None]]


async def announce(update: Update, context: ParkContext) -> None:
    """/announce: what there is, and what can be done."""
    tenant = await Tenant.of(update, context)
    await tenants.meet(context.services.database, tenant.chat_id, tenant.chat_type, context.now, tenant.language)
    await writing.list_(await Desk.of(update, context, tenant))
    await menu.renew(context, tenant.chat_id)


@press
async def press_announcement(update: Update, context: ParkContext) -> None:
    """A press on announce:<step>:<id>[:<revision>[:<value>]]."""
    query = update.callback_query
    _, arguments = unpack((query.data if query else None) or "")
    step = STEPS.get(arguments[0]) if arguments else None
    if step is None:
        raise StalePressError
    await step(update, context)


def _handler(step: Step) -> Handler:
    """What cannot be done is told, and then shown as it stands by now."""

    async def handle(update: Update, context: ParkContext) -> None:
        desk = await Desk.pressed(update, context)
        try:
            await step(desk)
        except AnnouncementError as error:
            log.info("announcement.refused", reason=error.key)
            await desk.toast(f"error-{error.key}", alert=True)
            await screens.again(desk)

    return handle


LOOKING: dict[str, Step] = {
    "list": writing.list_,
    "open": screens.open_,
    "sheet": afterwards.sheet,
    "history": history.history,
}
"""Steps that change nothing, for all staff."""

CHANGING: dict[str, Step] = {
    "new": writing.new,
    "templates": writing.choose_template,
    "text": writing.text,
    "links": writing.links,
    "nolinks": writing.remove_links,
    "bare": writing.remove_files,
    "urgent": writing.urgent,
    "receipt": writing.receipt,
    "audience": audience.audience,
    "everybody": audience.everybody,
    "pick": audience.pick,
    "toggle": audience.toggle,
    "moved": audience.moved,
    "when": timing.when,
    "repeat": timing.repeat,
    "preview": sending.preview,
    "test": sending.test,
    "send": sending.send,
    "go": sending.go,
    "confirm": sending.confirm,
    "withdraw": sending.withdraw,
    "delete": sending.delete,
    "pause": sending.pause,
    "resume": sending.resume,
    "stop": sending.stop,
    "recall": afterwards.recall,
    "correct": afterwards.correct,
    "corrected": afterwards.corrected,
    "remind": afterwards.remind,
}

STEPS: dict[str, Handler] = {
    **{name: requires(Right.READ)(_handler(step)) for name, step in LOOKING.items()},
    **{name: requires(Right.ANNOUNCEMENTS)(_handler(step)) for name, step in CHANGING.items()},
}
