"""Dates against tense: past events dated after the story, coming ones before it, and last year's number in January."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from factcheck.checks.edits import month_name, write_day, write_field
from factcheck.checks.wording import (
    around,
    coming_verb,
    is_corrected,
    is_denied,
    is_edited_later,
    is_imagined,
    lead,
    looks_ahead,
    past_verb,
    story_days,
    tail,
)
from factcheck.checks.years import day_of, likely_years, named_years, slips_of_day
from factcheck.claims.parts import times_within
from factcheck.model import Analysis, Finding, Fix, Interval, Rule, TimeExpression, lowered
from factcheck.patterns import Pattern

ZONE_DAYS = 1
"""What a time zone and a late edition may put between a date and the dateline."""

_FORMS = frozenset(("date", "month", "year"))
_DONE = frozenset(
    """met died killed arrested won beat resigned arrived visited crashed exploded collapsed robbed shot struck
    hit attacked
    defeated lost broke voted burned burnt sank spoke talked fell fired stabbed landed left was were""".split()
)
"""What nobody tells as past of a day to come, even where the date has no year."""
_OTHER_YEAR = Pattern(
    (
        r"\b(?:years?|year-ago|ago|last|previous|earlier|annual\w*|every|each|anniversary|since|quarter|in (?:19"
        r"|20)[0-9]{2})\b"
    ),
    re.IGNORECASE,
)
_MODIFIER = Pattern(
    r"[-–/]|['’]s\b| (?:[A-Z][a-z]+ )?(?:World Cup|Games|Olympics?|season|edition|model|forecast|targets?|budget"
    r"|elections?|Cup|Championships?|plan|deal|deadline|goals?|campaign|Expo)\b"
)


def past_tense_future_date(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT004: what has happened, dated after the story."""
    story = story_days(analysis)
    if story is None or story.end is None:
        return
    latest = story.end + datetime.timedelta(ZONE_DAYS)
    for time in analysis.times:
        written = time.written
        if (
            written.form not in _FORMS
            or (interval := time.interval) is None
            or (start := interval.start) is None
            or start < latest
            or not _is_told_year(time, story)
            or written.era not in ("", "AD")
            or analysis.is_furniture(time.span)
        ):
            continue
        finding = _told_as_past(analysis, rule, time, story)
        if finding:
            yield finding


def _is_told_year(time: TimeExpression, story: Interval) -> bool:
    """Is the year certain: written, or that of a weekday and day that fit only this year, or of a day very near?"""
    if time.written.year is not None:
        return time.written.word != "fiscal" and not re.match(r"(?:fiscal|FY|financial)\b", time.text, re.IGNORECASE)
    day = time.interval.start if time.interval else None
    if day is None or story.end is None or not time.written.day:
        return False
    if time.written.weekday is not None:
        return day.weekday() == time.written.weekday and (day - story.end).days < 150
    return (day - story.end).days < 40


def _told_as_past(analysis: Analysis, rule: Rule, time: TimeExpression, story: Interval) -> Finding | None:
    verb = past_verb(analysis, time.span)
    if verb is None or _MODIFIER.match(tail(analysis, time.span, 40)):
        return None
    if not verb.certain and looks_ahead(analysis, time.span):
        return None
    if time.written.year is None and not _is_done(analysis, time, verb.word):
        return None
    if time.written.year is None and _tells_other_year(analysis, time, story):
        return None
    if (
        is_corrected(analysis, time.span)
        or is_imagined(analysis, time.span)
        or is_denied(analysis, time.span)
        or is_edited_later(analysis, time.span)
    ):
        return None
    severity = "error" if verb.certain else rule.severity
    if analysis.is_quoted(time.span):
        severity = lowered(severity)
    return rule.at(
        analysis.document.id,
        time.span,
        severity=severity,
        fixes=_year_fixes(analysis, time, story),
        verb=verb.word,
        date=time.text,
        dateline=_spoken(story),
    )


