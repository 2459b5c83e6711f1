"""The kinds of record: what the assistant knows, one model a kind.

A new kind is a model here and a row in KINDS; import, export, the index and the menus follow.
"""

import re
from datetime import date, datetime, time
from typing import ClassVar, Self

from dateutil.rrule import rrulestr
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from bot.knowledge.values import (
    Amount,
    Benefit,
    Booking,
    Building,
    Charge,
    Clause,
    DaysBefore,
    Frequency,
    Member,
    MonthDay,
    OpeningHours,
    Quantity,
    RecordId,
    Sector,
    Text,
    Window,
)


class Record(BaseModel):
    """What every record has, whatever its kind.

    `aliases` are other names that tenants use, `questions` sample questions in any language;
    `valid_from` (included) and `valid_until` (excluded) bound the days on which the record is shown.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: ClassVar[str]

    id: RecordId
    name: Text
    aliases: list[str] = []
    summary: Text | None = None
    questions: list[str] = []
    source: str = ""
    sample: bool = False
    valid_from: date | None = None
    valid_until: date | None = None

    @model_validator(mode="after")
    def is_valid_for_some_time(self) -> Self:
        if self.valid_from and self.valid_until and self.valid_from >= self.valid_until:
            raise ValueError("valid_until must be after valid_from")
        return self


class Park(Record):
    """The park itself; there is one."""

    kind = "park"

    former_name: Text | None = None
    origin: Text | None = None
    service_idea: Text | None = None
    phone: str = ""
    service_hall: RecordId | None = Field(None, description="the facility where people help in person")
    landmark: RecordId | None = None
    layers: list[Text] = []
    buildings: list[Building] = []
    sectors: list[Sector] = []
    topics: list[str] = []
    closed_on_holidays: list[RecordId] = []


class Alliance(Record):
    """Organisations that help the tenants, and with what."""

    kind = "alliance"

    members: list[Member] = []


class Subsidy(Record):
    kind = "subsidy"

    benefits: list[Benefit] = []
    clauses: list[Clause] = []
    documents: list[Text] = []
    deadlines: list[MonthDay] = Field([], description="days that come every year; the day itself counts whole")
    apply_within: Window | None = None
    deadline_before: DaysBefore | None = None
    decided_in_working_days: int | None = None
    paid: Text | None = None


class Facility(Record):
    kind = "facility"

    where: Text | None = None
    building: RecordId | None = None
    part_of: RecordId | None = None
    hours: OpeningHours | None = None
    free: bool = False
    price_note: Text | None = None
    charges: list[Charge] = []
    quantities: list[Quantity] = []
    equipment: list[Quantity] = []
    booking: Booking | None = None
    contract_months_min: int | None = None
    runs_every: list[Frequency] = []
    rules: list[Text] = []
    history: Text | None = Field(None, description="how it was built and what is special about it")


class Recurring(Record):
    """What happens on dates: once, or by a rule (RRULE text as in RFC 5545, without DTSTART)."""

    rrule: str = ""

    @field_validator("rrule")
    @classmethod
    def is_a_rule(cls, value: str) -> str:
        if value:
            if re.search(r"DTSTART|\n", value):
                raise ValueError("the rule takes no DTSTART: the first start stands in its own field")
            rrulestr(value, dtstart=datetime(2001, 1, 1))  # noqa: DTZ001 - only checks the grammar
        return value


class Event(Recurring):
    """Something that people come to; `starts` and `ends` are of the first or only occurrence, in park time."""

    kind = "event"

    starts: datetime
    ends: datetime
    place: RecordId | None = None
    place_note: Text | None = None
    seats: int | None = None
    online: bool = False
    host: RecordId | None = None
    register_until: datetime | None = None
    early_bird_until: date | None = Field(None, description="the day itself counts whole")
    benefits: list[Text] = []
    free: bool = False
    price: Amount | None = None

    @field_validator("starts", "ends", "register_until")
    @classmethod
    def is_park_time(cls, value: datetime | None) -> datetime | None:
        if value is not None and value.tzinfo is not None:
            raise ValueError("write the time of the park without an offset, like 2026-12-03 14:00")
        return value

    @model_validator(mode="after")
    def ends_after_it_starts(self) -> Self:
        if self.ends <= self.starts:
            raise ValueError("ends must be after starts")
        return self


class Programme(Recurring):
    """A mentoring programme: days by a rule, with short slots at experts."""

    kind = "programme"

    first_day: date
    starts_at: time
    ends_at: time
    place: RecordId | None = None
    slot_minutes: int
    mentors: list[RecordId] = Field([], description="ids of members of the alliance")
    closes_days_before: int
    closes_at: time
    admits: Text | None = None
    bring: list[Text] = []
    afterwards: Text | None = None
    free: bool = False


class Faq(Record):
    """A question with its answer; `name` is the question as the park would put it."""

    kind = "faq"

    answer: Text
    about: list[RecordId] = Field([], description="records that the answer speaks of, shown as buttons")


KINDS: dict[str, type[Record]] = {
    model.kind: model for model in (Park, Alliance, Subsidy, Facility, Event, Programme, Faq)
}
