"""The bodies that the control API takes."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.sandbox.faults import BROKEN, KINDS, REFUSALS


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
    basic: bool = False


class NewMessage(Body):
    """`media` instead of a text; `chat` is a group; `entities` as in the Bot API."""

    person: int
    chat: int | None = None
    text: str = ""
    entities: list[dict[str, Any]] | None = None
    media: str | None = None
    caption: str = ""
    reply_to: int | None = None


class NewFiles(Body):
    """`files` are ids that uploading gave."""

    person: int
    chat: int | None = None
    files: list[str]
    caption: str = ""
    entities: list[dict[str, Any]] | None = None
    reply_to: int | None = None


class EditedText(Body):
    person: int
    chat: int | None = None
    message_id: int
    text: str
    entities: list[dict[str, Any]] | None = None


class PressedButton(Body):
    person: int
    chat: int | None = None
    message_id: int
    button: str


class Latency(Body):
    seconds: float


class NewLimits(Body):
    """Of bot.sandbox.limits; what is not given is as at Telegram."""

    enforced: bool = True
    overall: int | None = Field(None, ge=0)
    paid: int | None = Field(None, ge=0)
    burst: int | None = Field(None, ge=0)
    group: int | None = Field(None, ge=0)
    ban: float | None = Field(None, ge=0, allow_inf_nan=False)
    penalty: float | None = Field(None, ge=0, allow_inf_nan=False)


def _one_of(*known: str | int) -> AfterValidator:
    def check(value: str | int) -> str | int:
        if value not in known:
            raise ValueError(f"{value} is none of {', '.join(map(str, known))}")
        return value

    return AfterValidator(check)


class NewFault(Body):
    """Of bot.sandbox.faults."""

    kind: Annotated[str, _one_of(*KINDS, *REFUSALS)]
    method: str = ""
    chat: int | None = None
    left: int | None = Field(1, ge=1)
    share: float = Field(1, gt=0, le=1)
    status: Annotated[int, _one_of(*BROKEN)] = 502
    seconds: float = Field(1, ge=0, allow_inf_nan=False)
    seed: int = 0
