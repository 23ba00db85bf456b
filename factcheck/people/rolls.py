"""Lists of office holders: a heading that names an office, and lines that each name a person and years.

Mayors of Hammervik:
- Anna Novak (2001-2005)
- 2005-2011: Jane Roe
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Role, Span
from factcheck.patterns import Pattern
from factcheck.people.lexicon import title_forms
from factcheck.people.titles import last_words
from factcheck.people.wording import read_role

_LINE = Pattern(r"[^\n]+")
_ITEM = Pattern(r"\s*(?:[-•*–·]|[0-9]{1,2}[.)])\s?")
_ANY_ITEM = Pattern(r"\n(?:[-•*–·]|[0-9]{1,2}[.)])")
_YEAR = Pattern(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b")
_YEARS_END = Pattern(r"[()]|[;,](?!\s(?:1[0-9]{3}|20[0-9]{2})\b)")
_HEADING_END = Pattern(r"\s?[:(.;\[]|\Z")
_LONGEST_HEADING = 120


class Line(NamedTuple):
    """One line of a roll: where it stands, where its years end, the role that its person held, and the
    heading's words for it."""

    span: Span
    years: Span
    role: Role
    heading: Span


def find_rolls(text: str, field: str) -> tuple[Line, ...]:
    """The lines of all rolls in a text, in order."""
    if not _ANY_ITEM.search(text):
        return ()
    found: list[Line] = []
    last: tuple[str, int] | None = None
    heading: tuple[Role, Span] | None = None
    for match in _LINE.finditer(text):
        line = match[0]
        item = _ITEM.match(line) if len(line) < 300 else None
        if item:
            year = _YEAR.search(line) if last or heading else None
            if year and last:
                heading, last = _heading(*last, field), None
            if heading and year:
                stop = _YEARS_END.search(line, year.end())
                end = match.start() + stop.start() if stop else match.end()
                found.append(Line(Span(match.start(), match.end(), field), Span(match.start(), end, field), *heading))
        elif line.strip():
            heading = None
            last = (line, match.start()) if len(line) <= _LONGEST_HEADING else None
    return tuple(found)


def _heading(line: str, offset: int, field: str) -> tuple[Role, Span] | None:
    """The role that a heading names, and where: "The mayors of Gamvik" -> mayor."""
    words = [(m[0], m.start(), m.end()) for m in re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", line)]
    for index, (word, _, end) in enumerate(words[:8]):
        single = _singular(word.lower())
        if not single:
            continue
        for back in (2, 1, 0):
            if index >= back:
                phrase = " ".join([*(w.lower() for w, _, _ in words[index - back : index]), single])
                if phrase in title_forms():
                    begin = words[index - back][1]
                    stop = _HEADING_END.search(line, end)
                    tail = line[end : stop.start()] if stop else ""
                    role = read_role((phrase + tail).strip())
                    written = line[begin : end + len(tail)].rstrip()
                    span = Span(offset + begin, offset + begin + len(written), field)
                    return (role._replace(written=written), span) if role.title else None
    return None


def _singular(word: str) -> str:
    """The title that a word of a heading is the plural of, or the word itself; "" for another word."""
    for form in (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("men") + "man"):
        if form in last_words():
            return form
    return ""


def line_at(lines: Sequence[Line], position: int) -> Line | None:
    """The line of a roll that holds a position."""
    index = bisect_right(lines, position, key=lambda line: line.span.start) - 1
    if index >= 0 and position < lines[index].span.end:
        return lines[index]
    return None
