"""When a story was written, by what it tells: people in office, ages, weekdays beside dates.

An analysis and the known facts go in; a dateline of source "inferred" comes out where the story states
no date, or states one that it cannot be of. Very careful with a stated date: several people in office
must agree that it is wrong, nobody may speak for it, and the story must tell of its own days and not
of history. One person alone in the wrong office is a slip of role, not of date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.claims.events import event_named_at, event_slug
from factcheck.dates.interval import one_day, overlaps
from factcheck.held import COURTESY, is_now, same_office, spoken
from factcheck.model import Analysis, Claim, Dateline, Interval, Quantity, Role, Span, TimeExpression
from factcheck.reference import Facts

AWAY = datetime.timedelta(45)
"""How far a stated date must lie from all that fits before it is called wrong."""

NOTES = 5
"""Pieces of evidence that a message names, those that bound the time first."""

ALL_DAYS = Interval(None, None)


@cache
def _news() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|yesterday|tomorrow|(?:this|last|next) week)\b"
    )


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:emails?|e-mails?|tapes?|papers|documents?|records?|letters?|files|transcripts?|in which|when)\b"
    )


@cache
def _is_book() -> re.Pattern[str]:
    return re.compile(r"\b(?:memoirs?|biograph\w+|documentary|obituary|years later|looking back)\b")


@cache
def _looks_back() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:history of|anniversary|museum|years ago|decades? ago|at the time|recalled|the late|archives?|[Tt]hen-)\b"
    )


ANNIVERSARY = datetime.timedelta(200)
"""An anniversary is written of in the months around it."""


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(r"\b([0-9]{1,3})(?:st|nd|rd|th)$")


_YEARS_BACK = 15


class Evidence(NamedTuple):
    """The days that one fact leaves for the story, as spans in order; what says so, in words.

    `weight` is what it counts for against a stated date, 0 narrows only; `key` is that of the person.
    """

    days: tuple[Interval, ...]
    label: str
    weight: int
    key: str = ""


def infer(analysis: Analysis, facts: Facts) -> Dateline | None:
    """The dateline that the story's contents give, or None where the stated one may stand or nothing is known."""
    believed = analysis.dateline
    current = _offices(analysis)
    if believed and believed.date:
        against = [e for e in _of_offices(current, facts) if e.weight and _is_after(believed.date, e.days)]
        if not against:
            return None  # nearly always; without somebody in office nothing speaks against a stated date
    elif len(current) < 2 and not _has_more(analysis):
        return None
    evidence = _evidence(analysis, facts, current)
    if len(evidence) < 2:
        return None
    if believed is None or believed.date is None:
        found = _fitting(evidence)
    else:
        found = _instead(analysis, evidence, believed.date)
    return _dateline(believed, found, evidence) if found else None


def judged_lines(analysis: Analysis, facts: Facts) -> tuple[Dateline, ...]:
    """The story's datelines; one that lies long after the believed date and that the contents exclude, too, holds
    the evidence."""
    believed = analysis.dateline
    if believed is None or believed.date is None:
        return analysis.datelines
    judged = []
    for line in analysis.datelines:
        if line.date and not line.updated and line.date - believed.date > AWAY:
            evidence = _evidence(analysis, facts, _offices(analysis))
            found = _instead(analysis, evidence, line.date)
            if found and overlaps(found, one_day(believed.date)):
                line = line._replace(stale=True, evidence=_dateline(line, found, evidence).evidence)
        judged.append(line)
    return tuple(judged)


def _has_more(analysis: Analysis) -> bool:
    """May there be evidence beside that of people in office?"""
    return " anniversary of " in analysis.document.text or any(claim.attribute == "age" for claim in analysis.claims)


def _evidence(analysis: Analysis, facts: Facts, current: dict[str, list[Claim]]) -> list[Evidence]:
    """What the story tells of its date, weekdays aside."""
    return [
        *_of_offices(current, facts),
        *_of_ages(analysis, facts),
        *_of_anniversaries(analysis, facts),
    ]


def _instead(analysis: Analysis, evidence: Sequence[Evidence], stated: datetime.date) -> Interval | None:
    """The days that fit in place of a stated date which several pieces of evidence exclude; None where it may stand."""
    against = [e for e in evidence if e.weight and _is_after(stated, e.days)]
    if len(against) < 2:
        return None
    found = _fitting([*evidence, *_of_weekdays(analysis, stated)])
    if found is None or found.end is None or found.end + AWAY > stated:
        return None
    return found if _is_stale(analysis, against, found, stated) else None


