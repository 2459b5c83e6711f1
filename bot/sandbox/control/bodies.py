"""The bodies that the control API takes."""

from pydantic import BaseModel, ConfigDict


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewPerson(Body):
    name: str
    language_code: str = "zh-hans"
    id: int | None = None
    listed: bool = False


class NewGroup(Body):
    title: str
    members: list[int]
    bot_is_admin: bool = False
    listed: bool = False


class NewMessage(Body):
    """`media` instead of a text; `chat` is a group."""

    person: int
    chat: int | None = None
    text: str = ""
    media: str | None = None
    caption: str = ""
    reply_to: int | None = None


class EditedText(Body):
    person: int
    chat: int | None = None
    message_id: int
    text: str


class PressedButton(Body):
    person: int
    chat: int | None = None
    message_id: int
    button: str


class Latency(Body):
    seconds: float
