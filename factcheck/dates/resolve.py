"""Expressions and a date of writing to intervals and TIMEX3 values.

Directions as measured on news: a weekday is the latest up to and including the date of writing, a month
and day the closest, a month alone follows the tense around it, else it is the closest. Without a date of
writing the year comes from the text. What the calendar does not have stays, without an interval.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.dates.find import Expression
from factcheck.dates.holidays import holiday_date
from factcheck.dates.interval import (
    contains,
    date_of,
    days_after,
    months_after,
    one_day,
    weekday_after,
    weekday_up_to,
    whole_months,
    whole_week,
    whole_year,
)
from factcheck.dates.tense import is_deadline, is_limit, is_told_by, opens_sentence, tense_at
from factcheck.timevalues import Interval, Span, TimeExpression, Written

Day = datetime.date
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


FAR = 120
"""Days from the date of writing beyond which the tense decides whether a month and day lie ahead or behind."""

HEAD = 12
"""Characters at the start of a text in which no sentence has ended yet."""

NEW_YEAR_GAP = 7
"""Months back in a history beyond which a month is one of the next year: February after November."""

QUARTER_REACH = 500
"""Characters over which "a year ago" means the quarter that is being reported, chosen on news of results."""


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


class Story(NamedTuple):
    """What an expression is read against: the text, the date of writing, the dates said last.

    `year`, `month` and `day` are the latest first days of something at least so exact; one that a later,
    coarser date leaves behind is forgotten. `quarter` is the quarter that is being reported.
    """

    text: str
    published: Day | None
    year: Day | None = None
    month: Day | None = None
    day: Day | None = None
    quarter: Reading | None = None
    quarter_at: int = 0
    last_day: Day | None = None
    year_before_christ: int | None = None

    def after(self, reading: Reading, place: int) -> Story:
        """The story once a date has been said at a place."""
        start, interval, unit = reading.start, reading.interval, reading.unit
        if unit == "BC":
            return Story(self.text, self.published, year_before_christ=int(reading.value[2:6]))
        if start is None or interval is None:
            return self
        month = start if unit not in ("year", "season") else _inside(self.month, interval)
        day = start if unit == "day" else _inside(self.day, interval)
        if unit == "quarter":
            kept = self.quarter if self._still_reports(start, place) else reading
            return Story(self.text, self.published, start, month, day, kept, place, self.last_day)
        last = start if unit == "day" else self.last_day
        return Story(self.text, self.published, start, month, day, self.quarter, self.quarter_at, last)

    def _still_reports(self, start: Day, place: int) -> bool:
        """Is the quarter reported so far still the one, when another is named? Not where that is the last one
        that has ended."""
        if self.quarter is None or self.published is None or place > self.quarter_at + QUARTER_REACH:
            return False
        return not 0 < (self.published.year - start.year) * 4 + (self.published.month - 1) // 3 - start.month // 3 < 2


def _inside(day: Day | None, interval: Interval) -> Day | None:
    return day if day and contains(interval, one_day(day)) else None


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
        if unit and not _stays(expression):
            story = story.after(reading, span.start)
            if unit == "day" and times and _is_bare_clock(times[-1]):
                for place in range(max(0, len(times) - 2), len(times)):  # "6 p.m. (1700 GMT) on Sunday"
                    times[place] = _clock_on(times[place], reading, text[times[place].span.end : span.start])
        times.append(new(TimeExpression, (span, words, kind, value, interval, written, mod, anchor)))
    return tuple(times)


def _is_bare_clock(time: TimeExpression) -> bool:
    """Is it a time of day alone ("6 p.m.", "the morning")?"""
    return time.written.form == "clock" or (time.type == "TIME" and time.written.direction == 0 and not time.mod)


CLOCK_TO_DAY = re.compile(r"[ \n]*(?:\([^()]{1,20}\)[ \n]*)?(?:on[ \n]|,|local time,?(?: on)?)?[ \n]*\Z")


def _clock_on(time: TimeExpression, day: Reading, between: str) -> TimeExpression:
    """A time of day on the day that follows it ("6 p.m. on Sunday")."""
    near = len(between) <= 30 and CLOCK_TO_DAY.match(between)
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


def _anchor(expression: Expression, story: Story) -> tuple[Day | None, str]:
    """The day that an expression leans on, and what to call it."""
    if expression.base == "text" or story.published is None:
        said = _said(expression.written, story)
        if said:
            return said, "the date before it"
    return story.published, "date of writing" if story.published else ""


def _said(written: Written, story: Story) -> Day | None:
    """The last date said that is exact enough to count the unit of an expression from."""
    if written.form in ("weekday", "clock") or written.unit in ("day", "week", "weekend", "fortnight"):
        return story.day or _day_left(story)
    if written.unit in ("month", "quarter"):
        return story.month
    return story.month or story.year if written.form == "season" else story.year


def _day_left(story: Story) -> Day | None:
    """In a history, the last day told of, where what came after it only looked back ("he had crossed in May")."""
    if story.published or (story.month and story.last_day and story.month > story.last_day):
        return None
    return story.last_day


def _stays(expression: Expression) -> bool:
    """Does the story stay at the date it had? "A year earlier" is set beside it, "that year" repeats it."""
    written = expression.written
    if written.form not in ("relative", "quarter"):
        return False
    return _looks_back_a_year(written) or (expression.base == "text" and written.direction == 0)


def _looks_back_a_year(written: Written) -> bool:
    return written.unit in ("year", "") and written.direction == -1


# readings by granularity; remembered, since stories name the same days and years again and again

remembered = lru_cache(2048)


@remembered
def _day_reading(day: Day | None, anchor: str, clock: str = "") -> Reading:
    if day is None:
        return Reading("XXXX-XX-XX" + clock)
    return Reading(day.isoformat() + clock, one_day(day), anchor, "day", day)


@remembered
def _month_reading(year: int, month: int, anchor: str) -> Reading:
    interval = whole_months(year, month, 1)
    return Reading(f"{year:04d}-{month:02d}", interval, anchor, "month", interval.start if interval else None)


@remembered
def _year_reading(year: int, anchor: str = "") -> Reading:
    interval = whole_year(year)
    return Reading(f"{year:04d}", interval, anchor, "year", interval.start if interval else None)


@remembered
def _quarter_reading(year: int, quarter: int, anchor: str) -> Reading:
    if not 1 <= quarter <= 4:
        return Reading(f"{year:04d}")
    interval = whole_months(year, quarter * 3 - 2, 3)
    return Reading(f"{year:04d}-Q{quarter}", interval, anchor, "quarter", interval.start if interval else None)


@remembered
def _week_reading(day: Day | None, anchor: str) -> Reading:
    if day is None:
        return Reading("XXXX-WXX")
    year, week, _ = day.isocalendar()
    interval = whole_week(day)
    return Reading(f"{year:04d}-W{week:02d}", interval, anchor, "week", interval.start)


def _weekend_reading(day: Day | None, anchor: str) -> Reading:
    week = _week_reading(day, anchor)
    start = days_after(week.start, 5) if week.start else None
    interval = Interval(start, days_after(start, 2)) if start else None
    return Reading(week.value + "-WE", interval, anchor, "week", week.start)


def _clock(expression: Expression) -> str:
    written = expression.written
    if written.hour is not None:
        return f"T{written.hour:02d}:{written.minute or 0:02d}"
    return f"T{expression.part}" if expression.part else ""


# forms


def _date(expression: Expression, story: Story) -> Reading:
    written = expression.written
    year, month, day = written.year, written.month, written.day
    clock = _clock(expression)
    if day is None:
        return _month(expression, story)
    if month is None:
        return _day_of_month(day, story, clock)
    if year is not None and written.era == "BC":
        return Reading(f"BC{year:04d}-{month:02d}-{day:02d}", unit="BC")
    anchor = ""
    if year is None and written.direction is not None and story.published:
        year, anchor = _year_towards(written.direction, month, day, story.published), "date of writing"
    if year is None:
        year, anchor = _year_for(month, day, story, expression.span.start)
    if year is None:
        return Reading(f"XXXX-{month:02d}-{day:02d}{clock}")
    found = date_of(year, month, day)
    if found is None:
        return Reading(f"{year:04d}-{month:02d}-{day:02d}{clock}" if anchor == "" else f"XXXX-{month:02d}-{day:02d}")
    return _day_reading(found, anchor, clock)


def _week_of(expression: Expression, story: Story) -> Reading:
    """ "The week of March 6"."""
    day = _date(expression, story)
    return _week_reading(day.start, day.anchor)


def _day_of_month(day: int, story: Story, clock: str) -> Reading:
    anchor = story.month or story.published
    found = date_of(anchor.year, anchor.month, day) if anchor else None
    return _day_reading(found, "the month before it", clock) if found else Reading(f"XXXX-XX-{day:02d}{clock}")


def _year_towards(direction: int, month: int, day: int, published: Day) -> int:
    """The year of "last Oct. 29", "next May 3"."""
    this = (published.month, published.day)
    if direction < 0:
        return published.year - ((month, day) >= this)
    return published.year + (direction > 0 and (month, day) <= this)


def _year_for(month: int, day: int, story: Story, place: int) -> tuple[int | None, str]:
    """The year that a month and day without one belong to: the closest to the date of writing, else the text's."""
    published, said = story.published, story.year
    if published is None:
        return (_told_year(month, said.year, story), "year said before it") if said else (None, "")
    lead = story.text[max(0, place - 12) : place].lower().removesuffix("on ").split()[-1:]
    near = [d for year in (-1, 0, 1) if (d := date_of(published.year + year, month, day))]
    if not near:
        return published.year, "date of writing"
    if lead in (["ended"], ["since"]):
        near = [d for d in near if d <= published] or near
    elif lead in (["effective"], ["payable"]) or story.text[max(0, place - 16) : place].endswith(TAKES_EFFECT):
        near = [d for d in near if d >= published] or near
    closest = min(near, key=lambda d: abs((d - published).days))
    if abs((closest - published).days) > FAR:
        tense = tense_at(story.text, Span(place, place))
        near = [d for d in near if (d - published).days * tense >= 0] or near
    return min(near, key=lambda d: abs((d - published).days)).year, "closest to the date of writing"


