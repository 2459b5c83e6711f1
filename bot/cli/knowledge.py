"""`parkbot import` and `parkbot export`."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from bot.cli.options import DatabaseOption, database_url
from bot.clock import SystemClock
from bot.errors import ParkbotError
from bot.knowledge import pack, store
from bot.knowledge.exporting import export as write
from bot.knowledge.exporting import template as write_template
from bot.knowledge.faults import Fault, ImportRejected
from bot.knowledge.kinds import Record
from storage.database import opened
from storage.records import Published

SHOWN_FAULTS = 100

Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files (.xlsx, .csv, .yaml) or folders of them.")]
Replace = Annotated[bool, typer.Option("--replace", help="Also retire every record that the files lack.")]
Target = Annotated[Path, typer.Argument(help="A .xlsx, .csv or .yaml file, or a folder for a .csv a kind.")]
Template = Annotated[bool, typer.Option("--template", help="Write empty sheets with every column explained.")]


def import_(paths: Paths, *, replace: Replace = False, database: DatabaseOption = None) -> None:
    """Add records or update them by kind and id; when anything is wrong, say all of it and change nothing."""
    logs.configure("console", "WARNING")
    try:
        published = asyncio.run(_import(paths, replace=replace, url=database_url(database)))
    except ImportRejected as rejected:
        _show(rejected.faults)
        raise ParkbotError(f"Nothing was imported; faults found: {len(rejected.faults)}.") from rejected
    _report(published)


async def _import(paths: list[Path], *, replace: bool, url: str) -> Published:
    async with opened(url) as database:
        kept: list[Record] = [] if replace else list(await store.load(database))
        records = pack.read(paths, beside=kept)
        if replace and not records:
            raise ParkbotError("The files hold no records: --replace would leave the assistant without any knowledge.")
        return await store.publish(database, records, replace=replace, clock=SystemClock())


def _show(faults: list[Fault]) -> None:
    for fault in faults[:SHOWN_FAULTS]:
        typer.echo(fault, err=True)
    if len(faults) > SHOWN_FAULTS:
        typer.echo(f"... and {len(faults) - SHOWN_FAULTS} more", err=True)


def _report(published: Published) -> None:
    groups = {
        "added": published.added,
        "updated": published.changed,
        "unchanged": published.unchanged,
        "retired": published.retired,
    }
    for verb, keys in groups.items():
        for kind, record_id in keys:
            typer.echo(f"{verb:9}  {kind:9}  {record_id}")
    counts = ", ".join(f"{len(keys)} {verb}" for verb, keys in groups.items())
    typer.echo(f"{counts}; the knowledge is at revision {published.revision}.")


def export(path: Target, *, template: Template = False, database: DatabaseOption = None) -> None:
    """Write all records to files that `parkbot import` reads back to the same knowledge."""
    logs.configure("console", "WARNING")
    if template:
        write_template(path)
        typer.echo(f"Wrote empty sheets to {path}.")
        return
    records = asyncio.run(_records(database_url(database)))
    if not records:
        raise ParkbotError("The store holds no records yet; --template writes empty sheets to fill in.")
    write(path, records)
    typer.echo(f"Wrote {len(records)} records to {path}.")


async def _records(url: str) -> list[Record]:
    async with opened(url) as database:
        return list(await store.load(database))
