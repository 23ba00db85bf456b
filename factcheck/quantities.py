"""Numbers as a story writes them, read as quantities: digits and words, money, shares, measures, counts.

Text and the places of its time expressions go in, quantities in text order come out. Years, dates,
clock times, ages, scores, ordinals, phone and model numbers and "No. 5" are no quantities and stay
out. A hedged number is a range: "at least 20" has no upper end, "about 20" gives a tenth on both
sides. What a quantity is compared with is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from factcheck.model import Quantity
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

WORD_FOR: dict[int, str] = {number: word for word, number in NUMBER_WORDS.items()}

_PARTS = {"third": 100 / 3, "thirds": 100 / 3, "quarter": 25.0, "quarters": 25.0}
_PART_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3}

# The space in front makes the scan fast: the regex engine looks for a literal with memchr. After it most
# words are left after one look at their first letter; the few others that end alike ("fight") a set tells apart.
_NUMBER_WORD = (
    r"[TtFfSsEeNndhHq](?:e(?:n|ven(?:t(?:een|y))?)\b|h(?:ree|irt(?:een|y)|ousand)\b|hirds?(?= of\b)"
    r"|i(?:ve|x(?:t(?:een|y))?|ft(?:een|y)|ght(?:een|y)?|ne(?:t(?:een|y))?)\b|o(?:ur(?:teen)?|rty|zen)\b"
    r"|w(?:o|e(?:lve|nty))\b|undred\b|leven\b|alf(?= of\b)|uarters?(?= of\b))"
)
_INSIDE = re.compile(f" ({_NUMBER_WORD})")
_LINE_START = re.compile(f"\n({_NUMBER_WORD})")
_SIMPLE_WORDS = [word for word in NUMBER_WORDS if "-" not in word and word not in ("zero", "one")]
_FIRST_WORDS = frozenset(
    (*_SIMPLE_WORDS, *map(str.capitalize, _SIMPLE_WORDS), "half", "Half", *"dozen hundred thousand".split())
) | {"third", "thirds", "quarter", "quarters"}
"""What may start a number in words, as written."""

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
_WORD = r"([A-Za-z%°][^ \n\t,;:.()\"“”—–!?/\[\]-]*)"
_NEXT = re.compile(rf"([ \u00a0-]?){_WORD}?(?:[ -]{_WORD}(?:[ -]{_WORD}(?:[ -]{_WORD})?)?)?")

_BOUNDS: dict[str, tuple[float, float]] = {
    **dict.fromkeys(
        "about around roughly approximately some estimated circa perhaps averaging approx".split(), (0.9, 1.1)
    ),
    **dict.fromkeys(("nearly", "almost", "just under", "close to", "virtually", "nearing"), (0.85, 1.0)),
    **dict.fromkeys(("just over", "slightly more than", "little more than", "just above"), (1.0, 1.15)),
    **dict.fromkeys(("more than", "over", "above", "at least", "upwards of", "exceeding", "beyond"), (1.0, inf)),
    **dict.fromkeys(("topping", "exceeded", "topped", "surpassed", "few as", "little as", "low as"), (1.0, inf)),
    **dict.fromkeys(("fewer than", "less than", "under", "below", "at most", "up to", "maximum of"), (0.0, 1.0)),
    **dict.fromkeys(("many as", "much as", "high as"), (0.0, 1.0)),
    **dict.fromkeys(("no fewer than", "no less than", "not less than"), (1.0, inf)),
    **dict.fromkeys(("no more than", "not more than"), (0.0, 1.0)),
}
"""Words before a number to the ends of its range, as shares of the number; the widths are chosen by us."""

_BOUND_ENDS = frozenset(phrase.rpartition(" ")[2] for phrase in _BOUNDS)

_LABELS = frozenset(
    "no nos number numbers room page pages chapter section article route highway flight channel type phase level"
    " apartment gate platform line block act title version episode volume step grade class model age aged ages"
    " apollo ward area district group resolution paragraph lane pier terminal exit interstate figure table part"
    " sunday monday tuesday wednesday thursday friday saturday january february march april june july august"
    " september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
"""Words that make the number after them a label or a date."""

_STOPS = frozenset(
    "a an the this that these those his her its their our my your of in on at to for from by with without into onto"
    " over under after before during since until till and or but nor so than as if when while where who whom whose"
    " which what was were is are be been being has have had do does did will would can could may might must shall"
    " should said says not also now then there here just only about around between among through across against per"
    " via out up down off because although though however again still already yet ago later earlier apart away each"
    " both together according including compared plus minus times versus vs he she it they we you i him them us"
    " died die killed injured wounded missing arrested hurt dead".split()
)
_PLURALS = frozenset(
    "people men women children police troops personnel staff crew cattle sheep fish aircraft teeth geese mice oxen"
    " bodies dead".split()
)
_NOT_PLURALS = frozenset(
    "less across always perhaps besides news plus minus versus series species whereas sometimes afterwards towards"
    " points times goals ways kinds sorts types runs wins losses draws sets innings wickets ones inches".split()
)
_GROUPS = frozenset("crew team group panel jury family party delegation committee squad gang staff expedition".split())
"""Nouns that a number after "of" counts: "a crew of nine, ..."."""

TOLL_WORDS: dict[str, str] = {
    **dict.fromkeys(("dead", "killed", "died", "dies", "deaths", "fatalities"), "killed"),
    **dict.fromkeys(("wounded", "injured", "hurt", "injuries"), "injured"),
    "missing": "missing",
    **dict.fromkeys(("arrested", "detained", "arrests"), "arrested"),
}
"""A word after those counted to what became of them."""

TOLL_VERBS: dict[str, str] = {
    **dict.fromkeys(("kill", "kills", "killed", "killing", "claimed", "claims", "claiming"), "killed"),
    **dict.fromkeys(("injure", "injures", "injured", "injuring", "wounds", "wounded", "wounding"), "injured"),
    **dict.fromkeys(("arrest", "arrests", "arrested", "arresting", "detained", "detains"), "arrested"),
}
"""A word before a number to what became of those it counts."""

_AUXILIARIES = frozenset("were was are have had been being be reported confirmed feared more others".split())


_UNIT_WORDS = (
    frozenset("per percentage basis square sq cubic light nautical degree degrees ° deg pound pounds ton tons".split())
    | PERCENT
    | TIME_UNITS
    | frozenset(CURRENCIES)
    | frozenset(UNITS)
)
"""Words that may open a unit; most numbers are followed by none."""

_STATES = frozenset(
    "homeless stranded evacuated trapped rescued displaced hospitalised hospitalized infected"
    " aboard jailed unemployed".split()
)
"""What people in bare numbers are said to be in headlines."""
_DETERMINERS = frozenset("the its their his her our my all these those such".split())
_AFTER_TOLL = frozenset(TOLL_WORDS) | _AUXILIARIES


def find_numbers(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Number]:
    """The quantities of a text, in order; `taken` are ordered stretches that hold something else, such as dates."""
    position = free = 0
    last = len(taken)
    for at, end in _starts(text):
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


def _starts(text: str) -> list[tuple[int, int]]:
    """The first digit of each number, with 0, and the first word of each with its end, in order: at the start of the
    text, of a line, of a word."""
    spans = [span for match in _INSIDE.finditer(text) if (span := match.span(1)) and match[1] in _FIRST_WORDS]
    spans += [span for match in _LINE_START.finditer(text) if (span := match.span(1)) and match[1] in _FIRST_WORDS]
    first = _LINE_START.match("\n" + text[:20])
    if first and first[1] in _FIRST_WORDS:
        spans.append((0, first.end() - 1))
    spans += [
        (at, 0)
        for at in runs_of_digits(text)
        if (before := text[at - 1 : at]) in _BEFORE_NUMBERS
        or (before not in _INSIDE_NUMBERS and _OPENED.search(text, max(0, at - 5), at))
    ]
    spans.sort()
    return spans


_BEFORE_NUMBERS = frozenset((" ", "\n", ""))
_INSIDE_NUMBERS = frozenset("-–/:.#'’,_@+=&^*abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""Signs before digits that are no new number, but the rest of one, or a label."""
_OPENED = re.compile(r"(?:^|[ \n])[^a-z \n0-9]{1,4}$")
"""Signs between the start of a word and its first digit."""


