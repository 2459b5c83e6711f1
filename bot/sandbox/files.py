"""Files that were sent, kept in memory: photos and documents by the id that stands in messages."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from bot.sandbox.pictures import Picture

PHOTO, DOCUMENT = "photo", "document"
FOLDERS = {PHOTO: "photos", DOCUMENT: "documents"}
ROOM = 256 * 2**20  # bytes of all files together


@dataclass(frozen=True)
class File:
    """`width` and `height` are a photo's."""

    id: str
    kind: str
    data: bytes
    name: str
    content_type: str
    width: int = 0
    height: int = 0

    @property
    def unique_id(self) -> str:
        return self.id[-15:]

    @property
    def path(self) -> str:
        """Where the Bot API serves it."""
        return f"{FOLDERS[self.kind]}/{self.id}{PurePosixPath(self.name).suffix}"

    def as_json(self) -> dict[str, Any]:
        """The fields that a PhotoSize, a Document and a File share."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.data)}

    def body(self) -> dict[str, Any]:
        """The fields of a Message; a photo has one size."""
        if self.kind == PHOTO:
            return {PHOTO: [{**self.as_json(), "width": self.width, "height": self.height}]}
        return {DOCUMENT: {**self.as_json(), "file_name": self.name, "mime_type": self.content_type}}


class Files:
    """The same content under the same name is one file; the oldest go when there is no more room."""

    def __init__(self, room: int = ROOM) -> None:
        self._kept: OrderedDict[str, File] = OrderedDict()
        self._room = room

    def get(self, file_id: str) -> File | None:
        return self._kept.get(file_id)

    def at(self, path: str) -> File | None:
        """By File.path."""
        file = self._kept.get(PurePosixPath(path).stem)
        return file if file is not None and file.path == path else None

    def keep_photo(self, picture: Picture) -> File:
        name = f"photo.{picture.content_type.rpartition('/')[2]}"
        file_id = _id(PHOTO, name, picture.data)
        return self._keep(File(file_id, PHOTO, picture.data, name, picture.content_type, picture.width, picture.height))

    def keep_document(self, data: bytes, name: str, content_type: str) -> File:
        return self._keep(File(_id(DOCUMENT, name, data), DOCUMENT, data, name, content_type))

    def _keep(self, file: File) -> File:
        if file.id in self._kept:
            self._kept.move_to_end(file.id)
            return self._kept[file.id]
        self._room -= len(file.data)
        self._kept[file.id] = file
        while self._room < 0 and len(self._kept) > 1:
            self._room += len(self._kept.popitem(last=False)[1].data)
        return file


def _id(kind: str, name: str, data: bytes) -> str:
    digest = hashlib.sha256(f"{kind}\0{name}\0".encode() + data).hexdigest()
    return f"{kind[0]}{digest[:31]}"