def _dateline(believed: Dateline | None, days: Interval, evidence: Sequence[Evidence]) -> Dateline:
    start, end = days
    one = start if start and end and end - start == datetime.timedelta(1) else None
    fitting = [(e, span) for e in evidence for span in e.days if _shared(span, days)]
    fitting.sort(key=lambda pair: (pair[1].start != start) + (pair[1].end != end))
    notes = dict.fromkeys(f"{e.label}: {_in_words(span)}" for e, span in fitting if span != ALL_DAYS)
    blank = Dateline(one, days, source="inferred", evidence=tuple(notes)[:NOTES])
    return blank._replace(place=believed.place, agency=believed.agency) if believed else blank


def _offices(analysis: Analysis) -> dict[str, list[Claim]]:
    """The roles that the story gives as held now, by person; only people who are known for sure."""
    found: dict[str, list[Claim]] = {}
    local = f"person:{analysis.document.id}/"
    has_furniture = bool(analysis.layout.furniture or analysis.title_layout.furniture)
    for claim in analysis.claims:
        if claim.attribute == "role" and is_now(claim):
            key = claim.keys[0]
            if not key.startswith(local) and not (has_furniture and analysis.is_furniture(claim.span)):
                found.setdefault(key, []).append(claim)
    return found


def _of_offices(current: dict[str, list[Claim]], facts: Facts) -> Iterator[Evidence]:
    """The terms of each person in the office that the story gives."""
    for key, claims in current.items():
        terms = [term for term in facts.under(key) if term.attribute == "role"]
        for claim in claims:
            known = [term for term in terms if same_office(claim.value, term.value)]
            if known and isinstance(claim.value, Role):
                courtesy = claim.value.title in COURTESY
                open_data = any(term.grade == "open" for term in known)
                yield Evidence(
                    _joined([term.possible for term in known]),
                    f"{claim.name}, {claim.text}",
                    0 if courtesy or not open_data else 1,
                    key,
                )
                break


def _of_ages(analysis: Analysis, facts: Facts) -> Iterator[Evidence]:
    """The year in which each person of known birth is of the age that the story gives."""
    for claim in analysis.claims:
        if claim.attribute != "age" or not isinstance(claim.value, Quantity) or claim.stance != "asserted":
            continue
        age = claim.value.low
        if age != claim.value.high or not 1 <= age <= 110 or age != int(age) or claim.certain is None:
            continue
        for fact in facts.about(claim.keys[:1]):
            if fact.attribute == "born" and isinstance(fact.value, Interval) and fact.value.start and fact.value.end:
                start, end = fact.value.start, fact.value.end
                days = Interval(_years_on(start, int(age)), _years_on(end, int(age) + 1))
                yield Evidence((days,), f"{claim.name}, {int(age)}, born {spoken(start)}", 1)


def _of_anniversaries(analysis: Analysis, facts: Facts) -> Iterator[Evidence]:
    """The months around the day on which a known event had the anniversary that the story tells of."""
    text = analysis.document.text
    at = text.find(" anniversary of ")
    while at >= 0:
        number = _ordinal().search(text, max(0, at - 6), at)
        name = event_named_at(text, at + len(" anniversary of "))
        if number and name and not analysis.is_furniture(Span(at, at + 1)):
            for fact in facts.about((f"event:{event_slug(name)}",)):
                if (
                    fact.attribute == "date"
                    and isinstance(fact.value, Interval)
                    and fact.value.start
                    and fact.value.end
                ):
                    years = int(number[1])
                    days = Interval(
                        _years_on(fact.value.start, years) - ANNIVERSARY, _years_on(fact.value.end, years) + ANNIVERSARY
                    )
                    yield Evidence((days,), f"{years} years after {fact.name}", 1)
        at = text.find(" anniversary of ", at + 1)


def _of_weekdays(analysis: Analysis, stated: datetime.date) -> Iterator[Evidence]:
    """The years in which two or more weekdays fit the dates beside them, where the stated year fits none."""
    pairs = {}
    for time in _own_times(analysis):
        written = time.written
        if written.weekday is not None and written.month and written.day and written.year is None:
            pairs[written.month, written.day] = written.weekday
    if len(pairs) < 2:
        return
    years = [
        year
        for year in range(stated.year - _YEARS_BACK, stated.year + 1)
        if all(_weekday(year, month, day) == weekday for (month, day), weekday in pairs.items())
    ]
    if years and stated.year not in years:
        days = tuple(Interval(datetime.date(y, 1, 1), datetime.date(y + 1, 1, 1)) for y in years)
        yield Evidence(days, f"{len(pairs)} weekdays beside dates", 1)


