"""`parkbot doctor`."""

import asyncio
from collections.abc import AsyncIterator

import typer

from bot.cli import checks
from bot.cli.checks import Finding
from bot.cli.options import DatabaseOption
from bot.errors import SettingError
from bot.settings import load

OF_SETTINGS = (checks.telegram, checks.webhook, checks.http, checks.calendars, checks.secrets)


def doctor(database: DatabaseOption = None) -> None:
    """Say what is wrong with settings and store, and how to mend it; exit status 1 if anything is."""
    if not asyncio.run(_report(database)):
        raise typer.Exit(1)


async def _report(database: str | None) -> bool:
    healthy = True
    async for finding in _findings(database):
        typer.echo(f"{'ok' if finding.ok else 'PROBLEM':9}{finding.subject:11}{finding.text}")
        healthy &= finding.ok
    return healthy


async def _findings(database: str | None) -> AsyncIterator[Finding]:
    """Everything there is to say, in the order in which to mend it."""
    async for finding in checks.names():
        yield finding
    try:
        settings = load(database_url=database)
    except SettingError as error:
        for fault in error.faults:
            yield Finding("settings", ok=False, text=fault)
        return
    yield Finding("settings", ok=True, text=f"can be read; the time zone is {settings.timezone}.")
    for check in OF_SETTINGS:
        async for finding in check(settings):
            yield finding
    async for finding in checks.store(settings.database_url):
        yield finding
