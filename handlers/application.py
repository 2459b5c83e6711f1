"""python-telegram-bot's application with our request class, services and handlers, fed by the inbox."""

from typing import Any, NoReturn

import structlog
from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter
from telegram.ext import Application, ApplicationBuilder, ContextTypes, ExtBot

from bot import tenants
from bot.delivery.limiter import Limiter, wait_of
from bot.delivery.pacing import Pacing
from bot.delivery.request import AiohttpRequest
from bot.inbox import TryLaterError, chat_of
from bot.services import Services
from handlers.commands import COMMANDS, before, handlers
from handlers.context import SERVICES, ParkContext
from handlers.menu import OFFERED
from storage.errors import StoreUnavailableError
from storage.models.base import Json

log = structlog.get_logger(__name__)

CONNECTIONS = 64

BaseApplication = Application[ExtBot[bool], ParkContext, dict[Any, Any], dict[Any, Any], dict[Any, Any], None]


class ParkApplication(BaseApplication):
    """Lets what a handler raises reach the inbox, which knows whether to try again."""

    async def process_error(self, update: object, error: Exception, *_: Any, **__: Any) -> NoReturn:  # noqa: ARG002
        raise error

    async def work(self, payload: Json) -> None:
        """Handle an update; raises TryLaterError when Telegram or the store cannot be reached for now."""
        try:
            await self.process_update(Update.de_json(payload, self.bot))
        except RetryAfter as error:
            raise TryLaterError(wait_of(error)) from error
        except (Forbidden, ChatMigrated) as error:
            await self._give_up_chat(payload, error)
        except BadRequest as error:
            if "chat not found" not in error.message.lower():
                raise
            await self._give_up_chat(payload, error)
        except (NetworkError, StoreUnavailableError) as error:
            log.warning("update.unreachable", error=f"{type(error).__name__}: {error}")
            raise TryLaterError from error

    async def _give_up_chat(self, payload: Json, error: Exception) -> None:
        chat_id = chat_of(payload)
        log.info("chat.unreachable", reason=str(error))
        services: Services = self.bot_data[SERVICES]
        if chat_id is not None:
            await tenants.set_reachable(services.database, chat_id, reachable=False)


def build_application(token: str, services: Services, pacing: Pacing) -> ParkApplication:
    """An application without an Updater of its own: the inbox calls `work`. What it sends is paced."""
    settings = services.settings
    builder = (
        ApplicationBuilder()
        .application_class(ParkApplication)
        .context_types(ContextTypes(context=ParkContext))
        .token(token)
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(AiohttpRequest(CONNECTIONS, settings.telegram_proxy))
        .get_updates_request(AiohttpRequest(1, settings.telegram_proxy))
        .rate_limiter(Limiter(pacing))
        .updater(None)
        .job_queue(None)
    )
    application: ParkApplication = builder.build()  # type: ignore[assignment]  # the builder does not know the class
    application.bot_data[SERVICES] = services
    application.bot_data[OFFERED] = COMMANDS
    application.add_handlers({0: before(), 1: handlers()})
    return application
