"""What is under way, waits, is being written and was sent last."""

from itertools import chain

from bot.messages.message import Button, Message
from handlers.staff.announcements.progress import line
from handlers.staff.announcements.view import View, data_of
from storage.models import AnnouncementState as State

PARTS = (
    (frozenset({State.SENDING, State.PAUSED}), 5),
    (frozenset({State.AWAITING_CONFIRMATION}), 5),
    (frozenset({State.SCHEDULED}), 8),
    (frozenset({State.DRAFT}), 5),
    (frozenset({State.SENT, State.CANCELLED}), 8),
)
"""The states in the order of the list, and how many of each are shown, the newest first."""
TEMPLATES = ("power", "drill", "policy", "event")


async def listed(view: View) -> Message:
    shown = [await view.announcements.latest(states, most) for states, most in PARTS]
    told = (one for one in chain.from_iterable(shown) if one.started_at or one.state is not State.CANCELLED)
    rows = tuple((Button(line(view, one), data_of("open", one)),) for one in told)
    write = ((view.button("new", "new"), view.button("templates", "templates")),) if view.writes else ()
    text = view.text("list-text" if rows else "list-empty")
    return Message(text, heading=view.text("list-title"), buttons=(*write, *rows))


def templates(view: View) -> Message:
    """The usual ones, to begin with."""
    buttons = [Button(view.text(f"template-{name}-name"), data_of("new", None, name)) for name in TEMPLATES]
    rows = (tuple(buttons[:2]), tuple(buttons[2:]), (view.button("list", "list"),))
    return Message(view.text("templates-text"), heading=view.text("templates-title"), buttons=rows)
