"""What the assistant itself writes to people unasked: a message in both languages put into the outbox."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from bot.languages import Language
from bot.messages.content import Content
from bot.messages.message import Message
from storage import outbox
from storage.outbox import Timing, Wave

Recipients = Callable[[Mapping[str, int]], Select[Any, Any]]
"""From the ids of contents by language to rows of chat_id and content_id."""


async def post(  # noqa: PLR0913 - all of these make a message
    session: AsyncSession,
    key: str,
    compose: Callable[[Language], Message],
    recipients: Recipients,
    timing: Timing,
    *,
    now: datetime,
) -> int:
    """Write the message for all recipients, each in their language; how many. The key must be new for each chat."""
    contents = {
        language.value: await outbox.add_content(session, Content.of(compose(language)).as_json())
        for language in Language
    }
    wave = Wave(await outbox.add_batch(session, now), key, timing)
    return await outbox.fan_out(session, wave, recipients(contents))
