"""What all tables share: names of constraints and types of columns."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, Enum, Text, TypeDecorator
from sqlmodel import SQLModel

# Alembic can only alter what has a name
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# start-up time: rows are never validated, so that no model needs its validator
SQLModel.model_config["defer_build"] = True

Json = dict[str, Any]


class AnyText(TypeDecorator[str]):
    """Text as people send it: what a database would refuse (NUL, half a surrogate pair) is replaced."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value and value.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()


def enum_column(choices: type[StrEnum]) -> Enum:
    """A column that holds the values of an enum as short text, so that a new value needs no migration."""
    return Enum(
        choices,
        native_enum=False,
        length=max(16, *map(len, choices)),
        create_constraint=False,
        values_callable=lambda members: [member.value for member in members],
    )
