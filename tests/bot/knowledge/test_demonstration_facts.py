"""Which records the demonstration park has, and some of its figures."""

from datetime import date, datetime

import pytest

from bot.knowledge.kinds import KINDS, Event, Facility, Park, Programme, Subsidy
from bot.knowledge.snapshot import Snapshot
from tests.bot.knowledge.demonstration import companies, records, the

IDS = {
    "park": ["park"],
    "alliance": ["yunqi-alliance"],
    "subsidy": [
        "rent-three-year",
        "cloud-voucher",
        "booth-discount",
        "prototype-voucher",
        "high-tech-award",
        "rd-grant",
        "talent-housing",
        "loan-interest",
        "patent-grant",
        "security-certification",
        "graduate-hiring",
    ],
    "facility": [
        "convention-center",
        "climbing-wall",
        "open-ground-floor",
        "makers-lab",
        "bowu-museum",
        "cafe-yunduan",
        "cafe-shanwai",
        "canteen",
        "meeting-rooms",
        "roadshow-hall",
        "service-hall",
        "shuttle-bus",
        "incubator-desks",
        "talent-apartments",
        "parking",
        "ev-charging",
        "data-center",
    ],
    "event": [
        "yunqi-conference-2027",
        "policy-briefing",
        "cloud-security-training",
        "hardware-hackathon",
        "art-camp-opening",
        "open-day",
        "year-end-gathering",
        "finance-clinic",
        "newcomer-meeting",
        "night-run",
    ],
    "programme": ["taofu"],
    "faq": [
        "what-is-yunqi-town",
        "how-to-move-in",
        "register-address",
        "access-card",
        "visitors",
        "wifi",
        "repairs",
        "join-alliance",
        "alliance-what",
        "mentoring-who-is-admitted",
        "mentoring-bring",
        "exhibit-in-corridor",
        "meet-other-tenants",
        "security-certificates-help",
        "complaints",
        "invoices",
        "property-fee",
        "night-access",
        "fire-drill",
        "lost-and-found",
    ],
}


@pytest.fixture(scope="module")
def park() -> Snapshot:
    return Snapshot.of(records())


def test_ids_are_those_of_the_park(park: Snapshot) -> None:
    assert {kind: [record.id for record in park.of_kind(KINDS[kind])] for kind in KINDS} == IDS


def test_benefits_are_those_of_the_park(park: Snapshot) -> None:
    rent = the(park, Subsidy, "rent-three-year").benefits
    housing = the(park, Subsidy, "talent-housing").benefits
    cloud = the(park, Subsidy, "cloud-voucher").benefits[0]

    assert [(one.year, str(one.amount), one.area_cap) for one in rent] == [
        (1, "1.5", 200),
        (2, "1", 200),
        (3, "0.5", 200),
    ]
    assert [(one.label.en, str(one.amount)) for one in housing if one.label] == [
        ("bachelor", "600"),
        ("master", "1000"),
        ("doctor", "2000"),
    ]
    assert (str(cloud.percent), str(cloud.cap), cloud.cap_per) == ("30", "100000", "year")


def test_prices_and_hours_are_those_of_the_park(park: Snapshot) -> None:
    parking = the(park, Facility, "parking").charges
    canteen = the(park, Facility, "canteen").hours

    assert [(str(one.amount), one.per, one.cap) for one in parking] == [
        ("0", "first-hour", False),
        ("5", "hour", False),
        ("30", "day", True),
        ("300", "month", False),
    ]
    assert str(canteen) == "Mon-Fri 07:00-09:00, 11:00-13:30, 17:00-19:00; Sat-Sun closed"


def test_dates_are_those_of_the_park(park: Snapshot) -> None:
    conference = the(park, Event, "yunqi-conference-2027")
    taofu = the(park, Programme, "taofu")

    assert conference.starts == datetime(2027, 10, 13, 9)  # noqa: DTZ001 - park time has no offset
    assert conference.early_bird_until == date(2027, 8, 31)
    assert (taofu.first_day, taofu.rrule) == (date(2026, 11, 27), "FREQ=MONTHLY;BYDAY=-1FR")
    assert (taofu.closes_days_before, taofu.closes_at.hour) == (3, 18)


def test_companies_live_in_the_park(park: Snapshot) -> None:
    tenants = companies()
    about_park = the(park, Park, "park")

    assert [company.id for company in tenants] == ["demo-router", "demo-saas", "demo-tea"]
    assert {company.building for company in tenants} <= {building.id for building in about_park.buildings}
    assert {company.sector for company in tenants} <= {sector.id for sector in about_park.sectors}
    assert all(company.sample and company.name.zh and company.name.en for company in tenants)