@lru_cache(maxsize=2)
def runs_of_digits(text: str) -> list[int]:
    """Where each run of the digits 0 to 9 starts, in order; several readers of one text ask for it."""
    found: list[int] = []
    for digit in "0123456789":  # ten searches for one character are far quicker than one for ten
        at = text.find(digit)
        while at >= 0:
            found.append(at)
            at = text.find(digit, at + 1)
    found.sort()
    return [at for at, before in zip(found, (-2, *found), strict=False) if at != before + 1]


def _read_digits(text: str, at: int) -> Number | None:
    """The quantity whose first digit stands at `at`, if it is one."""
    match = _DIGITS.match(text, at)
    if match is None:
        return None
    end = match.end()
    if text[end : end + 2] in _ORDINAL_ENDINGS:
        return None
    written = match[0]
    if "," in written and not _GROUPED.fullmatch(written.partition(".")[0]):
        return None
    before = text[at - 1] if at else " "
    start, currency = at, ""
    if before in SIGNS or (before == " " and text[at - 2 : at - 1] in _CODE_ENDS):
        start, currency = _sign(text, at)
        before = text[start - 1] if start else " "
    if before in "-–/:.#'’,_@+=&^*" or before.isalnum():
        return None
    if len(written) > 18 or (written[0] == "0" and len(written) > 1 and written[1] != "."):
        return None
    if not currency and text[end : end + 1] in _CLOSING:
        return _uncounted(text, at, end, float(written.replace(",", "")))
    return _finish(text, start, at, end, float(written.replace(",", "")), currency)


