"""The control API, the part that looks: people, messages, the bot's calls, with or without waiting for them."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from aiohttp import web

from bot.sandbox.chats import Person
from bot.sandbox.control.exchange import answering, number
from bot.sandbox.control.people import RefusedError
from bot.sandbox.message import Message
from bot.sandbox.world import Call, World

ROOT = "/sandbox/control"
Seen = TypeVar("Seen")


class WatchApi:
    """Where a query has `count` and `timeout`, the answer waits that many seconds for so many things."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get(f"{ROOT}/people", answering(self.people)),
            web.get(f"{ROOT}/presses/{{press}}", answering(self.answer_to_press)),
            web.get(f"{ROOT}/chats/{{chat:-?\\d+}}/messages", answering(self.messages)),
            web.get(f"{ROOT}/calls", answering(self.calls)),
        ]

    async def people(self, _request: web.Request) -> Any:
        return [person_json(person) for person in self._world.people.values()]

    async def answer_to_press(self, request: web.Request) -> Any:
        press = self._world.presses.get(request.match_info["press"])
        if press is None:
            raise RefusedError("there is no such press")
        answer = await self._world.hub.until(
            lambda: press.answer, enough=lambda found: found is not None, within=number(request, "timeout")
        )
        return {"answered": answer is not None, **(answer or {})}

    async def messages(self, request: web.Request) -> Any:
        """Those of a chat that changed after the change `after`; with `bot` only the bot's."""
        chat, after, of_bot = int(request.match_info["chat"]), number(request, "after"), "bot" in request.query

        def look() -> list[Message]:
            changed = (message for message in self._world.messages(chat) if message.change > after)
            found = [message for message in changed if message.from_bot or not of_bot]
            return sorted(found, key=attrgetter("change")) if after else found

        return [message_json(message) for message in await self._wait(request, look)]

    async def calls(self, request: web.Request) -> Any:
        """Those with a number above `after`; with `method` or `chat` only such."""
        after, query = max(int(number(request, "after")), 0), request.query

        def look() -> list[Call]:
            return [call for call in self._world.calls(after) if _fits(call, query.get("method"), query.get("chat"))]

        return [_call_json(call) for call in await self._wait(request, look)]

    async def _wait(self, request: web.Request, look: Callable[[], Sequence[Seen]]) -> Sequence[Seen]:
        count = number(request, "count")
        return await self._world.hub.until(
            look, enough=lambda found: len(found) >= count, within=number(request, "timeout")
        )


def person_json(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "language_code": person.language_code,
        "started": person.started,
        "blocked": person.blocked,
    }


def message_json(message: Message) -> dict[str, Any]:
    return {"message": message.as_json(), "change": message.change}


def _call_json(call: Call) -> dict[str, Any]:
    return {
        "number": call.number,
        "method": call.method,
        "params": dict(call.params),
        "result": call.result,
        "at": call.at.timestamp(),
        "chat": call.chat,
    }


def _fits(call: Call, method: str | None, chat: str | None) -> bool:
    return (not method or call.method.lower() == method.lower()) and (not chat or str(call.chat) == chat)
