# Staff write and send announcements
announce-list-title = Announcements
announce-list-text = Tap one to see it.
announce-list-empty = None yet.
announce-row = { $state } · { $text }
announce-untitled = (nothing written)
announce-files = { $count ->
        [one] 📎 one file
       *[other] 📎 { $count } files
    }
announce-chosen = ✓ { $name }
announce-language-zh = Chinese
announce-language-en = English
announce-deleted = Deleted.

announce-state-draft = Draft
announce-state-awaiting-confirmation = To confirm
announce-state-scheduled = Scheduled
announce-state-sending = Sending
announce-state-paused = Paused
announce-state-sent = Sent
announce-state-cancelled = Stopped
announce-state-recalled = Recalled

announce-button-new = Write
announce-button-templates = Templates
announce-button-list = ← All
announce-button-links = Link buttons
announce-button-no-links = Remove the buttons
announce-button-bare = Remove the files
announce-button-audience = To whom
announce-button-when = When
announce-button-urgent = Urgent
announce-button-receipt = Ask to confirm
announce-button-preview = Preview
announce-button-test = Test to me
announce-button-send = Send…
announce-button-go = Send to { $count }
announce-button-delete = Delete draft
announce-button-delete-yes = Delete
announce-button-never-mind = Never mind
announce-button-done = Done
announce-button-back = Back
announce-button-confirm = Confirm and send
announce-button-withdraw = Take back to edit
announce-button-cancel = Cancel it
announce-button-pause = Pause
announce-button-resume = Go on
announce-button-stop = Stop
announce-button-stop-yes = Stop
announce-button-refresh = Refresh
announce-button-sheet = Spreadsheet
announce-button-history = History
announce-button-remind = Remind the rest
announce-button-correct = Correct
announce-button-corrected = Correct it everywhere
announce-button-recall = Recall
announce-button-recall-yes = Recall everywhere
announce-button-now = At once
announce-button-type-time = Type a time
announce-button-tomorrow = Tomorrow 9:00
announce-button-monday = Next Monday 9:00
announce-button-moved-recent = Last 3 months
announce-button-moved-year = Since January
announce-button-moved-older = Over a year
announce-button-moved-any = Any time
announce-button-moved-type = Type dates

announce-line-text = { $language }: { $text }
announce-line-missing = { $language }: not written; those who read { $language } get the { $other } text
announce-line-no-text = Text: not written yet
announce-line-link = Button: { $name } { $url }
announce-line-to = To: { $audience }, { $count ->
        [one] one person
       *[other] { $count } people
    }
announce-line-to-named = To: { $audience }, { $count ->
        [one] one person
       *[other] { $count } people
    } ({ $names })
announce-names-some = { $names } …
announce-line-to-nobody = To: not chosen yet
announce-line-when = When: { $when }
announce-line-urgent = Urgent: arrives in quiet hours too
announce-line-receipt = Asks everybody to confirm reading it
announce-by = Written by { $name }
announce-awaits-others = It goes to many: a colleague has to confirm it first.
announce-awaits-you = If all is well, tap "Confirm and send".
announce-withdrawn = Taken back: tap "Send" again when it is ready.

announce-ask-text =
    Send me the text in { $language }: words, pictures, a video, files or an album. Formatting stays as it is.
    To put something right, just edit your message.
announce-text-now = The text now, to copy and change:
announce-text-first = Write the text first, then add buttons.
announce-unsupported = That cannot be passed on. Send a text, pictures, a video or files.
announce-too-late = Nothing was changed: this is no draft any more. For what was sent, tap "Correct".
announce-ask-links =
    Send the buttons, one a line, three at most:
    Sign up https://example.com
    With a Chinese name: 报名 | Sign up https://example.com
announce-unclear-links = I cannot read that. One a line: a name of up to 40 characters, then an address with https://, three lines at most.
announce-link-default = More
announce-ask-time = Type a time, like: tomorrow 9am, Monday 14:30, 1 December 9:00, in 2 hours.
announce-unclear-time = I cannot read that time. Give the day and the hour, like: tomorrow 9am, 1 December 14:30, in 2 hours.
announce-unclear-time-clock = At what hour? Give the day and the hour together, like: tomorrow 9am.
announce-unclear-time-past = That time is over. Give one that is still to come.
announce-ask-moved = Type when they moved in, like: March 2026 to September 2026 (September excluded), since March 2026, before June 2025.
announce-unclear-moved = I cannot read that. Give years and months, like: March 2026 to September 2026.

announce-template-begun = Please fill in what stands in brackets.
announce-templates-title = Templates
announce-templates-text = Each is written in both languages: change a few words and send it.
announce-template-power-name = Power cut
announce-template-power =
    Power cut
    The power in [building] will be off on [date, from – to] for maintenance. Please save your work and switch devices off in time, and see to fridges and servers. The lifts will stop: use the stairs.
    Questions? Call the service hall.
announce-template-drill-name = Drill
announce-template-drill =
    Fire drill
    On [date, time] there is a fire drill in [building], for about [minutes] minutes. When you hear the alarm, take the stairs to the assembly point; do not use the lifts. This is a drill: no need to worry.
announce-template-policy-name = Policy window
announce-template-policy =
    Applications are open
    Applications for [policy] are taken from [date] to [date]. To learn whether your company can get it, just ask me here.
