"""The command line. A new command is a function in a file of this folder and a row in COMMANDS.

The file is imported only when its command runs, so it may import at its top whatever it needs. The function has
typer's annotations and its docstring is the help; a typer.Typer in its place makes a group of commands. What
people did wrong is raised as ParkbotError (or StoreError) with one sentence: main() prints that line.
"""

import gc
import sys
from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from bot.errors import ParkbotError
from storage.errors import StoreError


class Row(NamedTuple):
    """Where a command is, as module:function, and what it does in one line."""

    place: str
    help: str


COMMANDS = {
    "serve": Row("bot.cli.serve:serve", "Run the assistant on Telegram, as the settings say."),
    "demo": Row("bot.cli.demo:demo", "Run a demonstration park with a chat page; needs no token."),
    "sandbox": Row("bot.cli.sandbox:sandbox", "Run a Telegram Bot API server of our own, for any bot."),
    "ask": Row("bot.cli.ask:ask", "Answer one question, or chat in the terminal."),
    "import": Row("bot.cli.knowledge:import_", "Load knowledge from .xlsx, .csv or .yaml."),
    "export": Row("bot.cli.knowledge:export", "Write the knowledge, or empty sheets for it, to files."),
    "evaluate": Row("bot.cli.evaluate:evaluate", "Say how good the park's knowledge is, and what to mend."),
    "staff": Row("bot.cli.staff:staff", "Say who looks after the assistant, and as what."),
    "company": Row("bot.cli.company:company", "Add companies, invite their people, see who belongs to them."),
    "migrate": Row("bot.cli.migrate:migrate", "Create the store's tables, or bring them up to date."),
    "doctor": Row("bot.cli.doctor:doctor", "Say what is wrong with settings and store, and how to mend it."),
}


class Commands(TyperGroup):
    """The rows of the table as commands, loaded when they are run."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _load(cmd_name)
        return super().get_command(ctx, cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        # the list needs the lines of the table only, not a second's worth of imports
        self.commands = {name: TyperCommand(name, help=row.help) for name, row in COMMANDS.items()}
        super().format_help(ctx, formatter)


def _load(name: str) -> Any:
    module, _, attribute = COMMANDS[name].place.partition(":")
    # start-up time: structlog would import rich for its tracebacks, which ours are not; None says that it is not there
    sys.modules.setdefault("rich", None)  # type: ignore[arg-type]
    gc.disable()  # start-up time: hardly anything that an import makes is garbage, and looking for some takes long
    try:
        found = getattr(import_module(module), attribute)
    finally:
        gc.freeze()
        gc.enable()
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name)(found)
    return typer.main.get_command(single)


app = typer.Typer(cls=Commands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _show_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"parkbot {version('parkbot')}")
        raise typer.Exit


@app.callback()
def parkbot(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """园区小助手, the Park Assistant: answers a park's tenants on Telegram."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command; the exit status is 1 for a fault that is one's own to mend, 2 for bad usage."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        status = app(given or ["--help"], prog_name="parkbot", standalone_mode=False)
    except typer.TyperException as error:
        _quit(error.format_message(), error.exit_code)
    except (ParkbotError, StoreError) as error:
        _quit(str(error), 1)
    except typer.Abort:
        _quit("stopped.", 130)
    sys.exit(status or 0)


def _quit(message: str, status: int) -> None:
    typer.echo(f"parkbot: {' '.join(message.split())}", err=True)
    sys.exit(status)
