"""An expert is invited by staff."""

from tests.handlers.staff.conftest import staffed

__all__ = ["staffed"]
