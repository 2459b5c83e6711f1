import pytest

from bot import exchanges
from handlers.callbacks import StalePressError, number
from storage.database import Database
from storage.models import Rating


@pytest.mark.parametrize("argument", ["", "-1", "1.5", "x", " 1", "1" * 10, "99999999999"])
def test_argument_that_is_no_number_of_ours_is_stale(argument: str) -> None:
    with pytest.raises(StalePressError):
        number(argument)


async def test_any_number_of_a_button_can_be_looked_for_in_the_store(database: Database) -> None:
    assert not await exchanges.rate(database, 5, number("9" * 9), Rating.UP)
