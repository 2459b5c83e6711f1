"""The pages about the address that a phone's calendar subscribes to."""

from urllib.parse import urlsplit

from bot.messages.callbacks import CALENDAR, SETTINGS, SIGN_UP, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts


def offer(texts: Texts) -> Message:
    """What it is, for whom has none."""
    return _page(texts, texts("calendar-offer"), (_button(texts, "make"),))


def made(texts: Texts, address: str) -> Message:
    """The new address: Telegram's buttons open no webcal, so that one is there to be copied."""
    webcal = f"webcal://{address.partition('://')[2]}"
    text = texts("calendar-made", webcal=webcal, https=address)
    # Telegram refuses a whole message for a button to a host without a dot, like localhost
    public = "." in (urlsplit(address).hostname or "")
    opens = ((Button(texts("calendar-button-open"), url=address),),) if public else ()
    return _page(texts, text, *opens, _changes(texts))


def active(texts: Texts, since: str) -> Message:
    return _page(texts, texts("calendar-active", since=since), _changes(texts))


def stopped(texts: Texts) -> Message:
    return _page(texts, texts("calendar-stopped"), (_button(texts, "make"),))


def _changes(texts: Texts) -> tuple[Button, ...]:
    return (Button(texts("calendar-button-renew"), pack(CALENDAR, "make")), _button(texts, "stop"))


def _button(texts: Texts, step: str) -> Button:
    return Button(texts(f"calendar-button-{step}"), pack(CALENDAR, step))


def _page(texts: Texts, text: str, *rows: tuple[Button, ...]) -> Message:
    back = (Button(texts("button-signed-up"), pack(SIGN_UP, "mine")), Button(texts("stored-button-back"), SETTINGS))
    return Message(text, heading=texts("calendar-title"), buttons=(*rows, back))
