"""`parkbot migrate`."""

from pathlib import Path

import pytest

from storage.schema import HEAD
from tests.commands import run


def test_migrate_makes_the_store_and_may_be_repeated(empty_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run("migrate", "--database", empty_url) == 0
        assert capsys.readouterr().out == f"The store is at version {HEAD}.\n"


@pytest.mark.usefixtures("own_folder")
def test_migrate_without_settings_makes_the_default_store() -> None:
    assert run("migrate") == 0
    assert Path("data/parkbot.sqlite3").exists()
