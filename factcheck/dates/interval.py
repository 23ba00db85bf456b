"""Half-open intervals of days: make, compare, count. Knows no text, and never leaves the calendar:
what lies before year 1 or after year 9999 is None."""

from __future__ import annotations

import datetime

from factcheck.timevalues import Interval

DAY = datetime.timedelta(1)


def one_day(day: datetime.date) -> Interval:
    """The interval of a single day; open at the end for the calendar's last day."""
    return Interval(day, day + DAY if day < datetime.date.max else None)


def date_of(year: int, month: int = 1, day: int = 1) -> datetime.date | None:
    """The day, or None when the calendar has none such."""
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def days_after(day: datetime.date, days: int) -> datetime.date | None:
    """The day that lies so many days later (earlier when negative), or None outside the calendar."""
    try:
        return day + datetime.timedelta(days)
    except OverflowError:
        return None


def months_after(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months later; the year may lie outside the calendar."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def whole_months(year: int, month: int, count: int) -> Interval | None:
    """So many months from the first of the one named: 3 for a quarter, 12 for a year, 120 for a decade."""
    start = date_of(year, month)
    if start is None:
        return None
    return Interval(start, date_of(*months_after(year, month, count)))


def whole_year(year: int) -> Interval | None:
    return whole_months(year, 1, 12)


def whole_week(day: datetime.date) -> Interval:
    """The week from Monday that holds a day."""
    start = days_after(day, -day.weekday())
    return Interval(start, days_after(start, 7) if start else None)


def overlaps(a: Interval, b: Interval) -> bool:
    """Do two intervals share a day?"""
    return (a.start is None or b.end is None or a.start < b.end) and (
        b.start is None or a.end is None or b.start < a.end
    )


def contains(outer: Interval, inner: Interval) -> bool:
    """Does every day of `inner` lie in `outer`?"""
    starts = outer.start is None or (inner.start is not None and outer.start <= inner.start)
    ends = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return starts and ends


def is_before(a: Interval, b: Interval) -> bool:
    """Does `a` end before `b` begins?"""
    return a.end is not None and b.start is not None and a.end <= b.start


def length(interval: Interval) -> int | None:
    """Its days, or None for an open end."""
    if interval.start is None or interval.end is None:
        return None
    return (interval.end - interval.start).days


def nearest_weekday(day: datetime.date, weekday: int) -> datetime.date | None:
    """The day of that name (Monday 0) closest to `day`, itself included."""
    return days_after(day, (weekday - day.weekday() + 3) % 7 - 3)


def weekday_up_to(day: datetime.date, weekday: int) -> datetime.date | None:
    """The latest day of that name up to and including `day`."""
    return days_after(day, -((day.weekday() - weekday) % 7))


def weekday_after(day: datetime.date, weekday: int) -> datetime.date | None:
    """The first day of that name after `day`."""
    return days_after(day, (weekday - day.weekday() - 1) % 7 + 1)
