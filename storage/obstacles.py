"""What is due in the outbox, and what stands in the way of sending it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import and_, case, exists, false, func, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Chat, Outgoing, OutgoingAction, OutgoingState, Preferences
from storage.models.preferences import QUIET_FROM, QUIET_UNTIL

UNSENT = (OutgoingState.PENDING, OutgoingState.HELD, OutgoingState.SENDING)


MOST_URGENT = 0

_PENDING = col(Outgoing.state) == OutgoingState.PENDING


class Obstacle(StrEnum):
    """Why a message that is due is not sent now."""

    EXPIRED = "expired"
    FORGOTTEN = "forgotten"  # there is no chat any more
    UNREACHABLE = "unreachable"
    MUTED = "muted"
    POINTLESS = "pointless"  # what it would change never arrived
    EARLY = "early"  # what it would change is not sent yet, or an earlier change of that is not made yet
    ASLEEP = "asleep"  # the chat has its quiet hours


@dataclass(frozen=True)
class Moment:
    """Now, in the park's zone."""

    now: datetime
    zone: ZoneInfo

    @property
    def minute(self) -> int:
        """Of the park's day."""
        local = self.now.astimezone(self.zone)
        return local.hour * 60 + local.minute

    def next(self, minute: int) -> datetime:
        """When that minute of the day comes next."""
        day = self.now.astimezone(self.zone).date()
        at = time(minute // 60 % 24, minute % 60)
        moments = (datetime.combine(day + timedelta(days=days), at, self.zone) for days in (0, 1))
        return next(moment for moment in moments if moment > self.now)


class Due(NamedTuple):
    """A message that is due. `message_ids` are those that arrived of it already, `target_ids` those that it changes."""

    id: int
    chat_id: int
    content_id: int | None
    action: OutgoingAction
    attempts: int
    unconfirmed: bool
    message_ids: list[int] | None
    target_ids: list[int] | None
    obstacle: Obstacle | None
    quiet_until: int


async def due(session: AsyncSession, at: Moment, limit: int) -> list[Due]:
    """The first that are due, locked but for what somebody else has locked: by urgency, then by time."""
    found: list[Due] = []
    urgency = MOST_URGENT - 1
    while len(found) < limit:
        # one urgency at a time: the index then leads to what is due, past all that is put off
        later = select(func.min(col(Outgoing.urgency))).where(_PENDING, col(Outgoing.urgency) > urgency)
        next_urgency = (await session.exec(later)).one()
        if next_urgency is None:
            break
        urgency = next_urgency
        found += await _due(session, at, urgency, limit - len(found))
    return found


async def _due(session: AsyncSession, at: Moment, urgency: int, limit: int) -> list[Due]:
    target, earlier = aliased(Outgoing), aliased(Outgoing)
    until = func.coalesce(col(Preferences.quiet_until), QUIET_UNTIL)
    earlier_change = exists().where(
        col(earlier.target_id) == col(Outgoing.target_id),
        col(earlier.id) < col(Outgoing.id),
        col(earlier.state).in_(UNSENT),
    )
    changes = col(Outgoing.action) != OutgoingAction.SEND
    obstacle = case(
        (col(Outgoing.expires_at) <= at.now, Obstacle.EXPIRED.value),
        (col(Outgoing.chat_id).is_(None), Obstacle.FORGOTTEN.value),
        (col(Chat.reachable) == false(), Obstacle.UNREACHABLE.value),
        (
            and_(
                ~changes,
                col(Outgoing.quiet) == true(),
                col(Outgoing.personal) == false(),
                col(Preferences.muted) == true(),
            ),
            Obstacle.MUTED.value,
        ),
        (and_(changes, or_(col(target.state).in_(UNSENT), earlier_change)), Obstacle.EARLY.value),
        (and_(changes, col(target.message_ids).is_(None)), Obstacle.POINTLESS.value),
        (and_(col(Outgoing.quiet) == true(), _is_quiet(at.minute, until)), Obstacle.ASLEEP.value),
    )
    columns: tuple[Any, ...] = (
        col(Outgoing.id),
        col(Outgoing.chat_id),
        col(Outgoing.content_id),
        col(Outgoing.action),
        col(Outgoing.attempts),
        col(Outgoing.unconfirmed),
        col(Outgoing.message_ids),
        col(target.message_ids),
        obstacle,
        until,
    )
    found = (
        select(*columns)
        .outerjoin(Chat, col(Chat.id) == col(Outgoing.chat_id))
        .outerjoin(Preferences, col(Preferences.chat_id) == col(Outgoing.chat_id))
        .outerjoin(target, col(target.id) == col(Outgoing.target_id))
        .where(_PENDING, col(Outgoing.urgency) == urgency, col(Outgoing.due_at) <= at.now)
        .order_by(col(Outgoing.due_at), col(Outgoing.id))
        .limit(limit)
        .with_for_update(of=Outgoing, skip_locked=True)
    )
    rows = (await session.exec(found)).all()
    return [Due._make((*row[:8], row[8] and Obstacle(row[8]), row[9])) for row in rows]


def _is_quiet(minute: int, until: Any) -> Any:
    begin = func.coalesce(col(Preferences.quiet_from), QUIET_FROM)
    return or_(
        and_(begin < until, begin <= minute, until > minute),
        and_(begin > until, or_(begin <= minute, until > minute)),
    )
