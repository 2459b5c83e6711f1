"""Values of which only the bounds are known: a day in August, an age of four to five years."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True)
class Between(Generic[V]):
    """A value that is at least `low` and at most `high`."""

    low: V
    high: V


def ends(value: Any) -> tuple[Any, ...]:
    """Both ends of what lies between two, the value itself where it is known."""
    return (value.low, value.high) if isinstance(value, Between) else (value,)


def spanned(values: Iterable[Any]) -> Any:
    """The value that all of these are, else what lies between the least and the greatest; None for none."""
    ordered = sorted(values)
    if not ordered:
        return None
    return ordered[0] if ordered[0] == ordered[-1] else Between(ordered[0], ordered[-1])
