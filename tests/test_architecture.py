"""The shape of the house: who imports whom, how long things are, and texts that exist in both languages."""

import ast
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

import grimp
import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor
from importlinter.cli import lint_imports

from bot.languages import Language

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "handlers", "storage")
GENERATED = ROOT / "storage" / "migrations" / "versions"
MESSAGES = ROOT / "bot" / "messages"
LONGEST_FUNCTION = 60
MEDIAN_FILE = 150
SAME = {"month_name": "month"}  # English names the month that Chinese counts


def _sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (file for file in (ROOT / folder).rglob("*.py") if GENERATED not in file.parents)


def test_imports_keep_their_contracts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_logo=True) == 0


def test_every_part_of_bot_has_its_layer() -> None:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    house = configuration["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {part for layer in house for part in layer.split(" | ")}
    parts = {path.stem for path in (ROOT / "bot").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert placed == {f"bot.{part}" for part in parts - {"__init__"}} | {"handlers", "storage"}


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = grimp.build_graph(*PACKAGES)
    TopologicalSorter({module: graph.find_modules_directly_imported_by(module) for module in graph.modules}).prepare()


def test_functions_are_short() -> None:
    lengths = {
        f"{file.relative_to(ROOT)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for file in _sources(*PACKAGES, "tests")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_files_are_short() -> None:
    lengths = [len(file.read_text(encoding="utf-8").splitlines()) for file in _sources(*PACKAGES)]
    assert median(length for length in lengths if length) < MEDIAN_FILE


class _Variables(Visitor):
    """Collects the names of a message's variables."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802  # the library's protocol
        self.names.add(SAME.get(node.id.name, node.id.name))


def _entries(file: Path) -> list[Message]:
    entries = FluentParser().parse(file.read_text(encoding="utf-8")).body
    assert [entry.content for entry in entries if isinstance(entry, Junk)] == [], file
    return [entry for entry in entries if isinstance(entry, Message)]


def _variables(message: Message) -> set[str]:
    visitor = _Variables()
    visitor.visit(message)
    return visitor.names


def _subjects() -> list[str]:
    return sorted({file.name for language in Language for file in (MESSAGES / language).glob("*.ftl")})


@pytest.mark.parametrize("subject", _subjects())
def test_texts_say_the_same_in_both_languages(subject: str) -> None:
    zh, en = (
        {message.id.name: _variables(message) for message in _entries(MESSAGES / language / subject)}
        for language in Language
    )
    assert zh == en


@pytest.mark.parametrize("language", Language)
def test_text_has_one_place(language: Language) -> None:
    keys = [message.id.name for file in (MESSAGES / language).glob("*.ftl") for message in _entries(file)]
    assert sorted(keys) == sorted(set(keys))
