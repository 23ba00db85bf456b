"""What a page holds beside its story: date lines, related links, credits, notices, price lists, agency tails.

Lines in, stretches out. A line is judged by general signs (how it opens, whether it is a sentence, which
script it is in); the end of a page is cut only where a sign says that the story is over and what follows
reads like no story. A plain story has none of these signs and loses nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.pagewords import (
    ENDINGS,
    FIRST_WORDS,
    LABELS,
    LABELS_WITH_COLON,
    NOTICE_STEMS,
    OPENINGS,
    PLAIN_NOTICES,
    VAGUE_NOTICES,
    WHOLE,
)
from factcheck.patterns import Pattern

Stretch = tuple[int, int]
Notices = tuple[tuple[str, ...], tuple[str, ...]]

_BULLETS = " \t\xa0•·▪■●►▶»>*|–—-("
_COUNTED = Pattern(
    r"\d+ comments?(?: \(\d+\))?$|comments? \(\d+\)$|copyright (?:©|\(c\)|19|20)|home [>»/] "
    r"|\d+ min(?:ute)?s? read$|\d+ of \d+$|date (?:19|20)\d\d-\d\d"
)
"""Lines that no phrase can name: "3 comments", "5 min read", "Copyright 2019 ...", "Home > World"."""

_LONGEST_SIGN = 14
"""Words of a whole sentence that opens like a sign ("Read more books, she told the pupils ...") and is none."""

_QUOTES = '"“”'
"""A line that opens with speech stands in the story."""

_LONGEST_WORD = 16
"""No word of the tables is as long."""

_COUNTS = frozenset({"comment", "comments", "copyright", "home"})
_CUT_OFF = "… .。\u3000"
_TAIL_SIGNS = "-#(*Ee"
_FEWEST_HEADLINES = 4
_SMALL_WORDS = frozenset(
    "a an the to of in for from with on and at by as is are was will you your how what when why who that this its "
    "their after over into may can not no should".split()
)
"""Headlines speak; half of those in a run hold one of these, a list of names or of results does not."""

_HEAD_LINES = 12
_SHORT = 160
"""Longer lines are paragraphs, whatever they open with; only notices run longer."""

_LONGEST_NOTICE = 700
_NEAR_START, _NEAR_END = 300, 1500
"""Small print stands before a story or after it: code points of the page that are looked through for it."""

_LONGEST_CAPTION = 600

_CREDIT_LINE = Pattern(
    r"(?i)[•*\s]*\(?(?:photo(?:graph|s)?|image|picture|pic|file photo|illustration|graphic|credit|source)"
    r"(?: credits?| courtesy)?\s*(?::|\bby\b|/|©)|[•*\s]*©"
)
"""A line of its own: "Photo: AP", "Photograph by Jane Roe", but not "Photo shows ..."."""

_LONGEST_CREDIT = 8
"""Words after "Photo:" that are still a name; with more a caption or the story itself follows."""

_CREDIT = Pattern(
    r"(?<=[\s(\[.|])(?:PHOTO|Photo|Photograph|Image|IMAGE|Picture|File photo|FILE PHOTO|Credit|Pic)"
    r"(?: credits?| courtesy)?\s*(?::|\sby\s(?=[A-Z])|/(?=[A-Z]))\s*[^\n]{2,60}$"
)
"""A credit at the end of a caption: "The two flags. PHOTO: EXAMPLE AGENCY"."""

_CREDIT_WORDS = tuple(Pattern(words) for words in ("P(?:hoto|HOTO|ic)", "F(?:ile|ILE) ", "I(?:mage|MAGE)", "Credit"))
"""How a credit begins, letter by letter: a search for one sign is many times as fast as one for a class of signs."""

_CREDIT_REACH = 90

_AGENCY_TAIL = Pattern(
    r"[*\s]*(?:--?\s?(?:[A-Z]{2,7}|Bernama|Xinhua|Kyodo|Reuters|dpa)|-0-|-30-|#{3}"
    r"|\(END\)|\(Ends?\)|ENDS?|E[Nn][Dd][Ii][Tt][Ee][Mm])\s*$"
)
"""How agencies close a story: "--IANS", "-0-", "ENDITEM"."""

_INITIALS = Pattern(r"[a-z]{1,4}(?:/[a-z.-]{0,6})+\s*$|(?:/?[A-Z]{2,4}/?){1,3}\s*$")
"""Desk initials under an agency tail: "qd/", "sha/bdc/"."""

_DATE_LABEL = Pattern(
    r"[\s•|]*(?:(?:发布|发表|更新)?(?:时间|日期)|来源)\s*[:：]"
    r"|(?i:[\s•|]*(?:(?:(?:first |last )?(?:published|posted|updated|modified|created)|publication date|date|issued)"
    r"\s*(?:(?:on\b|at\b|[:：])\s*(?=[^\n]{0,30}\d)|(?=\d{1,2}(?:st|nd|rd|th)? [A-Z]|[A-Z][a-z]{2,8}\.? \d|\d{4}-))))"
)
_CLOCKED_DATE = Pattern(
    r"[\s•|]*(?:[A-Z][a-z]{2,8}\.?,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{4}-\d\d-\d\d)\s*(?:[|,·•@–—-]|at\b|T)?\s*\d{1,2}[:.h]\d\d"
)
"""A labelled date or a date with the time of day: a line of the page, not of the story."""

_LONGEST_AFTER_DATE = 8

_BYLINE = Pattern(
    r"(?:By|BY|by|Written by|Author:)\s+[A-Z][\w.'’-]+(?: (?:and|&|of|for|in|,)? ?[A-Z][\w.'’-]+){0,7}"
    r"\s*(?:,\s*[\w .&'’-]{2,40})?\s*(?:\|.*)?$"
)

_CJK = Pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_FAR = Pattern(r"[\u3040-\uffff]")
_LATIN = Pattern(r"[A-Za-z]{2}")
_CLOSED = ".!?…\"”’')]:;"
_WORD = Pattern(r"[^\W\d_][\w'’-]{3,}")
_PROSE_WORDS = 18


def find_furniture(text: str, lines: Sequence[Stretch]) -> list[Stretch]:
    """Stretches of page furniture in text order, apart from each other; whole lines or the ends of lines."""
    mixed = not text.isascii() and _FAR.search(text) is not None and _mostly_latin(text)
    notices = _find_notices(text)
    beside = [
        end - start <= _SHORT and _may_be_beside(text, start) and _is_beside(text, start, end, index)
        for index, (start, end) in enumerate(lines)
    ]
    if mixed or notices:
        for index, (start, end) in enumerate(lines):
            is_notice = notices and end - start <= _LONGEST_NOTICE and _is_notice(text[start:end].lower(), notices)
            beside[index] = bool(beside[index] or is_notice or (mixed and _is_foreign(text, start, end)))
    _mark_teasers(text, lines, beside)
    cut = _find_cut(text, lines, beside, notices)
    if cut < len(lines):
        beside[cut:] = [True] * (len(lines) - cut)
    stretches = [line for line, out in zip(lines, beside, strict=True) if out]
    credits = list(_credits(text, lines, beside))
    if credits:
        stretches = sorted([*stretches, *credits])
    return _joined(text, stretches) if stretches else stretches


def _find_notices(text: str) -> Notices | None:
    """The wordings of small print that the ends of a text hold; None where they make no notice."""
    near = (text if len(text) <= _NEAR_END else text[:_NEAR_START] + text[-_NEAR_END:]).lower()
    if not any(map(near.__contains__, NOTICE_STEMS)):
        return None
    plain = tuple(notice for notice in PLAIN_NOTICES if notice in near)
    vague = tuple(notice for notice in VAGUE_NOTICES if notice in near)
    return (plain, vague) if plain or len(vague) > 1 else None


def _credits(text: str, lines: Sequence[Stretch], beside: Sequence[bool]) -> Iterator[Stretch]:
    """The credits at the ends of captions that stay in the story."""
    begun = [word.start() for words in _CREDIT_WORDS for word in words.finditer(text)]
    if not begun:
        return
    begun.sort()
    ends = [end for _, end in lines]
    last = -1
    for at in begun:
        index = bisect_left(ends, at)
        start, end = lines[index]
        if index != last and end - at <= _CREDIT_REACH and end - start <= _LONGEST_CAPTION and not beside[index]:
            last = index
            credit = _CREDIT.search(text, max(start, end - _CREDIT_REACH), end)
            if credit:
                yield credit.start(), end


def _may_be_beside(text: str, start: int) -> bool:
    """May a line stand beside the story, by its first word? Nearly all lines of a story end here."""
    first = text[start]
    if first in _QUOTES:
        return False
    if not "A" <= first <= "z":
        return True
    first = text[start : start + _LONGEST_WORD].split(None, 1)[0].rstrip(":.,!")
    return not first.isalpha() or not first.isascii() or len(first) >= _LONGEST_WORD or first.lower() in FIRST_WORDS


def _is_beside(text: str, start: int, end: int, index: int) -> bool:
    """Does this short line stand beside the story?"""
    line = text[start:end].lstrip(_BULLETS).lower()
    first = _first_word(line)
    if first not in FIRST_WORDS and first.isalpha() and first.isascii():
        return False
    if _is_sign(line, first) or _is_stamp(text, start, end):
        return True
    if (match := _CREDIT_LINE.match(text, start, end)) and _is_short(text, match, end, _LONGEST_CREDIT):
        return True
    return index < _HEAD_LINES and text[end - 1] not in '"”?!' and _BYLINE.match(text, start, end) is not None


def _is_phrase(text: str, start: int, end: int) -> bool:
    """Does a line hold a sign of the tables, and not a date, a credit or a byline?"""
    line = text[start : min(end, start + _SHORT)].lstrip(_BULLETS).lower()
    return end - start <= _SHORT and _is_sign(line, _first_word(line))


def _first_word(line: str) -> str:
    return line.split(None, 1)[0].rstrip(":.,!") if line else ""


def _is_sign(line: str, first: str) -> bool:
    """Does a short line, in small letters and without bullets, open or read like one beside a story?"""
    opening = _opening(line, OPENINGS.get(first))
    if opening and not (len(line.split()) > _LONGEST_SIGN and line[-1] in ".!?"):
        return True
    label = _opening(line, LABELS.get(first))
    if label and line[len(label) :].strip()[:1] in ("", ":"):
        return True
    label = _opening(line, LABELS_WITH_COLON.get(first))
    if label and line[len(label) :].lstrip().startswith(":"):
        return True
    return line.rstrip(" .:") in WHOLE.get(first, ()) or line.startswith("{{") or _COUNTED.match(line) is not None


def _opening(line: str, phrases: Sequence[str] | None) -> str:
    """The longest of the phrases that a line opens with, as whole words; "" for none."""
    if not phrases:
        return ""
    fits = [
        phrase for phrase in phrases if line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalpha()
    ]
    return max(fits, key=len, default="")


def _is_ending(line: str) -> bool:
    """May a short line, in small letters and without bullets, be the first after a story?"""
    first = _first_word(line)
    ending = _opening(line, ENDINGS.get(first))
    if ending:
        return line[len(ending) :].strip()[:1] in ("", ":", "(")
    return (first in _COUNTS or first.isdigit()) and _COUNTED.match(line) is not None


def _is_stamp(text: str, start: int, end: int) -> bool:
    """Is a line a labelled date, or a date with the time of day, and little else?"""
    match = _DATE_LABEL.match(text, start, end) or _CLOCKED_DATE.match(text, start, end)
    return match is not None and _is_short(text, match, end, _LONGEST_AFTER_DATE)


def _is_notice(line: str, notices: Notices) -> bool:
    plain, vague = notices
    return any(notice in line for notice in plain) or sum(notice in line for notice in vague) > 1


def _is_short(text: str, match: re.Match[str], end: int, most_words: int) -> bool:
    """Do only so many words follow a sign? More make it the start of a caption or a sentence."""
    return len(text[match.end() : end].split()) <= most_words


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Is a line of a Latin-script page written in Chinese, Japanese or Korean?"""
    signs = len(_CJK.findall(text, start, end))
    return signs >= 2 and signs * 3 >= len(_LATIN.findall(text, start, end))


