# A company: founded, joined, its members, left
company-found-title = Your company's entry
company-found-question = What is the company called? Just type it. You will be its first member and may invite colleagues; what you told moves to the company, where its members can see and change it.
company-button-found = Make an entry and invite colleagues
company-rename-title = Company name
company-rename-question = What shall the company be called? Just type it.
company-founded = "{ $name }" is there now.
company-shown-question = How shall colleagues see you? Only they can see it. Just type it, or tap a button.
company-button-use-name = As "{ $name }"
company-button-no-name = Without a name
company-button-name = My name
company-joined = You are a member of "{ $name }" now.
company-applied-already = Your company has already applied for the mentoring day, so your own application was withdrawn.
company-already = You are a member of "{ $name }" already.
company-members = Members ({ $count }): { $names }
company-members-more = { $names } and { $count } more
company-member-you = { $name } (you)
company-unnamed = unnamed
company-first-invites = To invite somebody, ask the member who comes first.

company-button-invite = Invite colleagues
company-button-revoke = Cancel invitations
company-invite-title = Invitation to { $name }
company-invite-text =
    Send this picture or the link to your colleagues; they open it and tap "Join":
    { $link }

    Valid until { $date }, for several people. Give it to colleagues only: whoever has it can join.
company-invite-first = Only the member who joined first can invite others.
company-revoked = All invitation links that you sent before are void now.

company-join-title = Join { $name }?
company-join-text = You will see the company's profile and can change it, and I answer for the company.
company-join-leaves = You will leave "{ $name }" at the same time.
company-join-last = You are its last member, so its profile will be erased.
company-join-told = What you told for yourself alone will be erased; or let it fill in what the company has not told, where colleagues see it too.
company-button-join = Join
company-button-join-share = Join and fill in what I told
company-button-join-no = Don't join
company-not-joined = All right, you did not join, and nothing has changed.
company-link-unknown = There is no such invitation. Please ask your colleague for a new link.
company-link-expired = This invitation has expired. Please ask your colleague for a new link.
company-link-revoked = This invitation was cancelled. Please ask your colleague for a new link.

company-button-leave = Leave the company
company-button-leave-yes = Leave
company-leave-title = Leave { $name }?
company-leave-text = You will not see the company's profile any more, and your name there will be erased. To come back you need a new invitation.
company-leave-last = You are its last member: the company's profile will be erased for good.
company-left = You have left "{ $name }".
