import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import lines
from tests.bot.knowledge.strategies import WORDING

KEYS = st.from_regex("[a-z_]{1,8}", fullmatch=True)


@given(items=st.lists(WORDING, min_size=1))
def test_lines_any_items_come_back(items: list[str]) -> None:
    assert lines.split(lines.join(items)) == items


@given(fields=st.dictionaries(KEYS, WORDING))
def test_pairs_any_fields_come_back(fields: dict[str, str]) -> None:
    assert lines.read_pairs(lines.write_pairs(fields)) == fields


def test_lines_what_needs_no_quotes_has_none() -> None:
    assert lines.join(["营业执照", "a lease; signed", 'the "big" hall']) == '营业执照\na lease; signed\nthe "big" hall'


def test_lines_what_people_put_in_quotes_stays_unless_all_of_it_is() -> None:
    assert lines.split('"硬功馆"在哪\n"a\n"all of it"') == ['"硬功馆"在哪', '"a', "all of it"]


def test_pairs_are_written_plainly() -> None:
    assert lines.write_pairs({"amount": "5", "per": "hour", "note": "a; b"}) == 'amount: 5; per: hour; note: "a; b"'


@pytest.mark.parametrize(
    "item",
    ["amount: 5; per: hour", "amount:5;per:hour", " Amount ： 5 ； per ： hour ；", 'per: "hour"; amount: "5"'],
)
def test_pairs_as_people_write_them(item: str) -> None:
    assert lines.read_pairs(item) == {"amount": "5", "per": "hour"}


def test_pairs_repeated_key_adds_a_line() -> None:
    assert lines.read_pairs("id: a; does: one; does: two") == {"id": "a", "does": "one\ntwo"}


@pytest.mark.parametrize("item", ["5 per hour", "amount: 5; per hour", "金额: 5"])
def test_pairs_without_a_key_are_refused(item: str) -> None:
    with pytest.raises(ValueError, match=r"is no 'key: value; key: value'"):
        lines.read_pairs(item)
