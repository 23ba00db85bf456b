"""Days and hours that no calendar or clock has: February 30, 2019-13-05, 25:61."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator

from factcheck.checks.edits import month_name, write_day
from factcheck.checks.wording import (
    around,
    is_corrected,
    is_named_impossible,
    is_other_calendar,
    lead,
    story_days,
    tail,
)
from factcheck.checks.years import GREGORIAN, day_of
from factcheck.dates.interval import DAY
from factcheck.model import Analysis, Finding, Fix, Rule, Span, TimeExpression, Written
from factcheck.patterns import Pattern


def impossible_date(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT001: days and hours that do not exist."""
    for time in analysis.times:
        leap_day = time.written.day == 29 and time.written.month == 2 and time.written.year is None
        if time.interval is not None and time.written.hour is None and not leap_day:
            continue
        reason = _without_leap(analysis, time) if leap_day else _impossible(time.written)
        if not reason or analysis.is_furniture(time.span):
            continue
        if time.written.hour is not None and not _is_clock(analysis, time):
            continue
        if _is_table_cell(analysis, time):
            continue
        if (time.written.month, time.written.day) == (2, 30) and "1712" in tail(analysis, time.span, 20):
            continue  # Sweden's calendar had a February 30 in 1712
        if (
            is_other_calendar(analysis, time)
            or is_named_impossible(analysis, time.span)
            or is_corrected(analysis, time.span)
        ):
            continue
        yield rule.at(
            analysis.document.id, time.span, fixes=tuple(_possible(analysis, time)), date=time.text, reason=reason
        )


_LEAP_WORDS = Pattern(r"\b(?:leap\w*|born|birth\w*|every|each|annual\w*|quadrennial|years?)\b", re.IGNORECASE)
_NEAR_BY = 100
"""How many days from the end of February a story lies whose 29 February is this year's."""


def _without_leap(analysis: Analysis, time: TimeExpression) -> str:
    """Why a 29 February without a year does not exist: the year of a story near by is no leap year; else ""."""
    story = story_days(analysis)
    if story is None or story.start is None or time.written.weekday is not None or time.written.era:
        return ""
    sentence = around(analysis, time.span)
    before = around(analysis, Span(max(0, sentence.start - 2), sentence.start, time.span.field))
    text = analysis.document.field(time.span.field)
    if _LEAP_WORDS.search(text, sentence.start, sentence.end):
        return ""
    year = min((story.start.year + step for step in (-1, 0, 1)), key=lambda y: _days_from(story.start, y))
    told = {t.written.year for t in analysis.times if t.written.year and before.start <= t.span.start < sentence.end}
    if _is_leap(year) or _days_from(story.start, year) > _NEAR_BY or told - {year}:
        return ""
    return f"{year} is not a leap year"


def _days_from(day: datetime.date | None, year: int) -> int:
    """How many days lie between a day and the end of a year's February."""
    end = datetime.date(min(max(year, 1), 9999), 2, 28)
    return abs((day - end).days) if day else 9999


def _impossible(written: Written) -> str:
    """Why a date or an hour does not exist; "" when it does."""
    if written.form == "clock" or written.hour is not None:
        hour, minute = written.hour or 0, written.minute or 0
        if minute > 59 or hour > 24 or (hour == 24 and minute):
            return "a day has 24 hours and an hour 60 minutes"
    if written.form in ("duration", "set", "relative") or (written.day or 0) > 99:
        return ""
    month, day = written.month, written.day
    if month and day and month > 12 and day <= 12 and written.order[:1] in ("m", "d"):
        return ""  # 4-29-2010 where days come first elsewhere
    if month is not None and not 1 <= month <= 12:
        return f"there is no month {month}"
    if day is None:
        return ""
    if month is None:
        return ""
    longest = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    if not 1 <= day <= longest:
        return f"{month_name(month)} has no day {day}"
    if month == 2 and day == 29 and written.year is not None and not _is_leap(written.year):
        return f"{written.year} is not a leap year"
    return ""


def _is_table_cell(analysis: Analysis, time: TimeExpression) -> bool:
    """Two numbers of a table that look like a date: "50 May 161.00", "90-93-98"."""
    written = time.written
    if not time.text[:1].isdigit() or written.weekday is not None or written.hour is not None:
        return False
    if not re.search("[a-z]", time.text):
        return written.year is None or not re.search("[0-9]{4}", time.text)
    linked = re.search(
        r"\b(?:on|until|till|by|from|of|since|before|after|to|for|and|the|dated?|due) (?:the )?$",
        lead(analysis, time.span, 16),
        re.IGNORECASE,
    )
    return written.year is None and (written.day or 0) > 31 and not linked


_CLOCK_BEFORE = Pattern(r"\b(?:at|until|till|by|from|since|before|after|around|about|shortly after) $", re.IGNORECASE)
_CLOCK_AFTER = Pattern(r" ?(?:[ap]\.?m\b|GMT|UTC|BST|CET|EST|EDT|PST|PDT|hours|h\b|local time|o['’]clock)")


def _is_clock(analysis: Analysis, time: TimeExpression) -> bool:
    """Is an hour that does not exist a time of day, not a score, a verse or a ratio?"""
    if time.written.month or (time.written.hour or 0) == 24:
        return True
    return bool(
        _CLOCK_BEFORE.search(lead(analysis, time.span, 16)) or _CLOCK_AFTER.match(tail(analysis, time.span, 16))
    )


def _is_leap(year: int) -> bool:
    return calendar.isleap(year) or (year < GREGORIAN.year and year % 4 == 0)


def _possible(analysis: Analysis, time: TimeExpression) -> Iterator[Fix]:
    """The dates that may be meant: the last day of the month, the first of the next, month and day swapped."""
    written = time.written
    month, day, year = written.month, written.day, written.year
    if month is not None and day is not None and month > 12 and day <= 12 and year:
        yield from write_day(analysis, time, datetime.date(year, day, month)) if month <= 31 else ()
    if month is not None and month > 12:
        for digits in (month % 10, month // 10):
            if 1 <= digits <= 12 and (at := day_of(written._replace(month=digits), year or 2000)):
                yield from write_day(analysis, time, at)
        return
    if month is None or day is None:
        return
    story = story_days(analysis)
    meant = year or (story.start.year if story and story.start else 2019)
    last = datetime.date(meant, month, calendar.monthrange(meant, month)[1])
    yield from write_day(analysis, time, last)
    yield from write_day(analysis, time, last + DAY)
    if 30 < day < 100 and day // 10 != day % 10:
        swapped = day % 10 * 10 + day // 10
        if 1 <= swapped <= last.day:
            yield from write_day(analysis, time, last.replace(day=swapped))
    if 1 <= day // 10 <= 9 and day > 31:
        yield from write_day(analysis, time, last.replace(day=day % 10 or day // 10))
