"""The composition root: settings become services, services become a running assistant. Wiring only."""

import asyncio
import errno
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

import structlog
from aiohttp import web
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.ext import Updater

from bot.announcements.service import Announcements
from bot.answering.service import AnswerService
from bot.answering.sources import Store
from bot.clock import Clock, SystemClock
from bot.delivery.attempts import Attempts
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Pacing
from bot.delivery.telegram_channel import TelegramChannel
from bot.errors import ParkbotError, SettingError
from bot.inbox import Inbox
from bot.mentoring.reading import Days
from bot.mentoring.service import Mentoring
from bot.phone_calendars import PhoneCalendars
from bot.registrations.service import Registrations
from bot.services import Services
from bot.settings import Settings
from handlers import menu
from handlers.application import ParkApplication, build_application
from handlers.commands import COMMANDS, UPDATES
from handlers.errors import apologise
from handlers.jobs import Jobs, jobs_of
from handlers.polling import StoringQueue, log_polling_error
from handlers.staff.announcements.watchers import Watchers
from handlers.web import webhook
from handlers.web.api.routes import add_api
from handlers.web.calendar_feeds import add_calendar_feeds
from handlers.web.health import add_health
from handlers.web.metrics import add_metrics
from storage.database import Database, opened
from storage.obstacles import Moment

log = structlog.get_logger(__name__)

RETRY = 5  # seconds between attempts to reach Telegram at the start
MENUS_AFTER = 1  # seconds
FAREWELL = 5  # seconds for open HTTP connections at the end


@dataclass(frozen=True)
class Assistant:
    """A running assistant; `address` is that of its HTTP server."""

    services: Services
    address: str


def _nothing_more(_app: web.Application) -> None:
    """What `extend` does unless told otherwise."""


@asynccontextmanager
async def assistant(
    settings: Settings, clock: Clock | None = None, extend: Callable[[web.Application], None] = _nothing_more
) -> AsyncIterator[Assistant]:
    """Runs until left: then nothing new is taken, what is in flight is finished, and everything is closed in turn.

    `extend` may add routes to the HTTP server. Raises ParkbotError or StoreError when something is set up wrongly.
    """
    token = settings.token
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(opened(settings.database_url))
        clock = clock or SystemClock()
        answering = AnswerService(Store(database, clock), settings.timezone)
        stack.push_async_callback(answering.close)
        bell, pacing = asyncio.Event(), Pacing(settings.send_rate)
        announcements = Announcements(database, clock, settings.timezone, settings.confirm_above, bell.set)
        registrations = Registrations(database, clock, settings.timezone, answering.knowledge, bell.set)
        mentoring = Mentoring.of(Days(database, clock, settings.timezone, answering.knowledge, bell.set))
        phone_calendars = PhoneCalendars(registrations, mentoring)
        services = Services(
            settings, clock, database, answering, announcements, registrations, mentoring, phone_calendars
        )
        application = build_application(token, services, pacing)
        channel = TelegramChannel(application.bot, paid=pacing.is_paid)
        attempts = Attempts(channel, pacing, clock)
        dispatcher = Dispatcher(database, partial(_moment, clock, settings.timezone), attempts, pacing, bell)
        inbox = Inbox(database, services.clock, application.work, partial(apologise, application.bot))

        app = web.Application()
        add_health(app, database, application.bot)
        add_metrics(app)
        add_api(app, services)
        add_calendar_feeds(app, services)
        if settings.webhook_url:
            webhook.add_webhook(app, inbox, _secret(settings))
        extend(app)
        address = await _listen(stack, app, settings)

        _warm(stack, services)
        await _reach_telegram(stack, application)
        _run(stack, inbox)
        _run(stack, dispatcher)
        await _receive(stack, application, inbox, settings)
        _offer_menus(stack, application, database)
        _tick(stack, jobs_of(inbox, dispatcher, Watchers(application.bot, services)))
        log.info("assistant.started", address=address, receives="webhook" if settings.webhook_url else "polling")
        yield Assistant(services, address)
        log.info("assistant.stopping")