def _told_year(month: int, year: int, story: Story) -> int:
    """The year of a month in a history that told of `year` last: the next one where months run on over its end."""
    last = story.month
    return year + (last is not None and last.year == year and last.month - month >= NEW_YEAR_GAP and year < 9999)


def _weekday(expression: Expression, story: Story) -> Reading:
    written = expression.written
    clock = _clock(expression)
    weekday = written.weekday or 0
    base, name = _anchor(expression, story)
    if base is None:
        return Reading(f"XXXX-WXX-{weekday + 1}{clock}")
    if story.published is None and written.direction is None:
        return _day_reading(weekday_up_to(days_after(base, 6) or base, weekday), name, clock)
    direction = written.direction
    if direction is None:
        ahead = tense_at(story.text, expression.span, timetable=True) > 0
        start = expression.span.start
        ahead = (ahead or is_limit(story.text, start)) and not is_told_by(story.text, start)
        direction = 1 if ahead else -1
        if weekday == base.weekday():
            direction = -1
        day = weekday_up_to(base, weekday) if direction < 0 else weekday_after(base, weekday)
    elif direction < 0:
        yesterday = days_after(base, -1)
        day = weekday_up_to(yesterday, weekday) if yesterday else None
    elif direction == 0:
        day = days_after(base, weekday - base.weekday())
    else:
        day = weekday_after(base, weekday)
    return _day_reading(day, name, clock)


