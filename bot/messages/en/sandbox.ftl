sandbox-bot-name = Park Assistant
