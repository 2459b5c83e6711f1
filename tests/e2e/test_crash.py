"""kill -9 while questions are being answered: none is lost, and only what was in flight is answered twice.

CRASH_CHATS says how many chats ask; `make soak` takes more of them.
"""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer, unused_port

from bot.inbox import CONCURRENCY
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import TOKEN, Options, create_sandbox
from storage import exchanges
from storage.database import Database, opened
from tests.e2e.processes import parkbot
from tests.waiting import until

CHATS = int(os.environ.get("CRASH_CHATS", "40"))
ASKED = (
    "硬功馆晚上开门吗",
    "租金补贴补多少？",
    "食堂几点关门？",
    "Is there a climbing wall?",
    "帮我订一张去北京的机票",
)
ALL = CHATS * len(ASKED)

Question = tuple[int, int]


@pytest.fixture
async def telegram_address() -> AsyncIterator[str]:
    options = Options(latency=0.02, webhook_backoff=0.1, webhook_longest=0.5)
    async with TestServer(create_sandbox(options=options).application()) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.fixture
def env(park_url: str, telegram_address: str) -> dict[str, str]:
    return {
        "PARKBOT_TELEGRAM_TOKEN": TOKEN,
        "PARKBOT_TELEGRAM_API_URL": f"{telegram_address}/sandbox",
        "PARKBOT_DATABASE_URL": park_url,
        "PARKBOT_HTTP_PORT": str(unused_port()),
        "PARKBOT_LOG_LEVEL": "WARNING",
    }


async def ask_everything(telegram: SandboxClient) -> set[Question]:
    """All questions of all chats, by chat and message."""
    people = await asyncio.gather(*(telegram.create_person(f"Tenant {number}") for number in range(CHATS)))
    asked: set[Question] = set()
    for text in ASKED:
        sent = await asyncio.gather(*(telegram.send_text(person.id, text) for person in people))
        asked |= {(message.chat, message.id) for message in sent}
    return asked


async def answered(database: Database, asked: set[Question]) -> dict[Question, int]:
    """Questions whose answer is recorded, with the message that it is."""
    found: dict[Question, int] = {}
    async with database.read() as session:
        for chat in {chat for chat, _ in asked}:
            for one in await exchanges.of_chat(session, chat):
                if one.message_id and one.reply_id:
                    found[chat, one.message_id] = one.reply_id
    return found


@pytest.mark.parametrize("receives", ["polling", "webhook"])
async def test_no_question_is_lost_by_kill_9(
    receives: str, telegram_address: str, env: dict[str, str], park_url: str, tmp_path: Path
) -> None:
    if receives == "webhook":
        env["PARKBOT_WEBHOOK_URL"] = f"http://127.0.0.1:{env['PARKBOT_HTTP_PORT']}"
    async with SandboxClient(telegram_address) as telegram, opened(park_url) as database:
        asked = await ask_everything(telegram)
        async with parkbot("serve", folder=tmp_path, env=env) as process:
            await telegram.wait_calls(ALL // 2, method="sendMessage", within=60)
            assert await process.end(signal.SIGKILL) == -signal.SIGKILL
        async with parkbot("serve", folder=tmp_path, env=env) as process:

            async def count() -> int:
                return len(await answered(database, asked))

            await until(count, is_=ALL, within=60)
            assert await process.end(signal.SIGTERM) == 0
        replies = await answered(database, asked)
        sent = Counter(call.chat for call in await telegram.calls(method="sendMessage"))

    assert set(replies) == asked
    assert len(set(replies.values())) == ALL
    assert min(sent.values()) == len(ASKED)
    assert 0 <= sent.total() - ALL <= CONCURRENCY