def _uncounted(text: str, at: int, end: int, value: float) -> Number | None:
    """A number with nothing behind it is a toll after a verb ("The blast killed 34."), or no quantity."""
    words = text[max(0, at - 30) : at].split()
    before = words[-1].lower() if words else ""
    if before == "of" and len(words) > 1 and words[-2].lower() in _GROUPS:
        group = words[-2].lower()
        return Number(at, end, at, end, value, Quantity(value, value, "", group, text[at:end]))
    if before not in TOLL_VERBS and before not in _BOUND_ENDS:
        return None
    toll = TOLL_VERBS.get(before) or next((TOLL_VERBS[w.lower()] for w in words[-4:-1] if w.lower() in TOLL_VERBS), "")
    if not toll:
        return None
    low, high, hedged = _bounds(text, at)
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
    low, high, hedged = _bounds(text, start)
    following = _NEXT.match(text, end)
    noun, noun_end = _noun(following, following.groups(), 1) if following else ("", end)
    quantity = Quantity(value * low, value * high, "%", noun, text[hedged:end])
    return Number(start, end, start, noun_end or end, value, quantity)


def _finish(
    text: str, start: int, digits: int, end: int, value: float, currency: str, ends: tuple[float, float] = (1.0, 1.0)
) -> Number | None:
    """The quantity of a bare number, its scale, unit, noun and bounds read from the words around it."""
    lower = value
    following = _NEXT.match(text, end)
    if following is None:
        return None
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
            following = _NEXT.match(text, end)
            if following is None:
                return None
            words = following.groups()
            space, first = words[0], words[1]
    scale, index, unit = 1.0, 1, currency
    if first is not None:
        word, attached = first.lower(), space == ""
        if attached and first in ("C", "F"):
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
    if unit == "m" and scale == 1 and _noun(following, words, index)[0]:
        unit, scale = "", 1e6
    if space == "-" and not unit and scale == 1:
        return None

    # From here on: what is counted, what became of it, and the hedge before the number.
    noun, noun_end = _noun(following, words, index)
    before = text[start - 30 if start > 30 else 0 : start].rsplit(None, 1)
    last = before[-1].lower().rstrip(".").lstrip("“\"'‘([") if before else ""
    toll = ""
    if not unit:
        toll = TOLL_WORDS.get(noun.rpartition(" ")[2]) or _toll(text, start, noun_end or end, last)
        if not (noun or toll):
            if not _is_of_people(words, index):
                return None
            noun = "people"
        if scale == 1 and (last in _LABELS or (1800 <= value <= 2100 and text[digits:end].isdigit())):
            return None
    low, high, hedged = _bounds(text, start) if last in _BOUND_ENDS else (*ends, start)
    quantity = _new(Quantity, (lower * scale * low, value * scale * high, unit, noun, text[hedged:end]))
    return _new(Number, (start, end, digits, noun_end or end, value * scale, quantity, toll))


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


