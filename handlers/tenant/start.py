"""The first hello, what can be asked, and cards opened from a QR code."""

from telegram import Update

from bot import tenants
from bot.knowledge.kinds import KINDS
from bot.messages.callbacks import HUMAN, LIST, SETTINGS, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts
from bot.people import invitations
from handlers import menu
from handlers.access import member_of
from handlers.callbacks import Handler
from handlers.context import ParkContext, Tenant
from handlers.mentor import experts
from handlers.replies import reply, show_answer
from handlers.staff import inviting
from handlers.tenant import meetings
from handlers.tenant.profile import joining

MENUS = ("subsidy", "facility", "event", "programme")

LINKS: dict[str, Handler] = {
    inviting.LINK: inviting.accept,
    invitations.PREFIX: joining.open_link,
    experts.LINK: experts.accept,
    meetings.DOOR: meetings.scan,
}
"""Deep links that are about no record: what stands before their first _, and who handles them."""


async def start(update: Update, context: ParkContext) -> None:
    """/start, and /start <kind>_<id> from a deep link: that record's card; or a link of LINKS."""
    tenant = await Tenant.of(update, context)
    await tenants.meet(context.services.database, tenant.chat_id, tenant.chat_type, context.now, tenant.language)
    link = LINKS.get(context.args[0].partition("_")[0]) if context.args else None
    if link:
        await link(update, context)
    elif not context.args:
        await reply(update, context, greeting(tenant.texts, "start"))
    elif not await _card(update, context, tenant, context.args[0]):
        await reply(update, context, greeting(tenant.texts, "start-gone"))
    if tenant.private and await member_of(update, context):
        await menu.renew(context, tenant.chat_id)  # none could be shown before the first hello


async def help_(update: Update, context: ParkContext) -> None:
    tenant = await Tenant.of(update, context)
    await reply(update, context, greeting(tenant.texts, "help"))


def greeting(texts: Texts, key: str) -> Message:
    """The message `key` with the buttons of everything that can be browsed."""
    menus = [Button(texts(f"start-button-{kind}"), pack(LIST, kind, 0)) for kind in MENUS]
    others = [Button(texts("start-button-human"), HUMAN), Button(texts("start-button-settings"), SETTINGS)]
    rows = [tuple(menus[:2]), tuple(menus[2:]), tuple(others)]
    return Message(texts(f"{key}-text"), heading=texts(f"{key}-title"), buttons=tuple(rows))


async def _card(update: Update, context: ParkContext, tenant: Tenant, payload: str) -> bool:
    kind, _, record_id = payload.partition("_")
    if kind not in KINDS:
        return False
    answering = context.services.answering
    answer = await answering.card(kind, record_id, tenant.language, context.now, tenant.company)
    if answer is None:
        return False
    await show_answer(update, context, tenant, answer)
    return True
