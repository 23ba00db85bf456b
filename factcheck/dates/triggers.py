"""Where in a text a time may begin: one scan for the trigger words of a locale and for numbers that may be times.

The scan runs over the text made flat: one byte a character, small letters, `0` for every digit and a blank for
all else. That is three times as fast as a scan of the text, and finds a little too much; what it finds is then
looked at in the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.dates.tables import load

ZERO, BLANK = "0", " "


def _flat(sign: str) -> str:
    """What stands for a character of ASCII in the flat text."""
    return ZERO if sign in "0123456789" else sign.lower() if sign.isalpha() else BLANK


FLAT = "".join(map(_flat, map(chr, range(128)))).ljust(256).encode()
NUMBERS = re.compile(
    r"[0-9](?:[0-9]{3}(?![0-9])|[0-9]{4}(?![0-9])"  # 2019, 20010
    r"|[0-9]?:[0-9]{2}|[0-9]?([/.-])[0-9]{1,2}\1[0-9]{2}"  # 9:40, 5/7/19
    r"|(?:[0-9]?\.[0-9]{2}|[0-9]{0,3}) ?[ap]\.?m(?![a-z])"  # 9.40 pm, 430pm
    r"|[0-9]?(?:st|nd|rd|th)(?![a-z]))"  # 5th
    r"|[0-9]{1,3}0['’]?s(?![a-z])"  # 1990s
)
"""Numbers that may be times, in small letters."""
FLAT_NUMBERS = (
    "0(?:0000?(?!0)|00? ?s(?![a-z])|0?(?:st|nd|rd|th)(?![a-z])|0{0,3} ?[ap] ?m(?![a-z])|0?(?= (?:00? )?00)|0*(?=[a-z]))"
)
"""What all of `NUMBERS` look like when flat, and a number that a word is glued to ("14nov")."""
GLUED_WORD = re.compile(r"[0-9]{1,3}(([a-z]+)(?:\.[a-z])*)")
YEAR_LONG = "0000 "


class Triggers(NamedTuple):
    """`pattern` finds candidates in the flat text, each behind a blank; `words` are the words that count."""

    pattern: re.Pattern[str]
    words: frozenset[str]


@cache
def triggers(locale: str) -> Triggers:
    tables = load(locale)
    return Triggers(re.compile(f" (?:{tables.trigger_trie}(?![a-z])|{FLAT_NUMBERS})"), tables.trigger_words)


def flatten(text: str) -> bytes:
    """The text as bytes, at the same positions: small letters, 0 for digits, blanks; with a blank word at its end."""
    return text.encode("ascii", "replace").translate(FLAT) + b" zz "


def trigger_places(locale: str, low: str, flat: str) -> Iterator[int]:
    """Where trigger words and numbers that may be times begin, in text order; `low` is the text in small letters."""
    pattern, words = triggers(locale)
    number = NUMBERS.match
    seen = 0
    for hit in pattern.finditer(flat):
        start, end = hit.span()
        start += 1
        if start <= seen:
            continue
        if flat[start] == ZERO:
            if flat[start : start + 5] != YEAR_LONG:
                match = number(low, start)
                if match:
                    seen = match.end()
                else:
                    glued = GLUED_WORD.match(low, start)
                    if not glued or (glued[1] not in words and glued[2] not in words):
                        continue
                    start = glued.start(1)
        elif BLANK in flat[start:end] and low[start:end] not in words:
            continue
        yield start
