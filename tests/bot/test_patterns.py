"""Patterns that are compiled late find what others do."""

import re

import pytest

import bot.app  # noqa: F401 - the patterns of the whole assistant
from bot import patterns
from bot.patterns import compile_all, later


def test_pattern_is_compiled_at_its_first_use_and_kept() -> None:
    late = later(r"(\d+) (?:yuan|rmb)", re.IGNORECASE)
    assert "compiled" not in vars(late)
    (match,) = late.finditer("about 300 RMB")
    assert match[1] == "300"
    assert late.search("none") is None
    assert late.sub("money", "5 yuan") == "money"
    assert late.pattern == r"(\d+) (?:yuan|rmb)"
    assert vars(late)["compiled"].flags & re.IGNORECASE


def test_every_pattern_can_be_compiled() -> None:
    compile_all()
    assert len(patterns._made) > 100
    assert all("compiled" in vars(one) for one in patterns._made)


def test_faulty_pattern_is_told_of_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_made", [])
    late = later("(")
    with pytest.raises(re.error):
        late.search("(")
