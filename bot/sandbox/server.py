"""The sandbox as an aiohttp application: the Bot API, the control API and the chat page."""

from dataclasses import dataclass

from aiohttp import web

from bot.clock import Clock, SystemClock
from bot.sandbox.personas import Cast

TOKEN = "1234567890:sandbox"  # noqa: S105 - a sandbox has no secret; bots of any library accept this form
USERNAME = "parkbot"


@dataclass(frozen=True)
class Options:
    """Seconds throughout.

    `latency`: how long each answer takes; `query_lifetime`: how long a press can be answered;
    `webhook_backoff`: the wait before the second retry, which doubles up to `webhook_patience`.
    """

    latency: float = 0.0
    query_lifetime: float = 60.0
    webhook_backoff: float = 1.0
    webhook_patience: float = 60.0


class Sandbox:
    def __init__(self, token: str, username: str, cast: Cast, clock: Clock, options: Options) -> None:
        self.token = token
        self.username = username
        self.cast = cast
        self.clock = clock
        self.options = options

    def mount(self, app: web.Application) -> None:
        """Adds /sandbox/... and /chat/ to an application, and winds up with it."""

    def application(self) -> web.Application:
        """An application of nothing but the sandbox."""
        app = web.Application()
        self.mount(app)
        return app


def create_sandbox(
    *,
    token: str = TOKEN,
    username: str = USERNAME,
    cast: Cast | None = None,
    clock: Clock | None = None,
    options: Options | None = None,
) -> Sandbox:
    """A Telegram of one's own for one bot: its API is at <address>/sandbox/bot<token>/<method>."""
    return Sandbox(token, username, cast or Cast(), clock or SystemClock(), options or Options())
