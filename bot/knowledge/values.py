"""The values that the fields of records are made of.

A value knows how to be written on one line of a spreadsheet cell only where people write it so
(opening hours, dates of the year); everything else is flattened by bot.knowledge.sheets.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from bot.knowledge.hours import OpeningHours
from bot.languages import Language

__all__ = [
    "Amount",
    "Benefit",
    "Booking",
    "Building",
    "Charge",
    "Clause",
    "Frequency",
    "Member",
    "MonthDay",
    "Named",
    "OpeningHours",
    "Quantity",
    "RecordId",
    "Text",
    "Window",
]

RecordId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")]
"""Short enough to be callback data and a deep link together with its kind."""

Amount = Annotated[Decimal, Field(ge=0)]
"""Money in yuan, or a plain number where the field says so."""


class Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Value):
    """A text in both languages; where one is missing, the other is shown as it is."""

    zh: str = ""
    en: str = ""

    @model_validator(mode="before")
    @classmethod
    def from_one_language(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"zh": value} if re.search(r"[\u3400-\u9fff]", value) else {"en": value}
        return value

    @model_validator(mode="after")
    def holds_something(self) -> Self:
        if not self.zh.strip() and not self.en.strip():
            raise ValueError("needs a text in Chinese or English")
        return self

    def to(self, language: Language) -> str:
        return (self.zh or self.en) if language is Language.ZH else (self.en or self.zh)


class MonthDay(Value):
    """A day that comes every year, written MM-DD."""

    month: int
    day: int

    @model_validator(mode="before")
    @classmethod
    def from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if not (match := re.fullmatch(r"(\d{2})-(\d{2})", value.strip())):
            raise ValueError("write the day of the year as MM-DD, like 06-30")
        return {"month": int(match[1]), "day": int(match[2])}

    @model_validator(mode="after")
    def exists_every_year(self) -> Self:
        date(2001, self.month, self.day)  # no leap year: 02-29 does not come every year
        return self

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}"


class Charge(Value):
    """What something costs: `amount` yuan `per` unit.

    `about` marks a price that varies, `cap` the most that is charged within the unit, and
    `free_units` how many of the unit are free within `within` ("4 hours a month").
    Units are words of the message files (unit-hour, unit-half-day, unit-kwh ...).
    """

    amount: Amount
    per: str
    about: bool = False
    cap: bool = False
    free_units: int | None = None
    within: str | None = None


class Quantity(Value):
    """How many of what: `count`, or from `least` to `most`, or how many `loan_days` something is lent for."""

    what: Text
    count: int | None = None
    least: int | None = None
    most: int | None = None
    loan_days: int | None = None


class Booking(Value):
    """How a facility is reserved. All numbers are calendar days but `step_minutes` and `groups_over` (people)."""

    lead_days: int | None = None
    lead_days_max: int | None = None
    step_minutes: int | None = None
    groups_over: int | None = None
    through: RecordId | None = None


class Frequency(Value):
    """Something that comes every `minutes` in the `part` of the day (morning, noon, evening)."""

    part: str
    minutes: int


class Benefit(Value):
    """One thing that a subsidy gives: `amount` yuan per unit, or `percent` of a cost.

    `year` is the year of tenancy it belongs to; `area_cap` in square metres; `cap` in yuan, within
    `cap_per` (a unit) if given; `years`, `months_max` and `count_max` bound how long and how often.
    """

    label: Text | None = None
    amount: Amount | None = None
    percent: Amount | None = None
    of: str | None = None
    per: str | None = None
    year: int | None = None
    area_cap: int | None = None
    cap: Amount | None = None
    cap_per: str | None = None
    years: int | None = None
    months_max: int | None = None
    count_max: int | None = None

    @model_validator(mode="after")
    def gives_one_thing(self) -> Self:
        if (self.amount is None) == (self.percent is None):
            raise ValueError("needs an amount or a percent, and not both")
        if self.percent is not None and not self.of:
            raise ValueError("a percent needs 'of': what it is a share of")
        return self


class Clause(Value):
    """One condition on a fact about the company (or person): is it so, at least, at most.

    `fact` is a name of bot.eligibility's facts; for one that it does not know, `text` says the
    condition in words and the verdict stays open.
    """

    fact: str
    equals: bool | None = None
    at_least: Amount | None = None
    at_most: Amount | None = None
    text: Text | None = None

    @model_validator(mode="after")
    def states_one_condition(self) -> Self:
        if sum(value is not None for value in (self.equals, self.at_least, self.at_most)) != 1:
            raise ValueError("needs one of equals, at_least and at_most")
        return self


class Window(Value):
    """Apply within so many months of something that happened; `fact` names its date in the company's profile."""

    months: int
    after: Text
    fact: str | None = None


class DaysBefore(Value):
    """A deadline so many days before an event opens."""

    days: int
    event: RecordId


class Named(Value):
    """Something with an id and a name that other records or profiles refer to."""

    id: RecordId
    name: Text
    aliases: list[str] = []


class Building(Named):
    """A building of the park."""


class Sector(Named):
    """A line of business; `cloud_related` counts for the rent subsidy."""

    cloud_related: bool = False


class Member(Named):
    """An organisation of the alliance, what it helps with, and whether it chairs."""

    helps_with: list[Text] = []
    chairs: bool = False
