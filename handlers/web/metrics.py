"""GET /metrics, for Prometheus."""

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.metrics import BACKLOG, OUTBOX
from handlers.web.health import DATABASE
from storage import dispatching, updates
from storage.errors import StoreError
from storage.models import UpdateState

log = structlog.get_logger(__name__)


def add_metrics(app: web.Application) -> None:
    app.router.add_get("/metrics", metrics)


async def metrics(request: web.Request) -> web.Response:
    """Counters of this process, and the inbox and the outbox as far as the store tells of them."""
    BACKLOG.clear()
    OUTBOX.clear()
    try:
        async with request.app[DATABASE].read() as session:
            for state in (UpdateState.PENDING, UpdateState.PARKED):
                BACKLOG.labels(state=state.value).set(await updates.count(session, state))
            for waiting, count in (await dispatching.waiting(session)).items():
                OUTBOX.labels(state=waiting.value).set(count)
    except StoreError as error:
        log.warning("metrics.store_failed", error=str(error))
    return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})
