"""How the names of known people are written: claims under the blocks at which misspelt names meet them.

The table (rules/facts/names.txt) holds a block and its names, joined by bars, on each line.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.keyed import lines_of
from factcheck.model import Claim, Interval, Span

_ALWAYS = Interval(None, None)
_NOWHERE = Span(0, 0)


def names_under(folder: str, block: str) -> tuple[Claim, ...]:
    """Name claims of the known people under a block ("ton+h"), each with the key of that block; empty for an
    unknown one."""
    lines = lines_of(folder, "names", block)
    return _claims(block, lines[0].partition("\t")[2]) if lines else ()


@lru_cache(maxsize=1 << 14)
def _claims(block: str, written: str) -> tuple[Claim, ...]:
    keys = (f"name:{block}",)
    return tuple([_claim(name, keys) for name in written.split("|")])


def _claim(name: str, keys: tuple[str, ...]) -> Claim:
    return Claim(
        *("facts:names", name, name, keys, "name", name, _ALWAYS, _ALWAYS, _NOWHERE, name, "asserted", "", None),
        "open",
        "holders of high offices and well-known people, see rules/facts/SOURCES.md",
    )
