"""Names to keys: the slug that tells people apart, and the blocks under which slips of one name meet."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.people.lexicon import plain

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_NOT_LETTERS = re.compile(r"[^a-z]+")
_INITIAL = re.compile(r"(?:[A-Z]\.-?)+")
_NICKNAME = re.compile(r'["“”\'‘’(][^"“”\'‘’()]*["“”\'‘’)]')
_VOWELS = str.maketrans("", "", "aeiouyhw")


@lru_cache(maxsize=1 << 15)
def person_slug(name: str) -> str:
    """The slug of a full name: accents, case, hyphens, middle initials and "Jr." dropped.

    >>> person_slug("Kim Jong Un"), person_slug("Kim Jong-un"), person_slug("Thomas R. Pickering Jr.")
    ('kim-jong-un', 'kim-jong-un', 'thomas-pickering')
    """
    words = _words(name)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return "-".join(words)


def _words(name: str) -> list[str]:
    """The folded words of a name, without middle initials and nicknames in quotation marks."""
    bare = _NICKNAME.sub(" ", name) if '"' in name or "“" in name else name
    parts = plain(bare).replace("-", " ").split()
    kept = [part for i, part in enumerate(parts) if not (0 < i < len(parts) - 1 and _INITIAL.fullmatch(part))]
    folded = [_NOT_LETTERS.sub("", part.lower()) for part in kept]
    return [word for word in folded if word]


@lru_cache(maxsize=1 << 15)
def name_blocks(name: str) -> tuple[str, ...]:
    """The blocks of a name: one slip of two swapped, dropped, added or changed letters keeps one at least.

    A block is the first letter of the given name with a part of the surname: its first half, its
    second half, or its consonants in alphabetical order with one of them left out.
    """
    words = _words(name)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    if not words or len(words[-1]) < 4:
        return ()
    found = dict.fromkeys(_blocks(words[-1]))
    return tuple(found)


def _blocks(word: str) -> list[str]:
    half = (len(word) + 1) // 2
    bones = "".join(sorted(set(word[1:].translate(_VOWELS))))
    return [f"{word[:half]}_", f"_{word[-half:]}", f"{word[0]}{bones}"]
