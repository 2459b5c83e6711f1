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
    [yes] { " " }(by { $day })
   *[no] {""}
}
mentoring-button-done = Done
mentoring-button-working = Still working on it
mentoring-button-help = Stuck, I need help
mentoring-comes-late = (This comes late, sorry)
