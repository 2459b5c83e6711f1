"""Experts of the alliance with an account: they open a link of staff, and see whom they meet next."""

import structlog
from telegram import Update

from bot.knowledge.kinds import Programme
from bot.languages import Language
from bot.mentoring.meetings import Meeting
from bot.mentoring.rosters import Roster
from bot.messages.callbacks import LIST, RESULT, ROSTER, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts
from bot.people import mentor_invitations
from handlers.access import member_of, mentor_of
from handlers.callbacks import StalePressError, arguments_of, press
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply, show
from handlers.tenant import menus
from storage.models import Mentor

log = structlog.get_logger(__name__)

LINK = "mentor"
"""A deep link is this, _ and the secret."""

_programmes = menus.menu_of(Programme.kind)


async def mentoring(update: Update, context: ParkContext) -> None:
    """/mentoring: an expert's own roster in a private chat, and the programmes for everybody else."""
    tenant = await Tenant.of(update, context)
    mentor = await mentor_of(update, context) if tenant.private else None
    if mentor is None:
        await _programmes(update, context)
    else:
        await reply(update, context, await _roster(context, tenant, mentor))


@press
async def look(update: Update, context: ParkContext) -> None:
    """A press on roster."""
    arguments_of(update, 0)
    tenant, mentor = await Tenant.of(update, context), await mentor_of(update, context)
    if mentor is None:
        raise StalePressError("mentors-not-you")
    await acknowledge(update)
    await show(update, context, await _roster(context, tenant, mentor))


async def accept(update: Update, context: ParkContext) -> None:
    """/start mentor_<secret>: whoever opens a good link speaks for its member of the alliance from now on."""
    tenant, user = await Tenant.of(update, context), update.effective_user
    if user is None or not tenant.private:
        await reply(update, context, Message(tenant.texts("other-private", username=context.bot.username)))
        return
    texts = tenant.texts
    if await member_of(update, context):
        await reply(update, context, Message(texts("mentors-is-staff")))
        return
    secret = (context.args or [""])[0].removeprefix(f"{LINK}_")
    mentor = await mentor_invitations.accept(context.services.database, secret, user.id, user.full_name, context.now)
    if mentor is None:
        await reply(update, context, Message(texts("mentors-dead")))
        return
    log.info("mentor.joined", member=mentor.member_id)
    name = await member_name(context, mentor.member_id, tenant.language)
    button = Button(texts("mentors-button-roster"), ROSTER)
    title = texts("mentors-welcome-title", name=name)
    await reply(update, context, Message(texts("mentors-welcome"), heading=title, buttons=((button,),)))


async def member_name(context: ParkContext, member_id: str, language: Language) -> str:
    """Of a member of the alliance; of one that is no more, the id."""
    snapshot = await context.services.answering.knowledge(context.now)
    member = snapshot.members.get(member_id)
    return member.name.to(language) if member else member_id


async def _roster(context: ParkContext, tenant: Tenant, mentor: Mentor) -> Message:
    texts = tenant.texts
    roster = await context.services.mentoring.rosters.following(mentor.member_id)
    rows = (
        (Button(texts("mentors-button-renew"), ROSTER),),
        (Button(texts("mentors-button-programmes"), pack(LIST, Programme.kind, 0)),),
    )
    if roster is None:
        title = await member_name(context, mentor.member_id, tenant.language)
        return Message(texts("mentors-no-day"), heading=title, buttons=rows)
    lines = [roster.words.facts(texts), *(_line(texts, roster, one) for one in roster.meetings)]
    if not roster.meetings:
        lines.append(texts("mentors-none" if roster.words.day.is_published else "mentors-not-published"))
    name = roster.words.expert(mentor.member_id, tenant.language)
    heading = texts("mentors-roster", programme=roster.words.name(tenant.language), name=name)
    results = Button(texts("mentoring-button-results"), pack(RESULT, "day", roster.words.day.id))
    return Message("\n".join(lines), heading=heading, buttons=((results,), *rows) if roster.meetings else rows)


def _line(texts: Texts, roster: Roster, meeting: Meeting) -> str:
    slot = meeting.slot
    return texts(
        "mentors-line" if slot.rank is None else "mentors-line-wish",
        time=roster.words.time(slot.begins_at),
        name=meeting.party(texts),
        product=meeting.application.product,
        rank=(slot.rank or 0) + 1,
    )
