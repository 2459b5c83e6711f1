"""What staff wrote to be sent on as it is: formatted text, pictures, documents, buttons."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from bot.messages.message import Message

Json = dict[str, Any]


class Media(BaseModel):
    """A file that Telegram has already, by its `file_id`; `name` is a document's."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["photo", "document", "video"]
    file_id: str
    name: str = ""


class ContentButton(BaseModel):
    """As bot.messages.message.Button: `data` comes back when it is pressed, or `url` opens."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    data: str = ""
    url: str = ""


class Content(BaseModel):
    """`entities` are Telegram's, their offsets in UTF-16 code units of `text`; several `media` are an album.

    With media the text is their caption. Buttons of an album stand under a message of their own.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = ""
    entities: tuple[Json, ...] = ()
    media: tuple[Media, ...] = Field(default=(), max_length=10)
    buttons: tuple[tuple[ContentButton, ...], ...] = ()

    @classmethod
    def of(cls, message: Message) -> Self:
        """A message of the assistant's own, its heading in bold; it has no picture."""
        length = len(message.heading.encode("utf-16-le")) // 2
        bold = ({"type": "bold", "offset": 0, "length": length},) if length else ()
        rows = tuple(
            tuple(ContentButton(text=one.text, data=one.data, url=one.url) for one in row) for row in message.buttons
        )
        return cls(text=message.plain, entities=bold, buttons=rows)

    def as_json(self) -> Json:
        return self.model_dump(mode="json", exclude_defaults=True)

    @classmethod
    def from_json(cls, data: Json) -> Self:
        return cls.model_validate(data)
