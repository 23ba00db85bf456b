"""What an expression is taken to mean, made for each granularity: a day, a week, a month, a quarter, a year,
a length. Knows no text and no story."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import NamedTuple

from factcheck.dates.find import Expression
from factcheck.dates.interval import days_after, months_after, one_day, whole_months, whole_week, whole_year
from factcheck.timevalues import Interval

Day = datetime.date


class Reading(NamedTuple):
    """What an expression is taken to mean: TIMEX3 value, days, how it was got, and how exact it is.

    `unit` is the granularity ("day", "month", "quarter", ...) when a later expression may lean on this
    one, with `start` as its first day, or "BC" for a year before Christ; else "".
    """

    value: str
    interval: Interval | None = None
    anchor: str = ""
    unit: str = ""
    start: Day | None = None


# remembered, since stories name the same days and years again and again

remembered = lru_cache(2048)


@remembered
def day_reading(day: Day | None, anchor: str, clock: str = "") -> Reading:
    if day is None:
        return Reading("XXXX-XX-XX" + clock)
    return Reading(day.isoformat() + clock, one_day(day), anchor, "day", day)


@remembered
def month_reading(year: int, month: int, anchor: str) -> Reading:
    interval = whole_months(year, month, 1)
    return Reading(f"{year:04d}-{month:02d}", interval, anchor, "month", interval.start if interval else None)


@remembered
def year_reading(year: int, anchor: str = "") -> Reading:
    interval = whole_year(year)
    return Reading(f"{year:04d}", interval, anchor, "year", interval.start if interval else None)


@remembered
def quarter_reading(year: int, quarter: int, anchor: str) -> Reading:
    if not 1 <= quarter <= 4:
        return Reading(f"{year:04d}")
    interval = whole_months(year, quarter * 3 - 2, 3)
    return Reading(f"{year:04d}-Q{quarter}", interval, anchor, "quarter", interval.start if interval else None)


@remembered
def week_reading(day: Day | None, anchor: str) -> Reading:
    if day is None:
        return Reading("XXXX-WXX")
    year, week, _ = day.isocalendar()
    interval = whole_week(day)
    return Reading(f"{year:04d}-W{week:02d}", interval, anchor, "week", interval.start)


def weekend_reading(day: Day | None, anchor: str) -> Reading:
    week = week_reading(day, anchor)
    start = days_after(week.start, 5) if week.start else None
    interval = Interval(start, days_after(start, 2)) if start else None
    return Reading(week.value + "-WE", interval, anchor, "week", week.start)


def shifted(base: Day, unit: str, shift: float, anchor: str, clock: str = "") -> Reading:
    """So many units after a day, at the granularity of the unit."""
    whole = int(shift) if abs(shift) < 1e6 else 0
    if unit == "day":
        return day_reading(days_after(base, whole), anchor, clock)
    if unit == "week":
        return week_reading(days_after(base, int(shift * 7)), anchor)
    if unit == "fortnight":
        return week_reading(days_after(base, whole * 14), anchor)
    if unit == "weekend":
        return weekend_reading(days_after(base, whole * 7), anchor)
    if unit == "month":
        return month_reading(*months_after(base.year, base.month, whole), anchor)
    if unit == "quarter":
        year, month = months_after(base.year, (base.month + 2) // 3 * 3 - 2, whole * 3)
        return quarter_reading(year, (month + 2) // 3, anchor)
    if unit == "year":
        return year_reading(base.year + whole, anchor)
    if unit in ("decade", "century", "millennium"):
        years = {"decade": 10, "century": 100, "millennium": 1000}[unit]
        if shift != whole and abs(shift) < 100:  # "half a century later"
            return year_reading(base.year + int(shift * years), anchor)
        year = base.year + whole * years
        if abs(whole) > 0 or unit != "decade":
            return Reading(
                f"{year:04d}"[: 3 if unit == "decade" else 2],
                whole_months(year // years * years, 1, 12 * years),
                anchor,
            )
        return Reading(f"{year // 10:03d}", whole_months(year // 10 * 10, 1, 120), anchor)
    return Reading(base.isoformat(), one_day(base), anchor)


LETTERS = {
    "year": "Y",
    "month": "M",
    "week": "W",
    "day": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
    "quarter": "Q",
}


@remembered
def period(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: "P2Y6M", "PT30M", "PXD"."""
    if unit == "weekend":
        return f"P{'X' if amount is None else _plain(amount)}WE"
    many = {"decade": 10, "century": 100, "millennium": 1000}.get(unit)
    if many:
        if amount is None:
            return {"decade": "PXY", "century": "PXC", "millennium": "PXL"}[unit]
        amount, unit = amount * many, "year"
    if unit == "fortnight":
        amount, unit = (None if amount is None else amount * 2), "week"
    head = "PT" if unit in ("hour", "minute", "second") else "P"
    letter = LETTERS.get(unit, "D")
    if amount is None:
        return f"{head}X{letter}"
    finer = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}.get(unit)
    whole = int(amount)
    rest = amount - whole
    if rest and finer:
        count = rest * finer[0]
        if abs(count - round(count)) < 1e-6:
            return head + (f"{whole}{letter}" if whole else "") + f"{round(count)}{finer[1]}"
    return f"{head}{_plain(amount)}{letter}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def clock_of(expression: Expression) -> str:
    written = expression.written
    if written.hour is not None:
        return f"T{written.hour:02d}:{written.minute or 0:02d}"
    return f"T{expression.part}" if expression.part else ""
