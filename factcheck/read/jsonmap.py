"""Where the strings of a JSON source stand, and the pieces that map their escapes back to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)

Path = tuple[str | int, ...]
Pieces = tuple[tuple[str, int, int, int], ...]


def find_strings(source: str) -> Iterator[tuple[Path, int, int]]:
    """Each string value of a valid JSON text: its path of keys and indexes, and the stretch inside its quotes."""
    path: list[str | int] = []
    key, expect_key = "", False
    for match in _TOKEN.finditer(source):
        sign = match[0][0]
        if sign == '"':
            if expect_key:
                key, expect_key = match[0][1:-1], False
                path[-1] = key
            else:
                yield tuple(path), match.start() + 1, match.end() - 1
        elif sign == "{":
            path.append("")
            expect_key = True
        elif sign == "[":
            path.append(0)
        elif sign in "}]":
            path.pop()
            expect_key = False
        elif sign == "," and path:
            last = path[-1]
            if isinstance(last, int):
                path[-1] = last + 1
            else:
                expect_key = True


def map_string(source: str, start: int, end: int, field: str) -> Pieces:
    """Pieces of one string: runs without escapes, and each escape as a piece of one character.

    A piece of length 1 may stand for several characters of the source: the next piece tells where it ends.
    """
    pieces = []
    length = 0
    run = start
    for match in _ESCAPE.finditer(source, start, end):
        if match.start() > run:
            pieces.append((field, length, run, match.start() - run))
            length += match.start() - run
        pieces.append((field, length, match.start(), 1))
        length += 1
        run = match.end()
    pieces.append((field, length, run, end - run))
    return tuple(pieces)


def map_fields(source: str, fields: dict[Path, str]) -> Pieces:
    """Pieces of the strings whose path is a key of `fields`, under the field named there; the last of equal ones."""
    found = {path: (start, end) for path, start, end in find_strings(source) if path in fields}
    return tuple(piece for path, place in found.items() for piece in map_string(source, *place, fields[path]))
