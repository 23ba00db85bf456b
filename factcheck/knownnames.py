"""How the names of known people are written: claims under the blocks at which misspelt names meet them.

The table (rules/facts/names.txt) is read when first asked for, and only the part that a key needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from factcheck.model import Claim, Interval, Span

_ALWAYS = Interval(None, None)
_NOWHERE = Span(0, 0)


@lru_cache(maxsize=1 << 14)
def names_under(folder: str, block: str) -> tuple[Claim, ...]:
    """Name claims of the known people under a block ("ton+h"), each with the key of that block; empty for an
    unknown one."""
    written = _part(folder, block[:2]).get(block)
    if not written:
        return ()
    keys = (f"name:{block}",)
    return tuple([_claim(name, keys) for name in written.split("|")])


def _claim(name: str, keys: tuple[str, ...]) -> Claim:
    return Claim(
        *("facts:names", name, name, keys, "name", name, _ALWAYS, _ALWAYS, _NOWHERE, name, "asserted", "", None),
        "open",
        "holders of high offices and well-known people, see rules/facts/SOURCES.md",
    )


@cache
def _part(folder: str, start: str) -> Mapping[str, str]:
    """The blocks that start with two letters, with their names joined by bars."""
    line = _lines(folder).get(start, "")
    return dict([entry.split("=", 1) for entry in line.split("\t")[1:]])


@cache
def _lines(folder: str) -> Mapping[str, str]:
    """The lines of the table by the two letters that their blocks start with."""
    try:
        text = Path(folder, "names.txt").read_text(encoding="utf-8")
    except OSError:
        return {}
    return {line[:2]: line for line in text.splitlines()}
