"""Numbers as signs: the words that write them, and where one may start in a text.

A text goes in, places in text order come out. What a number means is not known here.
"""

from __future__ import annotations

import re

from factcheck.dates.triggers import flatten

_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ONES = tuple(f"zero one two three four five six seven eight nine {_TEENS}".split())
_TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())

NUMBER_WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)},
    **{
        f"{word}-{one}": number + ones
        for number, word in zip(range(20, 100, 10), _TENS, strict=True)
        for ones, one in enumerate(_ONES[1:10], 1)
    },
}
"""Number words up to ninety-nine, the compound ones with a hyphen."""

ANY_WORD = (
    rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?|{'|'.join(sorted(_ONES[1:], key=len, reverse=True))}"
)
"""A pattern for the number words from one to ninety-nine, in small letters; no group of its own."""

WORD_FOR: dict[int, str] = {number: word for word, number in NUMBER_WORDS.items()}

_START = re.compile(
    rb" (?:0|(?:t(?:en|h(?:ree|irt(?:een|y)|ousand|irds?(?= of))|w(?:o|e(?:lve|nty)))|s(?:ix(?:t(?:een|y))?"
    rb"|even(?:t(?:een|y))?)|f(?:ive|ift(?:een|y)|our(?:teen)?|orty)|h(?:undred|alf(?= of))|e(?:ight(?:een|y)?|leven)"
    rb"|nine(?:t(?:een|y))?|dozen|quarters?(?= of))(?![a-z0]))"
)
"""A digit or a number word in a flat text, behind a blank: the regex engine looks for a single sign with memchr."""
_SIMPLE_WORDS = [word for word in NUMBER_WORDS if "-" not in word and word not in ("zero", "one")]
_PARTS = frozenset(("half", "Half", "third", "thirds", "quarter", "quarters"))
_FIRST_WORDS = _PARTS.union(_SIMPLE_WORDS, map(str.capitalize, _SIMPLE_WORDS), ("dozen", "hundred", "thousand"))
"""What may start a number in words, as written; `_PARTS` only before "of"."""
_OF = re.compile(r" of\b")
_WORD_END = re.compile(r"\b")
_BLANKS = frozenset((" ", "\n", ""))
_INSIDE_NUMBERS = frozenset("-–/:.#'’,_@+=&^*abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""Signs before digits that are no new number, but the rest of one, or a label."""
_OPENED = re.compile(r"(?:^|[ \n])[^a-z \n0-9]{1,4}$")
"""Signs between the start of a word and its first digit."""


def number_starts(text: str) -> list[tuple[int, int]]:
    """The first digit of each number, with 0, and the first word of each with its end, in order: at the start of the
    text, of a line, of a word."""
    found: list[tuple[int, int]] = []
    for hit in _START.finditer(b" " + flatten(text)):
        at, end = hit.span()  # the blank in front moves all by one
        before = text[at - 1 : at]
        if end - at == 2:
            if before in _BLANKS or (before not in _INSIDE_NUMBERS and _OPENED.search(text, max(0, at - 5), at)):
                found.append((at, 0))
        elif before in _BLANKS:
            word = text[at : end - 1]
            if word in _FIRST_WORDS and (_OF if word in _PARTS else _WORD_END).match(text, end - 1):
                found.append((at, end - 1))
    return found
