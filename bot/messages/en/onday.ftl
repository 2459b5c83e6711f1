# Mentoring days: times that come free, and the day itself
mentoring-offer = A time is free: { $name }
mentoring-offer-until = It is kept for you until { $until }. Do you want it?
mentoring-offer-expired = The time went on: { $name }
mentoring-offer-expired-text = We did not hear from you about { $when }; the time went to the next one.
mentoring-passed = OK, it goes to the next one
mentoring-passed-text = You let the free time go, so none is kept for you this time. Welcome back at the next one.
mentoring-line-offered = { $time } { $name } (asked, until { $until })

mentoring-error-begun = Your time has begun: it is too late to step back.
mentoring-error-not-offered = No time is kept for you at the moment.
mentoring-error-offer-over = The time to answer is over; it went to the next one.
