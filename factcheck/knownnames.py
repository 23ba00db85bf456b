"""How the names of known people are written: claims under the blocks at which misspelt names meet them.

The table (rules/facts/names.txt) is read when first asked for, and only the part that a key needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from factcheck.model import Claim, Interval, Span
from factcheck.spelling import name_blocks

_ALWAYS = Interval(None, None)
_NOTHING: Mapping[str, str] = {}


@lru_cache(maxsize=1 << 14)
def names_under(folder: Path, block: str) -> tuple[Claim, ...]:
    """Name claims of the known people under a block ("ton+h"); empty for an unknown one."""
    written = _part(folder, block[:2]).get(block)
    return tuple([_claim(name) for name in written.split("|")]) if written else ()


@lru_cache(maxsize=4096)
def _claim(name: str) -> Claim:
    return Claim(
        *("facts:names", name, name, name_blocks(name), "name", name, _ALWAYS, _ALWAYS, Span(0, 0), name),
        grade="open",
        source="holders of high offices and well-known people, see rules/facts/SOURCES.md",
    )


@cache
def _part(folder: Path, start: str) -> Mapping[str, str]:
    """The blocks that start with two letters, with their names joined by bars."""
    line = _lines(folder).get(start)
    return dict(entry.split("=", 1) for entry in line.split("\t")[1:]) if line else _NOTHING


@cache
def _lines(folder: Path) -> Mapping[str, str]:
    try:
        text = (folder / "names.txt").read_text(encoding="utf-8")
    except OSError:
        return _NOTHING
    return {line[:2]: line for line in text.splitlines()}
