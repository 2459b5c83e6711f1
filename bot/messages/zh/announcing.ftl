# 工作人员写通知、发通知
announce-list-title = 通知
announce-list-text = 点一条看详情。
announce-list-empty = 还没有通知。
announce-row = { $state } · { $text }
announce-untitled = （还没写）
announce-files = 📎 { $count } 个附件
announce-chosen = ✓ { $name }
announce-language-zh = 中文
announce-language-en = 英文
announce-deleted = 已删除。

announce-state-draft = 草稿
announce-state-awaiting-confirmation = 待确认
announce-state-scheduled = 定时
announce-state-sending = 发送中
announce-state-paused = 暂停中
announce-state-sent = 已发完
announce-state-cancelled = 已停发
announce-state-recalled = 已撤回

announce-button-new = 写通知
announce-button-templates = 用模板
announce-button-list = ← 通知列表
announce-button-links = 链接按钮
announce-button-no-links = 去掉按钮
announce-button-bare = 去掉附件
announce-button-audience = 发给谁
announce-button-when = 什么时候
announce-button-urgent = 加急
announce-button-receipt = 要回执
announce-button-preview = 预览
announce-button-test = 试发给我
announce-button-send = 发送…
announce-button-go = 发给 { $count } 人
announce-button-delete = 删除草稿
announce-button-delete-yes = 删除
announce-button-never-mind = 不写了
announce-button-done = 选好了
announce-button-back = 返回
announce-button-confirm = 确认发送
announce-button-withdraw = 撤下来改
announce-button-cancel = 取消发送
announce-button-pause = 暂停
announce-button-resume = 继续发
announce-button-stop = 停发
announce-button-stop-yes = 停发
announce-button-refresh = 刷新
announce-button-sheet = 名单表格
announce-button-history = 经过
announce-button-remind = 提醒未读的
announce-button-correct = 更正
announce-button-corrected = 确认更正
announce-button-recall = 撤回
announce-button-recall-yes = 全部撤回
announce-button-now = 马上
announce-button-type-time = 写个时间
announce-button-tomorrow = 明天 9 点
announce-button-monday = 下周一 9 点
announce-button-moved-recent = 近三个月
announce-button-moved-year = 今年以来
announce-button-moved-older = 满一年的
announce-button-moved-any = 不限
announce-button-moved-type = 写日期

announce-line-text = { $language }：{ $text }
announce-line-missing = { $language }：没写，看{ $language }的人会收到{ $other }版
announce-line-no-text = 正文：还没写
announce-line-link = 按钮：{ $name } { $url }
announce-line-to = 发给：{ $audience }，{ $count } 人
announce-line-to-named = 发给：{ $audience }，{ $count } 人（{ $names }）
announce-names-some = { $names }等
announce-line-to-nobody = 发给：还没选
announce-line-when = 时间：{ $when }
announce-line-urgent = 加急：勿扰时间也送达
announce-line-receipt = 要回执：请对方点“已读”
announce-by = { $name }写的
announce-awaits-others = 人多，等同事确认后才发。
announce-awaits-you = 看过没问题，请点“确认发送”。
announce-withdrawn = 已撤下，改好后要再点“发送”。

announce-ask-text =
    请发来{ $language }正文：文字、图片、视频、文件、相册都行，格式照原样。
    发错了，直接编辑您那条消息就能改。
announce-text-now = 现在的正文，可以复制了改：
announce-text-first = 先写正文，再加按钮。
announce-unsupported = 这个转发不了。请发文字、图片、视频或文件。
announce-too-late = 没有改：这条已经不是草稿了。已发出的，请点“更正”。
announce-ask-links =
    请发来按钮，一行一个，最多 3 个：
    报名 https://example.com
    要英文名就写：报名 | Sign up https://example.com
announce-unclear-links = 没看懂。一行一个，名称后面跟 https:// 开头的网址，最多 3 行，名称 40 字以内。
announce-link-default = 查看详情
announce-ask-time = 请写时间，比如：明天9点、周一 14:30、12月1日9点、2小时后。
announce-unclear-time = 没看懂这个时间。请写清日期和几点，比如：明天9点、12月1日14:30、2小时后。
announce-unclear-time-clock = 几点呢？请连日期和几点一起写，比如：明天9点。
announce-unclear-time-past = 这个时间已经过了，请写以后的时间。
announce-ask-moved = 请写入驻时间，比如：2026年3月到2026年9月（不含9月）、2026年3月以后、2025年6月以前。
announce-unclear-moved = 没看懂。请写年和月，比如：2026年3月到2026年9月。

announce-template-begun = 请把【】里的内容改好。
announce-templates-title = 用模板
announce-templates-text = 选一个，中英文都有，改几个字就能发。
announce-template-power-name = 停电
announce-template-power =
    停电通知
    【几号楼】将于【几月几日 几点到几点】停电检修。请提前保存工作、关闭设备，冰箱和服务器请安排好。电梯会停用，请走楼梯。
    有问题请打服务大厅电话。
announce-template-drill-name = 演练
announce-template-drill =
    消防演练通知
    【几月几日 几点】，【几号楼】进行消防演练，大约【多少】分钟。听到警报请走楼梯到楼下集合点，不要坐电梯。这是演练，请不要惊慌。
announce-template-policy-name = 政策窗口
announce-template-policy =
    补贴申报开始
    【政策名称】从【几月几日】开始申报，【几月几日】截止。想知道您的公司能不能申请，把问题直接发给小助手就行。
announce-template-event-name = 活动
announce-template-event =
    活动邀请
    【活动名称】，【几月几日 几点】，在【地点】。【一句话介绍】欢迎来！

