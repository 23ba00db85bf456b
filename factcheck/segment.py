"""Text to paragraphs, sentences, quotations and page furniture; spans out, no text changed.

Lines are read first: what stands beside the story is set apart (`factcheck.furniture`), hard-wrapped
lines are joined to one paragraph again. Sentence ends are looked for only at full stops, question and
exclamation marks. Knows no dates and no people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from factcheck.furniture import find_furniture
from factcheck.model import Document, Layout, Span
from factcheck.patterns import Pattern
from factcheck.quotations import find_quotations

_LINE = re.compile(r"\S(?:.*\S)?")

_NEXT = r"""["'”’»)\]]*\s+(?=["'“‘«(\[—–-]{0,6}([^\s"'“‘«(\[—–-]))"""
_END = Pattern(rf"""[.!?…。！？](?:(?<=[。！？])[。！？]*[”」』]*|{_NEXT})""")
"""A sentence may end here: the mark, what closes with it, and the first sign of the next one."""

_FULL_STOP, _QUESTION, _CALL = re.compile(rf"\.{_NEXT}"), Pattern(rf"\?{_NEXT}"), Pattern(rf"!{_NEXT}")
"""The same, mark by mark: a search for one sign is many times as fast as one for a class of signs."""

_RARE_MARKS = "…。！？"

_NARROWEST, _WIDEST = 40, 100
"""Columns of hard-wrapped text; a longer line was not broken for want of room."""

_LONGEST_SENTENCE = 2_000
"""Code points; what runs on for longer is a table or no prose, and rules look through the whole of a sentence."""

_WORD_BEFORE = re.compile(r"[\w.&'’-]*$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[—–-]*([^\W\d_]+(?:['’][^\W\d_]+)?)")

_BEFORE_NAME = frozenset(
    "mr mrs ms messrs mme mlle dr drs prof profs gen lt col sgt cpl capt cmdr cdr adm maj brig pvt pfc supt det insp "
    "rev fr msgr hon sen sens rep reps gov govs pres sec amb atty asst st ste mt ft vs v cf viz eg ie approx ca "
    "e.g i.e lt.gen maj.gen lt.col".split()
)
"""Abbreviations that a name or an example follows ("Gen. Mark Milley"): no sentence ends at them."""

_BEFORE_NUMBER = frozenset(
    "no nos fig figs art p pp par sec vol ch jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
"""Abbreviations that a number follows ("Sept. 5", "No. 5")."""

_MAY_END = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc corp co ltd plc bros jr sr esq al etc dept univ assn ave blvd rd hwy no est "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa "
    "tenn tex va vt wash wis wyo".split()
)
"""Abbreviations that may close a sentence: one ends only where the next word can open a sentence and nothing else."""

_OPENERS = frozenset(
    "the a an this that these those it he she they we i you there here his her their its our my in on at by for from "
    "with without after before during since until when while where as if although though because but and or nor so yet "
    "however meanwhile still also then now later earlier both all some many most more several no not one two three "
    "what who why how according asked speaking under over about among between to of each every another other such "
    "it's he's they're we're i'm don't last next once police officials".split()
)
"""Words that open a sentence and seldom continue a name: chosen by us from the openings of newspaper sentences."""


def divide(document: Document) -> Layout:
    """The layout of a document's text. Every span lies inside the text; sentences never cross paragraphs."""
    text = document.text
    lines = [match.span() for match in _LINE.finditer(text)]
    furniture = find_furniture(text, lines)
    paragraphs = _spans(_unwrap(text, _outside(text, lines, furniture) if furniture else lines))
    sentences = _sentences(text, paragraphs)
    if any(end - start > _LONGEST_SENTENCE for start, end, _ in paragraphs):
        sentences = [part for sentence in sentences for part in _cut_short(text, sentence)]
    quotations = find_quotations(text, paragraphs, sentences)
    return Layout(paragraphs, tuple(sentences), _spans(quotations), _spans(furniture))


