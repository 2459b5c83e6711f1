"""The command line as a whole: what is listed, and how faults are told."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from tests.commands import run

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.mark.parametrize("arguments", [(), ("--help",)])
def test_help_lists_every_command(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 0
    listed = capsys.readouterr().out
    for name, row in COMMANDS.items():
        assert f"{name} " in listed
        assert row.help in " ".join(listed.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_a_help_of_its_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(name, "--help") == 0
    assert f"Usage: parkbot {name} " in capsys.readouterr().out
    module, _, function = COMMANDS[name].place.partition(":")
    assert callable(getattr(import_module(module), function))


def test_help_imports_nothing_that_takes_long() -> None:
    code = "import sys; from bot.cli import main\ntry: main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    modules = set(printed.splitlines()[-1].split())
    assert "typer" in modules
    assert modules.isdisjoint({"sqlalchemy", "aiohttp", "telegram", "numpy", "pydantic_settings", "alembic"})


def test_module_is_the_same_as_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("parkbot 0.")


@pytest.mark.parametrize(
    "arguments", [("dance",), ("migrate", "--loud"), ("migrate", "now"), ("migrate", "--database")]
)
def test_bad_usage_is_one_line_and_status_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("parkbot: ")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("url", ["mysql://host/park", "postgresql://127.0.0.1:1/park", "sqlite:////proc/park/store"])
def test_fault_of_the_store_is_one_line_and_status_1(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("migrate", "--database", url) == 1
    told = capsys.readouterr().err
    assert told.startswith("parkbot: The ")
    assert told.count("\n") == 1


def test_fault_of_a_setting_is_one_line_and_status_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARKBOT_TIMEZONE", "Asia/Atlantis")
    assert run("migrate") == 1
    demand = "must be the name of a time zone, like Asia/Shanghai"
    assert capsys.readouterr().err == f"parkbot: PARKBOT_TIMEZONE is malformed: {demand}.\n"
