"""The sandbox as an aiohttp application: the Bot API, the control API and the chat page."""

import random
from dataclasses import dataclass

from aiohttp import web

from bot.clock import Clock, SystemClock
from bot.languages import Language
from bot.messages.texts import texts_in
from bot.sandbox.api import BotApi
from bot.sandbox.chats import BotAccount
from bot.sandbox.control.acting import Acting
from bot.sandbox.control.conditions import ConditionsApi
from bot.sandbox.control.doing import ControlApi
from bot.sandbox.control.files import FilesApi
from bot.sandbox.control.people import People
from bot.sandbox.control.watching import WatchApi
from bot.sandbox.limits import NONE, Limiter, Limits
from bot.sandbox.page.routes import ChatPage
from bot.sandbox.personas import Cast
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import FIRST_IDS, World

TOKEN = "1234567890:sandbox"  # noqa: S105 - no secret: this is Telegram itself, for one machine
USERNAME = "parkbot"


@dataclass(frozen=True)
class Options:
    """Seconds throughout.

    `latency`: how long each answer takes; `limits`: how much the bot may send, at first as much as it likes;
    `query_lifetime`: how long a press can be answered;
    `webhook_backoff`: the wait before the second retry, which doubles up to `webhook_longest`.
    """

    latency: float = 0.0
    limits: Limits = NONE
    query_lifetime: float = 60.0
    webhook_backoff: float = 1.0
    webhook_longest: float = 60.0


class Sandbox:
    """`people` and `acting` do in this process what the control API does over HTTP."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.people = People(world)
        self.acting = Acting(world, self.people)

    @property
    def token(self) -> str:
        return self.world.bot.token

    def mount(self, app: web.Application) -> None:
        """Adds /sandbox/... and /chat/ to an application that has not started, and ends with it."""
        parts = (
            BotApi(self.world),
            ControlApi(self.world, self.people, self.acting),
            WatchApi(self.world),
            ConditionsApi(self.world),
            FilesApi(self.world, self.acting),
            ChatPage(self.world),
        )
        for part in parts:
            app.add_routes(part.routes())
        app.on_shutdown.append(self._end)

    def application(self) -> web.Application:
        """An application of nothing but the sandbox."""
        app = web.Application()
        self.mount(app)
        return app

    async def _end(self, _app: web.Application) -> None:
        """Lets go of whoever waits, or the server would wait for them."""
        self.world.hub.end()
        self.world.updates.release()
        await self.world.webhook.remove()


def create_sandbox(
    *,
    token: str = TOKEN,
    username: str = USERNAME,
    cast: Cast | None = None,
    clock: Clock | None = None,
    options: Options | None = None,
) -> Sandbox:
    """A Telegram of one's own for one bot: its API is at <address>/sandbox/bot<token>/<method>."""
    clock, options = clock or SystemClock(), options or Options()
    updates = Updates(random.choice(FIRST_IDS))
    webhook = Webhook(updates, clock, backoff=options.webhook_backoff, longest=options.webhook_longest)
    world = World(
        bot=BotAccount(token, texts_in(Language.ZH)("sandbox-bot-name"), username),
        clock=clock,
        updates=updates,
        webhook=webhook,
        latency=options.latency,
        limiter=Limiter(options.limits),
        query_lifetime=options.query_lifetime,
    )
    world.admit(cast or Cast())
    return Sandbox(world)
