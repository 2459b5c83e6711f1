"""`parkbot serve`."""

import asyncio

from bot.app import assistant
from bot.cli.options import DatabaseOption
from bot.cli.running import run_until_stopped
from bot.clock import Clock, SystemClock
from bot.settings import Settings, load


def serve(database: DatabaseOption = None) -> None:
    """Run the assistant on Telegram until it is told to stop: by polling, or by webhook with PARKBOT_WEBHOOK_URL."""
    run(load(database_url=database), SystemClock())


def run(settings: Settings, clock: Clock) -> None:
    """The service by that clock, until it is told to stop."""
    run_until_stopped(_serve(settings, clock), settings)


async def _serve(settings: Settings, clock: Clock) -> None:
    async with assistant(settings, clock):
        await asyncio.Event().wait()
