"""Runs Alembic on a connection that is already open."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def configuration(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    return config


def to_head(connection: Connection) -> None:
    command.upgrade(configuration(connection), "head")


def write(connection: Connection, message: str, number: str) -> None:
    """Write a revision that brings tables at head to what the models say."""
    command.revision(configuration(connection), message, autogenerate=True, rev_id=number)
