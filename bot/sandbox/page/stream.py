"""What the chat page is told: how everything stands when it connects, then what happens."""

import asyncio
import json
from contextlib import suppress
from typing import Any

from aiohttp import web

from bot.sandbox.chats import Group, Person
from bot.sandbox.hub import END, Event
from bot.sandbox.world import World

HEARTBEAT = 15.0
RETRY = b"retry: 1000\n\n"  # milliseconds until a page that lost the line tries again
LATEST = 200
RESTATED = ("chats", "menus")  # these events are followed by how chats and menus stand now


class Stream:
    def __init__(self, world: World) -> None:
        self._world = world

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events, until the page goes away or the sandbox ends."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        # a page that went away is noticed by writing to it
        with self._world.hub.listen() as queue, suppress(ConnectionError):
            await response.write(RETRY)
            await _send(response, "snapshot", {**self._standing(), "messages": self._messages()})
            while (event := await _next(queue)) != END:
                kind, data = event
                await _send(response, kind, self._standing() if kind in RESTATED else data)
        return response

    def _standing(self) -> dict[str, Any]:
        """The chats that are listed, and the command menus that people see in them."""
        people = [person for person in self._world.people.values() if person.listed]
        groups = [group for group in self._world.groups.values() if group.listed]
        return {
            "bot": self._world.bot.user(),
            "people": [self._person(person, groups) for person in people],
            "groups": [{"id": group.id, "title": group.title, "members": list(group.members)} for group in groups],
        }

    def _person(self, person: Person, groups: list[Group]) -> dict[str, Any]:
        chats: list[Person | Group] = [person, *(group for group in groups if person.id in group.members)]
        return {
            "id": person.id,
            "name": person.name,
            "role": dict(person.role),
            "language": person.language_code,
            "staff": person.staff,
            "started": person.started,
            "blocked": person.blocked,
            "menus": {str(chat.id): self._world.menus.seen_by(person, chat) for chat in chats},
        }

    def _messages(self) -> list[dict[str, Any]]:
        chats: list[Person | Group] = [*self._world.people.values(), *self._world.groups.values()]
        return [
            message.as_json() for chat in chats if chat.listed for message in self._world.messages(chat.id)[-LATEST:]
        ]


QUIET: Event = ("", {})


async def _next(queue: asyncio.Queue[Event]) -> Event:
    try:
        async with asyncio.timeout(HEARTBEAT):
            return await queue.get()
    except TimeoutError:
        return QUIET


async def _send(response: web.StreamResponse, kind: str, data: dict[str, Any]) -> None:
    """A comment keeps the line open when there is nothing to tell."""
    text = f"event: {kind}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n" if kind else ": still here\n\n"
    await response.write(text.encode())
