"""`parkbot serve` as a process: what its operator sees."""

import signal
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer, unused_port

from bot.sandbox.server import TOKEN, create_sandbox
from tests.e2e.processes import parkbot


async def fails(folder: Path, **env: str) -> str:
    """The one line that it says before it gives up."""
    async with parkbot("serve", folder=folder, env=env) as process:
        said = await process.wait_for("parkbot: ")
        assert await process.status() == 1
    assert "Traceback" not in "".join(process.lines)
    return said


async def test_missing_token_is_one_sentence(tmp_path: Path) -> None:
    assert "PARKBOT_TELEGRAM_TOKEN is missing" in await fails(tmp_path)


async def test_malformed_setting_is_named(tmp_path: Path) -> None:
    assert "PARKBOT_HTTP_PORT" in await fails(tmp_path, PARKBOT_TELEGRAM_TOKEN=TOKEN, PARKBOT_HTTP_PORT="many")


async def test_refused_token_is_one_sentence(tmp_path: Path) -> None:
    async with TestServer(create_sandbox().application()) as telegram:
        said = await fails(
            tmp_path,
            PARKBOT_TELEGRAM_TOKEN="1234567890:wrong",
            PARKBOT_TELEGRAM_API_URL=f"{str(telegram.make_url('')).rstrip('/')}/sandbox",
            PARKBOT_HTTP_PORT=str(unused_port()),
        )
    assert "refused by Telegram" in said
    assert "1234567890:wrong" not in said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_stop_is_heeded_while_telegram_is_out_of_reach(tmp_path: Path, number: int) -> None:
    env = {
        "PARKBOT_TELEGRAM_TOKEN": TOKEN,
        "PARKBOT_TELEGRAM_API_URL": f"http://127.0.0.1:{unused_port()}",
        "PARKBOT_HTTP_PORT": str(unused_port()),
        "PARKBOT_LOG_FORMAT": "json",
    }
    async with parkbot("serve", folder=tmp_path, env=env) as process:
        assert '"telegram.unreachable"' in await process.wait_for("telegram.unreachable")
        assert await process.end(number) == 0
    assert TOKEN not in "".join(process.lines)
