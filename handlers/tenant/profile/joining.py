"""Joining a company: its link is opened, which changes nothing, and a button is pressed."""

from telegram import Update

from bot.messages.message import Message
from bot.people.invitations import PREFIX, Validity
from bot.people.memberships import Entry
from bot.profile import membership, steps
from handlers.callbacks import StalePressError, arguments_of, press
from handlers.context import ParkContext
from handlers.tenant.profile.company import ends_with, first_name
from handlers.tenant.profile.turn import Turn

YES, SHARE, NO = "yes", "share", "no"


async def open_link(update: Update, context: ParkContext) -> None:
    """/start join_<secret>: asks whether to join."""
    turn = await Turn.of(update, context)
    if not turn.tenant.private:
        await turn.reply(Message(turn.text("other-private", username=context.bot.username)))
        return
    secret = (context.args or [""])[0].removeprefix(f"{PREFIX}_")
    found = await steps.look_at(turn.place, secret)
    company = found.company
    if company is None:
        await turn.reply(Message(turn.text(f"company-link-{found.validity}")))
    elif not turn.sheet.is_own and turn.tenant.company and turn.tenant.company.id == company.id:
        await turn.reply(await turn.rest(_named(turn, "company-already")))
    else:
        await turn.reply(membership.joining(turn.sheet, company, secret, ends=await ends_with(turn)))


@press
async def answer(update: Update, context: ParkContext) -> None:
    """A press on join:<yes|share|no>:<secret>."""
    choice, secret = arguments_of(update, 2)
    turn = await Turn.of(update, context)
    if choice == NO:
        await turn.show(Message(turn.text("company-not-joined")))
        return
    if choice not in {YES, SHARE}:
        raise StalePressError
    entry = await steps.join(turn.place, secret, turn.awaiting(None), share=choice == SHARE)
    turn = await turn.again()
    if isinstance(entry, Validity):
        await turn.show(Message(turn.text(f"company-link-{entry}")))
        return
    # a member, too: whoever joined and was interrupted presses again
    doubled = await context.services.mentoring.applying.withdraw_doubled(turn.place.chat_id)
    note = f"\n{turn.text('company-applied-already')}" if doubled else ""
    if entry is Entry.MEMBER:
        await turn.show(await turn.rest(_named(turn, "company-already") + note))
    else:
        await turn.show(membership.naming(turn.sheet, first_name(turn), _named(turn, "company-joined") + note))


def _named(turn: Turn, key: str) -> str:
    company = turn.tenant.company
    return turn.text(key, name=company.name.to(turn.tenant.language) if company else "")
