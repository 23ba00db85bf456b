"""The values that a time expression is made of, apart from the other types so that `factcheck.dates` alone
starts without them. Everyone else has them from `factcheck.model`."""

import datetime
from typing import NamedTuple

Day = datetime.date


class Span(NamedTuple):
    """A stretch of a document: code points `start` up to `end`, in "text" or "title"."""

    start: int
    end: int
    field: str = "text"


class Interval(NamedTuple):
    """Days from `start` up to, not including, `end`; None leaves that end open."""

    start: Day | None
    end: Day | None


class Written(NamedTuple):
    """The fields of a time expression as they stand in the text; None where it says nothing.

    `form` names the kind of expression: date (any of year, month, day), weekday, year,
    month, decade, century, season, quarter, half, holiday, relative, duration, set,
    reference, clock. Weekdays count from Monday, 0. `amount` and `unit` ("day", "week",
    "month", "year", ...) hold a duration or an offset, `direction` is -1 before, 0 this,
    1 after. `order` tells how a numeric date was written: "mdy", "dmy", "ymd" or "".
    """

    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    amount: float | None = None
    unit: str = ""
    direction: int | None = None
    word: str = ""
    order: str = ""
    era: str = ""


class TimeExpression(NamedTuple):
    """A time as the text says it and as it is taken to mean.

    `type` is DATE, TIME, DURATION or SET; `value` the TIMEX3 value; `mod` the TIMEX3
    modifier or "". `interval` is None when the date is impossible, out of the calendar's
    range or without an anchor. `anchor` says in a few words how the reading was got.
    """

    span: Span
    text: str
    type: str
    value: str
    interval: Interval | None
    written: Written
    mod: str = ""
    anchor: str = ""
