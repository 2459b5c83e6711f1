"""The values that the fields of records are made of.

A value knows how to be written as one text only where people write it so (opening hours, dates of the
year); everything else is spread over the columns of a spreadsheet by bot.knowledge.columns.
"""

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_serializer, model_validator

from bot.knowledge.hours import OpeningHours
from bot.knowledge.scalars import Among, Amount, Count, FacilityId, RecordId, Unit, Wording, Words, YesNo
from bot.languages import Language

__all__ = [
    "Amount",
    "Booking",
    "Building",
    "Charge",
    "Frequency",
    "Member",
    "MonthDay",
    "Named",
    "OpeningHours",
    "Quantity",
    "RecordId",
    "Sector",
    "Text",
    "Texts",
]


class Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)  # start-up time: at its first use


class Text(Value):
    """A text in both languages; where one is missing, the other is shown as it is."""

    zh: Words = ""
    en: Words = ""

    @model_validator(mode="before")
    @classmethod
    def from_one_language(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"zh": value} if re.search(r"[\u3400-\u9fff]", value) else {"en": value}
        return value

    @model_validator(mode="after")
    def holds_something(self) -> Self:
        if not self.zh and not self.en:
            raise ValueError("needs a text in Chinese or English")
        return self

    def to(self, language: Language) -> str:
        return (self.zh or self.en) if language is Language.ZH else (self.en or self.zh)


def _without_blanks(items: Any) -> Any:
    if not isinstance(items, list):
        return items
    return [item for item in items if item and not (isinstance(item, dict) and not any(item.values()))]


Texts = Annotated[list[Text], BeforeValidator(_without_blanks)]
"""Several texts; blank lines between them are no texts."""


class MonthDay(Value):
    """A day that comes every year, written MM-DD."""

    month: int
    day: int

    @model_validator(mode="before")
    @classmethod
    def from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        # spreadsheets turn 06-30 into a date of some year
        if not (match := re.fullmatch(r"(?:\d{4}[-/年])?(\d{1,2})[-/月](\d{1,2})日?", value.strip())):
            raise ValueError(f"'{value}' is no day of the year: write it as MM-DD, like 06-30")
        return {"month": int(match[1]), "day": int(match[2])}

    @model_validator(mode="after")
    def exists_every_year(self) -> Self:
        try:
            date(2001, self.month, self.day)  # no leap year: 02-29 does not come every year
        except ValueError:
            raise ValueError(f"{self} is no day that every year has") from None
        return self

    @model_serializer(mode="plain")
    def as_text(self) -> str:
        return str(self)

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}"


class Charge(Value):
    """What something costs: `amount` yuan `per` unit.

    `about` marks a price that varies, `cap` the most that is charged within the unit, and
    `free_units` how many of the unit are free within `within` ("4 hours a month").
    Units are those that the message files have words for (per-hour, per-half-day, per-kwh ...).
    """

    amount: Amount
    per: Unit
    about: YesNo = False
    cap: YesNo = False
    free_units: Count | None = None
    within: Unit | None = None


class Quantity(Value):
    """How many of what: `count`, or from `least` to `most`, or how many `loan_days` something is lent for.

    `measure` is the Chinese measure word (间, 台), which English does without.
    """

    what: Text
    measure: Words = ""
    count: Count | None = None
    least: Count | None = None
    most: Count | None = None
    loan_days: Count | None = None


class Booking(Value):
    """How a facility is reserved. All numbers are calendar days but `step_minutes` and `groups_over` (people)."""

    lead_days: Count | None = None
    lead_days_max: Count | None = None
    step_minutes: Count | None = None
    groups_over: Count | None = None
    through: FacilityId | None = None

    @model_validator(mode="after")
    def says_something(self) -> Self:
        if all(value is None for _, value in self):
            raise ValueError("needs one of lead_days, lead_days_max, step_minutes, groups_over and through")
        return self


class Frequency(Value):
    """Something that comes every `minutes` in the `part` of the day (morning, noon, evening)."""

    part: Annotated[Wording, Among("part of the day")]
    minutes: Count


class Named(Value):
    """Something with an id and a name that other records or profiles refer to."""

    id: RecordId
    name: Text
    aliases: list[Wording] = []


class Building(Named):
    """A building of the park."""


class Sector(Named):
    """A line of business; `cloud_related` counts for the rent subsidy."""

    cloud_related: YesNo = False


class Member(Named):
    """An organisation of the alliance, what it helps with, and whether it chairs."""

    helps_with: Texts = []
    chairs: YesNo = False
