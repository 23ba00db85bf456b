"""What the calendar alone proves: days that no calendar has, years that cannot be meant, weekdays that do not fit."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.checks.edits import DAY_NAMES, month_name, write_day, write_field
from factcheck.checks.wording import (
    closed,
    is_corrected,
    is_imagined,
    is_named_impossible,
    lead,
    looks_ahead,
    past_verb,
    story_days,
    tail,
)
from factcheck.checks.years import day_of, likely_years, one_slip
from factcheck.dates.interval import DAY
from factcheck.model import Analysis, Finding, Fix, Interval, Rule, Span, TimeExpression, Written

GREGORIAN = datetime.date(1582, 10, 15)


def times_of_story(analysis: Analysis) -> Iterator[TimeExpression]:
    """The time expressions that stand in the story itself, not in furniture."""
    return (time for time in analysis.times if not analysis.is_furniture(time.span))


def impossible_date(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT001: days and hours that do not exist."""
    for time in analysis.times:
        reason = _impossible(time.written)
        if not reason or analysis.is_furniture(time.span):
            continue
        if time.written.hour is not None and not _is_clock(analysis, time):
            continue
        if _is_table_cell(analysis, time):
            continue
        if (time.written.month, time.written.day) == (2, 30) and "1712" in tail(analysis, time.span, 20):
            continue  # Sweden's calendar had a February 30 in 1712
        if (
            _other_calendar(analysis, time)
            or is_named_impossible(analysis, time.span)
            or is_corrected(analysis, time.span)
        ):
            continue
        yield rule.at(
            analysis.document.id, time.span, fixes=tuple(_possible(analysis, time)), date=time.text, reason=reason
        )


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


_CLOCK_BEFORE = re.compile(
    r"\b(?:at|until|till|by|from|since|before|after|around|about|shortly after) $", re.IGNORECASE
)
_CLOCK_AFTER = re.compile(r" ?(?:[ap]\.?m\b|GMT|UTC|BST|CET|EST|EDT|PST|PDT|hours|h\b|local time|o['’]clock)")


def _is_clock(analysis: Analysis, time: TimeExpression) -> bool:
    """Is an hour that does not exist a time of day, not a score, a verse or a ratio?"""
    if time.written.month or (time.written.hour or 0) == 24:
        return True
    return bool(
        _CLOCK_BEFORE.search(lead(analysis, time.span, 16)) or _CLOCK_AFTER.match(tail(analysis, time.span, 16))
    )


def _is_leap(year: int) -> bool:
    return calendar.isleap(year) or (year < GREGORIAN.year and year % 4 == 0)


_CALENDAR = re.compile(
    r"\b(?:B\.?E\.?|A\.?H\.?|O\.S\.|(?i:hijri\w*|islamic calendar|hebrew calendar|jewish calendar|juche"
    r"|(?:chinese|lunar|traditional|mayan?|thai|ancient|hindu|sikh|berber|armenian) calendar|lunar|buddhist era"
    r"|persian calendar|iranian calendar|ethiopian|coptic|old style|old calendar|julian|discordian|bikram"
    r"|nepal\w*))(?!\w)",
)


def _other_calendar(analysis: Analysis, time: TimeExpression) -> bool:
    """Is a date given in another calendar than ours, by the words of its sentence?"""
    if time.written.era not in ("", "AD"):
        return True
    sentence = analysis.sentence(time.span)
    return bool(
        _CALENDAR.search(
            analysis.document.field(time.span.field),
            max(sentence.start, time.span.start - 60),
            min(sentence.end, time.span.end + 40),
        )
    )


