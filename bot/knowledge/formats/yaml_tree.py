"""YAML as plain data in which every value is text, with the line on which each stands.

Left to itself YAML reads 13:30 as 810, 0571 as octal and no as false; here the model alone decides.
"""

from typing import Any

import yaml
from yaml.nodes import Node, ScalarNode, SequenceNode

from bot.knowledge.shapes import Location

_NOTHING = {"", "~", "null"}


class Tree:
    """`data` of a document: dicts, lists, texts and None; `faults` are lines with what is wrong there."""

    def __init__(self, text: str) -> None:
        """Raises yaml.YAMLError."""
        self.faults: list[tuple[int, str]] = []
        self._lines: dict[Location, int] = {}
        self._seen: set[int] = set()
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
        self.data = self._plain(root, ()) if root else None

    def line(self, location: Location) -> int:
        """The line of the value at the location, or of the nearest one around it."""
        while location not in self._lines:
            location = location[:-1]
        return self._lines[location]

    def _plain(self, node: Node, location: Location) -> Any:
        line = self._lines.setdefault(location, node.start_mark.line + 1)
        if isinstance(node, ScalarNode):
            return None if not node.style and node.value in _NOTHING else node.value
        if id(node) in self._seen:
            self.faults.append((line, "repeating a part by & and * is not understood here: write it out"))
            return None
        self._seen.add(id(node))
        if isinstance(node, SequenceNode):
            return [self._plain(item, (*location, index)) for index, item in enumerate(node.value)]
        return self._mapping(node.value, location)

    def _mapping(self, pairs: list[tuple[Node, Node]], location: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in pairs:
            line, name = key.start_mark.line + 1, str(key.value)
            if name in data:
                self.faults.append((line, f"'{name}' stands twice"))
            self._lines[(*location, name)] = line
            data[name] = self._plain(value, (*location, name))
        return {name: value for name, value in data.items() if value is not None}
