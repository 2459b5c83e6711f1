"""A command that runs until it is told to stop."""

import asyncio
import signal
from collections.abc import Coroutine
from contextlib import suppress

from bot.logs import configure
from bot.settings import Settings

try:
    from uvloop import run
except ImportError:  # uvloop has no build for this platform
    from asyncio import run  # type: ignore[assignment]


def run_until_stopped(main: Coroutine[None, None, None], settings: Settings) -> None:
    """Runs `main` until SIGTERM or SIGINT cancels it, with logs as the settings say; a second signal hurries it."""
    configure(settings.log_format, settings.log_level)
    run(_cancelled_by_signals(main))


async def _cancelled_by_signals(main: Coroutine[None, None, None]) -> None:
    working = asyncio.ensure_future(main)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, working.cancel)
    with suppress(asyncio.CancelledError):
        await working
