import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.formats.formulas import neutralise, restore


@given(cell=st.text(st.sampled_from("'=+-@＝0a\t")) | st.text())
def test_cells_any_come_back(cell: str) -> None:
    assert restore(neutralise(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+86 571", "-1", "@SUM(A1)", "\t=1", "＝1+1", "'=1"])
def test_cells_that_would_be_formulas_are_neutralised(cell: str) -> None:
    assert neutralise(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["硬功馆", "'tis so", "1+1=2", "0571-0000-0000"])
def test_cells_that_are_none_stay(cell: str) -> None:
    assert neutralise(cell) == cell


def test_numbers_kept_as_text_lose_their_apostrophe() -> None:
    assert restore("'0571-0000-0000") == "0571-0000-0000"
