"""Numbers as a story writes them, read as quantities: digits and words, money, shares, measures, counts.

Text and the places of its time expressions go in, quantities in text order come out. Years, dates,
clock times, ages, scores, ordinals, phone and model numbers and "No. 5" are no quantities and stay
out. A hedged number is a range: "at least 20" has no upper end, "about 20" gives a tenth on both
sides. What a quantity is compared with is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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

# The space in front makes the scan fast: the regex engine looks for a literal with memchr. So do
# branches that each open with a set of characters, without groups: most are left after one look.
_START = (
    r"(?:[0-9]|[^a-z \n0-9][^a-z \n]{0,3}?[0-9]|[Tt](?:w(?:o|e(?:lve|nty))|h(?:ree|irt(?:een|y))|en)\b"
    r"|[Ff](?:o(?:ur(?:teen)?|rty)|i(?:ve|ft(?:een|y)))\b|[Ss](?:ix(?:t(?:een|y))?|even(?:t(?:een|y))?)\b"
    r"|[Ee](?:ight(?:een|y)?|leven)\b|[Nn]ine(?:t(?:een|y))?\b|dozen\b|hundred\b|thousand\b"
    r"|[Hh]alf(?= of\b)|thirds?(?= of\b)|quarters?(?= of\b))"
)
_INSIDE = re.compile(" " + _START)
_LINE_START = re.compile("\n" + _START)

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
    for start, end in _starts(text):
        digits = text[end - 1] in "0123456789"
        at = end - 1 if digits else start + 1
        if at < free:
            continue
        while position < last and taken[position][1] <= at:
            position += 1
        if position < last and taken[position][0] <= at:
            free = taken[position][1]
            continue
        number = _read_digits(text, at) if digits else _read_words(text, at, end)
        if number is not None:
            free = number.end
            if position >= last or taken[position][0] >= number.end:
                yield number


def _starts(text: str) -> list[tuple[int, int]]:
    """From the sign before a number up to its first digit or word: at the start of the text, of a line, of a word."""
    spans = [match.span() for match in _INSIDE.finditer(text)]
    lines = [match.span() for match in _LINE_START.finditer(text)]
    first = _LINE_START.match("\n" + text[:20])
    if first:
        lines.append((-1, first.end() - 1))
    return sorted(spans + lines) if lines else spans


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
    noun, noun_end = _noun(following, 2) if following else ("", end)
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
    if following[2] is None or following[2] in ("to", "or", "and"):
        upper = _upper_end(text, end, value)
        if upper is not None:
            if following[2] == "and" and not text.endswith(("between ", "Between "), 0, start):
                return None
            if following[2] == "to" and text.endswith(("from ", "From "), 0, start):
                upper = None
        elif following[1] == "-" or (text[end : end + 1] in "-–:/" and text[end + 1 : end + 2].isdigit()):
            return None
        if upper is not None:
            value, end = upper
            following = _NEXT.match(text, end)
            if following is None:
                return None
    scale, index = 1.0, 2
    word = (following[2] or "").lower()
    attached = following[1] == "" and bool(word)
    if attached and following[2] in ("C", "F"):
        word = "°" + word
    while word in SCALES or (currency and attached and word in MONEY_SCALES):
        scale *= SCALES.get(word) or MONEY_SCALES[word]
        end = following.end(index)
        index += 1
        word = (following[index] or "").lower() if index < 6 else ""
        attached = False
    if attached and word not in PERCENT and word not in UNITS and word not in CURRENCIES and word[0] != "°":
        return None
    if scale > 1 and word == "and" and index < 5 and (following[index + 1] or "").lower() in NUMBER_WORDS:
        return None
    unit = currency
    if word in _UNIT_WORDS:
        unit, index, end = _unit(following, index, end, word, currency)
        if unit == "time":
            return None
    if unit == "m" and scale == 1 and _noun(following, index)[0]:
        unit, scale = "", 1e6
    value, lower = value * scale, lower * scale
    return _counted(text, following, (start, digits, end), index, (lower, value), unit, scale, ends)


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


def _counted(
    text: str,
    following: re.Match[str],
    place: tuple[int, int, int],
    index: int,
    ends: tuple[float, float],
    unit: str,
    scale: float,
    shares: tuple[float, float],
) -> Number | None:
    """The number with what it counts; None where nothing says what it counts."""
    start, digits, end = place
    lower, value = ends
    if following[1] == "-" and not unit and scale == 1:
        return None
    noun, noun_end = _noun(following, index)
    words = text[max(0, start - 30) : start].split()
    before = words[-1].lower().rstrip(".").lstrip("“\"'‘([") if words else ""
    toll = ""
    if not unit:
        toll = TOLL_WORDS.get(noun.rpartition(" ")[2]) or _toll(text, noun_end or end, before, words)
    if not (unit or noun or toll):
        if not _is_of_people(following, index):
            return None
        noun = "people"
    if not unit and scale == 1 and (before in _LABELS or (1800 <= value <= 2100 and text[digits:end].isdigit())):
        return None
    low, high, hedged = _bounds(text, start) if before in _BOUND_ENDS else (*shares, start)
    quantity = Quantity(lower * low, value * high, unit, noun, text[hedged:end])
    return Number(start, end, digits, noun_end or end, value, quantity, toll)


def _is_of_people(following: re.Match[str], index: int) -> bool:
    """True for headline numbers of people: "forces 5,000 to flee", "leaves 300 homeless"."""
    word = following[index] if index < 6 else None
    if word == "to":
        return index < 5 and following[index + 1] in ("flee", "leave", "evacuate")
    return word in _STATES


def _noun(following: re.Match[str], index: int) -> tuple[str, int]:
    """What the words from group `index` on say is counted, in lower case, up to its plural, and where it ends."""
    phrase: list[str] = []
    for group, word in enumerate(following.groups()[index - 1 :], index):
        if word is None:
            break
        lower = word.lower()
        if not phrase and (lower in _DETERMINERS or (lower == "of" and group == index)):
            continue
        if lower in _STOPS and lower != "dead":
            break
        phrase.append(lower)
        if lower in _PLURALS or (
            lower[-1] == "s" and len(lower) > 3 and lower[-2] not in "sui'’" and lower not in _NOT_PLURALS
        ):
            return ("", 0) if lower in TIME_UNITS else (" ".join(phrase), following.end(group))
    return "", 0


def _toll(text: str, end: int, before: str, words: list[str]) -> str:
    """What became of those counted, by the words right after or right before."""
    rest = text[end : end + 40].split(None, 4)
    for word in rest[:4] if rest and rest[0].rstrip(",.;:") in _AFTER_TOLL else ():
        plain = word.strip(",.;:").lower()
        if plain in TOLL_WORDS:
            return TOLL_WORDS[plain]
        if plain not in _AUXILIARIES or plain != word.lower():
            break
    if before in TOLL_VERBS:
        return TOLL_VERBS[before]
    if before in _BOUND_ENDS:
        for word in words[-4:-1]:
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