_RIGHT_BEFORE = Pattern(
    r"\b(?P<by>(?:was|were|been|he|she|who|they) )?(?P<verb>[a-z]+)(?: (?:positive|guilty|again|there|here|home"
    r"|together"
    r"|down|up|out|off|over|away|to death))? on (?:the )?$"
)
_HAPPENS = frozenset(
    """tested escaped fled drowned happened occurred vanished disappeared erupted pleaded surrendered fainted
    confessed capsized derailed retired divorced married emerged emigrated ended opened began started""".split()
)
"""Verbs without an object: right before a day, they tell when it was done."""
_FOUND = Pattern(
    r"\b(?:was|were|been) (?:found|diagnosed|rescued|robbed|stabbed|hospitali[sz]ed|hijacked|kidnapped)\b[^,;:]* on "
    r"(?:the )?$"
)
"""What befalls somebody on a day, whatever stands between: "were found slumped on a bench on March 4"."""
_FOR_A_DAY = frozenset("called named fixed announced".split())
"""What "was called on" a day may be called for it."""
_BEFELL = frozenset(
    """tested hurt injured wounded rescued robbed stabbed attacked charged detained evacuated hospitalised hospitalized
    recovered discovered spotted destroyed damaged sacked dismissed kidnapped hijacked seized diagnosed raided
    vandalised defaced looted derailed""".split()
)
"""What befalls somebody or something; a summit "was convened on" a day to come."""


def _is_done(analysis: Analysis, time: TimeExpression, word: str) -> bool:
    """Is a past verb one of no plan, or so close before the day that the day can only be its own?"""
    before = lead(analysis, time.span, 60)
    found = _RIGHT_BEFORE.search(before)
    if _FOUND.search(before):
        return True
    if word in _DONE:
        return not (found and found["by"] and word in ("was", "were") and found["verb"] in _FOR_A_DAY)
    if found is None or found["verb"] != word:
        return False
    if (found["by"] or "") in ("was ", "were ", "been "):
        return word in _BEFELL
    return bool(found["by"]) or word in _HAPPENS


def _tells_other_year(analysis: Analysis, time: TimeExpression, story: Interval) -> bool:
    """Does the sentence speak of another year, so that a day without one may be of it?"""
    sentence = around(analysis, time.span)
    if _OTHER_YEAR.search(analysis.document.field(time.span.field), sentence.start, sentence.end):
        return True
    years = {t.written.year for t in times_within(analysis.times, sentence) if t.written.year}
    return bool(years - {story.start.year if story.start else 0})


def _year_fixes(analysis: Analysis, time: TimeExpression, story: Interval) -> tuple[Fix, ...]:
    if time.written.year is None:
        return tuple(_day_fixes(analysis, time, story.start, False)) if story.start else ()
    years = likely_years(str(time.written.year), time.written, story, named_years(analysis.times))
    return tuple(fix for year in years[:3] if (fix := write_field(analysis, time, "year", str(year))))


def _day_fixes(analysis: Analysis, time: TimeExpression, story: datetime.date, ahead: bool) -> Iterator[Fix]:
    """The nearest days one slip away on the right side of the story, slips of month and of the first digit first."""
    day = time.interval.start if time.interval else None
    if day is None or not time.written.day:
        return
    days = [(kind == 2, abs((other - story).days), other) for kind, other in slips_of_day(day)]
    for _, _, other in sorted(near for near in days if (near[2] > story if ahead else near[2] <= story))[:3]:
        yield from write_day(analysis, time, other)


def _spoken(story: Interval) -> str:
    day = story.start
    return f"{month_name(day.month)} {day.day}, {day.year}" if day else "an unknown day"


