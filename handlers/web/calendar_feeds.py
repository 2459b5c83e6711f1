"""GET /calendar/<secret>.ics: what a tenant signed up for, for the phone that subscribed to it."""

from datetime import datetime

import structlog
from aiohttp import ETag, web

from bot import calendar_feeds
from bot.people.secret_links import hash_of
from bot.phone_calendars import Feed
from bot.services import Services
from handlers.web.guard import Guard
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
    secret_hash, services = hash_of(secret), request.app[SERVICES]
    found = await calendar_feeds.find(services.database, secret_hash)
    if found is None:
        _log_refused(request.app[GUARD], secret_hash, request.remote, services.clock.now())
        raise web.HTTPNotFound
    return found


def _log_refused(guard: Guard, secret_hash: str, address: str | None, now: datetime) -> None:
    """The first few of an address: phones go on asking for a calendar that was stopped."""
    # none is kept waiting: behind a proxy all phones have one address, and nobody guesses 192 bits
    if not guard.wait(address, now):
        guard.note_wrong(secret_hash, address, now)
        log.info("calendar.address_refused", address=address)


def _has(request: web.Request, feed: Feed) -> bool:
    """Whether the phone has it already; what it says of the ETag goes before the time (RFC 9110)."""
    if request.if_none_match is not None:
        return any(one in (ETag("*"), ETag(feed.etag), ETag(feed.etag, is_weak=True)) for one in request.if_none_match)
    since = request.if_modified_since
    return since is not None and feed.modified.replace(microsecond=0) <= since
