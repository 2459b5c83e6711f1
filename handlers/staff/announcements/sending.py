"""Steps from a draft to tenants: looked at, tried, sent or handed to a second person, taken back."""

from bot.announcements.audience import Audience
from bot.announcements.contents import contents_of
from bot.announcements.errors import NoAudienceError
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


async def preview(desk: Desk) -> None:
    """What tenants will see, in each language, as new messages."""
    await desk.found()
    count = await desk.announcements.preview(desk.id, desk.tenant.chat_id)
    await desk.toast("previewed" if count > 1 else "previewed-one")


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
    contents = contents_of(announcement)
    missing = [language for language in Language if language not in contents]
    lines = [view.text("warn-missing", language=view.texts(f"settings-{language}")) for language in missing]
    if any(blank in content.text for content in contents.values() for blank in BLANKS):
        lines.append(view.text("warn-blanks"))
    lines.append(view.text("warn-urgent" if announcement.urgent else "warn-quiet"))
    if 0 < view.announcements.confirm_above < recipients:
        lines.append(view.text("warn-second"))
    return lines
