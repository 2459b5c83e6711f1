"""An announcement as those will get it who read it, before it goes to anybody."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.contents import Contents, as_sent, checked, contents_of, stored
from bot.languages import Language
from bot.messages.content import Content
from storage import audience, outbox
from storage.models import Announcement
from storage.outbox import Timing, Wave


def previews(announcement: Announcement) -> list[Content]:
    """What readers of each language get, once where all get the same. Raises as `checked` does."""
    first, *others = _contents(announcement).values()
    return [first, *(content for content in others if content != first)]


async def test(session: AsyncSession, announcement: Announcement, chat_id: int, now: datetime) -> None:
    """Send to the chat what it will get as a recipient, by the way that it will take. Raises as `checked` does."""
    batch_id = await outbox.add_batch(session, now)
    wave = Wave(batch_id, f"test:{batch_id}", Timing(now, quiet=False, urgency=0))
    contents = await stored(session, _contents(announcement))
    await outbox.fan_out(session, wave, audience.these([chat_id], contents))


def _contents(announcement: Announcement) -> Contents:
    checked(contents_of(announcement))
    return {language: as_sent(announcement, language) for language in Language}
