"""Times counted from another ("two weeks ago", "that year", "the quarter"), lengths, sets and references
to readings."""

from __future__ import annotations

import datetime

from factcheck.dates.find import Expression
from factcheck.dates.interval import date_of, days_after, months_after, whole_months
from factcheck.dates.months import SEASONS
from factcheck.dates.readings import Reading, clock_of, day_reading, period, quarter_reading, shifted, weekend_reading
from factcheck.dates.story import QUARTER_REACH, Story, anchor_of, looks_back_a_year
from factcheck.dates.tense import tense_at
from factcheck.timevalues import Written

Day = datetime.date
UNKNOWN = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "decade": "XXX", "century": "XX"}


def read_relative(expression: Expression, story: Story) -> Reading:
    written = expression.written
    base, name = anchor_of(expression, story)
    unit = written.unit
    if unit == "day" and story.published is None and written.amount == 0 and not written.direction:
        return Reading("PRESENT_REF")  # "today", in a history
    if base is None:
        return _before_christ(written, story) or Reading(UNKNOWN.get(unit, "XXXX-XX-XX") + clock_of(expression))
    if unit in ("quarter", "period") and written.amount is None:
        return _quarter_said(expression, story, base, name)
    if unit == "weekend" and not written.direction and story.published:
        tense = tense_at(story.text, expression.span)
        ahead = tense > 0 or (written.direction == 0 and (tense == 0 or base.weekday() > 2))
        return weekend_reading(base if ahead else days_after(base, -5), name)
    if written.word == "last-day":  # year-end
        since = story.text[max(0, expression.span.start - 6) : expression.span.start] == "since "
        return day_reading(date_of(base.year - since, 12, 31), name)
    steps = written.amount
    if steps is None:
        steps = 1.0 if written.direction else 0.0
        if written.amount is None and unit == "":
            return Reading("PAST_REF")
    shift = steps * (written.direction or 0)
    if unit == "decade" and written.amount and abs(shift) < 100:  # "a decade ago" is a year, more or less
        year = base.year + int(shift * 10)
        return Reading(f"{year:04d}", whole_months(year // 10 * 10, 1, 120), name, "year", date_of(year))
    compared = expression.base == "text" or written.amount is not None
    quarter = story.quarter if story.quarter_at > expression.span.start - QUARTER_REACH else None
    if compared and looks_back_a_year(written) and steps == 1 and quarter and quarter.start:
        start = quarter.start
        return quarter_reading(start.year - 1, (start.month + 2) // 3, "the quarter before it")
    return shifted(base, unit, shift, name, clock_of(expression))


def _quarter_said(expression: Expression, story: Story, base: Day, name: str) -> Reading:
    """The quarter that "the quarter", "the latest quarter" or "the current quarter" means."""
    direction = expression.written.direction
    adjective = expression.text.lower().split()[-2:][0]
    if adjective == "current" and story.published:
        base, direction = story.published, 0
    elif story.quarter and story.quarter.start:
        base, name = story.quarter.start, "the quarter before it"
    elif not direction and story.published:
        base, direction = story.published, -1
    year, month = months_after(base.year, (base.month + 2) // 3 * 3 - 2, 3 * (direction or 0))
    return quarter_reading(year, (month + 2) // 3, name)


def _before_christ(written: Written, story: Story) -> Reading | None:
    """Years after or before a year BC ("ten years later")."""
    said = story.year_before_christ
    if said is None or written.unit != "year":
        return None
    steps = written.amount if written.amount is not None else 1 if written.direction else 0
    year = said - int(min(steps, 9999)) * (written.direction or 0)
    return Reading(f"BC{year:04d}", unit="BC") if 0 < year <= 9999 else None


def read_duration(expression: Expression, story: Story) -> Reading:
    written = expression.written
    value = period(written.amount, written.unit)
    return Reading(value, unit="months" if written.unit == "month" and written.amount in (6, 9) else "")


def read_set(expression: Expression, story: Story) -> Reading:
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


def read_reference(expression: Expression, story: Story) -> Reading:
    return Reading(expression.written.word)
