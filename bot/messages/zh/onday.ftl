# 导师日：空出来的时间、当天
mentoring-offer = 有空位了：{ $name }
mentoring-offer-until = { $until } 前给您留着，要吗？
mentoring-offer-expired = 时间让出了：{ $name }
mentoring-offer-expired-text = { $when }这一天留给您的时间没等到您确认，已经放出去了。
mentoring-passed = 好，不给您留了
mentoring-passed-text = 留给您的时间已经放出去，这次不再安排；下次欢迎再报名。
mentoring-line-offered = { $time } { $name }：等对方确认，{ $until } 前

mentoring-error-begun = 导师日已经开始了，现在退不了。
mentoring-error-not-offered = 现在没有给您留的时间。
mentoring-error-offer-over = 留给您的时间过了，已经放出去了。

# 您来不来、到没到
mentoring-button-here = 我到了
mentoring-welcome = 到了就好，请先坐
mentoring-confirmed = ✓ 您说了会来
mentoring-arrived = ✓ { $time } 签到了
mentoring-left-text = 您退出了，时间已经放出去。
mentoring-late-title = 时间有变：{ $name }
mentoring-late = 会晚 { $minutes } 分钟：{ $time } { $name }
mentoring-late-no-more = 按原来的时间：{ $time } { $name }

mentoring-error-no-slot = 今天没有排到您的时间。想见专家，发 /mentoring 报下一次；有事请找现场工作人员。
mentoring-error-early = 还早，开始前两小时起可以签到。
mentoring-error-door = 这个签到码今天不能用，请找现场工作人员签到。
mentoring-error-not-today = 到了当天才能调晚点。
mentoring-error-changed = 刚刚有变动，请回上一页重新看一下再按。

# 给工作人员：当天
onday-counted = 有时间的 { $parties } 家，说了会来 { $confirmed } 家，到了 { $arrived } 家
onday-button-open = 当天：签到、晚点、名单
onday-button-presence = 签到情况
onday-button-late = 晚点
onday-button-door = 签到二维码
onday-button-roster = 下载各桌名单
onday-button-file = 导出全部报名
onday-button-back = ← 返回
onday-button-renew = 刷新
onday-button-all = 整天都晚
onday-button-later = 晚 { $minutes }
onday-button-sooner = 早 { $minutes }
onday-button-in = 签到：{ $name }
onday-button-out = 取消签到：{ $name }
onday-presence-text = ✓ 到了　○ 说了会来　· 还没到时间　✗ 没来
onday-line-here = ✓ { $time } { $name }
onday-line-coming = ○ { $time } { $name }
onday-line-open = · { $time } { $name }
onday-line-missing = ✗ { $time } { $name }
onday-line-late = { $line }，晚 { $minutes } 分钟
onday-late-title = 哪里晚了？
onday-late-where = 选整天，或者一位专家。
onday-late-now = 现在晚 { $minutes } 分钟，还有 { $count } 场没开始。
onday-late-text = 按了就马上通知还没开始的各家，按一次算一次。
onday-door = { $when } 用。贴在门口，来的人用手机扫一下就签到了；只在当天有效。
onday-missed = 上次没来
onday-sheet = 报名
onday-column-party = 公司
onday-column-product = 产品
onday-column-wishes = 想见
onday-column-state = 状态
onday-column-reason = 未通过的原因
onday-column-slots = 时间
onday-column-offered = 等确认的时间
onday-column-applied = 报名时间
onday-column-confirmed = 说了会来
onday-column-arrived = 签到
roster-all = 全部
roster-column-time = 时间
roster-column-table = 专家
roster-column-party = 公司
roster-column-product = 产品
roster-column-sign = 签字
