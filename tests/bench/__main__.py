"""python -m tests.bench [TABLE ...]: the tables of docs/performance.md, measured anew on this machine."""

import os
import platform
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from tests.bench import delivery, fanout, faq, live, process, speed, typing_noise
from tests.bench.outside import MissingError, Outside
from tests.bench.table import Table
from tests.bot.answering.times import ZONE

TABLES: dict[str, Callable[[Outside], Table]] = {
    "faq": faq.table,
    "noise": typing_noise.table,
    "speed": speed.table,
    "process": process.table,
    "delivery": delivery.table,
    "live": live.table,
    "outbox": fanout.table,
}


def main(
    *,
    tables: Annotated[list[str] | None, typer.Argument(help=f"Which of {', '.join(TABLES)}; all without.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Also with what --data and --park hold.")] = False,
    data: Annotated[Path, typer.Option(help="The folder of clinc150-train.csv and clinc150-val.csv.")] = Path(
        "../shared/bench"
    ),
    park: Annotated[Path, typer.Option(help="The folder of questions.jsonl and score.py.")] = Path("../shared/park"),
    questions: Annotated[list[Path] | None, typer.Option(help="More files like questions.jsonl.")] = None,
) -> None:
    """Print tables of how well and how fast the assistant answers, beside what one gets for nothing."""
    logs.configure("console", "WARNING")
    if unknown := set(tables or ()) - set(TABLES):
        raise typer.BadParameter(f"there is no table {', '.join(unknown)}; there are {', '.join(TABLES)}")
    outside = Outside(data, park, tuple(questions or ())) if full else Outside()
    machine = (
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} from elsewhere; Python {platform.python_version()}"
    )
    typer.echo(f"{datetime.now(ZONE):%d %B %Y}; {machine}")
    for name in tables or TABLES:
        try:
            typer.echo(f"\n{TABLES[name](outside).markdown()}")
        except MissingError as missing:
            typer.echo(f"\n{name}: skipped, {missing}")


if __name__ == "__main__":
    typer.run(main)
