# Announcements: what tenants get, and what the assistant itself writes about them
announce-acknowledge = Read and understood
announce-reminder =
    Please confirm that you have read this:
    { $text }
announce-please-confirm =
    An announcement to { $count ->
        [one] one person
       *[other] { $count } people
    } waits for your word:
    { $text }
announce-button-look = Have a look

receipt-thanks = Noted, thank you!
receipt-done = ✓ Read
receipt-none = Nothing to confirm here: it may be a preview, or was recalled.

topic-policy = Policies
topic-events = Events
topic-mentoring = Mentoring
topic-facilities = Facilities
topic-safety = Safety
topic-community = Park life
