"""What the assistant itself writes about an announcement: to staff, and to tenants who have not acknowledged."""

from datetime import datetime
from functools import partial

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.languages import Language
from bot.messages.callbacks import ANNOUNCE, pack
from bot.messages.content import Content
from bot.messages.message import Button, Message
from bot.messages.texts import texts_in
from bot.people.staff import RIGHTS, Right
from bot.posting import post
from storage import audience, staff
from storage.models import Announcement
from storage.outbox import Timing

OPEN = "open"
"""announce:open:<id> shows an announcement as it stands."""
SHOWN = 200
"""Characters of an announcement that a notice about it repeats."""


async def ask_to_confirm(session: AsyncSession, announcement: Announcement, now: datetime) -> None:
    """Everybody else who may send announcements is told that one waits for a second person."""
    roles = RIGHTS[Right.ANNOUNCEMENTS]
    members = [one.telegram_id for one in await staff.everybody(session) if one.role in roles]
    others = [person for person in members if f"staff:{person}" != announcement.author]
    await post(
        session,
        f"confirm:{announcement.id}:{announcement.revision}",
        partial(_request, announcement),
        partial(audience.these, others),
        Timing(now, quiet=False, urgency=0),
        now=now,
    )


def reminder_of(content: Content, language: Language) -> Content:
    """The beginning of what was sent, with the button to acknowledge it (its last row) alone."""
    texts = texts_in(language)
    return Content(text=texts("announce-reminder", text=_beginning(content.text)), buttons=content.buttons[-1:])


def _request(announcement: Announcement, language: Language) -> Message:
    texts = texts_in(language)
    written = announcement.contents.get(language) or next(iter(announcement.contents.values()))
    text = texts("announce-please-confirm", count=announcement.recipients, text=_beginning(written.get("text", "")))
    return Message(text, buttons=((Button(texts("announce-button-look"), pack(ANNOUNCE, OPEN, announcement.id)),),))


def _beginning(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"
