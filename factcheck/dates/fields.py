"""The words that a shape caught, to the fields of `Written`: "5th" to day 5, "'86" to year 1986."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.timevalues import Written

PIVOT = 30  # chosen by us: "'30" and earlier are of this century, "'31" and later of the last

Caught = Mapping[str, tuple[str, ...]]
"""Field name to the values of the words caught for it, as the tables give them."""


class Made(NamedTuple):
    """`Written` with what it has no place for: TIMEX3 modifier, part of day, and "text" as the base
    of words that lean on a date said before."""

    written: Written
    mod: str = ""
    part: str = ""
    base: str = ""


def make_written(form: str, caught: Caught, fixed: Caught, order: str) -> Made | None:
    """The fields of one expression; None where the words make no sense together. `order` is the one in which
    a numeric date is read that fits two."""
    if form == "iso":
        return _iso(caught["iso"][0])
    if form == "numeric":
        return _numeric(caught["numeric"][0], order)
    if form == "decade":
        return _decade(caught)
    said = {**fixed, **caught} if fixed else caught
    get = said.get
    has = said.keys()
    month, day, weekday, direction = get("month"), get("day"), get("weekday"), get("direction")
    unit, order_said, era, part, base = get("unit"), get("order"), get("era"), get("part"), get("base")
    word = get("word") or get("season") or get("holiday") or get("adverb")
    hour, minute = _clock(said) if "clock" in has else (None, None)
    counted = not has.isdisjoint(AMOUNT_FIELDS)
    offset = counted and "offset" in has
    written = Written(
        form,
        None if has.isdisjoint(YEAR_FIELDS) else _year(said),
        int(month[0]) if month else None,
        int(day[0].partition("/")[0]) if day else None,  # "12/13 August"
        int(weekday[0]) if weekday else None,
        hour,
        minute,
        _amount(said) if counted else None,
        unit[0] if unit else "day" if offset else "",
        _sign(_offset(said)) if offset else int(direction[0]) if direction else None,
        (word[0] if word else "") + ("-eve" if "eve" in has else ""),
        order_said[0] if order_said else "",
        era[0] if era else "",
    )
    return Made(written, _mod(said) if "mod" in has else "", part[0] if part else "", base[0] if base else "")


YEAR_FIELDS = frozenset({"year", "yy", "spoken"})
AMOUNT_FIELDS = frozenset({"amount", "offset", "quarter", "half", "ordinal"})


def _first(said: Caught, *names: str) -> str:
    """The first value of the first of these fields that is there, or ""."""
    for name in names:
        if name in said:
            return said[name][0]
    return ""


def _number(said: Caught, name: str) -> int | None:
    return int(said[name][0].partition("/")[0]) if name in said else None  # "12/13 August"


def _mod(said: Caught) -> str:
    """The modifier is the value in capitals of a word among those caught."""
    for value in said.get("mod", ()):
        if len(value) > 2 and value.isupper():
            return value
    return ""


def _offset(said: Caught) -> int:
    """Days from today: -2 for "the day before yesterday"."""
    return int(_first(said, "offset")) + int(_first(said, "shift") or 0)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _amount(said: Caught) -> float | None:
    if "offset" in said:
        return abs(_offset(said))
    for name in ("quarter", "half", "ordinal"):
        if name in said:
            return _ordinal(said[name])
    return amount(said["amount"]) if "amount" in said else None


def _ordinal(values: Sequence[str]) -> float:
    numbers = [int(value) for value in values if value.isdecimal()]
    return float(sum(numbers)) if numbers else 2.0  # "the last half"


def amount(values: Sequence[str]) -> float | None:
    """The number that values say ("two and a half", "9 1/2", "a hundred", "an"); None for "several"."""
    total, seen, article = 0.0, False, False
    for value in values:
        if value == "X":
            return None
        if value in _MULTIPLES and (seen or article):
            total = (total or 1.0) * float(value)
        elif value == "~":  # an article
            article = True
            continue
        elif "/" in value and len(value) > 1:
            total += _fraction(value)
        elif value[0].isdigit() and len(value) < 10:
            total += float(value)
        else:
            continue
        seen = True
    return total if seen else 1.0 if article else None


def _fraction(text: str) -> float:
    above, _, below = text.partition("/")
    return int(above) / int(below) if int(below) else 0.0


_MULTIPLES = frozenset({"100", "1000", "12", "1000000"})


def _year(said: Caught) -> int | None:
    if "spoken" in said:  # two thousand
        return int(amount(said["spoken"]) or 0)
    if "yy" not in said:
        return _number(said, "year")
    short = int(amount(said["yy"]) or 0)
    if "century" in said:  # nineteen ninety-six
        return int(said["century"][0]) * 100 + short
    if "year" in said:  # 1950-53
        return int(said["year"][0]) // 100 * 100 + short
    return 2000 + short if short <= PIVOT else 1900 + short


def _clock(said: Caught) -> tuple[int | None, int | None]:
    text = _first(said, "clock")
    if not text:
        return None, None
    if text.isdigit() and len(text) > 2:  # 430pm
        text = f"{text[:-2]}:{text[-2:]}"
    hour, _, minute = text.replace(".", ":").partition(":")
    hours = int(hour)
    half = _first(said, "ampm")
    if half and hours <= 12:
        hours = hours % 12 + int(half)
    elif (hours < 12 and _first(said, "part") in ("AF", "EV")) or (6 <= hours < 12 and _first(said, "part") == "NI"):
        hours += 12  # "3 in the afternoon"
    return hours, int(minute[:2]) if minute else 0


def _decade(said: Caught) -> Made:
    digits = int(_first(said, "decade"))
    return Made(Written("decade", digits if digits >= 100 else 1900 + digits, unit="decade"), _mod(said))


def _iso(text: str) -> Made:
    day, _, clock = text.partition("t")
    year, month, number = (int(n) for n in day.split("-"))
    hour = int(clock[:2]) if clock else None
    minute = int(clock[3:5]) if clock else None
    return Made(Written("date", year, month, number, None, hour, minute, order="ymd"))


def _numeric(text: str, order: str) -> Made:
    """A numeric date; a question mark after its order ("mdy?") where day and month could change places."""
    sign = next(c for c in text if not c.isdigit())
    first, second, third = text.split(sign)
    a, b, c = int(first), int(second), int(third)
    if len(first) == 4:
        return Made(Written("date", a, b, c, order="ymd"))
    year = c if len(third) == 4 else 2000 + c if c <= PIVOT else 1900 + c
    if a > 12 >= b or sign == ".":
        return Made(Written("date", year, b, a, order="dmy"))
    if b > 12:
        return Made(Written("date", year, a, b, order="mdy"))
    month, day = (a, b) if order == "mdy" else (b, a)
    return Made(Written("date", year, month, day, order=order if a == b else order + "?"))
