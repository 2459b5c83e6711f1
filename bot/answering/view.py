"""From where a question is looked at: language, moment, company, and all knowledge."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.agenda import Agenda, Changed
from bot.answering.described import described_in
from bot.answering.when import Moment
from bot.calendars import Schedule
from bot.eligibility.profile import Profile, profile_of
from bot.knowledge.kinds import Facility, Record
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.messages.texts import Texts, texts_in
from bot.people.company import Company


@dataclass(frozen=True)
class View:
    """`now` is in the park's zone; `folded` the folded question, empty when a fact was asked by a button.

    `said` is the whole of a question of which `folded` may be a part, `changed` what staff changed of single dates.
    """

    snapshot: Snapshot
    language: Language
    now: datetime
    zone: ZoneInfo
    moment: Moment | None = None
    company: Company | None = None
    folded: str = ""
    said: str = ""
    changed: Changed = field(default_factory=dict)

    @property
    def texts(self) -> Texts:
        return texts_in(self.language)

    @property
    def agenda(self) -> Agenda:
        return Agenda(self.now, self.zone, self.changed)

    @cached_property
    def described(self) -> dict[str, object]:
        """What the question says of the asker's company; looked for only where it matters, for that takes a while."""
        return described_in(self.said, self.snapshot.park, self.now.date()) if self.said else {}

    @cached_property
    def profile(self) -> Profile:
        """What is known of the asker's company, and what the question says of it."""
        return profile_of(self.company, self.snapshot.park, self.now.date(), self.described)

    def changed_on(self, record: Record) -> date | None:
        """The day on which the record was last changed, None where nobody kept it."""
        changed = self.snapshot.changed.get((record.kind, record.id))
        return changed.astimezone(self.zone).date() if changed else None

    def name_of_facility(self, facility_id: str | None) -> str | None:
        facility = self.snapshot.get(Facility, facility_id)
        return facility.name.to(self.language) if facility else None

    def facility_place(self, facility_id: str | None) -> str | None:
        facility = self.snapshot.get(Facility, facility_id)
        return facility.where.to(self.language) if facility and facility.where else None

    def schedule(self, facility: Facility) -> Schedule | None:
        """When the facility is open, if the record says."""
        park = self.snapshot.park
        closes = park is not None and facility.id in park.closed_on_holidays
        return Schedule(facility.hours, closes) if facility.hours else None