def _mostly_latin(text: str) -> bool:
    return len(_LATIN.findall(text)) > len(_CJK.findall(text))


def _mark_teasers(text: str, lines: Sequence[Stretch], beside: list[bool]) -> None:
    """Mark a cut-off copy of the first sentences that stands right above them."""
    for (start, end), (below, stop), index in zip(lines, lines[1:9], range(8), strict=False):
        cut_off = 40 <= end - start < stop - below and text[end - 1] in _CUT_OFF
        if cut_off and text.startswith(text[start : start + 20], below):
            teaser = text[start:end].rstrip(_CUT_OFF)
            beside[index] = beside[index] or (len(teaser) >= 40 and text.startswith(teaser, below))


def _find_cut(text: str, lines: Sequence[Stretch], beside: list[bool], notices: Notices | None) -> int:
    """The index of the first line after the story; the number of lines where the story runs to the end."""
    count = len(lines)
    last_prose = count - 1
    while last_prose >= 0 and (beside[last_prose] or not _is_prose(text, *lines[last_prose])):
        last_prose -= 1
    for index in range(last_prose + 1, count):
        start, end = lines[index]
        if notices and beside[index] and _is_notice(text[start:end].lower(), notices):
            return index
        if index and _ends_story(text, start, end):
            return index
        if last_prose >= 0 and beside[index] and _is_phrase(text, start, end):
            return index
        if _INITIALS.match(text, start, end) and index and _ends_story(text, *lines[index - 1]):
            return index
    return _after_a_late_sign(text, lines, beside, last_prose)


