"""Stretches of time that end before they start: "from 2013 to 2009", "1953-1950", "9-5 July"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from factcheck.checks.wording import around, is_corrected, lead, story_days, tail
from factcheck.checks.years import day_of
from factcheck.model import Analysis, Finding, Fix, Rule, Span, TimeExpression
from factcheck.patterns import Pattern


class Range(NamedTuple):
    """Two ends as written, the stretch from the opening word to the last end, and the word that opens it."""

    first: TimeExpression
    last: TimeExpression
    span: Span
    word: str


_JOINTS = {
    "from": Pattern(r",? (?:to|until|till|through|up to|and until|right up to) (?:the )?| ?[-–—] ?"),
    "between": Pattern(r",? and (?:the )?| ?[-–] ?"),
    "": Pattern(r" ?[-–] ?| to | through "),
}
_ANY_JOINT = Pattern(r",? (?:to|un|ti|th|up|an|ri)|,? ?[-–—]")
_OPENING = Pattern(r"\b(?P<word>from|between) (?:(?:the|early|late|mid|about|around) ?)*$", re.IGNORECASE)


def ranges(analysis: Analysis) -> Iterator[Range]:
    """Every stretch of time that the story writes with both ends, each end a year, month or day."""
    for first, last in pairwise(analysis.times):
        _, end, field = first.span
        start, _, other = last.span
        if not 0 < start - end <= 14 or field != other:
            continue
        if not (_is_end(first) and _is_end(last)) and not (first.written.form == last.written.form == "decade"):
            continue
        text = analysis.document.field(field)
        if not _ANY_JOINT.match(text, first.span.end):
            continue
        opening = _OPENING.search(lead(analysis, first.span, 30))
        word = opening["word"].lower() if opening else ""
        joint = text[first.span.end : last.span.start]
        if not _JOINTS[word].fullmatch(joint):
            continue
        if first.written.form == "decade" and word != "from":
            continue
        start = first.span.start - len(opening[0]) if opening else first.span.start
        yield Range(first, last, Span(start, last.span.end, field), word)


def _is_end(time: TimeExpression) -> bool:
    written = time.written
    if written.form == "year" and len(time.text) < 4:
        return False
    return (
        written.form in ("date", "year", "month", "season")
        and bool(written.year or written.month)
        and written.era in ("", "AD")
    )


_BEFORE_CHRIST = Pattern(r",? ?\(?(?:BC|B\.C\.|BCE|B\.C\.E\.|B\.E\.|BE|AH|A\.H\.)")
_COUNTS = Pattern(
    r"\s?(?:%|[-–/.,][0-9]|\s(?:people|persons|members|points?|men|women|children|troops|soldiers|homes|jobs"
    r"|votes|workers|dollars|dlrs|pct|percent|per cent|miles|km|met(?:er|re)s|feet|tons?|tonnes|barrels|million"
    r"|billion|mln|bn|cases|euros?|pounds|yen|units))"
)
_BACKWARDS = Pattern(r"\b(?:back|backwards?|reverse|in descending|countdown|counting down)\b")
_NUMBER = Pattern(
    r"(?:[0-9]|[-–/$£€#]|No\.? ?|\b(?:extension|ext\.?|call|phone|tel|fax|room|flight|model|score[ds]?|won|lost"
    r"|beat|win|lead|led|by|game|match|vote|voted) (?:[a-z]+ )?)$",
    re.IGNORECASE,
)


def reversed_range(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT008: ranges whose end lies before their start."""
    for stretch in ranges(analysis):
        if not _is_reversed(analysis, stretch) or analysis.is_furniture(stretch.span):
            continue
        if is_corrected(analysis, stretch.span) or _is_otherwise_right(analysis, stretch):
            continue
        first, last = stretch.first, stretch.last
        text = analysis.document.field(first.span.field)
        joint = text[first.span.end : last.span.start]
        opening = text[stretch.span.start : first.span.start]
        start, end = _ends_swapped(first, last)
        yield rule.at(
            analysis.document.id,
            stretch.span,
            fixes=(Fix(stretch.span, f"{opening}{start}{joint}{end}"),),
            start=first.text,
            end=last.text,
        )


def _ends_swapped(first: TimeExpression, last: TimeExpression) -> tuple[str, str]:
    """The words of both ends in the other order; what one end says for both ("May 14-11") stays where it is."""
    a, b = first.text, last.text
    if re.fullmatch(r"[0-9]{1,2}(?:st|nd|rd|th)?", b) and (found := re.search(r"[0-9]{1,2}(?:st|nd|rd|th)?$", a)):
        return a[: found.start()] + b, found[0]
    if re.fullmatch(r"[0-9]{1,2}(?:st|nd|rd|th)?", a) and (found := re.match(r"[0-9]{1,2}(?:st|nd|rd|th)?", b)):
        return found[0], a + b[found.end() :]
    return b, a


def _is_reversed(analysis: Analysis, stretch: Range) -> bool:
    a, b = stretch.first.written, stretch.last.written
    if a.year and b.year:
        if a.year != b.year or not (a.month and b.month):
            return a.year > b.year
        return (a.month, a.day or 0 if b.day else 0) > (b.month, b.day or 0 if a.day else 0)
    if a.month and b.month and a.day and b.day:
        if a.year and not b.year:
            return False
        return _ends_early(analysis, stretch)
    return False


def _ends_early(analysis: Analysis, stretch: Range) -> bool:
    """Two days without years of their own: reversed unless the stretch runs over New Year."""
    a, b = stretch.first.written, stretch.last.written
    story = story_days(analysis)
    year = b.year or (story.start.year if story and story.start else 2019)
    first, last = day_of(a, year), day_of(b, year)
    if first is None or last is None or first <= last:
        return False
    if stretch.word and _is_yearly(first, last):
        return a.month == b.month and not re.search(r"\byear", analysis.document.cut(around(analysis, stretch.span)))
    return a.month == b.month or (first - last).days <= 150


def _is_yearly(first: datetime.date, last: datetime.date) -> bool:
    """Fiscal and school years: from the first of a month to a last one, from late summer to early summer."""
    ends_month = (last + datetime.timedelta(1)).day == 1
    return (
        (first.day == 1 and ends_month)
        or (first.month in (8, 9, 10) and last.month in (4, 5, 6, 7))
        or (first - last).days == 1
    )


def _is_otherwise_right(analysis: Analysis, stretch: Range) -> bool:
    after, before = tail(analysis, stretch.span, 30), lead(analysis, stretch.span, 40)
    if _BEFORE_CHRIST.match(after) or _BACKWARDS.search(before) or stretch.first.written.era == "BC":
        return True
    only_years = stretch.first.written.form == "year" and stretch.last.written.form == "year"
    if only_years and (_COUNTS.match(after) or re.match(r"[a-zA-Z0-9]", after)):
        return True
    if stretch.word:
        return False
    if _NUMBER.search(before):
        return True
    return only_years and bool(re.match(r"[-–/0-9]|\.[0-9]", after) or re.search(r"[0-9][-–/., ]$", before))
