"""Spans of a document to lines and columns of its source file, and to stretches of the source for fixes."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

from factcheck.model import Document, Origin, Place, Span

_LINE_END = re.compile(r"\r\n|[\r\n]")

Pieces = tuple[tuple[str, int, int, int], ...]


def find_place(document: Document, span: Span) -> Place:
    """Where a span stands in the file of its document; the first line where its field was not in the file."""
    origin = document.origin
    if origin is None:
        return Place(document.id, *_lines(document.field(span.field), span.start, span.end, 1, 1))
    start, end, _ = _locate(origin, span, len(document.field(span.field)))
    if start < 0:
        return Place(origin.path, origin.first_line, origin.first_column, origin.first_line, origin.first_column)
    return Place(origin.path, *_lines(origin.source, start, end, origin.first_line, origin.first_column))


def source_span(document: Document, span: Span) -> tuple[int, int] | None:
    """The stretch of `origin.source` that holds a span and nothing else; None where the source holds more in between.

    Writing plain text there changes the span and nothing beside it; in JSON and markup it must be escaped first.
    """
    origin = document.origin
    if origin is None:
        return None
    start, end, whole = _locate(origin, span, len(document.field(span.field)))
    return (start, end) if whole and start >= 0 else None


def write_fix(document: Document, span: Span, text: str) -> tuple[int, int, str] | None:
    """What to write into `origin.source` and where, so that the span reads `text`; None where that cannot be done.

    The text is escaped as the format of the file asks. A Word file is no text and is not written.
    """
    place = source_span(document, span)
    form = document.origin.form.partition(":")[0] if document.origin else ""
    if place is None or form in _READ_ONLY:
        return None
    return (*place, _ESCAPES.get(form, str)(text))


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _in_markup(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_READ_ONLY = frozenset({"word", "crawl"})
_ESCAPES: dict[str, Callable[[str], str]] = {
    "json": _in_json,
    "json-text": _in_json,
    "json-markup": lambda text: _in_json(_in_markup(text)),
    "markup": _in_markup,
    "feed": _in_markup,
    "csv": lambda text: text.replace('"', '""'),
}


def _locate(origin: Origin, span: Span, length: int) -> tuple[int, int, bool]:
    """Start and end in the source, and whether the stretch between is the span alone; -1 where it is not there."""
    pieces = _pieces(origin)
    if not pieces:
        return (span.start, span.end, True) if span.field == "text" and not origin.form else (-1, -1, False)
    own = _of_field(pieces, span.field)
    if not own:
        return -1, -1, False
    first = _piece_at(own, span.start)
    last = _piece_at(own, max(span.start, span.end - 1))
    start = _source_at(own, first, span.start)
    end = _source_end(own, last, span.end) if span.end > span.start else start
    whole = all(
        after[1] == before[1] + before[3] and after[2] <= _piece_end(own, index)
        for index, (before, after) in enumerate(zip(own[first:last], own[first + 1 : last + 1], strict=True), first)
    )
    inside = own[first][1] <= span.start and span.end <= own[last][1] + own[last][3]
    return start, max(start, end), whole and inside


def _piece_at(own: Pieces, position: int) -> int:
    return max(0, bisect_right(own, position, key=lambda piece: piece[1]) - 1)


def _source_at(own: Pieces, index: int, position: int) -> int:
    """Where a text position stands in the source: in its piece, or at the start of the next when it is in none."""
    _, text, source, length = own[index]
    if position >= text + length and index + 1 < len(own):
        return own[index + 1][2]
    return source + min(max(0, position - text), length)


def _source_end(own: Pieces, index: int, position: int) -> int:
    """Where a span that ends at `position` ends in the source."""
    _, text, source, length = own[index]
    if length == 1 and position > text:
        return _piece_end(own, index)
    return source + min(max(0, position - text), length)


def _piece_end(own: Pieces, index: int) -> int:
    """Where a piece ends in the source; an escape, a piece of one character, reaches to the next piece beside it."""
    _, text, source, length = own[index]
    if length == 1 and index + 1 < len(own):
        _, following, start, _ = own[index + 1]
        if following == text + 1 and 0 < start - source <= 32:
            return start
    return source + length


@lru_cache(maxsize=16)
def _pieces(origin: Origin) -> Pieces:
    """The pieces of an origin, made by its format where they were left out."""
    if origin.pieces or not origin.form:
        return origin.pieces
    kind, _, names = origin.form.partition(":")
    if kind == "json":
        from factcheck.read.jsonmap import map_fields

        text, _, title = names.partition(":")
        return map_fields(origin.source, {(text,): "text", (title,): "title"})
    if kind == "csv":
        from factcheck.read.table import map_row

        return map_row(origin.source, origin.form)
    return ()


@lru_cache(maxsize=16)
def _of_field(pieces: Pieces, field: str) -> Pieces:
    return tuple(piece for piece in pieces if piece[0] == field)


@lru_cache(maxsize=16)
def _line_starts(source: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(source))]


def _lines(source: str, start: int, end: int, first_line: int, first_column: int) -> tuple[int, int, int, int]:
    starts = _line_starts(source)
    line, last = bisect_right(starts, start) - 1, bisect_right(starts, end) - 1
    return (
        first_line + line,
        start - starts[line] + (first_column if line == 0 else 1),
        first_line + last,
        end - starts[last] + (first_column if last == 0 else 1),
    )
