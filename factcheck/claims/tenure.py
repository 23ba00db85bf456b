"""When a role was held: the words around it to `possible` and `certain` days.

"from 2001 to 2005" and "since 2014" bound it, "former" and "then" put it in the past, and a
plain role in the present is held on the day of the story.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from factcheck.dates.interval import one_day
from factcheck.model import Analysis, Attachment, Interval, Span, TimeExpression
from factcheck.patterns import Pattern

Tenure = tuple[str, Interval, Interval | None]
"""`when` of the role ("" for one held now), the possible and the certain days."""

_ALWAYS = Interval(None, None)
_LONG_AGO = timedelta(days=400)
_ONE_DAY = timedelta(days=1)
_PREPOSITION = Pattern(
    r"\b(from|since|until|till|between|in|during|on|as of|after|before|by|starting)"
    r"\s(?:the\s)?(?:early\s|late\s|mid-|beginning\sof\s|end\sof\s)?\Z"
)
_STILL = Pattern(r"\b(?:present|since|incumbent|today)\b|[-–]\s*\)?\s*\Z")
_SPEAKS = Pattern(r"\b(?:said|says|told|tells|tweeted|wrote|announced|added|warned|called)\b")


class Clock:
    """The dated time expressions of one story, to ask which stand in a stretch of it."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.day = analysis.dateline.date if analysis.dateline else None
        self.inferred = analysis.dateline.interval if analysis.dateline and not self.day else None
        self.times: dict[str, list[TimeExpression]] = {"text": [], "title": []}
        for time in analysis.times:
            if time.type == "DATE":
                interval = time.interval
                if interval and interval.end:
                    self.times[time.span.field].append(time)
        self.starts = {field: [time.span.start for time in times] for field, times in self.times.items()}

    def within(self, span: Span) -> Sequence[TimeExpression]:
        """The dated expressions inside a span, in text order."""
        start, end, field = span
        starts = self.starts[field]
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return ()
        return [time for time in self.times[field][first : bisect_left(starts, end, first)] if time.span.end <= end]


def role_time(held: Attachment, clock: Clock) -> Tenure:
    """When the text says that a role was held."""
    stated = _stated(held, clock) if held.years else None
    if stated is not None:
        return stated
    day = clock.day
    if held.form == "became":
        begun = [t for t in clock.within(_before_role(held, clock)) if t.interval]
        if begun and begun[-1].interval and begun[-1].interval.start:
            return "then", Interval(begun[-1].interval.start, None), None
    if held.time == "future":
        return "future", Interval(day, None), None
    if held.time:
        return ("then" if held.time == "past" else held.time), Interval(None, day), None
    if day and _tells_of_old_days(held.span, clock, day):
        return "then", _ALWAYS, None
    return "", clock.inferred or _ALWAYS, one_day(day) if day else None


def _stated(held: Attachment, clock: Clock) -> Tenure | None:
    """The bounds that stand behind the role's words; None where none do."""
    assert held.years is not None
    found = clock.within(held.years)
    times = [time.interval for time in found if time.interval]
    if not times:
        return None
    words = clock.analysis.document.cut(held.years)
    lead = words[: found[0].span.start - held.years.start]
    opening = _PREPOSITION.search(lead)
    word = opening[1] if opening else ""
    first, last, day = times[0], times[-1], clock.day
    if held.form == "dated" and _is_a_life(first, last):
        return None
    if held.form in ("listed", "dated"):
        if _STILL.search(words):
            return "", Interval(first.start, None), None
        return _past_or_then(last, day), Interval(first.start, last.end), _between(first, last)
    if not opening and lead.strip(" ,("):
        return None
    if len(times) > 1 and word in ("from", "between", ""):
        return _past_or_then(last, day), Interval(first.start, last.end), _between(first, last)
    if word in ("from", "between") or (word == "" and found[0].text.count(" ") < 9 and _is_range(first)):
        return _past_or_then(first, day), first, None
    if word in ("since", "as of", "starting"):
        surely = Interval(first.end, day + _ONE_DAY) if day and first.end and first.end <= day < date.max else None
        return "", Interval(first.start, None), surely
    if word in ("until", "till", "before", "by"):
        return "former", Interval(None, first.end), None
    if held.form == "became":
        return "then", Interval(first.start, None), None
    if word in ("in", "during", "on", ""):
        return _past_or_then(first, day), _ALWAYS, None
    return None


_LIFE_YEARS = 25


def _is_a_life(first: Interval, last: Interval) -> bool:
    """Are years in brackets behind a name too far apart for a term, so that they may be birth and death?"""
    return bool(first.start and last.end and last.end.year - first.start.year > _LIFE_YEARS)


def _is_range(time: Interval) -> bool:
    """Is one expression longer than a year, as "2001-2005" is?"""
    return bool(time.start and time.end and (time.end - time.start).days > 366)


def _before_role(held: Attachment, clock: Clock) -> Span:
    """The words of a sentence before the person who "became" something: "In 2003 Jane Roe became ..."."""
    start, end, field = held.person.span
    sentence = clock.analysis.sentence(held.person.span)
    return Span(max(sentence.start, start - 60), start, field) if end <= held.span.start else Span(start, start, field)


def _between(first: Interval, last: Interval) -> Interval | None:
    """The days that surely lie between two bounds."""
    if first.end and last.start and first.end <= last.start:
        return Interval(first.end, last.start)
    return None


def _past_or_then(last: Interval, day: date | None) -> str:
    return "former" if last.end and day and last.end <= day else "then"


def _tells_of_old_days(span: Span, clock: Clock, day: date) -> bool:
    """Does the sentence of a role speak of a date long before the story: "In 2003 President ... ordered"?"""
    if day.year < 3:
        return False
    before = day - _LONG_AGO
    for time in clock.within(clock.analysis.sentence(span)):
        if time.interval and time.interval.end and time.interval.end < before:
            if _names_another_event(clock, time.span):
                continue
            between = clock.analysis.document.cut(Span(span.end, time.span.start, span.field))
            if not _SPEAKS.search(between):
                return True
    return False


_AFTER_THE = Pattern(r"\b(?:after|since|before|following) the \Z", re.IGNORECASE)
_THING = Pattern(r" [a-z]{3,}")


def _names_another_event(clock: Clock, span: Span) -> bool:
    """Is a date only part of the name of what went before ("spoke from there after the 2005 floods")?"""
    text = clock.analysis.document.field(span.field)
    behind = _AFTER_THE.search(text, max(0, span.start - 14), span.start)
    return behind is not None and _THING.match(text, span.end) is not None
