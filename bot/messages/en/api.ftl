# The HTTP API: what programs' authors read in errors and on the page /api/docs
api-title-token-missing = No token
api-token-missing = Send the header “Authorization: Bearer” with a token. An owner makes one with: parkbot staff token --role announcer --name NAME
api-title-token-wrong = Wrong token
api-token-wrong = This token is not known, or it was revoked.
api-title-slow-down = Too many wrong tokens
api-slow-down =
    { $seconds ->
        [one] Too many wrong tokens came from this address. Try again in 1 second.
       *[other] Too many wrong tokens came from this address. Try again in { $seconds } seconds.
    }
api-title-no-right = Not allowed
api-no-right = This token has the role { $role }, which may not do that.
api-title-key-missing = No Idempotency-Key
api-key-missing = Send the header “Idempotency-Key” with a new value for each announcement, such as a UUID, and the same one when you repeat a request.
api-title-key-malformed = Malformed Idempotency-Key
api-key-malformed = An Idempotency-Key is one header of 1 to { $longest } printable ASCII characters.
api-title-key-reused = Idempotency-Key used before
api-key-reused = This Idempotency-Key was used in the last 7 days with another body. Take a new one for a new announcement.
api-title-media-type = Not application/json
api-media-type = Send the body as JSON, with the header “Content-Type: application/json”.
api-title-not-json = Not JSON
api-not-json = The body is not JSON in UTF-8.
api-title-too-large = Too large
api-too-large = The body is larger than this server takes.
api-title-malformed = Malformed
api-malformed = The body is not as it should be: “errors” tells where, and what is wrong.
api-title-unknown-audience = Unknown recipients
api-unknown-audience = The audience names what does not exist here: { $names }.
api-title-format = Malformed format
api-title-empty = Nothing to say
api-empty = The text is empty.
api-title-too-long = Too long
api-too-long = The text is longer than 4096 characters, which is as many as Telegram takes in a message.
api-title-no-audience = No audience
api-no-audience = Say to whom it goes: {"{"}"all": true{"}"}, or ids under topics, sectors, companies, buildings or events.
api-title-past = Over already
api-past = The time “send_at” is over.
api-title-too-far = Too far away
api-too-far = The time “send_at” is more than a year away.
api-title-not-found = No such announcement
api-not-found = There is no announcement of this id.
api-title-no-such-address = No such address
api-no-such-address = Nothing is here: /api/docs shows what there is.
api-title-wrong-method = Wrong method
api-wrong-method = This address takes: { $methods }.
api-title-refused = Refused
api-refused = The request cannot be read.
api-title-unavailable = Unavailable
api-unavailable = The service cannot reach its store at this moment. Repeat the request with the same Idempotency-Key.
api-title-failed = Failed
api-failed = Something went wrong on our side, and it was noted. Repeat the request with the same Idempotency-Key.

# what is wrong with a part of the body
api-fault-missing = is missing
api-fault-unknown-field = is not a field
api-fault-text = must be a text
api-fault-wording = must have a text under “zh” or “en”, or both
api-fault-characters = must be without control characters
api-fault-yes-no = must be true or false
api-fault-list = must be a list of ids
api-fault-object = must be an object
api-fault-time = must be a time with its offset, like 2026-12-07T09:00:00+08:00
api-fault-date = must be a day, like 2026-12-07
api-fault-choice = must be plain, html or markdown
api-fault-alone = takes nothing beside “all”
api-fault-malformed = cannot be read

# what is wrong with a formatted text
api-format-bare = A “<” that begins no tag is written &lt; — here: { $found }
api-format-unknown-tag = Telegram does not know this tag: { $found }
api-format-unopened = This tag closes nothing, or not what was opened last: { $found }
api-format-unclosed = This is not closed: { $found }
api-format-attribute = This tag must not have these attributes, or lacks one: { $found }
api-format-link = The address of a link begins with https://, http:// or tg:// and has neither spaces nor brackets: { $found }
api-format-nested = Telegram does not show this within what is around it: { $found }
api-format-many = Telegram shows no more than { $found } marks and links in one message.

# the page
api-page-title = The Park Assistant’s HTTP API
api-page-intro = For the park’s own systems: send announcements to tenants, and see who got them.
api-page-language = 中文
api-page-try = Example
api-page-answers = Answers
api-page-body = Body
api-page-headers = Headers and parameters
api-page-fields = Fields of an answer
api-page-field = Field
api-page-kind = Kind
api-page-meaning = Meaning
api-page-required = required
api-page-problems = Errors
api-page-problem-intro = Every error is application/problem+json: type, title, status and detail.
api-page-raw = openapi.json
api-page-failed = The description could not be loaded.
api-page-status = Status

api-operation-post = Send an announcement
api-operation-post-about = Accepted with 202: from then on it is stored, and is sent even if this server stops now. The same Idempotency-Key with the same body gets the same answer for 7 days, and is sent once.
api-operation-get = How an announcement stands
api-operation-get-about = recipients = sent + failed + blocked + pending + cancelled.
api-answer-accepted = Accepted. With “Idempotency-Replayed: true” it was accepted before.
api-answer-status = How it stands
api-parameter-key = 1 to 255 printable ASCII characters, new for each announcement and the same for each repetition of it
api-parameter-id = The id that was answered
api-parameter-language = Errors are in Chinese for zh, else in English
api-security = A token, made with: parkbot staff token --role announcer --name NAME

api-field-text = What tenants read: one text for all, or one for each language
api-field-zh = The text in Chinese; without one, tenants who read Chinese get the English one
api-field-en = The text in English; without one, tenants who read English get the Chinese one
api-field-audience = Whom it is for: all, or who fits one of each list that is given
api-field-all = Everybody who ever wrote to the assistant and has not blocked it or muted announcements
api-field-topics = Ids of topics: who wants one of them
api-field-sectors = Ids of sectors: members of their companies
api-field-companies = Ids of companies: their members
api-field-buildings = Ids of buildings: members of companies in them
api-field-events = Ids of events: who signed up for one of them
api-field-moved-in-from = Members of companies that moved in on this day or later
api-field-moved-in-before = Members of companies that moved in before this day
api-field-format = How the text is marked: plain, html as Telegram has it, or a small part of markdown (bold, italic, code, links)
api-field-send-at = When it goes, with an offset; without it, now
api-field-urgent = It goes at once, in quiet hours too and to those who muted announcements
api-field-acknowledged = Tenants are asked to say that they read it
api-field-id = Its number
api-field-state = awaiting-confirmation (a second member of staff has to confirm it), scheduled, sending, paused, sent, cancelled
api-field-recipients = How many people it goes to
api-field-sent = It arrived
api-field-failed = It could not be delivered
api-field-blocked = They have blocked the assistant
api-field-pending = It is on its way or waits
api-field-cancelled = It was stopped before
api-field-unconfirmed = The part of sent that may have arrived twice, after a crash
api-field-acknowledgements = How many said that they read it
api-field-late = It went more than a minute after its time
api-field-started-at = When sending began
api-field-ended-at = When it was over
api-field-recalled-at = When it was recalled
api-field-type = Which error it is, as an address
api-field-title = The error in a few words
api-field-status = The status of the answer
api-field-detail = What is wrong, and how to mend it
api-field-errors = What is wrong where in the body
api-field-at = The field, like audience.topics
api-field-unknown = What the audience names that does not exist: ids by list
