"""The words around a finding, broken into rows that fit, with marks to draw under them.

A line of a story is a whole paragraph, so the rows hold the neighbourhood of the mark, not
the line. Columns are terminal cells: a Chinese character takes two, an accent none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len

from factcheck.model import Span
from factcheck.report.printable import printable

_REACH = 1000
"""Characters looked at on either side of a mark; more than any screen shows."""

MOST = 4
"""Rows that a long span may take."""

_WORD = re.compile(r"\S+\s?|\s+")


class Mark(NamedTuple):
    """Cells of a row to underline, half-open, for a span; `words` are the same in characters,
    `last` says that the span ends in this row."""

    start: int
    end: int
    span: Span
    words: tuple[int, int]
    last: bool


class Row(NamedTuple):
    """One row of an excerpt: its words, the marks under it, and whether the text goes on before or after."""

    text: str
    marks: tuple[Mark, ...]


def excerpt(text: str, span: Span, others: tuple[Span, ...], width: int, rows: int) -> tuple[Row, ...]:
    """`rows` rows of the line that a span begins on, those with the span in the middle; up to
    MOST where the span itself takes more.

    `others` are further spans of the same text, marked where they show. An ellipsis stands
    where the line goes on beyond the rows.
    """
    start, end = _line_around(text, span)
    pieces = broken(printable(text[start:end]), max(8, width - 2))
    first = next((i for i, (_, at, words) in enumerate(pieces) if start + at + len(words) > span.start), 0)
    last = max((i for i, (_, at, _w) in enumerate(pieces) if start + at < span.end), default=first)
    rows = max(rows, min(last - first + 1, MOST))
    spare = max(0, rows - (last - first + 1))
    low = max(0, min(first - spare // 2, len(pieces) - rows))
    shown = pieces[low : low + rows]
    made = []
    for number, (_, at, words) in enumerate(shown):
        before = "…" if number == 0 and (low > 0 or _goes_on(text, start - 1)) else ""
        after = "…" if number == len(shown) - 1 and (low + rows < len(pieces) or _goes_on(text, end)) else ""
        marks = [_mark(words, start + at, one, len(before)) for one in (*others, span)]
        made.append(Row(before + words.rstrip() + after, tuple(mark for mark in marks if mark)))
    return tuple(made)


def _line_around(text: str, span: Span) -> tuple[int, int]:
    """Where the line of a span starts and ends, as far as anybody looks; a span over several lines takes them all."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _REACH)
    end = text.find("\n", max(span.start, span.end - 1))
    return start, min(len(text) if end < 0 else end, span.end + _REACH)


def _goes_on(text: str, position: int) -> bool:
    return 0 <= position < len(text) and text[position] != "\n"


def broken(line: str, width: int) -> list[tuple[int, int, str]]:
    """Rows of at most `width` cells, each as (number, position in the line, words); long words are cut."""
    rows: list[tuple[int, int, str]] = []
    at, words, used = 0, "", 0
    for match in _WORD.finditer(line):
        for word in _cut(match[0], width):
            taken = cell_len(word.rstrip())
            if words and used + taken > width:
                rows.append((len(rows), at, words))
                at, words, used = at + len(words), "", 0
            words += word
            used += cell_len(word)
    return [*rows, (len(rows), at, words)]


def _cut(word: str, width: int) -> list[str]:
    """A word in pieces that fit a row: one piece, but for endless words and for scripts without spaces."""
    if cell_len(word) <= width:
        return [word]
    pieces, piece, used = [], "", 0
    for char in word:
        taken = cell_len(char)
        if used + taken > width:
            pieces.append(piece)
            piece, used = "", 0
        piece += char
        used += taken
    return [*pieces, piece]


def _mark(words: str, at: int, span: Span, indent: int) -> Mark | None:
    """The cells of a row that a span covers; at least one where the span is empty and stands in the row."""
    shown = words.rstrip()
    start, end = max(0, span.start - at), min(len(shown), span.end - at)
    if start > end or (start == end and span.start != span.end) or start > len(shown):
        return None
    left, right = indent + cell_len(words[:start]), indent + cell_len(shown[:end])
    return Mark(left, max(left + 1, right), span, (indent + start, indent + end), span.end - at <= len(words))
