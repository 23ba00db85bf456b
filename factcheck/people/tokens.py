"""The words of a run of capitals, each with what it may be, and the chunks that a name may stand in."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcheck.people.lexicon import around, kinds, title_forms

SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
_new = tuple.__new__
"""Makes a NamedTuple in half the time that its own constructor takes; for the two made most often."""


class Token(NamedTuple):
    """A word of a run, by offsets into it, with the letters of its kinds (see `lexicon`)."""

    start: int
    end: int
    text: str
    kinds: str


def tokens_of(run: str) -> list[Token]:
    """The words of a run; a full stop that ends a sentence is a token without text."""
    found: list[Token] = []
    start = 0
    for whole in run.replace("\u00a0", " ").split(" "):
        end = start + len(whole)
        if whole[-1].isalpha() or whole[0] in QUOTES:
            found.append(_new(Token, (start, end, whole, kinds_of(whole))))
        else:
            word = whole[:-1] if whole[-1] in QUOTES else whole
            if word[-1] == "." and not (
                word in around("abbreviated title") or word in SUFFIXES or word[-3:-2] in BEFORE_INITIAL
            ):
                word = word[:-1]
            found.append(Token(start, start + len(word), word, kinds_of(word)))
            if word != whole:
                found.append(Token(start + len(word), start + len(word), "", "f"))
        start = end + 1
    return found


QUOTES = '"“”'
BEFORE_INITIAL = ("", ".", "-")
"""What stands two letters before the point of an initial: "J.", "U.S.", "J.-P."."""


@lru_cache(maxsize=1 << 16)
def kinds_of(word: str) -> str:
    """The kinds of a word of a run; also a acronym, i initial, k nickname in quotation marks, l small word."""
    if word[0] in QUOTES:
        return "k"
    if word.islower():
        return "l"
    if "." in word:
        return "h" if word in around("abbreviated title") else ("n" if word in around("abbreviated place") else "i")
    found = kinds(word)
    if not found and len(word) > 1 and word.isupper():
        return "a" if len(word) <= 5 else kinds(word.capitalize()) + "a"
    if not found and "-" in word:
        return _hyphenated(word)
    return found


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


def chunks_of(tokens: list[Token]) -> list[list[Token]]:
    """The tokens between calendar and function words, which end a name, except in "Theresa May"."""
    found: list[list[Token]] = []
    chunk: list[Token] = []
    for index, token in enumerate(tokens):
        kind = token.kinds
        if ("d" in kind or "f" in kind) and not _is_name_after_all(tokens, index, chunk):
            if chunk:
                found.append(chunk)
                chunk = []
        else:
            chunk.append(token)
    if chunk:
        found.append(chunk)
    return found


def _is_name_after_all(tokens: list[Token], index: int, before: list[Token]) -> bool:
    """Is a calendar or function word a name here: "Theresa May", "April Jones", "Will Smith"?"""
    token = tokens[index]
    if token.text.endswith("day"):
        return False
    if before and "G" in before[-1].kinds:
        return "s" in token.kinds or "g" in token.kinds
    if before and (before[-1].text in around("honorific") or before[-1].text in around("abbreviated title")):
        return "s" in token.kinds or "g" in token.kinds
    if index + 1 < len(tokens) and token.text in _NAMES_TOO:
        after = tokens[index + 1].kinds
        return "s" in after and "n" not in after
    return False


_NAMES_TOO = ("Will", "May", "April", "June", "August")
