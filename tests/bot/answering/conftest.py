"""An assistant that knows the demonstration park, built once."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.confidence import DEFAULT
from bot.answering.engine import Engine
from bot.answering.sources import Store
from bot.clock import SystemClock
from bot.knowledge.pack import demonstrated
from storage.database import opened
from tests.bot.answering.asking import Ask
from tests.bot.answering.times import ZONE


@pytest.fixture(scope="session")
def engine(park_file: Path) -> Engine:
    """As `parkbot ask` knows the demonstration: fitted, and as sure as any park starts."""
    engine = Engine(demonstrated(), ZONE)

    async def use_kept() -> None:
        async with opened(f"sqlite:///{park_file}") as database:
            fits = await Store(database, SystemClock()).kept(engine.fingerprint)
        assert fits is not None
        engine.use(replace(fits, acceptance=DEFAULT))

    asyncio.run(use_kept())
    return engine


@pytest.fixture
def ask(engine: Engine) -> Ask:
    """Asks in one chat, turn by turn."""
    return Ask(engine)
