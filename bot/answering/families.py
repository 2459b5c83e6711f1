"""Names that a few records of one kind share: "the café" where there are two."""

import re
from collections import defaultdict
from collections.abc import Iterable

from bot.answering.lexicon import lexicon
from bot.answering.text import HAN, fold
from bot.answering.types import RecordKey
from bot.knowledge.kinds import Record

LARGEST = 3
"""A part that more records share is a word for the whole kind."""


def shared_parts(records: Iterable[Record]) -> dict[str, list[RecordKey]]:
    """Parts of names (two characters or more, or an English word) that two or three records of a kind share."""
    owners: dict[tuple[str, str], list[RecordKey]] = defaultdict(list)
    for record in records:
        if record.kind in {"faq", "park", "alliance"}:
            continue
        for part in _parts(record):
            owners[record.kind, part].append((record.kind, record.id))
    shared = {part: keys for (_, part), keys in owners.items() if 2 <= len(keys) <= LARGEST}
    return {part: keys for part, keys in shared.items() if not _is_common(part) and not _is_inner(part, keys, shared)}


def _parts(record: Record) -> set[str]:
    chinese = "".join(HAN.findall(fold(record.name.zh)))
    ends = {chinese[at:] for at in range(1, len(chinese) - 1)}
    english = re.findall(r"[a-z]{4,}", fold(record.name.en))[-1:]
    return ends | set(english)


def _is_common(part: str) -> bool:
    words = lexicon()
    return part in words.function_words or any(
        pattern.search(part) for pattern in (*words.kinds.values(), *words.aspects.values())
    )


def _is_inner(part: str, keys: list[RecordKey], shared: dict[str, list[RecordKey]]) -> bool:
    return any(part != other and part in other and keys == shared[other] for other in shared)
