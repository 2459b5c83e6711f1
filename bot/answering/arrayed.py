"""Files of arrays, with what says what they are: read without trusting them."""

import io
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

_DAMAGED = (OSError, EOFError, LookupError, TypeError, AttributeError, RuntimeError, BadZipFile, zlib.error)
"""What reading a damaged file raises, besides ValueError."""


def pack(meta: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """`meta` is plain JSON. Not compressed: weights hardly shrink, and unpacking them would take a start longer."""
    file = io.BytesIO()
    told = np.frombuffer(json.dumps(meta, ensure_ascii=False).encode(), dtype=np.uint8)
    np.savez(file, allow_pickle=False, meta=told, **arrays)
    return file.getvalue()


@contextmanager
def unpacking(data: bytes, what: str) -> Iterator[tuple[Any, Mapping[str, NDArray[Any]]]]:
    """What was packed; raises ValueError for what is no such file, or lacks what is looked for in it."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            yield json.loads(file["meta"].tobytes()), file
    except _DAMAGED as fault:
        raise ValueError(f"no {what}: {fault}") from fault
