"""The chat page, /chat/: static files, texts in two languages, and the stream of what happens."""

from functools import cache
from pathlib import Path

from aiohttp import web

from bot.languages import Language
from bot.sandbox.page.stream import Stream
from bot.sandbox.page.texts import page_texts
from bot.sandbox.world import World

ROOT = "/chat"
FOLDER = Path(__file__).parent
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class ChatPage:
    def __init__(self, world: World) -> None:
        self._stream = Stream(world)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get(ROOT, _to_page),
            web.get(f"{ROOT}/", _index),
            web.get(f"{ROOT}/stream", self._stream.serve),
            web.get(f"{ROOT}/texts/{{language:zh|en}}", _texts),
            web.get(f"{ROOT}/{{file:[a-z-]+\\.(?:js|css|svg)}}", _file),
        ]


async def _to_page(_request: web.Request) -> web.Response:
    raise web.HTTPFound(f"{ROOT}/")


async def _index(_request: web.Request) -> web.Response:
    return web.Response(body=_content("index.html"), content_type="text/html", charset="utf-8", headers=HEADERS)


async def _file(request: web.Request) -> web.Response:
    name = request.match_info["file"]
    try:
        return web.Response(body=_content(name), content_type=TYPES[Path(name).suffix], headers=HEADERS)
    except FileNotFoundError as error:
        raise web.HTTPNotFound from error


@cache
def _content(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


async def _texts(request: web.Request) -> web.Response:
    return web.json_response(page_texts(Language(request.match_info["language"])), headers=HEADERS)
