"""What a button carries: `action:argument:argument`, at most 64 bytes, the same after every restart."""

MAX_BYTES = 64

# every action a button may carry; handlers register one handler for each
SHOW = "show"  # show:<kind>:<id>            the record's card
FACT = "fact"  # fact:<kind>:<id>:<aspect>   one fact of it
LIST = "list"  # list:<kind>:<page>          a page of a menu
HUMAN = "human"  # human                     hand the last question to people
RATE = "rate"  # rate:<exchange>:<up|down>   a thumb under an answer
LANGUAGE = "lang"  # lang:<zh|en|auto>
SETTINGS = "settings"  # settings, settings:stored, settings:export:<page>
FORGET = "forget"  # forget:<yes|no>

PERSONAL = frozenset({HUMAN, LANGUAGE, SETTINGS, FORGET})
"""Actions about whoever presses: they work in private chats alone."""


def pack(action: str, *arguments: object) -> str:
    """The data of a button; raises ValueError when it would not fit."""
    data = ":".join([action, *map(str, arguments)])
    if len(data.encode()) > MAX_BYTES:
        raise ValueError(f"callback data over {MAX_BYTES} bytes: {data}")
    return data


def fits(action: str, *arguments: object) -> bool:
    """Whether a button can carry them: with the longest ids, the longest names of facts do not fit."""
    return len(":".join([action, *map(str, arguments)]).encode()) <= MAX_BYTES


def unpack(data: str) -> tuple[str, list[str]]:
    """The action and its arguments."""
    action, *arguments = data.split(":")
    return action, arguments
