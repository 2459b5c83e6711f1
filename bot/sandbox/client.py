"""A client of the sandbox's control API: be a person, see what the bot did; from any process."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.sandbox.conditions import Conditions
from bot.sandbox.connection import ControlError
from bot.sandbox.views import CallView, MessageView, PersonView, PressAnswer

__all__ = ["Attachment", "ControlError", "Media", "SandboxClient"]

Media = Literal["sticker", "voice", "photo"]

Entities = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Attachment:
    """A file to send; a photo is a PNG or JPEG."""

    kind: Literal["photo", "document"]
    name: str
    data: bytes


class SandboxClient(Conditions):
    """`async with SandboxClient("http://127.0.0.1:8080") as sandbox`: the address of the whole server."""

    async def create_person(
        self,
        name: str = "Tester",
        *,
        language_code: str = "zh-hans",
        person_id: int | None = None,
        listed: bool = False,
    ) -> PersonView:
        """A new person, who has not started the bot yet; `listed` people are shown on the chat page."""
        body = {"name": name, "language_code": language_code, "id": person_id, "listed": listed}
        return PersonView(**await self._post("people", body))

    async def create_group(
        self, title: str, members: Sequence[int], *, bot_is_admin: bool = False, basic: bool = False
    ) -> int:
        """A supergroup, or a `basic` group, with these people and the bot; its id.

        As an administrator the bot reads everything said there.
        """
        body = {"title": title, "members": list(members), "bot_is_admin": bot_is_admin, "basic": basic}
        return int((await self._post("groups", body))["id"])

    async def migrate_group(self, group: int) -> int:
        """The group becomes a supergroup; its new id."""
        return int((await self._post(f"groups/{group}/migrate", {}))["id"])

    async def people(self) -> list[PersonView]:
        return [PersonView(**person) for person in await self._get("people")]

    async def send_text(
        self,
        person: int,
        text: str,
        *,
        entities: Entities | None = None,
        chat: int | None = None,
        reply_to: int | None = None,
    ) -> MessageView:
        """The person writes: to the bot, or into the group `chat`; `entities` are the formatting, as in the Bot API."""
        body = {"person": person, "chat": chat, "text": text, "entities": entities, "reply_to": reply_to}
        return await self._message("messages", body)

    async def send_media(self, person: int, media: Media, *, chat: int | None = None, caption: str = "") -> MessageView:
        return await self._message("messages", {"person": person, "chat": chat, "media": media, "caption": caption})

    async def send_files(
        self,
        person: int,
        files: Sequence[Attachment],
        *,
        caption: str = "",
        entities: Entities | None = None,
        chat: int | None = None,
    ) -> list[MessageView]:
        """The person sends a photo or a document, or an album of up to ten, with the caption on the first."""
        ids = [(await self._upload(file.kind, file.name, file.data))["file_id"] for file in files]
        body = {"person": person, "chat": chat, "files": ids, "caption": caption, "entities": entities}
        return [_message_view(item) for item in await self._post("media", body)]

    async def edit_text(self, person: int, message_id: int, text: str, *, chat: int | None = None) -> MessageView:
        """The person edits a message of their own."""
        body = {"person": person, "chat": chat, "message_id": message_id, "text": text}
        return await self._message("edits", body)

    async def press(
        self, person: int, message_id: int, button: str, *, chat: int | None = None, within: float = 10
    ) -> PressAnswer:
        """Presses the callback button whose data, or else text, is `button`; waits for the bot's answer to it."""
        body = {"person": person, "chat": chat, "message_id": message_id, "button": button}
        press = await self._post("presses", body)
        return PressAnswer(**await self._get(f"presses/{press['id']}", timeout=within))

    async def block(self, person: int) -> None:
        await self._post(f"people/{person}/block", {})

    async def unblock(self, person: int) -> None:
        await self._post(f"people/{person}/unblock", {})

    async def messages(self, chat: int) -> list[MessageView]:
        """All messages of a chat, oldest first, as they stand now."""
        return [_message_view(item) for item in await self._get(f"chats/{chat}/messages")]

    async def wait_messages(self, chat: int, *, after: int, count: int = 1, within: float = 10) -> list[MessageView]:
        """Messages of the bot sent or edited later than the change `after`; TimeoutError if fewer than `count` came."""
        query = {"after": after, "count": count, "timeout": within, "bot": 1}
        found = [_message_view(item) for item in await self._get(f"chats/{chat}/messages", **query)]
        if len(found) < count:
            raise TimeoutError(f"{len(found)} of {count} messages of the bot in chat {chat} within {within} s")
        return found

    async def ask(self, person: int, text: str, *, chat: int | None = None, within: float = 10) -> MessageView:
        """The person writes; the first message that the bot then sends or edits in that chat."""
        question = await self.send_text(person, text, chat=chat)
        return (await self.wait_messages(question.chat, after=question.change, within=within))[0]

    async def picture(self, message: MessageView) -> bytes:
        """The file of the picture that a message of the bot shows."""
        path = f"{self._control}/pictures/{message.raw['photo'][-1]['file_id']}"
        async with self._opened.get(path) as response:
            response.raise_for_status()
            return await response.read()

    async def document(self, message: MessageView) -> bytes:
        """The file of a message with a document."""
        async with self._opened.get(f"{self._control}/files/{message.raw['document']['file_id']}") as response:
            response.raise_for_status()
            return await response.read()

    async def calls(self, *, method: str = "", chat: int | None = None, after: int = 0) -> list[CallView]:
        """The bot's accepted calls (getUpdates apart) with a number above `after`, in order."""
        return await self._calls(method=method, chat=chat, after=after)

    async def wait_calls(
        self, count: int, *, method: str = "", chat: int | None = None, after: int = 0, within: float = 10
    ) -> list[CallView]:
        """As `calls`, but waits until there are `count`; TimeoutError if there are fewer."""
        found = await self._calls(method=method, chat=chat, after=after, count=count, timeout=within)
        if len(found) < count:
            raise TimeoutError(f"{len(found)} of {count} calls of {method or 'any method'} within {within} s")
        return found

    async def _calls(self, **query: Any) -> list[CallView]:
        return [CallView(**call) for call in await self._get("calls", **query)]

    async def _message(self, path: str, body: Mapping[str, Any]) -> MessageView:
        return _message_view(await self._post(path, body))


def _message_view(item: Mapping[str, Any]) -> MessageView:
    return MessageView.of(item["message"], item["change"])
