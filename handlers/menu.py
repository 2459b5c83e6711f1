"""Telegram's command menus: what everybody is offered, and what staff are offered in their own chats besides."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot.languages import Language
from bot.messages.texts import texts_in
from bot.people import staff
from bot.people.staff import Right, Role, may
from handlers.callbacks import Handler
from handlers.context import ParkContext
from storage.database import Database
from storage.errors import StoreError

log = structlog.get_logger(__name__)

OFFERED = "commands"
"""Where the application's data holds all commands."""

LANGUAGES = ((None, Language.ZH), *((str(language), language) for language in Language))
"""Telegram's language codes, None for everybody else's."""


@dataclass(frozen=True)
class Command:
    """`personal` ones are about whoever writes, and work in private chats alone; those with a `right` are for staff."""

    name: str
    handle: Handler
    personal: bool = False
    right: Right | None = None

    def description(self, language: Language) -> str:
        return texts_in(language)(f"command-{self.name}")


async def publish(bot: Bot, commands: Sequence[Command]) -> None:
    """The menus of everybody, in each language; groups are not offered what is personal."""
    for_all = [command for command in commands if command.right is None]
    for_groups = [command for command in for_all if not command.personal]
    menus = ((BotCommandScopeDefault(), for_all), (BotCommandScopeAllGroupChats(), for_groups))
    await asyncio.gather(*(_set(bot, scope, offered) for scope, offered in menus))


async def publish_to_staff(bot: Bot, commands: Sequence[Command], database: Database) -> None:
    """Each one's own menu, as far as Telegram lets us."""
    try:
        team = await staff.team(database)
    except StoreError as error:
        log.warning("menu.not_published", reason=str(error))
        return
    for member in team:
        await _fit(bot, commands, member.telegram_id, member.role)


async def renew(context: ParkContext, telegram_id: int) -> None:
    """The menu in the private chat of somebody who became staff, changed, or is no longer."""
    member = await staff.find(context.services.database, telegram_id)
    await _fit(context.bot, context.bot_data[OFFERED], telegram_id, member.role if member else None)


async def _fit(bot: Bot, commands: Sequence[Command], telegram_id: int, role: Role | None) -> None:
    """A menu is a convenience: without it commands work all the same, so that its failing stops nothing."""
    scope = BotCommandScopeChat(telegram_id)
    offered = [command for command in commands if command.right is None or (role and may(role, command.right))]
    try:
        if role:
            await _set(bot, scope, offered)
        else:
            await _delete(bot, scope)
    except TelegramError as error:
        log.info("menu.not_published", reason=error.message)


async def _set(bot: Bot, scope: BotCommandScope, offered: Sequence[Command]) -> None:
    def menu(language: Language) -> list[BotCommand]:
        return [BotCommand(command.name, command.description(language)) for command in offered]

    await asyncio.gather(*(bot.set_my_commands(menu(language), scope, code) for code, language in LANGUAGES))


async def _delete(bot: Bot, scope: BotCommandScope) -> None:
    for language_code, _ in LANGUAGES:
        await bot.delete_my_commands(scope, language_code)
