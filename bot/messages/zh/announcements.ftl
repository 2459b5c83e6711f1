# 通知：发给租户的，和小助手自己写的
announce-acknowledge = 已读，知道了
announce-reminder =
    请确认您看过这条通知：
    { $text }
announce-please-confirm =
    有一条通知要发给 { $count } 人，等您确认：
    { $text }
announce-button-look = 看一看
