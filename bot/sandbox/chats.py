"""Who and what there is to write to: people with their private chats, groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.personas import Persona, PersonaGroup


@dataclass
class Person:
    """A person and the private chat with the bot, which have the same id. `listed` people are on the chat page."""

    id: int
    name: str
    language_code: str
    username: str = ""
    role: Mapping[str, str] = field(default_factory=dict)
    staff: bool = False
    listed: bool = True
    started: bool = False
    blocked: bool = False

    @classmethod
    def of(cls, persona: Persona) -> "Person":
        return cls(
            id=persona.id,
            name=persona.name,
            language_code=persona.language_code,
            username=persona.username,
            role=persona.role,
            staff=persona.staff,
            started=persona.started,
        )

    def user(self) -> dict[str, Any]:
        """The User object."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            **_if_any(username=self.username, language_code=self.language_code),
        }

    def chat(self) -> dict[str, Any]:
        """The Chat object."""
        return {"id": self.id, "type": "private", "first_name": self.name, **_if_any(username=self.username)}


@dataclass
class Group:
    """A group with the bot in it; the bot reads everything only as an administrator.

    `moved_to` is the supergroup that it has become, where everybody is now.
    """

    id: int
    title: str
    members: Sequence[int]
    bot_is_admin: bool = False
    listed: bool = True
    basic: bool = False
    moved_to: int | None = None

    @classmethod
    def of(cls, group: PersonaGroup) -> "Group":
        return cls(group.id, group.title, group.members)

    def chat(self) -> dict[str, Any]:
        """The Chat object."""
        return {"id": self.id, "type": "group" if self.basic else "supergroup", "title": self.title}


@dataclass(frozen=True)
class BotAccount:
    """The one bot of a sandbox; its id is the number before the colon of its token."""

    token: str
    name: str
    username: str

    @property
    def id(self) -> int:
        return int(self.token.partition(":")[0])

    def user(self) -> dict[str, Any]:
        """The User object, as it stands in messages."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def me(self) -> dict[str, Any]:
        """The User object, as getMe gives it."""
        return {
            **self.user(),
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }


def _if_any(**fields: str) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}
