"""The kinds of record: what the assistant knows, one model a kind.

A new kind is a model here and a row in KINDS; import, export, the index and the menus follow.
"""

from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.knowledge.recurrence import Rule
from bot.knowledge.scalars import (
    Among,
    Amount,
    AnyId,
    BuildingId,
    Clock,
    Count,
    Day,
    FacilityId,
    MemberId,
    Moment,
    RecordId,
    SubsidyId,
    Wording,
    Words,
    YesNo,
)
from bot.knowledge.subsidy_values import Benefit, Clause, DaysBefore, Window
from bot.knowledge.values import (
    Booking,
    Building,
    Charge,
    Frequency,
    Member,
    MonthDay,
    OpeningHours,
    Quantity,
    Sector,
    Text,
    Texts,
)


class Record(BaseModel):
    """What every record has, whatever its kind.

    `aliases` are other names that tenants use, `questions` sample questions in any language;
    `valid_from` (included) and `valid_until` (excluded) bound the days on which the record is shown.
    `column_names` are fields that spreadsheets call by another name.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)  # start-up time: at its first use
    kind: ClassVar[str]
    column_names: ClassVar[dict[str, str]] = {}

    id: RecordId
    name: Text
    aliases: list[Wording] = []
    summary: Text | None = None
    questions: list[Wording] = []
    source: Words = ""
    sample: YesNo = False
    valid_from: Day | None = None
    valid_until: Day | None = None

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
    phone: Words = ""
    service_hall: FacilityId | None = Field(None, description="the facility where people help in person")
    landmark: FacilityId | None = None
    layers: Texts = []
    buildings: list[Building] = []
    sectors: list[Sector] = []
    topics: list[Wording] = []
    closed_on_holidays: list[FacilityId] = []


class Alliance(Record):
    """Organisations that help the tenants, and with what."""

    kind = "alliance"

    members: list[Member] = []


class Subsidy(Record):
    kind = "subsidy"

    benefits: list[Benefit] = []
    clauses: list[Clause] = []
    documents: Texts = []
    deadlines: list[MonthDay] = Field([], description="days that come every year; the day itself counts whole")
    apply_within: Window | None = None
    deadline_before: DaysBefore | None = None
    decided_in_working_days: Count | None = None
    paid: Text | None = None


class Facility(Record):
    kind = "facility"

    where: Text | None = None
    building: BuildingId | None = None
    part_of: FacilityId | None = None
    hours: OpeningHours | None = None
    free: YesNo = False
    price_note: Text | None = None
    charges: list[Charge] = []
    quantities: list[Quantity] = []
    equipment: list[Quantity] = []
    booking: Booking | None = None
    contract_months_min: Count | None = None
    runs_every: list[Frequency] = []
    rules: Texts = []
    history: Text | None = Field(None, description="how it was built and what is special about it")


class Recurring(Record):
    """What happens on dates: once, or by a rule (RRULE text as in RFC 5545, without DTSTART)."""

    rrule: Rule = ""


class Event(Recurring):
    """Something that people come to; `starts` and `ends` are of the first or only occurrence, in park time."""

    kind = "event"

    starts: Moment
    ends: Moment
    place: FacilityId | None = None
    place_note: Text | None = None
    seats: Count | None = None
    online: YesNo = False
    host: MemberId | None = None
    register_until: Moment | None = None
    early_bird_until: Day | None = Field(None, description="the day itself counts whole")
    benefits: Texts = []
    free: YesNo = False
    price: Amount | None = None

    @model_validator(mode="after")
    def ends_after_it_starts(self) -> Self:
        if self.ends <= self.starts:
            raise ValueError("ends must be after starts")
        return self


class Programme(Recurring):
    """A mentoring programme: days by a rule, with short slots at experts.

    A day that falls on a public holiday takes place as `on_holiday` has it; `days_off` count as holidays too, and
    `workdays` are worked, whatever the public calendar says.
    """

    kind = "programme"

    first_day: Day
    on_holiday: Annotated[Wording, Among("holiday rule")] = "keep"
    days_off: list[Day] = Field([], description="the park is closed besides the public holidays")
    workdays: list[Day] = Field([], description="worked in exchange, though weekends or public holidays")
    starts_at: Clock
    ends_at: Clock
    place: FacilityId | None = None
    slot_minutes: Count
    mentors: list[MemberId] = Field([], description="ids of members of the alliance")
    closes_days_before: Count
    closes_at: Clock
    admits: Text | None = None
    bring: Texts = []
    afterwards: Text | None = None
    then_apply: SubsidyId | None = Field(None, description="the subsidy that is open to who passes the review")
    factories: list[MemberId] = Field([], description="members of the alliance with factories that make products")
    labs: list[FacilityId] = Field([], description="facilities in which products are made or tested")
    free: YesNo = False

    @model_validator(mode="after")
    def says_one_thing_of_a_day(self) -> Self:
        if both := set(self.days_off) & set(self.workdays):
            raise ValueError(f"{min(both)} is both a day off and a workday")
        return self


class Faq(Record):
    """A question with its answer; `name` is the question as the park would put it."""

    kind = "faq"
    column_names = {"name": "question", "questions": "similar_questions"}

    answer: Text
    about: list[AnyId] = Field([], description="records that the answer speaks of, shown as buttons")


KINDS: dict[str, type[Record]] = {
    model.kind: model for model in (Park, Alliance, Subsidy, Facility, Event, Programme, Faq)
}
