"""The few things that tests do not take as they are."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """A clock that stands still until it is moved; it starts on Monday 2026-11-23, 10:00 in Shanghai."""

    def __init__(self, at: datetime = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)) -> None:
        self._at = at

    def now(self) -> datetime:
        return self._at

    def set(self, at: datetime) -> None:
        self._at = at

    def advance(self, **duration: float) -> datetime:
        """Move on by a timedelta's arguments, like hours=2."""
        self._at += timedelta(**duration)
        return self._at
