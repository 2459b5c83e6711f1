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
