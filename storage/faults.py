"""The drivers' complaints, as errors of the store."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from storage.errors import StoreError, StoreUnavailableError


@contextmanager
def translated() -> Iterator[None]:
    """Raise StoreError for what lies outside the program; mistakes in a query pass as they are."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StoreUnavailableError("The store does not answer: all its connections are in use.") from error
    except (OperationalError, InterfaceError, InternalError) as error:
        raise StoreUnavailableError(f"The store does not answer: {_first_line(error)}.") from error
    except DatabaseError as error:
        if type(error) is not DatabaseError:
            raise
        raise StoreError(f"The store cannot be read: {_first_line(error)}.") from error


def _first_line(error: DatabaseError | InterfaceError) -> str:
    return (str(error.orig).splitlines() or ["no reason given"])[0].rstrip(".")
