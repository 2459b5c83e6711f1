"""The control API, the part for files: what people upload and send, and what they download."""

from typing import Any
from urllib.parse import quote

from aiohttp import web

from bot.sandbox.control.acting import Acting
from bot.sandbox.control.bodies import NewFiles
from bot.sandbox.control.exchange import answering, read_body
from bot.sandbox.control.people import RefusedError
from bot.sandbox.control.watching import message_json
from bot.sandbox.files import PHOTO
from bot.sandbox.formatting.text import typed
from bot.sandbox.media import KEEPERS
from bot.sandbox.params import Upload, roomy
from bot.sandbox.world import World

ROOT = "/sandbox/control"
BYTES = "application/octet-stream"
# a file is under its id for good; nothing in it may run on this page
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, max-age=86400, immutable",
}


class FilesApi:
    def __init__(self, world: World, acting: Acting) -> None:
        self._world = world
        self._acting = acting

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post(f"{ROOT}/files", answering(self.upload)),
            web.get(f"{ROOT}/files/{{file}}", self.download),
            web.get(f"{ROOT}/pictures/{{file}}", self.picture),
            web.post(f"{ROOT}/media", answering(self.send)),
        ]

    async def upload(self, request: web.Request) -> Any:
        """A file as bytes, with `name` and `kind` photo or document in the query: its id, to be sent under."""
        kind = request.query.get("kind", "")
        if kind not in KEEPERS:
            raise RefusedError(f"a file is one of {', '.join(KEEPERS)}")
        if request.content_type != BYTES:
            raise RefusedError(f"send {BYTES}")
        try:
            data = await roomy(request).read()
        except web.HTTPRequestEntityTooLarge as error:
            raise RefusedError("the file is too big") from error
        return {"file_id": KEEPERS[kind](self._world.files, Upload(data, request.query.get("name", ""), "")).id}

    async def send(self, request: web.Request) -> Any:
        """Uploaded files from a person: the messages that they became."""
        given = await read_body(request, NewFiles)
        caption = typed(given.caption, given.entities).as_caption()
        sent = self._acting.send_files(
            given.person, given.files, caption=caption, chat_id=given.chat, reply_to=given.reply_to
        )
        return [message_json(message) for message in sent]

    async def download(self, request: web.Request) -> web.Response:
        file = self._world.files.get(request.match_info["file"])
        if file is None:
            raise web.HTTPNotFound
        named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"}
        return web.Response(body=file.data, content_type=BYTES, headers={**HEADERS, **named})

    async def picture(self, request: web.Request) -> web.Response:
        """A photo, to be shown."""
        file = self._world.files.get(request.match_info["file"])
        if file is None or file.kind != PHOTO:
            raise web.HTTPNotFound
        return web.Response(body=file.data, content_type=file.content_type, headers=HEADERS)
