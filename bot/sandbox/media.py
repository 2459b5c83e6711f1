"""Photos and documents in calls: uploaded now, or sent before and meant by their file_id."""

import mimetypes
from collections.abc import Callable
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.files import DOCUMENT, PHOTO, File, Files
from bot.sandbox.params import Params, Upload
from bot.sandbox.pictures import Picture

LONGEST_SIDES = 10_000
SHARPEST = 20  # times as long as wide
LARGEST_PHOTO = 10 * 10**6
LARGEST_DOCUMENT = 50 * 10**6
UNKNOWN = "application/octet-stream"


def read_file(files: Files, params: Params, kind: str, name: str) -> File:
    """The file of the parameter `name`; the sandbox fetches none by address. Raises ApiError."""
    upload = params.upload(name)
    if upload is not None:
        return KEEPERS[kind](files, upload)
    given = params.text(name)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    file = files.get(given)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def read_input_media(files: Files, params: Params, given: Any) -> tuple[File, Params]:
    """The file of an InputMedia object, and the object as parameters; raises ApiError."""
    if not isinstance(given, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = str(given.get("type", ""))
    if kind not in KEEPERS:
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    media = params.within(given)
    if not media.text("media") or (media.text("media").startswith("attach://") and media.upload("media") is None):
        raise bad_request("can't parse InputMedia: media not found")
    return read_file(files, media, kind, "media"), media


def keep_photo(files: Files, upload: Upload) -> File:
    """Raises ApiError for what is no picture, or one of a shape that Telegram does not take."""
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > LARGEST_PHOTO:
        raise bad_request(f"file of size {len(upload.data)} bytes is too big for a photo")
    picture = Picture.of(upload.data)
    if picture is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = picture.width, picture.height
    if not width or not height or width + height > LONGEST_SIDES or max(width, height) > SHARPEST * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return files.keep_photo(picture)


def keep_document(files: Files, upload: Upload) -> File:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > LARGEST_DOCUMENT:
        raise bad_request(f"file of size {len(upload.data)} bytes is too big")
    name = upload.name.replace("\\", "/").rpartition("/")[2] or "document"
    return files.keep_document(upload.data, name, mimetypes.guess_type(name)[0] or upload.content_type or UNKNOWN)


KEEPERS: dict[str, Callable[[Files, Upload], File]] = {PHOTO: keep_photo, DOCUMENT: keep_document}
