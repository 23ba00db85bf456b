"""How a fix writes a weekday, day, month or year in place of the one that stands there, in its own style."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from factcheck.model import Analysis, Fix, Span, TimeExpression

MONTH_NAMES = "January February March April May June July August September October November December".split()
DAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def month_name(month: int) -> str:
    return MONTH_NAMES[month - 1]


def ordinal(number: int) -> str:
    """ "1st", "22nd", "13th"; thousands get a comma."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def write_field(analysis: Analysis, time: TimeExpression, name: str, value: str) -> Fix | None:
    """A fix that writes a year or a weekday into an expression; None where it cannot be told where it stands."""
    place = place_of(time, name)
    if place is None:
        return None
    old = time.text[place[0] : place[1]]
    if name == "weekday" and len(old.rstrip(".")) <= 4:
        value = value[:3] + ("." if old.endswith(".") else "")
    if old.isupper() and len(old) > 1 and not old.isdigit():
        value = value.upper()
    return Fix(Span(time.span.start + place[0], time.span.start + place[1], time.span.field), value)


_NAMES = {
    "weekday": r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satu?r?|sun)(?:day)?\b\.?",
    "month": (
        r"(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
        r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
    ),
}


def place_of(time: TimeExpression, name: str) -> tuple[int, int] | None:
    """Where a written field stands in the text of its expression; None where that is not certain."""
    value = getattr(time.written, name)
    if value is None:
        return None
    if name in ("weekday", "month") and (found := re.search(_NAMES[name], time.text, re.IGNORECASE)):
        return found.span()
    if name == "weekday":
        return None
    places = [match.span() for match in re.finditer(rf"(?<![0-9])0?{value}(?![0-9])", time.text)]
    if len(places) == 1 or (places and name == "year"):
        return places[-1]
    return _numbered(time, name)


def _numbered(time: TimeExpression, name: str) -> tuple[int, int] | None:
    """The field of an all-numeric date by its order."""
    order, letter = time.written.order, {"year": "y", "month": "m", "day": "d"}[name]
    numbers = [found.span() for found in re.finditer(r"[0-9]+", time.text)]
    return numbers[order.index(letter)] if order and len(numbers) == 3 else None


def write_day(analysis: Analysis, time: TimeExpression, day: datetime.date) -> Iterator[Fix]:
    """The fix that makes an expression name another day: only what changes, in the style that stands there."""
    span, text, written = time.span, time.text, time.written
    pieces: list[tuple[int, int, str]] = []
    for name, value in (("year", day.year), ("month", day.month), ("day", day.day)):
        old = getattr(written, name)
        if old is None or old == value:
            continue
        place = place_of(time, name)
        if place is None:
            return
        pieces.append((*place, _in_style(text[place[0] : place[1]], name, value, text[place[1] : place[1] + 2])))
    if not pieces:
        return
    pieces.sort()
    start, end = pieces[0][0], _past_suffix(text, pieces[-1][1]) if pieces[-1][2][-1].isalpha() else pieces[-1][1]
    new, at = "", start
    for first, last, words in pieces:
        new += text[at:first] + words
        at = _past_suffix(text, last) if words[-1].isalpha() and words[0].isdigit() else last
    new += text[at:end]
    yield Fix(Span(span.start + start, span.start + end, span.field), new)


def _past_suffix(text: str, end: int) -> int:
    return end + 2 if text[end : end + 2] in ("st", "nd", "rd", "th") else end


def _in_style(old: str, name: str, value: int, after: str) -> str:
    if name == "month" and not old.isdigit():
        month = month_name(value)
        if len(old.rstrip(".")) <= 4 and old.lower() not in ("may", "june", "july") and len(month) > 4:
            month = ("Sept" if value == 9 and len(old.rstrip(".")) == 4 else month[:3]) + (
                "." if old.endswith(".") else ""
            )
        return month.upper() if old.isupper() else month
    if name == "day" and after in ("st", "nd", "rd", "th"):
        return ordinal(value)
    return f"{value:0{len(old)}d}" if old.startswith("0") or (len(old) == 2 and name != "day") else str(value)