def _spans(stretches: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The stretches as spans of the text."""
    new = tuple.__new__  # half the time of calling Span
    return tuple([new(Span, (start, end, "text")) for start, end in stretches])


def divide_title(document: Document) -> Layout:
    """The layout of a document's title: one sentence, perhaps with quotations."""
    if not document.title:
        return Layout()
    span = (Span(0, len(document.title), "title"),)
    quotations = find_quotations(document.title, span, span)
    return Layout(span, span, tuple(Span(start, end, "title") for start, end in quotations))


def _outside(
    text: str, lines: Sequence[tuple[int, int]], furniture: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The lines less what furniture covers, trimmed; furniture may take a whole line or its end."""
    kept = []
    gaps = iter((*furniture, (len(text) + 1, len(text) + 1)))
    gap = next(gaps)
    for start, end in lines:
        while gap[1] <= start:
            gap = next(gaps)
        if gap[0] <= start:
            start = min(gap[1], end)
        elif gap[0] < end:
            end = gap[0]
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            kept.append((start, end))
    return kept


def _unwrap(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Paragraphs: each line is one, but lines broken only because a column was full are joined.

    A line was broken for want of room when the first word of the next one would not have fitted
    into the block's longest line.
    """
    paragraphs: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for line in lines:
        if line[1] - line[0] > _WIDEST:
            paragraphs.extend(_joined(text, block))
            paragraphs.append(line)
            block = []
        elif block and _touches(text, block[-1][1], line[0]):
            block.append(line)
        else:
            paragraphs.extend(_joined(text, block))
            block = [line]
    paragraphs.extend(_joined(text, block))
    return paragraphs


def _touches(text: str, end: int, start: int) -> bool:
    """Is there one line break and no blank line between two places?"""
    return start - end <= 40 and text.count("\n", end, start) <= 1


def _joined(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(block) < 3:
        return block
    width = max(end - start for start, end in block)
    if width < _NARROWEST:
        return block
    joined = block[:1]
    for (before, stop), (start, end) in pairwise(block):
        word = text.find(" ", start, end)
        if stop - before + 1 + (end if word < 0 else word) - start > width:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined if len(joined) <= len(block) * 0.5 else block


def _sentences(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The sentences of all paragraphs; a paragraph of one sentence is that sentence."""
    sentences: list[Span] = []
    add, new = sentences.append, tuple.__new__
    ends = iter(_possible_ends(text))
    match = next(ends, None)
    for paragraph in paragraphs:
        first, end, _ = paragraph
        start = first
        while match is not None and (mark := match.start()) < end:
            stop = after = match.end()
            if mark >= first and after < end and _is_end(text, match, start, end):
                while text[stop - 1].isspace():
                    stop -= 1
                add(new(Span, (start, stop, "text")))
                start = after
            match = next(ends, None)
        if start == first:
            add(paragraph)
        elif start < end:
            add(new(Span, (start, end, "text")))
    return sentences


def _cut_short(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or where it is too long for one, its pieces, cut at blanks."""
    start, end, field = sentence
    while end - start > _LONGEST_SENTENCE:
        limit = start + _LONGEST_SENTENCE
        blank = text.rfind(" ", start + 1, limit)
        stop = after = blank if blank > 0 else limit
        while stop > start + 1 and text[stop - 1].isspace():
            stop -= 1
        yield Span(start, stop, field)
        start = after
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end, field)


def _possible_ends(text: str) -> Iterable[re.Match[str]]:
    """Every place where a sentence may end, in text order."""
    if not text.isascii() and any(map(text.__contains__, _RARE_MARKS)):
        return _END.finditer(text)
    ends: Iterable[re.Match[str]] = _FULL_STOP.finditer(text)
    others = [pattern for mark, pattern in (("?", _QUESTION), ("!", _CALL)) if mark in text]
    if others:
        ends = sorted(chain(ends, *(pattern.finditer(text) for pattern in others)), key=re.Match.start)
    return ends


def _is_end(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Does the sentence that began at `start` end at this mark, in a paragraph that ends at `end`?"""
    first = match[1]
    if first is None:
        return True
    if first.islower() or match.start(1) >= end:
        return False
    mark = match.start()
    return text[mark - 5 : mark].isalpha() or _ends(text, match, start)


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    """Does the sentence end at this mark?"""
    first = match[1]
    if first is None:
        return True
    mark = match.start()
    if text[mark] != ".":
        return True
    before = text[max(start, mark - 20) : mark]
    found = _WORD_BEFORE.search(before)
    word = found[0].lstrip("'’-") if found else ""
    low = word.lower()
    if low in _BEFORE_NAME and (word[:1].isupper() or len(word) > 2):
        return False
    if first.isdigit():
        return low not in _BEFORE_NUMBER
    if low in _MAY_END or "." in word or (len(word) == 1 and word.isupper()):
        if text[mark + 1] in "\"”’'»)]":
            return True
        following = _NEXT_WORD.match(text, match.end())
        return following is not None and following[1].lower() in _OPENERS and following[1] != "I"
    return True
