# Facts in words
word-stop = .
price-free = Free
price-free-stop = Free of charge.
price-free-per = free { $per }
price-free-units = { $count } { $unit } free { $within }
price-cap = at most { $amount } { $per }
price-about = about { $amount } { $per }
price-per = { $amount } { $per }
unit-minute = minutes
unit-hour = hours
unit-day = days
unit-month = months
unit-visit = visits
unit-page = pages
unit-kwh = kWh
place-at = { $name }: { $place }.
place-in = { $name } ({ $where })
place-on = { $place } on { $day }
quantity-count = { $count } { $what }
quantity-range = { $least } to { $most } { $what }
quantity-loan = { $what } on loan for { $days } days
equipment-has = Yes, { $name } has { $items }.
booking-lead = Please book at least { $days ->
    [one] 1 day
   *[other] { $days } days
 } ahead.
booking-lead-max = You can book up to { $days ->
    [one] 1 day
   *[other] { $days } days
 } ahead.
booking-step = Booked in steps of { $minutes } minutes.
booking-groups = Groups of more than { $people } please book { $days } days ahead; single visitors need no booking.
booking-through = Ask at: { $place }.
duration-contract = { $months } months at least.
duration-years-running = { $years } years running.
frequency-morning = every { $minutes } minutes in the morning
frequency-noon = every { $minutes } minutes at noon
frequency-evening = every { $minutes } minutes in the evening
card-hours = Hours: { $hours }
card-price = Price: { $price }
card-place = Place: { $place }
benefit-year = Year { $year }
benefit-percent = { $percent }% of { $of }
benefit-amount = { $amount } { $per }
benefit-cap = , at most { $cap }
benefit-cap-per = , at most { $cap } { $per }
benefit-labelled = { $label }: { $text }
benefit-area-cap = {" "}Counted for up to { $area } square metres.
benefit-years = {" "}For up to { $years ->
    [one] 1 year
   *[other] { $years } years
 }.
benefit-months-max = {" "}For up to { $months } months.
benefit-count-max = {" "}At most { $count } per company.
cap = At most { $cap }.
cap-per = At most { $cap } { $per }.
cost-cloud-bill = the cloud bill
cost-rd-spend = R&D spending
cost-standard-booth = the price of a standard booth
cost-prototyping-cost = the prototyping cost
cost-interest = the interest paid
cost-certification-fee = the certification fee
documents-needed = You need: { $items }.
deadline-next = Next deadline: { $day }, { $left ->
    [one] 1 day
   *[other] { $left } days
 } left, that day included.
deadline-today = The deadline is today, { $day }: hand it in before midnight.
deadline-every-year = Deadlines every year: { $days }.
deadline-within = Please apply within { $months ->
    [one] 1 month
   *[other] { $months } months
 } of { $after }.
deadline-own-window-about = From what you say, you can apply until about { $day }.
deadline-own-window-over-about = From what you say, the time to apply is over; it ended on about { $day }.
deadline-own-window = Your company can apply until { $day }, that day included.
deadline-own-window-over = The time to apply is over; it ended on { $day }.
deadline-before-event = Please apply { $days } days before { $event } opens.
deadline-that-is = That is { $day } at the latest.
deadline-that-was = Applications for it closed on { $day }.
decided-in = Decided within { $days } working days of a complete application.
paid-how = Paid: { $how }.
apply-help = Questions? { $place } helps.
when-one-day = { $day }, { $start }–{ $end }
when-days = { $first }, { $start } to { $last }, { $end }
when-moment = { $day }, { $time }
when-repeats = Held { $rule }.
when-not-then = Nothing is planned then ({ $when }).
when-moved = The one on { $day } was moved to another time.
when-cancelled = The one on { $day } was cancelled.
when-next = Next time: { $span }
days-left = { $left ->
    [one] 1 day
   *[other] { $left } days
 } to go.
when-over = It is over; it took place on { $day }.
when-no-more = No further dates are planned.
seats = { $count } seats.
register-until = Sign up by { $day }, { $time }; { $left ->
    [one] 1 day
   *[other] { $left } days
 } left.
register-today = Sign up by { $time } today.
register-until-for = Sign up by { $day }, { $time } for { $occurrence } (closes { $days } days before).
register-closed = Registration is closed ({ $day }, { $time }).
early-bird = Early bird until { $day }, that day included.
early-bird-over = The early bird ended on { $day }.
host = Hosted by { $name }.
online-also = You can join online; on site it is at { $place }.
online-only = You can join online.
benefits-tenants = Tenants get: { $items }.
slot = { $minutes } minutes for each company.
member-helps = { $name }: { $items }
bring = Please bring: { $items }.
park-former-name = It was formerly { $name }.
park-idea = Our idea of service: { $idea }.
park-phone = Phone { $phone } ({ $place }).
park-phone-only = Phone { $phone }.
park-layers = Layers of the ecosystem: { $items }.
alliance-chair = Chaired by { $name }.
