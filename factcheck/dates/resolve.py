"""Expressions and a date of writing to intervals and TIMEX3 values: one reading each, by the form of the words.

What the calendar does not have stays, without an interval.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence

from factcheck.dates.aside import is_aside
from factcheck.dates.days import read_clock, read_date, read_holiday, read_week_of, read_weekday
from factcheck.dates.find import Expression
from factcheck.dates.interval import one_day
from factcheck.dates.months import (
    read_century,
    read_decade,
    read_half,
    read_month,
    read_quarter,
    read_season,
    read_year,
)
from factcheck.dates.readings import Reading
from factcheck.dates.relative import read_duration, read_reference, read_relative, read_set
from factcheck.dates.story import Story, stays
from factcheck.timevalues import TimeExpression

Day = datetime.date
FORMS: dict[str, Callable[[Expression, Story], Reading]] = {
    "date": read_date,
    "weekof": read_week_of,
    "weekday": read_weekday,
    "month": read_month,
    "year": read_year,
    "decade": read_decade,
    "century": read_century,
    "quarter": read_quarter,
    "half": read_half,
    "season": read_season,
    "holiday": read_holiday,
    "relative": read_relative,
    "duration": read_duration,
    "set": read_set,
    "reference": read_reference,
    "clock": read_clock,
}


def resolve(text: str, expressions: Sequence[Expression], published: Day | None) -> tuple[TimeExpression, ...]:
    """One time for each expression, in the same order."""
    if isinstance(published, datetime.datetime):
        published = published.date()
    expressions = _in_one_order(expressions, published)
    story = Story(text, published)
    times: list[TimeExpression] = []
    new = tuple.__new__  # a third of the time of NamedTuple's own
    for expression in expressions:
        span, words, kind, written, mod, _, _ = expression
        reading = FORMS[written.form](expression, story)
        value, interval, anchor, unit, _ = reading
        if unit and not stays(expression) and not _tells_aside(story, reading, span.start):
            story = story.after(reading, span.start)
            if unit == "day" and times and _is_bare_clock(times[-1]):
                joint = CLOCK_TO_DAY if written.hour is None else CLOCK_TO_CLOCK
                for place in range(max(0, len(times) - 2), len(times)):  # "6 p.m. (1700 GMT) on Sunday"
                    times[place] = _clock_on(times[place], reading, joint, text[times[place].span.end : span.start])
        times.append(new(TimeExpression, (span, words, kind, value, interval, written, mod, anchor)))
    return tuple(times)


def _tells_aside(story: Story, reading: Reading, place: int) -> bool:
    """Is it a date that a history without a date of writing mentions, but does not move to?"""
    if story.published or not story.year or not reading.start:
        return False
    return is_aside(story.text, place, reading.unit, reading.start.year, story.year.year)


def _is_bare_clock(time: TimeExpression) -> bool:
    """Is it a time of day alone ("6 p.m.", "the morning")?"""
    return time.written.form == "clock" or (time.type == "TIME" and time.written.direction == 0 and not time.mod)


CLOCK_TO_DAY = re.compile(r"[ \n]*(?:\([^()]{1,20}\)[ \n]*)?(?:on[ \n]|,|local time,?(?: on)?)?[ \n]*\Z")
CLOCK_TO_CLOCK = re.compile(r"[ \n]*(?:and|to|until|till|through|[-–,])[ \n]*\Z")


def _clock_on(time: TimeExpression, day: Reading, joint: re.Pattern[str], between: str) -> TimeExpression:
    """A time of day on the day that follows it ("6 p.m. on Sunday", "8 p.m. until 9 p.m. Sunday")."""
    near = len(between) <= 30 and joint.match(between)
    if not near or not _is_bare_clock(time) or day.start is None or "T" not in time.value:
        return time
    value = f"{day.start.isoformat()}T{time.value.partition('T')[2]}"
    return time._replace(value=value, interval=one_day(day.start), anchor="the day after it")


def _in_one_order(expressions: Sequence[Expression], published: Day | None) -> Sequence[Expression]:
    """The expressions with numeric dates that fit two orders put in the story's own: that of its other
    numeric dates, else the one that gives the day of writing."""
    if not any([e.written.order[-1:] == "?" for e in expressions]):  # noqa: C419 -- a list is faster
        return expressions
    sure = {e.written.order for e in expressions if e.written.order in ("mdy", "dmy") and e.text[:1].isdigit()} & {
        "mdy",
        "dmy",
    }
    numeric = {
        e.written.order
        for e in expressions
        if e.written.order in sure and e.text[-1:].isdigit() and not any(map(str.isalpha, e.text))
    }
    order = numeric.pop() if len(numeric) == 1 else ""
    return [_ordered(e, order, published) if e.written.order.endswith("?") else e for e in expressions]


def _ordered(expression: Expression, order: str, published: Day | None) -> Expression:
    written = expression.written
    turned = written._replace(month=written.day, day=written.month, order="dmy" if written.order == "mdy?" else "mdy")
    if order:
        return expression._replace(written=turned if turned.order == order else written._replace(order=order))
    if published and (written.year, turned.month, turned.day) == (published.year, published.month, published.day):
        return expression._replace(written=turned)
    return expression
