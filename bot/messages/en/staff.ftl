# Staff: the list, roles, invitations
access-staff-only = This is for the park's staff.
access-no-right = As { $role } you cannot do this; please ask an owner.
access-no-owner = This is for the park's staff, but there is no owner yet. Your number is { $id }: whoever installed me can add you with it (parkbot staff add).

role-owner = Owner
role-editor = Editor
role-announcer = Announcer
role-mentor-desk = Mentor desk
role-agent = Agent
role-viewer = Viewer

right-staff = manage staff
right-knowledge = change knowledge
right-announcements = send announcements
right-mentoring = run mentoring days and events
right-cases = answer questions
right-read = read everything

team-title = The park's staff ({ $count })
team-row = · { $name }: { $role }
team-button-member = { $name } · { $role }
team-waiting = Waiting for: { $role }, invited until { $until }
team-pick = Tap a person to give another role or to remove them.
team-read-only = Adding, removing and other roles: please ask an owner.
team-button-invite = Invite a colleague
team-button-withdraw = Withdraw unused invitations
team-button-back = ← Back to the list
team-role = Role: { $role }
team-rights = May: { $rights }
team-since = Joined: { $date }
team-since-by = Joined: { $date }, invited by { $name }
team-change = For another role, tap one below.
team-button-remove = Remove
team-button-keep = Keep
team-remove-title = Remove { $name }?
team-remove-text = From then on they cannot use what is for staff; asking questions goes on as before.
team-saved = Changed
team-removed = Removed
team-left = You have left the staff. You can ask me anything as before.
team-withdrawn = Withdrawn
team-last-owner = This is the only owner, who cannot be removed or get another role. Make somebody else an owner first.
team-gone = This person is no longer in the list.

invite-title = What is your colleague to do?
invite-link-title = Join the park's staff: { $role }
invite-text =
    Open this link to join:
    { $link }
    It is good for one person, once, until { $until }. Please forward it to whom it is for.
invite-dead = This invitation is no longer good: it was used, has expired or was withdrawn. Please ask an owner for another.
invite-welcome-title = You are in the park's staff
invite-welcome =
    Your role: { $role }
    You may: { $rights }
    The list has your name on Telegram; /staff shows it.
    When you ask something, there is a button "Why?" under the answer: it shows how I understood you.
