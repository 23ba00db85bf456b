"""A weekday and a date side by side that do not fit each other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.checks.edits import DAY_NAMES, month_name, write_day, write_field
from factcheck.checks.wording import (
    closed,
    is_corrected,
    is_other_calendar,
    lead,
    story_days,
    tail,
)
from factcheck.checks.years import GREGORIAN, day_of
from factcheck.model import Analysis, Finding, Fix, Interval, Rule, Span, TimeExpression
from factcheck.patterns import Pattern


class Pair(NamedTuple):
    """A weekday and a date that stand together: where each stands, and the stretch that holds both."""

    weekday: int
    date: TimeExpression
    weekday_time: TimeExpression
    span: Span


_BEFORE_DATE = Pattern(r"[.,]?,? ?(?:\(|the |on |of )?")
_AFTER_DATE = Pattern(r"(?:,? ?\((?:an? )?|, (?:a )?)")


_SENTENCE_END = Pattern(r"\n|day\.")
"""A weekday that closes one sentence, before a date that opens the next."""


def weekday_pairs(analysis: Analysis) -> Iterator[Pair]:
    """Every weekday that stands with a day and month, in one expression or in two that touch."""
    times = analysis.times
    for index, time in enumerate(times):
        written = time.written
        if written.weekday is not None and written.day and written.month:
            if not _SENTENCE_END.search(time.text):
                yield Pair(written.weekday, time, time, time.span)
            continue
        if written.form != "weekday" or written.weekday is None or written.direction:
            continue
        yield from _touching(analysis, times, index)
        yield from _said_of(analysis, times, index)


_IT_WAS_A = Pattern(
    r"[.;] (?:It|That|This|That day|The day) (?:was|is|will be|fell on) a $|,? (?:which|and it) (?:was|is) a $"
)


def _said_of(analysis: Analysis, times: tuple[TimeExpression, ...], index: int) -> Iterator[Pair]:
    """ "They met on June 1, 2001. It was a Friday": what a sentence says of the one day told right before it."""
    time = times[index]
    text = analysis.document.field(time.span.field)
    if not text.endswith(" a ", 0, time.span.start):
        return
    said = _IT_WAS_A.search(text, max(0, time.span.start - 30), time.span.start)
    if said is None or not index or times[index - 1].span.field != time.span.field:
        return
    date = times[index - 1]
    told = analysis.sentence(date.span)
    alone = index < 2 or times[index - 2].span.field != date.span.field or times[index - 2].span.end <= told.start
    if not (date.written.day and date.written.month and date.written.weekday is None and alone):
        return
    if told.end >= said.start() and text[time.span.end : time.span.end + 1] in (",", ".", ";", ""):
        yield Pair(time.written.weekday or 0, date, time, time.span)


def _touching(analysis: Analysis, times: tuple[TimeExpression, ...], index: int) -> Iterator[Pair]:
    time = times[index]
    text = analysis.document.field(time.span.field)
    for other, gap in ((index + 1, _BEFORE_DATE), (index - 1, _AFTER_DATE)):
        if not 0 <= other < len(times):
            continue
        date = times[other]
        first, last = (time, date) if other > index else (date, time)
        if (
            date.span.field != time.span.field
            or not date.written.day
            or not date.written.month
            or date.written.weekday is not None
        ):
            continue
        if not gap.fullmatch(text, first.span.end, last.span.start):
            continue
        if time is last and text[time.span.end : time.span.end + 1] in ("-", "–", "/"):
            continue  # "May 5 - 6 (Tues-Wed)"
        if text[first.span.end] == "." and first.text.endswith("day"):
            continue
        if (
            other < index
            and text[first.span.end : last.span.start].find("(") < 0
            and text[last.span.end : last.span.end + 1] not in (",", ".", ")", ";", "")
        ):
            continue
        yield Pair(time.written.weekday or 0, date, time, Span(first.span.start, last.span.end, time.span.field))
        return


def weekday_mismatch(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT003: a weekday beside a date of another weekday."""
    story = story_days(analysis)
    for pair in weekday_pairs(analysis):
        day = _pair_day(pair.date, story)
        if day is None or day < GREGORIAN or day.weekday() == pair.weekday or analysis.is_furniture(pair.span):
            continue
        severity = _pair_severity(pair, day, story)
        if (
            not severity
            or tail(analysis, pair.span, 2) in ("'s", "’s")
            or _is_repeated(analysis, pair)
            or is_other_calendar(analysis, pair.date)
            or is_corrected(analysis, pair.span)
        ):
            continue
        yield rule.at(
            analysis.document.id,
            closed(analysis, pair.span),
            severity=severity,
            fixes=tuple(_weekday_fixes(analysis, pair, day)),
            weekday=DAY_NAMES[pair.weekday],
            date=f"{month_name(day.month)} {day.day}, {day.year}",
            verb="was" if story and story.end and day < story.end else "is",
            actual=DAY_NAMES[day.weekday()],
        )


