"""Number words up to ninety-nine: their values, the word for a value, and a pattern for all of them."""

from __future__ import annotations

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
