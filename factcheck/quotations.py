"""The insides of quotation marks: straight, curly, guillemets, British single ones, over several paragraphs.

A mark left open never swallows the story: it holds to the end of its paragraph when it opens one, else
to the end of its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from factcheck.model import Span
from factcheck.patterns import Pattern

_DOUBLE = Pattern(r'["“”„«»]')
_STRAIGHT = Pattern('"')
_OPENS = r"(?<![^\s(\[—–-].)(?=[^\W\d_])"
_SINGLE_OPEN = Pattern(rf"[‘']{_OPENS}")
_STRAIGHT_OPEN, _CURLY_OPEN = Pattern(f"'{_OPENS}"), Pattern(f"‘{_OPENS}")
"""Sign by sign: a search for one sign is many times as fast as one for a class of signs."""

_SINGLE_CLOSE = Pattern(r"['’](?!\w)")
_CLIPPED = Pattern(r"[‘'](?:em|tis|twas|til|cause|n|bout|round)\b", re.IGNORECASE)

_OPENING = "“„«"
_CLOSES = {"“": '”"“', "„": '“”"', "«": "»", '"': '"”'}
_LONGEST_SINGLE = 1200

Stretch = tuple[int, int]


def find_quotations(text: str, paragraphs: Sequence[Span], sentences: Sequence[Span]) -> list[Stretch]:
    """The insides of quotations in text order, never overlapping, each within one paragraph."""
    found = list(_doubles(text, paragraphs, sentences))
    singles = _singles(text, paragraphs)
    if not singles:
        return found
    merged: list[Stretch] = []
    for stretch in sorted(found + singles, key=lambda s: (s[0], -s[1])):
        if not merged or stretch[0] >= merged[-1][1]:
            merged.append(stretch)
    return merged


def _doubles(text: str, paragraphs: Sequence[Span], sentences: Sequence[Span]) -> list[Stretch]:
    """Stretches between double marks, paragraph by paragraph."""
    found: list[Stretch] = []
    count, index = len(paragraphs), -1
    start = end = 0
    opened, mark = -1, ""
    for at in [match.start() for match in (_STRAIGHT if text.isascii() else _DOUBLE).finditer(text)]:
        if at >= end:
            if opened >= 0:
                found.append(_bounded(text, opened, index, paragraphs, sentences))
                opened = -1
            while at >= end:
                index += 1
                if index == count:
                    return [stretch for stretch in found if stretch[0] < stretch[1]]
                start, end, _ = paragraphs[index]
        if at < start:
            continue
        sign = text[at]
        if opened < 0:
            # a straight mark opens where something is said after it and no letter or figure stands before it
            if sign in _OPENING or (
                sign == '"'
                and at + 1 < end
                and not text[at + 1].isspace()
                and (at == start or not text[at - 1].isalnum())
            ):
                opened, mark = at + 1, sign
        elif sign in _CLOSES[mark] and not (sign == mark == "“") and (sign != '"' or _may_close(text, at)):
            found.append((opened, at))
            opened = -1
    if opened >= 0:
        found.append(_bounded(text, opened, index, paragraphs, sentences))
    return [stretch for stretch in found if stretch[0] < stretch[1]]


def _may_close(text: str, at: int) -> bool:
    """May a straight mark close? Not inside a word ('Indonesia"s' in old wire copy)."""
    return not (text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum())


def _bounded(text: str, opened: int, here: int, paragraphs: Sequence[Span], sentences: Sequence[Span]) -> Stretch:
    """Where a quotation that was never closed ends."""
    start, end, _ = paragraphs[here]
    goes_on = here + 1 < len(paragraphs) and text[paragraphs[here + 1][0]] in '"“„«»'
    if goes_on or opened - 1 == start:
        return opened, end
    index = bisect_right(sentences, (opened, len(text), "")) - 1
    return opened, max(opened, min(end, sentences[index][1] if index >= 0 else end))


def _singles(text: str, paragraphs: Sequence[Span]) -> list[Stretch]:
    """Stretches between single marks; an apostrophe closes none unless punctuation or a break follows."""
    opens = [match.start() for match in _STRAIGHT_OPEN.finditer(text)] if "'" in text else []
    if not text.isascii() and "‘" in text:
        opens = sorted([*opens, *(match.start() for match in _CURLY_OPEN.finditer(text))])
    if not opens:
        return []
    found: list[Stretch] = []
    starts = [paragraph.start for paragraph in paragraphs]
    after = 0
    for at in opens:
        index = bisect_right(starts, at) - 1
        if at < after or index < 0 or at >= paragraphs[index][1] or _CLIPPED.match(text, at):
            continue
        end = _single_end(text, at + 1, min(paragraphs[index][1], at + _LONGEST_SINGLE))
        if end > at + 1:
            found.append((at + 1, end))
            after = end
    return found


def _single_end(text: str, start: int, limit: int) -> int:
    """Where a single quotation closes; -1 where it does not.

    A mark after punctuation closes; one after a letter may be a possessive ("the teachers’ union"),
    so it closes only where none after punctuation follows before the next opening mark.
    """
    soft = -1
    for match in _SINGLE_CLOSE.finditer(text, start, limit):
        at = match.start()
        if text[at - 1] in ".,!?…":
            return at if soft < 0 or not _SINGLE_OPEN.search(text, soft, at) else soft
        if soft < 0 or text[soft - 1] == "s":
            if soft >= 0 and _SINGLE_OPEN.search(text, soft, at):
                return soft
            soft = at
            if text[at - 1] != "s":
                return at
    return soft
