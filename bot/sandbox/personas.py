"""The people that one can be on the chat page, and the groups they are in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

DEMONSTRATION = Path(__file__).parent / "personas.yaml"


@dataclass(frozen=True)
class Persona:
    """`id` is the Telegram user id, and the id of the private chat; `role` is shown beside the name, by language.

    `started`: has written to the bot before the sandbox began, so that the bot may write first.
    """

    id: int
    name: str
    language_code: str
    role: Mapping[str, str] = field(default_factory=dict)
    username: str = ""
    company: str | None = None
    staff: bool = False
    started: bool = False


@dataclass(frozen=True)
class PersonaGroup:
    """A group with the bot in it; `members` are ids of personas."""

    id: int
    title: str
    members: tuple[int, ...]


@dataclass(frozen=True)
class Cast:
    people: Sequence[Persona] = ()
    groups: Sequence[PersonaGroup] = ()


def demonstration_cast() -> Cast:
    """Tenants of the demonstration companies, a newcomer, a founder who speaks English, staff, and a group."""
    return _cast(yaml.safe_load(DEMONSTRATION.read_text(encoding="utf-8")))


def _cast(data: Mapping[str, Any]) -> Cast:
    groups = [PersonaGroup(group["id"], group["title"], tuple(group["members"])) for group in data["groups"]]
    return Cast(people=[Persona(**person) for person in data["people"]], groups=groups)
