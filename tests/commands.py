"""Running commands as people do, in this process."""

from bot.cli import main


def run(*arguments: str) -> int:
    """The exit status of `parkbot` with these arguments."""
    try:
        main(list(arguments))
    except SystemExit as exit_:
        return int(exit_.code or 0)
    raise AssertionError("main always exits")