announce-template-event-name = Event
announce-template-event =
    You are invited
    Come to [event] on [date, time], at [place]. [One sentence about it]

announce-everybody = Everybody
announce-nobody = not chosen yet
announce-audience-title = To whom
announce-audience-hint = Within a list any one is enough; across lists all must fit.
announce-audience-part = { $name } { $names }
announce-audience-and = ;{" "}
announce-and-more = { $names } and { $count } more
announce-list-topics = Topics
announce-list-sectors = Sectors
announce-list-buildings = Buildings
announce-list-companies = Companies
announce-list-events = Signed up for
announce-list-moved = Moved in
announce-list-chosen = ✓ { $name } { $count }
announce-list-has-none = There is nothing to choose here yet.
announce-moved-between = moved in from { $since } and before { $before }
announce-moved-since = moved in from { $since }
announce-moved-before = moved in before { $before }
announce-moved-any = Whenever they moved in.

announce-when-title = When
announce-when-confirmed = as soon as it is confirmed
announce-when-now = as soon as you send it
announce-when-repeated = { $rule }, next: { $dates }
announce-when-never = never again
announce-time-first = Choose the first time, then how it repeats.
announce-repeat-once = Once
announce-repeat-daily = Daily
announce-repeat-workdays = Workdays
announce-repeat-weekly = Weekly
announce-repeat-monthly = Monthly
announce-repeat-other = Repeated

announce-previewed = Below, once in each language
announce-previewed-one = Below; it is the same in both languages
announce-refused = Telegram does not take this announcement: { $reason }
announce-tested = Sent to you as a test
announce-send-title = Send it?
announce-warn-missing = ⚠ { $language } is not written: the other language goes out.
announce-warn-blanks = ⚠ There are brackets in the text that were not filled in.
announce-warn-urgent = Urgent: it arrives at once, in quiet hours too.
announce-warn-quiet = Those in quiet hours get it when these end.
announce-warn-second = It goes to many: a colleague has to confirm it after you.
announce-delete-title = Delete the draft?
announce-delete-text = It cannot be brought back.
announce-stop-title = Stop?
announce-stop-text = Nothing more is sent; what has arrived stays.

announce-sent = Delivered to { $sent } of { $total }
announce-failed = Failed: { $count }
announce-blocked = Blocked me: { $count }
announce-cancelled = Not sent: { $count }
announce-unconfirmed = May have arrived twice: { $count }
announce-reason = · { $reason }: { $count }
announce-remaining = { $count } to go, about { $time }
announce-remaining-paused = { $count } to go
announce-later = { $count } in quiet hours: they get it afterwards
announce-seconds = { $count } s
announce-minutes = { $count } min
announce-acknowledged = Read by { $count } of { $total }
announce-corrections = Corrected: { $count } of { $total }
announce-corrections-failed = Corrected: { $count } of { $total }; { $failed } could not be
announce-recalls = Deleted: { $count } of { $total }
announce-recalls-failed = Deleted: { $count } of { $total }; { $failed } could not be
announce-late = Later than planned: it was due { $when }
announce-sent-by = { $name }, { $when }
announce-sent-by-two = Written by { $name }, confirmed by { $other }, { $when }

announce-recall-title = Recall it?
announce-recall-text = It is deleted for the { $count } who got it, and nothing more is sent.
announce-correct-title = Correct it?
announce-correct-which = In which language?
announce-ask-correction = Send me the whole text as it should be. I show it to you first; it changes when you confirm.
announce-reminded = { $count ->
        [one] One person was reminded
       *[other] { $count } people were reminded
    }
announce-reminded-nobody = Everybody has read it.

announce-history-title = History
announce-history-line = { $when } { $name }: { $action }
announce-clock = The assistant
announce-did-drafted = drafted
announce-did-edited = changed
announce-did-released = sent
announce-did-withdrawn = taken back
announce-did-confirmed = confirmed
announce-did-started = began to go out
announce-did-paused = paused
announce-did-resumed = resumed
announce-did-cancelled = stopped
announce-did-corrected = corrected
announce-did-reminded = reminded the rest
announce-did-recalled = recalled

announce-sheet-file = announcement-{ $id }
announce-sheet-caption = Recipients
announce-sheet-title = Recipients
announce-sheet-number = No.
announce-sheet-company = Company
announce-sheet-name = Name
announce-sheet-state = Result
announce-sheet-reason = Reason
announce-sheet-sent = Delivered
announce-sheet-unconfirmed = Perhaps twice
announce-sheet-read = Read
announce-yes = yes
announce-outgoing-pending = waiting
announce-outgoing-held = paused
announce-outgoing-sending = being sent
announce-outgoing-sent = delivered
announce-outgoing-failed = failed
announce-outgoing-blocked = blocked
announce-outgoing-cancelled = not sent

announce-error-gone = This announcement is gone.
announce-error-stale = It was changed meanwhile: here it is as it is now, please look again.
announce-error-state = That cannot be done any more: here is how it stands now.
announce-error-empty = There is no text yet.
announce-error-too-long = Too long: 4096 characters for a text, 1024 with pictures or files.
announce-error-no-audience = Choose to whom it goes first.
announce-error-past = The time you chose is over: choose another.
announce-error-own-word = A colleague has to confirm what you wrote.
announce-error-other-media = Only the text can be corrected; for other pictures or files, recall it and send it anew.
announce-error-other = That did not work, please try again.
