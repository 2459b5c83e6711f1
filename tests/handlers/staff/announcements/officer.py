"""Somebody of the staff who writes announcements as on a phone, and tenants who get them."""

import asyncio
from dataclasses import dataclass

from bot.app import Assistant
from bot.messages.texts import Texts
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView, PressAnswer
from storage.models import Announcement, AnnouncementState
from tests.fakes import FakeClock
from tests.handlers.conftest import ZH
from tests.waiting import until

EVERY = frozenset(AnnouncementState)


@dataclass
class Officer:
    """`screen` is the message that was sent or pressed last, as it stood then; `toast` what a press was answered."""

    telegram: SandboxClient
    id: int
    texts: Texts = ZH
    screen: MessageView | None = None
    toast: PressAnswer | None = None

    async def says(self, text: str, **given: object) -> MessageView:
        """The message that answers what was typed."""
        typed = await self.telegram.send_text(self.id, text, **given)  # type: ignore[arg-type]
        return await self.answered(typed)

    async def answered(self, typed: MessageView) -> MessageView:
        (self.screen, *_) = await self.telegram.wait_messages(self.id, after=typed.change)
        return self.screen

    async def presses(self, *buttons: str) -> MessageView:
        """Buttons of the screen, one after the other, by their text, data or key; what the screen is in the end."""
        for button in buttons:
            await self._press(button)
        assert self.screen is not None
        return self.screen

    async def taps(self, button: str) -> PressAnswer:
        """A press that is answered with a toast alone."""
        assert self.screen is not None
        return await self.telegram.press(self.id, self.screen.id, self.found(button))

    def found(self, button: str) -> str:
        """The text or the data of a button of the screen."""
        assert self.screen is not None
        key = f"announce-button-{button}"
        name = self.texts(key) if self.texts.has(key) else button
        names = [one.text for one in self.screen.buttons] + [one.data for one in self.screen.buttons]
        assert name in names, (name, names)
        return name

    def offers(self, button: str) -> bool:
        assert self.screen is not None
        return self.texts(f"announce-button-{button}") in {one.text for one in self.screen.buttons}

    async def looks(self) -> MessageView:
        """The screen as it is by now."""
        assert self.screen is not None
        messages = await self.telegram.messages(self.id)
        self.screen = next(one for one in messages if one.id == self.screen.id)
        return self.screen

    async def sees(self, text: str, clock: FakeClock | None = None) -> MessageView:
        """The screen, once it holds the text; meanwhile the clock goes on, for what is told every few seconds."""
        for _ in range(100):
            if text in (await self.looks()).text:
                break
            if clock:
                clock.advance(seconds=3)
            await asyncio.sleep(0.1)
        assert self.screen is not None
        assert text in self.screen.text, self.screen.text
        return self.screen

    async def _press(self, button: str) -> None:
        assert self.screen is not None
        before = self.screen
        self.toast = await self.telegram.press(self.id, before.id, self.found(button))

        async def changed() -> bool:
            return (await self.looks()).change > before.change

        await until(changed, within=10)


async def only(park: Assistant) -> Announcement:
    """The one announcement that there is."""
    (announcement,) = await park.services.announcements.latest(EVERY)
    return announcement


async def arrived(telegram: SandboxClient, person: int, text: str) -> MessageView:
    """The message that begins so, once it is in the chat."""

    async def found() -> bool:
        return await has(telegram, person, text)

    await until(found, within=10)
    return next(one for one in await telegram.messages(person) if one.from_bot and one.text.startswith(text))


async def has(telegram: SandboxClient, person: int, text: str) -> bool:
    """Whether a message of the bot that begins so is in the chat."""
    return any(one.from_bot and one.text.startswith(text) for one in await telegram.messages(person))
