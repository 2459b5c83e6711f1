"""Buttons that bring a file for the phone's calendar."""

from bot.messages.callbacks import CALENDAR, pack
from bot.messages.message import Button
from bot.messages.texts import Texts


def add(texts: Texts, occurrence_id: int | None) -> Button:
    """What the person signed up for there, as it is when the button is pressed."""
    return Button(texts("calendar-button-add"), pack(CALENDAR, "file", occurrence_id))


def remove(texts: Texts, occurrence_id: int | None) -> Button:
    """The same for what is no more: the file cancels what an earlier one had added."""
    return Button(texts("calendar-button-remove"), pack(CALENDAR, "file", occurrence_id))
