"""Names to slugs: what tells people apart, whatever the accents, hyphens and initials."""

from __future__ import annotations

import re

from factcheck.patterns import Pattern
from factcheck.people.lexicon import plain
from factcheck.people.memo import Memo

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_NOT_LETTERS = re.compile(r"[^a-z]+")
_INITIAL = re.compile(r"(?:[A-Z]\.-?)+")
_NICKNAME = Pattern(r'["“”\'‘’(][^"“”\'‘’()]*["“”\'‘’)]')


def person_slug(name: str) -> str:
    """The slug of a full name: accents, case, hyphens, middle initials and "Jr." dropped.

    >>> person_slug("Kim Jong Un"), person_slug("Kim Jong-un"), person_slug("Thomas R. Pickering Jr.")
    ('kim-jong-un', 'kim-jong-un', 'thomas-pickering')
    """
    return SLUGS[name]


def _slug(name: str) -> str:
    low = name.lower()
    if not low.isascii():
        words = _words(name)
    elif low.isalpha():
        return low
    else:
        spread = low.replace("-", " ")
        words = spread.split() if spread.replace(" ", "").isalpha() else _words(name)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return "-".join(words)


SLUGS = Memo(_slug, 1 << 15)
"""The slug of every name, as `person_slug` gives it."""


def _words(name: str) -> list[str]:
    """The folded words of a name, without middle initials and nicknames in quotation marks."""
    bare = _NICKNAME.compiled().sub(" ", name) if '"' in name or "“" in name else name
    parts = plain(bare).replace("-", " ").split()
    kept = [part for i, part in enumerate(parts) if not (0 < i < len(parts) - 1 and _INITIAL.fullmatch(part))]
    folded = [_NOT_LETTERS.sub("", part.lower()) for part in kept]
    return [word for word in folded if word]
