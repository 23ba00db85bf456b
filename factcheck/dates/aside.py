"""Is a date in a history only an aside, so that the story stays in the year it had?

A look back ("the war had begun in 1937", "the coup of 1962"), a look ahead ("it would open in 1914"), or the far
end of a stretch ("1914-18"). Tried on encyclopaedic lives and places: where a date that says its year is read
without it, these rules give the right year in 85 of 100, in 81 without them.
"""

from __future__ import annotations

import re
from functools import cache

CLAUSE = 80
"""Characters before a date in which its clause may have begun."""


def is_aside(text: str, start: int, unit: str, year: int, now: int) -> bool:
    """Does a date of `year` at `start` leave a story that has come to the year `now` where it is?"""
    lead = text[max(0, start - CLAUSE) : start]
    if unit == "year" and _far_end().search(lead):
        return True
    if year > now:
        return " would " in lead and bool(_looks_ahead().search(lead))
    if year == now:
        return False
    return (unit == "year" and bool(_named_after().search(lead))) or (
        " had " in lead and bool(_looks_back().search(lead))
    )


@cache
def _far_end() -> re.Pattern[str]:
    return re.compile(r"[0-9]{3,4} ?[-–—/] ?\Z")


@cache
def _looks_ahead() -> re.Pattern[str]:
    return re.compile(r"\bwould\b[^.;]*\Z")


@cache
def _looks_back() -> re.Pattern[str]:
    return re.compile(r"\bhad\b[^.;]*\Z")


@cache
def _named_after() -> re.Pattern[str]:
    return re.compile(r"\b(?:since|of|after) (?:the )?\Z")
