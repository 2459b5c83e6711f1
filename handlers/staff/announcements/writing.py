"""Steps of writing: a new draft, its texts, link buttons, files, what is ticked."""

from typing import Any

from bot.announcements.contents import contents_of
from bot.announcements.errors import StateError
from bot.languages import Language
from bot.messages.content import Content
from bot.messages.message import Button, Message
from bot.messages.texts import texts_in
from handlers.callbacks import StalePressError
from handlers.staff.announcements import screens
from handlers.staff.announcements.desk import Desk
from handlers.staff.announcements.listing import TEMPLATES, listed, templates
from handlers.staff.announcements.view import data_of
from handlers.staff.announcements.words import links_of
from storage.models import Announcement, AnnouncementState

SHOWN = 3000
"""Characters of the text as it is, to be copied and changed."""


async def list_(desk: Desk) -> None:
    await desk.rest()
    await desk.show(await listed(desk.view))


async def choose_template(desk: Desk) -> None:
    await desk.show(templates(desk.view))


async def new(desk: Desk) -> None:
    """A press on announce:new, which asks for the text, or on announce:new:0:0:<template>."""
    if desk.value and desk.value not in TEMPLATES:
        raise StalePressError
    contents = _template(desk.value) if desk.value else {}
    announcement = await desk.announcements.begin(desk.actor, contents)
    desk = desk.about(announcement)
    if contents:
        await screens.show(desk, announcement, desk.text("template-begun"))
    else:
        await _ask_text(desk, announcement, desk.tenant.language)


async def text(desk: Desk) -> None:
    """A press on announce:text:<id>:<revision>:<language>."""
    if desk.value not in set(Language):
        raise StalePressError
    await _ask_text(desk, await drafted(desk), Language(desk.value))


async def links(desk: Desk) -> None:
    announcement = await drafted(desk)
    if not announcement.contents:
        raise StalePressError("announce-text-first")
    await desk.ask("links")
    remove = (desk.view.button("no-links", "nolinks", announcement),) if links_of(desk.view, announcement) else ()
    await desk.show(prompt(desk, announcement, desk.text("ask-links"), *remove))


async def remove_links(desk: Desk) -> None:
    contents = contents_of(await drafted(desk))
    await _save(desk, contents={language: one.model_copy(update={"buttons": ()}) for language, one in contents.items()})


async def remove_files(desk: Desk) -> None:
    contents = contents_of(await drafted(desk))
    await _save(desk, contents={language: one.model_copy(update={"media": ()}) for language, one in contents.items()})


async def urgent(desk: Desk) -> None:
    announcement = await drafted(desk)
    await _save(desk, urgent=not announcement.urgent)


async def receipt(desk: Desk) -> None:
    announcement = await drafted(desk)
    await _save(desk, acknowledged=not announcement.acknowledged)


async def drafted(desk: Desk) -> Announcement:
    """The draft of the turn; raises StateError for one that is released."""
    announcement = await desk.found()
    if announcement.state is not AnnouncementState.DRAFT:
        raise StateError
    return announcement


def prompt(desk: Desk, announcement: Announcement, text: str, *buttons: Button) -> Message:
    """A question that a typed message answers, with a way out."""
    out = Button(desk.text("button-never-mind"), data_of("open", announcement))
    return Message(text, buttons=(*((button,) for button in buttons), (out,)))


async def _save(desk: Desk, **changes: Any) -> None:
    await screens.show(desk, await desk.edit(**changes))


async def _ask_text(desk: Desk, announcement: Announcement, language: Language) -> None:
    await desk.ask(f"text:{language}")
    asked = desk.text("ask-text", language=desk.view.text(f"language-{language}"))
    content = contents_of(announcement).get(language)
    if content and content.text:
        asked = f"{asked}\n{desk.text('text-now')}\n{content.text[:SHOWN]}"
    await desk.show(prompt(desk, announcement, asked))


def _template(name: str) -> dict[Language, Content]:
    return {language: Content(text=texts_in(language)(f"announce-template-{name}")) for language in Language}
