"""Work for a worker: short, endless, failing."""

import os
import sys
import time
from pathlib import Path


def doubled(number: int) -> int:
    return 2 * number


def pid_and_patience() -> tuple[int, int]:
    """Of the process that runs it."""
    return os.getpid(), os.nice(0)


def imported(*modules: str) -> list[str]:
    return [one for one in modules if one in sys.modules]


def fail(reason: str) -> None:
    raise RuntimeError(reason)


def leave(code: int) -> None:
    os._exit(code)


def unsendable() -> object:
    return lambda: None


def stay(file: str) -> None:
    """Writes who it is, and does not end."""
    Path(file).write_text(str(os.getpid()))
    while True:
        time.sleep(60)
