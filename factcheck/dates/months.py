"""Months and longer stretches that are named ("July", "the third quarter", "1998", "last summer") to readings.

A month alone follows the tense around it, else it is the closest to the date of writing.
"""

from __future__ import annotations

import datetime

from factcheck.dates.find import Expression
from factcheck.dates.interval import date_of, whole_months
from factcheck.dates.readings import Reading, month_reading, quarter_reading, year_reading
from factcheck.dates.story import QUARTER_REACH, Story, anchor_of, told_year
from factcheck.dates.tense import is_deadline, is_done, opens_sentence, tense_at
from factcheck.timevalues import Span

Day = datetime.date
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
HEAD = 12
"""Characters at the start of a text in which no sentence has ended yet."""


def read_month(expression: Expression, story: Story) -> Reading:
    written = expression.written
    month = written.month or 1
    if written.year is not None:
        return (
            _month_before_christ(written.year, month) if written.era == "BC" else month_reading(written.year, month, "")
        )
    base, name = anchor_of(expression, story)
    if base is None:
        before = story.year_before_christ
        return Reading(f"XXXX-{month:02d}") if before is None else _month_before_christ(before, month)
    if written.unit and written.direction is not None:
        return month_reading(base.year + written.direction, month, name)
    direction = written.direction
    if story.published is None and direction is None:
        return month_reading(told_year(month, base.year, story), month, "year said before it")
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
        later = expression.base == "text" and story.month is None and story.year is not None  # "in late 1973"
        year = base.year + (later or month < base.month or (written.direction is not None and month == base.month))
    return month_reading(year, month, name)


def _month_before_christ(year: int, month: int) -> Reading:
    return Reading(f"BC{year:04d}-{month:02d}", unit="BC")


def _month_direction(month: int, base: Day, span: Span, text: str) -> int:
    """1 for a month that lies ahead, -1 for one behind, 0 for the closest. One of the next three months is
    ahead whatever the tense ("said it begins in May"), but not where it opens a sentence of the past."""
    direction = tense_at(text, span)
    if direction == 0 and span.start > HEAD and opens_sentence(text, span.start):
        return -1
    ahead = (month - base.month) % 12
    if direction < 0 and 0 < ahead <= 3 and not opens_sentence(text, span.start) and not is_done(text, span.start):
        return 1
    if direction <= 0 and 0 < ahead <= 7 and is_deadline(text, span.start):
        return 1
    return direction


def read_year(expression: Expression, story: Story) -> Reading:
    written = expression.written
    year = written.year
    if year is None:
        return Reading("XXXX")
    if written.era in ("BC",):
        return Reading(f"BC{year:04d}", unit="BC")
    return year_reading(year)


def read_decade(expression: Expression, story: Story) -> Reading:
    year = expression.written.year or 0
    return Reading(f"{year // 10:03d}", whole_months(year // 10 * 10, 1, 120))


def read_century(expression: Expression, story: Story) -> Reading:
    century = int(expression.written.amount or 1)
    if expression.written.era == "BC":
        return Reading(f"BC{max(0, century - 1):02d}")
    return Reading(f"{century - 1:02d}", whole_months(century * 100 - 99, 1, 1200))


def read_quarter(expression: Expression, story: Story) -> Reading:
    written = expression.written
    if written.word == "said":
        said = story.quarter if story.quarter_at > expression.span.start - QUARTER_REACH else None
        if said and said.start and written.year:
            return quarter_reading(written.year, (said.start.month + 2) // 3, "the quarter before it")
        return year_reading(written.year or 0)
    quarter = int(written.amount or 1)
    if written.year is not None:
        return quarter_reading(written.year, quarter, "")
    base, name = anchor_of(expression, story)
    if base is None:
        return Reading(f"XXXX-Q{quarter}")
    if written.direction is not None:
        return quarter_reading(base.year + written.direction, quarter, name)
    now = (base.month + 2) // 3
    year = base.year
    if quarter > now and tense_at(story.text, expression.span) <= 0:
        year -= 1
    elif quarter == 1 and now == 4 and tense_at(story.text, expression.span) > 0:
        year += 1
    return quarter_reading(year, quarter, name)


def read_half(expression: Expression, story: Story) -> Reading:
    written = expression.written
    half = 1 if written.amount == 1 else 2
    base, name = anchor_of(expression, story)
    year = written.year
    if year is None:
        if base is None:
            return Reading(f"XXXX-H{half}")
        year = base.year + (written.direction or 0)
    interval = whole_months(year, half * 6 - 5, 6)
    return Reading(f"{year:04d}-H{half}", interval, name, "half", interval.start if interval else None)


def _season_before_christ(season: str, direction: int, story: Story) -> Reading:
    """ "That summer" in a year BC, or in one that nobody knows."""
    said = story.year_before_christ
    if said is None or said - direction <= 0:
        return Reading(f"XXXX-{season}")
    return Reading(f"BC{said - direction:04d}-{season}", unit="BC")


def read_season(expression: Expression, story: Story) -> Reading:
    written = expression.written
    season = written.word
    base, name = anchor_of(expression, story)
    year = written.year
    if year is not None and written.era == "BC":
        return Reading(f"BC{year:04d}-{season}", unit="BC")
    if year is not None:
        name = ""
    else:
        if base is None:
            return _season_before_christ(season, written.direction or 0, story)
        month = SEASONS[season]
        year = base.year
        if written.direction == -1 and month + 2 >= base.month:
            year -= 1
        elif written.direction == 1 and (month <= base.month or (expression.base == "text" and story.month is None)):
            year += 1
    unit = "season" if " " in expression.text else ""  # a bare "winter" says no time of its own
    return Reading(
        f"{year:04d}-{season}", whole_months(year, SEASONS[season], 3), name, unit, date_of(year, SEASONS[season])
    )
