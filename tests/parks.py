"""Stores that hold the demonstration park, and assistants that run on them."""

import asyncio
import os
import shutil
import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from bot.answering.fitting import fit
from bot.answering.service import AnswerService
from bot.answering.sources import Source, Store
from bot.clock import SystemClock
from bot.knowledge import pack
from bot.knowledge.store import publish
from bot.people import companies
from bot.sandbox.server import TOKEN
from bot.settings import Settings
from storage.database import opened
from tests.fakes import FakeClock

ZONE = ZoneInfo("Asia/Shanghai")
SLOWEST_FIT = 300  # seconds


@pytest.fixture(scope="session")
def park_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store that holds the demonstration park and its fits, to copy; one for all processes of the run."""
    base = tmp_path_factory.getbasetemp()
    folder = base.parent / "park" if "PYTEST_XDIST_WORKER" in os.environ else base / "park"
    file, done = folder / "park.sqlite3", folder / "done"
    try:
        folder.mkdir()
    except FileExistsError:
        for _ in range(SLOWEST_FIT * 10):
            if done.exists():
                return file
            time.sleep(0.1)
        pytest.fail("the process that fits the park did not end")
    shutil.copy(migrated_file, file)

    async def filled() -> None:
        await fill(f"sqlite:///{file}")
        # as sure as any park starts: cross-fitting has its own tests, on the small park
        async with opened(f"sqlite:///{file}") as database:
            source = Store(database, SystemClock())
            await source.keep(fit.classified(await source.load()))

    asyncio.run(filled())
    done.touch()
    return file


@pytest.fixture(scope="session")
def known(park_file: Path) -> AnswerService:
    """A service that has read the demonstration park: building its engine takes most of a start."""

    async def warmed() -> AnswerService:
        async with opened(f"sqlite:///{park_file}") as database:
            service = AnswerService(Store(database, SystemClock()), ZONE)
            await service.warm(FakeClock().now(), fitted=True)
            return service

    return asyncio.run(warmed())


@pytest.fixture
def quick_start(known: AnswerService, monkeypatch: pytest.MonkeyPatch) -> None:
    """Services of this test begin with what `known` has read, as long as the store says the same."""
    begin = AnswerService.__init__

    def prepared(self: AnswerService, source: Source, zone: ZoneInfo) -> None:
        begin(self, source, zone)
        self._engine = known._engine

    monkeypatch.setattr(AnswerService, "__init__", prepared)


@pytest.fixture
def park_url(park_file: Path, tmp_path: Path) -> str:
    """A SQLite store that holds the demonstration park."""
    return f"sqlite:///{shutil.copy(park_file, tmp_path / 'park.sqlite3')}"


async def fill(url: str) -> None:
    """Publish the demonstration park, its events on the dates that the files say."""
    async with opened(url) as database:
        await publish(database, pack.demonstration(), replace=True, clock=SystemClock())
        await companies.save(database, companies.demonstration(), SystemClock())


def settings_for(sandbox: str, database_url: str, **given: Any) -> Settings:
    """Settings of an assistant that talks to the sandbox at this address, on a port of its own."""
    values: dict[str, Any] = {
        "telegram_token": SecretStr(TOKEN),
        "telegram_api_url": f"{sandbox}/sandbox",
        "database_url": database_url,
        "http_port": 0,
    }
    return Settings(_env_file=None, **(values | given))
