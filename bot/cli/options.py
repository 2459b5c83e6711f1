"""Options that several commands share."""

from typing import Annotated

import typer

from bot.settings import load

DatabaseOption = Annotated[
    str | None,
    typer.Option("--database", metavar="URL", help="The store; without it, PARKBOT_DATABASE_URL.", show_default=False),
]


def database_url(given: str | None) -> str:
    """The store that is meant; raises SettingError."""
    return given or load().database_url
