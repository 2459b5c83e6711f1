# 专家自己的账号
mentors-title = 专家账号
mentors-nobody = 还没有专家用自己的账号。
mentors-row = { $member }：{ $name }
mentors-waiting = 等人加入：{ $name }，邀请 { $until } 前有效
mentors-for-whom = 请哪一家的专家？
mentors-button-invite = 请一位专家
mentors-invite-title = 邀请您做导师日专家：{ $name }
mentors-invite =
    点开链接，就能在这里看到您每次见谁：
    { $link }
    只能一个人用一次，{ $until } 前有效，请转发给本人。
mentors-remove-title = 移出{ $name }？
mentors-remove-text = 移出后，马上看不到名单了。
mentors-gone = 这个账号已经不在名单里了。
mentors-dead = 这个邀请已经不能用了：可能用过、过期或作废了。请工作人员再发一个。
mentors-is-staff = 您是工作人员，请把这个链接转发给专家本人。
mentors-welcome-title = 欢迎您，{ $name }的专家
mentors-welcome = 发 /mentoring，就能看到下一次导师日几点见谁、他们做什么。
mentors-button-roster = 看我的名单
mentors-button-renew = 刷新
mentors-button-programmes = 看导师日介绍
mentors-roster = { $programme } · { $name }
mentors-line = { $time } { $name }：{ $product }
mentors-line-wish = { $time } { $name }：{ $product }（第 { $rank } 志愿）
mentors-none = 这次您这桌还没有安排。
mentors-not-published = 时间表还没发布，发布后在这里看。
mentors-no-day = 接下来还没有您的导师日。
mentors-not-you = 这是给专家看的。
stored-mentor = 导师日专家：{ $member }，名单上的名字：{ $name }（{ $date } 加入）
stored-confirmed = 导师日：说了会来
stored-arrived = 导师日：签到
stored-passed = 导师日：空位让给了别人
