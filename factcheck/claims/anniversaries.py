"""Anniversaries to parts: their number, the year of the event, and the year in which it is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims.counting import number
from factcheck.claims.parts import Part, end_part, is_date, is_day_of_year, story_day, times_within
from factcheck.model import Analysis, Quantity, Span, TimeExpression
from factcheck.patterns import Pattern
from factcheck.scan import scan

_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {
    "twenty-fifth": 25,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "seventy-fifth": 75,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "one-hundredth": 100,
}
_JUBILEES = {
    "centenary": 100,
    "centennial": 100,
    "bicentenary": 200,
    "bicentennial": 200,
    "sesquicentennial": 150,
    "tercentenary": 300,
    "tricentennial": 300,
    "silver jubilee": 25,
    "golden jubilee": 50,
    "diamond jubilee": 60,
    "platinum jubilee": 70,
}
_CENTENARY = Pattern(rf"\b(?:{'|'.join(_JUBILEES)})\b", re.IGNORECASE)
_COUNTED = Pattern(
    r"\b(?P<count>[0-9]{1,2}(?:,[0-9]{3})?[0-9]{0,2}(?:st|nd|rd|th)|[A-Za-z]+(?:-[a-z]+)?)(?:[ -](?:year|wedding"
    r"|birth|death))? $"
)
_OF_EVENT = Pattern(r" (?:celebrations? |commemorations? |ceremon(?:y|ies) )?(?:of|since|marking) ")
_STOP_EVENT = Pattern(
    r"[.;:!?\n\"“”]|,(?! (?:in|on) )(?! (?:first )?(?:held|staged|founded|signed|opened|begun|launched|established"
    r"|built|fought|published|broadcast) (?:in|on) )(?! [A-Z][a-z]+ [0-9]{1,2}, [12][0-9]{3}\b)| (?:on"
    r"|this) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_FOUNDED = Pattern(
    r"\b(?:founded|established|set up|formed|launched|opened|created|built|born|inaugurated|started"
    r"|began)\b(?: [a-z]+){0,3} (?:in|on) (?:[A-Z][a-z]+ (?:[0-9]{1,2},? )?)?$"
)
_IT_WAS = Pattern(r"[;,:—–] ?(?:it|which) (?:was|were) [a-z]+ (?:[a-z]+ ){0,3}in (?:[A-Z][a-z]+ )?$")
_STILL_TO_COME = Pattern(
    r"\b(?:ahead of|next year|next month|coming|upcoming|will|would|prepar\w+|plan\w*|run-up|lead-up|leading up"
    r"|approach\w*|forthcoming|due|to (?:mark|celebrate|commemorate)|looms?|before|shortly|nears?|eve of"
    r"|later this year|until|by the|last year|last month|recent(?:ly)?|after)\b",
    re.IGNORECASE,
)
_PASSED = Pattern(r"\b(?:last year|previous year|years? ago|back in|then|had)\b", re.IGNORECASE)


def anniversaries(analysis: Analysis) -> Iterator[tuple[Part, ...]]:
    for name in ("text", "title"):
        text = analysis.document.field(name)
        words = scan(text).words
        for at in words.get("anniversary", ()):
            if text.startswith("nniversary", at + 1):
                yield from _anniversary(analysis, name, text, at)
        for start in words.get("centenary", ()):
            at = text.find("centen", start, start + 12)
            if at >= 0:
                yield from _jubilee(analysis, name, text, at)
        for at in words.get("jubilee", ()):
            yield from _jubilee(analysis, name, text, at - 1)
        for at in words.get("birthday", ()):
            yield from _birthday(analysis, name, text, at)


def _jubilee(analysis: Analysis, name: str, text: str, at: int) -> Iterator[tuple[Part, ...]]:
    found = next((m for m in _CENTENARY.finditer(text, max(0, at - 8), at + 10) if m.end() > at), None)
    if found:
        years = _JUBILEES[found[0].lower()]
        span = Span(found.start(), found.end(), name)
        yield from _of_event(
            analysis,
            name,
            text,
            Part("anniversary", Quantity(years, years, "year", "anniversary", found[0]), span),
            found.end(),
        )


_OF_A_BODY = Pattern(
    r"(?:\b(?:its|[Tt]he [a-z]+['’]s)|[A-Z][a-z]+['’]s) (?P<count>[0-9]{2,3}(?:st|nd|rd|th)|[a-z-]+th) $"
)


def _birthday(analysis: Analysis, name: str, text: str, at: int) -> Iterator[tuple[Part, ...]]:
    """ "The playhouse, founded in 1898, celebrates its 100th birthday": no person has an "its"."""
    found = _OF_A_BODY.search(text, max(0, at - 40), at)
    if found and (years := _ordinal(found["count"])):
        span = Span(found.start("count"), found.end("count"), name)
        count = Part("anniversary", Quantity(years, years, "year", "anniversary", found["count"]), span)
        yield from _of_event(analysis, name, text, count, at + len("birthday"))


def _ordinal(words: str) -> int | None:
    """The value of an ordinal in digits or words; None where it is neither."""
    return number(words[:-2]) if words[0].isdigit() else _ORDINALS.get(words.lower())


def _anniversary(analysis: Analysis, name: str, text: str, at: int) -> Iterator[tuple[Part, ...]]:
    found = _COUNTED.search(text, max(0, at - 30), at)
    if not found or (
        text[at : at + 13].lower() not in ("anniversary o", "anniversary s", "anniversary c", "anniversary,")
        and not re.match(r"anniversary\b", text[at : at + 13], re.IGNORECASE)
    ):
        return
    words = found["count"]
    years = _ordinal(words)
    if years is None:
        return
    span = Span(found.start("count"), found.end("count"), name)
    count = Part("anniversary", Quantity(years, years, "year", "anniversary", words), span)
    yield from _of_event(analysis, name, text, count, at + len("anniversary"))


_OPENED = Pattern(
    r"\s*(?:It|They|The [a-z]+)(?: itself)? (?:was |were )?(?:first )?(?:founded|established|set up|formed|launched"
    r"|opened"
    r"|created|built|inaugurated|started|began)\b(?: [a-z]+){0,4} (?:in|on) (?:[A-Z][a-z]+ (?:[0-9]{1,2},? )?)?$"
)
_FOUNDED_FIRST = Pattern(
    r"\s*The [\w ]{3,60}? was (?:founded|established|set up|formed|launched|opened|created|inaugurated)"
    r"(?: [\w]+){0,4} (?:in|on) (?:[A-Z][a-z]+ (?:[0-9]{1,2},? )?)?$"
)


def _founded_beside(analysis: Analysis, sentence: Span) -> TimeExpression | None:
    """The year of a founding that the sentence after or before tells, where that sentence tells no other year."""
    text = analysis.document.field(sentence.field)
    for at, pattern in ((sentence.end + 1, _OPENED), (sentence.start - 2, _FOUNDED_FIRST)):
        if not 0 <= at < len(text):
            continue
        beside = analysis.sentence(Span(at, at + 1, sentence.field))
        if beside.start == sentence.start:
            continue
        told = [t for t in times_within(analysis.times, beside) if t.written.year]
        if len(told) == 1 and is_date(told[0]) and pattern.fullmatch(text, beside.start, told[0].span.start):
            return told[0]
    return None


_THE_COUNTED = Pattern(r"\b(?:[Tt]he|[Ii]ts) (?:\w+ )?$")
"""An anniversary of what has been told: "their 40th anniversary" may be of a wedding."""


def _same_day(analysis: Analysis, sentence: Span, count: Span) -> TimeExpression | None:
    """The one full date told so far in this sentence and the one before, where the story is of that day of the year."""
    now = story_day(analysis)
    before = analysis.sentence(Span(max(0, sentence.start - 2), sentence.start, sentence.field))
    dates = [t for t in times_within(analysis.times, Span(before.start, count.start, sentence.field)) if t.written.year]
    if now is None or len(dates) != 1:
        return None
    return dates[0] if is_day_of_year(dates[0], now) else None


_NO_NOUN_AFTER = Pattern(r"[.,;:)]|$| (?:on|was|is|in|with|by|at|this|fell|falls|today|and|[A-Z])")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Is it "the 40th anniversary" and no more, neither "their" nor "the 40th anniversary edition"?"""
    return bool(_THE_COUNTED.search(text, max(0, start - 16), start) and _NO_NOUN_AFTER.match(text, end))


