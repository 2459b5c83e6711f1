"""Who has to hear what and when, reckoned from what people did and from the dates alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.languages import Language
from bot.messages.texts import texts_in
from tests.handlers.month.chronicle import Notice
from tests.handlers.month.people import RESTING, language_of

ZONE = ZoneInfo("Asia/Shanghai")
NAME = {Language.ZH: "淘富成真", Language.EN: "Taofu Chengzhen mentoring day"}


def local(text: str) -> datetime:
    """A moment by the park's calendar and clock, like 2026-12-11 09:00, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def on(day: date, clock: str, days: int = 0) -> datetime:
    """So many days from a day, at a time of day."""
    return datetime.combine(day + timedelta(days=days), time.fromisoformat(clock), tzinfo=ZONE).astimezone(UTC)


def before_rest(person: int, at: datetime) -> datetime:
    """The moment, or half past ten for those who rest from 11 to 14, if it falls into their rest."""
    clock = at.astimezone(ZONE)
    if person in RESTING and time(11) <= clock.time() < time(14):
        return clock.replace(hour=10, minute=30).astimezone(UTC)
    return at


def after_rest(person: int, at: datetime) -> datetime:
    """The moment, or eight in the morning, or two o'clock for those who rest until then."""
    clock = at.astimezone(ZONE)
    if person in RESTING:
        return clock.replace(hour=14, minute=0).astimezone(UTC) if time(11) <= clock.time() < time(14) else at
    if clock.time() < time(8):
        return clock.replace(hour=8, minute=0).astimezone(UTC)
    return clock.replace(hour=8, minute=0).astimezone(UTC) + timedelta(days=1) if clock.time() >= time(22) else at


@dataclass
class Expected:
    notices: Counter[Notice] = field(default_factory=Counter)

    def tell(self, people: Iterable[int], at: datetime, key: str, **values: Any) -> None:
        """At once, but for those who rest."""
        for person in people:
            self._note(person, after_rest(person, at), key, values)

    def remind(self, people: Iterable[int], at: datetime, key: str, **values: Any) -> None:
        """Before the day: nobody's rest may put it off."""
        for person in people:
            self._note(person, before_rest(person, at), key, values)

    def _note(self, person: int, at: datetime, key: str, values: dict[str, Any]) -> None:
        language = language_of(person)
        self.notices[Notice(at, person, texts_in(language)(key, name=NAME[language], **values))] += 1