def _possible(analysis: Analysis, time: TimeExpression) -> Iterator[Fix]:
    """The dates that may be meant by an impossible one: the last day of the month, the first of the next, the fields swapped."""
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
    around = year or (story.start.year if story and story.start else 2019)
    last = datetime.date(around, month, calendar.monthrange(around, month)[1])
    yield from write_day(analysis, time, last)
    yield from write_day(analysis, time, last + DAY)
    if 30 < day < 100 and day // 10 != day % 10:
        swapped = day % 10 * 10 + day // 10
        if 1 <= swapped <= last.day:
            yield from write_day(analysis, time, last.replace(day=swapped))
    if 1 <= day // 10 <= 9 and day > 31:
        yield from write_day(analysis, time, last.replace(day=day % 10 or day // 10))


# ------------------------------------------------------------- years that cannot be meant

FAR = 75
"""A year more than this many years after the story is far; no plan in the news but a lease or a climate model reaches it."""

_YEAR_FORMS = frozenset(("date", "year", "month", "decade", "season", "quarter", "half", "holiday"))
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|shall|should|forecast\w*|project(?:ed|ions?|s)|predict\w*|until|till"
    r"|through|by|due|matur\w+|expir\w+|leas\w+|bonds?|next|returns?|expect\w*|(?:by|to|in|for) the year"
    r"|scenario\w*"
    r"|copyright\w*|years? from now|plan(?:s|ned)?|to be|is to|simulat\w+|shows?)\b|['’]ll\b",
    re.IGNORECASE,
)
_FAR_AHEAD = re.compile(
    r"\b(?:astronom\w+|asteroid\w*|comets?|eclipses?|orbit\w*|transit of|planets?|sea levels?|seas|ice|glaciers?"
    r"|warming|climate|emissions?|model(?:s|led)?|scenario\w*|simulat\w+|population"
    r"|leas\w+|bonds?|copyright\w*|imagine\w*|utopia\w*|dystopia\w*|prophec\w+|prophesi\w+|time capsule|capsule"
    r"|vaults?|seal(?:ed)?|archives?|waste|radioactive|half-life|centur(?:y|ies)|millenni\w+|extinct\w*|mankind"
    r"|humanity|civili[sz]ation"
    r"|probe|star|stars|earth|performance of|organ|chance of|odds|calendar|concert|clock)\b",
    re.IGNORECASE,
)
_IN_THE_SKY = re.compile(
    r"\b(?:astronom\w+|asteroid\w*|comets?|eclipses?|orbit\w*|transit|planets?|leas\w+|time capsule)\b", re.IGNORECASE
)
_HISTORY = re.compile(
    r"\b(?:kings?|queens?|emperors?|empress|popes?|monks?|abb(?:ey|ot)s?|cathedrals?|castles?|dynast(?:y|ies)"
    r"|medieval|mediaeval|middle ages|crusad\w+|vikings?|norse|normans?|conqueror|conquest"
    r"|knights?|crowned|coronation|saints?|bishops?|archbishops?|monaster\w+|church(?:es)?|temples?|mosques?"
    r"|sultan\w*|caliph\w*|khans?|mongol\w*|byzantin\w+|ottoman\w*|roman|romans|empire|kingdom|ancient"
    r"|archaeolog\w+"
    r"|excavat\w+|centur(?:y|ies)|manuscripts?|chronicles?|anglo-saxon|feudal|moors?|magna carta|plague"
    r"|black death|supernova|legend\w*|nobles?|duke|earl|prince|ruins?|historians?|years ago|AD|A\.D\.|parchment"
    r"|charter|inca|aztec|maya\w*|settle\w+|university of (?:bologna|oxford|paris)|university was founded"
    r"|founded in 1[0-4]|fresco\w*|relics?|samurai|shogun\w*|pilgrim\w*|martyr\w*|battle|invasion)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s?(?:%|[-/]\d|,\d|\.\d|\s(?:people|persons|men|women|children|troops|soldiers|homes|houses|jobs|votes"
    r"|workers|dollars|dlrs|pct|percent|per cent|points|miles|km|met(?:er|re)s|feet|tons?|tonnes|barrels|million"
    r"|billion|mln|bn|villages|towns|schools|shops|places|cases|more|others|of (?:them|the|its|their)"
    r"|[A-Z]?[a-z]+s (?:were|was|had|have|are|for|in)))"
)
_LIVING = re.compile(
    r"\b(?:he|she|his|her|I|we|my|our|company|firm|club|team|league|season|film|album|police|president|minister"
    r"|prime minister|chancellor|governor|mayor|elected|elections?|party|parliament|court|prison|jailed|arrested"
    r"|bank|shares?|airport|airline|flight|railway|train|car|telephone|phone|television|radio|computer|internet"
    r"|website|published|survey|study|university|school|coup|republic|hospital|factory|oil|gas|percent|per cent"
    r"|million|championship|cup|olympic\w*|medal|signed|treaty|hurricane|earthquake|launched|opened|won|retired"
    r"|married|born)\b"
)


def implausible_year(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT002: years that cannot be meant, with the years one slip away."""
    story = story_days(analysis)
    for time in analysis.times:
        year = time.written.year
        if year is None or time.written.form not in _YEAR_FORMS or time.written.era not in ("", "AD"):
            continue
        if not (_is_far(year, story) or year < 1500) or analysis.is_furniture(time.span):
            continue
        if not _is_slip(analysis, time, year, story):
            continue
        yield _implausible(analysis, rule, time, year, story)


def _is_far(year: int, story: Interval | None) -> bool:
    now = story.end.year if story and story.end else 2100
    return year > now + FAR


def _is_slip(analysis: Analysis, time: TimeExpression, year: int, story: Interval | None) -> bool:
    """Is a year out of reach a slip, by the words around it?"""
    span, text = time.span, analysis.document.field(time.span.field)
    if _COUNTED.match(text, span.end, span.end + 30) and time.written.form == "year":
        return False
    if _other_calendar(analysis, time) or is_corrected(analysis, span) or is_imagined(analysis, span):
        return False
    if _ZONE_AFTER.match(text, span.end, span.end + 12):
        return False
    if year >= 1500:
        return _is_slip_ahead(analysis, time, year, story)
    return year >= 1000 and time.written.form != "decade" and _is_slip_back(analysis, time, year, story)


_ZONE_AFTER = re.compile(r" ?(?:[A-Z]{1,2}[SD]?T|GMT|UTC|hours|hrs|h)\b")
_PLACE_OF_YEAR = re.compile(
    r"\b(?:in|since|during|of|from|between|and|to|early|late|mid|after|before|around|about|year|until|through|by"
    r"|than|the|or|for)[ -]$",
    re.IGNORECASE,
)


def _is_slip_ahead(analysis: Analysis, time: TimeExpression, year: int, story: Interval | None) -> bool:
    """A year far after the story is a slip unless the sentence looks that far ahead."""
    span, text = time.span, analysis.document.field(time.span.field)
    if time.written.form == "year" and not _PLACE_OF_YEAR.search(lead(analysis, span, 20)):
        return False
    past = past_verb(analysis, span)
    if past is not None and past.certain:
        return True
    sentence = analysis.sentence(span)
    ahead = bool(_AHEAD.search(text, sentence.start, sentence.end))
    now = story.end.year if story and story.end else 2100
    if ahead and (past is None or looks_ahead(analysis, span)):
        if year <= now + 300:
            return False
        if time.written.day:
            return not _IN_THE_SKY.search(text, sentence.start, sentence.end)
        if _FAR_AHEAD.search(text, max(0, sentence.start - 150), min(len(text), sentence.end + 150)):
            return False
    return past is not None or year % 50 != 0 or bool(time.written.day) or not ahead


def _is_slip_back(analysis: Analysis, time: TimeExpression, year: int, story: Interval | None) -> bool:
    """A year of the Middle Ages is a slip where the words are of our own time."""
    span, text = time.span, analysis.document.field(time.span.field)
    now = story.start.year if story and story.start else 2020
    meant = [int(word) for word in one_slip(str(year)) if 1900 <= int(word) <= now + 1]
    if not meant or _old_years(analysis, time):
        return False
    near = min(abs(other - now) for other in meant)
    sentence = analysis.sentence(span)
    words = set(_HISTORY.findall(text, max(0, sentence.start - 200), min(len(text), sentence.end + 200)))
    if time.written.month is not None:
        return len(words) < (3 if near <= 2 else 2 if near <= 20 and time.written.day else 1)
    return not words and bool(_LIVING.search(text, sentence.start, sentence.end)) and not looks_ahead(analysis, span)


def _old_years(analysis: Analysis, time: TimeExpression) -> int:
    """How many other years before 1700 the story names: a history does."""
    return sum(
        1
        for other in analysis.times
        if other is not time
        and other.written.year
        and 0 < other.written.year < 1700
        and other.written.year != time.written.year
    )


def _implausible(analysis: Analysis, rule: Rule, time: TimeExpression, year: int, story: Interval | None) -> Finding:
    digits = str(year)
    named = {t.written.year for t in analysis.times if t.written.year and t is not time}
    past = past_verb(analysis, time.span) is not None or not looks_ahead(analysis, time.span)
    years = likely_years(digits, time.written, story, named, past)
    if time.written.form == "decade":
        years = [y for y in years if y % 10 == 0 or y in named] or years
        years = list(
            dict.fromkeys(
                y // 10 * 10
                for y in years
                if not past or story is None or story.start is None or y // 10 * 10 <= story.start.year
            )
        )
    fixes = tuple(fix for y in years[:3] if (fix := write_field(analysis, time, "year", str(y))))
    when = (
        f"in a story of {story.start:%B} {story.start.day}, {story.start.year}"
        if story and story.start
        else "in a story without a date"
    )
    hint = f"is {years[0]} meant?" if years else "which year is meant?"
    return rule.at(analysis.document.id, time.span, fixes=fixes, year=digits, when=when, hint=hint)


# ------------------------------------------------------------------ weekdays and dates


class Pair(NamedTuple):
    """A weekday and a date that stand together: where each stands, and the stretch that holds both."""

    weekday: int
    date: TimeExpression
    weekday_time: TimeExpression
    span: Span


_BEFORE_DATE = re.compile(r"[.,]?,? ?(?:\(|the |on |of )?")
_AFTER_DATE = re.compile(r"(?:,? ?\(|, (?:a )?)")


_SENTENCE_END = re.compile(r"\n|day\.")
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
            or _other_calendar(analysis, pair.date)
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
    """Error where the year is written or the day is near; a warning where a neighbouring year fits; "" where far off."""
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
    """The weekday of the date, the nearest date of the weekday, and a neighbouring year that fits; the story's own year first."""
    step = (pair.weekday - day.weekday()) % 7
    nearest = day + datetime.timedelta(step if step <= 3 else step - 7)
    story = story_days(analysis)
    years = _fitting_years(pair, day) if pair.date.written.year is not None else []
    mine = [year for year in years if story and story.start and abs((_day_in(pair, year) - story.start).days) <= 45]
    for year in mine:
        yield from filter(None, [write_field(analysis, pair.date, "year", str(year))])
    yield from filter(None, [write_field(analysis, pair.weekday_time, "weekday", DAY_NAMES[day.weekday()])])
    yield from write_day(analysis, pair.date, nearest)
    for year in years:
        if year not in mine:
            yield from filter(None, [write_field(analysis, pair.date, "year", str(year))])
    yield from write_day(analysis, pair.date, nearest + datetime.timedelta(7 if nearest < day else -7))


def _fitting_years(pair: Pair, day: datetime.date) -> list[int]:
    near = (day_of(pair.date.written, day.year + step) for step in (-1, 1))
    return [other.year for other in near if other and other.weekday() == pair.weekday]


def _day_in(pair: Pair, year: int) -> datetime.date:
    return day_of(pair.date.written, year) or datetime.date(year, 1, 1)
