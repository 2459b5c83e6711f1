"""The whole way of a question on PostgreSQL, with two replicas that share the work."""

from uuid import uuid4

from aiohttp.test_utils import unused_port

from bot.app import assistant
from bot.sandbox.client import SandboxClient
from storage import updates
from storage.database import opened
from storage.models import UpdateState
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, LIN
from tests.parks import fill, settings_for
from tests.postgres import Postgres
from tests.stores import TEMPLATE
from tests.waiting import until

QUESTIONS = 10


async def test_replicas_answer_every_question_once(
    postgres: Postgres, telegram_address: str, telegram: SandboxClient, clock: FakeClock
) -> None:
    port = unused_port()
    with postgres.database(f"park_{uuid4().hex}", TEMPLATE) as url:
        await fill(url)
        first = settings_for(telegram_address, url, http_port=port, webhook_url=f"http://127.0.0.1:{port}")
        second = first.model_copy(update={"http_port": 0})
        async with assistant(first, clock), assistant(second, clock), opened(url) as database:
            for _ in range(QUESTIONS):
                await telegram.send_text(LIN, "硬功馆晚上开门吗")
                await telegram.send_text(EMMA, "Is the hardware lab open at night?")

            async def done() -> int:
                async with database.read() as session:
                    return await updates.count(session, UpdateState.DONE)

            await until(done, is_=2 * QUESTIONS, within=20)
            for person, words in ((LIN, "24 小时"), (EMMA, "24 hours")):
                answers = [message.text for message in await telegram.messages(person) if message.from_bot]
                assert len(answers) == QUESTIONS
                assert all(words in answer for answer in answers)
