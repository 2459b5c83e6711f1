"""An announcement shown to staff as tenants will get it, by the way that it will take."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.contents import Contents, as_sent, checked, contents_of, stored
from bot.languages import Language
from storage import audience, outbox
from storage.models import Announcement
from storage.outbox import Timing, Wave


async def preview(session: AsyncSession, announcement: Announcement, chat_id: int, now: datetime) -> int:
    """What readers of each language get, one message where both get the same; how many. Raises as `checked` does."""
    contents = _contents(announcement)
    first, *others = Language
    different = [first, *(language for language in others if contents[language] != contents[first])]
    for language in different:
        await _show(session, chat_id, dict.fromkeys(Language, contents[language]), now)
    return len(different)


async def test(session: AsyncSession, announcement: Announcement, chat_id: int, now: datetime) -> None:
    """What the chat will get as a recipient, in its own language. Raises as `checked` does."""
    await _show(session, chat_id, _contents(announcement), now)


def _contents(announcement: Announcement) -> Contents:
    checked(contents_of(announcement))
    return {language: as_sent(announcement, language) for language in Language}


async def _show(session: AsyncSession, chat_id: int, contents: Contents, now: datetime) -> None:
    batch_id = await outbox.add_batch(session, now)
    wave = Wave(batch_id, f"preview:{batch_id}", Timing(now, quiet=False, urgency=0))
    await outbox.fan_out(session, wave, audience.these([chat_id], await stored(session, contents)))
