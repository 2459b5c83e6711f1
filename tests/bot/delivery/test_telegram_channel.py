"""Telegram's errors, as the dispatcher is told of them."""

import pytest
from telegram.ext import ExtBot

from bot.delivery.channel import (
    ClosedError,
    DeliveryError,
    MovedError,
    PassingError,
    RefusedError,
    ThrottledError,
    UncertainError,
)
from bot.delivery.limiter import Limiter
from bot.delivery.pacing import Pacing
from bot.delivery.request import AiohttpRequest
from bot.delivery.telegram_channel import TelegramChannel
from bot.messages.content import Content, ContentButton
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import TOKEN
from tests.bot.delivery.conftest import LIN
from tests.bot.delivery.test_contents import kept, shown

TEXT = Content(text="周一停电")


@pytest.fixture
def channel(paced: ExtBot[bool]) -> TelegramChannel:
    return TelegramChannel(paced, paid=False)


@pytest.mark.parametrize(
    ("fault", "raised"),
    [
        ("drop-after", UncertainError),
        ("drop-before", UncertainError),
        ("cut", UncertainError),
        ("error-before", UncertainError),
        ("error-after", UncertainError),
        ("slow", UncertainError),
        ("blocked", ClosedError),
        ("deactivated", ClosedError),
        ("kicked", ClosedError),
        ("not-found", ClosedError),
        ("too-many", ThrottledError),
    ],
)
async def test_fault_is_told_by_what_it_means_for_the_message(
    telegram: SandboxClient, channel: TelegramChannel, fault: str, raised: type[DeliveryError]
) -> None:
    await telegram.plan_fault(fault, method="sendMessage", seconds=30 if fault == "too-many" else 1)
    with pytest.raises(DeliveryError) as error:
        await channel.send(LIN, TEXT)
    assert type(error.value) is raised


async def test_nobody_is_called_while_telegram_asks_for_patience(
    telegram: SandboxClient, channel: TelegramChannel
) -> None:
    await telegram.plan_fault("too-many", method="sendMessage", seconds=30)
    for _ in range(2):
        with pytest.raises(ThrottledError) as error:
            await channel.send(LIN, TEXT)
        assert 29 < error.value.seconds <= 30
    assert (await telegram.faults())[0]["befallen"] == 1
    assert (await telegram.accepted_summary())["accepted"] == 0


async def test_text_that_telegram_does_not_take_is_refused(channel: TelegramChannel) -> None:
    with pytest.raises(RefusedError, match="too long"):
        await channel.send(LIN, Content(text="x" * 5000))


async def test_group_that_moved_tells_where(telegram: SandboxClient, channel: TelegramChannel) -> None:
    group = await telegram.create_group("甲公司", [LIN], basic=True)
    new = await telegram.migrate_group(group)
    with pytest.raises(MovedError) as error:
        await channel.send(group, TEXT)
    assert error.value.chat_id == new


async def test_no_connection_passes() -> None:
    requests = AiohttpRequest(1), AiohttpRequest(1)
    bot: ExtBot[bool] = ExtBot(
        TOKEN,
        "http://127.0.0.1:1/bot",
        request=requests[0],
        get_updates_request=requests[1],
        rate_limiter=Limiter(Pacing(30)),
    )
    async with requests[0], requests[1]:
        with pytest.raises(PassingError):
            await TelegramChannel(bot, paid=False).send(LIN, TEXT)


async def test_what_arrived_of_an_album_is_told(telegram: SandboxClient, channel: TelegramChannel) -> None:
    buttons = ((ContentButton(text="x", data="y" * 65),),)
    with pytest.raises(RefusedError) as error:
        await channel.send(LIN, Content(media=await kept(telegram, "photo", 2), buttons=buttons))
    assert error.value.arrived == [one.id for one in await shown(telegram)]
    assert len(error.value.arrived) == 2


async def test_paid_broadcast_says_so(telegram: SandboxClient, paced: ExtBot[bool]) -> None:
    await TelegramChannel(paced, paid=True).send(LIN, TEXT)
    (call,) = await telegram.calls(method="sendMessage")
    assert call.params["allow_paid_broadcast"] == "true"


async def test_token_that_is_refused_is_no_fault_of_the_message(address: str) -> None:
    requests = AiohttpRequest(1), AiohttpRequest(1)
    bot: ExtBot[bool] = ExtBot(
        "1234567890:wrong",
        f"{address}/sandbox/bot",
        request=requests[0],
        get_updates_request=requests[1],
        rate_limiter=Limiter(Pacing(30)),
    )
    async with requests[0], requests[1]:
        with pytest.raises(ThrottledError):
            await TelegramChannel(bot, paid=False).send(LIN, TEXT)
