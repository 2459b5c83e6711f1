"""Knowledge in files: a park's own, and the demonstration pack that comes with the assistant."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

from bot.knowledge.checking import accepted
from bot.knowledge.drafts import Finding
from bot.knowledge.faults import Fault, Place
from bot.knowledge.formats import csv_file, workbook_reader, yaml_file
from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot

WRITTEN = datetime(2026, 11, 22, tzinfo=UTC)
"""When the demonstration's records were last gone over; to be moved on with them."""

READERS: dict[str, Callable[[str, bytes], Iterator[Finding]]] = {
    ".yaml": yaml_file.read,
    ".yml": yaml_file.read,
    ".csv": csv_file.read,
    ".xlsx": workbook_reader.read,
}


def demonstration() -> list[Record]:
    """The demonstration park, read once."""
    return list(_demonstration())


def demonstrated() -> Snapshot:
    """The demonstration park as a snapshot, every record of the day on which the pack was written."""
    return Snapshot.of(_demonstration(), changed={(one.kind, one.id): WRITTEN for one in _demonstration()})


@cache
def _demonstration() -> tuple[Record, ...]:
    folder = files("bot.knowledge") / "demo"
    sources = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return tuple(accepted(finding for file in sources for finding in yaml_file.read(file.name, file.read_bytes())))


def read(paths: Iterable[Path], beside: Iterable[Record] = ()) -> list[Record]:
    """The records of files and folders, by kind in the order of KINDS.

    `beside` are records that stay and may be spoken of. Raises ImportRejected with every fault of every file.
    """
    return accepted((finding for path in paths for finding in _findings(path)), beside)


def _findings(path: Path) -> Iterator[Finding]:
    if not path.is_dir():
        yield from _file(path)
        return
    inside = [file for file in sorted(path.iterdir()) if _is_knowledge(file)]
    if not inside:
        yield Fault(Place(str(path)), f"the folder holds no file that ends in {', '.join(READERS)}")
    for file in inside:
        yield from _file(file)


def _file(path: Path) -> Iterator[Finding]:
    place = Place(str(path))
    if not (reader := READERS.get(path.suffix.lower())):
        yield Fault(place, f"knowledge is read from files that end in {', '.join(READERS)}")
        return
    try:
        content = path.read_bytes()
    except OSError as fault:
        yield Fault(place, f"the file cannot be read: {fault.strerror}")
        return
    yield from reader(str(path), content)


def _is_knowledge(file: Path) -> bool:
    hidden = file.name.startswith((".", "~$"))  # ~$ is how Excel marks a file that it has open
    return file.is_file() and not hidden and file.suffix.lower() in READERS
