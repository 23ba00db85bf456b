"""Times that stand together: a weekday beside its date, and the two ends of a range.

Works on expressions and on resolved times alike; the text between them decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeVar

from factcheck.timevalues import Span, Written


class Timed(Protocol):
    """An Expression or a TimeExpression."""

    @property
    def span(self) -> Span: ...
    @property
    def text(self) -> str: ...
    @property
    def written(self) -> Written: ...


T = TypeVar("T", bound=Timed)


class WeekdayPair(NamedTuple):
    """A weekday and the date that it goes with, as positions in the times given; the same position
    twice for a weekday inside one expression ("Friday, July 5, 2019")."""

    weekday: int
    date: int


class Range(NamedTuple):
    """Two ends as positions in the times given, in text order, and how they are joined: "from" ("from 2013
    to 2009"), "between", "hyphen" ("1953-1950", "July 5-9"), or "to" ("2013 to 2009", "July 5 through 9")."""

    first: int
    second: int
    joint: str


BESIDE = re.compile(
    r"[ \n]?[(\[][ \n]?|[ \n]?[,–—-][ \n]?|,?[ \n](?:on[ \n])?(?:the[ \n])?|,[ \n](?:the[ \n]|on[ \n])", re.ASCII
)
HYPHEN = re.compile(r"[ \n]?[-–—‑/][ \n]?")
TO = re.compile(r",?[ \n](?:to|until|till|through|thru|up to)[ \n](?:the[ \n])?")
AND = re.compile(r",?[ \n]and[ \n](?:the[ \n])?")
FROM = re.compile(r"\bfrom[ \n](?:the[ \n]|about[ \n]|around[ \n])?$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween[ \n](?:the[ \n]|about[ \n])?$", re.IGNORECASE)
GAP = 8  # characters between a weekday and its date: ", on the "


def weekday_pairs(text: str, times: Sequence[Timed]) -> tuple[WeekdayPair, ...]:
    """Each weekday with the month and day it names, in text order, whichever comes first: "Friday, July 5",
    "July 5 (Friday)", "Friday (July 5)", "Friday, the 5th of July"."""
    pairs = [WeekdayPair(i, i) for i, t in enumerate(times) if t.written.weekday is not None and _is_day(t)]
    for index in range(len(times) - 1):
        left, right = times[index], times[index + 1]
        if left.span.field != right.span.field or not 0 < right.span.start - left.span.end <= GAP:
            continue
        between = text[left.span.end : right.span.start]
        if not BESIDE.fullmatch(between):
            continue
        if _is_weekday(left) and _is_day(right) and right.written.weekday is None:
            pairs.append(WeekdayPair(index, index + 1))
        elif _is_day(left) and left.written.weekday is None and _is_weekday(right):
            closed = "(" in between or "[" in between or text[right.span.end : right.span.end + 1] in ",.;)]\n"
            if closed:
                pairs.append(WeekdayPair(index + 1, index))
    return tuple(sorted(pairs))


def ranges(text: str, times: Sequence[Timed]) -> tuple[Range, ...]:
    """The pairs of neighbours that form a range, in text order, a reversed one as it stands."""
    found = []
    for index in range(len(times) - 1):
        left, right = times[index], times[index + 1]
        if left.span.field != right.span.field or not _comparable(left.written, right.written):
            continue
        between = text[left.span.end : right.span.start]
        if len(between) > 12:
            continue
        before = text[max(0, left.span.start - 20) : left.span.start]
        if HYPHEN.fullmatch(between):
            found.append(Range(index, index + 1, "hyphen"))
        elif TO.fullmatch(between):
            found.append(Range(index, index + 1, "from" if FROM.search(before) else "to"))
        elif AND.fullmatch(between) and BETWEEN.search(before):
            found.append(Range(index, index + 1, "between"))
    return tuple(found)


def _is_weekday(time: Timed) -> bool:
    written = time.written
    return written.form == "weekday" and written.day is None


def _is_day(time: Timed) -> bool:
    written = time.written
    return written.form == "date" and written.day is not None and written.month is not None


def _comparable(a: Written, b: Written) -> bool:
    """Are both dates, or both of one other kind?"""
    exact = ("date", "month", "year", "decade", "century", "weekday", "quarter", "clock")
    return a.form in exact and b.form in exact
