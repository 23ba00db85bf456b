"""What the finder reads with: the words, codes and shapes of one language, made ready by `factcheck.dates.locale`.

They are made once, by `python tools/time_tables.py`, and kept as JSON in a module (`tables_en`): working them out
takes longer than checking a short story, and so does compiling so many literals where Python keeps no bytecode.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

NUMBER_CLASSES = (
    "D1",
    "D2",
    "D3",
    "Y4",
    "N4",
    "N5",
    "BIG",
    "DEC",
    "NTH",
    "NUMBERS",
    "DECADE",
    "CLOCK",
    "ISO",
    "NUMERIC",
    "FRACTION",
)
"""Tokens with digits: one or two digits up to 31, two digits, three, a likely year, other four digits,
five digits that look like a mistyped year, any other number, a decimal number, "5th", "1990s", "10:30",
"2019-07-05", "5/7/2019", "1/2"."""

SIGNS = {",": ",", ".": ".", "-": "-", "–": "-", "‑": "-", "'": "'", "’": "'", "/": "/", "(": "OPEN", ")": "CLOSE"}

Word = tuple[str, str, str]
"""What a word means to the finder: its class as one character, its value, and its class in small letters."""


def codes_of(word: Word) -> str:
    """The codes that a word may have: one, or another in small letters."""
    code, _, low = word
    return code if low in (code, "") else code + low


class Shape(NamedTuple):
    """A pattern made ready: a regular expression over codes, compiled when it is first tried.

    Every match has at least so many codes (`least`) and holds one of each of `needs`; its second code is one of
    `seconds`, and only where `single` holds may it have no second. `fields` are (name, part, group); `parts` the
    groups of the expressions of a joined form, in order; `fixed` what the shape says by itself.
    """

    number: int
    form: str
    type: str
    regex: str
    least: int
    needs: Sequence[str]
    seconds: str
    single: bool
    fields: Sequence[tuple[str, int, int]]
    parts: Sequence[int]
    fixed: Sequence[tuple[str, str]]
    doubt: str


class Tables(NamedTuple):
    """A locale made ready for the finder.

    `codes`: class to its character. `shapes`: each as it is kept, see `shape_of`. `starts`: code to the numbers of
    the shapes that may begin with it. `ends`: the codes that one may end with. `follows`: code to those that may
    come next in one. `flat_follows`: the codes of a word to what may come next in the flat text, "0" for any
    number. `dotted`: codes of words that may be cut short with a full stop. `trigger_words` start a search, and
    `trigger_trie` is the expression for them, flat.
    """

    name: str
    order: str
    words: Mapping[str, Word]
    codes: Mapping[str, str]
    shapes: Sequence[str]
    starts: Mapping[str, Sequence[int]]
    ends: frozenset[str]
    follows: Mapping[str, frozenset[str]]
    flat_follows: Mapping[str, frozenset[str]]
    dotted: frozenset[str]
    trigger_words: frozenset[str]
    trigger_trie: str
    names: Mapping[str, str]


@cache
def load(name: str) -> Tables:
    """The tables of a locale ("en", "es"); raises ModuleNotFoundError for a name that has none."""
    module = import_module(f"factcheck.dates.tables_{name}")
    made: dict[str, Any] = json.loads(module.TABLES)
    return Tables(
        name,
        made["ORDER"],
        {text: (code, value, low) for text, (code, value, low) in made["WORDS"].items()},
        made["CODES"],
        module.SHAPES.strip().split("\n"),
        made["STARTS"],
        frozenset(made["ENDS"]),
        {code: frozenset(after) for code, after in made["FOLLOWS"].items()},
        {codes: frozenset(after) for codes, after in made["FLAT_FOLLOWS"].items()},
        frozenset(made["DOTTED"]),
        frozenset(made["TRIGGER_WORDS"].split()),
        made["TRIGGER_TRIE"],
        {code: cls for cls, code in made["CODES"].items()},
    )


@cache
def shape_of(name: str, number: int) -> Shape:
    """A shape of a locale; a short story asks for few."""
    return Shape._make(json.loads(load(name).shapes[number]))
