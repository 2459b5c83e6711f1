"""The people and groups of the sandbox: how they come to be, and how they block the bot."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from bot.sandbox.chats import Group, Person
from bot.sandbox.control.membership import membership
from bot.sandbox.message import Message
from bot.sandbox.world import World

FIRST_PERSON = 100_001
FIRST_GROUP = 1_002_000_000_001
FIRST_BASIC_GROUP = 4_000_001


class RefusedError(Exception):
    """Something that a person cannot do; its text says why."""


class People:
    def __init__(self, world: World) -> None:
        self._world = world
        self._person_ids = itertools.count(FIRST_PERSON)
        self._group_ids = itertools.count(FIRST_GROUP)
        self._basic_ids = itertools.count(FIRST_BASIC_GROUP)

    def create_person(
        self, name: str, *, language_code: str = "zh-hans", person_id: int | None = None, listed: bool = False
    ) -> Person:
        """A new person, who has not written to the bot yet; `listed` people are shown on the chat page."""
        person = Person(person_id or next(self._person_ids), name, language_code, listed=listed)
        if self._world.chat(person.id) is not None:
            raise RefusedError(f"there is already a chat {person.id}")
        self._world.people[person.id] = person
        self._world.hub.tell("chats", {})
        return person

    def create_group(
        self,
        title: str,
        members: Sequence[int],
        *,
        bot_is_admin: bool = False,
        listed: bool = False,
        basic: bool = False,
    ) -> Group:
        """A supergroup of these people, or a `basic` group; the first of them adds the bot to it."""
        if not members:
            raise RefusedError("a group needs members")
        people = [self.person(member) for member in members]
        group_id = -next(self._basic_ids if basic else self._group_ids)
        group = Group(group_id, title, [person.id for person in people], bot_is_admin, listed=listed, basic=basic)
        self._world.groups[group.id] = group
        self._world.hub.tell("chats", {})
        self._tell_membership(people[0], group, "left", "administrator" if bot_is_admin else "member")
        return group

    def migrate(self, group_id: int) -> Group:
        """The group becomes a supergroup with an id of its own, and the bot is told in both."""
        group = self._world.groups.get(group_id)
        if group is None or group.moved_to is not None:
            raise RefusedError(f"there is no group {group_id}")
        new = replace(group, id=-next(self._group_ids), basic=False)
        self._world.groups[new.id] = new
        group.moved_to, group.listed = new.id, False
        actor = self.person(group.members[0]).user()
        for chat, body in ((group, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": group.id})):
            self._world.updates.add("message", chat.id, self._world.write(chat, actor, body).as_json())
        self._world.hub.tell("chats", {})
        return new

    def block(self, person_id: int) -> None:
        """The person blocks the bot."""
        self._set_blocked(self.person(person_id), blocked=True)

    def unblock(self, person_id: int) -> None:
        self._set_blocked(self.person(person_id), blocked=False)

    def person(self, person_id: int) -> Person:
        """Raises RefusedError, as all below."""
        try:
            return self._world.people[person_id]
        except KeyError as error:
            raise RefusedError(f"there is no person {person_id}") from error

    def seat(self, person_id: int, chat_id: int | None) -> tuple[Person, Person | Group]:
        """The person, and the chat where they are: their own with the bot, or a group that they are in."""
        person = self.person(person_id)
        if chat_id is None or chat_id == person.id:
            return person, person
        group = self._world.groups.get(chat_id)
        if group is None or person.id not in group.members:
            raise RefusedError(f"{person.name} is in no group {chat_id}")
        return person, group

    def message(self, chat: Person | Group, message_id: int) -> Message:
        message = self._world.message(chat.id, message_id)
        if message is None:
            raise RefusedError(f"there is no message {message_id} in chat {chat.id}")
        return message

    def _set_blocked(self, person: Person, *, blocked: bool) -> None:
        if person.blocked == blocked:
            return
        person.blocked = blocked
        self._world.hub.tell("chats", {})
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        self._tell_membership(person, person, before, after)

    def _tell_membership(self, actor: Person, chat: Person | Group, before: str, after: str) -> None:
        bot = self._world.bot.user()
        change = {
            "chat": chat.chat(),
            "from": actor.user(),
            "date": int(self._world.clock.now().timestamp()),
            "old_chat_member": membership(bot, before),
            "new_chat_member": membership(bot, after),
        }
        self._world.updates.add("my_chat_member", chat.id, change)
