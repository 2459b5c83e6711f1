"""Which chats an announcement goes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, false, true
from sqlmodel import col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from storage.models import (
    Chat,
    Membership,
    Outgoing,
    OutgoingState,
    Preferences,
    Press,
    Registration,
    RegistrationState,
    StoredOccurrence,
    TopicOff,
)

DEFAULT_LANGUAGE = "zh"


@dataclass(frozen=True)
class Wanted:
    """Private chats that can be reached: of one of the `companies` (None: or of none), and subscribed to one topic.

    `events` are those that they signed up for; `muted_too` are those who want no announcements; `known_before` leaves
    out who came later, `untold` who was written to under a key that begins so, unless that was taken back.
    """

    nobody: bool = False
    topics: tuple[str, ...] = ()
    companies: tuple[str, ...] | None = None
    events: tuple[str, ...] = ()
    muted_too: bool = False
    known_before: datetime | None = None
    untold: str = ""


def content_for_chat(contents: Mapping[str, int]) -> Any:
    """The id of the content in the language that was chosen, else that we spoke last, else in Chinese."""
    return case(dict(contents), value=func.coalesce(Chat.user_language, Chat.spoken, DEFAULT_LANGUAGE))


def recipients(wanted: Wanted, contents: Mapping[str, int]) -> Select[Any, Any]:
    """Rows of chat_id and the id of the content in the chat's language."""
    return select(Chat.id, content_for_chat(contents)).where(*_chosen(wanted))


async def count(session: AsyncSession, wanted: Wanted) -> int:
    return (await session.exec(select(func.count()).select_from(Chat).where(*_chosen(wanted)))).one()


async def sample(session: AsyncSession, wanted: Wanted, limit: int) -> list[tuple[str | None, str]]:
    """What some of them are called by their colleagues, and the ids of their companies: the longest members first."""
    rows = select(Membership.shown_as, Membership.company_id).join(Chat, col(Chat.id) == col(Membership.chat_id))
    return list((await session.exec(rows.where(*_chosen(wanted)).order_by(col(Membership.id)).limit(limit))).all())


def _chosen(wanted: Wanted) -> list[Any]:
    conditions: list[Any] = [col(Chat.type) == "private", col(Chat.reachable) == true()]
    if wanted.nobody:
        conditions.append(false())
    if not wanted.muted_too:
        muted = select(Preferences.chat_id).where(col(Preferences.muted) == true())
        conditions.append(col(Chat.id).not_in(muted))
    if wanted.known_before:
        conditions.append(col(Chat.created_at) < wanted.known_before)
    if wanted.untold:
        conditions.append(col(Chat.id).not_in(_told(wanted.untold)))
    if wanted.topics:
        conditions.append(or_(*(col(Chat.id).not_in(_without(topic)) for topic in set(wanted.topics))))
    if wanted.events:
        conditions.append(col(Chat.id).in_(_registered_for(wanted.events)))
    if wanted.companies is not None:
        members = select(Membership.chat_id).where(col(Membership.company_id).in_(wanted.companies))
        conditions.append(col(Chat.id).in_(members))
    return conditions


def _registered_for(event_ids: Iterable[str]) -> Any:
    """The chats that are registered for a date of one of these events, whether it is to come or over."""
    rows = select(Registration.chat_id).join(
        StoredOccurrence, col(StoredOccurrence.id) == col(Registration.occurrence_id)
    )
    of_events = (StoredOccurrence.kind == "event", col(StoredOccurrence.record_id).in_(list(event_ids)))
    return rows.where(*of_events, Registration.state == RegistrationState.REGISTERED)


def _told(key: str) -> Any:
    written = (col(Outgoing.key).startswith(key, autoescape=True), col(Outgoing.chat_id).is_not(None))
    return select(Outgoing.chat_id).where(*written, col(Outgoing.state) != OutgoingState.CANCELLED)


def _without(topic: str) -> Any:
    return select(TopicOff.chat_id).where(TopicOff.topic == topic)


def these(chat_ids: Iterable[int], contents: Mapping[str, int]) -> Select[Any, Any]:
    """Of these chats those that can be reached, as recipients."""
    reachable = (col(Chat.id).in_(list(chat_ids)), col(Chat.reachable) == true())
    return select(Chat.id, content_for_chat(contents)).where(*reachable)


def without_press(
    batch_ids: list[int], announcement_id: int, button: str, contents: Mapping[str, int]
) -> Select[Any, Any]:
    """The chats in which messages of the batches arrived and the button was not pressed, as recipients."""
    arrived = select(Outgoing.chat_id).where(
        col(Outgoing.batch_id).in_(batch_ids),
        col(Outgoing.state) == OutgoingState.SENT,
        col(Outgoing.chat_id).is_not(None),
    )
    pressed = select(Press.chat_id).where(Press.announcement_id == announcement_id, Press.button == button)
    silent = (col(Chat.id).in_(arrived), col(Chat.id).not_in(pressed), col(Chat.reachable) == true())
    return select(Chat.id, content_for_chat(contents)).where(*silent)
