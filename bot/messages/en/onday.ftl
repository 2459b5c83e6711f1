# Mentoring days: times that come free, and the day itself
mentoring-offer = A time is free: { $name }
mentoring-offer-until = It is kept for you until { $until }. Do you want it?
mentoring-offer-expired = The time went on: { $name }
mentoring-offer-expired-text = We did not hear from you about the time kept for you on { $when }; it is free for others now.
mentoring-passed = OK, it is not kept for you
mentoring-passed-text = The time kept for you is free for others now, and none is kept for you this time. Welcome back at the next one.
mentoring-line-offered = { $time } { $name }: asked, until { $until }

mentoring-error-begun = The mentoring day has begun: it is too late to withdraw.
mentoring-error-not-offered = No time is kept for you at the moment.
mentoring-error-offer-over = The time to answer is over; it is free for others now.

# Whether you come, and are there
mentoring-button-here = I am here
mentoring-welcome = Good to have you here
mentoring-confirmed = ✓ You said you are coming
mentoring-arrived = ✓ Checked in at { $time }
mentoring-left-text = You have withdrawn; your time is free for others now.
mentoring-late-title = New times: { $name }
mentoring-late = { $minutes } minutes late: { $time } { $name }
mentoring-late-no-more = As planned: { $time } { $name }

mentoring-error-no-slot = No time is yours today. To see the experts, send /mentoring for the next day; our staff here are glad to help.
mentoring-error-early = It is early: you can check in from two hours before.
mentoring-error-door = This code does not work today; please check in with our staff.
mentoring-error-not-today = Delays are for the day itself.
mentoring-error-changed = It has just changed: please go back, have a look and press again.

# For staff: the day itself
onday-counted = With a time: { $parties }, said to come: { $confirmed }, here: { $arrived }
onday-button-open = On the day: check-in, delays, lists
onday-button-presence = Who is here
onday-button-late = Running late
onday-button-door = Code for the door
onday-button-roster = Rosters to print
onday-button-file = Export all applications
onday-button-back = ← Back
onday-button-renew = Refresh
onday-button-all = The whole day
onday-button-later = +{ $minutes } min
onday-button-sooner = −{ $minutes } min
onday-button-in = Check in: { $name }
onday-button-out = Not here: { $name }
onday-presence-text = ✓ here　○ said to come　· to come　✗ missing
onday-line-here = ✓ { $time } { $name }
onday-line-coming = ○ { $time } { $name }
onday-line-open = · { $time } { $name }
onday-line-missing = ✗ { $time } { $name }
onday-line-late = { $line }, { $minutes } minutes late
onday-late-title = What runs late?
onday-late-where = The whole day, or one expert.
onday-late-now = { $minutes } minutes late now; { $count } meetings still to come.
onday-late-text = A press tells everybody still to come at once; each press counts.
onday-door = For { $when }. Put it at the door: who comes scans it and is checked in. It works on that day only.
onday-missed = Did not come the last time
onday-sheet = Applications
onday-column-party = Company
onday-column-product = Product
onday-column-wishes = To see
onday-column-state = State
onday-column-reason = Declined because
onday-column-slots = Times
onday-column-offered = Time on offer
onday-column-applied = Applied
onday-column-confirmed = Said to come
onday-column-arrived = Checked in
roster-all = All
roster-column-time = Time
roster-column-table = Expert
roster-column-party = Company
roster-column-product = Product
roster-column-sign = Signature
