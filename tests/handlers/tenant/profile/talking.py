"""Somebody who talks with the assistant as on a phone: types, and presses what the last message offers."""

import re
from dataclasses import dataclass

from bot.messages.texts import Texts
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView, PressAnswer
from tests.handlers.conftest import ZH

SECRET = re.compile(r"start=join_([\w-]{22})")


@dataclass
class Person:
    """`last` is the message that the assistant sent or changed last."""

    telegram: SandboxClient
    id: int
    texts: Texts = ZH
    last: MessageView | None = None
    toast: PressAnswer | None = None

    async def says(self, text: str) -> MessageView:
        """The one message that answers what was typed."""
        typed = await self.telegram.send_text(self.id, text)
        return await self._answered(typed.change)

    async def corrects(self, before: str, text: str) -> MessageView:
        """Edits what was typed before; the message that answers."""
        typed = next(one for one in await self.telegram.messages(self.id) if one.text == before)
        edited = await self.telegram.edit_text(self.id, typed.id, text)
        return await self._answered(edited.change)

    async def presses(self, button: str, on: MessageView | None = None) -> MessageView:
        """A button of the last message, by its text, data or key; what the message then is, or the one that came."""
        message = on or self.last
        assert message is not None
        change = max(one.change for one in await self.telegram.messages(self.id))
        self.toast = await self.telegram.press(self.id, message.id, self._found(message, button))
        return await self._answered(change)

    async def taps(self, button: str, on: MessageView | None = None) -> PressAnswer:
        """Presses what answers with a toast alone."""
        message = on or self.last
        assert message is not None
        return await self.telegram.press(self.id, message.id, self._found(message, button))

    async def invites(self) -> str:
        """The secret of a new link, made by the button of the overview."""
        await self.says("/profile")
        picture = await self.presses("company-button-invite")
        secret = SECRET.search(picture.text)
        assert secret
        return secret[1]

    def offers(self, button: str) -> bool:
        assert self.last is not None
        return any(self._named(button) in {one.text, one.data} for one in self.last.buttons)

    def _named(self, button: str) -> str:
        return self.texts(button) if self.texts.has(button) else button

    def _found(self, message: MessageView, button: str) -> str:
        name = self._named(button)
        assert any(name in {one.text, one.data} for one in message.buttons), (name, message.buttons)
        return name

    async def _answered(self, change: int) -> MessageView:
        (self.last,) = await self.telegram.wait_messages(self.id, after=change)
        return self.last
