"""python-telegram-bot's requests over aiohttp, which cost a third of the CPU time of its own over httpx."""

from dataclasses import dataclass
from typing import Any

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData


class NotSentError(NetworkError):
    """There was no connection: Telegram knows nothing of the request."""


class PerhapsSentError(NetworkError):
    """The connection failed after the request was begun: nobody knows whether Telegram took it."""


@dataclass(frozen=True)
class Timeouts:
    """Seconds: `pool` to get a free connection, `connect` to open one, `write` to send, `read` between two reads."""

    read: float = 10
    write: float = 20
    connect: float = 5
    pool: float = 5


class AiohttpRequest(BaseRequest):
    """At most `connections` at once, through `proxy` if given (http:// or https://, with user:password@ if it asks)."""

    def __init__(self, connections: int, proxy: str | None = None, timeouts: Timeouts | None = None) -> None:
        self._connections = connections
        self._proxy = proxy
        self._timeouts = timeouts or Timeouts()
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._timeouts.read

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917 - the signature is the library's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body.

        Raises NotSentError or PerhapsSentError, without their cause: aiohttp's messages hold the address, and so the
        token.
        """
        if self._session is None:
            raise RuntimeError("The request class is not initialized.")
        timeout = self._timeout(read_timeout, write_timeout, connect_timeout, pool_timeout)
        try:
            async with self._session.request(
                method, url, data=_body(request_data), timeout=timeout, proxy=self._proxy
            ) as response:
                return response.status, await response.read()
        except aiohttp.ConnectionTimeoutError:
            raise NotSentError("No connection in time.") from None
        except TimeoutError:
            raise PerhapsSentError("No answer in time.") from None
        except aiohttp.ClientConnectorError as error:
            raise NotSentError(f"{type(error).__name__}: {error.os_error}") from None
        except aiohttp.ClientHttpProxyError as error:
            raise NotSentError(f"{type(error).__name__}: {error.status}") from None
        except aiohttp.ClientError as error:
            raise PerhapsSentError(type(error).__name__) from None

    def _timeout(self, read: Any, write: Any, connect: Any, pool: Any) -> aiohttp.ClientTimeout:
        default = self._timeouts
        given = (
            self._seconds(read, default.read),
            self._seconds(write, default.write),
            self._seconds(connect, default.connect),
            self._seconds(pool, default.pool),
        )
        read, write, connect, pool = given
        return aiohttp.ClientTimeout(
            total=None if None in given else read + write + connect + pool,
            connect=None if connect is None or pool is None else connect + pool,
            sock_connect=connect,
            sock_read=read,
        )

    def _seconds(self, given: Any, default: float) -> float | None:
        return default if given is self.DEFAULT_NONE else given


def _body(request_data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_parameters
    # Telegram shows a file's name as it comes, not with what percent signs stand for
    form = aiohttp.FormData(request_data.json_parameters, quote_fields=False)
    for field, (name, content, content_type) in request_data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=content_type)
    return form
