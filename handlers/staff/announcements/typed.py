"""What staff type while an announcement waits for it: its text and files, links, a time, since when, a correction."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update

from bot.announcements.contents import checked, contents_of, in_language
from bot.announcements.errors import AnnouncementError, StaleError, StateError
from bot.awaited import Awaited
from bot.languages import Language
from bot.messages.message import Message
from bot.people.staff import Right
from bot.profile.errors import UnclearError
from bot.profile.reading import Steer, is_question, steer
from handlers.access import may
from handlers.context import ParkContext, Tenant, message_of
from handlers.staff.announcements import audience, reading, screens, timing
from handlers.staff.announcements.afterwards import arrived, correction
from handlers.staff.announcements.desk import Desk
from handlers.staff.announcements.received import content_of, put
from handlers.staff.announcements.writing import drafted, prompt
from storage.models import Announcement

Taker = Callable[[Desk, Announcement, str], Awaitable[bool]]


async def take(update: Update, context: ParkContext, tenant: Tenant) -> bool:
    """Whether the message was one of the dialogue, and is answered; anything else is left to others."""
    awaited, message = tenant.drafting, message_of(update)
    question = _question(awaited, message, context, edited=update.edited_message is not None) if awaited else None
    if awaited is None or question is None or not await may(update, context, Right.ANNOUNCEMENTS):
        return False
    desk = await Desk.of(update, context, replace(tenant, language=tenant.chosen or awaited.language))
    announcement = await desk.announcements.find(awaited.mark)
    if announcement is None:
        return False
    desk = desk.about(announcement)
    if awaited.took(message.message_id) and not update.edited_message:  # worked off once already, before a crash
        await screens.show(desk, announcement)
        return True
    kind, _, value = question.partition(":")
    try:
        return await TAKERS[kind](desk, announcement, value)
    except StateError:
        await desk.show(Message(desk.text("too-late")))
    except AnnouncementError as error:
        await desk.show(Message(desk.text(f"error-{error.key}")))
        if isinstance(error, StaleError):
            await screens.again(desk)
    return True


def _question(awaited: Awaited, message: TelegramMessage, context: ParkContext, *, edited: bool) -> str | None:
    """What the message answers: what it answered before, what its album did, or what is asked."""
    if (before := awaited.took(message.message_id)) or edited:
        return before
    if message.media_group_id and message.media_group_id == awaited.kept.get("album"):
        return str(awaited.kept["question"])
    return awaited.question if awaited.waits(awaited.mark, context.now, awaited.at) else None


async def _text(desk: Desk, announcement: Announcement, value: str) -> bool:
    """The text or the files of a language; the files of an album arrive one by one, and make one screen."""
    message, language = message_of(desk.update), Language(value)
    received = content_of(message)
    if received is None:
        await desk.show(prompt(desk, announcement, desk.text("unsupported")))
        return True
    kept = desk.tenant.drafting.kept if desk.tenant.drafting else {}
    album = message.media_group_id
    goes_on = album is not None and (kept.get("album") == album or desk.update.edited_message is not None)
    contents = put(contents_of(await drafted(desk)), language, received, goes_on=goes_on)
    announcement = await desk.edit(contents=checked(contents))
    question = f"text:{value}"
    if album is None:
        desk = await _taken(desk, question)
        await screens.show(desk, announcement)
    else:
        screen = kept.get("screen") if goes_on else None
        desk = await _taken(desk, question, {"album": album, "question": question, "screen": screen})
        shown = await screens.show(desk, announcement, instead_of=screen)
        await _taken(desk, question, {"album": album, "question": question, "screen": shown})
    return True


async def _links(desk: Desk, announcement: Announcement, _value: str) -> bool:
    contents = contents_of(await drafted(desk))

    async def save(text: str) -> Announcement:
        rows = reading.links(text, desk.text("link-default"))
        changed = {language: one.model_copy(update={"buttons": rows[language]}) for language, one in contents.items()}
        return await desk.edit(contents=changed)

    return await _read(desk, announcement, "links", save)


async def _time(desk: Desk, announcement: Announcement, _value: str) -> bool:
    async def save(text: str) -> Announcement:
        return await timing.at(desk, reading.send_time(text, desk.view.now))

    return await _read(desk, announcement, "time", save)


async def _moved(desk: Desk, announcement: Announcement, _value: str) -> bool:
    async def save(text: str) -> Announcement:
        return await audience.move_in(desk, *reading.moved_in(text, desk.view.now))

    return await _read(desk, announcement, "moved", save)


async def _correct(desk: Desk, announcement: Announcement, value: str) -> bool:
    """Shown first: it goes to everybody when the button is pressed."""
    received, language = content_of(message_of(desk.update)), Language(value)
    if received is None or received.media:
        await desk.show(prompt(desk, announcement, desk.text("error-other-media")))
        return True
    before = in_language(contents_of(arrived(announcement)), language)
    content = before.model_copy(update={"text": received.text, "entities": received.entities})
    checked({language: content})
    await _taken(desk, f"correct:{value}", {"language": value, "content": content.as_json()})
    await desk.show(correction(desk, announcement, language, content))
    return True


async def _read(
    desk: Desk, announcement: Announcement, question: str, save: Callable[[str], Awaitable[Announcement]]
) -> bool:
    """A typed answer that may be unclear, a word to leave, or a question of another matter."""
    text = message_of(desk.update).text or ""
    if steer(text) is Steer.STOP:
        await screens.show(desk, announcement)
        return True
    try:
        announcement = await save(text)
    except UnclearError as unclear:
        if is_question(text):
            return False
        key = f"unclear-{question}-{unclear.key}"
        key = key if desk.view.texts.has(f"announce-{key}") else f"unclear-{question}"
        await desk.show(prompt(desk, announcement, desk.text(key)))
        return True
    await screens.show(await _taken(desk, question), announcement)
    return True


async def _taken(desk: Desk, question: str, kept: Mapping[str, Any] | None = None) -> Desk:
    """The message is known as the answer to the question, and nothing is asked any more; `kept` is remembered."""
    before = desk.tenant.drafting
    if before is None:
        return desk
    message_id = message_of(desk.update).message_id
    awaited = replace(before.taking(message_id, question), question=None, kept=kept or {}, at=desk.context.now)
    await desk.keep(awaited)
    return replace(desk, tenant=replace(desk.tenant, drafting=awaited))


TAKERS: dict[str, Taker] = {
    "text": _text,
    "links": _links,
    "time": _time,
    "moved": _moved,
    "correct": _correct,
}
