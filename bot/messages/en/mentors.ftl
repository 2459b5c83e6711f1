# Experts' own accounts
mentors-title = Experts' accounts
mentors-nobody = No expert uses an account of their own yet.
mentors-row = { $member }: { $name }
mentors-waiting = Invited: { $name }, until { $until }
mentors-for-whom = An expert of which member?
mentors-button-invite = Invite an expert
mentors-invite-title = You are invited as an expert: { $name }
mentors-invite =
    Open the link to see here whom you meet at each mentoring day:
    { $link }
    It works once, for one person, until { $until }. Please forward it to them.
mentors-remove-title = Remove { $name }?
mentors-remove-text = They will not see their roster any more.
mentors-gone = That account is not in the list any more.
mentors-dead = This invitation does not work any more: it was used, is too old or was withdrawn. Please ask our staff for another.
mentors-is-staff = You are staff: please forward this link to the expert.
mentors-welcome-title = Welcome! You are here as an expert of { $name }
mentors-welcome = Send /mentoring to see whom you meet when at the next mentoring day, and what they make.
mentors-button-roster = My roster
mentors-button-renew = Refresh
mentors-button-programmes = About mentoring days
mentors-roster = { $programme } · { $name }
mentors-line = { $time } { $name }: { $product }
mentors-line-wish = { $time } { $name }: { $product } (wish { $rank })
mentors-none = Nobody is at your table yet this time.
mentors-not-published = The timetable is not published yet; you will find it here then.
mentors-no-day = No mentoring day of yours is planned yet.
mentors-not-you = This is for experts.
stored-mentor = Expert at mentoring days: { $member }, in the list as { $name } (since { $date })
stored-confirmed = Mentoring day: said to come
stored-arrived = Mentoring day: checked in
stored-passed = Mentoring day: let a free time go
