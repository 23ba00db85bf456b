"""Text to names as found: what each run of capitals holds, and the title words before it.

Out come organisations, and `Found` values in text order, not overlapping; who is who is left to `link`.
"""

from __future__ import annotations

import re
import sys
from typing import NamedTuple

from factcheck.model import Layout, Mention, Span
from factcheck.people.after import may_open, roles_after
from factcheck.people.lexicon import around, kinds
from factcheck.people.memo import Memo
from factcheck.people.spot import PIECES, RUN
from factcheck.people.titles import last_words, title_before, title_end
from factcheck.people.wording import FOLDED


class Found(NamedTuple):
    """A name in the text before it is known who it is.

    `kind` is full or single; `strength` as in `spot.Piece`, raised or lowered by
    the words around. `title` is the span of title words before it, `honorific` the "Mr" or
    "Mrs" before it, `before` a word before it that `holders` and `signs` look at, or "".
    """

    span: Span
    text: str
    kind: str
    strength: int
    title: Span | None
    honorific: str
    before: str

    @property
    def last_title(self) -> str:
        """The last word of the title right before the name, in lower case; "" where a comma stands between."""
        return self.before.lower() if self.title else ""


_new = tuple.__new__
_AFTER = re.compile(r",? ?([a-z]+)")
_NO_MORE = Span(sys.maxsize, sys.maxsize)
_ARTICLES = ("al-", "el-", "Al-")


def find_in(text: str, layout: Layout, field: str) -> tuple[list[Found], list[Mention]]:
    """The names of one field that may be people's, and its organisations, each in text order, furniture left out."""
    found: list[Found] = []
    organisations: list[Mention] = []
    furniture = iter(layout.furniture)
    skip_start, skip_end, _ = next(furniture, _NO_MORE)
    for match in RUN.finditer(text):
        held = PIECES[match[0]]
        if not held:
            continue
        base = match.start()
        while base >= skip_end:
            skip_start, skip_end, _ = next(furniture, _NO_MORE)
        if base >= skip_start:
            continue
        for start, end, kind, strength in held:
            start += base
            end += base
            if kind == "organisation":
                name = text[start:end]
                entity = FOLDED[name]
                if entity:
                    span = _new(Span, (start, end, field))
                    organisations.append(_new(Mention, (span, name, kind, entity, 1.0)))
                continue
            place = None
            honorific = before = role = ""
            if start:
                ahead = text[start - 1]
                if ahead == " " or ahead == "\u00a0":
                    before = text[start - 25 if start > 25 else 0 : start - 1]
                    before = before[before.rfind(" ") + 1 :]
                    if "\n" in before:
                        before = before[before.rfind("\n") + 1 :]
                    role = _BEFORE[before] if before else ""
                    if role == "head" or role == "long":
                        title = title_before(text, start, role)
                        if title:
                            place = _new(Span, (*title, field))
                    elif role == "honorific":
                        honorific = before
                elif ahead == "-" and text[start - 3 : start] in _ARTICLES:
                    start -= 3
            name = text[start:end]
            if kind == "single":
                if place or honorific:
                    strength = 3
                elif strength == 1 and _KNOWN[name] and (before != "of" or text[end : end + 1] != ","):
                    strength = _from_context(text, end, role, kind)  # not of "Jane Roe, mayor of Lund, said"
            elif kind == "doubtful":
                kind = "full"
                if not (
                    place
                    or honorific
                    or (_from_context(text, end, "", kind) == 2 and kinds(name.split(None, 1)[0]))
                    or _has_role_behind(text, end)
                ):
                    continue
                strength = 2
            elif place or honorific:
                strength = 3
            elif strength == 1:
                strength = _from_context(text, end, role, kind)
                if strength == 1 and _has_role_behind(text, end):
                    strength = 2
            found.append(_new(Found, (_new(Span, (start, end, field)), name, kind, strength, place, honorific, before)))
    return found, organisations


_HONORIFICS = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Miss Sir Dame Lord Lady Dr Dr. Madam".split())


def _word_before(word: str) -> str:
    """What a word right before a name may be: honorific, place (a preposition), person, "" or as in `title_end`."""
    if word in _HONORIFICS:
        return "honorific"
    end = title_end(word)
    if end:
        return end
    if word in around("before a place"):
        return "place"
    return "person" if word.lower() in around("before a person") else ""


_BEFORE = Memo(_word_before, 1 << 14)


def _from_context(text: str, end: int, role: str, kind: str) -> int:
    """The strength of a name that needs support, by the words next to it."""
    after = _AFTER.match(text, end)
    if after and after[1] in around("speech"):
        return 2
    if role == "place":
        return 0
    return 2 if kind == "full" and role == "person" else 1


def _has_role_behind(text: str, end: int) -> bool:
    """Do the words behind a comma give a role that only people have: ", Germany's economy minister,"?"""
    if text[end : end + 2] != ", " or not may_open(text, end):
        return False
    for role in roles_after(text, end, 0):
        words = text[role.start : role.end].split(" of ", 1)[0].split(" at ", 1)[0].split()
        last = words[-1].lower() if words else ""
        if last in last_words() and last not in around("may be said of a firm too"):
            return True
    return False


def _is_known(word: str) -> bool:
    """Is a single word known as a name, and as no place and no thing?"""
    found = kinds(word)
    if "p" in found or "n" in found or "o" in found or "t" in found:
        return False
    return "s" in found or "g" in found or "G" in found


_KNOWN = Memo(_is_known, 1 << 14)
