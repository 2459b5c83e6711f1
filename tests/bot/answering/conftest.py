"""An assistant that knows the demonstration park, built once."""

import pytest

from bot.answering.engine import Engine
from bot.answering.fitting.fit import classified
from bot.knowledge.pack import demonstrated
from tests.bot.answering.asking import Ask
from tests.bot.answering.times import ZONE


@pytest.fixture(scope="session")
def engine() -> Engine:
    snapshot = demonstrated()
    engine = Engine(snapshot, ZONE)
    engine.use(classified(snapshot))
    return engine


@pytest.fixture
def ask(engine: Engine) -> Ask:
    """Asks in one chat, turn by turn."""
    return Ask(engine)
