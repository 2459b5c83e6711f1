"""reply_markup, as strict as Telegram: buttons, their data, their addresses."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.formatting.links import checked_url

LONGEST_DATA = 64
MOST_BUTTONS = 100
OTHER_KINDS = (
    *("web_app", "login_url", "copy_text", "callback_game", "pay"),
    *("switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat"),
)
OTHER_MARKUPS = ("keyboard", "remove_keyboard", "force_reply")


def read_markup(given: Any) -> dict[str, Any]:
    """The markup that a message will have, {} for none; raises ApiError. Only inline keyboards are kept."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in given:
        return {}
    rows = given["inline_keyboard"]
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    keyboard = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, keyboard)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": keyboard} if keyboard else {}


def read_inline_markup(given: Any) -> dict[str, Any]:
    """As `read_markup`, for edits, which take no other kind."""
    if isinstance(given, Mapping) and any(name in given for name in OTHER_MARKUPS):
        raise bad_request("inline keyboard expected")
    return read_markup(given)


def _button(given: Any) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise _cannot_parse("InlineKeyboardButton must be an Object")
    text, url, data = given.get("text"), given.get("url"), given.get("callback_data")
    if not isinstance(text, str):
        raise _cannot_parse('field "text" must be of type String')
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if url:
        if not checked_url(str(url)):
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        return {"text": text, "url": checked_url(str(url))}
    if data:
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= LONGEST_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"text": text, "callback_data": data}
    if not any(name in given for name in OTHER_KINDS):
        raise _cannot_parse("Text buttons are unallowed in the inline keyboard")
    return dict(given)


def _cannot_parse(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")
