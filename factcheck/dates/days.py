"""Days and times of day that are named ("July 5", "Friday night", "Christmas", "9 a.m.") to readings.

Directions as measured on news: a weekday is the latest up to and including the date of writing, a month and
day the closest, unless the words around look ahead or back. Without a date of writing the year comes from the text.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from factcheck.dates.find import Expression
from factcheck.dates.holidays import holiday_date
from factcheck.dates.interval import date_of, days_after, one_day, weekday_after, weekday_up_to
from factcheck.dates.months import read_month
from factcheck.dates.readings import Reading, clock_of, day_reading, week_reading, weekend_reading
from factcheck.dates.story import Story, anchor_of, told_year
from factcheck.dates.tense import is_limit, is_owner, is_put_off, is_told_by, tense_after, tense_at
from factcheck.timevalues import Span

Day = datetime.date
FAR = 120
"""Days from the date of writing beyond which the tense decides whether a month and day lie ahead or behind."""


def read_date(expression: Expression, story: Story) -> Reading:
    written = expression.written
    year, month, day = written.year, written.month, written.day
    clock = clock_of(expression)
    if day is None:
        return read_month(expression, story)
    if month is None:
        return _day_of_month(day, story, clock)
    if year is not None and written.era == "BC":
        return Reading(f"BC{year:04d}-{month:02d}-{day:02d}", unit="BC")
    anchor = ""
    if year is None and written.direction is not None and story.published:
        year, anchor = _year_towards(written.direction, month, day, story.published), "date of writing"
    if year is None and (month, day) == (9, 11) and story.text.startswith(ATTACKS, expression.span.end):
        year, anchor = 2001, "the event it names"
    if year is None:
        year, anchor = _year_for(month, day, story, expression.span.start)
    if year is None and story.year_before_christ is not None:
        return Reading(f"BC{story.year_before_christ:04d}-{month:02d}-{day:02d}", unit="BC")
    if year is None:
        return Reading(f"XXXX-{month:02d}-{day:02d}{clock}")
    found = date_of(year, month, day)
    if found is None:
        return Reading(f"{year:04d}-{month:02d}-{day:02d}{clock}" if anchor == "" else f"XXXX-{month:02d}-{day:02d}")
    return day_reading(found, anchor, clock)


ATTACKS = (" attack", " terror", " hijack", " Commission", " commission", " Victim", " victim")
"""What follows the one month and day that names an event by itself, Sept. 11."""


def read_week_of(expression: Expression, story: Story) -> Reading:
    """ "The week of March 6"."""
    day = read_date(expression, story)
    return week_reading(day.start, day.anchor)


def _day_of_month(day: int, story: Story, clock: str) -> Reading:
    anchor = story.month or story.published
    found = date_of(anchor.year, anchor.month, day) if anchor else None
    return day_reading(found, "the month before it", clock) if found else Reading(f"XXXX-XX-{day:02d}{clock}")


def _year_towards(direction: int, month: int, day: int, published: Day) -> int:
    """The year of "last Oct. 29", "next May 3"."""
    this = (published.month, published.day)
    if direction < 0:
        return published.year - ((month, day) >= this)
    return published.year + (direction > 0 and (month, day) <= this)


TAKES_EFFECT = ("takes effect ", "takes effect on ", "take effect ", "take effect on ")


def _year_for(month: int, day: int, story: Story, place: int) -> tuple[int | None, str]:
    """The year that a month and day without one belong to: the closest to the date of writing, else the text's."""
    published, said = story.published, story.year
    if published is None:
        return (told_year(month, said.year, story), "year said before it") if said else (None, "")
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
        tense = tense_at(story.text, Span(place, place), timetable=True)
        near = [d for d in near if (d - published).days * tense >= 0] or near
    return min(near, key=lambda d: abs((d - published).days)).year, "closest to the date of writing"


def _looks_ahead(text: str, span: Span) -> bool:
    """Is a weekday without a pointer one of the days to come?"""
    if text[max(0, span.start - 4) : span.start] in (" on ", ". On", "\nOn "):
        told = tense_after(text, span.end)
        if told:
            return told > 0
    ahead = tense_at(text, span, timetable=True) > 0
    ahead = (ahead or is_limit(text, span.start)) and not is_told_by(text, span.start)
    return ahead and not is_owner(text, span) and not is_put_off(text, span)


def read_weekday(expression: Expression, story: Story) -> Reading:
    written = expression.written
    clock = clock_of(expression)
    weekday = written.weekday or 0
    base, name = anchor_of(expression, story)
    if base is None:
        return Reading(f"XXXX-WXX-{weekday + 1}{clock}")
    if story.published is None and written.direction is None:
        return day_reading(weekday_up_to(days_after(base, 6) or base, weekday), name, clock)
    direction = written.direction
    if direction is None:
        ahead = _looks_ahead(story.text, expression.span)
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
    return day_reading(day, name, clock)


def read_holiday(expression: Expression, story: Story) -> Reading:
    """The reading of a holiday, or of its week or weekend ("Easter week")."""
    reading = _holiday(expression, story)
    around = AROUND.get(expression.written.unit)
    return around(reading.start, reading.anchor) if around and reading.start else reading


def _weekend_beside(day: Day | None, anchor: str) -> Reading:
    """The weekend nearest to a holiday: before Memorial Day, a Monday, and after Thanksgiving, a Thursday."""
    return weekend_reading(days_after(day, -3) if day and day.weekday() < 3 else day, anchor)


AROUND: dict[str, Callable[[Day | None, str], Reading]] = {"week": week_reading, "weekend": _weekend_beside}


def _holiday(expression: Expression, story: Story) -> Reading:
    written = expression.written
    base, name = anchor_of(expression, story)
    if written.year is not None:
        day = holiday_date(written.word, written.year)
        return day_reading(day, "") if day else Reading(f"{written.year:04d}")
    if base is None:
        return Reading("XXXX-XX-XX")
    days = [d for year in (-1, 0, 1) if (d := holiday_date(written.word, base.year + year))]
    if not days:
        return Reading(f"{base.year:04d}")
    if story.published is None and written.direction is None and story.month is None:
        return day_reading(holiday_date(written.word, base.year), name)
    if written.direction == -1:
        days = [d for d in days if d < base] or days
        return day_reading(days[-1], name)
    if written.direction == 1:
        days = [d for d in days if d > base] or days
        return day_reading(days[0], name)
    return day_reading(min(days, key=lambda d: abs((d - base).days)), "closest to the date of writing")


def read_clock(expression: Expression, story: Story) -> Reading:
    day = story.day or story.published
    clock = clock_of(expression)
    return Reading(f"{day.isoformat()}{clock}", one_day(day), "the day") if day else Reading("XXXX-XX-XX" + clock)
