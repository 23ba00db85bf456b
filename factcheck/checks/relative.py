"""A relative word and a date side by side: "yesterday (July 3)" against what the word means on the story's day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from factcheck.checks.edits import DAY_NAMES, month_name, write_day, write_field
from factcheck.checks.wording import closed, is_corrected, is_imagined, lead, story_days, tail
from factcheck.checks.years import day_of
from factcheck.claims.counting import counted
from factcheck.model import Analysis, Finding, Fix, Rule, Span, TimeExpression, lowered
from factcheck.patterns import Pattern

_GAP = Pattern(r"(?:,? ?\(|, (?:(?:on|in) )?|,? - ?| – | — )(?:on |in )?(?:the )?")
_CLOSE = Pattern(r"\)|,|\.|;|:| [–—-]|$|\n| (?:in|at|by|after|to|that|when|and|but|with|for|as|from|near) ")
_CLAUSE = Pattern(r",? (?:was|is|were|are|will|has|had|would|saw|figures|is|marks|marked)\b|['’]s\b")
_COMPARED = Pattern(
    r"\b(?:than|compared (?:with|to)|unlike|like|since|of|until|from|before|after|for) (?:the )?$", re.IGNORECASE
)


_WRITTEN_THEN = Pattern(
    r"[”\"]\W*(?:he|she|they|it|[A-Z][\w.]*(?: [A-Z][\w.]*)*) (?:wrote|noted|recorded|confided|cabled|said|told \w+)"
    r"[^.;]{0,60}\b(?:1[0-9]{3}|20[0-9]{2}|diary|journal|letter|log)\b"
)
"""A quotation of another day's diary or letter: its "yesterday" is not the story's."""


def relative_day_mismatch(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT006: relative words beside dates that they do not mean on the story's day."""
    story = story_days(analysis)
    if story is None or story.start is None or story.end is None or (story.end - story.start).days > 7:
        return
    yield from _weekdays_told(analysis, rule)
    for word, date, span in _side_by_side(analysis):
        means = _meaning(word, story.start)
        if means is None:
            continue
        if analysis.is_quoted(word.span) and _WRITTEN_THEN.search(tail(analysis, span, 120)):
            continue
        off = _off(means, word, date, story.start)
        if off is None or off == 0 or is_corrected(analysis, span) or is_imagined(analysis, span):
            continue
        severity = lowered(rule.severity) if off == 1 and _unit(word) == "day" else rule.severity
        if analysis.is_quoted(word.span) or analysis.is_quoted(date.span):
            severity = lowered(severity)
        yield rule.at(
            analysis.document.id,
            closed(analysis, span),
            severity=severity,
            fixes=tuple(_fixes(analysis, date, means, _unit(word))),
            word=word.text,
            dateline=_spoken(story.start),
            expected=_spoken_unit(means, _unit(word)),
            date=date.text,
        )


