import pytest

from bot.delivery.telegram import ELLIPSIS, LIMIT, as_html, cut, keyboard, units
from bot.messages.message import Button, Message


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


def test_keyboard_holds_data_and_links() -> None:
    markup = keyboard(((Button("A", data="show:facility:makers-lab"),), (Button("B", url="https://example.org/"),)))
    assert markup is not None
    (first,), (second,) = markup.inline_keyboard
    assert (first.callback_data, second.url) == ("show:facility:makers-lab", "https://example.org/")


def test_keyboard_of_no_buttons_is_none() -> None:
    assert keyboard(()) is None
