"""Rows as they might be, with what a test cares about given."""

from datetime import UTC, datetime
from typing import Any

from storage.models import Case, Exchange

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


EXCHANGE = {"chat_id": 5, "message_id": 1, "question": "硬功馆晚上开门吗", "outcome": "answer", "language": "zh"}
CASE = {"chat_id": 5, "question": "能养猫吗", "language": "zh"}


def exchange(**given: Any) -> Exchange:
    columns: dict[str, Any] = EXCHANGE | {"at": AT} | given
    return Exchange(**columns)


def case(**given: Any) -> Case:
    columns: dict[str, Any] = CASE | {"created_at": AT} | given
    return Case(**columns)
