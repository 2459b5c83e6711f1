"""The HTTP API under /api, for the park's own systems."""

from aiohttp import web

from bot.services import Services
from handlers.web.api import announcements, docs
from handlers.web.api.access import GUARD, SERVICES
from handlers.web.api.problems import as_problems
from handlers.web.guard import Guard

ROOT = "/api/"


def add_api(app: web.Application, services: Services) -> None:
    api = web.Application(middlewares=[as_problems])
    api[SERVICES], api[GUARD] = services, Guard(services.clock)
    api.router.add_post(announcements.PATH, announcements.post)
    api.router.add_get(announcements.PATH + "/{id}", announcements.get)
    api.router.add_routes(docs.ROUTES)
    app.add_subapp(ROOT, api)
