"""How people say how old, how large and how rich their company is: patterns for bot.answering.described.

Groups: `n` the number, `less` and `more` what bounds it, `unit` of money; of a time `year`, `odd` and `half` for
half a year more, `rest` months, `over` and `plus` for a little more.
"""

from bot.answering.numbers import DIGITS
from bot.answering.when_words import ENGLISH_NUMBERS

_FURTHER = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
NUMBER_WORDS = ENGLISH_NUMBERS | {word: number for number, word in enumerate(_FURTHER, start=13)} | {"thirty": 30}

_NUMBER = (
    rf"(?<!\d)(?<![\d][.,])(?P<n>(?>{DIGITS})|(?:half a|{'|'.join(NUMBER_WORDS)})\b)"
    r"(?![.,]?\d|[一二两三四五六七八九十百千零])"
)
_FILL = (
    "了|已经|刚|满|才|有|大概|大约|差不多|只|也|就|到现在|园区|这里|这儿|这边|小镇|我们|公司|一共|总共|是|为|达到|花|交|缴|签|期限?|在"
    r"|大(?=半)|:|,|\s|about|around|roughly|for|only|just|in|here|the park|of|is|was|at|now|been|us"
)
LESS = "不到|不足|未满|没满|没到|不满|低于|少于|快|将近|接近|less than|under|below|nearly|almost"
MORE = "超过|大于|高于|多于|more than|over|above"
_BOUND = rf"(?:(?P<less>{LESS})|(?P<more>{MORE}))?"
# possessive, so that a text of nothing but such words is not tried in every way
_LEAD = rf"(?:{_FILL})*+{_BOUND}(?:{_FILL})*+"
_MONEY_LEAD = rf"(?:{_FILL}|去年|今年|每年|全年|一年|每个?月)*+{_BOUND}(?:{_FILL})*+"
_TIME = (
    rf"{_NUMBER}(?P<half> and a half)?[-\s]*"
    r"(?:(?P<year>年|years?)(?P<odd>半| and a half)?(?:零?(?P<rest>\d{1,2}|[一二三四五六七八九十]{1,2})个月)?"
    r"|个?(?P<over>多)?月|months?)(?P<plus>多)?"
)
_MONEY = (
    rf"{_NUMBER}\s*(?P<unit>亿|万|w\b|k\b|million\b|m\b|thousand\b)?"
    r"(?![年月日号岁个天%万亿]|\s*(?:months?|years?|days?|%))"
)
_CLOUD = (
    r"云(?:资源|服务器?|主机)?(?:账单|支出|费用?|开销|花费|消费|上)|用云|上云|cloud (?:bills?|spend(?:ing)?|costs?)"
)
_SERVERS = r"(?:the )?(?:cloud|servers?|hosting)"
# what a time to apply is counted from: a certificate, a review, interest that was paid
_OPENED = "评审|授权|证书|取得|拿到|通过|下来|付完|还完|付清"
_OPENED_EN = "granted|issued|certificates?|certified|passed|reviewed|paid|obtained|received"

