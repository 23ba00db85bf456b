"""The words around a number: what it counts, what became of those, and the hedge before it.

In come a text, a place and the words that follow a number, as `NEXT` finds them; small verdicts come out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import inf

from factcheck.units import TIME_UNITS

_WORD = r"([A-Za-z%°][^ \n\t,;:.()\"“”—–!?/\[\]-]*)"
NEXT = re.compile(rf"([ \u00a0-]?){_WORD}?(?:[ -]{_WORD}(?:[ -]{_WORD}(?:[ -]{_WORD})?)?)?")
"""The words behind a number: what joins it to the first of them, then up to four."""

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

BOUND_LENGTHS: dict[str, tuple[int, ...]] = {
    last: tuple(count for count in (3, 2, 1) if any(p.split()[-1] == last and len(p.split()) == count for p in _BOUNDS))
    for last in {phrase.rpartition(" ")[2] for phrase in _BOUNDS}
}
"""The last word of such words to how many they may be, the most first."""

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

_STATES = frozenset(
    "homeless stranded evacuated trapped rescued displaced hospitalised hospitalized infected"
    " aboard jailed unemployed".split()
)
"""What people in bare numbers are said to be in headlines."""
_DETERMINERS = frozenset("the its their his her our my all these those such".split())
_AFTER_TOLL = frozenset(TOLL_WORDS) | _AUXILIARIES


def is_of_people(words: Sequence[str | None], index: int) -> bool:
    """True for headline numbers of people: "forces 5,000 to flee", "leaves 300 homeless"."""
    word = words[index] if index < 5 else None
    if word == "to":
        return index < 4 and words[index + 1] in ("flee", "leave", "evacuate")
    return word in _STATES


def noun_after(following: re.Match[str], words: Sequence[str | None], index: int) -> tuple[str, int]:
    """What the words that follow say is counted, from the one at `index` on: in lower case, up to its plural, and
    where it ends."""
    first = 0
    for at in range(index, 5):
        word = words[at]
        if word is None:
            break
        kind = _kind(word)
        if kind == _PLURAL:
            noun = word if not first else " ".join(filter(None, words[first : at + 1]))
            return noun.lower(), following.end(at + 1)
        if kind >= _TIME:
            if not first and (kind >= _DETERMINER or (kind == _OF and at == index)):
                continue
            if kind != _LOOSE_DETERMINER:
                break
        first = first or at
    return "", 0


_OTHER, _PLURAL, _TIME, _STOP, _OF, _DETERMINER, _LOOSE_DETERMINER = range(7)
"""Kinds of words after a number: of no account, what is counted, a plural of time, the end of the phrase, "of",
and words that may open it; the last are no end of it either."""


@lru_cache(maxsize=1 << 13)
def _kind(word: str) -> int:
    lower = word.lower()
    if lower == "of":
        return _OF
    if lower in _DETERMINERS:
        return _DETERMINER if lower in _STOPS else _LOOSE_DETERMINER
    if lower in _STOPS and lower != "dead":
        return _STOP
    if lower in _PLURALS or (
        lower[-1] == "s" and len(lower) > 3 and lower[-2] not in "sui'’" and lower not in _NOT_PLURALS
    ):
        return _TIME if lower in TIME_UNITS else _PLURAL
    return _OTHER


def toll_beside(text: str, start: int, end: int, before: str) -> str:
    """What became of those counted, by the words right after or right before; `before` is the last of these."""
    if text[end : end + 1].isspace():
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
    if before in BOUND_LENGTHS:
        for word in text[max(0, start - 30) : start].split()[-4:-1]:
            if word.lower() in TOLL_VERBS:
                return TOLL_VERBS[word.lower()]
    return ""


def bounds_before(text: str, start: int, last: str = "") -> tuple[float, float, int]:
    """The ends of the range that the words before a number make, as shares, and where those words start.

    `last` is the last of these words, in lower case, where it is known.
    """
    words = text[max(0, start - 26) : start].lower().split()
    for count in BOUND_LENGTHS.get(last, ()) if last else (3, 2, 1):
        phrase = " ".join(words[-count:]).lstrip("“\"'‘([")
        if len(words) >= count and phrase in _BOUNDS:
            low, high = _BOUNDS[phrase]
            return low, high, max(0, start - 1 - len(phrase))
    return 1.0, 1.0, start
