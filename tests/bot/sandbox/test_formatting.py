"""Texts: parse_mode HTML, entities, and what Telegram detects by itself."""

from typing import Any

import pytest

from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import LIN

pytestmark = pytest.mark.usefixtures("started")


def short(message: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The entities as (type, offset, length, further fields ...)."""
    return [tuple(entity[name] for name in _names(entity)) for entity in message.get("entities", [])]


def _names(entity: dict[str, Any]) -> list[str]:
    first = ["type", "offset", "length"]
    return [*first, *(name for name in entity if name not in first)]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>粗</b><i>斜</i>", "粗斜", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<strong>a</strong> <em>b</em>", "a b", [("bold", 0, 1), ("italic", 2, 1)]),
        ("<u>a</u> <ins>b</ins>", "a b", [("underline", 0, 1), ("underline", 2, 1)]),
        ("<s>a</s> <del>b</del>", "a b", [("strikethrough", 0, 1), ("strikethrough", 2, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<B>a</B>", "a", [("bold", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b>a</b><b>b</b>", "ab", [("bold", 0, 2)]),
        ("<b>a <code>b</code> c</b>", "a b c", [("bold", 0, 2), ("code", 2, 1), ("bold", 3, 2)]),
        ("😀<b>a</b>", "😀a", [("bold", 2, 1)]),
        ("<b></b>a", "a", []),
        ("<b>  a  </b>", "a", [("bold", 0, 1)]),
        ("1 &lt; 2 &amp;&amp; &#24744;&quot; &nbsp;", '1 < 2 && 您" &nbsp;', []),
        ("<code>x</code>", "x", [("code", 0, 1)]),
        ("<pre>x</pre>", "x", [("pre", 0, 1)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1, "python")]),
        (
            '<a href="https://example.com/?a=1&amp;b=2">x</a>',
            "x",
            [("text_link", 0, 1, "https://example.com/?a=1&b=2")],
        ),
        ("<a href='example.com'>x</a>", "x", [("text_link", 0, 1, "http://example.com")]),
        ("<a>example.com</a>", "example.com", [("text_link", 0, 11, "http://example.com")]),
        ('<a href="javascript:alert(1)">x</a>', "x", []),
        ('<a href="https://localhost/">x</a>', "x", []),
        ("<blockquote>a\nb</blockquote>", "a\nb", [("blockquote", 0, 3)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "ab", [("blockquote", 0, 2)]),
        ("<b>a</b>\r\n", "a", [("bold", 0, 1)]),
        ("a\x00b", "a b", []),
    ],
)
async def test_html_becomes_entities(bot: BotSide, source: str, text: str, entities: list[tuple[Any, ...]]) -> None:
    sent = await bot.say(LIN, source, parse_mode="HTML")

    assert (sent["text"], short(sent)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("您<b>好</i>", 'Unmatched end tag at byte offset 9, expected "</b>", found "</i>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("价格 <100 元", 'Unsupported start tag "100" at byte offset 7'),
        ("3 <5", "Unclosed start tag at byte offset 2"),
        ("<div>a</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a href="x>a</a>', "Unclosed start tag at byte offset 0"),
        ("<a href>a</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<b ", "Unclosed start tag at byte offset 0"),
    ],
)
async def test_html_that_does_not_parse_is_refused(bot: BotSide, source: str, reason: str) -> None:
    assert await bot.refused("sendMessage", chat_id=LIN, text=source, parse_mode="HTML") == (
        400,
        f"Bad Request: can't parse entities: {reason}",
    )


async def test_entities_are_kept_and_cut_to_the_trimmed_text(bot: BotSide) -> None:
    given_entities = [
        {"type": "bold", "offset": 0, "length": 5},
        {"type": "text_link", "offset": 3, "length": 2, "url": "https://example.com"},
        {"type": "text_link", "offset": 2, "length": 1, "url": "nothing"},
        {"type": "hashtag", "offset": 2, "length": 1},
    ]
    sent = await bot.say(LIN, "  您好呀 ", entities=given_entities)

    assert sent["text"] == "您好呀"
    assert short(sent) == [("bold", 0, 3), ("text_link", 1, 2, "https://example.com")]


@pytest.mark.parametrize(
    ("entities", "reason"),
    [
        ({}, "can't parse entities: expected an Array of MessageEntity"),
        (["bold"], "can't parse MessageEntity: expected an Object"),
        ([{"type": "bold", "offset": 0}], "can't parse MessageEntity: fields type, offset and length are required"),
        ([{"type": "bold", "offset": -1, "length": 1}], "can't parse MessageEntity: offset or length is invalid"),
        (
            [{"type": "bold", "offset": 1, "length": 9}],
            "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10",
        ),
        (
            [{"type": "bold", "offset": 0, "length": 1}],
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at UTF-16 offset 1",
        ),
    ],
)
async def test_entities_that_do_not_fit_are_refused(bot: BotSide, entities: Any, reason: str) -> None:
    assert await bot.refused("sendMessage", chat_id=LIN, text="😀您好", entities=entities) == (
        400,
        f"Bad Request: {reason}",
    )


async def test_at_most_a_hundred_entities_are_kept(bot: BotSide) -> None:
    sent = await bot.say(LIN, "<b>a</b> " * 150, parse_mode="HTML")

    assert len(sent["entities"]) == 100


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/start now", [("bot_command", 0, 6)]),
        ("请用 /help@parkbot 或 /faq", [("bot_command", 3, 13), ("bot_command", 19, 4)]),
        ("a/b 1/2", []),
        ("问 @parkbot 好", [("mention", 2, 8)]),
        ("看 https://example.com/a?b=1。", [("url", 2, 25)]),
        ("请看example.cn。", [("url", 2, 10)]),
        ("写信 me.co@example.com 吧", [("email", 3, 17)]),
        ("#园区 #1", [("hashtag", 0, 3)]),
        ("文件 readme.txt 与 3.5", []),
    ],
)
async def test_plain_text_is_searched_for_entities(bot: BotSide, text: str, entities: list[tuple[Any, ...]]) -> None:
    assert short(await bot.say(LIN, text)) == entities


async def test_nothing_is_detected_within_code_and_links(bot: BotSide) -> None:
    sent = await bot.say(LIN, '<code>/help</code> <a href="https://a.cn">b.cn</a>', parse_mode="HTML")

    assert short(sent) == [("code", 0, 5), ("text_link", 6, 4, "https://a.cn")]
