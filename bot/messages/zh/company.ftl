# 公司：建立、邀请、加入、成员、退出
company-found-title = 建立公司条目
company-found-question = 公司叫什么名字？直接打字。您会是第一位成员，可以邀请同事；您填的情况会转到公司名下，成员都能看、能改。
company-button-found = 建立公司条目，邀请同事
company-rename-title = 公司名称
company-rename-question = 公司改叫什么名字？直接打字。
company-founded = “{ $name }”建好了。
company-shown-question = 同事怎么称呼您？只有同事能看到。直接打字，或点下面的按钮。
company-button-use-name = 就叫“{ $name }”
company-button-no-name = 不显示称呼
company-button-name = 我的称呼
company-joined = 您已加入“{ $name }”。
company-applied-already = 导师日公司已经报过名了，您自己的那份已经撤下。
company-already = 您已经是“{ $name }”的成员了。
company-members = 成员 { $count } 位：{ $names }
company-members-more = { $names } 等，还有 { $count } 位
company-member-you = { $name }（您）
company-unnamed = 未署名
company-first-invites = 邀请新同事，请排在最前面的成员来发。

company-button-invite = 邀请同事
company-button-revoke = 作废邀请链接
company-invite-title = 邀请加入{ $name }
company-invite-text =
    把这张图或链接发给同事，打开后点“加入”就行：
    { $link }

    { $date }前有效，可以多人使用。只发给自己的同事：谁拿到都能加入。
company-invite-first = 只有最先加入的成员才能邀请同事。
company-revoked = 以前发出的邀请链接都作废了。

company-join-title = 加入{ $name }？
company-join-text = 加入后，您能看到、能修改公司的资料，我按公司的情况回答您。
company-join-leaves = 您会同时退出“{ $name }”。
company-join-last = 您是那里的最后一位成员，它的资料会随之删除。
company-join-told = 您之前只为自己填的情况会随之删除；也可以用它补上公司还没填的，那样同事也能看到。
company-button-join = 加入
company-button-join-share = 加入，并补上我填的
company-button-join-no = 不加入
company-not-joined = 好的，没有加入，什么都没变。
company-link-unknown = 没有这个邀请链接，请同事重新发一个给您。
company-link-expired = 这个邀请链接过期了，请同事重新发一个给您。
company-link-revoked = 这个邀请链接已经作废，请同事重新发一个给您。

company-button-leave = 退出公司
company-button-leave-yes = 退出
company-leave-title = 退出{ $name }？
company-leave-text = 退出后，您看不到公司的资料，您的称呼会删除。想再回来，需要新的邀请。
company-leave-last = 您是最后一位成员：公司的资料会一起删除，不能恢复。
company-left = 您已退出“{ $name }”。