def _told_next(analysis: Analysis, sentence: Span) -> TimeExpression | None:
    """The day of the event that the next sentence tells, where the story is of that day of the year."""
    now = story_day(analysis)
    text = analysis.document.field(sentence.field)
    at = sentence.end + 1
    if now is None or at >= len(text) or "\n" in text[sentence.end : at]:
        return None
    following = analysis.sentence(Span(at, at + 1, sentence.field))
    dates = [t for t in times_within(analysis.times, following) if t.written.year]
    if len(dates) != 1 or following.start == sentence.start:
        return None
    return dates[0] if is_day_of_year(dates[0], now, 0) else None


def _of_event(analysis: Analysis, name: str, text: str, count: Part, end: int) -> Iterator[tuple[Part, ...]]:
    """An anniversary with the year of its event after it ("of the 2001 attacks"), or a founding year before it."""
    whole = analysis.sentence(count.span)
    sentence = Span(max(whole.start, count.span.start - 400), min(whole.end, end + 400), name)
    times = [
        t for t in times_within(analysis.times, sentence) if t.written.year and (is_date(t) or t.written.era == "BC")
    ]
    of = _OF_EVENT.match(text, end)
    event, inside = None, []
    if of:
        stop = _STOP_EVENT.search(text, of.end())
        limit = min(sentence.end, of.end() + 120, stop.start() if stop and stop.group() != "." else sentence.end)
        inside = [t for t in times if of.end() <= t.span.start < limit]
        event = inside[0] if len({t.written.year for t in inside}) == 1 else None
    elif re.search(
        r"\b(?:its|their|his|her|the [a-z]+['’]s) (?:\w+ )?$",
        text[max(0, count.span.start - 30) : count.span.start],
    ):
        before = [
            t
            for t in times
            if (t.span.start < count.span.start or _IT_WAS.search(text, count.span.start, t.span.start))
            and _FOUNDED.search(text[max(sentence.start, t.span.start - 50) : t.span.start])
        ]
        event = before[0] if len(before) == 1 else _founded_beside(analysis, whole)
    if event is None and of and not inside:
        event = _told_next(analysis, whole)
    if event is None and not of and _stands_alone(text, count.span.start, end):
        event = _same_day(analysis, whole, count.span)
    if event is None or not event.written.year:
        return
    marked = [
        t
        for t in times
        if t is not event
        and t.written.era != "BC"
        and t.written.year
        and t.written.year > (event.written.year if event.written.era != "BC" else 0)
    ]
    told = (
        Part("start", Quantity(*(2 * (1.0 - event.written.year,)), "year", "year", event.text), event.span)
        if event.written.era == "BC"
        else end_part("start", event)
    )
    if marked:
        if len({t.written.year for t in marked}) == 1 and event in times and of:
            yield count, told, end_part("end", marked[0])
        return
    now = story_day(analysis)
    if now is None:
        return
    around = text[max(sentence.start, count.span.start - 120) : min(sentence.end, end + 120)]
    loose = 1.0 if _STILL_TO_COME.search(around) or _PASSED.search(around) else 0.0
    value = count.value
    assert isinstance(value, Quantity)
    yield count._replace(value=value._replace(high=value.high + loose)), told, Part("end", now, count.span)
