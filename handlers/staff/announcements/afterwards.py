"""Steps after an announcement went out: recalled, corrected, asked about once more, handed out as a spreadsheet."""

from bot.announcements.contents import contents_of, in_language
from bot.announcements.errors import StateError
from bot.delivery import telegram
from bot.languages import Language
from bot.messages.content import Content
from bot.messages.message import Button, Message
from handlers.callbacks import StalePressError
from handlers.replies import acknowledge
from handlers.staff.announcements import screens
from handlers.staff.announcements.desk import Desk
from handlers.staff.announcements.sending import YES
from handlers.staff.announcements.spreadsheet import spreadsheet
from handlers.staff.announcements.view import data_of
from handlers.staff.announcements.writing import prompt
from storage.models import Announcement

SHOWN = 3000


async def recall(desk: Desk) -> None:
    """Deletes it wherever it arrived; asks first."""
    if desk.value == YES:
        await screens.show(desk, await desk.announcements.recall(desk.id, desk.actor, desk.revision))
        return
    status = await desk.announcements.status(desk.id)
    announcement = arrived(status.announcement)
    yes = Button(desk.text("button-recall-yes"), data_of("recall", announcement, YES))
    no = Button(desk.text("button-back"), data_of("open", announcement))
    text = desk.text("recall-text", count=status.counts.sent)
    await desk.show(Message(text, heading=desk.text("recall-title"), buttons=((yes, no),)))


async def correct(desk: Desk) -> None:
    """A press on announce:correct:<id>:<revision>, which asks for the language, or with it, which asks for the text."""
    announcement = arrived(await desk.found())
    if not desk.value:
        await desk.show(_languages(desk, announcement))
        return
    if desk.value not in set(Language):
        raise StalePressError
    await desk.ask(f"correct:{desk.value}")
    before = in_language(contents_of(announcement), Language(desk.value)).text[:SHOWN]
    await desk.show(prompt(desk, announcement, f"{desk.text('ask-correction')}\n{desk.text('text-now')}\n{before}"))


async def corrected(desk: Desk) -> None:
    """A press on announce:corrected:<id>:<revision>:<language>: what was typed last goes to everybody."""
    typed = desk.tenant.drafting
    kept = typed.kept.get("content") if typed and typed.mark == desk.id else None
    if kept is None or typed is None or typed.kept.get("language") != desk.value:
        raise StalePressError
    announcement = await desk.found()
    contents = {**contents_of(announcement), Language(desk.value): Content.from_json(kept)}
    await screens.show(desk, await desk.announcements.correct(desk.id, desk.actor, desk.revision, contents))


async def remind(desk: Desk) -> None:
    """Asks those once more who have not said that they read it."""
    count = await desk.announcements.remind(desk.id, desk.actor, desk.revision)
    await desk.toast("reminded" if count else "reminded-nobody", alert=True, count=count)
    await screens.show(desk, await desk.found())


async def sheet(desk: Desk) -> None:
    """A press on announce:sheet:<id>: who got it, as a file."""
    announcement = await desk.found()
    await acknowledge(desk.update)
    data = await spreadsheet(desk.view, announcement)
    name = desk.text("sheet-file", id=f"{announcement.id}")
    caption = desk.text("sheet-caption")
    await telegram.send_document(desk.context.bot, desk.tenant.chat_id, data, f"{name}.xlsx", caption)


def correction(desk: Desk, announcement: Announcement, language: Language, content: Content) -> Message:
    """What was typed as a correction, before it goes to everybody."""
    yes = Button(desk.text("button-corrected"), data_of("corrected", announcement, language))
    no = Button(desk.text("button-back"), data_of("open", announcement))
    return Message(content.text[:SHOWN], heading=desk.text("correct-title"), buttons=((yes, no),))


def _languages(desk: Desk, announcement: Announcement) -> Message:
    choices = tuple(
        Button(desk.view.text(f"language-{language}"), data_of("correct", announcement, language))
        for language in Language
    )
    back = (desk.view.button("back", "open", announcement),)
    return Message(desk.text("correct-which"), heading=desk.text("correct-title"), buttons=(choices, back))


def arrived(announcement: Announcement) -> Announcement:
    """Raises StateError for one of which nothing arrived, or is recalled."""
    if announcement.started_at is None or announcement.recalled_at:
        raise StateError
    return announcement
