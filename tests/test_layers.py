"""Imports point one way, and the core knows no disk, clock, network or colour."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent

LAYERS = (
    {"timevalues"},
    {"model"},
    {"jsonform", "packing", "dates", "report", "archive"},
    {"rules", "reference", "keyed", "places", "knownnames", "spelling"},
    {"read", "segment", "dateline", "people", "claims", "quantities", "checks", "inference"},
    {"engine"},
    {"cli", "scale", "lsp", "server", "__main__"},
)
"""The rooms that are named, lowest first: a room imports its own and lower layers. A room that stands
in no layer is a stage, beside segment and people."""

STAGES = 4
FACES = LAYERS[-1]

KNOW_ONLY = {
    "timevalues": set(),
    "model": {"timevalues"},
    "jsonform": {"model"},
    "dates": {"timevalues"},
    "report": {"model", "jsonform"},
    "archive": {"model", "jsonform", "packing"},
}
"""Rooms that may know few others: these and themselves."""

TOUCH_THE_DISK = {"read", "rules", "reference", "archive", *FACES}
"""Beside these, a stage may read the word lists that ship with it, and nothing else."""

CLOCKS = {"today", "now", "utcnow", "time", "monotonic", "perf_counter"}


def room(path: Path) -> str:
    """The top-level module or package of a file."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def layer(name: str) -> int:
    return next((number for number, rooms in enumerate(LAYERS) if name in rooms), STAGES)


FILES = [path for path in sorted(PACKAGE.rglob("*.py")) if room(path) not in ("__init__", "_rules")]


def imports(tree: ast.AST) -> set[str]:
    """Full names of all imported modules, those that only type checkers see left out."""
    hidden = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if node in hidden:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def named(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", FILES, ids=named)
def test_imports_point_down(path: Path) -> None:
    here = room(path)
    for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
        parts = name.split(".")
        if parts[0] != "factcheck" or len(parts) < 2 or parts[1] in (here, "__version__"):
            continue
        there = parts[1]
        assert here in FACES or there not in FACES, f"{here} imports the face {there}"
        assert layer(there) <= layer(here), f"{here} imports {there}, which stands above it"
        assert here not in KNOW_ONLY or there in KNOW_ONLY[here], f"{here} knows {there}"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_only_reports_know_colour(path: Path) -> None:
    if room(path) != "report":
        assert "rich" not in {name.split(".")[0] for name in imports(ast.parse(path.read_text(encoding="utf-8")))}


@pytest.mark.parametrize("path", FILES, ids=named)
def test_core_does_not_read_the_clock_or_the_network(path: Path) -> None:
    if room(path) in FACES:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not any(name.startswith("urllib.request") for name in imports(tree))
    assert not {name.split(".")[0] for name in imports(tree)} & {"socket", "http", "requests", "time"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            assert "date" not in ast.unparse(node.func.value), f"line {node.lineno} reads the clock"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_core_does_not_write_to_the_disk(path: Path) -> None:
    if room(path) in TOUCH_THE_DISK:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in {"write_text", "write_bytes", "unlink", "mkdir"}, f"line {node.lineno}"
