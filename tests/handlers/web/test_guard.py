from datetime import timedelta

import pytest

from handlers.web.guard import Guard
from tests.factories import AT
from tests.fakes import FakeClock

NONE = timedelta(0)
MINUTE = timedelta(minutes=1)


def guarded(address: str | None) -> Guard:
    guard = Guard(FakeClock(AT))
    for number in range(5):
        guard.note_wrong(f"{number}", address, AT)
    return guard


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("10.0.0.1", "10.0.0.1", True),
        ("10.0.0.1", "10.0.0.2", False),
        ("10.0.0.1", "::ffff:10.0.0.1", True),
        ("::ffff:10.0.0.1", "::ffff:10.0.0.2", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("fe80::1%eth0", "fe80::2%eth0", True),
        (None, None, True),
    ],
)
def test_one_address_is_slowed_down_and_no_other(first: str | None, second: str | None, *, same: bool) -> None:
    assert guarded(first).wait(second, AT) == (MINUTE if same else NONE)


def test_wait_ends_when_the_first_of_five_is_a_minute_old() -> None:
    guard = guarded("10.0.0.1")
    assert guard.wait("10.0.0.1", AT + timedelta(seconds=59)) == timedelta(seconds=1)
    assert guard.wait("10.0.0.1", AT + MINUTE) == NONE


def test_addresses_of_more_than_a_minute_ago_are_forgotten() -> None:
    guard = Guard(FakeClock(AT))
    for number in range(100):
        guard.note_wrong("x", f"10.0.0.{number}", AT)
    guard.note_wrong("x", "10.0.1.1", AT + MINUTE)
    assert len(guard._wrong) == 1
