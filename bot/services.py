"""What the ways in are given: the services, typed, in one bundle."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.announcements.service import Announcements
from bot.answering.service import AnswerService
from bot.clock import Clock
from bot.settings import Settings
from storage.database import Database


def _to_nobody() -> None:
    """Nothing is sent from the outbox where no dispatcher runs."""


@dataclass(frozen=True)
class Services:
    """`wake` is called after a transaction that wrote to the outbox: the dispatcher looks at once."""

    settings: Settings
    clock: Clock
    database: Database
    answering: AnswerService
    announcements: Announcements
    wake: Callable[[], None] = _to_nobody
