"""Polling that loses nothing: an update is in the store before Telegram is told that we have it."""

import asyncio

import structlog
from telegram import Update
from telegram.error import NetworkError

from bot.inbox import Inbox
from storage.errors import StoreError

log = structlog.get_logger(__name__)


class StoringQueue(asyncio.Queue[object]):
    """The queue that the library's Updater fills: its awaited `put` commits, and only then is the offset confirmed."""

    def __init__(self, inbox: Inbox) -> None:
        super().__init__()
        self._inbox = inbox

    async def put(self, item: object) -> None:
        """Raises NetworkError, which the Updater answers by asking Telegram for the same updates again."""
        if not isinstance(item, Update):
            raise TypeError(f"not an update: {type(item).__name__}")
        try:
            await self._inbox.accept(item.to_dict())
        except StoreError as error:
            log.warning("update.not_stored", update_id=item.update_id, error=str(error))
            raise NetworkError("an update could not be stored") from error
        except Exception as error:  # anything else would end the Updater's loop, and nobody would be heard any more
            log.exception("update.not_stored", update_id=item.update_id)
            raise NetworkError("an update could not be stored") from error


def log_polling_error(error: Exception) -> None:
    log.warning("polling.failed", error=f"{type(error).__name__}: {error}")
