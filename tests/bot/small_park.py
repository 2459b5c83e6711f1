"""A small park of the tests' own: five records of six sample questions each, quick to fit."""

from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot
from tests.bot.records import event, facility, faq, subsidy

GYM = facility(
    id="gym",
    name={"zh": "健身房", "en": "Gym"},
    hours="Mon-Fri 09:00-21:00",
    where={"zh": "2号楼地下", "en": "below building 2"},
    questions=[
        "健身房几点开门",
        "健身房在哪栋楼",
        "哪里可以锻炼身体",
        "跑步机在几楼",
        "when does the gym open",
        "where can I work out",
    ],
)
CANTEEN = facility(
    id="canteen",
    name={"zh": "食堂", "en": "Canteen"},
    hours="Mon-Fri 11:00-13:30",
    where={"zh": "5号楼一层", "en": "building 5"},
    questions=[
        "食堂几点开饭",
        "中午在哪吃饭",
        "食堂周末有饭吗",
        "吃饭能刷卡吗",
        "when is lunch served",
        "where can we eat",
    ],
)
RENT = subsidy(
    id="rent",
    name={"zh": "租金补贴", "en": "Rent subsidy"},
    benefits=[{"amount": 30000, "per": "year"}],
    documents=[{"zh": "营业执照", "en": "business licence"}],
    questions=[
        "租金补贴怎么申请",
        "房租能补多少钱",
        "办公室租金有优惠吗",
        "租房补贴要什么材料",
        "how much rent do you pay back",
        "can we get help with the rent",
    ],
)
INVOICES = faq(
    id="invoices",
    name={"zh": "发票怎么开", "en": "How do we get an invoice?"},
    answer={"zh": "在服务大厅开。", "en": "At the service hall."},
    questions=[
        "物业费发票在哪里开",
        "能开专用发票吗",
        "发票抬头怎么改",
        "电费有发票吗",
        "where do I pick up an invoice",
        "can you send the invoice by mail",
    ],
)
RUN = event(
    id="run",
    name={"zh": "夜跑", "en": "Night run"},
    starts="2026-11-26 19:00",
    ends="2026-11-26 20:00",
    questions=[
        "夜跑在哪里集合",
        "今晚一起跑步吗",
        "夜跑要报名吗",
        "跑步活动几公里",
        "where does the run start",
        "do I sign up for the run",
    ],
)
RECORDS: tuple[Record, ...] = (GYM, CANTEEN, RENT, INVOICES, RUN)


def small_park(*more: Record, revision: int = 0) -> Snapshot:
    """The park, with further records."""
    return Snapshot.of([*RECORDS, *more], revision)
