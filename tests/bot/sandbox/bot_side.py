"""A bot reduced to its HTTP calls."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession, FormData


@dataclass(frozen=True)
class BotSide:
    """`base` is the address up to and with the token."""

    session: ClientSession
    base: str

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer."""
        async with self.session.post(f"{self.base}/{method}", json=params) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == body.get("error_code", 200)
            return body

    async def upload(self, method: str, files: Mapping[str, tuple[str, bytes]], **params: Any) -> dict[str, Any]:
        """The whole answer to a call that brings files: by field their names and contents."""
        form = FormData(
            {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()},
            quote_fields=False,
        )
        for field, (name, data) in files.items():
            form.add_field(field, data, filename=name)
        async with self.session.post(f"{self.base}/{method}", data=form) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == body.get("error_code", 200)
            return body

    async def ok(self, method: str, **params: Any) -> Any:
        """The result of a call that must be accepted."""
        body = await self.call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, **params: Any) -> tuple[int, str]:
        """Code and description of a call that must be refused."""
        body = await self.call(method, **params)
        assert not body["ok"], body
        return body["error_code"], body["description"]

    async def say(self, chat: int, text: str, **params: Any) -> dict[str, Any]:
        """The message that sendMessage sent."""
        message: dict[str, Any] = await self.ok("sendMessage", chat_id=chat, text=text, **params)
        return message

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.ok("getUpdates", **params)
        return found
