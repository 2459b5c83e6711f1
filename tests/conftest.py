"""Fixtures for all tests."""

import os
from pathlib import Path

import pytest

from tests.fakes import FakeClock

pytest_plugins = ["tests.browser", "tests.stores", "tests.parks", "tests.thoroughness"]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with no settings but those that the test makes."""
    for name in [name for name in os.environ if name.startswith("PARKBOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path