def _pair_day(date: TimeExpression, story: Interval | None) -> datetime.date | None:
    """The day that a written date names; without a year the one nearest to the story."""
    written = date.written
    if written.era not in ("", "AD"):
        return None
    if written.year is not None:
        return day_of(written, written.year)
    if story is None or story.start is None or story.end is None or (story.end - story.start).days > 45:
        return None
    now = story.start
    near = [day for year in (now.year - 1, now.year, now.year + 1) if (day := day_of(written, year))]
    return min(near, key=lambda day: abs((day - now).days), default=None)


def _pair_severity(pair: Pair, day: datetime.date, story: Interval | None) -> str:
    """Error where the year is written or the day near, warning where a neighbouring year fits, "" where far off."""
    if pair.date.written.year is not None:
        return "error"
    away = abs((day - story.start).days) if story and story.start else 0
    fits = any(
        (other := day_of(pair.date.written, day.year + step)) and other.weekday() == pair.weekday for step in (-1, 1)
    )
    if fits and away > 150:
        return ""
    return "warning" if fits and away > 60 else "error"


def _is_repeated(analysis: Analysis, pair: Pair) -> bool:
    """A recurring day: "every Monday, 5 July to 9 August"."""
    return bool(
        re.search(
            r"\b(?:every|each|Black|Good|Easter|Bloody|Holy|Ash|Super|Palm|Shrove) $", lead(analysis, pair.span, 12)
        )
    )


def _weekday_fixes(analysis: Analysis, pair: Pair, day: datetime.date) -> Iterator[Fix]:
    """The weekday of the date, the nearest date of the weekday, a year beside it that fits, the story's year first."""
    step = (pair.weekday - day.weekday()) % 7
    nearest = day + datetime.timedelta(step if step <= 3 else step - 7)
    story = story_days(analysis)
    years = _fitting_years(pair, day) if pair.date.written.year is not None else []
    mine = [year for year in years if story and story.start and abs((_day_in(pair, year) - story.start).days) <= 45]
    for year in mine:
        yield from filter(None, [write_field(analysis, pair.date, "year", str(year))])
    ways = [
        filter(None, [write_field(analysis, pair.weekday_time, "weekday", DAY_NAMES[day.weekday()])]),
        write_day(analysis, pair.date, nearest),
    ]
    if _is_said_by_weekday(analysis, pair, nearest, story):
        ways.reverse()
    for way in ways:
        yield from way
    for year in years:
        if year not in mine:
            yield from filter(None, [write_field(analysis, pair.date, "year", str(year))])
    yield from write_day(analysis, pair.date, nearest + datetime.timedelta(7 if nearest < day else -7))


def _is_said_by_weekday(analysis: Analysis, pair: Pair, nearest: datetime.date, story: Interval | None) -> bool:
    """ "on Friday (14 March)" in the week after that Friday: the date in brackets only explains the weekday."""
    if pair.date.written.year is not None or story is None or story.start is None:
        return False
    return "(" in analysis.document.cut(pair.span) and 0 <= (story.start - nearest).days < 7


def _fitting_years(pair: Pair, day: datetime.date) -> list[int]:
    near = (day_of(pair.date.written, day.year + step) for step in (-1, 1))
    return [other.year for other in near if other and other.weekday() == pair.weekday]


def _day_in(pair: Pair, year: int) -> datetime.date:
    return day_of(pair.date.written, year) or datetime.date(year, 1, 1)
