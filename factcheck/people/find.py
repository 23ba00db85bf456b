"""Text to names as found: what each run of capitals holds, and the title words before it.

Out come `Found` values in text order, not overlapping; who is who is left to `link`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.model import Layout, Span
from factcheck.people.lexicon import around, kinds
from factcheck.people.spot import RUN, pieces
from factcheck.people.titles import may_end_title, title_before


class Found(NamedTuple):
    """A name in the text before it is known who it is.

    `kind` is full, single or organisation; `strength` as in `spot.Piece`, raised or lowered by
    the words around. `title` is the span of title words before it, `honorific` the "Mr" or
    "Mrs" before it. `before` is the word before the run, `after` the word that follows.
    """

    span: Span
    text: str
    kind: str
    strength: int
    title: Span | None
    honorific: str
    before: str


_AFTER = re.compile(r",? ?([a-z]+)")


def find_in(text: str, layout: Layout, field: str) -> tuple[Found, ...]:
    """The names of one field that may be people's or organisations', furniture left out."""
    found: list[Found] = []
    speech = around("speech")
    place_words = around("before a place")
    furniture = layout.furniture
    for match in RUN.finditer(text):
        held = pieces(match[0])
        if not held:
            continue
        base = match.start()
        if furniture and layout.is_furniture(base):
            continue
        for start, end, kind, strength, _ in held:
            start += base
            end += base
            if kind == "organisation":
                found.append(Found(Span(start, end, field), text[start:end], kind, strength, None, "", ""))
                continue
            words = text[start - 24 if start > 24 else 0 : start].split()
            before = words[-1] if words else ""
            title = title_before(text, start) if before and may_end_title(before) else None
            honorific = before if before in _HONORIFICS else ""
            if title or honorific:
                strength = 3
            elif strength == 1:
                strength = _from_context(text, start, end, before, kind, speech, place_words)
            if before[-3:] in _ARTICLES and text[start - 1] == "-":
                start -= 3
            name = text[start:end]
            place = Span(title[0], title[1], field) if title else None
            found.append(Found(Span(start, end, field), name, kind, strength, place, honorific, before))
    return tuple(found)


_ARTICLES = ("al-", "el-", "Al-")
_HONORIFICS = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Miss Sir Dame Lord Lady Dr Dr. Madam".split())


def _from_context(
    text: str, start: int, end: int, before: str, kind: str, speech: frozenset[str], place_words: frozenset[str]
) -> int:
    """The strength of a name that needs support, by the words next to it."""
    after = _AFTER.match(text, end)
    if after and after[1] in speech and (kind == "full" or _is_known(text[start:end])):
        return 2
    if before in place_words:
        return 0
    if kind == "full" and before.lower() in around("before a person"):
        return 2
    return 1


def _is_known(word: str) -> bool:
    """Is a single word known as a name, and as no place?"""
    found = kinds(word)
    return "p" not in found and ("s" in found or "g" in found or "G" in found)
