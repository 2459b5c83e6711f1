"""The values that a subsidy's fields are made of: what it gives, on which conditions, and until when."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import model_validator

from bot.knowledge.scalars import Among, Amount, Count, EventId, Unit, Wording, YesNo
from bot.knowledge.values import Text, Value


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