def _fitting(evidence: Sequence[Evidence]) -> Interval | None:
    """The stretch of days that all evidence leaves, from the first such day to the last; None where it leaves
    none, or has no first day."""
    left: list[Interval] = [ALL_DAYS]
    for piece in evidence:
        left = [both for one in left for other in piece.days if (both := _shared(one, other))]
    starts = [span.start for span in left if span.start]
    ends = [span.end for span in left if span.end]
    if not left or len(starts) < len(left):
        return None
    return Interval(min(starts), max(ends) if len(ends) == len(left) else None)


def _joined(spans: Sequence[Interval]) -> tuple[Interval, ...]:
    """The spans in order, those that follow within two weeks made one."""
    joined: list[Interval] = []
    for start, end in sorted(spans, key=lambda span: span.start or datetime.date.min):
        last = joined[-1] if joined else None
        if last and (last.end is None or start is None or (start - last.end).days <= 14):
            joined[-1] = Interval(last.start, max(last.end, end) if last.end and end else None)
        else:
            joined.append(Interval(start, end))
    return tuple(joined)


def _is_stale(analysis: Analysis, against: Sequence[Evidence], found: Interval, stated: datetime.date) -> bool:
    """Is the story of the days found, rather than a later one that looks back on them?"""
    assert found.start and found.end
    years = [time.written.year for time in _own_times(analysis) if time.written.year]
    if any(year > found.end.year for year in years):
        return False
    people = {e.key for e in against}
    if any(c.keys[0] in people and isinstance(c.value, Role) and c.value.when for c in analysis.claims):
        return False
    if _is_book().search(analysis.document.text) or (len(against) < 4 and _looks_back().search(analysis.document.text)):
        return False
    recent = sum(found.start.year <= year <= stated.year for year in years)
    if recent > len(against):
        return False
    if not any(e.key for e in against):
        return False
    acting = {c.keys[0] for c in analysis.claims if c.keys[0] in people and _tells_news(c)}
    return len(acting) > 1 or (len(acting) == 1 and (len(against) > 2 or _opens_with_news(analysis)))


def _tells_news(claim: Claim) -> bool:
    """Does the sentence of a role tell of a day of these weeks, and of no older papers?"""
    return bool(_news().search(claim.sentence)) and not _papers().search(claim.sentence)


def _opens_with_news(analysis: Analysis) -> bool:
    """Does the first paragraph of the story name a day of the week?"""
    paragraphs = analysis.layout.paragraphs
    return any(_news().search(analysis.document.cut(span)) for span in paragraphs[:2])


def _own_times(analysis: Analysis) -> list[TimeExpression]:
    """The times of the story itself: no furniture, no date line."""
    lines = [line.span for line in analysis.datelines if line.span]
    return [
        time
        for time in analysis.times
        if not analysis.is_furniture(time.span)
        and not any(s.field == time.span.field and s.start < time.span.end and time.span.start < s.end for s in lines)
    ]


def _is_after(day: datetime.date, spans: Iterable[Interval]) -> bool:
    """Does a day lie well outside all spans, and after one of them?"""
    ends = [(span.start, span.end) for span in spans]
    clear = all(
        (end is not None and end + AWAY < day) or (start is not None and day < start - AWAY) for start, end in ends
    )
    return clear and any(end is not None and end < day for _, end in ends)


def _shared(one: Interval, other: Interval) -> Interval | None:
    starts = [day for day in (one.start, other.start) if day]
    ends = [day for day in (one.end, other.end) if day]
    start, end = max(starts, default=None), min(ends, default=None)
    return None if start and end and start >= end else Interval(start, end)


def _in_words(days: Interval) -> str:
    """Days in words, each end as far as it is known: "January 20, 2017 to January 20, 2021"."""
    last = days.end - datetime.timedelta(1) if days.end else None
    if days.start and last:
        return f"{spoken(days.start)} to {spoken(last)}"
    return f"from {spoken(days.start)}" if days.start else f"to {spoken(last)}"


def _years_on(day: datetime.date, years: int) -> datetime.date:
    year = min(day.year + years, 9998)
    return day.replace(year=year, day=min(day.day, 28))


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return datetime.date(year, month, day).weekday()
    except ValueError:
        return None
