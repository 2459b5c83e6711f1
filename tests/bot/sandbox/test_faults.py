"""Faults on demand, as an HTTP client meets them, and what was taken in spite of them."""

import time
from typing import Any

import pytest
from aiohttp import ClientConnectionError, ClientPayloadError, ClientSession

from bot.sandbox.client import SandboxClient
from bot.sandbox.control.bodies import NewFault
from bot.sandbox.views import MessageView
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import EMMA, LIN

pytestmark = pytest.mark.usefixtures("started")


async def taken(client: SandboxClient) -> list[str]:
    return [row.text for row in await client.accepted()]


@pytest.mark.parametrize(("kind", "expected"), [("drop-before", []), ("drop-after", ["通知"]), ("cut", ["通知"])])
async def test_lost_answer_says_nothing_of_what_was_taken(
    bot: BotSide, client: SandboxClient, kind: str, expected: list[str]
) -> None:
    await client.plan_fault(kind, method="sendMessage")
    with pytest.raises((ClientConnectionError, ClientPayloadError)):
        await bot.call("sendMessage", chat_id=LIN, text="通知")
    assert await taken(client) == expected
    await bot.say(LIN, "又一条")
    assert await taken(client) == [*expected, "又一条"]


@pytest.mark.parametrize(("kind", "expected"), [("error-before", []), ("error-after", ["通知"])])
async def test_server_error_before_or_after(
    bot: BotSide, client: SandboxClient, kind: str, expected: list[str]
) -> None:
    await client.plan_fault(kind, status=504)
    assert await bot.refused("sendMessage", chat_id=LIN, text="通知") == (504, "Gateway Timeout")
    assert await taken(client) == expected


async def test_slow_answer_comes_late(bot: BotSide, client: SandboxClient) -> None:
    await client.plan_fault("slow", seconds=0.2)
    began = time.monotonic()
    await bot.say(LIN, "通知")
    assert time.monotonic() - began >= 0.2


@pytest.mark.parametrize(
    ("fault", "code", "description"),
    [
        ({"kind": "too-many", "seconds": 7200}, 429, "Too Many Requests: retry after 7200"),
        ({"kind": "blocked"}, 403, "Forbidden: bot was blocked by the user"),
        ({"kind": "deactivated"}, 403, "Forbidden: user is deactivated"),
        ({"kind": "kicked"}, 403, "Forbidden: bot was kicked from the supergroup chat"),
        ({"kind": "not-found"}, 400, "Bad Request: chat not found"),
    ],
)
async def test_refusal_in_telegrams_words(
    bot: BotSide, client: SandboxClient, fault: dict[str, Any], code: int, description: str
) -> None:
    await client.plan_fault(**fault)
    answer = await bot.call("sendMessage", chat_id=LIN, text="通知")
    assert (answer["error_code"], answer["description"]) == (code, description)
    assert answer.get("parameters", {}).get("retry_after") == (7200 if code == 429 else None)
    assert await taken(client) == []


async def test_fault_befalls_its_chat_and_method_as_often_as_planned(bot: BotSide, client: SandboxClient) -> None:
    await client.send_text(EMMA, "/start")
    await client.plan_fault("error-before", method="SendMessage", chat=EMMA, left=2)
    await bot.say(LIN, "一")
    await bot.ok("sendChatAction", chat_id=EMMA, action="typing")
    results = [(await bot.call("sendMessage", chat_id=EMMA, text="一"))["ok"] for _ in range(3)]
    assert results == [False, False, True]
    (fault,) = await client.faults()
    assert (fault["left"], fault["befallen"]) == (0, 2)


async def test_share_is_the_same_each_time_for_one_seed(bot: BotSide, client: SandboxClient) -> None:
    runs = []
    for _ in range(2):
        await client.clear_faults()
        await client.plan_fault("error-before", method="sendMessage", left=None, share=0.5, seed=7)
        runs.append([(await bot.call("sendMessage", chat_id=LIN, text="一"))["ok"] for _ in range(30)])
    assert runs[0] == runs[1]
    assert 5 < sum(runs[0]) < 25


async def test_fault_for_anything_spares_polling(bot: BotSide, client: SandboxClient) -> None:
    await client.plan_fault("error-before", left=None)
    assert len(await bot.updates()) == 1
    assert (await bot.call("getMe"))["ok"] is False


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "flood"},
        {"kind": "error-after", "status": 418},
        {"kind": "cut", "left": 0},
        {"kind": "cut", "share": 2},
    ],
)
async def test_fault_that_is_none_is_refused(address: str, fault: dict[str, Any]) -> None:
    async with (
        ClientSession() as session,
        session.post(f"{address}/sandbox/control/faults", json=fault) as response,
    ):
        assert (response.status, bool((await response.json())["error"])) == (400, True)


def test_every_field_of_a_fault_can_be_planned() -> None:
    assert set(NewFault.model_fields) == {"kind", "method", "chat", "left", "share", "status", "seconds", "seed"}


async def test_ledger_tells_what_was_taken(bot: BotSide, client: SandboxClient, started: MessageView) -> None:
    first = await bot.say(LIN, "通知", sandbox_marker="row-1")
    await bot.say(LIN, "通知", sandbox_marker="row-2")
    last = await bot.say(LIN, "通知", sandbox_marker="row-2")
    await bot.ok("editMessageText", chat_id=LIN, message_id=last["message_id"], text="更正")
    await bot.ok("deleteMessage", chat_id=LIN, message_id=first["message_id"])

    rows = await client.accepted()
    assert [(row.number, row.chat, row.marker, row.text, row.method) for row in rows] == [
        (number, LIN, marker, "通知", "sendMessage") for number, marker in enumerate(("row-1", "row-2", "row-2"), 1)
    ]
    assert (rows[0].message_id, int(rows[0].at)) == (first["message_id"], first["date"])
    assert await client.accepted(after=1, limit=1) == rows[1:2]
    assert await client.accepted(marker="row-1", chat=LIN) == rows[:1]
    assert await client.accepted_summary() == {
        "accepted": 3,
        "remembered": 3,
        "chats": 1,
        "repeated": 1,
        "methods": {"sendMessage": 3},
        "edited": 1,
        "deleted": 1,
    }
    await client.clear_accepted()
    assert (await client.accepted(), (await client.accepted_summary())["accepted"]) == ([], 0)
