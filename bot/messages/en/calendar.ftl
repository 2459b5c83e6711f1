# The phone's calendar: single files, an address to subscribe to
calendar-title = Calendar subscription
calendar-slot = { $name } · { $expert }
calendar-alarm = { $name } starts soon
calendar-caption = Open it to put this into your phone's calendar; after a change or a cancellation, take it again.
calendar-button-add = Add to calendar
calendar-button-remove = Remove from calendar
calendar-error-nothing = You have no place there, so there is nothing to add to your calendar.

calendar-offer =
    The events you sign up for, and whom you see when on a mentoring day, in your phone's calendar; when they are moved or cancelled, it follows.
    Get an address and subscribe to it once.
calendar-made =
    In your phone's calendar choose "Add subscription calendar" and paste this address:
    { $webcal }

    For Google Calendar or Outlook paste this one:
    { $https }

    The address is shown this once. Whoever has it sees your dates, so keep it to yourself.
calendar-active =
    There has been an address since { $since }. It stands only in the message that told you; I keep no copy of it.
    If it is lost, or somebody else has seen it, get another one: the old one stops at once.
calendar-stopped = Stopped: the address is no good any more. You can delete the subscription in your phone's calendar.
calendar-button-feed = Calendar subscription
calendar-button-make = Get an address
calendar-button-renew = Get another address
calendar-button-stop = Stop it
calendar-button-open = Open it
