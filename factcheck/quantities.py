"""Numbers as a story writes them, read as quantities: digits and words, money, shares, measures, counts.

Text and the places of its time expressions go in, quantities in text order come out. Years, dates,
clock times, ages, scores, ordinals, phone and model numbers and "No. 5" are no quantities and stay
out. A hedged number is a range: "at least 20" has no upper end, "about 20" gives a tenth on both
sides. What a quantity is compared with is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.counted import (
    BOUND_LENGTHS,
    NEXT,
    TOLL_VERBS,
    TOLL_WORDS,
    bounds_before,
    is_of_people,
    noun_after,
    toll_beside,
)
from factcheck.model import Quantity, Span
from factcheck.numerals import NUMBER_WORDS
from factcheck.scan import scan
from factcheck.units import CODES, CURRENCIES, MONEY_SCALES, PER_HOUR, PERCENT, SCALES, SIGNS, SQUARE, TIME_UNITS, UNITS


class Number(NamedTuple):
    """A quantity and where it stands.

    `start` to `end` covers the number with its sign, scale and unit; its bare number starts at
    `digits`, what it counts ends at `noun_end`. `value` is the number without its hedge, the
    upper end of a range. `toll` is "killed", "injured", "missing" or "arrested" where the words
    beside it say so.
    """

    start: int
    end: int
    digits: int
    noun_end: int
    value: float
    quantity: Quantity
    toll: str = ""


_PARTS = {"third": 100 / 3, "thirds": 100 / 3, "quarter": 25.0, "quarters": 25.0}
_PART_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3}

_DIGITS = re.compile(r"[0-9]+(?:,[0-9]{2,3})*(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_CODE_ENDS = frozenset(code[-1] for code in CODES)
_CLOSING = frozenset((*'.,;:)]!?"”’\n', ""))
_ONES_WORD = re.compile(r"[ -](one|two|three|four|five|six|seven|eight|nine)\b")
_PART_OF_ALL = re.compile(r"[ -](thirds?|quarters?)(?= of\b)")
_UPPER = re.compile(
    r"(?:-|–| to | or | and )[$£€]?(?:(?P<d>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?![:/]|[-–][0-9])|(?P<w>[a-z]{3,9})\b)"
)
_LABELS = frozenset(
    "no nos number numbers room page pages chapter section article route highway flight channel type phase level"
    " apartment gate platform line block act title version episode volume step grade class model age aged ages"
    " apollo ward area district group resolution paragraph lane pier terminal exit interstate figure table part"
    " sunday monday tuesday wednesday thursday friday saturday january february march april june july august"
    " september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
"""Words that make the number after them a label or a date."""

_GROUPS = frozenset("crew team group panel jury family party delegation committee squad gang staff expedition".split())
"""Nouns that a number after "of" counts: "a crew of nine, ..."."""

_UNIT_WORDS = (
    frozenset("per percentage basis square sq cubic light nautical degree degrees ° deg pound pounds ton tons".split())
    | PERCENT
    | TIME_UNITS
    | frozenset(CURRENCIES)
    | frozenset(UNITS)
)
"""Words that may open a unit."""

_MEASURING = _UNIT_WORDS | frozenset(SCALES) | frozenset(MONEY_SCALES) | frozenset(("c", "f"))
"""Words that may open a scale or a unit; most numbers are followed by none."""


def find_numbers(text: str, taken: Sequence[tuple[int, int] | Span] = ()) -> Iterator[Number]:
    """The quantities of a text, in order; `taken` are ordered stretches that hold something else, such as dates."""
    position = free = 0
    last = len(taken)
    for at, end in scan(text).numbers:
        if at < free:
            continue
        while position < last and taken[position][1] <= at:
            position += 1
        if position < last and taken[position][0] <= at:
            free = taken[position][1]
            continue
        number = _read_words(text, at, end) if end else _read_digits(text, at)
        if number is not None:
            free = number.end
            if position >= last or taken[position][0] >= free:
                yield number


def _read_digits(text: str, at: int) -> Number | None:
    """The quantity whose first digit stands at `at`, if it is one."""
    match = _DIGITS.match(text, at)
    if match is None:
        return None
    written, end = match[0], match.end()
    if text[end : end + 2] in _ORDINAL_ENDINGS or len(written) > 18:
        return None
    digits = written
    if "," in written:
        if not _GROUPED.fullmatch(written.partition(".")[0]):
            return None
        digits = written.replace(",", "")
    before = text[at - 1] if at else " "
    start, currency = at, ""
    if before in SIGNS or (before == " " and text[at - 2 : at - 1] in _CODE_ENDS):
        start, currency = _sign(text, at)
        before = text[start - 1] if start else " "
    if before != " " and (before in "-–/:.#'’,_@+=&^*" or before.isalnum()):
        return None
    if written[0] == "0" and len(written) > 1 and written[1] != ".":
        return None
    if not currency and text[end : end + 1] in _CLOSING:
        return _uncounted(text, at, end, float(digits))
    return _finish(text, start, at, end, float(digits), currency)


def _uncounted(text: str, at: int, end: int, value: float) -> Number | None:
    """A number with nothing behind it is a toll after a verb ("The blast killed 34."), or no quantity."""
    words = text[max(0, at - 30) : at].split()
    before = words[-1].lower() if words else ""
    if before == "of" and len(words) > 1 and words[-2].lower() in _GROUPS:
        group = words[-2].lower()
        return Number(at, end, at, end, value, Quantity(value, value, "", group, text[at:end]))
    if before not in TOLL_VERBS and before not in BOUND_LENGTHS:
        return None
    toll = TOLL_VERBS.get(before) or next((TOLL_VERBS[w.lower()] for w in words[-4:-1] if w.lower() in TOLL_VERBS), "")
    if not toll:
        return None
    low, high, hedged = bounds_before(text, at, before)
    return Number(at, end, at, end, value, Quantity(value * low, value * high, "", "", text[hedged:end]), toll)


def _sign(text: str, at: int) -> tuple[int, str]:
    """Where a number starts with its currency sign or code, and the currency."""
    before = text[at - 1] if at else ""
    if before in SIGNS:
        if before == "$":
            for code in ("US", "HK", "NZ", "A", "C", "S"):
                if text.endswith(code, 0, at - 1):
                    return at - 1 - len(code), CODES[code + "$"]
        return at - 1, SIGNS[before]
    head = text[max(0, at - 5) : at].rpartition(" ")[0] if before == " " else ""
    code = head.rpartition(" ")[2]
    if code in CODES:
        return at - 1 - len(code), CODES[code]
    return at, ""


def _read_words(text: str, at: int, end: int) -> Number | None:
    """The quantity whose first number word stands at `at`, if it is one."""
    if at and (text[at - 1] == "-" or text[at - 1].isalnum()):
        return None
    word = text[at:end].lower()
    if word in SCALES:
        return _bare_scale(text, at, end, word)
    if word not in NUMBER_WORDS:
        return _share(text, at, end, word)
    part = _PART_OF_ALL.match(text, end)
    if part and word in _PART_COUNTS:
        return _share(text, part.start(1), part.end(1), part[1])
    value = NUMBER_WORDS[word]
    if value >= 20:
        ones = _ONES_WORD.match(text, end)
        if ones:
            value, end = value + NUMBER_WORDS[ones[1]], ones.end()
    if text[end : end + 1] in _CLOSING:
        return _uncounted(text, at, end, float(value))
    return _finish(text, at, at, end, float(value), "")


def _bare_scale(text: str, at: int, end: int, word: str) -> Number | None:
    """The number of "a dozen", "half a dozen", "a hundred"; "several hundred" says too little."""
    words = text[max(0, at - 12) : at].lower().split()
    if not words or words[-1] not in ("a", "an"):
        return None
    half = len(words) > 1 and words[-2] == "half" and text[at - 7 : at - 3].lower() == "half"
    start = at - 7 if half else at - 1 - len(words[-1])
    value = SCALES[word] / 2 if half else SCALES[word]
    return _finish(text, start, start, end, value, "", (0.9, 1.1))


def _share(text: str, at: int, end: int, word: str) -> Number | None:
    """The percentage that "half of", "a quarter of", "two thirds of" comes to."""
    start, value = at, 50.0
    if word != "half":
        lead = text[max(0, at - 6) : at].lower().replace("-", " ").split()
        if not lead or lead[-1] not in _PART_COUNTS:
            return None
        start, value = at - 1 - len(lead[-1]), _PARTS[word] * _PART_COUNTS[lead[-1]]
    low, high, hedged = bounds_before(text, start)
    following = _words_after(text, end)
    noun, noun_end = noun_after(following, following.groups(), 1)
    quantity = Quantity(value * low, value * high, "%", noun, text[hedged:end])
    return Number(start, end, start, noun_end or end, value, quantity)


def _finish(
    text: str, start: int, digits: int, end: int, value: float, currency: str, ends: tuple[float, float] = (1.0, 1.0)
) -> Number | None:
    """The quantity of a bare number, its scale, unit, noun and bounds read from the words around it."""
    lower = value
    following = _words_after(text, end)
    words = following.groups()
    space, first = words[0], words[1]
    if first is None or first in _JOINS:
        upper = _upper_end(text, end, value)
        if upper is not None:
            if first == "and" and not text.endswith(("between ", "Between "), 0, start):
                return None
            if first == "to" and text.endswith(("from ", "From "), 0, start):
                upper = None
        elif space == "-" or (text[end : end + 1] in "-–:/" and text[end + 1 : end + 2].isdigit()):
            return None
        if upper is not None:
            value, end = upper
            following = _words_after(text, end)
            words = following.groups()
            space, first = words[0], words[1]
    scale, unit, index = 1.0, currency, 1
    if first is not None:
        word = first.lower()
        if word in _MEASURING or word[0] == "°":
            measured = _measure(following, words, end, word, currency)
            if measured is None:
                return None
            scale, unit, index, end = measured
        elif space == "":
            return None
    if space == "-" and not unit and scale == 1:
        return None

    # From here on: what is counted, what became of it, and the hedge before the number.
    before = text[start - 30 if start > 30 else 0 : start].rsplit(None, 1)
    last = before[-1].lower().rstrip(".").lstrip("“\"'‘([") if before else ""
    if scale == 1 and not unit and (last in _LABELS or (1800 <= value <= 2100 and text[digits:end].isdigit())):
        return None
    noun, noun_end = noun_after(following, words, index)
    toll = ""
    if not unit:
        toll = TOLL_WORDS.get(noun.rpartition(" ")[2]) or toll_beside(text, start, noun_end or end, last)
        if not (noun or toll):
            if not is_of_people(words, index):
                return None
            noun = "people"
    low, high, hedged = bounds_before(text, start, last) if last in BOUND_LENGTHS else (*ends, start)
    quantity = _new(Quantity, (lower * scale * low, value * scale * high, unit, noun, text[hedged:end]))
    return _new(Number, (start, end, digits, noun_end or end, value * scale, quantity, toll))


def _measure(
    following: re.Match[str], words: Sequence[str | None], end: int, word: str, currency: str
) -> tuple[float, str, int, int] | None:
    """The scale and the unit behind a number, the index of the word after them and where they end; None where they
    make it a time or no number."""
    scale, index, unit = 1.0, 1, currency
    attached = words[0] == ""
    if attached and words[1] in ("C", "F"):
        word = "°" + word
    while word in SCALES or (currency and attached and word in MONEY_SCALES):
        scale *= SCALES.get(word) or MONEY_SCALES[word]
        end = following.end(index + 1)
        index += 1
        word = (words[index] or "").lower() if index < 5 else ""
        attached = False
    if attached and word not in PERCENT and word not in UNITS and word not in CURRENCIES and word[0] != "°":
        return None
    if scale > 1 and word == "and" and index < 4 and (words[index + 1] or "").lower() in NUMBER_WORDS:
        return None
    if word in _UNIT_WORDS:
        unit, index, end = _unit(following, index + 1, end, word, currency)
        if unit == "time":
            return None
        index -= 1
    if unit == "m" and scale == 1 and noun_after(following, words, index)[0]:
        unit, scale = "", 1e6
    return scale, unit, index, end


def _words_after(text: str, end: int) -> re.Match[str]:
    match = NEXT.match(text, end)
    assert match is not None  # each of its parts may be missing
    return match


_new = tuple.__new__  # half the cost of the constructors, and a story has many numbers
_JOINS = frozenset(("to", "or", "and"))


def _upper_end(text: str, end: int, low: float) -> tuple[float, int] | None:
    """The upper number of "20-30", "20 to 30", "two or three" and where it ends."""
    match = _UPPER.match(text, end)
    if match is None:
        return None
    if match["d"]:
        high = float(match["d"].replace(",", ""))
        if text[end : end + 1] in "-–" and text[match.end() : match.end() + 1].isalpha():
            return None
    elif match["w"] in NUMBER_WORDS:
        high = float(NUMBER_WORDS[match["w"]])
    else:
        return None
    return (high, match.end()) if low < high else None


def _unit(following: re.Match[str], index: int, end: int, word: str, currency: str) -> tuple[str, int, int]:
    """The unit at group `index` of the words that follow, the index after it and where it ends; "time" for a time."""
    if currency:
        if word in CURRENCIES:
            return currency, index + 1, following.end(index)
        return currency, index, end
    second = (following[index + 1] or "").lower() if index < 5 else ""
    if word in PERCENT:
        return "%", index + 1, following.end(index)
    if word == "per" and second == "cent":
        return "%", index + 2, following.end(index + 1)
    if word in ("percentage", "basis") and second in ("point", "points"):
        return "pp" if word == "percentage" else "bp", index + 2, following.end(index + 1)
    if word in CURRENCIES:
        return CURRENCIES[word], index + 1, following.end(index)
    if word in TIME_UNITS:
        return "time", index, end
    if word in ("square", "sq") and second in UNITS and UNITS[second].name in SQUARE:
        return SQUARE[UNITS[second].name], index + 2, following.end(index + 1)
    if word in ("cubic", "light", "nautical") and second:
        return word + " " + second, index + 2, following.end(index + 1)
    if word in ("degree", "degrees", "°", "deg") and second in ("c", "f", "celsius", "fahrenheit", "centigrade"):
        return "°F" if second[0] == "f" else "°C", index + 2, following.end(index + 1)
    if word in ("pound", "pounds"):
        return "pound", index + 1, following.end(index)
    if word in ("ton", "tons"):
        return "ton", index + 1, following.end(index)
    if word in UNITS:
        name = UNITS[word].name
        third = (following[index + 2] or "").lower() if index < 4 else ""
        if second in ("per", "an") and third == "hour" and name in PER_HOUR:
            return PER_HOUR[name], index + 3, following.end(index + 2)
        after = following.end(index)
        if name in PER_HOUR and following.string.startswith(("/h", "/hr", "/hour"), after):
            return PER_HOUR[name], index + 1, after + 2
        return name, index + 1, following.end(index)
    return "", index, end
