"""The parameters of a call, however they came: query, form, multipart or JSON."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.sandbox.errors import bad_request

LARGEST = 52 * 2**20  # bytes of a call: a document may have fifty million
TRUE = ("true", "yes", "1")
ATTACHED = "attach://"


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    data: bytes
    name: str
    content_type: str


class Params:
    """Lenient where Telegram is: numbers may be strings, objects may be strings of JSON.

    `values` can be shown as JSON; of files that were uploaded they tell the size alone.
    """

    def __init__(self, values: Mapping[str, Any], files: Mapping[str, Upload] | None = None) -> None:
        self._files = files or {}
        self.values = {**values, **{name: {"file_size": len(file.data)} for name, file in self._files.items()}}

    def upload(self, name: str) -> Upload | None:
        """The file that came as this parameter or that it names by attach://."""
        return self._files.get(name) or self.attached(self.values.get(name))

    def attached(self, value: Any) -> Upload | None:
        """The file that a value names by attach://."""
        return self._files.get(value.removeprefix(ATTACHED)) if isinstance(value, str) else None

    def within(self, values: Mapping[str, Any]) -> "Params":
        """An object in a parameter, like an item of an album, with the files of the call."""
        return Params({**values}, self._files)

    def text(self, name: str) -> str:
        """The value as a string, "" when it is missing; raises ApiError when it is no valid Unicode."""
        value = self.values.get(name)
        if value is None:
            return ""
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise bad_request("strings must be encoded in UTF-8") from error
        return text

    def integer(self, name: str, default: int = 0) -> int:
        """The number that the value begins with; 0 for something that is no number."""
        text = self.text(name).strip()
        if not text:
            return default
        match = re.match(r"-?\d{1,18}", text)
        return int(match[0]) if match else 0

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in TRUE

    def json(self, name: str) -> Any:
        """The object or list, None when it is missing; raises ApiError."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {name} JSON object") from error


def roomy(request: web.Request) -> web.Request:
    """Takes files, whatever application the sandbox is mounted on."""
    return request.clone(client_max_size=LARGEST)


async def read_params(request: web.Request) -> Params:
    """Raises ApiError when the body is not what its content type says."""
    request = roomy(request)
    values: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    try:
        if request.content_type == "application/json":
            values.update(_object(await request.text()))
        elif request.method == "POST":
            for name, value in (await request.post()).items():
                if isinstance(value, web.FileField):
                    files[name] = Upload(value.file.read(), value.filename, value.content_type)
                else:
                    values[name] = value
    except UnicodeDecodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
    except (ValueError, TypeError) as error:
        raise bad_request("can't parse request body") from error
    return Params(values, files)


def _object(source: str) -> Mapping[str, Any]:
    value = json.loads(source) if source.strip() else {}
    if not isinstance(value, dict):
        raise TypeError("an object was expected")
    return value
