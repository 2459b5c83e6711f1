# 手机日历：单个文件、订阅地址
calendar-title = 日历订阅
calendar-slot = { $name } · { $expert }
calendar-alarm = { $name } 快开始了
calendar-caption = 点开就进手机日历；改期或取消后再点一次，日历跟着改。
calendar-button-add = 加到日历
calendar-button-remove = 从日历里去掉
calendar-error-nothing = 这一场您还没有名额，没什么可加到日历的。

calendar-offer =
    报名的活动、导师日几点见谁，都放进手机日历；改期、取消，日历自己会跟着改。
    要一个地址，在手机日历里订阅一次就行。
calendar-made =
    在手机日历里选“添加订阅日历”，粘贴这个地址：
    { $webcal }

    用谷歌日历、Outlook 的，粘贴这个：
    { $https }

    地址只显示这一次。谁有它都能看您的安排，请别转发。
calendar-active =
    { $since } 起有一个订阅地址。它只在给您的那条消息里，我这儿没有存原样。
    找不到了，或者被别人看到了，就换一个，旧的马上失效。
calendar-stopped = 停用了，原来的地址已经失效。手机日历里那份订阅也可以删掉。
calendar-button-feed = 日历订阅
calendar-button-make = 要一个地址
calendar-button-renew = 换一个地址
calendar-button-stop = 停用
calendar-button-open = 打开
