"""HTML as Telegram has it, against the sandbox's own reader, which refuses in Telegram's words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.formats.html import KINDS, read_html
from bot.messages.formats.marked import FormatError
from bot.sandbox.formatting.entities import Entity, tidy
from bot.sandbox.formatting.html import parse_html


def entity(kind: str, offset: int, length: int, **extra: str) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **extra}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("周一停电", "周一停电", []),
        ("<b>周一</b>停电", "周一停电", [entity("bold", 0, 2)]),
        ("😀<STRONG>😀</strong>", "😀😀", [entity("bold", 2, 2)]),
        ("<i>a<u>b</u></i>", "ab", [entity("italic", 0, 2), entity("underline", 1, 1)]),
        ("<s>a</s><del>b</del>", "ab", [entity("strikethrough", 0, 1), entity("strikethrough", 1, 1)]),
        ('<a href="https://a.cn/?x=1&amp;y=2">x</a>', "x", [entity("text_link", 0, 1, url="https://a.cn/?x=1&y=2")]),
        ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
        ("<blockquote><code>a</code></blockquote>", "a", [entity("blockquote", 0, 1), entity("code", 0, 1)]),
        ('<pre><code class="language-py">a</code></pre>', "a", [entity("pre", 0, 1, language="py")]),
        ("<pre><code>a</code></pre>", "a", [entity("pre", 0, 1)]),
        ("a<b></b>b", "ab", []),
        ("AT&T &lt;3 &#20320; &#x597d; &unknown; &copy=1", "AT&T <3 你 好 &unknown; &copy=1", []),
        ("&#xD800;&#0;", "\ufffd\ufffd", []),
    ],
)
def test_html_is_text_with_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    content = read_html(source)
    assert (content.text, sorted(content.entities, key=str)) == (text, sorted(entities, key=str))


@pytest.mark.parametrize(
    ("source", "key", "found"),
    [
        ("a < b", "bare", "< b"),
        ("a <b", "bare", "<b"),
        ("<!-- a -->", "bare", "<!-- a -->"),
        ("<b onclick=x>a</b>", "bare", "<b onclick=x>a</b>"),
        ('<a href="x>', "bare", '<a href="x>'),
        ("<script>a</script>", "unknown-tag", "<script>"),
        ("a<br>b", "unknown-tag", "<br>"),
        ("<b>a", "unclosed", "<b>"),
        ("a</b>", "unopened", "</b>"),
        ("<b><i>a</b></i>", "unopened", "</b>"),
        ("<b>a</b x>", "unopened", "</b x>"),
        ('<b class="x">a</b>', "attribute", '<b class="x">'),
        ("<a>a</a>", "attribute", "<a>"),
        ('<a href="https://a.cn" target="_blank">a</a>', "attribute", '<a href="https://a.cn" target="_blank">'),
        ('<a href="javascript:alert(1)">a</a>', "link", '<a href="javascript:alert(1)">'),
        ('<a href="/a">a</a>', "link", '<a href="/a">'),
        ("<span>a</span>", "attribute", "<span>"),
        ('<pre><code class="x">a</code></pre>', "attribute", '<code class="x">'),
        ("<code><b>a</b></code>", "nested", "<b>"),
        ("<b><code>a</code></b>", "nested", "<code>"),
        ("<pre><code>a<code>b</code></code></pre>", "nested", "<code>"),
        ("<b><strong>a</strong></b>", "nested", "<strong>"),
        ("<b>a</b>" * 101, "many", "100"),
    ],
)
def test_what_telegram_would_not_show_so_is_refused(source: str, key: str, found: str) -> None:
    with pytest.raises(FormatError) as refused:
        read_html(source)
    assert (refused.value.key, refused.value.found) == (key, found)


PIECES = st.sampled_from(
    [f"<{end}{tag}>" for tag in KINDS for end in ("", "/")]
    + ['<a href="https://a.cn">', '<span class="tg-spoiler">', "<blockquote expandable>", '<code class="language-py">']
    + ["周", "😀", "a", " ", "&amp;", "&lt;", "&#60;", "<", ">", "&"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_taken_telegram_reads_the_same(source: str) -> None:
    try:
        content = read_html(source)
    except FormatError:
        return
    text, entities = parse_html(source)
    assert content.text == text
    assert tidy(entities) == tidy(as_read(one) for one in content.entities)


def as_read(found: dict[str, Any]) -> Entity:
    """The entity as the sandbox has it."""
    extra = {name: value for name, value in found.items() if name in {"url", "language"}}
    return Entity(found["type"], found["offset"], found["length"], extra)