def _weekdays_told(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """ "Last Friday, March 8" in a story of Monday, March 4: the day is not that Friday."""
    for time in analysis.times:
        if time.text[0] not in "LlNn":
            continue
        written, meant = time.written, time.interval.start if time.interval else None
        if written.form != "weekday" or not (written.month and written.day) or written.year or meant is None:
            continue
        day = day_of(written, meant.year)
        story = story_days(analysis)
        if not _LAST_OR_NEXT.match(time.text) or day is None or story is None or story.start is None:
            continue
        ahead = time.text[:4].lower() == "next"
        if abs((day - meant).days) <= 7 and (day > story.start) == ahead:  # "last Friday" may be the one before
            continue
        if day.weekday() != written.weekday or is_corrected(analysis, time.span) or analysis.is_furniture(time.span):
            continue  # a weekday that is not the date's is another rule's
        yield rule.at(
            analysis.document.id,
            time.span,
            severity=lowered(rule.severity) if analysis.is_quoted(time.span) else "",
            fixes=tuple(write_day(analysis, time, meant)),
            word=time.text.partition(",")[0],
            dateline=_spoken(story.start),
            expected=_spoken_unit(meant, "day"),
            date=f"{month_name(day.month)} {day.day}",
        )


_LAST_OR_NEXT = Pattern(r"(?:[Ll]ast|[Nn]ext) [A-Z][a-z]+day,? ")


def _side_by_side(analysis: Analysis) -> Iterator[tuple[TimeExpression, TimeExpression, Span]]:
    """Pairs of a relative word and the date that stands in apposition to it, with the stretch that holds both."""
    times = analysis.times
    for first, second in pairwise(times):
        if first.written.form != "relative" and second.written.form != "relative":
            continue
        if second.span.start - first.span.end > 14 or first.span.field != second.span.field:
            continue
        word, date = (first, second) if _is_relative(first) else (second, first)
        if not _is_relative(word) or _is_relative(date) or not _is_absolute(date) or analysis.is_furniture(word.span):
            continue
        text = analysis.document.field(first.span.field)
        gap = text[first.span.end : second.span.start]
        after = text[second.span.end : second.span.end + 24]
        if not _GAP.fullmatch(gap) or not _CLOSE.match(after) or _CLAUSE.match(after):
            continue
        if _COMPARED.search(lead(analysis, first.span, 20)) and "(" not in gap:
            continue
        if date.written.form == "year" and "in " not in gap and "(" not in gap:
            continue
        if date is first and "(" not in gap and not re.search(r"\b(?:on|in) $", lead(analysis, first.span, 5)):
            continue
        yield word, date, Span(first.span.start, second.span.end, first.span.field)


def _is_relative(time: TimeExpression) -> bool:
    return time.written.form == "relative" and _unit(time) in ("day", "week", "month", "year")


def _unit(time: TimeExpression) -> str:
    """day, week, month or year for a word whose meaning the story's day decides; "" otherwise."""
    words = re.sub(r"^(?:early|late|earlier|later|only|just) ", "", time.text.lower())
    if words in (
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "last night",
        "this morning",
        "this afternoon",
        "this evening",
        "yesterday morning",
        "yesterday afternoon",
        "yesterday evening",
        "tomorrow morning",
        "tomorrow night",
        "the day before yesterday",
        "the day after tomorrow",
    ):
        return "day"
    if found := re.fullmatch(
        r"(?:last|this|next|the past|the coming) (month|year|week)|(?:\w+|[0-9]+) (day)s? ago", words
    ):
        return found[1] or found[2]
    return ""


def _is_absolute(time: TimeExpression) -> bool:
    return time.written.form in ("date", "month", "year", "weekday") and time.written.era in ("", "AD")


def _meaning(word: TimeExpression, today: datetime.date) -> datetime.date | None:
    """A day inside what a relative word means on the story's day."""
    words, unit = word.text.lower(), _unit(word)
    if ago := re.fullmatch(r"(\w+) \w+ ago", words):
        count = counted(ago[1])
        if count > 999:
            return None
        step = -count if count else None
    elif unit == "day":
        step = -1 if "yesterday" in words or words == "last night" else 1 if "tomorrow" in words else 0
        step *= 2 if words.startswith("the day ") else 1
    else:
        step = -1 if words.startswith(("last", "the past")) else 1 if words.startswith(("next", "the coming")) else 0
    if step is None:
        return None
    try:
        if unit == "day":
            return today + datetime.timedelta(step)
        if unit == "week":
            return today + datetime.timedelta(7 * step)
        if unit == "month":
            months = today.year * 12 + today.month - 1 + step
            return datetime.date(months // 12, months % 12 + 1, 15)
        return datetime.date(today.year + step, 7, 1)
    except (ValueError, OverflowError):
        return None


def _off(means: datetime.date, word: TimeExpression, date: TimeExpression, today: datetime.date) -> int | None:
    """How far a date is from what the word means: in days, or 0 or many; None where they cannot be compared."""
    unit, written = _unit(word), date.written
    if unit == "day":
        if written.form == "weekday" and written.weekday is not None:
            off = (written.weekday - means.weekday()) % 7
            return min(off, 7 - off)
        if not written.day or not written.month:
            return None
        year = written.year or means.year
        days = [day for step in ((0,) if written.year else (-1, 0, 1)) if (day := day_of(written, year + step))]
        return min((abs((day - means).days) for day in days), default=None)
    if unit == "week":
        if not written.day or not written.month:
            return None
        years = (written.year,) if written.year else (means.year - 1, means.year, means.year + 1)
        days = [day for year in years if (day := day_of(written, year))]
        away = min((abs((day - means).days) for day in days), default=None)
        return None if away is None else 0 if away <= 8 else away
    if unit == "month":
        ago = word.text.lower().endswith("ago")
        if not written.month or (written.year and ago):
            return None
        apart = abs((written.month - means.month + 6) % 12 - 6)
        if ago:
            return 0 if apart <= 1 else 2
        return 0 if apart == 0 and (not written.year or written.year == means.year) else 2
    if written.year is None:
        return None
    slack = (
        1
        if word.text.lower().endswith("ago") or (today.month in (1, 12) and not word.text.lower().startswith("last"))
        else 0
    )
    return 0 if abs(written.year - means.year) <= slack else 2


def _fixes(analysis: Analysis, date: TimeExpression, means: datetime.date, unit: str) -> Iterator[Fix]:
    written = date.written
    if written.form == "weekday":
        if fix := write_field(analysis, date, "weekday", DAY_NAMES[means.weekday()]):
            yield fix
    elif written.day or written.month:
        kept = means.replace(day=min(written.day, 28)) if unit == "month" and written.day else means
        yield from write_day(analysis, date, kept)
    elif fix := write_field(analysis, date, "year", str(means.year)):
        yield fix


def _spoken(day: datetime.date) -> str:
    return f"{month_name(day.month)} {day.day}, {day.year}"


def _spoken_unit(day: datetime.date, unit: str) -> str:
    if unit == "day":
        return f"{DAY_NAMES[day.weekday()]}, {month_name(day.month)} {day.day}"
    if unit == "month":
        return f"{month_name(day.month)} {day.year}"
    return str(day.year) if unit == "year" else f"the week of {month_name(day.month)} {day.day}"
