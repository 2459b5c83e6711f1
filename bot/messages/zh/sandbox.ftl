sandbox-bot-name = 园区小助手
