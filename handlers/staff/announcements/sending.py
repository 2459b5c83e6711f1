"""Steps from a draft to tenants: looked at, tried, sent or handed to a second person, taken back."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import structlog
from telegram.error import BadRequest, RetryAfter

from bot.announcements.audience import Audience
from bot.announcements.contents import contents_of
from bot.announcements.errors import NoAudienceError
from bot.announcements.previewing import previews
from bot.delivery import contents
from bot.delivery.limiter import wait_of
from bot.languages import Language
from bot.messages.message import Button, Message
from handlers.staff.announcements import screens
from handlers.staff.announcements.choices import Choices, audience_in_words
from handlers.staff.announcements.desk import Desk
from handlers.staff.announcements.view import View, data_of
from handlers.staff.announcements.words import when_of
from handlers.staff.announcements.writing import drafted
from storage.models import Announcement

BLANKS = ("【", "[")
"""What a template leaves to be filled in begins so."""
YES = "yes"
LONGEST_WAIT = timedelta(seconds=30)

log = structlog.get_logger(__name__)


async def preview(desk: Desk) -> None:
    """What tenants will see, in each language, as new messages, and the screen anew below."""
    announcement = await desk.found()
    shown = previews(announcement)
    await desk.toast("previewed" if len(shown) > 1 else "previewed-one")
    try:
        for content in shown:
            await _patiently(partial(contents.send, desk.context.bot, desk.tenant.chat_id, content, []))
        await _patiently(desk.put_away)
        await _patiently(partial(screens.show, desk.below(), announcement))
    except RetryAfter as error:  # not tried again with the update, for what has come would come twice
        log.info("preview.cut_short", seconds=wait_of(error).total_seconds())
    except BadRequest as error:
        await desk.reply(Message(desk.text("refused", reason=error.message)))


async def test(desk: Desk) -> None:
    await desk.found()
    await desk.announcements.test(desk.id, desk.tenant.chat_id)
    await desk.toast("tested")


async def send(desk: Desk) -> None:
    """Asks once more, with the number of recipients."""
    announcement = await drafted(desk)
    await desk.show(await _question(desk.view, announcement))


async def go(desk: Desk) -> None:
    await screens.show(desk, await desk.announcements.release(desk.id, desk.actor, desk.revision))


async def confirm(desk: Desk) -> None:
    await screens.show(desk, await desk.announcements.confirm(desk.id, desk.actor, desk.revision))


async def withdraw(desk: Desk) -> None:
    """Back to a draft, to be changed."""
    announcement = await desk.announcements.withdraw(desk.id, desk.actor, desk.revision)
    await screens.show(desk, announcement, desk.text("withdrawn"))


async def delete(desk: Desk) -> None:
    """Asks first."""
    if desk.value != YES:
        await _ask(desk, await drafted(desk), "delete")
        return
    await desk.announcements.cancel(desk.id, desk.actor, desk.revision)
    await screens.again(desk)


async def stop(desk: Desk) -> None:
    """Sends nothing more; asks first."""
    if desk.value != YES:
        await _ask(desk, await desk.found(), "stop")
        return
    await screens.show(desk, await desk.announcements.cancel(desk.id, desk.actor, desk.revision))


async def pause(desk: Desk) -> None:
    await screens.show(desk, await desk.announcements.pause(desk.id, desk.actor, desk.revision))


async def resume(desk: Desk) -> None:
    await screens.show(desk, await desk.announcements.resume(desk.id, desk.actor, desk.revision))


async def _patiently(call: Callable[[], Awaitable[object]]) -> None:
    """An album uses up what a chat may get in a short time: what comes after it waits."""
    try:
        await call()
    except RetryAfter as error:
        wait = wait_of(error)
        if wait > LONGEST_WAIT:
            raise
        await asyncio.sleep(wait.total_seconds())
        await call()


async def _ask(desk: Desk, announcement: Announcement, step: str) -> None:
    yes = Button(desk.text(f"button-{step}-yes"), data_of(step, announcement, YES))
    no = Button(desk.text("button-back"), data_of("open", announcement))
    await desk.show(Message(desk.text(f"{step}-text"), heading=desk.text(f"{step}-title"), buttons=((yes, no),)))


async def _question(view: View, announcement: Announcement) -> Message:
    audience = Audience.model_validate(announcement.audience)
    if audience.empty:
        raise NoAudienceError
    reach = await view.announcements.reach(audience, urgent=announcement.urgent)
    said = audience_in_words(view, await Choices.of(view), audience)
    lines = [
        view.text("line-to", audience=said, count=reach.count),
        view.text("line-when", when=when_of(view, announcement)),
        *_warnings(view, announcement, reach.count),
    ]
    yes = Button(view.text("button-go", count=reach.count), data_of("go", announcement))
    back = view.button("back", "open", announcement)
    return Message("\n".join(lines), heading=view.text("send-title"), buttons=((yes,), (back,)))


def _warnings(view: View, announcement: Announcement, recipients: int) -> list[str]:
    written = contents_of(announcement)
    missing = [language for language in Language if language not in written]
    lines = [view.text("warn-missing", language=view.text(f"language-{language}")) for language in missing]
    if any(blank in content.text for content in written.values() for blank in BLANKS):
        lines.append(view.text("warn-blanks"))
    lines.append(view.text("warn-urgent" if announcement.urgent else "warn-quiet"))
    if 0 < view.announcements.confirm_above < recipients:
        lines.append(view.text("warn-second"))
    return lines
