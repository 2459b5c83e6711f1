"""Logs, set up in one place: structlog for our own lines, and the same form for those of the libraries."""

import logging
import re
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

TOKEN = re.compile(r"\d{5,}:[\w-]{5,}|(?<=/calendar/)[\w-]+")
"""A bot token, or the secret of a calendar's address, wherever it appears: addresses, exceptions, parameters."""

QUIET = ("alembic", "apscheduler", "telegram", "aiohttp.access")
"""Libraries whose INFO lines tell nothing that ours don't."""
BUSY = "apscheduler.scheduler"
"""It warns of every tick that comes while the one before still runs, which is as it should be."""


def configure(log_format: str, level: str) -> None:
    """`log_format` is console or json; lines go to stderr."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                hide_tokens,
                *_renderer(log_format),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.getLogger(BUSY).setLevel(logging.ERROR)


def hide_tokens(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """No token of a bot and no secret address reaches the log, whoever wrote it into a message."""
    return {key: _hidden(value) for key, value in event.items()}


def _hidden(value: Any) -> Any:
    return TOKEN.sub("<token>", value) if isinstance(value, str) else value


def _renderer(log_format: str) -> list[Processor]:
    if log_format == "json":
        return [structlog.processors.JSONRenderer(ensure_ascii=False)]
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
