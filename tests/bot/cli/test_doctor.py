"""`parkbot doctor`: every fault is named with its remedy."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp import ClientTimeout, web
from aiohttp.test_utils import TestServer

from bot.people import staff
from bot.people.staff import Member, Role
from storage import records
from storage.database import opened
from storage.records import Row
from tests.commands import run
from tests.factories import AT

TOKEN = "123:right"


@pytest.fixture
async def bot_api() -> AsyncIterator[str]:
    """A Bot API server that knows one token."""

    async def get_me(request: web.Request) -> web.Response:
        if request.match_info["token"] == TOKEN:
            return web.json_response({"ok": True, "result": {"id": 123, "username": "park_bot"}})
        return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)

    async def health(_: web.Request) -> web.Response:
        return web.Response()

    app = web.Application()
    app.router.add_get("/bot{token}/getMe", get_me)
    app.router.add_get("/healthz", health)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.fixture
def port() -> Iterator[int]:
    """A port that is taken by somebody else."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture(autouse=True)
def sound(own_folder: Path, bot_api: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of which one at a time is spoilt."""
    monkeypatch.setenv("PARKBOT_TELEGRAM_API_URL", bot_api)
    monkeypatch.setenv("PARKBOT_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("PARKBOT_HTTP_PORT", "0")
    monkeypatch.setenv("PARKBOT_DATABASE_URL", sqlite_url)


async def _publish(url: str) -> None:
    async with opened(url) as database, database.transaction() as session:
        await records.publish(session, [Row("faq", "a", {})], retire_missing=False, now=AT)


async def _examine(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = await asyncio.to_thread(run, "doctor", *arguments)
    return status, capsys.readouterr().out


async def test_sound_assistant_has_no_problem(capsys: pytest.CaptureFixture[str], sqlite_url: str) -> None:
    await _publish(sqlite_url)
    status, told = await _examine(capsys)
    assert (status, told.count("PROBLEM")) == (0, 0)
    assert "the token is that of @park_bot" in told
    assert "1 records" in told
    assert "phones are offered none to subscribe to: set PARKBOT_PUBLIC_URL to the https:// address" in told
    assert "has no owner yet: send /staff to the bot for your number, then run `parkbot staff add`" in told


async def test_staff_with_an_owner_is_counted(capsys: pytest.CaptureFixture[str], sqlite_url: str) -> None:
    async with opened(sqlite_url) as database:
        for telegram_id, role in ((1, Role.OWNER), (2, Role.VIEWER)):
            await staff.put(database, Member(telegram_id, role, None, AT))
    assert "2 people, with an owner." in (await _examine(capsys))[1]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("TELEGRAM_TOKEN", "", "PARKBOT_TELEGRAM_TOKEN is missing: ask @BotFather"),
        ("TELEGRAM_TOKEN", "123:wrong", "refuses the token: put @BotFather's token into PARKBOT_TELEGRAM_TOKEN"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:1", "http://127.0.0.1:1 does not answer"),
        ("HTP_PORT", "80", "PARKBOT_HTP_PORT means nothing: write PARKBOT_HTTP_PORT"),
        ("COLOUR_OF_ROOF", "red", "PARKBOT_COLOUR_OF_ROOF means nothing: see .env.example"),
        ("TIMEZONE", "Asia/Atlantis", "PARKBOT_TIMEZONE is malformed"),
        ("WEBHOOK_URL", "http://park.example", "Telegram calls https alone, not http://park.example: set an https://"),
        (
            "PUBLIC_URL",
            "http://park.example",
            "http://park.example would send their secrets in the clear: set PARKBOT_",
        ),
        ("WEBHOOK_SECRET", "aaaaaaaaaaaaaaaaaaaaaa", "PARKBOT_WEBHOOK_SECRET is easy to guess: take"),
        ("SECRET_KEY", "park", "PARKBOT_SECRET_KEY is easy to guess: take"),
        ("HTTP_HOST", "192.0.2.1", "192.0.2.1:0 cannot be listened at"),
        ("DATABASE_URL", "postgresql://me:pw@127.0.0.1:1/park", "Connection refused: check PARKBOT_DATABASE_URL"),
        ("DATABASE_URL", "sqlite://", "names no database"),
        ("DATABASE_URL", "sqlite:////dev/null/store.sqlite3", "/dev/null cannot be written: set PARKBOT_DATABASE_URL"),
    ],
)
async def test_fault_is_named_with_its_remedy(
    name: str, value: str, sentence: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"PARKBOT_{name}", value)
    status, told = await _examine(capsys)
    assert status == 1
    assert [line for line in told.splitlines() if line.startswith("PROBLEM") and sentence in line]
    assert "pw" not in told


async def test_strong_secrets_are_fine(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, sqlite_url: str
) -> None:
    await _publish(sqlite_url)
    monkeypatch.setenv("PARKBOT_SECRET_KEY", "4be3f2f1c7a9d05e86b1" * 2)
    monkeypatch.setenv("PARKBOT_WEBHOOK_URL", "https://park.example")
    status, told = await _examine(capsys)
    assert status == 0
    assert "PARKBOT_SECRET_KEY is strong" in told
    assert "phones subscribe to them at https://park.example." in told


async def test_port_that_another_program_has_is_named(
    port: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cli.checks.TIMEOUT", ClientTimeout(total=0.2))
    monkeypatch.setenv("PARKBOT_HTTP_PORT", str(port))
    assert f"127.0.0.1:{port} cannot be listened at" in (await _examine(capsys))[1]


async def test_port_that_the_assistant_itself_has_is_fine(
    bot_api: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = bot_api.rpartition(":")[2]
    monkeypatch.setenv("PARKBOT_HTTP_PORT", port)
    assert f"the assistant is running at 127.0.0.1:{port}" in (await _examine(capsys))[1]


async def test_store_that_nobody_migrated_is_named(empty_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = await _examine(capsys, "--database", empty_url)
    expected = "will be made in" if empty_url.startswith("sqlite") else "run `parkbot migrate`"
    assert expected in told


async def test_store_without_records_says_how_to_load_some(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = await _examine(capsys, "--database", database_url)
    assert status == 1
    assert "there are no records to answer from: run `parkbot import PATH`" in told
