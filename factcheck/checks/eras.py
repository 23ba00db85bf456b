"""A date beside the decade, century, quarter or half-year that should hold it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from factcheck.checks.edits import ordinal, write_field
from factcheck.checks.wording import around, closed, is_corrected, lead
from factcheck.checks.years import one_slip
from factcheck.model import Analysis, Finding, Fix, Rule, Span, TimeExpression, lowered
from factcheck.patterns import Pattern

_GAP = Pattern(
    r"(?:, (?:(?:that is|namely|specifically|more precisely|probably|apparently) )?(?:in |on )(?:early "
    r"|late )?(?:the )?| ?\((?:in |on )?| [–—-] (?:in )?"
    r"|, (?:notably|especially|above all|chiefly|mainly|mostly|most of all) in (?:the )?)"
)
_CLOSE = Pattern(
    r"\)|,|\.|;|:| [–—-]|$|\n| (?:above all|especially|notably|in particular|most of all"
    r"|to be (?:exact|precise)|when|as)\b"
)
_WHEN = Pattern(r",? when,? (?:in|on) (?:early |late )?(?:the )?")
"""What puts a date inside the era before it, whatever follows: "in the 1990s, when in 2003 ..."."""
_MADE = Pattern(
    r" (?:[a-z]+ ){0,2}[a-z]+,? (?:(?:which|that) (?:was|were) )?(?:built|erected|constructed|carved|painted|written"
    r"|composed|made|cast|printed|finished|completed|opened|put up|designed|begun|laid out) in (?:the )?"
)
"""What dates a thing that the century before it describes: "20th-century bridge, built in 2003"."""
_EXACTLY = Pattern(r" to be (?:exact|precise)\b")
_LIST = Pattern(
    r"\b(?:than|compared (?:with|to)|unlike|since|until|after|before|from|and|or) (?:the )?(?:early |late |mid-?)?$",
    re.IGNORECASE,
)
_FISCAL = Pattern(
    r"\b(?:fiscal|financial|business|half-time|quarterback|goals?|points?|touchdowns?|scored|game|match|team"
    r"|earnings|results|profits?|sales|revenues?|reported|ended|ending)\b",
    re.IGNORECASE,
)
_CENTURY = Pattern(r"[0-9]+(?:st|nd|rd|th)")
_FORMS = ("decade", "century", "quarter", "half")


def era_mismatch(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT012: a date that its own decade, century, quarter or half-year does not hold."""
    for era, date, span in _side_by_side(analysis):
        if _holds(era, date) or is_corrected(analysis, span):
            continue
        if era.written.form in ("quarter", "half") and _FISCAL.search(analysis.document.cut(around(analysis, span))):
            continue
        severity = lowered(rule.severity) if analysis.is_quoted(span) else ""
        yield rule.at(
            analysis.document.id,
            closed(analysis, span),
            severity=severity,
            fixes=tuple(_fixes(analysis, era, date)),
            date=date.text,
            era=_named(era.text),
        )


def _side_by_side(analysis: Analysis) -> Iterator[tuple[TimeExpression, TimeExpression, Span]]:
    for era, date in zip(analysis.times, analysis.times[1:], strict=False):
        if era.written.form not in _FORMS or date.span.field != era.span.field or date.span.start - era.span.end > 40:
            continue
        if date.written.form not in ("date", "month", "year", "season") or analysis.is_furniture(era.span):
            continue
        text = analysis.document.field(era.span.field)
        if not _is_inside(analysis, text, era, date):
            continue
        yield era, date, Span(era.span.start, date.span.end, era.span.field)


def _is_inside(analysis: Analysis, text: str, era: TimeExpression, date: TimeExpression) -> bool:
    """Do the words between say that the date lies in the era?"""
    start, end = era.span.end, date.span.start
    if _GAP.fullmatch(text, start, end):
        return bool(_CLOSE.match(text, date.span.end)) and not _LIST.search(lead(analysis, era.span, 30))
    if _WHEN.fullmatch(text, start, end):
        return True
    if text[start:end] == ", " and _EXACTLY.match(text, date.span.end):
        return True
    return era.text.endswith("-century") and bool(_MADE.fullmatch(text, start, end))


def _holds(era: TimeExpression, date: TimeExpression) -> bool:
    """May the date lie in the era? Anything that cannot be compared may."""
    written, form = date.written, era.written.form
    if form in ("quarter", "half"):
        if not written.month or era.interval is None or era.interval.start is None or era.interval.end is None:
            return True
        if written.year and era.written.year and written.year != era.written.year:
            return False
        last = era.interval.end - datetime.timedelta(1)
        return era.interval.start.month <= written.month <= last.month
    if not written.year or era.interval is None or era.interval.start is None or era.interval.end is None:
        return True
    return (
        era.interval.start.year - (form == "century")
        <= written.year
        <= (era.interval.end - datetime.timedelta(1)).year + (form == "century")
    )


def _fixes(analysis: Analysis, era: TimeExpression, date: TimeExpression) -> Iterator[Fix]:
    if era.written.form == "decade" and date.written.year and era.interval and era.interval.start:
        decade = era.interval.start.year
        inside = decade + date.written.year % 10
        if fix := write_field(analysis, date, "year", str(inside)):
            yield fix
        if era.written.year and (fix := write_field(analysis, era, "year", str(date.written.year // 10 * 10))):
            yield fix
    elif era.written.form == "century" and date.written.year and era.interval and era.interval.start:
        near = [
            int(y)
            for y in one_slip(str(date.written.year))
            if era.interval.start.year <= int(y) < era.interval.start.year + 100
        ]
        for year in sorted(near, key=lambda y: abs(y - (date.written.year or 0)))[:2]:
            if fix := write_field(analysis, date, "year", str(year)):
                yield fix
        if number := _CENTURY.search(era.text):
            span = Span(era.span.start + number.start(), era.span.start + number.end(), era.span.field)
            yield Fix(span, ordinal((date.written.year - 1) // 100 + 1))


def _named(words: str) -> str:
    return words if words.lower().startswith("the ") else f"the {words}"
