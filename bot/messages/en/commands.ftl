# Descriptions in the command menu
command-start = Start
command-help = What you can ask
command-subsidies = Subsidies
command-facilities = Facilities
command-events = Upcoming events
command-mentoring = Mentoring
command-profile = My company, for what we can get
command-human = Leave it to staff
command-settings = Language, announcements, my data
command-forgetme = Erase everything about me
command-announce = Announcements
command-mentoring_admin = Sign-ups for mentoring and events
command-staff = The park's staff
