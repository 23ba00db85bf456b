"""The words of a run of capitals, each with what it may be, and the chunks that a name may stand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.people.lexicon import around, kinds, title_forms
from factcheck.people.memo import Memo

SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
QUOTES = '"“”'
BEFORE_INITIAL = ("", ".", "-")
"""What stands two letters before the point of an initial: "J.", "U.S.", "J.-P."."""

_new = tuple.__new__
"""Makes a NamedTuple in half the time that its own constructor takes; for those made most often."""


class Word(NamedTuple):
    """A word of a run without the full stop or quotation mark that ends a name, and the letters of its kinds
    (see `lexicon`); `ends` says that there was one."""

    text: str
    kinds: str
    ends: bool


def _word(written: str) -> Word:
    """A word as it counts, from one between blanks: "Gulf." is "Gulf" at an end, "Gen." stays."""
    if written[-1].isalpha() or written[0] in QUOTES:
        return _new(Word, (written, kinds_of(written), False))
    word = written[:-1] if written[-1] in QUOTES else written
    if word[-1] == "." and not (
        word in around("abbreviated title") or word in SUFFIXES or word[-3:-2] in BEFORE_INITIAL
    ):
        word = word[:-1]
    return Word(word, kinds_of(word), word != written)


WORDS = Memo(_word)
"""Every word of a run as it counts."""


def kinds_of(word: str) -> str:
    """The kinds of a word of a run; also a acronym, i initial, k nickname in quotation marks, l small word."""
    if word.isalpha():
        if word.islower():
            return "l"
        return kinds(word) or (_in_capitals(word) if word.isupper() and len(word) > 1 else "")
    if word[0] in QUOTES:
        return "k"
    if word.islower():
        return "l"
    if "." in word:
        return "h" if word in around("abbreviated title") else ("n" if word in around("abbreviated place") else "i")
    found = kinds(word)
    if found:
        return found
    if word.isupper():
        return _in_capitals(word)
    return _hyphenated(word) if "-" in word else ""


def _in_capitals(word: str) -> str:
    """The kinds of "NATO" and "OBAMA", which no list holds."""
    return "a" if len(word) <= 5 else kinds(word.capitalize()) + "a"


def _hyphenated(word: str) -> str:
    """The kinds of "Jong-un", "Jean-Claude", "Anglo-American", "US-China"."""
    if word.endswith(("-elect", "-designate")) or word.startswith(("Then-", "Ex-", "Vice-")):
        return "h"
    if word.lower() in title_forms():
        return "h"
    parts = [kinds(part) for part in word.split("-") if part]
    if any("n" in part or "o" in part or "f" in part for part in parts) or not parts:
        return "t"
    if all("c" in part and "s" not in part and "g" not in part.lower() for part in parts):
        return "c"
    return "g" if "G" in parts[0] or "g" in parts[0] else ""


def cut(words: Sequence[Word]) -> list[tuple[int, Sequence[Word]]]:
    """The words between ends and calendar and function words, which end a name, except in "Theresa May": the place of
    the first of them among the words, and they themselves."""
    found: list[tuple[int, Sequence[Word]]] = []
    first = 0
    for index, (text, kind, ends) in enumerate(words):
        if ("d" in kind or "f" in kind) and (
            (index == first and text not in _NAMES_TOO) or not _is_name_after_all(words, index, first)
        ):
            if index > first:
                found.append((first, words[first:index]))
            first = index + 1
        elif ends:
            found.append((first, words[first : index + 1]))
            first = index + 1
    if first < len(words):
        found.append((first, words[first:]))
    return found


def _is_name_after_all(words: Sequence[Word], index: int, first: int) -> bool:
    """Is a calendar or function word a name here: "Theresa May", "April Jones", "Will Smith"?"""
    text, kind, ends = words[index]
    if text.endswith("day"):
        return False
    if index > first:
        before = words[index - 1]
        if "G" in before.kinds or before.text in around("honorific") or before.text in around("abbreviated title"):
            return "s" in kind or "g" in kind
    if index + 1 < len(words) and not ends and text in _NAMES_TOO:
        after = words[index + 1].kinds
        return "s" in after and "n" not in after and (text != "Jan" or "c" not in after)
    return False


_NAMES_TOO = frozenset(("Will", "May", "April", "June", "August", "Jan"))
