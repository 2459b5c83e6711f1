"""YAML files: a mapping from kinds to lists of records, or the list of the kind that the file is named after."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

import yaml

from bot.knowledge.drafts import Draft, Finding, kind_named
from bot.knowledge.faults import Fault, Place
from bot.knowledge.formats.encoding import EncodingError, decode
from bot.knowledge.formats.yaml_tree import Tree
from bot.knowledge.kinds import KINDS, Record
from bot.knowledge.shapes import Location
from bot.knowledge.suggestions import did_you_mean


def read(file: str, content: bytes) -> Iterator[Finding]:
    """The records in the content of a file of that name."""
    try:
        tree = Tree(decode(content))
    except EncodingError as fault:
        yield Fault(Place(file, row=fault.row), str(fault))
        return
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 0
        yield Fault(Place(file, row=line), f"this is no YAML: {fault.problem or fault.context}")
        return
    except yaml.reader.ReaderError as fault:
        yield Fault(Place(file), f"this is no YAML: {fault.reason} ({fault.position} characters from its start)")
        return
    yield from [Fault(Place(file, row=line), sentence) for line, sentence in tree.faults]
    if isinstance(tree.data, list):
        yield from _records(file, tree, PurePath(file).stem, (), tree.data)
    elif isinstance(tree.data, dict):
        for name, held in tree.data.items():
            yield from _records(file, tree, name, (name,), held)
    elif tree.data is not None:
        yield Fault(Place(file, row=1), f"there should be kinds of record here ({', '.join(KINDS)}), each with a list")


def _records(file: str, tree: Tree, name: str, above: Location, held: Any) -> Iterator[Finding]:
    model = kind_named(name)
    if not model:
        place = Place(file, row=tree.line(above))
        yield Fault(place, f"'{name}' is no kind of record; there are {', '.join(KINDS)}{did_you_mean(name, KINDS)}")
        return
    listed = enumerate(held) if isinstance(held, list) else [(None, held)]
    for index, data in listed:
        yield _record(file, tree, model, data, above if index is None else (*above, index))


def _record(file: str, tree: Tree, model: type[Record], data: Any, above: Location) -> Finding:
    def at(location: Location) -> Place:
        fields = ".".join(step for step in location if isinstance(step, str))
        return Place(file, row=tree.line((*above, *location)), column=fields)

    if not isinstance(data, dict):
        return Fault(at(()), f"a record of kind '{model.kind}' should stand here, with its fields")
    return Draft(model, data, at(()), at)


def write(records: Iterable[Record]) -> bytes:
    """The records under their kinds."""
    kept: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for record in records:
        kept[record.kind].append(record.model_dump(mode="json", exclude_defaults=True))
    filled = {kind: listed for kind, listed in kept.items() if listed}
    text: str = yaml.dump(filled, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)
    return text.encode()
