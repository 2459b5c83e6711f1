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
    [yes] （{ $day }前）
   *[no] {""}
}
mentoring-button-done = 办成了
mentoring-button-working = 还在做
mentoring-button-help = 卡住了，需要帮忙
mentoring-comes-late = （这条来晚了，抱歉）
