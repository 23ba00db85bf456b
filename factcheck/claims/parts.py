"""One side of a stretch of time, and what may be one."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from factcheck.dates.interval import one_day
from factcheck.model import Analysis, Interval, Quantity, Span, TimeExpression


class Part(NamedTuple):
    """One side of a stretch: what it is, its value, and where it stands."""

    attribute: str
    value: Interval | Quantity
    span: Span


def story_day(analysis: Analysis) -> Interval | None:
    dateline = analysis.dateline
    if dateline is None:
        return None
    return dateline.interval or (one_day(dateline.date) if dateline.date else None)


def is_date(time: TimeExpression) -> bool:
    """Is an expression an end that a length can be counted from?"""
    return (
        time.written.form in ("date", "month", "year") and time.written.era in ("", "AD") and time.interval is not None
    )


ROUND_ABOUT = 3
"""How many days an event's day of the year may lie from the story's, that the story may mark its anniversary."""


def is_day_of_year(event: TimeExpression, now: Interval, most: int = ROUND_ABOUT) -> bool:
    """Is a day told in full, of an earlier year, the story's day of the year, or at most so many days from it?"""
    day, story = event.interval.start if event.interval else None, now.start
    if day is None or story is None or not (is_date(event) and event.written.month and event.written.day):
        return False
    apart = abs(day.timetuple().tm_yday - story.timetuple().tm_yday)
    return apart <= most and bool(event.written.year) and day.year < story.year


def end_part(attribute: str, time: TimeExpression) -> Part:
    assert time.interval is not None
    return Part(attribute, time.interval, time.span)


def times_within(times: tuple[TimeExpression, ...], stretch: Span) -> tuple[TimeExpression, ...]:
    """The expressions that begin in a stretch; `times` holds text before title, each in order."""

    def place(time: TimeExpression) -> tuple[bool, int]:
        return time.span.field == "title", time.span.start

    title = stretch.field == "title"
    start = bisect_left(times, (title, stretch.start), key=place)
    end = bisect_left(times, (title, stretch.end), key=place)
    return times[start:end]
