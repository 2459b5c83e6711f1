"""A company's facts as its people read them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.answering import wording
from bot.knowledge.kinds import Park
from bot.messages.texts import Texts
from bot.people.standing import Standing
from bot.profile.facts import FACTS, OTHER, Fact, Sort, asked_in, choices


@dataclass(frozen=True)
class Sheet:
    """What a chat is shown of the company that it speaks for; `now` is in the park's zone."""

    texts: Texts
    standing: Standing
    park: Park | None
    now: datetime

    @property
    def facts(self) -> list[Fact]:
        return asked_in(self.park)

    @property
    def missing(self) -> list[Fact]:
        known = self.standing.facts
        return [fact for fact in self.facts if fact.name not in known]

    @property
    def is_own(self) -> bool:
        """Whether it is for this chat alone."""
        return self.standing.membership is None

    def known(self, fact: Fact) -> str | None:
        """The fact in words, None where it was not told."""
        value = self.standing.facts.get(fact.name)
        return None if value is None else self.worded(fact, value)

    def worded(self, fact: Fact, value: Any) -> str:
        return _WORDED[fact.sort](self, fact, value)

    def next_after(self, fact: Fact) -> Fact | None:
        """The next one in a round that was not told."""
        return next((one for one in self.missing if FACTS.index(one) > FACTS.index(fact)), None)

    def before(self, fact: Fact) -> Fact | None:
        return next((one for one in reversed(self.facts) if FACTS.index(one) < FACTS.index(fact)), None)

    def day(self, value: date) -> str:
        names = {"month": value.month, "day": value.day, "month_name": self.texts(f"word-month-{value.month}")}
        return self.texts("profile-date", year=str(value.year), **names)


def _choice(sheet: Sheet, fact: Fact, value: str) -> str:
    if value == OTHER:
        return sheet.texts("profile-other")
    named = next((one for one in choices(fact, sheet.park) if one.id == value), None)
    return named.name.to(sheet.texts.language) if named else value


_WORDED: dict[Sort, Callable[[Sheet, Fact, Any], str]] = {
    Sort.CHOICE: _choice,
    Sort.DAY: lambda sheet, _fact, value: sheet.day(value),
    Sort.YES_NO: lambda sheet, _fact, value: sheet.texts("profile-yes" if value else "profile-no"),
    Sort.AREA: lambda sheet, _fact, value: sheet.texts("profile-area", area=wording.number(value)),
    Sort.COUNT: lambda sheet, _fact, value: sheet.texts("profile-people", count=value),
    Sort.MONEY: lambda sheet, _fact, value: sheet.texts("profile-a-year", money=wording.money(sheet.texts, value)),
}
