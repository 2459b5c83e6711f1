"""Forty companies, those who write for them, experts with accounts of their own, and staff."""

from dataclasses import dataclass

from bot.app import Assistant
from bot.languages import Language
from bot.people import companies, preferences, staff
from bot.people.company import Company
from bot.people.staff import Member, Role
from bot.sandbox.client import SandboxClient
from storage import memberships
from storage.models import Mentor
from tests.factories import AT

ZH, EN = Language.ZH, Language.EN
EXPERTS = ("foxconn", "ginkgo-valley", "taobao", "lkk", "alibaba-cloud")
REST = (11 * 60, 14 * 60)
"""Quiet hours of those who sleep after lunch: two hours before half past one falls into them."""


@dataclass(frozen=True)
class Founder:
    """Writes for a company; `wishes` are places in EXPERTS."""

    number: int
    wishes: tuple[int, ...]

    @property
    def id(self) -> int:
        return 3000 + self.number

    @property
    def company(self) -> str:
        return f"company-{self.number}"

    @property
    def language(self) -> Language:
        return EN if self.number % 2 else ZH

    @property
    def rests(self) -> bool:
        return self.number % 5 == 0


# most want the factory and the investor, so that some go without
FOUNDERS = [Founder(number, (0, 1) if number <= 34 else (2 + number % 3, 0)) for number in range(1, 41)]
RESTING = {one.id for one in FOUNDERS if one.rests}
OWNER, DESK = 2001, 2002
MENTORS = {member: 4001 + place for place, member in enumerate(EXPERTS)}


async def settle(park: Assistant, telegram: SandboxClient) -> None:
    """All of them there, before anybody says hello; of the staff the owner reads English."""
    database, clock = park.services.database, park.services.clock
    for one in FOUNDERS:
        await telegram.create_person(str(one.number), language_code=code(one.language), person_id=one.id)
        name = {"zh": f"公司{one.number}", "en": f"Company {one.number}"}
        await companies.save(database, [Company.model_validate({"id": one.company, "name": name})], clock)
    for person in (OWNER, DESK, *MENTORS.values()):
        await telegram.create_person(str(person), language_code=code(language_of(person)), person_id=person)
    await staff.put(database, Member(OWNER, Role.OWNER, "沈敏", AT))
    await staff.put(database, Member(DESK, Role.MENTOR_DESK, "小李", AT))


async def belong(park: Assistant) -> None:
    """The founders to their companies, the mentors to their members; who rests at midday has said so."""
    database, now = park.services.database, park.services.clock.now()
    async with database.transaction() as session:
        for one in FOUNDERS:
            await memberships.add(session, one.id, one.company, AT)
        for member, person in MENTORS.items():
            session.add(Mentor(telegram_id=person, member_id=member, name=None, added_at=AT))
    for one in FOUNDERS:
        if one.rests:
            await preferences.be_quiet(database, one.id, now, REST)


def founder(number: int) -> Founder:
    return FOUNDERS[number - 1]


def code(language: Language) -> str:
    return "en" if language is EN else "zh-hans"


def language_of(person: int) -> Language:
    """Of anybody here."""
    if person > FOUNDERS[0].id - 1 and person <= FOUNDERS[-1].id:
        return founder(person - FOUNDERS[0].id + 1).language
    return EN if person in (OWNER, MENTORS["foxconn"], MENTORS["lkk"]) else ZH
