import pytest

from bot.sandbox.client import SandboxClient
from tests.handlers.conftest import EMMA, EN, LIN
from tests.handlers.tenant.profile.talking import Person


@pytest.fixture
def lin(telegram: SandboxClient) -> Person:
    """A founder who reads Chinese."""
    return Person(telegram, LIN)


@pytest.fixture
def emma(telegram: SandboxClient) -> Person:
    """A founder who reads English."""
    return Person(telegram, EMMA, EN)
