# Whether conditions are met, and what it comes to

# Conditions
clause-cloud-related = cloud-related business
clause-cloud-related-not = no cloud-related business
clause-registered-in-park = registered in the park
clause-registered-in-park-not = not registered in the park
clause-passed-mentoring-review = passed the mentoring review
clause-passed-mentoring-review-not = not yet past the mentoring review
clause-first-recognition = recognised for the first time
clause-first-recognition-not = recognised before
clause-company-age-years = { $bound ->
    [least] at least
   *[most] at most
 } { $value } old
clause-company-age-at-move-in-years = { $bound ->
    [least] at least
   *[most] at most
 } { $value } old when moving in
clause-tenant-months = a tenant for { $bound ->
    [least] at least
   *[most] at most
 } { $value }
clause-area-m2 = { $bound ->
    [least] at least
   *[most] at most
 } { $value } rented
clause-employees = { $bound ->
    [least] at least
   *[most] at most
 } { $value } employed
clause-revenue = revenue of { $bound ->
    [least] at least
   *[most] at most
 } { $value } a year
clause-rd-spend = R&D spending of { $bound ->
    [least] at least
   *[most] at most
 } { $value } a year
clause-annual-cloud-spend = cloud spending of { $bound ->
    [least] at least
   *[most] at most
 } { $value } a year
clause-rd-share-of-revenue-percent = R&D of { $bound ->
    [least] at least
   *[most] at most
 } { $value } of revenue
clause-person-age = { $bound ->
    [least] at least
   *[most] at most
 } { $value } of age
clause-social-insurance-months = social insurance paid for { $bound ->
    [least] at least
   *[most] at most
 } { $value }
clause-contract-months = labour contracts of { $bound ->
    [least] at least
   *[most] at most
 } { $value }

# What is missing
fact-sector = your line of business
fact-founded = the day of founding
fact-moved-in = the day you moved in
fact-cloud-related = whether your business is cloud-related
fact-registered-in-park = where you are registered
fact-passed-mentoring-review = the result of the mentoring review
fact-first-recognition = whether it is the first recognition
fact-company-age-years = how old your company is
fact-company-age-at-move-in-years = how old your company was when moving in
fact-tenant-months = how long you have been a tenant
fact-area-m2 = the area you rent
fact-employees = how many people you employ
fact-revenue = your yearly revenue
fact-rd-spend = your yearly R&D spending
fact-annual-cloud-spend = your yearly cloud spending
fact-rd-share-of-revenue-percent = the share of R&D in your revenue
fact-person-age = the employee's age
fact-social-insurance-months = how long social insurance has been paid
fact-contract-months = how long the labour contracts run

# Values
value-yes = yes
value-no = no
value-between = { $low }–{ $high }
value-years = { $value ->
    [one] { $value } year
   *[other] { $value } years
 }
value-age = { $value } years
value-months = { $value ->
    [one] { $value } month
   *[other] { $value } months
 }
value-percent = { $value }%
value-points = { $value } percentage points
value-square-metres = { $value } square metres
value-people = { $value ->
    [one] { $value } person
   *[other] { $value } people
 }

# Clause by clause
mark-met = ✓ { $finding }
mark-failed = ✗ { $finding }
mark-unknown = ? { $finding }
finding-known = { $clause } ({ $value })
finding-unknown = { $clause } (not known yet: { $missing })
finding-unknown-plain = { $clause } (please ask the park)
finding-over-about = from what you say, the time to apply ended on about { $day }
finding-over = the time to apply ended on { $day }
finding-ours = yours: { $value }
finding-said = you say: { $value }
finding-close = { $value }; the exact date decides
finding-short = { $value }, { $gap } short
finding-beyond = { $value }, { $gap } over
finding-from = { $value }; met from { $day }

verdict-met = { $count ->
    [0] Yes, you can apply; there are no conditions.
    [one] Yes, you can apply; the condition is met:
   *[other] Yes, you can apply; all { $count } conditions are met:
 }
verdict-maybe = You may be eligible; { $count ->
    [one] 1 condition is
   *[other] { $count } conditions are
 } still to be checked:
verdict-failed = Not eligible for now; { $count ->
    [one] 1 condition is
   *[other] { $count } conditions are
 } not met:
verdict-lacking = { $count ->
    [one] 1 condition is
   *[other] { $count } conditions are
 } lacking:
verdict-lacking-nothing = Nothing is lacking: all conditions are met, you can apply.
benefit-others = For companies that qualify: { $told }
verdict-until-about = From what you say, applications close on about { $day }.
verdict-until = Applications close on { $day }, that day included.
verdict-if = Provided that: { $conditions }.
verdict-park-decides = Worked out from what we know today; the park decides.
verdict-park-decides-on = Worked out from the park's record as of { $day }; the park decides.
verdict-park-decides-since = Worked out from the park's records of { $day } and later; the park decides.
who-company-unknown = I do not know your company yet, so these are the general conditions; tell me its age, revenue and the like, or fill in /profile once, and I can check them.
who-conditions = Conditions: { $conditions }.

# Amounts
estimate-area = Year { $year }: about { $yuan } ({ $area } square metres × CNY { $rate } × { $days } days).
estimate-area-any = About { $yuan } a year ({ $area } square metres × CNY { $rate } × { $days } days).
estimate-area-all = All { $years } years: about { $yuan }.
estimate-area-assumed = Reckoned with { $days } days and the whole year rented; leap years and part years go by their days.
estimate-area-capped = Area beyond { $area } square metres is not subsidised.
estimate-percent = About { $yuan }: { $percent }% of { $base }.
estimate-percent-per = About { $yuan } { $per }: { $percent }% of { $base }.
estimate-percent-capped = About { $yuan }, which is the limit: { $percent }% of { $base } is more.
estimate-percent-capped-per = About { $yuan } { $per }, which is the limit: { $percent }% of { $base } is more.
estimate-count = { $label }{ $count } × { $amount }: { $yuan } in all.
estimate-count-capped = { $label }{ $count } at most × { $amount }: { $yuan } in all, which is the limit.
estimate-count-month = { $label }{ $count } × { $amount }: { $yuan } a month.
estimate-count-months = { $label }{ $count } × { $amount }: { $yuan } a month, at most { $all } over { $months } months.
estimate-count-label = { $label }:{" "}
estimate-count-all = Together { $yuan }.
estimate-count-all-month = Together { $yuan } a month.
count-graduate = { $count ->
    [one] 1 graduate
   *[other] { $count } graduates
 }
count-person-month = { $count ->
    [one] 1 person
   *[other] { $count } people
 }
count-patent = { $count ->
    [one] 1 patent
   *[other] { $count } patents
 }
count-other = { $count }

# Which ones
eligible-met = From what we know, your company can apply for:
eligible-maybe = Perhaps, with something still to be checked:
eligible-none = From what we know, your company meets none at the moment. The nearest:
eligible-nearest = What is lacking, the nearest first:
eligible-nearest-none = There is none that your company clearly fails.
eligible-unknown = I do not know your company yet, so here are all subsidies with their conditions:
eligible-others = { $count ->
    [one] 1 more is
   *[other] { $count } more are
 } not met for now; ask “what would we need for the subsidies?” to see why.
eligible-row = · { $name }, { $amount }: { $reasons }
eligible-free = no conditions
eligible-until = apply until { $day }
