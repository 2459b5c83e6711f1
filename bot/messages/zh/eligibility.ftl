# 条件是否符合、能拿多少

# 条件
clause-cloud-related = 从事云计算相关业务
clause-cloud-related-not = 不从事云计算相关业务
clause-registered-in-park = 注册地在园区
clause-registered-in-park-not = 注册地不在园区
clause-passed-mentoring-review = 通过导师日评审
clause-passed-mentoring-review-not = 还没通过导师日评审
clause-first-recognition = 首次认定
clause-first-recognition-not = 不是首次认定
clause-company-age-years = 成立{ $bound ->
    [least] 满
   *[most] 不超过
 } { $value }
clause-company-age-at-move-in-years = 入驻时成立{ $bound ->
    [least] 满
   *[most] 不超过
 } { $value }
clause-tenant-months = 入驻{ $bound ->
    [least] 满
   *[most] 不超过
 } { $value }
clause-area-m2 = 租用面积{ $bound ->
    [least] 不低于
   *[most] 不超过
 } { $value }
clause-employees = 员工{ $bound ->
    [least] 不少于
   *[most] 不超过
 } { $value }
clause-revenue = 年营收{ $bound ->
    [least] 不低于
   *[most] 不超过
 } { $value }
clause-rd-spend = 每年研发投入{ $bound ->
    [least] 不低于
   *[most] 不超过
 } { $value }
clause-annual-cloud-spend = 每年云资源支出{ $bound ->
    [least] 不低于
   *[most] 不超过
 } { $value }
clause-rd-share-of-revenue-percent = 研发投入占营收{ $bound ->
    [least] 不低于
   *[most] 不超过
 } { $value }
clause-person-age = 年龄{ $bound ->
    [least] 满
   *[most] 不超过
 } { $value }
clause-social-insurance-months = 社保{ $bound ->
    [least] 缴满
   *[most] 缴纳不超过
 } { $value }
clause-contract-months = 劳动合同{ $bound ->
    [least] 满
   *[most] 不超过
 } { $value }

# 还缺的信息
fact-sector = 行业
fact-founded = 成立日期
fact-moved-in = 入驻日期
fact-cloud-related = 是否从事云计算相关业务
fact-registered-in-park = 注册地
fact-passed-mentoring-review = 导师日评审结果
fact-first-recognition = 是不是首次认定
fact-company-age-years = 成立多久
fact-company-age-at-move-in-years = 入驻时成立多久
fact-tenant-months = 入驻多久
fact-area-m2 = 租用面积
fact-employees = 员工人数
fact-revenue = 年营收
fact-rd-spend = 每年研发投入
fact-annual-cloud-spend = 每年云资源支出
fact-rd-share-of-revenue-percent = 研发投入占营收的比例
fact-person-age = 员工年龄
fact-social-insurance-months = 社保缴了多久
fact-contract-months = 劳动合同签了多久

# 数值
value-yes = 是
value-no = 否
value-between = { $low }–{ $high }
value-years = { $value } 年
value-age = { $value } 岁
value-months = { $value } 个月
value-percent = { $value }%
value-points = { $value } 个百分点
value-square-metres = { $value } 平方米
value-people = { $value } 人

# 逐条核对
mark-met = ✓ { $finding }
mark-failed = ✗ { $finding }
mark-unknown = ？ { $finding }
finding-known = { $clause }（{ $value }）
finding-unknown = { $clause }（还不知道{ $missing }）
finding-unknown-plain = { $clause }（请向园区确认）
finding-over-about = 按您说的时间，申请期已过，大约截止于 { $day }
finding-over = 申请期已过，截止于 { $day }
finding-ours = 贵公司：{ $value }
finding-said = 您说：{ $value }
finding-close = { $value }，要看具体日期
finding-short = { $value }，还差 { $gap }
finding-beyond = { $value }，超出 { $gap }
finding-from = { $value }，到 { $day }满足

verdict-met = { $count ->
    [0] 可以申请，没有附加条件。
    [1] 可以申请，条件符合：
   *[other] 可以申请，{ $count } 条都符合：
 }
verdict-maybe = 可能可以申请，还有 { $count } 条要确认：
verdict-failed = 暂不符合，{ $count } 条没达到：
verdict-lacking = 还差 { $count } 条：
verdict-lacking-nothing = 不差了，条件都符合，可以申请。
benefit-others = 符合条件的企业：{ $told }
verdict-until-about = 按您说的时间，申请大约截止于 { $day }。
verdict-until = 申请截止于 { $day }，当天也算。
verdict-if = 前提：{ $conditions }。
verdict-park-decides = 以上按目前资料推算，最终以园区审核为准。
verdict-park-decides-on = 按园区资料（{ $day }更新）推算，最终以园区审核为准。
verdict-park-decides-since = 按园区资料（{ $day }及以后更新）推算，最终以园区审核为准。
who-company-unknown = 我还不知道贵公司的情况，先列出一般条件；告诉我成立多久、营收多少等，或用 /profile 填一次，我就能逐条核对。
who-conditions = 条件：{ $conditions }。

# 金额
estimate-area = 第{ $year ->
    [1] 一
    [2] 二
    [3] 三
   *[other] { $year }
 }年约 { $yuan }：{ $area } 平方米 × { $rate } 元 × { $days } 天。
estimate-area-any = 每年约 { $yuan }：{ $area } 平方米 × { $rate } 元 × { $days } 天。
estimate-area-all = { $years } 年合计约 { $yuan }。
estimate-area-assumed = 按每年 { $days } 天、全年在租推算；闰年或不满一年的按实际天数。
estimate-area-capped = 面积超过 { $area } 平方米的部分不补。
estimate-percent = 约 { $yuan }：{ $base }的 { $percent }%。
estimate-percent-per = { $per }约 { $yuan }：{ $base }的 { $percent }%。
estimate-percent-capped = 约 { $yuan }，已到上限：{ $base }的 { $percent }% 比上限多。
estimate-percent-capped-per = { $per }约 { $yuan }，已到{ $per }的上限：{ $base }的 { $percent }% 比上限多。
estimate-count = { $label }{ $count } × { $amount }：共 { $yuan }。
estimate-count-capped = { $label }最多算 { $count } × { $amount }：共 { $yuan }，已到上限。
estimate-count-month = { $label }{ $count } × { $amount }：每月共 { $yuan }。
estimate-count-months = { $label }{ $count } × { $amount }：每月共 { $yuan }，{ $months } 个月最多 { $all }。
estimate-count-label = { $label } {""}
estimate-count-all = 合计 { $yuan }。
estimate-count-all-month = 合计每月 { $yuan }。
count-graduate = { $count } 人
count-person-month = { $count } 人
count-patent = { $count } 件
count-other = { $count } 份

# 能拿哪些
eligible-met = 按目前资料，贵公司可以申请：
eligible-maybe = 可能可以，还要确认：
eligible-none = 按目前资料，暂时没有贵公司符合的补贴。最接近的是：
eligible-nearest = 还差一点的，最接近的在前：
eligible-nearest-none = 没有哪一项是明确不符合的。
eligible-unknown = 我还不知道贵公司的情况，先列出全部补贴和条件：
eligible-others = 另有 { $count } 项暂不符合，问我“拿补贴还差什么”看差在哪。
eligible-row = · { $name }，{ $amount }：{ $reasons }
eligible-free = 没有附加条件
eligible-until = 申请到 { $day }
