"""What is written into the outbox beside the running assistant reaches people, and is forgotten with them."""

from datetime import datetime
from typing import Any

from aiohttp import ClientSession

from bot import tenants
from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage.models import OutgoingState
from storage.obstacles import Moment
from tests.fakes import FakeClock
from tests.handlers.conftest import LIN
from tests.outgoing import add, all_of
from tests.waiting import until


async def put(park: Assistant, **given: Any) -> None:
    """As a service does that has something to send."""
    async with park.services.database.transaction() as session:
        await add(session, LIN, **given)
    park.services.announcements.wake()


async def states(park: Assistant) -> list[OutgoingState]:
    async with park.services.database.read() as session:
        return [row.state for row in await all_of(session)]


async def test_message_of_the_outbox_arrives_and_is_counted(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, "/start")
    await put(park)
    await until(lambda: states(park), is_=[OutgoingState.SENT])
    assert (await telegram.messages(LIN))[-1].text == "周一停电"
    async with ClientSession() as http, http.get(f"{park.address}/metrics") as response:
        told = await response.text()
    assert 'parkbot_outbox{state="pending"} 0.0' in told
    assert 'parkbot_outbox_attempts_total{outcome="sent"}' in told


async def test_whoever_comes_back_is_written_to_again(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, "/start")
    await telegram.block(LIN)
    await put(park)
    await until(lambda: states(park), is_=[OutgoingState.BLOCKED])
    await telegram.unblock(LIN)
    await telegram.ask(LIN, "硬功馆晚上开门吗")
    await put(park)
    await until(lambda: states(park), is_=[OutgoingState.BLOCKED, OutgoingState.SENT])


async def test_quiet_message_waits_for_the_park_to_wake(
    park: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    await telegram.ask(LIN, "/start")
    night = clock.advance(hours=13)
    await put(park, quiet=True)
    await until(lambda: _due(park), is_=Moment(night, park.services.settings.timezone).next(8 * 60))
    clock.advance(hours=9)
    park.services.announcements.wake()
    await until(lambda: states(park), is_=[OutgoingState.SENT])


async def _due(park: Assistant) -> datetime:
    async with park.services.database.read() as session:
        (row,) = await all_of(session)
    return row.due_at


async def test_forgotten_tenant_leaves_no_message_behind(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, "/start")
    await put(park)
    await until(lambda: states(park), is_=[OutgoingState.SENT])
    await tenants.forget(park.services.database, LIN)
    async with park.services.database.read() as session:
        (row,) = await all_of(session)
        assert str(LIN) not in row.key
        assert (row.chat_id, row.content_id, row.message_ids) == (None, None, None)
