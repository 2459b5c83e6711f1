# 各类事实的说法
word-stop = 。
price-free = 免费
price-free-stop = 免费。
price-free-per = { $per }免费
price-free-units = { $within } { $count } { $unit }免费
price-cap = { $per }封顶 { $amount }
price-about = { $per }约 { $amount }
price-per = { $per } { $amount }
unit-hour = 小时
place-at = { $name }在{ $place }。
place-in = { $name }（{ $where }）
quantity-count = { $what } { $count }
quantity-range = { $what } { $least } 到 { $most }
quantity-loan = { $what }可借用 { $days } 天
equipment-has = 有，{ $name }提供：{ $items }。
booking-lead = 请至少提前 { $days } 天预约。
booking-lead-max = 最早可提前 { $days } 天预约。
booking-step = 按 { $minutes } 分钟为单位预订。
booking-groups = 超过 { $people } 人的团队请提前 { $days } 天预约，散客不用预约。
booking-through = 找{ $place }办理。
duration-contract = 最短签 { $months } 个月。
duration-years-running = 连续补 { $years } 年。
frequency-morning = 早上每 { $minutes } 分钟一班
frequency-noon = 中午每 { $minutes } 分钟一班
frequency-evening = 傍晚每 { $minutes } 分钟一班
card-hours = 时间：{ $hours }
card-price = 价格：{ $price }
card-place = 地点：{ $place }
benefit-year = 第{ $year ->
    [1] 一
    [2] 二
    [3] 三
   *[other] { $year }
 }年
benefit-percent = { $of }的 { $percent }%
benefit-amount = { $per } { $amount }
benefit-cap = ，最高 { $cap }
benefit-cap-per = ，{ $per }最高 { $cap }
benefit-labelled = { $label }：{ $text }
benefit-area-cap = 面积最多按 { $area } 平方米计算。
benefit-years = 可补 { $years } 年。
benefit-months-max = 最长 { $months } 个月。
benefit-count-max = 每家企业最多 { $count } 个。
cap = 最高 { $cap }。
cap-per = { $per }最高 { $cap }。
cost-cloud-bill = 云资源账单
cost-rd-spend = 研发投入
cost-standard-booth = 标准展位价
cost-prototyping-cost = 打样开模费用
cost-interest = 已付利息
cost-certification-fee = 认证费用
who-conditions = 条件：{ $conditions }。
documents-needed = 需要：{ $items }。
deadline-next = 下一个截止日：{ $day }，还有 { $left } 天，当天也算。
deadline-today = 今天截止：{ $day }，还有 { $left } 天，今天内提交都算。
deadline-every-year = 每年的截止日：{ $days }。
deadline-within = 请在{ $after }起 { $months } 个月内申请。
deadline-own-window = 贵公司可申请到 { $day }。
deadline-own-window-over = 申请期已过，截止于 { $day }。
deadline-before-event = 请在{ $event }开幕前 { $days } 天提交申请。
deadline-that-is = 也就是 { $day }前。
decided-in = 收齐材料后 { $days } 个工作日内有结果。
paid-how = 发放方式：{ $how }。
apply-help = 有疑问可到{ $place }咨询。
when-one-day = { $day } { $start }–{ $end }
when-days = { $first } { $start } 至 { $last } { $end }
when-repeats = { $rule }举行。
when-not-then = { $when }没有安排。
when-next = 下一次：{ $span }
when-over = 已经结束，举办日期是 { $day }。
when-no-more = 暂时没有新的安排。
seats = 名额 { $count } 人。
register-until = 报名截止：{ $day } { $time }，还有 { $left } 天。
register-until-for = 报名截止：{ $day } { $time }（{ $occurrence }那场，提前 { $days } 天截止）。
register-closed = 报名已截止（{ $day } { $time }）。
early-bird = 早鸟优惠到 { $day }，当天也算。
host = 主办方：{ $name }。
online-also = 可以线上参加，现场在{ $place }。
benefits-tenants = 入驻企业可享：{ $items }。
slot = 每家 { $minutes } 分钟。
member-helps = { $name }：{ $items }
bring = 请带上：{ $items }。
park-former-name = 前身是{ $name }。
park-idea = 服务理念：{ $idea }。
park-phone = 电话 { $phone }（{ $place }）。
park-layers = 生态分层：{ $items }。
alliance-chair = 由{ $name }牵头。
clause-cloud-related = 从事云计算相关业务
clause-registered-in-park = 注册地在园区
clause-company-age-at-move-in-years = 入驻时成立不超过 { $value } 年
clause-company-age-years = 成立不超过 { $value } 年
clause-tenant-months = 入驻满 { $value } 个月
clause-annual-cloud-spend = 每年云资源支出不低于 { $value }元
clause-passed-mentoring-review = 通过导师日评审
clause-first-recognition = 首次认定
clause-rd-share-of-revenue-percent = 研发投入占营收不低于 { $value }%
clause-revenue = 年营收不超过 { $value }元
clause-person-age = 年龄不超过 { $value } 岁
clause-social-insurance-months = 社保缴满 { $value } 个月
clause-contract-months = 劳动合同满 { $value } 个月
clause-with-value = { $clause }（贵公司：{ $value }）
clause-value-yes = 是
clause-value-no = 否
verdict-met = 可以申请。逐条核对：{ $clauses }。
verdict-maybe = 可能可以申请。已满足：{ $clauses }。还要确认：{ $unknown }。
verdict-failed = 暂不符合：{ $reasons }。
verdict-window-over = 申请期已过（截止于 { $day }）
verdict-park-decides = 以上按目前资料推算，最终以园区审核为准。
estimate-area = 第{ $year ->
    [1] 一
    [2] 二
    [3] 三
   *[other] { $year }
 }年约 { $yuan }：{ $area } 平方米 × { $rate } 元 × { $days } 天。
estimate-percent = 约 { $yuan }：{ $base } 的 { $percent }%。