def _month(expression: Expression, story: Story) -> Reading:
    written = expression.written
    month = written.month or 1
    if written.year is not None:
        return _month_reading(written.year, month, "")
    base, name = _anchor(expression, story)
    if base is None:
        return Reading(f"XXXX-{month:02d}")
    if written.unit and written.direction is not None:
        return _month_reading(base.year + written.direction, month, name)
    direction = written.direction
    if story.published is None and direction is None:
        return _month_reading(_told_year(month, base.year, story), month, "year said before it")
    if direction is None:
        direction = _month_direction(month, base, expression.span, story.text)
    if direction == 0:
        gap = month - base.month
        year = base.year + (1 if gap < -6 else -1 if gap >= 6 else 0)
        if written.direction == 0:
            year = base.year
    elif direction < 0:
        year = base.year - (month > base.month or (written.direction is not None and month == base.month))
    else:
        year = base.year + (month < base.month or (written.direction is not None and month == base.month))
    return _month_reading(year, month, name)


def _month_direction(month: int, base: Day, span: Span, text: str) -> int:
    """1 for a month that lies ahead, -1 for one behind, 0 for the closest. One of the next three months is
    ahead whatever the tense ("said it begins in May"), but not where it opens a sentence of the past."""
    direction = tense_at(text, span)
    if direction == 0 and span.start > HEAD and opens_sentence(text, span.start):
        return -1
    ahead = (month - base.month) % 12
    if direction < 0 and 0 < ahead <= 3 and not opens_sentence(text, span.start):
        return 1
    if direction <= 0 and 0 < ahead <= 7 and is_deadline(text, span.start):
        return 1
    return direction


def _year(expression: Expression, story: Story) -> Reading:
    written = expression.written
    year = written.year
    if year is None:
        return Reading("XXXX")
    if written.era in ("BC",):
        return Reading(f"BC{year:04d}", unit="BC")
    return _year_reading(year)


