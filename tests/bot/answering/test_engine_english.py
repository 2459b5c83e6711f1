"""The demonstration park asked in English, one question for every kind of record and fact.

Asked on Wednesday, 25 November 2026 at 10:00.
"""

import pytest

from bot.answering.types import Outcome
from bot.knowledge.kinds import Faq
from bot.knowledge.pack import demonstration
from bot.languages import Language
from tests.bot.answering.asking import Ask, ids, lines


@pytest.mark.parametrize(
    ("text", "record", "first"),
    [
        ("Is the climbing wall open on Mondays?", "climbing-wall", "No, it is closed on Monday, 30 November."),
        ("Where is the climbing wall?", "climbing-wall", "Climbing wall: convention center, atrium."),
        ("Is entry to the museum free?", "bowu-museum", "Free."),
        ("How many people fit into the convention center?", "convention-center", "5,000 people."),
        ("How much is lunch in the canteen?", "canteen", "About CNY 25 for lunch."),
        ("How many shared meeting rooms are there?", "meeting-rooms", "8 rooms, 6 to 20 seats per room."),
        ("How do I book the roadshow hall?", "roadshow-hall", "Please book at least 7 days ahead."),
        (
            "How often does the shuttle run?",
            "shuttle-bus",
            "Every 15 minutes in the morning, every 20 minutes in the evening.",
        ),
        ("How much is an incubator desk per month?", "incubator-desks", "CNY 800 per desk and month."),
        ("Where are the talent apartments?", "talent-apartments", "Talent apartments: Building 5."),
        ("How many EV chargers are there?", "ev-charging", "40 chargers."),
        (
            "What is the phone number of the service hall?",
            "service-hall",
            "Phone 0571-0000-0000 (Business service hall).",
        ),
    ],
)
def test_facility_answers_the_fact_first(ask: Ask, text: str, record: str, first: str) -> None:
    answer = ask(text)
    assert (answer.outcome, answer.language, ids(answer)) == (Outcome.ANSWER, Language.EN, [record])
    assert lines(answer)[1] == first


@pytest.mark.parametrize(
    ("text", "record", "first"),
    [
        (
            "What documents does the rent subsidy need?",
            "rent-three-year",
            "You need: business licence, lease contract, rent invoices.",
        ),
        (
            "By when must I apply for the rent subsidy?",
            "rent-three-year",
            "Please apply within 6 months of the move-in date.",
        ),
        ("What is the limit of the cloud voucher per year?", "cloud-voucher", "At most CNY 100,000 per year."),
        (
            "When is the next deadline of the cloud voucher?",
            "cloud-voucher",
            "Next deadline: Thursday, 31 December, 36 days left, that day included.",
        ),
        ("How many discounted booths per company?", "booth-discount", "At most 1 per company."),
        ("How much is the high-tech award?", "high-tech-award", "CNY 200,000 once."),
        ("How many years does the loan interest subsidy last?", "loan-interest", "For up to 2 years."),
        (
            "How much is the patent grant?",
            "patent-grant",
            "Invention patent: CNY 10,000 per patent; PCT patent: CNY 30,000 per patent.",
        ),
    ],
)
def test_subsidy_answers_the_fact_first(ask: Ask, text: str, record: str, first: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])
    assert lines(answer)[1] == first


@pytest.mark.parametrize(
    ("text", "record", "first"),
    [
        (
            "When is the Yunqi Conference?",
            "yunqi-conference-2027",
            "Wednesday, 13 October 2027, 09:00 to Saturday, 16 October 2027, 17:00",
        ),
        ("Where is the policy briefing held?", "policy-briefing", "Business service hall (Building 1, floor 1)"),
        ("Who hosts the cloud security training?", "cloud-security-training", "Hosted by Alibaba Cloud."),
        ("How many seats does the hackathon have?", "hardware-hackathon", "60 seats."),
        ("When is the newcomers' meeting?", "newcomer-meeting", "Monday, 7 December, 10:00–11:30"),
        ("When is the next financing clinic?", "finance-clinic", "Wednesday, 25 November, 15:00–17:00"),
        ("What time is the night run?", "night-run", "Thursday, 26 November, 19:00–20:00"),
        ("When is the next mentoring day?", "taofu", "Friday, 27 November, 13:30–17:30"),
        ("Is the mentoring day free?", "taofu", "Free of charge."),
        ("How long is a slot at the mentoring day?", "taofu", "15 minutes for each company."),
    ],
)
def test_event_or_programme_answers_the_fact_first(ask: Ask, text: str, record: str, first: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])
    assert lines(answer)[1] == first


@pytest.mark.parametrize(
    ("text", "record", "first"),
    [
        ("What is the park's phone number?", "park", "Phone 0571-0000-0000 (Business service hall)."),
        (
            "Which layers does the park's ecosystem have?",
            "park",
            "Layers of the ecosystem: hardware providers, cloud service providers, cloud application companies.",
        ),
        ("Who chairs the Yunqi Alliance?", "yunqi-alliance", "Chaired by Ginkgo Valley Capital."),
        (
            "What does LKK Design help with?",
            "yunqi-alliance",
            "LKK Design: industrial design, a view of where the market is heading",
        ),
    ],
)
def test_park_and_alliance_answer_the_fact_first(ask: Ask, text: str, record: str, first: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])
    assert lines(answer)[1] == first


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("How do I get wifi?", "wifi"),
        ("How do I get an access card?", "access-card"),
        ("How do I register a visitor?", "visitors"),
        ("How do I report a repair?", "repairs"),
        ("How do I get an invoice?", "invoices"),
        ("How much is the property fee?", "property-fee"),
        ("When is the fire drill?", "fire-drill"),
    ],
)
def test_frequent_question_answers_with_its_own_words(ask: Ask, text: str, record: str) -> None:
    [entry] = [one for one in demonstration() if isinstance(one, Faq) and one.id == record]
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])
    assert answer.text.startswith(entry.answer.en)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("WHERE IS THE MUSEUM", "bowu-museum"),
        ("wher is the musuem", "bowu-museum"),
        ("the Hardware-Lab, where is it?", "makers-lab"),
        ("is the hardwarelab open tonight", "makers-lab"),
        ("Yunduan Cafe opening hours", "cafe-yunduan"),
    ],
)
def test_question_is_understood_however_it_is_typed(ask: Ask, text: str, record: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])


def test_language_that_was_chosen_goes_before_that_of_the_text(ask: Ask) -> None:
    answer = ask("硬功馆在哪", language=Language.EN)
    assert (answer.language, lines(answer)[1]) == (Language.EN, "Yinggong Hardware Lab: Makers' House, floors 1 and 2.")
    answer = ask("Where is the hardware lab?", language=Language.ZH)
    assert (answer.language, lines(answer)[1]) == (Language.ZH, "硬功馆在创客之家一、二层。")
