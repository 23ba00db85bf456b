"""How two spellings of a name differ: a slip of the hand, an accepted transliteration, a short form.

Words come in, verdicts come out; which of two spellings is the right one, and whether they
mean one person, is for the caller to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.rules import FOLDER

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_PARTICLES = {
    *("al", "el", "ul", "ur", "bin", "ibn", "abd", "de", "da", "del", "della", "di", "do", "dos", "du"),
    *("la", "le", "van", "von", "der", "den", "ter", "ten", "zu"),
}
_ARABIC_PARTICLES = {"al", "el", "ul", "bin", "ibn", "abd", "abdul", "abdel"}
_AFTER_NAMES = {"jr", "sr", "ii", "iii", "iv", "phd", "md", "mp", "qc", "kc"}


_TELLS_NOTHING = frozenset("abcdefghijklmnopqrstuvwxyz") | _PARTICLES | _AFTER_NAMES


class Slip(NamedTuple):
    """How `odd` differs from `right` by one slip: `kind` is swapped, dropped, added, undoubled,
    doubled or changed; `at` is the first letter concerned, counted in `right` from 0."""

    kind: str
    at: int


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """The word in lower case, without accents and apostrophes: "Erdoğan" and "ERDOGAN" fold alike.

    >>> fold("Kaczyński"), fold("O’Neill")
    ('kaczynski', 'oneill')
    """
    lower = word.lower()
    if lower.isascii() and lower.isalpha():
        return lower
    apart = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    return "".join(char for char in apart if char.isalnum())


def find_slip(right: str, odd: str) -> Slip | None:
    """The one slip that turns `right` into `odd`; None when they are equal or further apart. A letter that jumped
    over two others counts as swapped.

    >>> find_slip("Chirac", "Chriac"), find_slip("Svanberg", "Svanbrg"), find_slip("Rice", "Wood")
    (Slip(kind='swapped', at=2), Slip(kind='dropped', at=5), None)
    """
    more = len(odd) - len(right)
    if not -1 <= more <= 1 or right == odd:
        return None
    start, end = 0, min(len(right), len(odd))
    while start < end and right[start] == odd[start]:
        start += 1
    rest = 1
    while rest <= end - start and right[-rest] == odd[-rest]:
        rest += 1
    left, here = right[start : len(right) - rest + 1], odd[start : len(odd) - rest + 1]
    if more:
        if left and here:
            return None
        double = _doubles(left or here, right if more < 0 else odd, start)
        return Slip(("undoubled" if double else "dropped") if more < 0 else ("doubled" if double else "added"), start)
    if len(left) == 1:
        return Slip("changed", start)
    if len(left) == 2:
        return Slip("swapped", start) if left == here[::-1] else None
    return Slip("swapped", start) if len(left) == 3 and len(right) >= _LONG and _is_moved(left, here) else None


_LONG = 8
"""Letters of a word in which a letter that jumped over two others still tells one name."""


def _is_moved(left: str, here: str) -> bool:
    """Did the first or the last letter jump over the others: "ulo" and "lou"?"""
    return left[1:] + left[0] == here or left[-1] + left[:-1] == here


def _doubles(letter: str, word: str, at: int) -> bool:
    return word[at - 1 : at] == letter or word[at + 1 : at + 2] == letter


def distance(left: str, right: str, limit: int) -> int:
    """The number of single-letter edits and swaps of neighbours between two words; `limit` + 1 when more.

    Plain code on purpose: so few pairs come this far that importing rapidfuzz costs more than it saves.

    >>> distance("Schwarzenegger", "Schwarzenneger", 2), distance("Rice", "Wood", 2)
    (2, 3)
    """
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, char in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != other))
            if i > 1 and j > 1 and char == right[j - 2] and left[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


# Ways of writing one foreign name in Latin letters, as news agencies differ in them; longer patterns first.
_SOUNDS = (
    *(("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("lyu", "lu"), ("dzh", "j"), ("dj", "j"), ("ph", "f"), ("kh", "k")),
    *(("gh", "g"), ("dh", "d"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("w", "v"), ("x", "ks")),
)
_ENDING = re.compile(r"(?:ii|ij)$")
_VOWELS = str.maketrans("eio", "aau")
_SAME = re.compile(r"(.)\1+")


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """The folded word with the accepted spellings of its foreign sounds made one."""
    folded = fold(word)
    for written, heard in _SOUNDS:
        if written in folded:
            folded = folded.replace(written, heard)
    return _ENDING.sub("i", folded)


def is_transliteration(left: str, right: str) -> bool:
    """Are the two accepted spellings of one foreign name: "Qaddafi" and "Gaddafi", "Kyiv" and "Kiev"?

    >>> is_transliteration("Mohamed", "Muhammad"), is_transliteration("Zelensky", "Zelenskiy")
    (True, True)
    >>> is_transliteration("Chirac", "Chriac")
    False
    """
    if fold(left) == fold(right) or fold(_spread(left)) == fold(right) or fold(left) == fold(_spread(right)):
        return True
    spellings = _spellings()
    group = spellings.get(fold(left))
    if group is not None and group == spellings.get(fold(right)):
        return True
    return _sound(left) == _sound(right) and sorted(fold(left)) != sorted(fold(right))


def _spread(word: str) -> str:
    """The word with its umlauts written as two letters: "Göncz" -> "goencz"."""
    return word.lower().replace("ö", "oe").replace("ä", "ae").replace("ü", "ue").replace("å", "aa")


def may_be_transliteration(left: str, right: str) -> bool:
    """May the two be spellings of one foreign name that differ in vowels or doubled letters alone?

    >>> may_be_transliteration("Mubarak", "Mubarek"), may_be_transliteration("Hayward", "Haward")
    (True, False)
    """
    return _outline(left) == _outline(right)


def _outline(word: str) -> str:
    return _SAME.sub(r"\1", _sound(word)).translate(_VOWELS)


def is_transliterated(name: str) -> bool:
    """Has the name a part that comes from another script: an Arabic particle, a given name such as Mohammed?

    >>> is_transliterated("Abdel-Fattah el-Sissi"), is_transliterated("Doug Suttles")
    (True, False)
    """
    words = {fold(match[0]) for match in _TOKEN.finditer(name)}
    return bool(words & _ARABIC_PARTICLES) or any(word in _spellings() for word in words)


def is_short_form(left: str, right: str) -> bool:
    """Is one given name a short or pet form of the other, or are both of a third: "Mike", "Michael"?

    >>> is_short_form("Mike", "Michael"), is_short_form("Mike", "Mark")
    (True, False)
    """
    forms = _short_forms()
    return bool(forms.get(fold(left), frozenset()) & forms.get(fold(right), frozenset()))


@cache
def _spellings() -> Mapping[str, int]:
    """Each folded spelling in rules/names/transliterations.txt, with the number of its line."""
    return {fold(word): number for number, words in enumerate(_lines("transliterations.txt")) for word in words}


@cache
def _short_forms() -> Mapping[str, frozenset[str]]:
    """Each folded name in rules/names/diminutives.txt, with the full names it may stand for."""
    forms: dict[str, frozenset[str]] = {}
    for full, *short in _lines("diminutives.txt"):
        for word in (full, *short):
            forms[fold(word)] = forms.get(fold(word), frozenset()) | {fold(full)}
    return forms


def _lines(name: str) -> list[list[str]]:
    lines = (FOLDER / "names" / name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


class NameWord(NamedTuple):
    """A word of a name: where it stands in the name, as written, and folded."""

    start: int
    text: str
    folded: str


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[NameWord, ...]:
    """The words of a name that tell people apart: no initials, particles or "Jr."."""
    words = (NameWord(match.start(), match[0], fold(match[0])) for match in _TOKEN.finditer(name))
    return tuple(
        word
        for word in words
        if len(word.folded) > 1 and word.folded not in _PARTICLES and word.folded not in _AFTER_NAMES
    )


@lru_cache(maxsize=8192)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name that tell people apart, folded.

    >>> name_tokens("Thomas T. Cullen Jr."), name_tokens("Omar al-Faruq"), name_tokens("Kim Jong-un")
    (('thomas', 'cullen'), ('omar', 'faruq'), ('kim', 'jong', 'un'))
    """
    bare = name.replace("-", " ").replace(".", " ")
    if bare.isascii() and bare.replace(" ", "").isalpha():
        plain = bare.lower().split()
        if not _TELLS_NOTHING.isdisjoint(plain):
            plain = [word for word in plain if word not in _TELLS_NOTHING]
        return tuple(plain)
    words = [fold(word) for word in _TOKEN.findall(name)]
    return tuple([word for word in words if len(word) > 1 and word not in _PARTICLES and word not in _AFTER_NAMES])


@lru_cache(maxsize=8192)
def name_blocks(name: str) -> tuple[str, ...]:
    """The "name:..." keys under which a full name meets its misspellings; none for a single word.

    Two for each two neighbouring words: the start of the first with the initial of the second holds
    all slips but those at the start of the first, the whole second with the initial of the first holds those.

    >>> name_blocks("Tony Hayward")
    ('name:ton+h', 'name:t+hayward')
    """
    tokens = name_tokens(name)
    if len(tokens) == 2:
        first, second = tokens
        return f"name:{first[:3]}+{second[0]}", f"name:{first[0]}+{second}"
    keys: list[str] = []
    for first, second in pairwise(tokens):
        keys += f"name:{first[:3]}+{second[0]}", f"name:{first[0]}+{second}"
    return tuple(keys)
