"""An assistant that knows the demonstration park, built once."""

import pytest

from bot.answering.engine import Engine
from bot.knowledge.pack import demonstration
from bot.knowledge.snapshot import Snapshot
from tests.bot.answering.asking import Ask
from tests.bot.answering.times import ZONE


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(Snapshot.of(demonstration()), ZONE)


@pytest.fixture
def ask(engine: Engine) -> Ask:
    """Asks in one chat, turn by turn."""
    return Ask(engine)
