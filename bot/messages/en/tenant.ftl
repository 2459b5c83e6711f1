# Greeting, help, buttons and general lines
start-title = Hello, I'm the Park Assistant
start-text =
    Ask me about subsidies, facilities, events and mentoring, in your own words:
    · How do I apply for the rent subsidy?
    · When does the canteen open?
    · What's on this week?

    Or start with a button below.
start-gone-title = Hello, I'm the Park Assistant
start-gone-text =
    What this QR code stood for has been taken down.
    Just type your question, or start below.
start-button-subsidy = Subsidies
start-button-facility = Facilities
start-button-event = Events
start-button-programme = Mentoring
start-button-human = Ask staff
start-button-settings = Settings

help-title = What I can do for you
help-text =
    Just type your question, in English or Chinese, and ask on from there: "and which documents?"

    /subsidies Subsidies
    /facilities Facilities
    /events Upcoming events
    /mentoring Mentoring
    /profile My company, for what we can get
    /human Leave it to staff
    /settings Language, announcements, my data
    /forgetme Erase everything about me

    In a group, mention me or reply to one of my messages.

feedback-up = 👍
feedback-down = 👎
feedback-up-chosen = 👍 ✓
feedback-down-chosen = 👎 ✓
feedback-thanks-up = Thank you, glad it helped!
feedback-thanks-down = Thanks for telling me. Noted.

press-stale = This button no longer works. Send /help to start afresh.
press-private = This button works in private only: tap my picture and write to me.
press-record-gone = This entry has been taken down.

human-title = What is it about?
human-ask-first =
    Type your question first: I answer at once if I can, and note it for staff if I can't.
    Or write it after the command:
    /human the lift in building 3 is broken

other-media = I can't read this yet. Please type your question, such as "When does the canteen open?"
other-command-title = There is no such command
other-command-text = Just type your question, or start below.
other-private = Let's do this in private: tap @{ $username } and write to me.

error-apology = Sorry, something went wrong on my side and I could not answer. Please ask me again in a little while.
