# 为什么这样回答：给工作人员看的
explain-button = 为什么
explain-asked = { $time } 问的，当时是这样理解的：
explain-changed = 那之后知识更新过（第 { $then } 版 → 第 { $now } 版），现在再问，答案可能不同。
explain-none = 无
explain-folded = 读作：{ $text }
explain-outcome = 结果：{ $outcome }（{ $reason }），把握 { $confidence }
explain-outcome-answer = 回答
explain-outcome-choose = 请对方说明
explain-outcome-handover = 转人工
explain-outcome-smalltalk = 寒暄
explain-aspects = 问的是：{ $aspects }
explain-time = 时间：{ $time }
explain-clause = 条件：{ $finding }
explain-candidates = 候选：
explain-no-candidates = 候选：没有相近的条目
explain-candidate = · { $score } { $kind } { $id }：{ $why }

explain-reason-two-or-three-fit = 有两三个都可能
explain-reason-sure-enough = 够有把握
explain-reason-not-sure-enough = 把握不够，{ $detail }
explain-reason-nothing-is-like-it = 没有相近的条目
explain-reason-names-no-matter = 没说是哪一项
explain-reason-goes-on-about-it = 接着刚才的话题
explain-reason-the-record-does-not-say = 资料里没有这一项
explain-reason-names-several = 提到好几项
explain-reason-asks-several-things = 一次问了几件事
explain-reason-a-whole-kind =
    问的是一整类：{ $detail ->
        [subsidies] 补贴
        [deadlines] 截止日
        [eligible] 能申请的补贴
        [events] 活动
        [facilities] 设施
       *[other] { $detail }
    }
explain-reason-small-talk = 只是寒暄
explain-reason-asks-for-a-person = 要找真人
explain-reason-no-words = 没有文字

explain-signal-confidence = 把握 { $value }
explain-signal-name = 名称 { $value }
explain-signal-fit = 吻合 { $value }
explain-signal-likeness = 相似 { $value }
explain-signal-lead = 领先 { $value }
explain-signal-addressed = 说到点 { $value }
explain-signal-strange = 生词 { $value }
explain-signal-beyond-it = 资料里没有的词：{ $value }
