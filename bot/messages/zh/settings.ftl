# 语言、数据、删除
settings-title = 设置
settings-text =
    语言：{ $language }
    选“自动”时，您用什么语言写，我就用什么语言答。
settings-zh = 中文
settings-en = English
settings-auto = 自动
settings-zh-chosen = ✓ 中文
settings-en-chosen = ✓ English
settings-auto-chosen = ✓ 自动
settings-saved = 设好了
settings-button-notices = 通知
settings-button-stored = 存了我的哪些数据
settings-button-forget = 删除我的全部数据

stored-title = 我存了您的这些数据
stored-since = 第一次来：{ $date }
stored-seen = 最近一次：{ $date }
stored-language = 语言：{ $language }
stored-company = 公司：{ $company }
stored-no-company = 没有登记
stored-member = 同事看到的称呼：{ $name }（{ $date } 加入）
stored-told = 只为自己填的公司情况：{ $count } 项
stored-facts = 公司：{ $company }
stored-questions = 问过的问题：{ $count } 个，其中 { $rated } 个有评价
stored-cases = 交给工作人员的：{ $count } 个
stored-staff = 工作人员角色：{ $role }，名单上的名字：{ $name }
stored-notices = 通知：{ $wishes }
stored-announcements = 发给您的通知：{ $count } 条，您点过已读的 { $read } 条
stored-registrations = 报过名的活动：{ $count } 场
stored-applications = 导师日报名：{ $count } 次
stored-calendar-entries = 您的手机日历从这儿得到的：{ $count } 项
stored-calendar-feed = 日历订阅地址：{ $date } 起，只存了它的校验码
stored-also = 另外还记着：Telegram 的会话编号和消息编号、刚才聊到哪儿。
stored-not = 除了您自己选的称呼，姓名、头像、电话都没有存。
stored-nothing = 什么都没有存。
stored-button-export = 看我写过的全部内容
stored-button-back = ← 返回
stored-export-title = 您写过的
stored-no-questions = 还没有问过。
stored-case = 交给工作人员：{ $question }
stored-application = 导师日写的产品：{ $product }
stored-page = 第 { $page } 页，共 { $pages } 页

notices-title = 通知
notices-text =
    园区的通知会发到这里。不想收哪类话题，点一下去掉 ✓。
    勿扰时间里的通知，等时间过了再发；加急的（停电、消防）随时会到。
notices-muted = 只收加急通知
notices-chosen = ✓ { $name }
notices-hours = 勿扰 { $start }–{ $end }
notices-no-hours = 不设勿扰
notices-all = 照常收
notices-urgent-alone = 只收加急
notices-off = 不收的话题：{ $topics }

forget-title = 全部删除？
forget-text =
    您的设置、问过的问题、评价、报名、只为自己填的公司情况，还有交给工作人员的问题，都会删除，不能恢复。
forget-leaves = 您也会退出公司“{ $company }”。
forget-button-yes = 全部删除
forget-button-no = 不删
forget-done = 都删好了。以后想问什么，直接打字就行。
forget-kept = 好的，什么都没删。
forget-staff = 您的工作人员角色（{ $role }）和名单上的名字会留着，要取消请找负责人。
