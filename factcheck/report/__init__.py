"""Findings to text: one function a format, named here and imported when asked for.

A format takes a `Result`, and a `Look` if people read it; it yields pieces of the report.
This package knows the model and nothing of how findings are made; only it imports rich.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple


class Format(NamedTuple):
    """Where a format's function is, and whether it wants to know how the terminal looks."""

    module: str
    function: str
    looks: bool = False


FORMATS: dict[str, Format] = {
    "text": Format("text", "text", looks=True),
    "concise": Format("concise", "concise"),
    "grouped": Format("grouped", "grouped"),
    "html": Format("html", "html"),
    "json": Format("machine", "as_json"),
    "jsonl": Format("machine", "jsonl"),
    "github": Format("pipelines", "github"),
    "gitlab": Format("pipelines", "gitlab"),
    "junit": Format("pipelines", "junit"),
    "rdjson": Format("pipelines", "rdjson"),
    "sarif": Format("sarif", "sarif"),
}
"""The formats of findings, those for people first."""


def report_function(name: str) -> Any:
    """The function of a format, imported now. Raises KeyError for a name that is not in FORMATS."""
    entry = FORMATS[name]
    return getattr(import_module(f"factcheck.report.{entry.module}"), entry.function)
