# what the columns of the knowledge template are for
column-join = {"; "}
column-required = required
column-in-zh = in Chinese; one of the two languages is enough
column-in-en = in English
column-form-yes-no = yes or no; empty means no
column-form-number = a number
column-form-moment = local time of the park, like 2026-12-03 14:00
column-form-day = a date like 2026-12-03
column-form-clock = a time of day like 14:00
column-form-hours = like Mon-Fri 09:00-12:00, 13:00-17:30; Sat-Sun closed, or 24h for always
column-form-month-day = month and day, like 06-30
column-form-lines = one item a line
column-form-items = one item a line, written key: value; key: value, with the keys of the rows below; a value with a semicolon stands in double quotes
column-form-known = one of { $names }
column-form-id = an id ({ $of })

# of all kinds
column-record-id = id: up to 40 letters, digits, -, _ and ., its own within the kind; a later import recognises the record by it
column-record-name = name
column-record-aliases = other names that people use
column-record-summary = one or two sentences about it
column-record-questions = how tenants may ask for it, in either language
column-record-source = where this is known from
column-record-sample = whether this is sample data, which is marked wherever it is shown
column-record-valid_from = the first day on which it is shown
column-record-valid_until = the day from which on it is no longer shown

# the park
column-park-former_name = what the park used to be called
column-park-origin = how the park came about
column-park-service_idea = what its service is guided by
column-park-phone = the phone of its service
column-park-service_hall = where people help in person
column-park-landmark = its landmark
column-park-layers = the layers of its industry
column-park-buildings = its buildings
column-park-sectors = its lines of business
column-park-topics = the topics of its announcements
column-park-closed_on_holidays = facilities that close on public holidays
column-named-id = id by which other records speak of it
column-named-name = name
column-named-aliases = another name
column-sector-cloud_related = whether it counts as cloud-related

# the alliance
column-alliance-members = its members
column-member-helps_with = what it helps companies with
column-member-chairs = whether it chairs the alliance

# subsidies
column-subsidy-benefits = what it gives: an amount, or a percentage of a cost
column-subsidy-clauses = who may apply; every condition must be met
column-subsidy-documents = documents to hand in
column-subsidy-deadlines = last days of every year to apply; the day itself counts
column-subsidy-decided_in_working_days = working days until it is decided
column-subsidy-paid = how it is paid
column-benefit-label = what this part is called, like doctor
column-benefit-amount = amount in yuan; either this or percent
column-benefit-percent = percentage; either this or amount
column-benefit-of = what the percentage is a share of
column-benefit-of_text = what the percentage is a share of, in words, where none of the known ones fits
column-benefit-per = what the amount is given for
column-benefit-year = in which year of tenancy
column-benefit-area_cap = up to how many square metres
column-benefit-cap = up to how many yuan
column-benefit-cap_per = how often the cap starts anew
column-benefit-years = for how many years
column-benefit-months_max = for how many months at most
column-benefit-count_max = how many at most
column-clause-fact = what about the company counts
column-clause-equals = whether it must be so
column-clause-at_least = at least how much
column-clause-at_most = at most how much
column-clause-text = the condition in words, told where the assistant cannot compute it
column-window-months = apply within so many months
column-window-after = after what
column-window-fact = where the company's profile has the date of that
column-daysbefore-days = apply so many days ahead
column-daysbefore-event = ahead of which event

# facilities
column-facility-where = where it is
column-facility-building = in which building it is
column-facility-part_of = which facility it belongs to
column-facility-hours = when it is open
column-facility-free = whether it is free of charge
column-facility-price_note = more about the price
column-facility-charges = what it costs
column-facility-quantities = how many seats, rooms, spaces and the like
column-facility-equipment = its equipment
column-facility-contract_months_min = months that a contract runs at least
column-facility-runs_every = how often it runs
column-facility-rules = rules for its use
column-facility-history = how it was built and what is special about it
column-charge-amount = how many yuan
column-charge-per = for what
column-charge-about = whether that is a rough price
column-charge-cap = whether that is the most that is charged
column-charge-free_units = how many are free
column-charge-within = within what time so many are free
column-quantity-what = of what
column-quantity-measure = Chinese measure word, like 间 or 台
column-quantity-count = how many
column-quantity-least = how many at least
column-quantity-most = how many at most
column-quantity-loan_days = for how many days it is lent
column-booking-lead_days = book at least so many days ahead
column-booking-lead_days_max = book at most so many days ahead
column-booking-step_minutes = booked in steps of so many minutes
column-booking-groups_over = only groups of more people than this must book
column-booking-through = where it is booked
column-frequency-part = part of the day
column-frequency-minutes = minutes between two

# events and mentoring days
column-recurring-rrule = how it comes again, as an RRULE: FREQ=WEEKLY;BYDAY=TU,TH is every Tuesday and Thursday, FREQ=MONTHLY;BYDAY=-1FR the last Friday of every month; empty if it happens once
column-event-starts = when it starts, the first time if it comes again
column-event-ends = when it ends, the first time if it comes again
column-event-place = the facility where it takes place
column-event-place_note = more about the place
column-event-seats = how many people can come
column-event-online = whether people can join online
column-event-host = the member of the alliance that hosts it
column-event-register_until = until when people can register
column-event-early_bird_until = last day of the early bird price; the day itself counts
column-event-benefits = what the park's companies get out of it
column-event-free = whether it is free of charge
column-event-price = price of a ticket in yuan
column-programme-first_day = the first day it takes place
column-programme-on_holiday = what becomes of a day that falls on a public holiday; weekends are none
column-programme-days_off = days off besides the public holidays, treated like these
column-programme-workdays = weekends that are worked in exchange, and holidays that are worked all the same
column-programme-starts_at = when the day starts
column-programme-ends_at = when the day ends
column-programme-place = the facility where it takes place
column-programme-slot_minutes = minutes for each company
column-programme-mentors = members of the alliance that send mentors
column-programme-closes_days_before = how many days ahead registration closes
column-programme-closes_at = at what time on that day
column-programme-admits = which projects are admitted
column-programme-bring = what to bring
column-programme-afterwards = what comes afterwards
column-programme-then_apply = which subsidy those who pass the review can apply for
column-programme-factories = members of the alliance that make products
column-programme-labs = facilities where prototypes are made or tested
column-programme-free = whether it is free of charge

# frequent questions
column-faq-name = the question as the park would put it
column-faq-questions = other ways to ask it, in either language
column-faq-answer = the answer
column-faq-about = records that the answer speaks of; they become buttons under it
