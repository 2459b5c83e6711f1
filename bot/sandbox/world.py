"""All that the sandbox remembers, in memory: chats, messages, the bot's calls and what its presses became."""

import itertools
import random
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.sandbox.chats import BotAccount, Group, Person
from bot.sandbox.commands import CommandMenus
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.hub import Hub
from bot.sandbox.ledger import Ledger
from bot.sandbox.limits import Limiter
from bot.sandbox.message import Message
from bot.sandbox.personas import Cast
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook

FIRST_IDS = range(1, 2**30)
MOST_MESSAGES = 300_000
MOST_CALLS = 20_000


@dataclass(frozen=True)
class Call:
    """An accepted call of the bot; `number` counts from 1."""

    number: int
    method: str
    params: Mapping[str, Any]
    result: Any
    at: datetime
    chat: int | None


@dataclass
class Press:
    """A callback button that a person pressed; `answer` are the parameters of answerCallbackQuery."""

    id: str
    person: Person
    message: Message
    data: str
    at: datetime
    answer: Mapping[str, Any] | None = None


@dataclass
class World:
    bot: BotAccount
    clock: Clock
    updates: Updates
    webhook: Webhook
    hub: Hub = field(default_factory=Hub)
    menus: CommandMenus = field(default_factory=CommandMenus)
    people: dict[int, Person] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    files: Files = field(default_factory=Files)
    limiter: Limiter = field(default_factory=Limiter)
    faults: Faults = field(default_factory=Faults)
    ledger: Ledger = field(default_factory=Ledger)
    latency: float = 0.0
    query_lifetime: float = 60.0

    def __post_init__(self) -> None:
        # random, because a bot that outlives the sandbox must not take new ones for those it has seen
        self._message_ids = itertools.count(random.choice(FIRST_IDS))
        self._messages: dict[int, dict[int, Message]] = defaultdict(dict)
        self._order: deque[tuple[int, int]] = deque()  # chat and id of all messages, oldest first
        self._calls: deque[Call] = deque(maxlen=MOST_CALLS)
        self._called = 0
        self._changes = 0

    def admit(self, cast: Cast) -> None:
        self.people |= {persona.id: Person.of(persona) for persona in cast.people}
        self.groups |= {group.id: Group.of(group) for group in cast.groups}

    def chat(self, chat_id: int) -> Person | Group | None:
        return self.people.get(chat_id) or self.groups.get(chat_id)

    def messages(self, chat_id: int) -> list[Message]:
        """Oldest first."""
        return list(self._messages[chat_id].values()) if chat_id in self._messages else []

    def message(self, chat_id: int, message_id: int) -> Message | None:
        return self._messages[chat_id].get(message_id) if chat_id in self._messages else None

    def write(
        self,
        chat: Person | Group,
        sender: Mapping[str, Any],
        body: Mapping[str, Any],
        *,
        keyboard: Mapping[str, Any] | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """A new message in a chat."""
        message = Message(
            id=next(self._message_ids),
            chat=chat.chat(),
            sender=sender,
            at=self.clock.now(),
            body=body,
            keyboard=keyboard or {},
            reply_to=reply_to,
        )
        self._messages[chat.id][message.id] = message
        self._order.append((chat.id, message.id))
        if len(self._order) > MOST_MESSAGES:
            self._drop(*self._order.popleft())
        self.changed(message)
        return message

    def edit(self, message: Message, body: Mapping[str, Any], keyboard: Mapping[str, Any]) -> None:
        """Telegram shows "edited" for a changed content only, not for a changed keyboard."""
        if body != message.body:
            message.edited_at = self.clock.now()
        message.body, message.keyboard = body, keyboard
        self.changed(message)

    def delete(self, message: Message) -> None:
        chat = self.chat(message.chat_id)
        self._drop(message.chat_id, message.id)
        if chat is not None and chat.listed:
            self.hub.tell("deleted", {"chat": chat.id, "message_id": message.id})
        else:
            self.hub.wake()

    def changed(self, message: Message) -> None:
        self._changes += 1
        message.change = self._changes
        chat = self.chat(message.chat_id)
        if chat is not None and chat.listed:
            self.hub.tell("message", message.as_json())
        else:
            self.hub.wake()

    def calls(self, after: int = 0) -> Sequence[Call]:
        """Those with a number above `after`, in order, as far as they are remembered."""
        first = self._called - len(self._calls)
        return list(itertools.islice(self._calls, max(after - first, 0), None))

    def remember(self, method: str, params: Mapping[str, Any], result: Any, chat: int | None) -> None:
        """An accepted call."""
        self._called += 1
        self._calls.append(Call(self._called, method, params, result, self.clock.now(), chat))
        self.hub.wake()

    def _drop(self, chat_id: int, message_id: int) -> None:
        messages = self._messages.get(chat_id, {})
        messages.pop(message_id, None)
        if not messages:
            self._messages.pop(chat_id, None)
