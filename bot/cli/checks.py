"""What `parkbot doctor` looks at: each check yields findings, and a problem says how to mend it."""

import os
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import aiohttp
from dotenv import dotenv_values

from bot.cli.whoami import username
from bot.errors import ParkbotError
from bot.people.staff import Role
from bot.settings import ENV_FILE, PREFIX, Settings, variable
from storage import records, staff
from storage.database import Database
from storage.errors import SchemaError, StoreError

TIMEOUT = aiohttp.ClientTimeout(total=10)
SHORTEST = {"webhook_secret": 16, "secret_key": 32}


@dataclass(frozen=True)
class Finding:
    """What was found about a `subject`; when `ok` is false, `text` ends with the remedy."""

    subject: str
    ok: bool
    text: str


async def names() -> AsyncIterator[Finding]:
    """Variables with our prefix that mean nothing, most likely misspelt."""
    known = [field.upper() for field in Settings.model_fields]
    given = {name.upper() for name in (*os.environ, *dotenv_values(ENV_FILE))}
    for name in sorted(name.removeprefix(PREFIX) for name in given if name.startswith(PREFIX)):
        if name not in known:
            meant = get_close_matches(name, known, n=1)
            remedy = f"write {PREFIX}{meant[0]}" if meant else "see .env.example for those that do"
            yield Finding("settings", ok=False, text=f"{PREFIX}{name} means nothing: {remedy}.")


async def telegram(settings: Settings) -> AsyncIterator[Finding]:
    """Whether the token is good at the Bot API server."""
    try:
        name = await username(settings)
    except ParkbotError as error:
        yield Finding("telegram", ok=False, text=str(error))
    else:
        yield Finding("telegram", ok=True, text=f"the token is that of @{name}.")


async def secrets(settings: Settings) -> AsyncIterator[Finding]:
    """Whether those that are set are hard to guess."""
    for field, shortest in SHORTEST.items():
        secret = getattr(settings, field)
        value = secret.get_secret_value() if secret else ""
        if len(value) >= shortest and len(set(value)) >= shortest // 2:
            yield Finding("secrets", ok=True, text=f"{variable(field)} is strong.")
        elif value:
            remedy = "take what `openssl rand -hex 32` prints"
            yield Finding("secrets", ok=False, text=f"{variable(field)} is easy to guess: {remedy}.")


async def webhook(settings: Settings) -> AsyncIterator[Finding]:
    """Whether Telegram can call the webhook; nothing when polling."""
    if settings.webhook_url and not settings.webhook_url.startswith("https://"):
        remedy = "set an https:// address, with a reverse proxy before this service"
        yield Finding("webhook", ok=False, text=f"Telegram calls https alone, not {settings.webhook_url}: {remedy}.")


async def calendars(settings: Settings) -> AsyncIterator[Finding]:
    """Whether phones can subscribe to calendars; without it tenants have files all the same: it is no problem."""
    name, address = variable("public_url"), settings.internet_address
    if address is None:
        remedy = f"set {name} to the https:// address of this service"
        yield Finding("calendars", ok=True, text=f"phones are offered none to subscribe to: {remedy}.")
    elif address.startswith("https://"):
        yield Finding("calendars", ok=True, text=f"phones subscribe to them at {address}.")
    else:
        remedy = f"set {name} to an https:// address, with a reverse proxy before this service"
        yield Finding("calendars", ok=False, text=f"{address} would send their secrets in the clear: {remedy}.")


async def http(settings: Settings) -> AsyncIterator[Finding]:
    """Whether the HTTP side can listen, or does already."""
    host, port = settings.http_host, settings.http_port
    try:
        family, kind, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
    except OSError as error:
        if await _is_ours(f"http://{host}:{port}/healthz"):
            yield Finding("http", ok=True, text=f"the assistant is running at {host}:{port}.")
        else:
            remedy = f"choose another {variable('http_port')} or {variable('http_host')}"
            yield Finding("http", ok=False, text=f"{host}:{port} cannot be listened at ({error.strerror}): {remedy}.")
    else:
        yield Finding("http", ok=True, text=f"{host}:{port} is free.")


async def _is_ours(health: str) -> bool:
    try:
        async with aiohttp.ClientSession(timeout=TIMEOUT) as client, client.get(health) as response:
            return response.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False


async def store(url: str) -> AsyncIterator[Finding]:
    """Whether the store can be used, and holds something."""
    try:
        database = Database(url)
    except StoreError as error:
        yield Finding("store", ok=False, text=str(error))
        return
    try:
        if database.file and not database.file.exists():
            yield _folder(database.file.parent)
            yield _knowledge(0)
            yield _staff([])
            return
        await database.check()
        yield Finding("store", ok=True, text="answers, and its tables are up to date.")
        async with database.read() as session:
            yield _knowledge(await records.count(session))
            yield _staff([member.role for member in await staff.everybody(session)])
    except SchemaError as error:
        yield Finding("store", ok=False, text=str(error))
    except StoreError as error:
        yield Finding("store", ok=False, text=f"{str(error).rstrip('.')}: check {variable('database_url')}.")
    finally:
        await database.dispose()


def _folder(folder: Path) -> Finding:
    nearest = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return Finding("store", ok=True, text=f"will be made in {folder.absolute()} by the first command.")
    return Finding("store", ok=False, text=f"{nearest} cannot be written: set {variable('database_url')} elsewhere.")


def _knowledge(count: int) -> Finding:
    if count:
        return Finding("knowledge", ok=True, text=f"{count} records to answer from.")
    return Finding("knowledge", ok=False, text="there are no records to answer from: run `parkbot import PATH`.")


def _staff(roles: list[str]) -> Finding:
    """Without an owner tenants are answered all the same, so that it is no problem."""
    if Role.OWNER in roles:
        return Finding("staff", ok=True, text=f"{len(roles)} people, with an owner.")
    remedy = "send /staff to the bot for your number, then run `parkbot staff add`"
    return Finding("staff", ok=True, text=f"has no owner yet: {remedy}.")
