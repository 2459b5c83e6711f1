# 工作人员：名单、角色、邀请
access-staff-only = 这是园区工作人员用的。
access-no-right = 您的角色是“{ $role }”，不能做这件事；需要的话请找负责人。
access-no-owner = 这是园区工作人员用的，但还没有负责人。您的编号是 { $id }，请安装小助手的人用这个编号添加您（parkbot staff add）。

role-owner = 负责人
role-editor = 资料编辑
role-announcer = 通知员
role-mentor-desk = 导师日专员
role-agent = 咨询员
role-viewer = 查看员

right-staff = 管理工作人员
right-knowledge = 改资料
right-announcements = 发通知
right-mentoring = 办导师日和活动
right-cases = 答复提问
right-read = 查看全部

team-title = 园区工作人员（{ $count } 人）
team-row = · { $name }：{ $role }
team-button-member = { $name } · { $role }
team-waiting = 等人加入：{ $role }，邀请 { $until } 前有效
team-pick = 点一个人，可以换角色或移出。
team-read-only = 加人、换角色、移出，请找负责人。
team-button-invite = 邀请同事
team-button-withdraw = 作废没用的邀请
team-button-back = ← 返回名单
team-role = 角色：{ $role }
team-rights = 可以：{ $rights }
team-since = 加入：{ $date }
team-since-by = 加入：{ $date }，{ $name }邀请
team-change = 要换角色，点下面的一个。
team-button-remove = 移出
team-button-keep = 不移出
team-remove-title = 移出{ $name }？
team-remove-text = 移出后，马上不能再用工作人员的功能，提问不受影响。
team-saved = 换好了
team-removed = 已移出
team-left = 您已经退出工作人员，照样可以随时提问。
team-withdrawn = 已作废
team-last-owner = 负责人只剩这一位，不能移出或换角色。请先让别人当负责人。
team-gone = 这个人已经不在名单里了。

invite-title = 请同事来做什么？
invite-link-title = 邀请您加入园区工作人员：{ $role }
invite-text =
    点开链接就加入：
    { $link }
    只能一个人用一次，{ $until } 前有效，请转发给本人。
invite-dead = 这个邀请已经不能用了：可能用过、过期或作废了。请负责人再发一个。
invite-welcome-title = 您是园区工作人员了
invite-welcome =
    您的角色：{ $role }
    可以：{ $rights }
    名单上会有您的 Telegram 名字，发 /staff 就能看到。
    您提问时，回答下面多了“为什么”，点它看我是怎么理解的。
