"""Webhooks: delivery in order, retries, the secret, the answer in the response."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.sandbox.client import SandboxClient
from bot.sandbox.webhook import SECRET_HEADER
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import CHEN, EMMA, LIN


@dataclass
class Hook:
    """The bot's own server: remembers what came, answers as `respond` says."""

    url: str = ""
    tried: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    secrets: set[str | None] = field(default_factory=set)
    respond: Callable[[str], web.StreamResponse] = lambda _text: web.Response()
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    came: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        text = (await request.json())["message"]["text"]
        self.tried.append(text)
        self.secrets.add(request.headers.get(SECRET_HEADER))
        await self._notify()
        await self.gate.wait()
        response = self.respond(text)
        if response.status == 200:
            self.taken.append(text)
            await self._notify()
        return response

    async def until(self, count: int, *, tried: bool = False) -> None:
        """Until so many updates were taken, or at least tried."""
        counted = self.tried if tried else self.taken
        async with asyncio.timeout(5), self.came:
            await self.came.wait_for(lambda: len(counted) >= count)

    async def _notify(self) -> None:
        async with self.came:
            self.came.notify_all()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    hook.gate.set()
    app = web.Application()
    app.router.add_post("/hook", hook.serve)
    async with TestServer(app) as server:
        hook.url = str(server.make_url("/hook"))
        yield hook


async def test_updates_come_with_the_secret(bot: BotSide, client: SandboxClient, hook: Hook) -> None:
    await client.send_text(LIN, "before")
    await bot.ok("setWebhook", url=hook.url, secret_token="s3cret_-")
    await client.send_text(LIN, "after")
    await hook.until(2)

    assert (hook.taken, hook.secrets) == (["before", "after"], {"s3cret_-"})
    assert (await bot.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_without_a_secret_no_header_is_sent(bot: BotSide, client: SandboxClient, hook: Hook) -> None:
    await bot.ok("setWebhook", url=hook.url)
    await client.send_text(LIN, "x")
    await hook.until(1)

    assert hook.secrets == {None}


async def test_chat_waits_for_its_turn_while_others_go_on(bot: BotSide, client: SandboxClient, hook: Hook) -> None:
    await bot.ok("setWebhook", url=hook.url)
    hook.gate.clear()
    for text in ("lin 1", "lin 2"):
        await client.send_text(LIN, text)
    await client.send_text(EMMA, "emma 1")
    await hook.until(2, tried=True)
    waiting = list(hook.tried)
    hook.gate.set()
    await hook.until(3)

    assert sorted(waiting) == ["emma 1", "lin 1"]
    assert [text for text in hook.taken if text.startswith("lin")] == ["lin 1", "lin 2"]


async def test_max_connections_bounds_what_is_under_way(bot: BotSide, client: SandboxClient, hook: Hook) -> None:
    await bot.ok("setWebhook", url=hook.url, max_connections=1)
    hook.gate.clear()
    for person in (LIN, EMMA, CHEN):
        await client.send_text(person, str(person))
    await asyncio.sleep(0.1)
    tried = len(hook.tried)
    hook.gate.set()
    await hook.until(3)

    assert tried == 1


async def test_failed_update_is_tried_again_before_the_next(bot: BotSide, client: SandboxClient, hook: Hook) -> None:
    answers = iter([500, 503, 404, 302])
    hook.respond = lambda _text: web.Response(status=next(answers, 200))
    await bot.ok("setWebhook", url=hook.url)
    await client.send_text(LIN, "1")
    await client.send_text(LIN, "2")
    await hook.until(2)
    info = await bot.ok("getWebhookInfo")

    assert hook.tried == ["1"] * 5 + ["2"]
    assert info["last_error_message"] == "Wrong response from the webhook: 302 Found"


async def test_retry_waits_as_long_as_the_bot_asks(bot: BotSide, client: SandboxClient, hook: Hook) -> None:
    busy = iter([web.Response(status=503, headers={"Retry-After": "1"})])
    hook.respond = lambda _text: next(busy, web.Response())
    await bot.ok("setWebhook", url=hook.url)
    begun = asyncio.get_running_loop().time()
    await client.send_text(LIN, "1")
    await hook.until(1)

    assert asyncio.get_running_loop().time() - begun > 0.9


async def test_unreachable_webhook_keeps_updates_pending(bot: BotSide, client: SandboxClient, hook: Hook) -> None:
    await bot.ok("setWebhook", url="http://127.0.0.1:9/hook")
    await client.send_text(LIN, "x")
    info: dict[str, Any] = {}
    async with asyncio.timeout(5):
        while "last_error_message" not in info:
            info = await bot.ok("getWebhookInfo")
    await bot.ok("setWebhook", url=hook.url)
    await hook.until(1)

    assert (info["last_error_message"], info["pending_update_count"]) == ("Connection refused", 1)


async def test_deleting_the_webhook_gives_pending_updates_back_to_polling(
    bot: BotSide, client: SandboxClient, hook: Hook
) -> None:
    hook.respond = lambda _text: web.Response(status=500)
    await bot.ok("setWebhook", url=hook.url)
    await client.send_text(LIN, "x")
    await bot.ok("deleteWebhook")

    assert [update["message"]["text"] for update in await bot.updates()] == ["x"]
    await bot.ok("deleteWebhook", drop_pending_updates=True)
    assert await bot.updates() == []


async def test_call_in_the_response_is_carried_out(bot: BotSide, client: SandboxClient, hook: Hook) -> None:
    hook.respond = lambda text: web.json_response({"method": "sendMessage", "chat_id": LIN, "text": f"re {text}"})
    await bot.ok("setWebhook", url=hook.url)

    assert (await client.ask(LIN, "x")).text == "re x"


async def test_refused_call_in_the_response_does_not_hold_up_the_chat(
    bot: BotSide, client: SandboxClient, hook: Hook
) -> None:
    hook.respond = lambda _text: web.json_response({"method": "sendMessage", "chat_id": 4711, "text": "x"})
    await bot.ok("setWebhook", url=hook.url)
    await client.send_text(LIN, "1")
    await client.send_text(LIN, "2")
    await hook.until(2)

    assert hook.taken == ["1", "2"]


async def test_webhook_info_tells_the_settings(bot: BotSide) -> None:
    assert await bot.ok("getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }
    await bot.ok("setWebhook", url="https://127.0.0.1:9/", max_connections=500, allowed_updates=["message"])

    assert await bot.ok("getWebhookInfo") == {
        "url": "https://127.0.0.1:9/",
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 100,
        "allowed_updates": ["message"],
    }
    await bot.ok("setWebhook", url="")
    assert (await bot.ok("getWebhookInfo"))["url"] == ""


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"url": "ftp://example.com"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://a.cn", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "https://a.cn", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_webhook_is_refused(bot: BotSide, params: dict[str, str], description: str) -> None:
    assert await bot.refused("setWebhook", **params) == (400, f"Bad Request: {description}")
