"""Fixtures for all tests."""

import pytest

from tests.fakes import FakeClock

pytest_plugins = ["tests.stores"]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
