"""`parkbot sandbox`."""

import os
from typing import Annotated

import typer
from aiohttp import web

from bot.errors import ParkbotError
from bot.sandbox.limits import NONE, REAL
from bot.sandbox.personas import demonstration_cast
from bot.sandbox.server import TOKEN, Options, create_sandbox


def sandbox(
    port: Annotated[int, typer.Option(help="Where to listen.", min=1, max=65535)] = 8081,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    token: Annotated[str, typer.Option(help="The token that the bot will use.")] = TOKEN,
    *,
    limits: Annotated[bool, typer.Option("--limits", help="Refuse what Telegram's limits on sending refuse.")] = False,
) -> None:
    """Run a Telegram Bot API server of our own, for any bot, with a chat page to talk to it."""
    if not token.partition(":")[0].isdecimal():
        raise ParkbotError("A token begins with the bot's number and a colon, like 1234567890:sandbox.")
    options = Options(limits=REAL if limits else NONE)
    app = create_sandbox(token=token, cast=demonstration_cast(), options=options).application()
    address = f"http://{host}:{port}"

    def announce(_line: str) -> None:
        typer.echo(f"Chat page  {address}/chat/\nBot API    {address}/sandbox/bot{token}/<method>")

    try:
        web.run_app(app, host=host, port=port, print=announce, access_log=None, shutdown_timeout=2)
    except OSError as error:
        raise ParkbotError(f"Cannot listen at {host}:{port}: {os.strerror(error.errno or 0)}.") from error