def future_tense_past_date(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT005: what is to come, dated before the story."""
    story = story_days(analysis)
    if story is None or story.start is None:
        return
    earliest = story.start - datetime.timedelta(ZONE_DAYS)
    for time in analysis.times:
        written = time.written
        if (
            written.form not in _FORMS
            or (interval := time.interval) is None
            or (end := interval.end) is None
            or end > earliest
            or written.era not in ("", "AD")
            or not _is_near_enough(time, story.start)
            or analysis.is_furniture(time.span)
        ):
            continue
        verb = coming_verb(analysis, time.span)
        if not verb or is_corrected(analysis, time.span) or is_imagined(analysis, time.span):
            continue
        if tail(analysis, time.span, 2) in ("'s", "’s"):
            continue
        severity = lowered(rule.severity) if analysis.is_quoted(time.span) else rule.severity
        yield rule.at(
            analysis.document.id,
            time.span,
            severity=severity,
            fixes=_coming_fixes(analysis, time, story.start),
            verb=verb,
            date=time.text,
            dateline=_spoken(story),
        )


def _is_near_enough(time: TimeExpression, start: datetime.date) -> bool:
    """A month and day alone far back is next year's."""
    if time.written.year is not None:
        return True
    return bool(time.interval and time.interval.start and time.written.day and (start - time.interval.start).days <= 45)


def _coming_fixes(analysis: Analysis, time: TimeExpression, start: datetime.date) -> tuple[Fix, ...]:
    if time.written.year is None:
        return tuple(_day_fixes(analysis, time, start, True))
    years = (
        [start.year, start.year + 1]
        if (day := day_of(time.written, start.year)) and (day >= start or not time.written.month)
        else [start.year + 1]
    )
    return tuple(fix for year in years if (fix := write_field(analysis, time, "year", str(year))))


NEW_YEAR_DAYS = 21
"""How long into January the old year is still written by habit; chosen by us."""

_LOOKS_BACK = Pattern(
    r"\b(?:ago|last year|previous year|year (?:earlier|before)"
    r"|anniversar\w+|since|earlier|former\w*|had"
    r"|(?:until|from|between)(?: early| late| the)* (?=(?:[0-9]{1,2} )?January|Jan\b|[A-Z][a-z]+day)|compared|one year"
    r"|a year|twelve months|12 months"
    r"|after (?:an?|the|his|her|its|their|being|having)|(?:days?|weeks?|months?|years?) after)\b",
    re.IGNORECASE,
)


_OF_A_LIFE = Pattern(r"\b(?:born|birth|first)\b", re.IGNORECASE)
_OF_THE_YEAR = Pattern(r"\bof the (?:new )?year\b")
_YEAR_ON = Pattern(r"\s*(?:A|One) year (?:on|later|after)\b|\s*(?:Twelve|12) months (?:on|later)\b")


def new_year_slip(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT007: last year's number on a date a few days from an early-January story."""
    story = story_days(analysis)
    day = story.start if story else None
    if day is None or day.month != 1 or day.day > NEW_YEAR_DAYS:
        return
    old = day.year - 1
    full = [time for time in analysis.times if time.written.year == old and time.written.month]
    if any(time.written.month not in (1, 12) for time in full):
        return
    for time in full:
        meant = day_of(time.written, day.year)
        if time.written.month != 1 or not time.written.day or meant is None or abs((meant - day).days) > 10:
            continue
        text = analysis.document.field(time.span.field)
        sentence = around(analysis, time.span)
        if analysis.is_furniture(time.span) or _LOOKS_BACK.search(text, sentence.start, sentence.end):
            continue
        if _OF_A_LIFE.search(text, sentence.start, sentence.end) and not _OF_THE_YEAR.search(
            text, sentence.start, sentence.end
        ):
            continue
        if _YEAR_ON.match(text, sentence.end):
            continue
        if is_corrected(analysis, time.span) or is_imagined(analysis, time.span):
            continue
        fix = write_field(analysis, time, "year", str(day.year))
        yield rule.at(
            analysis.document.id,
            time.span,
            severity=lowered(rule.severity) if analysis.is_quoted(time.span) else "",
            fixes=(fix,) if fix else (),
            date=time.text,
            dateline=_spoken(Interval(day, day)),
            other=day.year,
        )
