# 打招呼、帮助、按钮和一般的话
start-title = 您好，我是园区小助手
start-text =
    补贴、场馆、活动、创业辅导，直接打字问我就行，比如：
    · 房租补贴怎么申请？
    · 食堂几点开门？
    · 这周有什么活动？

    也可以从下面的按钮看起。
start-gone-title = 您好，我是园区小助手
start-gone-text =
    这个二维码对应的内容已经撤下了。
    想了解什么，直接打字问我，或从下面看起。
start-button-subsidy = 补贴政策
start-button-facility = 场馆设施
start-button-event = 近期活动
start-button-programme = 创业辅导
start-button-human = 找工作人员
start-button-settings = 设置

help-title = 我能帮您做什么
help-text =
    直接打字提问，中文英文都行；问完可以接着追问，比如“那要什么材料？”。

    /subsidies 补贴政策
    /facilities 场馆和设施
    /events 近期活动
    /mentoring 创业辅导
    /profile 我的公司，算补贴用
    /human 转给工作人员
    /settings 语言、通知和我的数据
    /forgetme 删除我的全部数据

    在群里，@我或者回复我的消息就行。

feedback-up = 👍
feedback-down = 👎
feedback-up-chosen = 👍 ✓
feedback-down-chosen = 👎 ✓
feedback-thanks-up = 谢谢，有用就好！
feedback-thanks-down = 谢谢告诉我，记下了。

press-stale = 这个按钮已经失效了，发送 /help 重新看看吧。
press-private = 这个按钮只在私聊里用：点我的头像，给我发消息吧。
press-record-gone = 这条内容已经撤下了。

human-title = 想问什么？
human-ask-first =
    先把问题打字告诉我：我能答就马上答，答不了会记下来交给工作人员。
    也可以直接写在命令后面，比如：
    /human 3号楼电梯坏了

other-media = 这个我还看不懂，打字问我吧，比如“食堂几点开门？”。
other-command-title = 没有这个命令
other-command-text = 直接打字问我就行，或从下面看起。
other-private = 这件事私下说比较好：点 @{ $username } 给我发消息吧。

error-apology = 抱歉，我这边出了点问题，刚才那句没能答上。请过一会儿再问我一次。
