"""/settings: the language, announcements, and the way to what is stored."""

from telegram import Update

from bot import tenants
from bot.languages import Language
from bot.messages.callbacks import CALENDAR, FORGET, LANGUAGE, SETTINGS, pack, unpack
from bot.messages.message import Button, Message
from handlers.access import member_of
from handlers.callbacks import StalePressError, arguments_of, number, press
from handlers.context import ParkContext, Tenant
from handlers.mentor import experts
from handlers.replies import acknowledge, reply, show
from handlers.tenant import notices, stored
from handlers.tenant.profile.turn import Turn

AUTOMATIC = "auto"
CHOICES = (*Language, AUTOMATIC)


async def settings(update: Update, context: ParkContext) -> None:
    await reply(update, context, overview(context, await Tenant.of(update, context)))


@press
async def open_part(update: Update, context: ParkContext) -> None:
    """A press on settings, settings:stored, settings:export:<page> or settings:notices[:<change>]."""
    tenant = await Tenant.of(update, context)
    held = await tenants.held(context.services.database, tenant.chat_id)
    zone = context.services.settings.timezone
    match unpack((update.callback_query.data if update.callback_query else None) or ""):
        case _, []:
            message = overview(context, tenant)
        case _, [notices.PART, *change]:
            message = await notices.page(context, tenant, change)
        case _, [stored.PART]:
            mentor = held.mentor if held else None
            expert = await experts.member_name(context, mentor.member_id, tenant.language) if mentor else None
            message = stored.summary(tenant, held, zone, await member_of(update, context), expert)
        case _, [stored.EXPORT, page]:
            turn = await Turn.of(update, context, tenant)
            message = stored.export(turn.sheet, tenant, held, number(page))
        case _:
            raise StalePressError
    await acknowledge(update)
    await show(update, context, message)


@press
async def choose_language(update: Update, context: ParkContext) -> None:
    """A press on lang:<zh|en|auto>."""
    (choice,) = arguments_of(update, 1)
    if choice not in CHOICES:
        raise StalePressError
    database = context.services.database
    tenant = await Tenant.of(update, context)
    language = None if choice == AUTOMATIC else Language(choice)
    await tenants.choose_language(database, tenant.chat_id, tenant.chat_type, language, context.now)
    tenant = await Tenant.of(update, context)
    await acknowledge(update, tenant.texts("settings-saved"))
    await show(update, context, overview(context, tenant))


def overview(context: ParkContext, tenant: Tenant) -> Message:
    """The language that is set, and what can be changed."""
    texts, current = tenant.texts, tenant.chosen or AUTOMATIC
    languages = tuple(
        Button(
            texts(f"settings-{choice}-chosen" if choice == current else f"settings-{choice}"), pack(LANGUAGE, choice)
        )
        for choice in CHOICES
    )
    feeds = tenant.private and context.services.settings.internet_address
    others = (
        (Button(texts("settings-button-notices"), pack(SETTINGS, notices.PART)),),
        *(((Button(texts("calendar-button-feed"), pack(CALENDAR, "feed")),),) if feeds else ()),
        (Button(texts("settings-button-stored"), pack(SETTINGS, stored.PART)),),
        (Button(texts("settings-button-forget"), FORGET),),
    )
    text = texts("settings-text", language=texts(f"settings-{current}"))
    return Message(text, heading=texts("settings-title"), buttons=(languages, *others))
