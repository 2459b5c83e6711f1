import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import configure

TOKEN = "1234567890:AAExample-of_a_token"


@pytest.fixture
def _restored() -> Iterator[None]:
    """Logging as it was, afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.usefixtures("_restored")
def test_json_lines_of_ours_and_of_libraries_look_alike(capsys: pytest.CaptureFixture[str]) -> None:
    configure("json", "INFO")
    structlog.get_logger("ours").info("update.stored", update_id=7, text="云栖")
    logging.getLogger("library").warning("watch %s", "out")
    ours, theirs = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert (ours["event"], ours["update_id"], ours["text"], ours["level"]) == ("update.stored", 7, "云栖", "info")
    assert (theirs["event"], theirs["level"]) == ("watch out", "warning")


@pytest.mark.usefixtures("_restored")
@pytest.mark.parametrize("log_format", ["json", "console"])
def test_tokens_are_hidden_wherever_they_stand(capsys: pytest.CaptureFixture[str], log_format: str) -> None:
    configure(log_format, "INFO")
    log = structlog.get_logger("ours")
    log.info("called", url=f"https://api.telegram.org/bot{TOKEN}/getMe")
    log.error("failed", exc_info=ValueError(TOKEN))
    logging.getLogger("library").warning("calling %s", TOKEN)
    told = capsys.readouterr().err
    assert TOKEN not in told
    assert told.count("<token>") == 3


@pytest.mark.usefixtures("_restored")
def test_secret_addresses_of_calendars_are_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    configure("json", "INFO")
    logging.getLogger("library").warning("GET %s", "https://park.example/calendar/0123456789-_abcdefghijklmnopqrst.ics")
    told = capsys.readouterr().err
    assert "/calendar/<token>.ics" in told


@pytest.mark.usefixtures("_restored")
def test_level_and_the_chatter_of_libraries_are_kept_down(capsys: pytest.CaptureFixture[str]) -> None:
    configure("console", "INFO")
    structlog.get_logger("ours").debug("detail")
    logging.getLogger("telegram.ext").info("chatter")
    logging.getLogger("aiohttp.access").info("chatter")
    logging.getLogger("alembic.runtime.plugins").info("chatter")
    assert capsys.readouterr().err == ""
