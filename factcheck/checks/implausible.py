"""Years that cannot be meant, by the story's date and the words around them; and the years one slip away."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.checks.edits import write_field
from factcheck.checks.wording import (
    around,
    is_corrected,
    is_imagined,
    is_other_calendar,
    lead,
    looks_ahead,
    past_verb,
    story_days,
)
from factcheck.checks.years import likely_years, named_years, one_slip
from factcheck.model import Analysis, Finding, Interval, Rule, TimeExpression
from factcheck.patterns import Pattern

FAR = 75
"""A year more than this many years after the story is far: only leases, climate and the sky reach it."""

_YEAR_FORMS = frozenset(("date", "year", "month", "decade", "season", "quarter", "half", "holiday"))
_AHEAD = Pattern(
    r"\b(?:will|would|could|may|might|shall|should|forecast\w*|project(?:ed|ions?|s)|predict\w*"
    r"|(?<!\bnot )(?<!n['’]t )(?:until|till)|through"
    r"|by (?:the )?(?:year |early |late |mid-?|end of )*(?=[12][0-9]{3})|due|matur\w+|expir\w+"
    r"|leas(?:e[sd]?|ing)|bonds?|next|returns?|expect\w*|(?:by|to|in|for) the year(?= [0-9])"
    r"|scenario\w*"
    r"|copyright\w*|years? from now|plan(?:s|ned)?|to be|is to|simulat\w+|shows?)\b|['’]ll\b",
    re.IGNORECASE,
)
_FAR_AHEAD = Pattern(
    r"\b(?:astronom\w+|asteroid\w*|comets?|eclipses?|orbit\w*|transit of|planets?|sea levels?|seas|ice|glaciers?"
    r"|warming|climate|emissions?|model(?:s|led)?|scenario\w*|simulat\w+|population"
    r"|leas(?:e[sd]?|ing)|bonds?|copyright\w*|imagine\w*|utopia\w*|dystopia\w*|prophec\w+|prophesi\w+"
    r"|time capsule|capsule"
    r"|vaults?|seal(?:ed)?|archives?|waste|radioactive|half-life|centur(?:y|ies)|millenni\w+|extinct\w*|mankind"
    r"|humanity|civili[sz]ation"
    r"|probe|star|stars|earth|performance of|organ|chance of|odds|calendar|concert|clock)\b",
    re.IGNORECASE,
)
_IN_THE_SKY = Pattern(
    r"\b(?:astronom\w+|asteroid\w*|comets?|eclipses?|orbit\w*|transit|planets?|leas(?:e[sd]?|ing)"
    r"|time capsule)\b",
    re.IGNORECASE,
)
_HISTORY = Pattern(
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
_COUNTED = Pattern(
    r"\s?(?:%|[-/]\d|,\d|\.\d|\s(?:people|persons|men|women|children|troops|soldiers|homes|houses|jobs|votes"
    r"|workers|dollars|dlrs|pct|percent|per cent|points|miles|km|met(?:er|re)s|feet|tons?|tonnes|barrels|million"
    r"|billion|mln|bn|villages|towns|schools|shops|places|cases|more|others|of (?:them|the|its|their)"
    r"|[A-Z]?[a-z]+s (?:were|was|had|have|are|for|in)))"
)
_LIVING = Pattern(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|I|we|my|our|company|firm|club|team|league|season|film|album|police|president"
    r"|minister"
    r"|prime minister|chancellor|governor|mayor|elected|elections?|party|parliament|court|prison|jailed|arrested"
    r"|bank|shares?|airport|airline|flight|railway|train|car|telephone|phone|television|radio|computer|internet"
    r"|website|published|survey|study|university|school|coup|republic|hospital|factory|oil|gas|percent|per cent"
    r"|million|championship|cup|olympic\w*|medal|signed|treaty|hurricane|earthquake|launched|opened|won|retired"
    r"|married|born)\b"
)


def implausible_year(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT002: years that cannot be meant, with the years one slip away."""
    story = story_days(analysis)
    latest = (story.end.year if story and story.end else 2100) + FAR
    named: frozenset[int] | None = None
    for time in analysis.times:
        year = time.written.year
        if year is None or 1500 <= year <= latest:
            continue
        if time.written.form not in _YEAR_FORMS or time.written.era not in ("", "AD"):
            continue
        if analysis.is_furniture(time.span):
            continue
        named = named_years(analysis.times) if named is None else named
        if _is_slip(analysis, time, year, story, named):
            yield _implausible(analysis, rule, time, year, story, named)


