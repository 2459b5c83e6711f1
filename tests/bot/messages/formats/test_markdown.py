from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.formats.markdown import read_markdown
from bot.messages.formats.marked import FormatError


def entity(kind: str, offset: int, length: int, **extra: str) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **extra}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("周一停电", "周一停电", []),
        ("在**周一**停电", "在周一停电", [entity("bold", 1, 2)]),
        ("😀*a* _周一_", "😀a 周一", [entity("italic", 2, 1), entity("italic", 4, 2)]),
        ("***a***", "a", [entity("bold", 0, 1), entity("italic", 0, 1)]),
        ("**a *b***", "a b", [entity("bold", 0, 3), entity("italic", 2, 1)]),
        ("*a **b** c*", "a b c", [entity("italic", 0, 5), entity("bold", 2, 1)]),
        ("`a*b_c`", "a*b_c", [entity("code", 0, 5)]),
        ("```py\nx = 1\n```", "x = 1", [entity("pre", 0, 5, language="py")]),
        ("```x```", "x", [entity("pre", 0, 1)]),
        ("[**a** b](https://a.cn)", "a b", [entity("text_link", 0, 3, url="https://a.cn"), entity("bold", 0, 1)]),
        ("[1] [x] ](", "[1] [x] ](", []),
        (r"\*a\* \_ \[a](b) \\ \周", r"*a* _ [a](b) \ \周", []),
        ("* a\n* b\n2 * 3 _ 4", "* a\n* b\n2 * 3 _ 4", []),
        ("snake_case https://a.cn/_x_/y", "snake_case https://a.cn/_x_/y", []),
        ("# a\n> b", "# a\n> b", []),
    ],
)
def test_markdown_is_text_with_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    content = read_markdown(source)
    assert (content.text, sorted(content.entities, key=str)) == (text, sorted(entities, key=str))


@pytest.mark.parametrize(
    ("source", "key", "found"),
    [
        ("**a", "unclosed", "**"),
        ("*a _b*", "nested", "_"),
        ("**a _b** c_", "unclosed", "**a _b**"),
        ("only today* at nine", "unclosed", "only today*"),
        ("`a", "unclosed", "`a"),
        ("```\na", "unclosed", "```\na"),
        ("[a](b)", "link", "[a](b)"),
        ("[a](javascript:alert)", "link", "[a](javascript:alert)"),
        ("[a](https://a.cn x)", "link", "[a](https://a.cn x)"),
        ("[**a](https://a.cn)**", "unclosed", "**"),
        ("**`a`**", "nested", "`a`"),
        ("**a [b** c](https://a.cn)", "unclosed", "b**"),
        ("*a* " * 101, "many", "100"),
    ],
)
def test_what_is_malformed_is_refused(source: str, key: str, found: str) -> None:
    with pytest.raises(FormatError) as refused:
        read_markdown(source)
    assert (refused.value.key, refused.value.found) == (key, found)


@given(st.text(st.sampled_from(r"*_`[]()\ab 周😀h:/." + "\n"), max_size=40))
def test_anything_is_read_or_refused(source: str) -> None:
    try:
        content = read_markdown(source)
    except FormatError:
        return
    length = len(content.text.encode("utf-16-le")) // 2
    assert all(0 <= one["offset"] < one["offset"] + one["length"] <= length for one in content.entities)


@given(st.text(max_size=40))
def test_escaped_text_is_itself(text: str) -> None:
    escaped = "".join(f"\\{one}" if one in r"*_`[]()\.:/" else one for one in text)
    content = read_markdown(escaped)
    assert (content.text, content.entities) == (text, ())
