"""What a button carries: `action:argument:argument`, at most 64 bytes, the same after every restart."""

from hashlib import blake2s

MAX_BYTES = 64

# every action a button may carry; handlers register one handler for each
SHOW = "show"  # show:<kind>:<id>            the record's card
FACT = "fact"  # fact:<kind>:<id>:<aspect>   one fact of it
LIST = "list"  # list:<kind>:<page>          a page of a menu
HUMAN = "human"  # human                     hand the last question to people
RATE = "rate"  # rate:<exchange>:<up|down>   a thumb under an answer
LANGUAGE = "lang"  # lang:<zh|en|auto>
# settings, settings:stored, settings:export:<page>, settings:notices[:<mute|topic|quiet>:...]
SETTINGS = "settings"
FORGET = "forget"  # forget:<yes|no>
# profile opens it; profile:<step>:<membership, 0 for none>[:<fact>[:<value>]] are the steps of its dialogue
PROFILE = "profile"
JOIN = "join"  # join:<yes|share|no>:<secret>   by an invitation
WHY = "why"  # why:<exchange>                why it was answered so
TEAM = "staff"  # staff:<page>               who is in the staff
MEMBER = "staff-member"  # staff-member:<telegram id>
ROLE = "staff-role"  # staff-role:<telegram id>:<role>
REMOVE = "staff-remove"  # staff-remove:<telegram id>:<ask|yes>
INVITE = "staff-invite"  # staff-invite, staff-invite:<role>
WITHDRAW = "staff-withdraw"  # staff-withdraw   every invitation
ANNOUNCE = "announce"  # announce:<step>:<announcement>[:<revision>[:<value>]]
SIGN_UP = "signup"  # signup:<step>[:<event or occurrence>[:<date>]]
MENTOR = "mentor"  # mentor:<step>:<programme or occurrence>[:<argument>]
MEETING = "meeting"  # meeting:<take|pass|coming|here>:<occurrence>[:<slot>]   what a party says of its times
ON_DAY = "onday"  # onday:<step>:<occurrence or application>[:<argument>...]   for staff, on the day
MENTORS = "mentors"  # mentors[:<step>[:<member or person>[:<ask|yes>]]]   for staff, experts' accounts
ROSTER = "roster"  # roster                  an expert's next meetings
CALENDAR = "calendar"  # calendar:<file>:<occurrence>, calendar:<feed|make|stop>   for the phone's calendar
MENTORING_DAY = "day"  # day:<step>:<occurrence, application or slot>[:<argument>...]   for staff
DAY_CHANGE = "change"  # change:<step>:<occurrence>[:<argument>...]   another time or place of a mentoring day
DAY_EXPERT = "expert"  # expert:<step>:<occurrence>[:<expert>[:<argument>...]]   the experts' tables on that day
# after:<stars|done|working|help|skip>:<occurrence>[:<argument>]   what founders say after a mentoring day
AFTERWARDS = "after"
REMINDER_TIMES = "times"  # times:<all|kind|set>:<occurrence>[:<kind>[:<minutes|never>]]   for staff
# result:<step>:<occurrence or slot>[:<argument>]   what came of meetings, for staff and experts
RESULT = "result"
ATTEND = "attend"  # attend, attend:<occurrence>, attend:<occurrence>:file   who signed up
ACKNOWLEDGE = "ack"  # ack:<announcement>    read and understood

PERSONAL = frozenset(
    {
        HUMAN,
        LANGUAGE,
        SETTINGS,
        FORGET,
        PROFILE,
        JOIN,
        WHY,
        TEAM,
        MEMBER,
        ROLE,
        REMOVE,
        INVITE,
        WITHDRAW,
        ANNOUNCE,
        SIGN_UP,
        MENTOR,
        MENTORING_DAY,
        DAY_CHANGE,
        DAY_EXPERT,
        ATTEND,
        MEETING,
        ON_DAY,
        MENTORS,
        ROSTER,
        AFTERWARDS,
        REMINDER_TIMES,
        RESULT,
        CALENDAR,
    },
)
"""Actions about whoever presses, or for staff: they work in private chats alone."""


def pack(action: str, *arguments: object) -> str:
    """The data of a button; raises ValueError when it would not fit."""
    data = ":".join([action, *map(str, arguments)])
    if len(data.encode()) > MAX_BYTES:
        raise ValueError(f"callback data over {MAX_BYTES} bytes: {data}")
    return data


def fits(action: str, *arguments: object) -> bool:
    """Whether a button can carry them: with the longest ids, the longest names of facts do not fit."""
    return len(":".join([action, *map(str, arguments)]).encode()) <= MAX_BYTES


def mark_of(one_id: str) -> str:
    """Stands for an id where there may be no room for it; whoever knows all ids finds it again."""
    return blake2s(one_id.encode(), digest_size=5).hexdigest()


def unpack(data: str) -> tuple[str, list[str]]:
    """The action and its arguments."""
    action, *arguments = data.split(":")
    return action, arguments
