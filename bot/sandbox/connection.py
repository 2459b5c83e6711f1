"""The connection to a sandbox's control API."""

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientSession, ClientTimeout


class ControlError(Exception):
    """The sandbox refused: no such person, the person blocked the bot, no such button."""


class Connection:
    """`async with`, at the address of the whole server."""

    def __init__(self, address: str) -> None:
        self._control = f"{address.rstrip('/')}/sandbox/control"
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = ClientSession(timeout=ClientTimeout(total=None, connect=10))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def _get(self, path: str, **query: Any) -> Any:
        return await self._request("GET", path, params={key: str(value) for key, value in query.items() if value})

    async def _post(self, path: str, body: Mapping[str, Any]) -> Any:
        return await self._request("POST", path, json=body)

    async def _upload(self, kind: str, name: str, data: bytes) -> Any:
        headers = {"Content-Type": "application/octet-stream"}
        return await self._request("POST", "files", params={"kind": kind, "name": name}, data=data, headers=headers)

    @property
    def _opened(self) -> ClientSession:
        if self._session is None:
            raise RuntimeError("use the client as `async with SandboxClient(...)`")
        return self._session

    async def _request(self, verb: str, path: str, **options: Any) -> Any:
        async with self._opened.request(verb, f"{self._control}/{path}", **options) as response:
            body = await response.json()
        if not response.ok:
            raise ControlError(body["error"])
        return body
