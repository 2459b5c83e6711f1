"""What a company can get and what it misses, in a small park; asked on Wednesday, 25 November 2026 at 10:00."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.answering.eligible import eligible, nearest
from bot.answering.rows import Listed
from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot
from bot.people.company import Company
from tests.bot.answering.facts.subsidies import BOOTH, CLOUD, RENT
from tests.bot.answering.facts.views import EN, ZH, view
from tests.bot.records import park, subsidy

PARK = park(sectors=[{"id": "iot", "name": {"en": "IoT"}, "cloud_related": True}])
MAYBE = subsidy(
    id="maybe", benefits=[{"amount": 10**6, "per": "once"}], clauses=[{"fact": "first_recognition", "equals": True}]
)
DECIDES = "以上按目前资料推算，最终以园区审核为准。"


def company(**given: Any) -> Company:
    data = {"sector": "iot", "founded": "2025-05-25", "moved_in": "2026-05-24", "annual_cloud_spend": 5000}
    return Company.model_validate({"id": "acme", "name": {"en": "Acme"}} | data | given)


def lines(listed: Listed) -> list[str]:
    return listed[0].text.splitlines()


def actions(listed: Listed) -> list[str]:
    return [button.data for row in listed[0].buttons for button in row]


def test_company_that_meets_nothing_reads_what_is_nearest_and_why() -> None:
    listed = eligible(view([PARK, RENT, CLOUD], ZH, company=company()))
    assert lines(listed) == [
        "按目前资料，暂时没有贵公司符合的补贴。最接近的是：",
        "· 资助，每年最高 10 万元：每年云资源支出不低于 2 万元（贵公司：5,000 元，还差 1.5 万元）",
        "· 资助，每平方米每天最高 1.5 元：申请期已过，截止于 11月24日（周二）",
        DECIDES,
    ]
    assert listed[1] == [CLOUD, RENT]


def test_company_reads_what_it_meets_before_what_it_may_meet() -> None:
    listed = eligible(view([PARK, MAYBE, BOOTH, RENT, CLOUD], EN, company=company(moved_in="2026-05-25")))
    assert listed[1] == [RENT, BOOTH, MAYBE]
    missing = "not known yet: whether it is the first recognition"
    clauses = "cloud-related business; at most 5 years old when moving in"
    assert lines(listed) == [
        "From what we know, your company can apply for:",
        f"· Grant, at most CNY 1.5 per square metre and day: {clauses}; apply until Wednesday, 25 November",
        "· Grant, 50%: a tenant for at least 6 months",
        "Perhaps, with something still to be checked:",
        f"· Grant, at most CNY 1,000,000: recognised for the first time ({missing})",
        "1 more is not met for now; ask “what would we need for the subsidies?” to see why.",
        "Worked out from what we know today; the park decides.",
    ]


def test_more_money_comes_first() -> None:
    small = subsidy(id="small", benefits=[{"amount": 10_000, "per": "once"}])
    heads = subsidy(id="heads", benefits=[{"amount": 3000, "per": "graduate", "count_max": 20}])
    given = company(moved_in="2026-08-15", area_m2=100)
    asked = eligible(view([PARK, small, heads, RENT], ZH, company=given))
    assert asked[1] == [RENT, heads, small]
    assert lines(asked)[1] == (
        "· 资助，约 91,250 元：从事云计算相关业务；入驻时成立不超过 5 年；申请到 2027年2月15日（周一）"
    )
    counted = eligible(view([PARK, small, heads, RENT], ZH, "招了两个应届生能申请什么补贴", company=given))
    assert counted[1] == [RENT, small, heads]
    assert lines(counted)[3] == "· 资助，约 6,000 元：没有附加条件"


def test_subsidy_that_says_nothing_is_open_to_everybody() -> None:
    assert lines(eligible(view([PARK, subsidy()], ZH, company=company())))[1] == (
        "· 资助，金额以园区核定为准：没有附加条件"
    )


def test_more_subsidies_than_rows_leave_the_note_in_sight() -> None:
    records = [subsidy(id=f"grant-{number}", clauses=[]) for number in range(15)]
    listed = eligible(view([PARK, *records], ZH, company=company()))
    assert len(listed[1]) == 15
    assert lines(listed)[-2:] == ["还有 3 项，点下面的按钮看全部。", DECIDES]


def test_what_is_lacking_begins_with_the_nearest_miss_and_ends_with_what_is_open() -> None:
    near = subsidy(id="near", clauses=[{"fact": "annual_cloud_spend", "at_least": 6000}])
    listed = nearest(view([PARK, MAYBE, RENT, CLOUD, near, BOOTH], ZH, company=company()))
    assert listed[1] == [near, CLOUD, RENT, MAYBE]
    assert [line.partition("：")[0] for line in lines(listed)[:-1]] == [
        "还差一点的，最接近的在前",
        "· 资助，金额以园区核定为准",
        "· 资助，每年最高 10 万元",
        "· 资助，每平方米每天最高 1.5 元",
        "可能可以，还要确认",
        "· 资助，最高 100 万元",
    ]


def test_company_that_misses_nothing_reads_so() -> None:
    listed = nearest(view([PARK, BOOTH], ZH, company=company()))
    assert lines(listed) == ["没有哪一项是明确不符合的。"]
    assert listed[1] == []


def test_nobody_in_particular_reads_the_conditions_and_is_offered_the_profile() -> None:
    for listed in (eligible(view([PARK, CLOUD], ZH)), nearest(view([PARK, CLOUD], ZH))):
        assert lines(listed) == [
            "我还不知道贵公司的情况，先列出全部补贴和条件：",
            "· 资助：每年云资源支出不低于 2 万元",
        ]
        assert actions(listed) == ["profile", "list:subsidy:0"]


def test_company_is_not_offered_the_profile_but_who_describes_one_is() -> None:
    assert actions(eligible(view([PARK, CLOUD], ZH, company=company()))) == ["list:subsidy:0"]
    described = view([PARK, CLOUD], ZH, described={"annual_cloud_spend": 30_000})
    assert actions(eligible(described)) == ["profile", "list:subsidy:0"]


def dated(records: list[Record], *days: int) -> Snapshot:
    changed = {(one.kind, one.id): datetime(2026, 11, day, tzinfo=UTC) for one, day in zip(records, days, strict=False)}
    return Snapshot.of([PARK, *records], changed=changed)


def test_list_names_the_day_from_which_its_records_are() -> None:
    def last(*days: int) -> str:
        seen = replace(view([], ZH, company=company()), snapshot=dated([BOOTH, MAYBE], *days))
        return lines(eligible(seen))[-1]

    assert last(3, 3) == "按园区资料（11月3日更新）推算，最终以园区审核为准。"
    assert last(9, 3) == "按园区资料（11月3日及以后更新）推算，最终以园区审核为准。"
    assert last(9) == DECIDES
