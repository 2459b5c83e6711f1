# Language, data, erasure
settings-title = Settings
settings-text =
    Language: { $language }
    With "Automatic" I answer in the language you write.
settings-zh = 中文
settings-en = English
settings-auto = Automatic
settings-zh-chosen = ✓ 中文
settings-en-chosen = ✓ English
settings-auto-chosen = ✓ Automatic
settings-saved = Saved
settings-button-notices = Announcements
settings-button-stored = What is stored about me
settings-button-forget = Erase everything about me

stored-title = What I keep about you
stored-since = First seen: { $date }
stored-seen = Last seen: { $date }
stored-language = Language: { $language }
stored-company = Company: { $company }
stored-no-company = none
stored-member = Colleagues see you as: { $name } (member since { $date })
stored-told = Told of a company for yourself alone: { $count }
stored-facts = Company: { $company }
stored-questions = Questions asked: { $count }, { $rated } of them rated
stored-cases = Handed to staff: { $count }
stored-staff = Role in the staff: { $role }, name in its list: { $name }
stored-notices = Announcements: { $wishes }
stored-announcements = Announcements sent to you: { $count }; you confirmed reading { $read }
stored-registrations = Events you signed up for: { $count }
stored-applications = Mentoring days you applied for: { $count }
stored-calendar-entries = Entries that your phone's calendar got from here: { $count }
stored-calendar-feed = Address of your calendar subscription: since { $date }, only its checksum is kept
stored-also = Besides: Telegram's numbers of this chat and its messages, and what we just talked about.
stored-not = No name but the one you chose to be seen by, no picture and no phone number is kept.
stored-nothing = Nothing at all.
stored-button-export = Show everything I wrote
stored-button-back = ← Back
stored-export-title = What you wrote
stored-no-questions = None so far.
stored-case = Handed to staff: { $question }
stored-application = Product told for a mentoring day: { $product }
stored-page = Page { $page } of { $pages }

notices-title = Announcements
notices-text =
    The park's announcements come here. To leave a topic out, tap it and its ✓ is gone.
    What falls into your quiet hours comes after them; urgent ones (power cuts, fire) come at any time.
notices-muted = Urgent ones only
notices-chosen = ✓ { $name }
notices-hours = Quiet { $start }–{ $end }
notices-no-hours = No quiet hours
notices-all = all
notices-urgent-alone = urgent ones only
notices-off = topics left out: { $topics }

forget-title = Erase everything?
forget-text =
    Your settings, questions, ratings, sign-ups, what you told of a company for yourself alone, and whatever was handed to staff will be erased for good.
forget-leaves = You will also leave the company "{ $company }".
forget-button-yes = Erase everything
forget-button-no = Keep it
forget-done = All erased. Whenever you have a question, just type it.
forget-kept = All right, nothing was erased.
forget-staff = Your role in the staff ({ $role }) and your name in its list stay; an owner can remove them.