def _is_slip(
    analysis: Analysis, time: TimeExpression, year: int, story: Interval | None, named: frozenset[int]
) -> bool:
    """Is a year out of reach a slip, by the words around it?"""
    span, text = time.span, analysis.document.field(time.span.field)
    if year < 1000 or (_COUNTED.match(text, span.end, span.end + 30) and time.written.form == "year"):
        return False
    if _ZONE_AFTER.match(text, span.end, span.end + 12) or _is_hour(analysis, time, year):
        return False
    if year >= 1500:
        if not _is_slip_ahead(analysis, time, year, story):
            return False
    elif time.written.form == "decade" or not _is_slip_back(analysis, time, year, story, named):
        return False
    return not (is_other_calendar(analysis, time) or is_corrected(analysis, span) or is_imagined(analysis, span))


_ZONE_AFTER = Pattern(r" ?(?:[A-Z]{1,2}[SD]?T|GMT|UTC|hours|hrs|h)\b")
_CENTURIES_ON = Pattern(r"\b(?:[3-9]00th|[0-9],?[0-9]00th) anniversar\w+|\b(?:quin|ses|ter)centenar\w+|\bcenturies\b")
_HOUR_BEFORE = Pattern(r"\b(?:at|shortly (?:after|before)|just (?:after|before)|until|by|from) $")
_DAY_AFTER = Pattern(
    r" (?:on|last|that|this|the (?:same|next|following)) (?:[A-Z][a-z]+day|night|day|morning|evening)\b"
)


def _is_hour(analysis: Analysis, time: TimeExpression, year: int) -> bool:
    """Is a bare number the hour as soldiers and police write it: "shortly after 2100 on Thursday"?"""
    if time.written.form != "year" or year > 2400 or year % 100 > 59:
        return False
    after = analysis.document.field(time.span.field)[time.span.end : time.span.end + 40]
    return bool(_HOUR_BEFORE.search(lead(analysis, time.span, 20)) and _DAY_AFTER.match(after))


_PLACE_OF_YEAR = Pattern(
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
    sentence = around(analysis, span)
    now = story.end.year if story and story.end else 2100
    first, last = sentence.start, sentence.end
    if year > now + 300:  # so far ahead nothing is spoken of in passing: what looks there stands beside the year
        first, last = max(first, span.start - 80), min(last, span.end + 60)
    ahead = bool(_AHEAD.search(text, first, last))
    if ahead and (past is None or looks_ahead(analysis, span)):
        if year <= now + 300:
            return False
        if time.written.day:
            return not _IN_THE_SKY.search(text, sentence.start, sentence.end)
        if _FAR_AHEAD.search(text, max(0, sentence.start - 150), min(len(text), sentence.end + 150)):
            return False
    return past is not None or year % 50 != 0 or bool(time.written.day) or not ahead


def _is_slip_back(
    analysis: Analysis, time: TimeExpression, year: int, story: Interval | None, named: frozenset[int]
) -> bool:
    """A year of the Middle Ages is a slip where the words are of our own time."""
    span, text = time.span, analysis.document.field(time.span.field)
    now = story.start.year if story and story.start else 2020
    meant = [int(word) for word in one_slip(str(year)) if 1900 <= int(word) <= now + 1]
    if not meant or any(year != other < 1700 for other in named):
        return False
    near = min(abs(other - now) for other in meant)
    if _CENTURIES_ON.search(text, max(0, span.start - 200), span.end + 200):
        return False
    sentence = around(analysis, span)
    if time.written.form == "year" and not _PLACE_OF_YEAR.search(lead(analysis, span, 20)):
        return False
    words = set(_HISTORY.findall(text, max(0, sentence.start - 200), min(len(text), sentence.end + 200)))
    if time.written.month is not None:
        return len(words) < (3 if near <= 2 else 2 if near <= 20 and time.written.day else 1)
    return not words and bool(_LIVING.search(text, sentence.start, sentence.end)) and not looks_ahead(analysis, span)


def _implausible(
    analysis: Analysis, rule: Rule, time: TimeExpression, year: int, story: Interval | None, named: frozenset[int]
) -> Finding:
    digits = str(year)
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
