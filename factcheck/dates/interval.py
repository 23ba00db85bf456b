"""Half-open intervals of days: overlap, before, contain, weekday. Knows no text."""

from __future__ import annotations

import datetime

from factcheck.model import Interval

DAY = datetime.timedelta(1)


def one_day(day: datetime.date) -> Interval:
    """The interval of a single day; open at the end for the calendar's last day."""
    return Interval(day, day + DAY if day < datetime.date.max else None)


def overlaps(a: Interval, b: Interval) -> bool:
    """Do two intervals share a day?"""
    return (a.start is None or b.end is None or a.start < b.end) and (
        b.start is None or a.end is None or b.start < a.end
    )
