"""Being a person: what people write and press, of which the bot then hears."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from bot.sandbox.chats import Group, Person
from bot.sandbox.control.media import MEDIA
from bot.sandbox.control.people import People, RefusedError
from bot.sandbox.files import PHOTO
from bot.sandbox.formatting.entities import cut
from bot.sandbox.formatting.text import typed
from bot.sandbox.message import Message
from bot.sandbox.pictures import landscape
from bot.sandbox.world import Press, World

MOST = 10  # files of an album
Entities = Sequence[Mapping[str, Any]]


class Acting:
    """`chat_id` is a group, or None for the person's own chat with the bot. All raise RefusedError."""

    def __init__(self, world: World, people: People) -> None:
        self._world = world
        self._people = people

    def send_text(
        self,
        person_id: int,
        text: str,
        *,
        entities: Entities | None = None,
        chat_id: int | None = None,
        reply_to: int | None = None,
    ) -> Message:
        """`entities` are the formatting, as in the Bot API; raises ApiError when they do not fit the text."""
        if not text.strip():
            raise RefusedError("a message needs a text")
        return self._send(person_id, chat_id, typed(text, entities).as_json(), reply_to)

    def send_media(
        self, person_id: int, media: str, *, chat_id: int | None = None, caption: str = "", reply_to: int | None = None
    ) -> Message:
        """A sticker, a voice message, a photo ..: see MEDIA."""
        if media not in MEDIA:
            raise RefusedError(f"{media} is none of {', '.join(MEDIA)}")
        content = self._world.files.keep_photo(landscape()).body() if media == PHOTO else MEDIA[media]
        return self._send(person_id, chat_id, {**content, **typed(caption).as_caption()}, reply_to)

    def send_files(
        self,
        person_id: int,
        file_ids: Sequence[str],
        *,
        caption: Mapping[str, Any],
        chat_id: int | None = None,
        reply_to: int | None = None,
    ) -> list[Message]:
        """Photos or documents that were kept before; several are an album, its first with the fields of `caption`."""
        files = [self._world.files.get(file_id) for file_id in file_ids]
        found = [file for file in files if file is not None]
        if not 1 <= len(found) <= MOST or len(found) < len(files):
            raise RefusedError(f"1 to {MOST} files are sent, which were uploaded before")
        if len({file.kind for file in found}) > 1:
            raise RefusedError("photos and documents do not go into one album")
        album = {"media_group_id": str(secrets.randbits(53))} if len(found) > 1 else {}
        captions: list[Mapping[str, Any]] = [caption, *({} for _ in found[1:])]
        bodies = [{**album, **file.body(), **below} for file, below in zip(found, captions, strict=True)]
        return [self._send(person_id, chat_id, body, reply_to) for body in bodies]

    def edit_text(
        self,
        person_id: int,
        message_id: int,
        text: str,
        *,
        entities: Entities | None = None,
        chat_id: int | None = None,
    ) -> Message:
        person, chat = self._people.seat(person_id, chat_id)
        message = self._people.message(chat, message_id)
        if message.sender["id"] != person.id or "text" not in message.body:
            raise RefusedError(f"message {message_id} is no text of {person.name}")
        self._world.edit(message, typed(text, entities).as_json(), message.keyboard)
        self._tell_bot("edited_message", chat, message)
        return message

    def press(self, person_id: int, message_id: int, button: str, *, chat_id: int | None = None) -> Press:
        """Presses the callback button that carries the data, or else the text, `button`."""
        person, chat = self._people.seat(person_id, chat_id)
        message = self._people.message(chat, message_id)
        data = _data_of(message, button)
        press = Press(str(secrets.randbits(62)), person, message, data, self._world.clock.now())
        self._world.presses[press.id] = press
        query = {
            "id": press.id,
            "from": person.user(),
            "message": message.as_json(),
            "chat_instance": str(chat.id),
            "data": data,
        }
        self._world.updates.add("callback_query", chat.id, query)
        return press

    def _send(self, person_id: int, chat_id: int | None, body: Mapping[str, Any], reply_to: int | None) -> Message:
        person, chat = self._people.seat(person_id, chat_id)
        replied = self._people.message(chat, reply_to) if reply_to else None
        if chat is person:
            self._open(person)
        message = self._world.write(chat, person.user(), body, reply_to=replied)
        self._tell_bot("message", chat, message)
        return message

    def _open(self, person: Person) -> None:
        """The private chat, which is closed while the person blocks the bot."""
        if person.blocked:
            raise RefusedError(f"{person.name} has blocked the bot")
        if not person.started:
            person.started = True
            self._world.hub.tell("chats", {})

    def _tell_bot(self, kind: str, chat: Person | Group, message: Message) -> None:
        if isinstance(chat, Person) or chat.bot_is_admin or _is_for_bot(message, self._world.bot.username):
            self._world.updates.add(kind, chat.id, message.as_json())


def _is_for_bot(message: Message, username: str) -> bool:
    """What a bot that is no administrator reads in a group: commands, mentions of it and replies to it."""
    if message.reply_to is not None and message.reply_to.from_bot:
        return True
    handle = f"@{username}".lower()
    addresses = (shown.lower() for shown in _addresses(message.body))
    return any(shown.endswith(handle) or "@" not in shown for shown in addresses)


def _addresses(body: Mapping[str, Any]) -> list[str]:
    """The commands and mentions in a text."""
    return [
        cut(str(body.get("text", body.get("caption"))), entity["offset"], entity["offset"] + entity["length"])
        for entity in body.get("entities", body.get("caption_entities", ()))
        if entity["type"] in ("bot_command", "mention")
    ]


def _data_of(message: Message, button: str) -> str:
    buttons = [
        found for row in message.keyboard.get("inline_keyboard", ()) for found in row if "callback_data" in found
    ]
    for field in ("callback_data", "text"):
        for found in buttons:
            if found[field] == button:
                return str(found["callback_data"])
    raise RefusedError(f"message {message.id} has no callback button {button}")
