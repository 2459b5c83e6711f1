"""What messages about announcements are made from, for a press as for the clock that renews them."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.announcements.service import Announcements
from bot.messages.callbacks import ANNOUNCE, pack
from bot.messages.message import Button
from bot.messages.texts import Texts
from bot.services import Services
from storage.models import Announcement


@dataclass(frozen=True)
class View:
    """`writes`: whoever looks may send announcements, not only read about them."""

    services: Services
    texts: Texts
    writes: bool

    @property
    def announcements(self) -> Announcements:
        return self.services.announcements

    @property
    def zone(self) -> ZoneInfo:
        return self.services.settings.timezone

    @property
    def now(self) -> datetime:
        """In the park's zone."""
        return self.services.clock.now().astimezone(self.zone)

    def text(self, key: str, **values: object) -> str:
        return self.texts(f"announce-{key}", **values)

    def button(self, key: str, step: str, announcement: Announcement | None = None, value: str = "") -> Button:
        """A button of that text for a step with the announcement as it is now."""
        return Button(self.text(f"button-{key}"), data_of(step, announcement, value))

    def ticked(self, text: str, *, on: bool) -> str:
        """The text of a button for what is chosen or not."""
        return self.text("chosen", name=text) if on else text


def data_of(step: str, announcement: Announcement | None = None, value: str = "") -> str:
    if announcement is None:
        return pack(ANNOUNCE, step, 0, 0, value) if value else pack(ANNOUNCE, step, 0)
    return pack(ANNOUNCE, step, announcement.id, announcement.revision, *([value] if value else []))
