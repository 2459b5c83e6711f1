"""The values that the fields of records are made of.

A value knows how to be written as one text only where people write it so (opening hours, dates of the
year); everything else is spread over the columns of a spreadsheet by bot.knowledge.columns.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_serializer, model_validator

from bot.knowledge.hours import OpeningHours
from bot.knowledge.scalars import Among, Amount, Count, EventId, FacilityId, RecordId, Unit, Wording, Words, YesNo
from bot.languages import Language

__all__ = [
    "Amount",
    "Benefit",
    "Booking",
    "Building",
    "Charge",
    "Clause",
    "DaysBefore",
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
    "Window",
]


class Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


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


class Benefit(Value):
    """One thing that a subsidy gives: `amount` yuan per unit, or `percent` of a cost.

    A cost that `of` has no name for is put into words in `of_text`.
    `year` is the year of tenancy it belongs to; `area_cap` in square metres; `cap` in yuan, within
    `cap_per` (a unit) if given; `years`, `months_max` and `count_max` bound how long and how often.
    """

    label: Text | None = None
    amount: Amount | None = None
    percent: Amount | None = None
    of: Annotated[Wording, Among("cost", unless="of_text")] | None = None
    of_text: Text | None = None
    per: Unit | None = None
    year: Count | None = None
    area_cap: Count | None = None
    cap: Amount | None = None
    cap_per: Unit | None = None
    years: Count | None = None
    months_max: Count | None = None
    count_max: Count | None = None

    @model_validator(mode="after")
    def gives_one_thing(self) -> Self:
        if (self.amount is None) == (self.percent is None):
            raise ValueError("needs an amount or a percent, and not both")
        if self.percent is not None and not self.of and not self.of_text:
            raise ValueError("a percent needs 'of' or 'of_text': what it is a share of")
        return self


class Clause(Value):
    """One condition on a fact about the company (or person): is it so, at least, at most.

    `fact` is a name of bot.knowledge.criteria; for another one, `text` says the
    condition in words and the verdict stays open.
    """

    fact: Annotated[Wording, Among("fact", unless="text")]
    equals: YesNo | None = None
    at_least: Amount | None = None
    at_most: Amount | None = None
    text: Text | None = None

    @model_validator(mode="after")
    def states_one_condition(self) -> Self:
        if sum(value is not None for value in (self.equals, self.at_least, self.at_most)) != 1:
            raise ValueError("needs one of equals, at_least and at_most")
        return self

    @property
    def bound(self) -> Decimal | None:
        """The number that a value is held against; None for a yes or no."""
        return self.at_least if self.at_least is not None else self.at_most


class Window(Value):
    """Apply within so many months of something that happened; `fact` names its date in the company's profile."""

    months: Count
    after: Text
    fact: Annotated[Wording, Among("day")] | None = None


class DaysBefore(Value):
    """A deadline so many days before an event opens."""

    days: Count
    event: EventId


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
