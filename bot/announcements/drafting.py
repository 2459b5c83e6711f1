"""Announcements before they start: written and changed."""

from datetime import datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.audience import Audience
from bot.announcements.errors import StateError
from bot.announcements.repeating import Repeat
from bot.languages import Language
from bot.messages.content import Content
from storage import announcements as stored
from storage.models import Announcement, AnnouncementState

CHANGEABLE = (AnnouncementState.DRAFT, AnnouncementState.AWAITING_CONFIRMATION, AnnouncementState.SCHEDULED)
"""The states before it starts."""


class Draft(BaseModel):
    """What staff decide about an announcement; without `send_at` it goes when it is released.

    With a `repeat`, `send_at` is its first time.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    contents: dict[Language, Content] = {}
    audience: Audience = Audience()
    urgent: bool = False
    acknowledged: bool = False
    send_at: AwareDatetime | None = None
    repeat: Repeat | None = None


async def begin(session: AsyncSession, actor: str, now: datetime, draft: Draft) -> Announcement:
    announcement = Announcement(author=actor, created_at=now, updated_at=now)
    _put(announcement, draft)
    return await stored.add(session, announcement)


def edit(announcement: Announcement, actor: str, changes: dict[str, Any]) -> None:
    """Raises StateError once it has started, and ValidationError for what no draft has."""
    if announcement.state not in CHANGEABLE:
        raise StateError
    _put(announcement, Draft.model_validate({**draft_of(announcement).model_dump(), **changes}))
    announcement.author, announcement.confirmed_by = actor, None


def draft_of(announcement: Announcement) -> Draft:
    return Draft.model_validate(
        {
            "contents": announcement.contents,
            "audience": announcement.audience,
            "urgent": announcement.urgent,
            "acknowledged": announcement.acknowledged,
            "send_at": announcement.send_at,
            "repeat": announcement.rule,
        }
    )


def _put(announcement: Announcement, draft: Draft) -> None:
    announcement.contents = {language.value: content.as_json() for language, content in draft.contents.items()}
    announcement.audience = draft.audience.model_dump(mode="json", exclude_defaults=True)
    announcement.urgent, announcement.acknowledged = draft.urgent, draft.acknowledged
    announcement.send_at = draft.send_at
    announcement.rule = draft.repeat.model_dump(mode="json") if draft.repeat else None
