"""Two replicas on PostgreSQL, asked at once."""

import asyncio
from dataclasses import replace
from uuid import uuid4

from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from bot.app import assistant
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from storage import chats
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.web.api.conftest import PEOPLE, caller_with, written
from tests.parks import settings_for
from tests.postgres import Postgres
from tests.stores import TEMPLATE


async def test_replicas_make_one_announcement_of_requests_with_one_key(
    postgres: Postgres, telegram_address: str, telegram: SandboxClient, clock: FakeClock, http: ClientSession
) -> None:
    port = unused_port()
    with postgres.database(f"park_{uuid4().hex}", TEMPLATE) as url:
        settings = settings_for(telegram_address, url, http_port=port, webhook_url=f"http://127.0.0.1:{port}")
        other = settings.model_copy(update={"http_port": 0})
        async with assistant(settings, clock) as first, assistant(other, clock) as second:
            async with first.services.database.transaction() as session:
                for person in PEOPLE:
                    await chats.upsert(session, person, "private", AT)
            one = await caller_with(first, http, Role.ANNOUNCER)
            callers = [one, replace(one, address=f"{second.address}/api")] * 5
            replies = await asyncio.gather(*(caller.post(key="key-1") for caller in callers))
            announcements, outgoing = await written(first)
    assert {(reply.status, reply.body["id"]) for reply in replies} == {(202, announcements[0].id)}
    assert (len(announcements), len(outgoing)) == (1, len(PEOPLE))
