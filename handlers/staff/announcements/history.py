"""Who did what with an announcement, and when."""

from itertools import groupby

from bot.announcements.service import CLOCK
from bot.messages.message import Message
from handlers.staff.announcements.desk import Desk
from handlers.staff.announcements.view import View
from handlers.staff.announcements.words import moment, person

SHOWN = 30
"""Lines, the latest; what somebody did several times in a row is one."""


async def history(desk: Desk) -> None:
    """A press on announce:history:<id>."""
    announcement = await desk.found()
    entries = await desk.announcements.history(desk.id)
    rows = groupby(entries, key=lambda one: (one.actor, one.action))
    latest = [(actor, action, list(group)[-1].at) for (actor, action), group in rows][-SHOWN:]
    lines = [
        desk.text(
            "history-line",
            when=moment(desk.view, at),
            name=await _named(desk.view, actor),
            action=desk.text(f"did-{action}"),
        )
        for actor, action, at in latest
    ]
    back = (desk.view.button("back", "open", announcement),)
    await desk.show(Message("\n".join(lines), heading=desk.text("history-title"), buttons=(back,)))


async def _named(view: View, actor: str) -> str:
    return view.text("clock") if actor == CLOCK else await person(view, actor)
