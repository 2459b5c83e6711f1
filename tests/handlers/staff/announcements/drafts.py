"""Drafts as tests begin with them."""

from storage.models.base import Json
from tests.handlers.conftest import ZH
from tests.handlers.staff.announcements.officer import Officer

DRILL = "周一 9 点 4 号楼消防演练"
EVERYBODY = ZH("announce-everybody")


async def begin(officer: Officer, text: str = DRILL) -> None:
    """A draft with a text, its card on the screen."""
    await officer.says("/announce")
    await officer.presses("new")
    await officer.says(text)


async def begin_for_everybody(officer: Officer, text: str = DRILL) -> None:
    await begin(officer, text)
    await officer.presses("audience", EVERYBODY, "done")


async def send(officer: Officer, text: str = DRILL) -> None:
    """Sent to everybody: three people, the officer among them; how it goes is on the screen."""
    await begin_for_everybody(officer, text)
    await officer.presses("send", "发给 3 人")


def press(person: int, data: str, update_id: int = 10**9) -> Json:
    """An update about a press, as anybody could forge its data."""
    chat = {"id": person, "type": "private", "first_name": "某人"}
    sender = {"id": person, "is_bot": False, "first_name": "某人", "language_code": "zh-hans"}
    bot = {"id": 1, "is_bot": True, "first_name": "小助手"}
    message = {"message_id": 1, "date": 1764000000, "chat": chat, "from": bot, "text": "…"}
    query = {"id": "1", "from": sender, "chat_instance": "1", "message": message, "data": data}
    return {"update_id": update_id, "callback_query": query}


def typed(person: int, text: str, message_id: int = 10**8) -> Json:
    """An update about a message."""
    chat = {"id": person, "type": "private", "first_name": "某人"}
    sender = {"id": person, "is_bot": False, "first_name": "某人", "language_code": "zh-hans"}
    message = {"message_id": message_id, "date": 1764000000, "chat": chat, "from": sender, "text": text}
    return {"update_id": message_id, "message": message}
