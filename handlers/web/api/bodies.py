"""What programs send and are answered: the schemas of the API."""

import re
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Self
from unicodedata import category

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Strict,
    Tag,
    model_validator,
)

from bot.announcements.audience import Audience
from bot.announcements.reporting import Status
from bot.messages.formats.written import Format
from storage.models import Announcement, AnnouncementState

TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


def _written_out(given: Any) -> Any:
    """The library takes numbers, in quotation marks too, for seconds since 1970."""
    if not isinstance(given, str) or not TIME.match(given):
        raise ValueError("time")
    return given


def _readable(text: str) -> str:
    text = text.replace("\r\n", "\n")
    if any(category(one) == "Cc" and one not in "\n\t" for one in text):
        raise ValueError("characters")
    return text


Readable = Annotated[str, AfterValidator(_readable)]


class Wording(BaseModel):
    """A text in both languages, or in one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: Readable | None = None
    en: Readable | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.zh is None and self.en is None:
            raise ValueError("wording")
        return self


def _shape(given: Any) -> str:
    return "wording" if isinstance(given, dict | Wording) else "text"


class AnnouncementRequest(BaseModel):
    """What a program asks to be sent."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    text: Annotated[Annotated[Readable, Tag("text")] | Annotated[Wording, Tag("wording")], Discriminator(_shape)]
    audience: Audience
    format: Format = Format.PLAIN
    send_at: Annotated[AwareDatetime, Strict(strict=False), BeforeValidator(_written_out)] | None = None
    urgent: bool = False
    acknowledged: bool = False


class Accepted(BaseModel):
    """That an announcement was accepted: from then on it is sent, whatever happens."""

    id: int
    recipients: int
    state: AnnouncementState

    @classmethod
    def of(cls, announcement: Announcement) -> Self:
        return cls(id=announcement.id or 0, recipients=announcement.recipients or 0, state=announcement.state)


class Standing(BaseModel):
    """How an announcement stands; recipients = sent + failed + blocked + pending + cancelled."""

    id: int
    state: AnnouncementState
    recipients: int
    sent: int
    failed: int
    blocked: int
    pending: int
    cancelled: int
    unconfirmed: int
    acknowledgements: int
    urgent: bool
    acknowledged: bool
    late: bool
    send_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    recalled_at: datetime | None

    @classmethod
    def of(cls, status: Status) -> Self:
        return cls.model_validate(
            {
                **status.announcement.model_dump(),
                **asdict(status.counts),
                "recipients": status.recipients,
                "acknowledgements": status.acknowledged,
            }
        )


class Fault(BaseModel):
    """What is wrong with a field of the body."""

    at: str
    detail: str


class ProblemBody(BaseModel):
    """An error, as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Fault] = []
    unknown: dict[str, list[str]] = {}
