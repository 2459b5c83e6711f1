"""The assistant by webhook; Telegram's side is the sandbox, and for hostile deliveries plain HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port
from pydantic import SecretStr

from bot import exchanges, tenants
from bot.app import Assistant, assistant
from bot.inbox import Inbox
from bot.languages import Language
from bot.sandbox.client import SandboxClient
from handlers.web.webhook import PATH, SECRET_HEADER
from storage import cases, updates
from storage.errors import StoreUnavailableError
from storage.models import Rating, UpdateState
from tests.fakes import FakeClock
from tests.handlers.conftest import LIN, ZH
from tests.parks import settings_for
from tests.waiting import until

SECRET = "hook-secret"


@pytest.fixture
async def park(
    park_url: str, telegram_address: str, clock: FakeClock, telegram: SandboxClient
) -> AsyncIterator[Assistant]:
    port = unused_port()
    settings = settings_for(
        telegram_address,
        park_url,
        http_port=port,
        webhook_url=f"http://127.0.0.1:{port}",
        webhook_secret=SecretStr(SECRET),
    )
    async with assistant(settings, clock) as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


async def deliver(http: ClientSession, park: Assistant, body: Any, secret: str = SECRET) -> int:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with http.post(f"{park.address}{PATH}", data=data, headers={SECRET_HEADER: secret}) as response:
        return response.status


def update(update_id: int, text: str = "/help", chat: int = LIN) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "林工", "language_code": "zh-hans"}
    entities = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text.startswith("/") else []
    message = {
        "message_id": update_id,
        "date": 1,
        "chat": {"id": chat, "type": "private"},
        "from": person,
        "text": text,
    }
    return {"update_id": update_id, "message": message | {"entities": entities}}


def press(update_id: int, data: str) -> dict[str, Any]:
    message = update(1)["message"]
    return {
        "update_id": update_id,
        "callback_query": {"id": "1", "from": message["from"], "message": message, "chat_instance": "1", "data": data},
    }


async def stored(park: Assistant) -> list[int]:
    async with park.services.database.read() as session:
        return [row.update_id for state in UpdateState for row in await updates.every(session, state)]


async def test_question_is_answered_by_webhook(park: Assistant, telegram: SandboxClient) -> None:
    assert "24" in (await telegram.ask(LIN, "硬功馆晚上开门吗")).text
    assert (await telegram.calls(method="setWebhook"))[-1].params["secret_token"] == SECRET


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", "秘密"])
async def test_wrong_secret_is_refused(park: Assistant, http: ClientSession, secret: str) -> None:
    assert await deliver(http, park, update(7), secret) == 401
    assert await stored(park) == []


async def test_secret_that_is_no_text_is_refused(park: Assistant) -> None:
    host, port = park.address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n{SECRET_HEADER}: "
    writer.write(head.encode() + b"\xff\xfe\r\n\r\n")
    assert b" 401 " in await reader.readline()
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[" * 100_000,
        [],
        "text",
        7,
        None,
        {},
        {"update_id": "7"},
        {"update_id": True},
        {"update_id": -1},
        {"update_id": 2**63},
    ],
)
async def test_what_is_no_update_is_refused(park: Assistant, http: ClientSession, body: Any) -> None:
    assert await deliver(http, park, body) == 400
    assert await stored(park) == []


async def test_update_delivered_twice_is_worked_once(
    park: Assistant, telegram: SandboxClient, http: ClientSession
) -> None:
    await telegram.send_text(LIN, "/start")
    for update_id in (7, 7, 8):
        assert await deliver(http, park, update(update_id)) == 200
    await telegram.wait_calls(3, method="sendMessage", chat=LIN)
    await until(lambda: pending(park), is_=0)
    assert len(await telegram.calls(method="sendMessage", chat=LIN)) == 3


async def test_message_that_was_answered_under_another_update_changes_nothing(
    park: Assistant, telegram: SandboxClient, http: ClientSession
) -> None:
    async def told() -> str:
        held = await tenants.held(park.services.database, LIN)
        assert held is not None
        return str((held.chat.context, held.exchanges, held.cases))

    await telegram.send_text(LIN, "/start")
    question = update(7, "帮我订一张去北京的机票")
    assert await deliver(http, park, question) == 200
    await telegram.wait_calls(2, method="sendMessage", chat=LIN)
    await until(lambda: pending(park), is_=0)
    assert await exchanges.rate(park.services.database, LIN, 1, Rating.DOWN)
    async with park.services.database.transaction() as session:
        await cases.close(session, 1)
    before = await told()
    assert await deliver(http, park, question | {"update_id": 8}) == 200
    await until(lambda: pending(park), is_=0)
    assert await told() == before
    assert len(await telegram.calls(method="sendMessage", chat=LIN)) == 2


@pytest.mark.parametrize("text", ["硬" * 100_000, "\u0007\u0000\ud800" * 1000])
async def test_question_that_telegram_would_not_let_through_is_answered(
    park: Assistant, telegram: SandboxClient, http: ClientSession, text: str
) -> None:
    start = await telegram.send_text(LIN, "/start")
    await telegram.wait_messages(LIN, after=start.change)
    assert await deliver(http, park, update(7, text)) == 200
    (_, answer) = await telegram.wait_messages(LIN, after=start.change, count=2)
    assert answer.text not in {"", ZH("error-apology")}


async def test_update_that_cannot_be_stored_is_left_to_telegram(
    park: Assistant, http: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: Any) -> None:
        raise StoreUnavailableError("locked")

    monkeypatch.setattr(Inbox, "accept", fail)
    assert await deliver(http, park, update(7)) == 503


async def test_group_that_moves_keeps_its_language(park: Assistant, http: ClientSession) -> None:
    database = park.services.database
    await tenants.choose_language(database, -7, "group", Language.EN, park.services.clock.now())
    moves = update(7, text="")["message"] | {"chat": {"id": -7, "type": "group"}, "migrate_to_chat_id": -1007}
    assert await deliver(http, park, {"update_id": 7, "message": moves}) == 200
    await until(lambda: pending(park), is_=0)
    moved = await tenants.find(database, -1007)
    assert moved is not None
    assert moved.user_language == "en"


async def pending(park: Assistant) -> int:
    async with park.services.database.read() as session:
        return await updates.count(session, UpdateState.PENDING)


@pytest.mark.parametrize(
    "body",
    [
        {"update_id": 7},
        {"update_id": 7, "message": {}},
        {"update_id": 7, "message": {"chat": 5}},
        {"update_id": 7, "message": "text"},
        {"update_id": 7, "poll": {"unknown": True}},
        {"update_id": 7, "something_new": {"chat": {"id": 5}}},
        {"update_id": 7, "message": {"text": "\ud800 \u0000"}},
    ],
)
async def test_strange_update_blocks_nothing(
    park: Assistant, telegram: SandboxClient, http: ClientSession, clock: FakeClock, body: Any
) -> None:
    assert await deliver(http, park, body) == 200
    assert (await telegram.ask(LIN, "/help")).text


@pytest.mark.parametrize(
    "data",
    [
        "show",
        "show:facility",
        "show:spaceship:x",
        "show:facility:makers-lab:more",
        "fact:facility:makers-lab",
        "fact:facility:makers-lab:nonsense",
        "list:facility:-1",
        "list:facility:99999999999999999999",
        "list:facility:next",
        "list:spaceship:0",
        "rate:1:sideways",
        "rate:99999999999999999999:up",
        "rate:99999999999:up",
        "rate:x:up",
        "lang:fr",
        "settings:nonsense",
        "settings:export",
        "settings:export:-1",
        "settings:export:0:0",
        "forget:maybe",
        "nonsense",
        ":",
        "😀" * 16,
    ],
)
async def test_hostile_press_is_stale(
    park: Assistant, telegram: SandboxClient, http: ClientSession, clock: FakeClock, data: str
) -> None:
    await telegram.send_text(LIN, "/start")
    assert await deliver(http, park, press(7, data)) == 200
    await until(lambda: pending(park), is_=0)
    async with park.services.database.read() as session:
        assert await updates.count(session, UpdateState.PARKED) == 0
