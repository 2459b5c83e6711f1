# 通知：发给租户的，和小助手自己写的
announce-acknowledge = 已读，知道了
announce-reminder =
    请确认您看过这条通知：
    { $text }
announce-please-confirm =
    有一条通知要发给 { $count } 人，等您确认：
    { $text }
announce-button-look = 看一看

receipt-thanks = 记下了，谢谢！
receipt-done = ✓ 已读
receipt-none = 这条不用确认：可能是预览，或者已经撤回。

topic-policy = 政策
topic-events = 活动
topic-mentoring = 导师日
topic-facilities = 场馆设施
topic-safety = 安全
topic-community = 园区生活