def _is_of_people(words: Sequence[str | None], index: int) -> bool:
    """True for headline numbers of people: "forces 5,000 to flee", "leaves 300 homeless"."""
    word = words[index] if index < 5 else None
    if word == "to":
        return index < 4 and words[index + 1] in ("flee", "leave", "evacuate")
    return word in _STATES


def _noun(following: re.Match[str], words: Sequence[str | None], index: int) -> tuple[str, int]:
    """What the words that follow say is counted, from the one at `index` on: in lower case, up to its plural, and
    where it ends."""
    phrase = ""
    for at in range(index, 5):
        word = words[at]
        if word is None:
            break
        lower, kind = _kind(word)
        if kind >= _STOP:
            if not phrase and (kind >= _DETERMINER or (kind == _OF and at == index)):
                continue
            if kind != _LOOSE_DETERMINER:
                break
        phrase = f"{phrase} {lower}" if phrase else lower
        if kind == _PLURAL:
            return phrase, following.end(at + 1)
        if kind == _TIME:
            break
    return "", 0


_OTHER, _PLURAL, _TIME, _STOP, _OF, _DETERMINER, _LOOSE_DETERMINER = range(7)
"""Kinds of words after a number: of no account, what is counted, a plural of time, the end of the phrase, "of",
and words that may open it; the last are no end of it either."""


@lru_cache(maxsize=1 << 13)
def _kind(word: str) -> tuple[str, int]:
    """A word in lower case, and its kind after a number."""
    lower = word.lower()
    if lower == "of":
        return lower, _OF
    if lower in _DETERMINERS:
        return lower, _DETERMINER if lower in _STOPS else _LOOSE_DETERMINER
    if lower in _STOPS and lower != "dead":
        return lower, _STOP
    if lower in _PLURALS or (
        lower[-1] == "s" and len(lower) > 3 and lower[-2] not in "sui'’" and lower not in _NOT_PLURALS
    ):
        return lower, _TIME if lower in TIME_UNITS else _PLURAL
    return lower, _OTHER


def _toll(text: str, start: int, end: int, before: str) -> str:
    """What became of those counted, by the words right after or right before."""
    following = text[end : end + 40].split(None, 1)
    if following and following[0].rstrip(",.;:") in _AFTER_TOLL:
        for word in text[end : end + 40].split(None, 4)[:4]:
            plain = word.strip(",.;:").lower()
            if plain in TOLL_WORDS:
                return TOLL_WORDS[plain]
            if plain not in _AUXILIARIES or plain != word.lower():
                break
    if before in TOLL_VERBS:
        return TOLL_VERBS[before]
    if before in _BOUND_ENDS:
        for word in text[max(0, start - 30) : start].split()[-4:-1]:
            if word.lower() in TOLL_VERBS:
                return TOLL_VERBS[word.lower()]
    return ""


def _bounds(text: str, start: int) -> tuple[float, float, int]:
    """The ends of the range that the words before a number make, as shares, and where those words start."""
    words = text[max(0, start - 26) : start].lower().split()
    for count in (3, 2, 1):
        phrase = " ".join(words[-count:]).lstrip("“\"'‘([")
        if len(words) >= count and phrase in _BOUNDS:
            low, high = _BOUNDS[phrase]
            return low, high, max(0, start - 1 - len(phrase))
    return 1.0, 1.0, start
