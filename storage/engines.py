"""Connections to SQLite and PostgreSQL, set up so that readers only read and writers lose nothing."""

import json
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.errors import StoreError

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}


def parse(text: str) -> URL:
    """The URL of a store, with our driver in place of any other; raises StoreError."""
    try:
        url = make_url(text)
        driver = DRIVERS[url.get_backend_name()]
    except (ArgumentError, KeyError) as error:
        raise StoreError("The database URL must begin with sqlite:/// or postgresql://.") from error
    if not url.database or url.database == ":memory:":
        raise StoreError("The database URL names no database; write it like sqlite:///data/parkbot.sqlite3.")
    return url.set(drivername=driver)


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def writing(url: URL, busy_timeout: float, *, foreign_keys: bool = True) -> AsyncEngine:
    """An engine whose transactions may write; on SQLite they hold the only right to from their beginning."""
    if is_sqlite(url):
        pragmas = ("journal_mode = WAL", f"foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        return _sqlite(url, busy_timeout, "BEGIN IMMEDIATE", pragmas)
    return _engine(url, pool_pre_ping=True)


def reading(url: URL, busy_timeout: float, writer: AsyncEngine) -> AsyncEngine:
    """An engine whose transactions see one state, wait for no writer and cannot write."""
    if is_sqlite(url):
        return _sqlite(url, busy_timeout, "BEGIN", ("query_only = ON",))
    return writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _sqlite(url: URL, busy_timeout: float, begin: str, pragmas: tuple[str, ...]) -> AsyncEngine:
    engine = _engine(url, connect_args={"timeout": busy_timeout})

    @event.listens_for(engine.sync_engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the event below begins, not the driver
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine.sync_engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _engine(url: URL, **options: Any) -> AsyncEngine:
    """An engine whose errors may be logged: they tell what was done, not what somebody asked or who it was."""
    engine = create_async_engine(url, json_serializer=_json, hide_parameters=True, **options)

    @event.listens_for(engine.sync_engine, "handle_error")
    def drop_details(context: ExceptionContext) -> None:
        for error in (context.original_exception, context.sqlalchemy_exception):
            if error and error.args:
                error.args = (str(error.args[0]).partition("\n")[0],)  # PostgreSQL goes on with the whole row

    return engine


def _json(value: object) -> str:
    # half of a surrogate pair, which a hostile client can send, is no UTF-8
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
