from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import unused_port
from telegram import Bot
from telegram.error import BadRequest, NetworkError

from bot.delivery.request import AiohttpRequest, Timeouts
from bot.delivery.telegram import (
    CAPTION_LIMIT,
    ELLIPSIS,
    LIMIT,
    as_html,
    cut,
    edit,
    edit_keyboard,
    keyboard,
    pages,
    send,
    units,
)
from bot.messages.message import Button, Message
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import TOKEN
from tests.bot.delivery.conftest import LIN
from tests.pictures import png

ROWS = ((Button("A", data="show:facility:makers-lab"),),)


@pytest.fixture
async def bot(address: str, telegram: SandboxClient) -> AsyncIterator[Bot]:
    requests = AiohttpRequest(connections=4), AiohttpRequest(connections=1)
    async with Bot(TOKEN, f"{address}/sandbox/bot", request=requests[0], get_updates_request=requests[1]) as bot:
        yield bot


async def sent_by(bot: Bot, chat_id: int, message: Message) -> int:
    sent = await send(bot, chat_id, message)
    assert sent is not None
    return sent


async def test_message_is_edited_in_place(telegram: SandboxClient, bot: Bot) -> None:
    sent = await sent_by(bot, LIN, Message("one", buttons=ROWS))
    assert await edit(bot, LIN, sent, Message("two")) == sent
    (shown,) = await telegram.wait_messages(LIN, after=0)
    assert (shown.id, shown.text, shown.buttons) == (sent, "two", ())


async def test_picture_is_sent_with_its_text_below(telegram: SandboxClient, bot: Bot) -> None:
    message = Message("<link> & more", heading="Come in", buttons=ROWS, picture=png(8, 8))
    sent = await sent_by(bot, LIN, message)
    (shown,) = await telegram.wait_messages(LIN, after=0)
    assert (shown.id, shown.text) == (sent, "Come in\n<link> & more")
    assert [button.data for button in shown.buttons] == [ROWS[0][0].data]
    assert await telegram.picture(shown) == png(8, 8)


async def test_text_below_a_picture_is_cut_to_what_telegram_takes(telegram: SandboxClient, bot: Bot) -> None:
    await sent_by(bot, LIN, Message("x" * 2000, picture=png(8, 8)))
    (shown,) = await telegram.wait_messages(LIN, after=0)
    assert shown.text == "x" * (CAPTION_LIMIT - 2) + ELLIPSIS


async def test_text_does_not_take_the_place_of_a_picture(telegram: SandboxClient, bot: Bot) -> None:
    sent = await sent_by(bot, LIN, Message("one", picture=png(8, 8)))
    assert await edit(bot, LIN, sent, Message("two")) != sent
    assert [one.text for one in await telegram.messages(LIN) if one.from_bot] == ["one", "two"]


async def test_message_of_unknown_fate_is_sent_once_more_and_taken_as_sent(
    address: str, telegram: SandboxClient
) -> None:
    requests = AiohttpRequest(4, timeouts=Timeouts(read=0.1)), AiohttpRequest(1)
    async with Bot(TOKEN, f"{address}/sandbox/bot", request=requests[0], get_updates_request=requests[1]) as hasty:
        await telegram.set_latency(0.3)
        assert await send(hasty, LIN, Message("one")) is None
        await telegram.set_latency(0)
        assert await send(hasty, LIN, Message("two")) is not None
    texts = [one.text for one in await telegram.messages(LIN) if one.from_bot]
    assert texts.count("one") <= 2
    assert texts.count("two") == 1


async def test_message_that_was_not_sent_is_a_fault(telegram: SandboxClient) -> None:
    nowhere = f"http://127.0.0.1:{unused_port()}/bot"
    requests = AiohttpRequest(1), AiohttpRequest(1)
    bot = Bot(TOKEN, nowhere, request=requests[0], get_updates_request=requests[1])
    async with requests[0], requests[1]:
        with pytest.raises(NetworkError):
            await send(bot, LIN, Message("one"))


async def test_message_that_would_not_change_is_left(bot: Bot) -> None:
    sent = await sent_by(bot, LIN, Message("one", buttons=ROWS))
    assert await edit(bot, LIN, sent, Message("one", buttons=ROWS)) == sent
    await edit_keyboard(bot, LIN, sent, ROWS)


async def test_message_that_is_gone_is_sent_anew(telegram: SandboxClient, bot: Bot) -> None:
    new = await edit(bot, LIN, 5, Message("two"))
    (shown,) = await telegram.wait_messages(LIN, after=0)
    assert (shown.id, shown.text) == (new, "two")


async def test_keyboard_of_a_message_that_is_gone_is_let_go(telegram: SandboxClient, bot: Bot) -> None:
    await edit_keyboard(bot, LIN, 5, ROWS)
    assert [one for one in await telegram.messages(LIN) if one.from_bot] == []


async def test_edit_that_telegram_refuses_is_a_fault(bot: Bot) -> None:
    sent = await sent_by(bot, LIN, Message("one"))
    with pytest.raises(BadRequest):
        await edit(bot, LIN, sent, Message("two", buttons=((Button("A", data="x" * 65),),)))
    with pytest.raises(BadRequest):
        await edit_keyboard(bot, LIN, sent, ((Button("A", data="x" * 65),),))


def test_html_of_a_hostile_text_is_escaped() -> None:
    message = Message("5 < 6 & <b>not bold</b>", heading="<script>")
    assert as_html(message) == "<b>&lt;script&gt;</b>\n5 &lt; 6 &amp; &lt;b&gt;not bold&lt;/b&gt;"


def test_html_of_a_message_without_heading_is_its_text() -> None:
    assert as_html(Message("硬功馆24小时开放。")) == "硬功馆24小时开放。"


def test_html_of_an_empty_message_is_never_empty() -> None:
    assert as_html(Message(" \n")) == ELLIPSIS


def test_html_of_a_long_message_is_cut_to_the_limit_after_parsing() -> None:
    shown = as_html(Message("&" * 5000, heading="题目")).replace("&amp;", "&").replace("<b>", "").replace("</b>", "")
    assert units(shown) == LIMIT
    assert shown.endswith(ELLIPSIS)


@pytest.mark.parametrize("length", [9, 10])
def test_cut_never_halves_an_emoji(length: int) -> None:
    assert cut("😀" * 100, length) == "😀" * 4 + ELLIPSIS


def test_cut_prefers_the_end_of_a_line() -> None:
    assert cut("first line\nsecond\nthird line", 20) == "first line\nsecond" + ELLIPSIS


def test_cut_leaves_a_text_that_fits() -> None:
    assert cut("云栖😀", 4) == "云栖😀"


def test_pages_lose_nothing_and_part_at_the_ends_of_lines() -> None:
    lines = ["first line", "second line", "😀" * 15, "last"]
    parts = pages("\n".join(lines), 13)
    assert parts == ["first line", "second line", "😀" * 6, "😀" * 6, "😀" * 3 + "\nlast"]
    assert max(map(units, parts)) <= 13


def test_pages_of_a_text_that_fits_are_one() -> None:
    assert pages("云栖😀", 4) == ["云栖😀"]
    assert pages("", 4) == [""]


def test_keyboard_holds_data_and_links() -> None:
    markup = keyboard(((Button("A", data="show:facility:makers-lab"),), (Button("B", url="https://example.org/"),)))
    assert markup is not None
    (first,), (second,) = markup.inline_keyboard
    assert (first.callback_data, second.url) == ("show:facility:makers-lab", "https://example.org/")


def test_keyboard_of_no_buttons_is_none() -> None:
    assert keyboard(()) is None