async def _listen(stack: AsyncExitStack, app: web.Application, settings: Settings) -> str:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=FAREWELL)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, settings.http_host, settings.http_port).start()
    except OSError as error:
        reason = (
            "is taken by another program" if error.errno == errno.EADDRINUSE else f"cannot be used: {error.strerror}"
        )
        raise ParkbotError(f"{settings.http_host}:{settings.http_port} {reason}: choose another HTTP port.") from error
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"


async def _reach_telegram(stack: AsyncExitStack, application: ParkApplication) -> None:
    stack.push_async_callback(application.shutdown)
    await _insist(application.initialize)


async def _insist(call: Callable[[], Awaitable[object]]) -> None:
    """Until Telegram answers; raises ParkbotError when it answers that we are wrong."""
    while True:
        try:
            await call()
        except InvalidToken as error:
            raise SettingError(
                "PARKBOT_TELEGRAM_TOKEN is refused by Telegram: ask @BotFather for a new one."
            ) from error
        except BadRequest as error:
            raise ParkbotError(f"Telegram refuses what it is asked at the start: {error.message}.") from error
        except TelegramError as error:
            log.warning("telegram.unreachable", error=f"{type(error).__name__}: {error}", retry_in=RETRY)
            await asyncio.sleep(RETRY)
        else:
            return


def _warm(stack: AsyncExitStack, services: Services) -> None:
    """Reads the knowledge beside the rest of the start; the first question waits for it."""
    warming = asyncio.create_task(services.answering.warm(services.clock.now()))

    async def finish() -> None:
        await asyncio.gather(warming, return_exceptions=True)  # the first question has met the same fault

    stack.push_async_callback(finish)


def _offer_menus(stack: AsyncExitStack, application: ParkApplication, database: Database) -> None:
    """Beside the rest and a little later: nobody waits for a menu, whereas some may have waited for us to start."""

    async def offer() -> None:
        await asyncio.sleep(MENUS_AFTER)
        try:
            await _insist(partial(menu.publish, application.bot, COMMANDS))
        except ParkbotError as error:
            log.error("menu.not_published", reason=str(error))  # noqa: TRY400 - it is said in one sentence
        await menu.publish_to_staff(application.bot, COMMANDS, database)

    offering = asyncio.create_task(offer())

    async def stop() -> None:
        offering.cancel()
        await asyncio.gather(offering, return_exceptions=True)

    stack.push_async_callback(stop)


def _moment(clock: Clock, zone: ZoneInfo) -> Moment:
    return Moment(clock.now(), zone)


def _run(stack: AsyncExitStack, worker: Inbox | Dispatcher) -> None:
    running = asyncio.create_task(worker.run())

    async def stop() -> None:
        worker.stop()
        await running

    stack.push_async_callback(stop)


async def _receive(stack: AsyncExitStack, application: ParkApplication, inbox: Inbox, settings: Settings) -> None:
    if settings.webhook_url:
        url = f"{settings.webhook_url}{webhook.PATH}"
        set_webhook = application.bot.set_webhook
        await _insist(partial(set_webhook, url, secret_token=_secret(settings), allowed_updates=UPDATES))
        return
    updater = Updater(application.bot, StoringQueue(inbox))
    await updater.initialize()
    await updater.start_polling(allowed_updates=UPDATES, bootstrap_retries=-1, error_callback=log_polling_error)
    stack.push_async_callback(updater.stop)


def _tick(stack: AsyncExitStack, jobs: Jobs) -> None:
    jobs.start()
    stack.push_async_callback(jobs.stop)


def _secret(settings: Settings) -> str:
    """What Telegram shows to our webhook: as set, else the same for every replica of one token."""
    if settings.webhook_secret:
        return settings.webhook_secret.get_secret_value()
    return hashlib.sha256(f"webhook of {settings.token}".encode()).hexdigest()
