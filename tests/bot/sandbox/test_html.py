"""The HTML parser on whatever comes."""

import html
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.formatting.entities import tidy, units
from bot.sandbox.formatting.html import parse_html


@given(st.text(alphabet="<>/abi \"'=&;#1好😀hrefcodpr", max_size=60))
def test_html_of_any_kind_is_parsed_or_refused(source: str) -> None:
    with suppress(ApiError):
        text, entities = parse_html(source)
        assert all(0 <= entity.offset < entity.end <= units(text) for entity in tidy(entities))


@given(st.text(max_size=80))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text, quote=False)) == (text, [])
