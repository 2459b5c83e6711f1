from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage import chats
from tests.handlers.conftest import EMMA, LIN
from tests.waiting import until


async def reachable(park: Assistant, chat_id: int) -> bool | None:
    async with park.services.database.read() as session:
        chat = await chats.get(session, chat_id)
    return chat.reachable if chat else None


async def test_blocking_and_unblocking_are_kept(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, "/start")
    assert await reachable(park, LIN)
    await telegram.block(LIN)
    await until(lambda: reachable(park, LIN), is_=False)
    await telegram.unblock(LIN)
    await until(lambda: reachable(park, LIN), is_=True)


async def test_blocking_by_somebody_unknown_stores_nothing(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(EMMA, "/help")
    await telegram.block(EMMA)
    await telegram.ask(LIN, "/help")
    assert await reachable(park, EMMA) is None
