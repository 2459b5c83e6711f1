# changes of mentoring days: another time or place, which experts come
mentoring-moved = Another time: { $name }
mentoring-relocated = Another place: { $name }
mentoring-resumed = It takes place after all: { $name }
mentoring-slot-lost = One of your meetings does not fit the new time and is off. Sorry about that.

mentoring-change-when = Time
mentoring-change-where = Place
mentoring-change-experts = Experts
mentoring-change-resume = Take the cancellation back
mentoring-change-ask = When is it to be? Just type it, like: 30 December 14:00, or 2026-12-30 13:30-17:30. With a start alone it stays as long as it is.
mentoring-change-now = It is { $when }
mentoring-change-move-title = Move it to { $when }?
mentoring-change-move = It was { $when }.
mentoring-change-slots = Meetings move along; those that do not fit are dropped.
mentoring-change-reopens = Registration opens again until { $until }; a timetable that is not published is made anew then.
mentoring-change-shut = Registration is closed then.
mentoring-change-place = Where is it to be?
mentoring-change-place-title = Move it to { $place }?
mentoring-change-resume-title = { $when } takes place after all?
mentoring-change-tells = { $count ->
    [one] 1 person is
   *[other] { $count } people are
 } told.
mentoring-change-tells-nobody = Nobody has applied, so nobody is told.
mentoring-change-yes = Yes, tell everybody
mentoring-change-yes-quietly = Yes
mentoring-change-no = Leave it as it is
mentoring-changed = Done

mentoring-experts = Who comes on this day? Tap one to say whether they come, how many they see, and when they have a break.
mentoring-expert-comes = ✓ { $name }
mentoring-expert-comes-with = ✓ { $name } ({ $limits })
mentoring-expert-away = ✗ { $name }
mentoring-expert-most = { $count } at most
mentoring-expert-breaks = { $count ->
    [one] 1 break
   *[other] { $count } breaks
 }
mentoring-expert-is-coming = Comes on this day.
mentoring-expert-is-away = Does not come on this day.
mentoring-expert-ask-limits = The first row is how many they see at most; below, tap a time to make it a break (×) or to open it again.
mentoring-expert-limit = { $count }
mentoring-expert-limit-none = No limit
mentoring-expert-limit-chosen = ● { $label }
mentoring-expert-break = × { $time }
mentoring-expert-invite = Comes
mentoring-expert-excuse = Does not come
mentoring-expert-excuse-title = { $name } does not come?
mentoring-expert-excuse-told = { $count ->
    [one] One meeting is
   *[other] { $count } meetings are
 } taken away, and the founders are told.
mentoring-expert-excuse-freed = { $count ->
    [one] One meeting is
   *[other] { $count } meetings are
 } taken away; the timetable is not published, so nobody is told.
mentoring-expert-excuse-yes = Does not come

mentoring-unclear-time = I could not read that time. Please write the date and the hour, like: 30 December 14:00.
mentoring-unclear-clock = At what time? Please write it with the date, like: 30 December 14:00.
mentoring-unclear-past = That has passed; please write a time to come.
mentoring-unclear-order = It has to end after it starts, like: 2026-12-30 13:30-17:30.
mentoring-error-away = That expert is not there then; please take another one or another time.
mentoring-error-full = That expert has as many meetings as they take.
mentoring-error-seated = Somebody has that time; please move them in the timetable first.
mentoring-error-started = The day has begun and cannot be changed any more.
mentoring-error-past = That has passed; please choose a time to come.
mentoring-error-far = That is too far ahead; please take a day within a year.
mentoring-error-span = That does not work: within a day, and one meeting long at least.
mentoring-error-other-day = There is one on that date already; please take another date.
mentoring-error-no-place = That place is not there any more.
