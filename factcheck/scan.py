"""One scan of a text for what several makers of claims look for: numbers, and the words of lives and anniversaries.

A text goes in, places in text order come out; what stands there is for others to read. The scan runs over the
text made flat (`factcheck.dates.triggers`), so that it may find a little too much.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.dates.triggers import flatten
from factcheck.numerals import NUMBER_WORDS


class Scan(NamedTuple):
    """`numbers` holds the first digit of each number, with 0, and the first word of each with its end, in order: at
    the start of the text, of a line, of a word. `words` holds for each family of words where they start."""

    numbers: list[tuple[int, int]]
    words: dict[str, list[int]]


_FAMILIES = {
    "born": "born",
    "died": "died dies passed killed found",
    "age": "age",
    "jubilee": "jubilee",
    "old": "year-old years-old year-olds years-olds",
    "turned": "turn turns turned",
    "celebrated": "celebrates celebrated",
    "birthday": "birthday",
    "anniversary": "anniversary",
    "centenary": "centenary centennial bicentenary bicentennial sesquicentennial tercentenary tricentennial",
}
_FAMILY_OF = {
    b" " + word.replace("-", " ").encode(): family for family, words in _FAMILIES.items() for word in words.split()
}
_START = re.compile(
    rb" (?:0|(?:t(?:en|h(?:ree|irt(?:een|y)|ousand|irds?(?= of))|w(?:o|e(?:lve|nty))|urn(?:s|ed)?"
    rb"|(?:er|ri)centen(?:ary|nial))|s(?:ix(?:t(?:een|y))?|even(?:t(?:een|y))?|esquicentennial)|f(?:ive|ift(?:een|y)"
    rb"|our(?:teen)?|orty|ound(?= dead))|a(?:nniversary|ge)|jubilee"
    rb"|c(?:elebrat(?:es|ed)|enten(?:ary|nial))|h(?:undred|alf(?= of))|d(?:ozen|ie[sd])|passed|killed"
    rb"|b(?:orn|irthday|icenten(?:ary|nial))|e(?:ight(?:een|y)?|leven)|nine(?:t(?:een|y))?|quarters?(?= of)"
    rb"|years? olds?)(?![a-z0]))"
)
"""A digit or one of the words, behind a blank: the regex engine looks for a single sign with memchr."""
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


@lru_cache(maxsize=2)  # the makers of claims read one story, headline and text, one after the other
def scan(text: str) -> Scan:
    """Where numbers and the words of the families start; nobody may change what comes back."""
    numbers: list[tuple[int, int]] = []
    words: dict[str, list[int]] = {}
    family_of = _FAMILY_OF.get
    for hit in _START.finditer(b" " + flatten(text)):
        at, end = hit.span()  # the blank in front moves all by one
        before = text[at - 1 : at]
        if end - at == 2:
            if before in _BLANKS or (before not in _INSIDE_NUMBERS and _OPENED.search(text, max(0, at - 5), at)):
                numbers.append((at, 0))
        elif family := family_of(hit[0]):
            words.setdefault(family, []).append(at)
        elif before in _BLANKS:
            word = text[at : end - 1]
            if word in _FIRST_WORDS and (_OF if word in _PARTS else _WORD_END).match(text, end - 1):
                numbers.append((at, end - 1))
    return Scan(numbers, words)
