"""GET /calendar/<secret>.ics: what a tenant signed up for, for the phone that subscribed to it."""

from functools import partial

import structlog
from aiohttp import ETag, web

from bot import calendar_feeds
from bot.phone_calendars import Feed
from bot.services import Services
from handlers.web.guard import Guard, TooManyError
from storage.errors import StoreError
from storage.models import CalendarFeed

log = structlog.get_logger(__name__)

PATIENCE = "60"
"""Seconds after which a phone is to try again when the store does not answer."""
PRIVATE = {
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}

SERVICES: web.AppKey[Services] = web.AppKey("calendar_services")
GUARD: web.AppKey[Guard] = web.AppKey("calendar_guard")


def add_calendar_feeds(app: web.Application, services: Services) -> None:
    app[SERVICES], app[GUARD] = services, Guard(services.clock)
    app.router.add_get(calendar_feeds.path("{secret}"), get)


async def get(request: web.Request) -> web.Response:
    """304 as long as nothing has changed; 404, as for any address that is none, when the secret is wrong."""
    try:
        found = await _found(request)
        feed = await request.app[SERVICES].phone_calendars.feed(found)
    except StoreError as error:
        log.warning("calendar.store_failed", error=str(error))
        raise web.HTTPServiceUnavailable(headers={"Retry-After": PATIENCE}) from None
    response = web.Response(headers=PRIVATE)
    response.etag, response.last_modified = feed.etag, feed.modified
    if _has(request, feed):
        response.set_status(304)
        return response
    response.content_type, response.charset, response.body = "text/calendar", "utf-8", feed.body
    return response


async def _found(request: web.Request) -> CalendarFeed:
    secret = request.match_info["secret"]
    if not calendar_feeds.SECRET.fullmatch(secret):
        raise web.HTTPNotFound
    find = partial(calendar_feeds.find, request.app[SERVICES].database)
    try:
        found = await request.app[GUARD].look_up(calendar_feeds.hash_of(secret), request.remote, find)
    except TooManyError as many:
        raise web.HTTPTooManyRequests(headers={"Retry-After": f"{many.seconds}"}) from None
    if found is None:
        log.info("calendar.address_refused", address=request.remote)
        raise web.HTTPNotFound
    return found


def _has(request: web.Request, feed: Feed) -> bool:
    """Whether the phone has it already; what it says of the ETag goes before the time (RFC 9110)."""
    if request.if_none_match is not None:
        return any(one in (ETag("*"), ETag(feed.etag), ETag(feed.etag, is_weak=True)) for one in request.if_none_match)
    since = request.if_modified_since
    return since is not None and feed.modified.replace(microsecond=0) <= since