MONTHS = {
    "tenant_months": (
        rf"(?:入驻|搬进来?|搬来|搬过来|进驻|住进来|moved (?:in|here)|been (?:here|in the park)|tenants?){_LEAD}{_TIME}",
        rf"{_TIME}(?:之|以)?前(?:才|刚)?(?:入驻|搬|进驻)",
    ),
    "social_insurance_months": (
        rf"(?:社保|social insurance){_LEAD}{_TIME}",
        rf"(?:交|缴){_LEAD}{_TIME}的?社保",
        rf"{_TIME} of social insurance",
    ),
    "contract_months": (
        rf"(?:合同|contracts?){_LEAD}{_TIME}",
        rf"{_TIME}期?的?(?:劳动)?合同",
        rf"{_TIME} contracts?",
    ),
    "company_age_years": (
        rf"(?:成立|创办|创立|founded|started|established|set up|(?:company|startup|firm) is){_LEAD}{_TIME}(?: old)?",
        rf"{_TIME}(?:之|以)?前(?:才|刚)?(?:成立|创办|创立|注册)",
        rf"{_TIME}[-\s]old (?:company|firm|start-?up|business)",
    ),
    "window_months": (
        rf"(?:{_OPENED})(?:后|过了?|的|已经|都|到现在|导师|评审)*+{_LEAD}{_TIME}(?!以?之?内)",
        rf"{_TIME}(?:之|以)?前(?:就|才|刚)*+(?:拿|取|通过|授权|下|付|还|评审|办)",
        rf"(?:{_OPENED_EN})\b[^.?!;]{{0,30}}?{_TIME} ago",
    ),
}
AMOUNTS = {
    "revenue": (rf"(?:营收|营业额|营业收入|收入|销售额|revenue|turnover|sales){_MONEY_LEAD}{_MONEY}",),
    "annual_cloud_spend": (
        rf"(?:{_CLOUD}){_MONEY_LEAD}{_MONEY}",
        rf"(?:spend|pay){_LEAD}{_MONEY}(?: yuan| rmb)? (?:a (?:year|month) )?(?:on|for) {_SERVERS}",
    ),
    "rd_spend": (rf"(?:研发(?:投入|费用?|支出|花)?|r&d(?: (?:spend(?:ing)?|costs?|expenses?))?){_MONEY_LEAD}{_MONEY}",),
    "cost": (
        rf"(?:花|费用?|付了|账单|报价|利息|costs?|spent|paid|bill|invoice|fee){_MONEY_LEAD}{_MONEY}",
        rf"{_MONEY}[元块]?的?(?:利息|账单|费用|测评费|认证费)",
    ),
}
A_YEAR = ((12, r"每个?月|月均|一个月|monthly|(?:per|a) month"), (4, r"每个?季|一个?季度|quarterly|(?:per|a) quarter"))
"""How often a year a cost comes, by the words that say so."""
RATIO = rf"(?:研发|r&d)\D{{0,12}}?{_BOUND}\s*(?P<n>\d{{1,3}}(?:\.\d{{1,2}})?)\s*%"
EMPLOYEES = (
    rf"{_NUMBER}\s*(?:多?个|名|位)?(?:员工|职工|人(?=的?(?:公司|团队|企业|小公司)))",
    rf"(?:员工|团队|employ){_LEAD}{_NUMBER}(?:\s*(?:个|名)?人|(?= ?people|\b))",
    rf"{_NUMBER} (?:employees|staff)\b",
)
AREA = rf"{_NUMBER}\s*(?:平方米|平方|平米|平(?!台|时)|m2|sqm|square met(?:er|re)s?)"
AGE = (
    r"(?<!\d)(?P<n>\d{2})\s*岁|\b(?P<m>\d{2})[-\s]*(?:years? old|year-old|yo)\b|\baged? (?P<k>\d{2})\b"
    r"|\b(?:i am|i['’]m|(?:he|she)(?: is|['’]s)) (?P<j>\d{2})\b(?!\s*(?:months?|km|%))"
)

# what is asked for as a condition is not told of oneself: 要注册在园区吗, 注册在园区才能申请吗
_TOLD = r"(?<![要须得需定通])"
FLAGS: tuple[tuple[str, bool, str], ...] = (
    ("cloud_related", False, r"不(?:是|算|属于)?(?:做|搞)?(?:涉云|云计算|云(?=的))|(?:和|跟|与)云(?:计算)?(?:没|无)"),
    ("cloud_related", False, r"\bnot (?:a |in )?(?:the )?cloud|\bnothing to do with (?:the )?cloud"),
    ("cloud_related", True, r"(?:我们|公司|我司)是(?:一?家)?(?:做云|涉云|云计算)|做云(?:计算)?的"),
    (
        "cloud_related",
        True,
        r"\b(?:we are|we're|our business is) (?:a |in )?(?:the )?cloud[- ](?:related|computing|business)",
    ),
    (
        "registered_in_park",
        False,
        r"没(?:有)?(?:在园区)?注册|不在园区注册|注册地?址?(?:不在|没在|在外|在别)|没(?:有)?把注册",
    ),
    ("registered_in_park", False, r"\bnot registered|\bregistered (?:elsewhere|outside)"),
    ("registered_in_park", True, rf"{_TOLD}(?:注册地?址?在园区|已?在园区注册)(?!.{{0,4}}才|吗)"),
    ("registered_in_park", True, r"(?<!be )registered in the park"),
    ("passed_mentoring_review", False, r"(?:没|没有|未)(?:通过|过)(?:导师|评审)|评审没过"),
    ("passed_mentoring_review", False, r"(?:n't|not|without) (?:yet )?pass(?:ed|ing)? the (?:mentoring )?review"),
    ("passed_mentoring_review", True, rf"{_TOLD}(?:通过|过)了?(?:导师|评审)(?!.{{0,8}}才)|评审(?:过了|通过)"),
    ("passed_mentoring_review", True, r"\bpassed the (?:mentoring )?review"),
    ("first_recognition", False, r"(?:重新|再次|第二次|复审|到期重新)认定|re-?recogni|second time|renew"),
    ("first_recognition", True, r"首次认定|第一次认定|first recogni|first time"),
)
