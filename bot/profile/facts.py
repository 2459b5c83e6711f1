"""What is asked about a company, in the order in which it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.kinds import Park
from bot.knowledge.values import Building, Sector

OTHER = "other"
"""The answer to a choice when none of the park's own fits."""


class Sort(StrEnum):
    CHOICE = "choice"
    DAY = "day"
    YES_NO = "yes-no"
    AREA = "area"
    COUNT = "count"
    MONEY = "money"


@dataclass(frozen=True)
class Fact:
    """A field of Company by its name."""

    name: str
    sort: Sort

    @property
    def key(self) -> str:
        """Its name in the message files."""
        return self.name.replace("_", "-")


FACTS = (
    Fact("sector", Sort.CHOICE),
    Fact("building", Sort.CHOICE),
    Fact("founded", Sort.DAY),
    Fact("moved_in", Sort.DAY),
    Fact("registered_in_park", Sort.YES_NO),
    Fact("area_m2", Sort.AREA),
    Fact("employees", Sort.COUNT),
    Fact("revenue", Sort.MONEY),
    Fact("rd_spend", Sort.MONEY),
    Fact("annual_cloud_spend", Sort.MONEY),
    Fact("passed_mentoring_review", Sort.YES_NO),
)
NAMED = {fact.name: fact for fact in FACTS}


def choices(fact: Fact, park: Park | None) -> Sequence[Sector | Building]:
    """What the park has of it."""
    if park is None:
        return []
    return park.sectors if fact.name == "sector" else park.buildings


def asked_in(park: Park | None) -> list[Fact]:
    """Those that can be asked: a park may have written down no sectors or buildings."""
    return [fact for fact in FACTS if fact.sort is not Sort.CHOICE or choices(fact, park)]
