# 导师日的各种提醒
mentoring-in-days = { $days ->
    [0] 今天
    [1] 明天
    [2] 后天
   *[other] { $days } 天后
}：{ $name }
mentoring-next-applied = 报名还在看，看过马上告诉您；通过的话，报名截止后排时间。
mentoring-roster = 名单：{ $name }
mentoring-roster-line = { $time } { $name }：{ $product }
mentoring-feedback = 今天聊得怎么样？{ $name }
mentoring-feedback-text = 点个分数，5 分最好。您写的只给园区工作人员看。
mentoring-button-stars = { $count } 分
mentoring-follow-up = { $weeks } 周了，进展怎么样？{ $name }
mentoring-follow-up-text = 点一下就好。
mentoring-promised = 说好的：{ $promise }{ $dated ->
    [yes] ，{ $day }前
   *[no] {""}
}
mentoring-button-done = 办成了
mentoring-button-working = 还在做
mentoring-button-help = 卡住了，需要帮忙
mentoring-comes-late = （这条来晚了，抱歉）

# 给工作人员：各种提醒什么时候发
reminder-times = 提醒时间：{ $name }
reminder-times-text = 点一种，改它什么时候发。只影响还没发的。
reminder-times-which = 什么时候发？
reminder-times-set = 改好了
reminder-times-row = { $kind }：{ $when }
reminder-times-never = 不发
reminder-times-now = 一到时间就发
reminder-times-before = 提前 { $count } { $unit ->
    [day] 天
   *[hour] 小时
}
reminder-times-after = 晚 { $count } { $unit ->
    [day] 天
   *[hour] 小时
}
reminder-times-clock = { $days ->
    [-1] 前一天
    [0] 当天
   *[other] { $days } 天后
} { $time }
reminder-kind-opens = 开始报名
reminder-kind-closes = 报名快截止
reminder-kind-days = 提前几天打招呼
reminder-kind-day = 带什么
reminder-kind-hours = 快轮到了
reminder-kind-roster = 名单发给工作人员和专家
reminder-kind-feedback = 问聊得怎么样
reminder-kind-follow-up = 第一次回访
reminder-kind-follow-up-again = 第二次回访
mentoring-button-reminder-times = 提醒时间
