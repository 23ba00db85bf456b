"""A plain text file to one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Document, Origin, Problem
from factcheck.read.source import Options, Source, decode

_RETURN = re.compile(r"\r\n?")

Pieces = tuple[tuple[str, int, int, int], ...]


def read_text(source: Source, options: Options) -> Iterator[Document | Problem]:
    """The file as one story, and a note where its encoding had to be guessed."""
    decoded = decode(source.read())
    if decoded.note:
        yield Problem(source.path, decoded.note, fatal=False)
    text, pieces = plain_lines(decoded.text)
    origin = Origin(source.path, decoded.text, pieces, encoding=decoded.encoding, newline=decoded.newline)
    yield Document(source.path, text, origin=origin)


def plain_lines(source: str, field: str = "text", offset: int = 0) -> tuple[str, Pieces]:
    """Text with "\\n" at its line ends, and its pieces; no pieces where it was so before and stands at the start."""
    if "\r" not in source:
        return source, ((field, 0, offset, len(source)),) if offset else ()
    kept, pieces, start, length = [], [], 0, 0
    for match in _RETURN.finditer(source):
        kept += [source[start : match.start()], "\n"]
        pieces.append((field, length, offset + start, match.start() - start))
        length += match.start() - start + 1
        start = match.end()
    pieces.append((field, length, offset + start, len(source) - start))
    return "".join((*kept, source[start:])), tuple(pieces)
