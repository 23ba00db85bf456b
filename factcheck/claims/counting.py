"""Small numbers as words: "eleven", "twenty-three", "two dozen" in, integers out."""

from __future__ import annotations

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_ONES, 1)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}

NUMBER = rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[:9])}))?|{'|'.join(sorted(_ONES, key=len, reverse=True))}"
"""A pattern for a whole number from one to ninety-nine in words; no group of its own."""


def number(words: str) -> int | None:
    """The value of digits (thousands may be marked) or of number words; None where they are neither.

    >>> number("forty-two"), number("2,054"), number("many")
    (42, 2054, None)
    """
    digits = words.replace(",", "")
    if digits.isascii() and digits.isdigit():
        return int(digits) if len(digits) < 7 else None
    parts = words.lower().replace("-", " ").split()
    if not parts or any(part not in _VALUES for part in parts):
        return None
    return sum(_VALUES[part] for part in parts)


def counted(words: str) -> int:
    """The value of a count, where "a" is one; 0 for what is none."""
    return 1 if words.lower() in ("a", "an") else number(words) or 0


def in_words(value: int) -> str:
    """A number below a hundred in words; digits from there."""
    if not 0 < value < 100:
        return str(value)
    if value < 20:
        return _ONES[value - 1]
    return _TENS[value // 10 - 2] + (f"-{_ONES[value % 10 - 1]}" if value % 10 else "")


def like(words: str, value: int) -> str:
    """A number written as another one is: digits for digits, words for words."""
    return (
        str(value) if words[:1].isdigit() else in_words(value).capitalize() if words[:1].isupper() else in_words(value)
    )
