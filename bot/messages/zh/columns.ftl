# 知识模板里每一列的说明
column-join = {"；"}
column-required = 必填
column-in-zh = 中文
column-in-en = 英文；中英文填一种即可
column-form-yes-no = 填 是 或 否，空着就是否
column-form-number = 填数字
column-form-moment = 园区当地时间，如 2026-12-03 14:00
column-form-day = 日期，如 2026-12-03
column-form-clock = 时刻，如 14:00
column-form-hours = 如 Mon-Fri 09:00-12:00, 13:00-17:30; Sat-Sun closed，全天开放填 24h
column-form-month-day = 月-日，如 06-30
column-form-lines = 每行一项
column-form-items = 每行一项，写成 键: 值; 键: 值，可用的键见下面几行；值里有分号时用英文双引号括起来
column-form-known = 可填 { $names }
column-form-id = 填编号（{ $of }）

# 各类共有
column-record-id = 编号：字母、数字、-、_ 和 .，最多 40 个，同类之中不能重复；再次导入时靠它认出同一条
column-record-name = 名称
column-record-aliases = 大家平时叫它的别的名字
column-record-summary = 一两句话的介绍
column-record-questions = 租户可能怎么问，中英文都可以
column-record-source = 出处
column-record-sample = 是不是示例数据；示例数据展示时会注明
column-record-valid_from = 从哪一天起展示，含当天
column-record-valid_until = 到哪一天为止，不含当天

# 园区
column-park-former_name = 园区曾用名
column-park-origin = 园区的来历
column-park-service_idea = 服务理念
column-park-phone = 服务电话
column-park-service_hall = 当面办事的地方
column-park-landmark = 地标
column-park-layers = 产业生态的各层
column-park-buildings = 园区的楼
column-park-sectors = 园区的行业
column-park-topics = 公告的主题
column-park-closed_on_holidays = 法定节假日不开的设施
column-named-id = 编号，别处靠它引用
column-named-name = 名称
column-named-aliases = 别的名字
column-sector-cloud_related = 是不是涉云行业

# 联盟
column-alliance-members = 成员单位
column-member-helps_with = 能帮企业做什么
column-member-chairs = 是不是牵头单位

# 补贴
column-subsidy-benefits = 给什么：金额，或某项费用的百分之几
column-subsidy-clauses = 申请条件，要全部满足
column-subsidy-documents = 申请材料
column-subsidy-deadlines = 每年的截止日，当天仍算
column-subsidy-decided_in_working_days = 多少个工作日内审完
column-subsidy-paid = 怎么发放
column-benefit-label = 这一项的名称，如 博士
column-benefit-amount = 金额，元；与百分比二选一
column-benefit-percent = 百分比；与金额二选一
column-benefit-of = 百分比按什么算
column-benefit-of_text = 百分比按什么算，用文字写；上一项里没有合适的才用
column-benefit-per = 金额按什么算
column-benefit-year = 入驻第几年
column-benefit-area_cap = 面积上限，平方米
column-benefit-cap = 金额上限，元
column-benefit-cap_per = 上限按什么算
column-benefit-years = 连续几年
column-benefit-months_max = 最多几个月
column-benefit-count_max = 最多几份
column-clause-fact = 看企业的哪一项
column-clause-equals = 这一项是或否
column-clause-at_least = 至少多少
column-clause-at_most = 至多多少
column-clause-text = 用一句话写出的条件，助手算不出来时照着念
column-window-months = 要在多少个月内申请
column-window-after = 从哪件事算起
column-window-fact = 那件事的日期在企业资料里的哪一项
column-daysbefore-days = 要提前多少天申请
column-daysbefore-event = 在哪场活动之前

# 设施
column-facility-where = 在哪里
column-facility-building = 在哪栋楼
column-facility-part_of = 属于哪处设施
column-facility-hours = 开放时间
column-facility-free = 是不是免费
column-facility-price_note = 价格的补充说明
column-facility-charges = 收费
column-facility-quantities = 有多少：座位、房间、车位等
column-facility-equipment = 设备
column-facility-contract_months_min = 合同最少几个月
column-facility-runs_every = 班次间隔
column-facility-rules = 使用须知
column-facility-history = 怎么建起来的，有什么特别
column-charge-amount = 多少元
column-charge-per = 按什么收
column-charge-about = 是不是大约的价格
column-charge-cap = 是不是封顶价
column-charge-free_units = 免费的有几份
column-charge-within = 在多长时间里免费这么多
column-quantity-what = 什么东西
column-quantity-measure = 中文量词，如 间、台、个
column-quantity-count = 多少
column-quantity-least = 最少
column-quantity-most = 最多
column-quantity-loan_days = 可借多少天
column-booking-lead_days = 至少提前多少天预约
column-booking-lead_days_max = 最多提前多少天预约
column-booking-step_minutes = 以多少分钟为单位预约
column-booking-groups_over = 超过多少人的团体才要预约
column-booking-through = 在哪里预约
column-frequency-part = 时段
column-frequency-minutes = 每隔多少分钟一班

# 活动与导师日
column-recurring-rrule = 重复的规律，RRULE 写法，如 FREQ=WEEKLY;BYDAY=TU,TH 是每周二、周四，FREQ=MONTHLY;BYDAY=-1FR 是每月最后一个周五；只办一次就空着
column-event-starts = 开始；重复的活动填第一次
column-event-ends = 结束；重复的活动填第一次
column-event-place = 在哪处设施举办
column-event-place_note = 地点的补充说明
column-event-seats = 名额
column-event-online = 能不能在线参加
column-event-host = 由哪家联盟成员主办
column-event-register_until = 报名截止
column-event-early_bird_until = 早鸟价截止，当天仍算
column-event-benefits = 园区企业的优惠
column-event-free = 是不是免费
column-event-price = 票价，元
column-programme-first_day = 第一次在哪一天
column-programme-on_holiday = 遇上法定假日怎么办；周末不算假日
column-programme-days_off = 法定假日以外的放假日，和假日一样处理
column-programme-workdays = 调休上班的周末，或照常上班的假日
column-programme-starts_at = 几点开始
column-programme-ends_at = 几点结束
column-programme-place = 在哪处设施
column-programme-slot_minutes = 每家多少分钟
column-programme-mentors = 派导师来的联盟成员
column-programme-closes_days_before = 提前几天截止报名
column-programme-closes_at = 截止当天的时刻
column-programme-admits = 什么样的项目能来
column-programme-bring = 要带什么
column-programme-afterwards = 之后怎么安排
column-programme-then_apply = 通过评审后可以申请哪项补贴
column-programme-factories = 能做产品的联盟成员
column-programme-labs = 可以做样机或测试的设施
column-programme-free = 是不是免费

# 常见问题
column-faq-name = 标准问题
column-faq-questions = 相似问法，中英文都可以
column-faq-answer = 答案
column-faq-about = 答案提到的条目，会成为答案下面的按钮
