"""One attempt at a message of the outbox: paced, sent, and what is to be recorded of it."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from pydantic import ValidationError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.delivery.channel import (
    Channel,
    ClosedError,
    DeliveryError,
    MovedError,
    RefusedError,
    ThrottledError,
    UncertainError,
)
from bot.delivery.contents import messages_of
from bot.delivery.pacing import Pacing, Parcel
from bot.messages.content import Content
from storage import chats
from storage.dispatching import Outcome
from storage.models import OutgoingAction, OutgoingState
from storage.obstacles import Due

log = structlog.get_logger(__name__)

ATTEMPTS = 20  # until a message that fails by no fault of its own is given up: about three hours
LONGEST_WAIT = 900.0  # seconds between two of them
UNREADABLE = "the content cannot be read"


@dataclass(frozen=True)
class Ending:
    """How an attempt ended, and what it told of the chat: since when it is closed to us, or where it moved."""

    outcome: Outcome
    chat_id: int
    closed_at: datetime | None = None
    moved_to: int | None = None

    @property
    def tells_of_chat(self) -> bool:
        return self.closed_at is not None or self.moved_to is not None

    async def record_chat(self, session: AsyncSession) -> None:
        if self.closed_at is not None:
            await chats.lost(session, self.chat_id, self.closed_at)
        if self.moved_to is not None:
            await chats.migrate_group(session, self.chat_id, self.moved_to, self.outcome.at)


@dataclass(frozen=True)
class Attempt:
    """`content` may be anything; `begin` is asked when nothing is left but to send, and may refuse."""

    message: Due
    content: Any
    begin: Callable[[], bool]


class Attempts:
    def __init__(self, channel: Channel, pacing: Pacing, clock: Clock) -> None:
        self._channel = channel
        self._pacing = pacing
        self._clock = clock

    async def make(self, attempt: Attempt) -> Ending:
        """Never raises but when it is cancelled."""
        message, began = attempt.message, self._clock.now()
        try:
            return Ending(await self._made(attempt), message.chat_id)
        except ClosedError as error:
            return Ending(self._over(message, OutgoingState.BLOCKED, error), message.chat_id, closed_at=began)
        except MovedError as error:
            return Ending(self.untried(message), message.chat_id, moved_to=error.chat_id)
        except DeliveryError as error:
            return Ending(self._after(message, error), message.chat_id)
        except Exception as error:
            log.exception("outgoing.attempt_failed", outgoing=message.id)
            return Ending(self._later(message, UncertainError(type(error).__name__), perhaps=True), message.chat_id)

    def untried(self, message: Due, after: float = 0.0) -> Outcome:
        """As if the attempt had not been, and not before so many seconds."""
        now = self._clock.now()
        return Outcome(message.id, OutgoingState.PENDING, now, now + timedelta(seconds=after), counted=False)

    def interrupted(self, message: Due) -> Outcome:
        """It was begun, and nobody waits for its end."""
        return self._later(message, UncertainError("interrupted"), perhaps=True)

    async def _made(self, attempt: Attempt) -> Outcome:
        message = attempt.message
        try:
            content = Content() if message.action is OutgoingAction.DELETE else Content.from_json(attempt.content)
        except ValidationError:
            return self._over(message, OutgoingState.FAILED, RefusedError(UNREADABLE))
        parcel = self._parcel(message, content)
        if wait := self._pacing.wait_of_chat(parcel):
            return self.untried(message, wait)
        async with self._pacing.sending(parcel):
            if not attempt.begin():
                return self.untried(message)
            arrived = await self._deliver(message, content)
        return Outcome(message.id, OutgoingState.SENT, self._clock.now(), message_ids=arrived)

    def _parcel(self, message: Due, content: Content) -> Parcel:
        match message.action:
            case OutgoingAction.SEND:
                count = messages_of(content) - len(message.message_ids or ())
                return Parcel(message.chat_id, count, paid=self._pacing.is_paid)
            case OutgoingAction.EDIT:
                return Parcel(message.chat_id, in_chat=message.chat_id < 0)
            case OutgoingAction.DELETE:
                return Parcel(message.chat_id, len(message.target_ids or ()), in_chat=False)

    async def _deliver(self, message: Due, content: Content) -> list[int] | None:
        """The ids of what was sent."""
        chat_id, target_ids = message.chat_id, message.target_ids or []
        match message.action:
            case OutgoingAction.SEND:
                return await self._channel.send(chat_id, content, message.message_ids or ())
            case OutgoingAction.EDIT:
                await self._channel.edit(chat_id, target_ids, content)
            case OutgoingAction.DELETE:
                await self._channel.delete(chat_id, target_ids, again=message.unconfirmed)
        return None

    def _after(self, message: Due, error: DeliveryError) -> Outcome:
        if isinstance(error, ThrottledError):
            return replace(self.untried(message, error.seconds), message_ids=error.arrived or None)
        if isinstance(error, RefusedError):
            return self._over(message, OutgoingState.FAILED, error)
        return self._later(message, error, perhaps=isinstance(error, UncertainError))

    def _later(self, message: Due, error: DeliveryError, *, perhaps: bool) -> Outcome:
        if message.attempts >= ATTEMPTS:
            return replace(self._over(message, OutgoingState.FAILED, error), perhaps=perhaps)
        now, wait = self._clock.now(), min(2.0 ** (message.attempts - 1), LONGEST_WAIT) * random.uniform(0.5, 1.5)
        log.warning("outgoing.postponed", outgoing=message.id, reason=error.reason, seconds=round(wait, 1))
        again = Outcome(message.id, OutgoingState.PENDING, now, now + timedelta(seconds=wait), reason=error.reason)
        return replace(again, perhaps=perhaps, message_ids=error.arrived or None)

    def _over(self, message: Due, state: OutgoingState, error: DeliveryError) -> Outcome:
        log.info("outgoing.given_up", outgoing=message.id, state=state.value, reason=error.reason)
        now = self._clock.now()
        return Outcome(message.id, state, now, reason=error.reason, message_ids=error.arrived or None)
