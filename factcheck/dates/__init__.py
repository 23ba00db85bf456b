"""Time expressions: find them in text, resolve them against a date.

>>> import datetime
>>> from factcheck.dates import find_times
>>> [t.value for t in find_times("They met on Friday.", datetime.date(2019, 7, 6))]
['2019-07-05']
"""

from __future__ import annotations

import datetime

from factcheck.dates.find import find_expressions
from factcheck.dates.resolve import resolve
from factcheck.timevalues import TimeExpression

__all__ = ["find_times"]


def find_times(text: str, published: datetime.date | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a plain text, in text order, never overlapping, read against `published`.

    Each has its span (code points), TIMEX3 type and value, the fields as written and the days it covers;
    a date that the calendar does not have keeps its fields and has no interval. Without `published` the
    year of a bare date is the one said before it. Any text may be given; nothing is raised for it.
    """
    return resolve(text, find_expressions(text), published)
