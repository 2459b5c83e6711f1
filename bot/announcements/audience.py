"""Whom an announcement is for."""

from datetime import date

from pydantic import BaseModel, ConfigDict, model_validator
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.company import Company
from storage import companies
from storage.audience import Wanted

LISTS = ("topics", "sectors", "companies", "buildings", "events")
OF_COMPANIES = ("sectors", "companies", "buildings", "moved_in_from", "moved_in_before")

Ids = tuple[str, ...]


class Audience(BaseModel):
    """Everybody, or whoever fits one of each list that is given; days of moving in are half-open.

    Raises ValidationError for `all` together with anything else. One that is `empty` is for nobody yet.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    all: bool = False
    topics: Ids = ()
    sectors: Ids = ()
    companies: Ids = ()
    buildings: Ids = ()
    events: Ids = ()
    moved_in_from: date | None = None
    moved_in_before: date | None = None

    @model_validator(mode="after")
    def _all_is_all(self) -> "Audience":
        if self.all and self.criteria:
            raise ValueError("all takes no other criteria")
        return self

    @property
    def criteria(self) -> list[str]:
        """The names of what is given beside `all`."""
        return [name for name in (*LISTS, "moved_in_from", "moved_in_before") if getattr(self, name)]

    @property
    def empty(self) -> bool:
        return not self.all and not self.criteria

    def fits(self, company: Company) -> bool:
        """Whether the company is meant, as far as it is said of companies."""
        wanted = (
            (self.companies, company.id),
            (self.sectors, company.sector),
            (self.buildings, company.building),
        )
        return all(not ids or value in ids for ids, value in wanted) and self._moved_in(company.moved_in)

    def _moved_in(self, day: date | None) -> bool:
        if self.moved_in_from is None and self.moved_in_before is None:
            return True
        after = day is not None and (self.moved_in_from is None or day >= self.moved_in_from)
        return after and (self.moved_in_before is None or (day is not None and day < self.moved_in_before))

    def unknown(self, names: "Names") -> list[tuple[str, str]]:
        """What is listed that does not exist: the list and the id."""
        return [(listed, one) for listed in LISTS for one in getattr(self, listed) if one not in getattr(names, listed)]


class Names(BaseModel):
    """Every id that an audience may list."""

    model_config = ConfigDict(frozen=True)

    topics: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    buildings: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()


async def wanted(session: AsyncSession, audience: Audience, *, urgent: bool) -> Wanted:
    """The audience as the store looks for it: companies by what is known of them now."""
    about_companies = any(getattr(audience, name) for name in OF_COMPANIES)
    known = await companies.every(session) if about_companies else []
    fitting = tuple(row.id for row in known if audience.fits(Company.model_validate(row.data)))
    return Wanted(
        nobody=audience.empty,
        topics=audience.topics,
        companies=fitting if about_companies else None,
        events=audience.events,
        muted_too=urgent,
    )
