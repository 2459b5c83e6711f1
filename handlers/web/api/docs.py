"""GET /api/openapi.json, and GET /api/docs: a page that shows it, with nothing from elsewhere."""

from functools import cache
from pathlib import Path

from aiohttp import web

from bot.languages import Language
from bot.messages.texts import texts_in
from handlers.web.api.openapi import description
from handlers.web.api.problems import language_of

FOLDER = Path(__file__).parent / "page"
TEXTS = "api-page-"
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

ROUTES = web.RouteTableDef()


@ROUTES.get("/openapi.json")
async def openapi(request: web.Request) -> web.Response:
    """In the language that ?language= or the client asks for."""
    asked = request.query.get("language")
    language = Language(asked) if asked in set(Language) else language_of(request)
    return web.json_response(description(language), headers=HEADERS)


@ROUTES.get("/docs")
async def page(_request: web.Request) -> web.Response:
    return web.Response(body=_content("index.html"), content_type="text/html", charset="utf-8", headers=HEADERS)


@ROUTES.get("/docs/texts/{language:zh|en}")
async def texts(request: web.Request) -> web.Response:
    """The page's own texts, by key without its prefix."""
    spoken = texts_in(Language(request.match_info["language"]))
    told = {key.removeprefix(TEXTS): spoken(key) for key in spoken.keys_with(TEXTS)}
    return web.json_response(told, headers=HEADERS)


@ROUTES.get(r"/docs/{file:[a-z-]+\.(?:js|css|svg)}")
async def file(request: web.Request) -> web.Response:
    name = request.match_info["file"]
    try:
        return web.Response(body=_content(name), content_type=TYPES[Path(name).suffix], headers=HEADERS)
    except FileNotFoundError as error:
        raise web.HTTPNotFound from error


@cache
def _content(name: str) -> bytes:
    return (FOLDER / name).read_bytes()
