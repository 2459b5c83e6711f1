"""Regular expressions that are compiled when they are first used: there are hundreds, and most questions need few."""

import re
from functools import cached_property
from typing import Any, cast


class _Later:
    """Stands in for a compiled pattern; has each of its methods from the first time that it is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._given = source, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(*self._given)

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.compiled, name)
        setattr(self, name, method)
        return method


_made: list[_Later] = []


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use: only then does a faulty one raise re.error."""
    _made.append(_Later(source, flags))
    return cast("re.Pattern[str]", _made[-1])


def compile_all() -> None:
    """Spare the first uses to come the compiling."""
    for one in _made:
        _ = one.compiled
