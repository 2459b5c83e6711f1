# The reminders of mentoring days
mentoring-in-days = { $days ->
    [0] Today
    [1] Tomorrow
    [2] In two days
   *[other] In { $days } days
}: { $name }
mentoring-next-applied = Staff are still looking at your application and will let you know; if you are in, times are set when registration closes.
mentoring-roster = Roster: { $name }
mentoring-roster-line = { $time } { $name }: { $product }
mentoring-feedback = How was it today? { $name }
mentoring-feedback-text = Tap a score, 5 is best. Only the park's staff see what you say.
mentoring-button-stars = { $count }
mentoring-follow-up = { $weeks ->
    [one] A week later
   *[other] { $weeks } weeks later
}, how is it going? { $name }
mentoring-follow-up-text = One tap is enough.
mentoring-promised = Agreed: { $promise }{ $dated ->
    [yes] , by { $day }
   *[no] {""}
}
mentoring-button-done = Done
mentoring-button-working = Still working on it
mentoring-button-help = Stuck, I need help
mentoring-comes-late = (Sorry that this comes late)

# For staff: when each kind of reminder goes out
reminder-times = Reminders: { $name }
reminder-times-text = Tap one to change when it goes out. It counts for what is not sent yet.
reminder-times-which = When should it go out?
reminder-times-set = Changed
reminder-times-row = { $kind }: { $when }
reminder-times-never = never
reminder-times-now = at once
reminder-times-before = { $count } { $unit ->
    [day] { $count ->
        [one] day
       *[other] days
    }
   *[hour] { $count ->
        [one] hour
       *[other] hours
    }
} before
reminder-times-after = { $count } { $unit ->
    [day] { $count ->
        [one] day
       *[other] days
    }
   *[hour] { $count ->
        [one] hour
       *[other] hours
    }
} after
reminder-times-clock = { $days ->
    [-1] the day before
    [0] the same day
   *[other] { $days } days later
} at { $time }
reminder-kind-opens = Registration opens
reminder-kind-closes = Registration closes soon
reminder-kind-days = Some days before
reminder-kind-day = What to bring
reminder-kind-hours = Starting soon
reminder-kind-roster = Roster for staff and experts
reminder-kind-feedback = How was it
reminder-kind-follow-up = First follow-up
reminder-kind-follow-up-again = Second follow-up
mentoring-button-reminder-times = Reminders