def _ends_story(text: str, start: int, end: int) -> bool:
    """Is a line one of those after which no story goes on?"""
    if end - start > _SHORT:
        return False
    return _is_ending(text[start:end].lstrip(_BULLETS).lower()) or _AGENCY_TAIL.match(text, start, end) is not None


def _after_a_late_sign(text: str, lines: Sequence[Stretch], beside: list[bool], last_prose: int) -> int:
    """The cut where a sign stands before some prose that is itself small print, else at a run of bare headlines."""
    count = len(lines)
    signs = [index for index in range(count) if beside[index] or text[lines[index][0]] in _TAIL_SIGNS]
    for index in signs:
        if not _ends_story(text, *lines[index]):
            continue
        before = sum(e - s for s, e in lines[:index] if _is_prose(text, s, e))
        rest = [(s, e) for s, e in lines[index:] if _is_prose(text, s, e)]
        after = sum(e - s for s, e in rest)
        if before and after * 4 <= before and len(rest) * 3 <= count - index:
            return index
    run = count
    while run > last_prose + 1 and _is_headline(text, *lines[run - 1]):
        run -= 1
    if run == 0 or count - run < _FEWEST_HEADLINES:
        return count
    spoken = sum(not _SMALL_WORDS.isdisjoint(text[start:end].lower().split()) for start, end in lines[run:])
    return run if spoken * 2 >= count - run else count


def _is_prose(text: str, start: int, end: int) -> bool:
    """Is a line one or more whole sentences of some length?"""
    last = text[end - 1]
    if end - start < 60 or (last not in _CLOSED and end - start < 240):
        return False
    return text.count(" ", start, end) >= _PROSE_WORDS - 1 or (last in '.!?"”' and end - start >= 90)


def _is_headline(text: str, start: int, end: int) -> bool:
    """Is a line a headline in capitals and small letters, without a full stop?"""
    if not 20 <= end - start <= 120 or text[end - 1] in '.!?"”;:,':
        return False
    words: list[str] = _WORD.findall(text, start, end)
    return (
        len(words) >= 3
        and text.count(" ", start, end) >= 3
        and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
    )


def _joined(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches with nothing but white space between them, as one."""
    joined: list[Stretch] = []
    for start, end in stretches:
        if joined and text[joined[-1][1] : start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
