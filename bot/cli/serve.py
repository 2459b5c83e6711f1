"""`parkbot serve`."""

import asyncio

from bot.app import assistant
from bot.cli.options import DatabaseOption
from bot.cli.running import run_until_stopped
from bot.settings import Settings, load


def serve(database: DatabaseOption = None) -> None:
    """Run the assistant on Telegram until it is told to stop: by polling, or by webhook with PARKBOT_WEBHOOK_URL."""
    settings = load(database_url=database)
    run_until_stopped(_serve(settings), settings)


async def _serve(settings: Settings) -> None:
    async with assistant(settings):
        await asyncio.Event().wait()
