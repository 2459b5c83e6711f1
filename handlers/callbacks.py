"""Buttons pressed: what they carried, and what is said when that is stale."""

from collections.abc import Callable, Coroutine, Mapping
from functools import wraps
from typing import Any, TypeVar

import structlog
from telegram import Update

from bot.errors import RefusalError
from bot.messages.callbacks import unpack
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge

log = structlog.get_logger(__name__)

Step = TypeVar("Step")
Handler = Callable[[Update, ParkContext], Coroutine[Any, Any, None]]

MAX_DIGITS = 9  # any such number fits an INTEGER of the store
MAX_PERSON_DIGITS = 16  # of Telegram's numbers of people, which have at most 52 bits


class StalePressError(Exception):
    """A button that does nothing: of what is gone, of another place, none of ours; `key` is what the tenant is told."""

    def __init__(self, key: str = "press-stale") -> None:
        super().__init__(key)
        self.key = key


def press(handle: Handler) -> Handler:
    """A handler whose StalePressError, or the refusal of what was pressed, is told to the tenant."""

    @wraps(handle)
    async def handler(update: Update, context: ParkContext) -> None:
        try:
            await handle(update, context)
        except StalePressError as stale:
            await _tell(update, context, stale.key)
        except RefusalError as refused:
            await _tell(update, context, refused.text)

    return handler


async def _tell(update: Update, context: ParkContext, key: str) -> None:
    log.info("press.stale", reason=key)
    tenant = await Tenant.of(update, context)
    await acknowledge(update, tenant.texts(key), alert=True)


def in_private(handle: Handler) -> Handler:
    """A handler of a button that a group cannot press: whoever does is sent to the private chat."""

    @wraps(handle)
    async def handler(update: Update, context: ParkContext) -> None:
        if not (await Tenant.of(update, context)).private:
            raise StalePressError("press-private")
        await handle(update, context)

    return press(handler)


@press
async def unknown(_update: Update, _context: ParkContext) -> None:
    """A button that no handler knows."""
    raise StalePressError


def arguments_of(update: Update, count: int) -> list[str]:
    """The arguments of the press; raises StalePressError unless there are `count`."""
    query = update.callback_query
    _, arguments = unpack((query.data if query else None) or "")
    if len(arguments) != count:
        raise StalePressError
    return arguments


def step_of(update: Update, steps: Mapping[tuple[str, int], Step]) -> tuple[str, Step, list[str]]:
    """Of a press on <action>:<step>:<argument>..., the step, what takes it, and the arguments.

    `steps` have them by their names and numbers of arguments; raises StalePressError for any other.
    """
    query = update.callback_query
    _, given = unpack((query.data if query else None) or "")
    step, arguments = (given[0], given[1:]) if given else ("", [])
    take = steps.get((step, len(arguments)))
    if take is None:
        raise StalePressError
    return step, take, arguments


def number(argument: str, most_digits: int = MAX_DIGITS) -> int:
    """Raises StalePressError for what is no number of ours."""
    if not argument.isdecimal() or len(argument) > most_digits:
        raise StalePressError
    return int(argument)
