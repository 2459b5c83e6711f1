# 导师日：空出来的时间、当天
mentoring-offer = 有空位了：{ $name }
mentoring-offer-until = { $until } 前给您留着，要吗？
mentoring-offer-expired = 时间让出了：{ $name }
mentoring-offer-expired-text = { $when }这一场没等到您确认，时间给下一位了。
mentoring-passed = 好，让给下一位了
mentoring-passed-text = 空位您让给别人了，这次不再安排；下次欢迎再报名。
mentoring-line-offered = { $time } { $name }（等对方确认，到 { $until }）

mentoring-error-begun = 您的时间已经开始了，退不了了。
mentoring-error-not-offered = 现在没有给您留的时间。
mentoring-error-offer-over = 留给您的时间过了，给了下一位。
