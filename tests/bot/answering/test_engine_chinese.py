"""The demonstration park asked in Chinese, one question for every kind of record and fact.

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
        ("攀岩墙周一开放吗", "climbing-wall", "不开，11月30日（周一）休息。"),
        ("硬功馆晚上开不开", "makers-lab", "开放，全天 24 小时，周末和夜里也一样。"),
        ("攀岩墙在什么位置", "climbing-wall", "中庭攀岩墙在会展中心中庭。"),
        ("攀岩墙有没有年龄规定", "climbing-wall", "14岁以下须有监护人陪同；上墙前先参加保护训练。"),
        ("博悟馆门票要钱吗", "bowu-museum", "免费。"),
        ("博悟馆参观怎么预约", "bowu-museum", "超过 10 人的团队请提前 3 天预约，散客不用预约。"),
        ("会展中心最多容纳多少人", "convention-center", "可容纳人数 5,000 人。"),
        ("共享会议室有几间", "meeting-rooms", "会议室 8 间。"),
        ("共享会议室一小时多少钱", "meeting-rooms", "每小时 60 元；每月 4 小时免费。"),
        ("路演厅怎么预约", "roadshow-hall", "请至少提前 7 天预约。"),
        ("企业服务大厅的电话是多少", "service-hall", "电话 0571-0000-0000（企业服务大厅）。"),
        ("地铁接驳车的班次间隔是多久", "shuttle-bus", "早上每 15 分钟一班、傍晚每 20 分钟一班。"),
        ("停车场包月多少钱", "parking", "每月 300 元；首小时免费；每小时 5 元；每天封顶 30 元。"),
        ("孵化器工位最短签几个月", "incubator-desks", "最短签 3 个月。"),
        ("硬功馆的开发板能借多久", "makers-lab", "开发板可借用 14 天。"),
    ],
)
def test_facility_answers_the_fact_first(ask: Ask, text: str, record: str, first: str) -> None:
    answer = ask(text)
    assert (answer.outcome, answer.language, ids(answer)) == (Outcome.ANSWER, Language.ZH, [record])
    assert lines(answer)[1] == first


@pytest.mark.parametrize(
    ("text", "record", "first"),
    [
        (
            "租金补贴的申请条件是什么",
            "rent-three-year",
            "条件：从事云计算相关业务；注册地在园区；入驻时成立不超过 5 年。",
        ),
        ("租金补贴需要哪些材料", "rent-three-year", "需要：营业执照、租赁合同、租金发票。"),
        ("租金补贴多久能有审批结果", "rent-three-year", "收齐材料后 20 个工作日内有结果。"),
        ("租金补贴怎么发放", "rent-three-year", "发放方式：每半年发放一次。"),
        ("云资源券封顶多少", "cloud-voucher", "每年最高 10 万元。"),
        ("云资源券什么时候截止", "cloud-voucher", "下一个截止日：12月31日（周四），还有 36 天，当天也算。"),
        ("高新技术企业认定奖励给多少钱", "high-tech-award", "一次性 20 万元。"),
        ("创业贷款贴息能补几年", "loan-interest", "可补 2 年。"),
        ("展位优惠一家公司最多几个", "booth-discount", "每家企业最多 1 个。"),
        ("应届生招聘补贴一个人补多少", "graduate-hiring", "每人 3,000 元。每家企业最多 20 个。"),
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
            "云栖大会什么时候举行",
            "yunqi-conference-2027",
            "2027年10月13日（周三） 09:00 至 2027年10月16日（周六） 17:00",
        ),
        ("云栖大会的早鸟票到几号", "yunqi-conference-2027", "早鸟优惠到 2027年8月31日（周二），当天也算。"),
        ("政策宣讲会在哪里举行", "policy-briefing", "企业服务大厅（1号楼一层）"),
        ("云上安全与等保培训是谁主讲的", "cloud-security-training", "主办方：阿里云。"),
        ("云上安全与等保培训能线上参加吗", "cloud-security-training", "可以线上参加，现场在共享会议室。"),
        ("硬件马拉松有多少名额", "hardware-hackathon", "名额 60 人。"),
        ("硬件马拉松什么时候报名截止", "hardware-hackathon", "报名截止：12月5日（周六） 18:00，还有 10 天。"),
        ("新入驻企业见面会什么时候", "newcomer-meeting", "12月7日（周一） 10:00–11:30"),
        ("融资门诊下次什么时候", "finance-clinic", "11月25日（周三） 15:00–17:00"),
        ("融资门诊下下次是几号", "finance-clinic", "12月9日（周三） 15:00–17:00"),
        ("云栖夜跑几点", "night-run", "11月26日（周四） 19:00–20:00"),
        ("淘富成真下一次是什么时候", "taofu", "11月27日（周五） 13:30–17:30"),
        ("淘富成真每家聊几分钟", "taofu", "每家 15 分钟。"),
        ("淘富成真报名截止是什么时候", "taofu", "报名已截止（11月24日（周二） 18:00）。"),
    ],
)
def test_event_or_programme_answers_the_fact_first(ask: Ask, text: str, record: str, first: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])
    assert lines(answer)[1] == first


@pytest.mark.parametrize(
    ("text", "record", "first"),
    [
        ("园区电话是多少", "park", "电话 0571-0000-0000（企业服务大厅）。"),
        ("云栖小镇的前身是什么", "park", "前身是转塘科技经济园。"),
        ("园区的生态分几层", "park", "生态分层：硬件提供商、云服务商、云应用企业。"),
        ("园区的服务理念", "park", "服务理念：服务企业，而不是管理企业。"),
        ("云栖联盟由谁牵头", "yunqi-alliance", "由银杏谷资本牵头。"),
        ("洛可可能帮我们什么", "yunqi-alliance", "洛可可：工业设计、市场前景判断"),
    ],
)
def test_park_and_alliance_answer_the_fact_first(ask: Ask, text: str, record: str, first: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])
    assert lines(answer)[1] == first


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("园区wifi密码是什么", "wifi"),
        ("怎么入驻园区", "how-to-move-in"),
        ("怎么办园区卡", "access-card"),
        ("访客来访怎么登记", "visitors"),
        ("报修找谁", "repairs"),
        ("发票怎么开", "invoices"),
        ("物业费多少钱", "property-fee"),
        ("消防演习什么时候", "fire-drill"),
        ("淘富成真要带什么", "mentoring-bring"),
    ],
)
def test_frequent_question_answers_with_its_own_words(ask: Ask, text: str, record: str) -> None:
    [entry] = [one for one in demonstration() if isinstance(one, Faq) and one.id == record]
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])
    assert answer.text.startswith(entry.answer.zh)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("硬功館在哪裡", "makers-lab"),
        ("硬工馆在哪", "makers-lab"),
        ("ｙｕｎｄｕａｎ 咖啡几点开", "cafe-yunduan"),
        ("云 端 咖 啡 几 点 关 门", "cafe-yunduan"),
        ("博\u200b悟馆在哪里", "bowu-museum"),
        ("yinggongguan zai na", "makers-lab"),
        ("<b>博悟馆</b>在哪里？？？", "bowu-museum"),
        ("食堂食堂几点开", "canteen"),
    ],
)
def test_question_is_understood_however_it_is_typed(ask: Ask, text: str, record: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])
