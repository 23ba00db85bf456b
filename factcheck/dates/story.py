"""What a story has told so far, and the day that an expression leans on: the date of writing, or one said before."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from factcheck.dates.find import Expression
from factcheck.dates.interval import contains, one_day
from factcheck.dates.readings import Reading
from factcheck.timevalues import Interval, Written

Day = datetime.date
NEW_YEAR_GAP = 7
"""Months back in a history beyond which a month is one of the next year: February after November."""
QUARTER_REACH = 3000
"""Characters, about a story of results, over which "a year ago" means the quarter that is being reported."""
ASIDE = 500
"""Characters over which the quarter reported stays the one where another is only mentioned; both chosen on news
of results."""


WIDE = frozenset({"year", "season", "half"})
"""Units too wide to lend their month to what follows."""


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
        if unit == "months":  # "for the nine months": a year earlier is no quarter now
            return self._replace(quarter_at=-QUARTER_REACH)
        if unit == "BC":
            return Story(self.text, self.published, year_before_christ=int(reading.value[2:6]))
        if start is None or interval is None:
            return self
        wide = unit in WIDE and start.month < 12  # after a winter, January is one of the next year
        month = _inside(self.month, interval) if wide else start
        day = start if unit == "day" else _inside(self.day, interval)
        if unit == "quarter":
            kept = self.quarter if self._still_reports(start, place) else reading
            return Story(self.text, self.published, start, month, day, kept, place, self.last_day)
        last = start if unit == "day" else self.last_day
        return Story(self.text, self.published, start, month, day, self.quarter, self.quarter_at, last)

    def _still_reports(self, start: Day, place: int) -> bool:
        """Is the quarter reported so far still the one, when another is named? Where that one has not ended,
        and near by where it is not the last one that has."""
        if self.quarter is None or self.published is None:
            return False
        ended = (self.published.year - start.year) * 4 + (self.published.month - 1) // 3 - start.month // 3
        return ended < 1 or (ended > 1 and place <= self.quarter_at + ASIDE)


def _inside(day: Day | None, interval: Interval) -> Day | None:
    return day if day and contains(interval, one_day(day)) else None


def anchor_of(expression: Expression, story: Story) -> tuple[Day | None, str]:
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
    if not story.published and story.month and story.last_day and story.month > story.last_day:
        return None
    return story.last_day


def stays(expression: Expression) -> bool:
    """Does the story stay at the date it had? "A year earlier" is set beside it, "that year" repeats it, and
    "overnight losses" say why."""
    written = expression.written
    if written.form not in ("relative", "quarter"):
        return False
    if written.word == "overnight":
        return True
    return looks_back_a_year(written) or (expression.base == "text" and written.direction == 0)


def looks_back_a_year(written: Written) -> bool:
    return written.unit in ("year", "") and written.direction == -1


def told_year(month: int, year: int, story: Story) -> int:
    """The year of a month in a history that told of `year` last: the next one where months run on over its end."""
    last = story.month
    return year + (last is not None and last.year == year and last.month - month >= NEW_YEAR_GAP and year < 9999)
