"""The few things that tests do not take as they are."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic


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


class ShiftedClock:
    """The machine's time and so many seconds more, as a file says: it goes on, and is set for all processes at once."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(self._file.read_text(encoding="ascii")))

    def set(self, at: datetime) -> None:
        written = self._file.with_suffix(".new")
        written.write_text(str((at - datetime.now(UTC)).total_seconds()), encoding="ascii")
        written.replace(self._file)

    def advance(self, **duration: float) -> None:
        """Move on, or back, by a timedelta's arguments, like hours=2."""
        self.set(self.now() + timedelta(**duration))


class MovingClock:
    """A clock that goes on from `at`, and can be moved on."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._since = monotonic()

    def now(self) -> datetime:
        return self._at + timedelta(seconds=monotonic() - self._since)

    def advance(self, **duration: float) -> None:
        self._at += timedelta(**duration)

    def set(self, at: datetime) -> None:
        self._at, self._since = at, monotonic()