def _decade(expression: Expression, story: Story) -> Reading:
    year = expression.written.year or 0
    return Reading(f"{year // 10:03d}", whole_months(year // 10 * 10, 1, 120))


def _century(expression: Expression, story: Story) -> Reading:
    century = int(expression.written.amount or 1)
    if expression.written.era == "BC":
        return Reading(f"BC{max(0, century - 1):02d}")
    return Reading(f"{century - 1:02d}", whole_months(century * 100 - 99, 1, 1200))


def _quarter(expression: Expression, story: Story) -> Reading:
    written = expression.written
    if written.word == "said":
        said = story.quarter if story.quarter_at > expression.span.start - QUARTER_REACH else None
        if said and said.start and written.year:
            return _quarter_reading(written.year, (said.start.month + 2) // 3, "the quarter before it")
        return _year_reading(written.year or 0)
    quarter = int(written.amount or 1)
    if written.year is not None:
        return _quarter_reading(written.year, quarter, "")
    base, name = _anchor(expression, story)
    if base is None:
        return Reading(f"XXXX-Q{quarter}")
    if written.direction is not None:
        return _quarter_reading(base.year + written.direction, quarter, name)
    now = (base.month + 2) // 3
    year = base.year
    if quarter > now and tense_at(story.text, expression.span) <= 0:
        year -= 1
    elif quarter == 1 and now == 4 and tense_at(story.text, expression.span) > 0:
        year += 1
    return _quarter_reading(year, quarter, name)


def _half(expression: Expression, story: Story) -> Reading:
    written = expression.written
    half = 1 if written.amount == 1 else 2
    base, name = _anchor(expression, story)
    year = written.year
    if year is None:
        if base is None:
            return Reading(f"XXXX-H{half}")
        year = base.year + (written.direction or 0)
    return Reading(f"{year:04d}-H{half}", whole_months(year, half * 6 - 5, 6), name)


def _season(expression: Expression, story: Story) -> Reading:
    written = expression.written
    season = written.word
    base, name = _anchor(expression, story)
    year = written.year
    if year is not None and written.era == "BC":
        return Reading(f"BC{year:04d}-{season}", unit="BC")
    if year is not None:
        name = ""
    else:
        if base is None:
            return Reading(f"XXXX-{season}")
        month = SEASONS[season]
        year = base.year
        if written.direction == -1 and month + 2 >= base.month:
            year -= 1
        elif written.direction == 1 and (month <= base.month or (expression.base == "text" and story.month is None)):
            year += 1
    return Reading(
        f"{year:04d}-{season}", whole_months(year, SEASONS[season], 3), name, "season", date_of(year, SEASONS[season])
    )


def _holiday(expression: Expression, story: Story) -> Reading:
    written = expression.written
    base, name = _anchor(expression, story)
    if written.year is not None:
        day = holiday_date(written.word, written.year)
        return _day_reading(day, "") if day else Reading(f"{written.year:04d}")
    if base is None:
        return Reading("XXXX-XX-XX")
    days = [d for year in (-1, 0, 1) if (d := holiday_date(written.word, base.year + year))]
    if not days:
        return Reading(f"{base.year:04d}")
    if written.direction == -1:
        days = [d for d in days if d < base] or days
        return _day_reading(days[-1], name)
    if written.direction == 1:
        days = [d for d in days if d > base] or days
        return _day_reading(days[0], name)
    return _day_reading(min(days, key=lambda d: abs((d - base).days)), "closest to the date of writing")


def _relative(expression: Expression, story: Story) -> Reading:
    written = expression.written
    base, name = _anchor(expression, story)
    unit = written.unit
    if unit == "day" and story.published is None and written.amount == 0 and not written.direction:
        return Reading("PRESENT_REF")  # "today", in a history
    if base is None:
        return _before_christ(written, story) or Reading(UNKNOWN.get(unit, "XXXX-XX-XX") + _clock(expression))
    if unit in ("quarter", "period") and written.amount is None:
        return _quarter_said(expression, story, base, name)
    if unit == "weekend" and not written.direction and story.published:
        tense = tense_at(story.text, expression.span)
        ahead = tense > 0 or (written.direction == 0 and (tense == 0 or base.weekday() > 2))
        return _weekend_reading(base if ahead else days_after(base, -5), name)
    if written.word == "last-day":  # year-end
        return _day_reading(date_of(base.year, 12, 31), name)
    steps = written.amount
    if steps is None:
        steps = 1.0 if written.direction else 0.0
        if written.amount is None and unit == "":
            return Reading("PAST_REF")
    shift = steps * (written.direction or 0)
    if unit == "decade" and written.amount and abs(shift) < 100:  # "a decade ago" is a year, more or less
        year = base.year + int(shift * 10)
        return Reading(f"{year:04d}", whole_months(year // 10 * 10, 1, 120), name)
    compared = expression.base == "text" or written.amount is not None
    quarter = story.quarter if story.quarter_at > expression.span.start - QUARTER_REACH else None
    if compared and _looks_back_a_year(written) and steps == 1 and quarter and quarter.start:
        start = quarter.start
        return _quarter_reading(start.year - 1, (start.month + 2) // 3, "the quarter before it")
    return _shifted(base, unit, shift, name, _clock(expression))


def _quarter_said(expression: Expression, story: Story, base: Day, name: str) -> Reading:
    """The quarter that "the quarter", "the latest quarter" or "the current quarter" means."""
    direction = expression.written.direction
    adjective = expression.text.lower().split()[-2:][0]
    if adjective == "current" and story.published:
        base, direction = story.published, 0
    elif adjective == "latest" and story.published:
        base, direction = story.published, -1
    elif story.quarter and story.quarter.start:
        base, name = story.quarter.start, "the quarter before it"
    elif not direction and story.published:
        base, direction = story.published, -1
    year, month = months_after(base.year, (base.month + 2) // 3 * 3 - 2, 3 * (direction or 0))
    return _quarter_reading(year, (month + 2) // 3, name)


def _before_christ(written: Written, story: Story) -> Reading | None:
    """Years after or before a year BC ("ten years later")."""
    said = story.year_before_christ
    if said is None or written.unit != "year":
        return None
    steps = written.amount if written.amount is not None else 1 if written.direction else 0
    year = said - int(min(steps, 9999)) * (written.direction or 0)
    return Reading(f"BC{year:04d}", unit="BC") if 0 < year <= 9999 else None


TAKES_EFFECT = ("takes effect ", "takes effect on ", "take effect ", "take effect on ")

UNKNOWN = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "decade": "XXX", "century": "XX"}


def _shifted(base: Day, unit: str, shift: float, anchor: str, clock: str = "") -> Reading:
    """So many units after a day, at the granularity of the unit."""
    whole = int(shift) if abs(shift) < 1e6 else 0
    if unit == "day":
        return _day_reading(days_after(base, whole), anchor, clock)
    if unit == "week":
        return _week_reading(days_after(base, int(shift * 7)), anchor)
    if unit == "fortnight":
        return _week_reading(days_after(base, whole * 14), anchor)
    if unit == "weekend":
        return _weekend_reading(days_after(base, whole * 7), anchor)
    if unit == "month":
        return _month_reading(*months_after(base.year, base.month, whole), anchor)
    if unit == "quarter":
        year, month = months_after(base.year, (base.month + 2) // 3 * 3 - 2, whole * 3)
        return _quarter_reading(year, (month + 2) // 3, anchor)
    if unit == "year":
        return _year_reading(base.year + whole, anchor)
    if unit in ("decade", "century", "millennium"):
        years = {"decade": 10, "century": 100, "millennium": 1000}[unit]
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


def _duration(expression: Expression, story: Story) -> Reading:
    written = expression.written
    value = period(written.amount, written.unit)
    return Reading(value)


def _set(expression: Expression, story: Story) -> Reading:
    written = expression.written
    if written.weekday is not None:
        part = f"T{expression.part}" if expression.part else ""
        return Reading(f"XXXX-WXX-{written.weekday + 1}{part}")
    if written.month is not None:
        return Reading(f"XXXX-{written.month:02d}")
    if expression.part:
        return Reading(f"XXXX-XX-XXT{expression.part}")
    if written.unit:
        return Reading(period(written.amount, written.unit))
    if written.word in SEASONS:
        return Reading(f"XXXX-{written.word}")
    return Reading(written.word or "P1D")


def _reference(expression: Expression, story: Story) -> Reading:
    return Reading(expression.written.word)


def _clock_time(expression: Expression, story: Story) -> Reading:
    day = story.day or story.published
    clock = _clock(expression)
    return Reading(f"{day.isoformat()}{clock}", one_day(day), "the day") if day else Reading("XXXX-XX-XX" + clock)


FORMS: dict[str, Callable[[Expression, Story], Reading]] = {
    "date": _date,
    "weekof": _week_of,
    "weekday": _weekday,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "holiday": _holiday,
    "relative": _relative,
    "duration": _duration,
    "set": _set,
    "reference": _reference,
    "clock": _clock_time,
}
