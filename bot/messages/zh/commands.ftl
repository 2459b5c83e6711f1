# 命令菜单里的说明
command-start = 开始
command-help = 能问什么
command-subsidies = 补贴政策
command-facilities = 场馆和设施
command-events = 近期活动
command-mentoring = 创业辅导
command-profile = 我的公司，算补贴用
command-human = 转给工作人员
command-settings = 语言、通知和我的数据
command-forgetme = 删除我的全部数据
command-announce = 通知
command-mentoring_admin = 导师日和活动的名单
command-staff = 园区工作人员
