"""Texts in parse_mode MarkdownV2 and in the older Markdown."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.helpers import escape_markdown

from bot.sandbox.errors import ApiError
from bot.sandbox.formatting.entities import Entity, tidy, units
from bot.sandbox.formatting.markdown import parse_markdown
from bot.sandbox.formatting.old_markdown import parse_old_markdown
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import LIN


def short(entities: list[Entity]) -> list[tuple[Any, ...]]:
    return [(entity.kind, entity.offset, entity.length, *entity.extra.values()) for entity in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*粗* _斜_ __下__ ~删~ ||藏||", "粗 斜 下 删 藏", ["bold", "italic", "underline", "strikethrough", "spoiler"]),
        ("*a _b_*", "a b", ["italic", "bold"]),
        (r"1\.5 \* 2 \= 3\!", "1.5 * 2 = 3!", []),
        (r"`a\`b*c`", "a`b*c", ["code"]),
        ("```\na*b\n```", "a*b\n", ["pre"]),
        ("a > b".replace(">", r"\>"), "a > b", []),
    ],
)
def test_markdown_becomes_entities(source: str, text: str, entities: list[str]) -> None:
    found = parse_markdown(source)

    assert (found[0], [entity.kind for entity in found[1]]) == (text, entities)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("[去](https://example.com/a\\)b)", "去", [("text_link", 0, 1, "https://example.com/a)b")]),
        (r"[example\.com]", "example.com", [("text_link", 0, 11, "http://example.com")]),
        ("[去](nowhere)", "去", []),
        ("```python\nx\n```", "x\n", [("pre", 0, 2, "python")]),
        (">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 3)]),
        ("a\n>b", "a\nb", [("blockquote", 2, 1)]),
        ("😀*b*", "😀b", [("bold", 2, 1)]),
    ],
)
def test_markdown_entities_have_their_places(source: str, text: str, entities: list[tuple[Any, ...]]) -> None:
    found = parse_markdown(source)

    assert (found[0], short(found[1])) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("价格 3.5 元", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
        ("您 *好", "Can't find end of Bold entity at byte offset 4"),
        ("[a", "Can't find end of TextUrl entity at byte offset 0"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
        (">*a\nb*", "Can't find end of Bold entity at byte offset 1"),
    ],
)
@pytest.mark.usefixtures("started")
async def test_markdown_that_does_not_parse_is_refused(bot: BotSide, source: str, reason: str) -> None:
    assert await bot.refused("sendMessage", chat_id=LIN, text=source, parse_mode="MarkdownV2") == (
        400,
        f"Bad Request: can't parse entities: {reason}",
    )


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*粗* _斜_ `c` 3.5!", "粗 斜 c 3.5!", [("bold", 0, 1), ("italic", 2, 1), ("code", 4, 1)]),
        (r"\*a\_b", "*a_b", []),
        ("```\nx```", "\nx", [("pre", 0, 2)]),
        ("[去](https://example.com)", "去", [("text_link", 0, 1, "https://example.com")]),
        ("[去](nowhere) **", "去 ", []),
        ("a\\b", "a\\b", []),
    ],
)
def test_old_markdown_becomes_entities(source: str, text: str, entities: list[tuple[Any, ...]]) -> None:
    found = parse_old_markdown(source)

    assert (found[0], short(found[1])) == (text, entities)


@pytest.mark.parametrize("source", ["您 *好", "您 _好", "您 `好", "您 [好"])
@pytest.mark.usefixtures("started")
async def test_old_markdown_without_an_end_is_refused(bot: BotSide, source: str) -> None:
    assert await bot.refused("sendMessage", chat_id=LIN, text=source, parse_mode="Markdown") == (
        400,
        "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 4",
    )


@given(st.text(max_size=80).filter(lambda text: "\r" not in text))
def test_text_escaped_by_a_library_comes_back_as_it_was(text: str) -> None:
    assert parse_markdown(escape_markdown(text, version=2)) == (text, [])


@given(st.text(alphabet="*_~|`[]()>\\\n!.a好😀", max_size=40))
def test_markdown_of_any_kind_is_parsed_or_refused(source: str) -> None:
    for parse in (parse_markdown, parse_old_markdown):
        with suppress(ApiError):
            text, entities = parse(source)
            assert all(0 <= entity.offset < entity.end <= units(text) for entity in tidy(entities))