announce-everybody = 所有人
announce-nobody = 还没选
announce-audience-title = 发给谁
announce-audience-hint = 同一栏里选几个，符合一个就发；几栏都选，要全符合。
announce-audience-part = { $name } { $names }
announce-audience-and = ；
announce-and-more = { $names }等，另 { $count } 个
announce-list-topics = 话题
announce-list-sectors = 行业
announce-list-buildings = 楼栋
announce-list-companies = 公司
announce-list-events = 报名的活动
announce-list-moved = 入驻时间
announce-list-chosen = ✓ { $name } { $count }
announce-list-has-none = 这里还没有可选的。
announce-moved-between = { $since } 起、{ $before } 前入驻
announce-moved-since = { $since } 起入驻
announce-moved-before = { $before } 前入驻
announce-moved-any = 不限入驻时间。

announce-when-title = 什么时候发
announce-when-confirmed = 确认后马上
announce-when-now = 点发送后马上
announce-when-repeated = { $rule }，接下来：{ $dates }
announce-when-never = 没有了
announce-time-first = 先选第一次的时间，再选重复。
announce-repeat-once = 只一次
announce-repeat-daily = 每天
announce-repeat-workdays = 工作日
announce-repeat-weekly = 每周
announce-repeat-monthly = 每月
announce-repeat-other = 重复

announce-previewed = 中英文各一条，在下面
announce-previewed-one = 在下面，看中文和英文的人收到的一样
announce-refused = Telegram 不收这条通知：{ $reason }
announce-tested = 已试发给您
announce-send-title = 确认发送？
announce-warn-missing = ⚠ { $language }没写，会发另一种语言的。
announce-warn-blanks = ⚠ 正文里还有没填的括号。
announce-warn-urgent = 加急：勿扰时间也会马上收到。
announce-warn-quiet = 在勿扰时间的人，等勿扰结束再收到。
announce-warn-second = 人多，点了以后要另一位同事确认才发。
announce-delete-title = 删除草稿？
announce-delete-text = 删了就找不回来了。
announce-stop-title = 停发？
announce-stop-text = 没发的就不发了，已经收到的还在。

announce-sent = 送达 { $sent } / { $total } 人
announce-failed = 失败 { $count }
announce-blocked = 屏蔽了小助手 { $count }
announce-cancelled = 没发 { $count }
announce-unconfirmed = 可能收到两遍 { $count }
announce-reason = · { $reason }：{ $count }
announce-remaining = 还剩 { $count } 人，约 { $time }
announce-remaining-paused = 还剩 { $count } 人
announce-later = { $count } 人在勿扰时间，结束后送达
announce-seconds = { $count } 秒
announce-minutes = { $count } 分钟
announce-acknowledged = 已读 { $count } / { $total } 人
announce-corrections = 已更正 { $count } / { $total } 条
announce-corrections-failed = 已更正 { $count } / { $total } 条，{ $failed } 条改不了
announce-recalls = 已删除 { $count } / { $total } 条
announce-recalls-failed = 已删除 { $count } / { $total } 条，{ $failed } 条删不了
announce-late = 比计划晚：原定 { $when }
announce-sent-by = { $name }，{ $when }
announce-sent-by-two = { $name }写，{ $other }确认，{ $when }

announce-recall-title = 撤回？
announce-recall-text = 会从收到的 { $count } 人那里删掉，没发的也不发了。
announce-correct-title = 确认更正？
announce-correct-which = 更正哪种语言的？
announce-ask-correction = 请发来更正后的全文，先给您看，点了确认才改。
announce-reminded = 已提醒 { $count } 人
announce-reminded-nobody = 都已读了，不用提醒。

announce-history-title = 经过
announce-history-line = { $when } { $name }：{ $action }
announce-clock = 小助手
announce-did-drafted = 起草
announce-did-edited = 修改
announce-did-released = 发送
announce-did-withdrawn = 撤下来改
announce-did-confirmed = 确认
announce-did-started = 开始发
announce-did-paused = 暂停
announce-did-resumed = 继续
announce-did-cancelled = 停发
announce-did-corrected = 更正
announce-did-reminded = 提醒未读的
announce-did-recalled = 撤回

announce-sheet-file = 通知{ $id }
announce-sheet-caption = 名单
announce-sheet-title = 名单
announce-sheet-number = 序号
announce-sheet-company = 公司
announce-sheet-name = 称呼
announce-sheet-state = 结果
announce-sheet-reason = 原因
announce-sheet-sent = 送达时间
announce-sheet-unconfirmed = 可能收到两遍
announce-sheet-read = 已读时间
announce-yes = 是
announce-outgoing-pending = 等待发送
announce-outgoing-held = 暂停中
announce-outgoing-sending = 正在发
announce-outgoing-sent = 送达
announce-outgoing-failed = 失败
announce-outgoing-blocked = 屏蔽了小助手
announce-outgoing-cancelled = 没发

announce-error-gone = 这条通知没有了。
announce-error-stale = 刚才有改动，已经换成最新的，请再看一眼。
announce-error-state = 现在不能这样做了，已经换成最新的情况。
announce-error-empty = 还没有正文。
announce-error-too-long = 太长了：纯文字最多 4096 字，带图片或文件最多 1024 字。
announce-error-no-audience = 还没选发给谁。
announce-error-past = 定的时间已经过了，请重选。
announce-error-own-word = 自己写的要请另一位同事确认。
announce-error-other-media = 只能改文字，图片和文件换不了；要换请撤回重发。
announce-error-other = 没办成，请再试一次。
