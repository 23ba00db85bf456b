"""Stretches of time to claims: a start, an end and a length under one "spell" key; anniversaries likewise.

A key joins what one sentence says of one stretch ("the 10-year term from 2001 to 2015"), or what
a story says of one person's time in office in several sentences. Where a stretch runs up to now, its end is the story's day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.claims.counting import NUMBER, number
from factcheck.dates.interval import one_day
from factcheck.model import Analysis, Claim, Interval, Quantity, Span, TimeExpression

_ALWAYS = Interval(None, None)
_SENTENCE = 200
_UNITS = frozenset(("day", "week", "month", "year", "decade"))


class Part(NamedTuple):
    """One side of a stretch: what it is, its value, and where it stands."""

    attribute: str
    value: Interval | Quantity
    span: Span


def spell_claims(analysis: Analysis) -> Iterable[Claim]:
    """Start, end, duration and anniversary claims of one story, in text order of their lengths."""
    if analysis.language != "en":
        return
    number_of = 0
    for parts in (*_lengths(analysis), *_terms(analysis), *_anniversaries(analysis)):
        if analysis.is_furniture(parts[0].span):
            continue
        number_of += 1
        for part in parts:
            yield _claim(analysis, f"spell:{analysis.document.id}/{number_of}", part)


def _claim(analysis: Analysis, key: str, part: Part) -> Claim:
    whole = analysis.sentence(part.span)
    start = whole.start if whole.end - whole.start <= _SENTENCE else max(whole.start, part.span.start - 80)
    dated = analysis.dateline.date if analysis.dateline else None
    return Claim(
        analysis.document.id,
        "",
        "",
        (key,),
        part.attribute,
        part.value,
        _ALWAYS,
        _ALWAYS,
        part.span,
        analysis.document.cut(part.span),
        "quoted" if analysis.is_quoted(part.span) else "asserted",
        analysis.document.cut(Span(start, min(whole.end, start + _SENTENCE), part.span.field)),
        dated,
    )


# ------------------------------------------------------------------------- lengths

_AGO_BEFORE = re.compile(
    r",? (?:about |some |nearly |almost |more than |over |exactly |just |only )?|,? \(| [–—-] |, (?:or|that is"
    r"|that was) ",
    re.IGNORECASE,
)
_AGO_AFTER = re.compile(r",? (?:on|in|back in) (?:the )?| \((?:in )?|, ")
_SINCE = re.compile(
    r",? since (?:early |late |mid-?|the start of |the end of |the )?| (?:have passed|on from|after) since "
)
_SINCE_AFTER_NOUN = re.compile(r"(?: [a-z'’-]+){1,4},? since (?:early |late |mid-?)?")
_RANGE_AFTER = re.compile(r",? ?(?:\(|,? ?from |between |, )?")
_RANGE_AFTER_NOUN = re.compile(r"(?: [\w'’-]+){1,4},? (?:from |between |\()")
_AFTER_RANGE = re.compile(
    r",? (?:a|an|or|that is|in all|for|a total of|some|just|only|lasting|which lasted|a (?:period|span|stretch"
    r"|spell|total|term|reign|stint|run|gap) of)? ?(?:some |about |nearly |almost |more than |over |just |only "
    r"|a )?| ?\(|\) ?,? ?|\)?,? (?:lasted|took|went on for|spanned|covered|saw|were|was) (?:for )?",
    re.IGNORECASE,
)
_OTHER_VERBS = re.compile(
    r"\b(?:has|have|had|is|are|was|were|been|will|sentences?|bonds?|mortgages?|loans?|notes?|leases?|contracts?"
    r"|plans?|average|high|low|lows|highs|yields?|jail|prison|bans?|warranty|deals?|records?|and|but|who|which"
    r"|that|in|of|to|for|after|before|old|olds)\b"
)


def _lengths(analysis: Analysis) -> Iterator[tuple[Part, ...]]:
    """Every length with its ends beside it; the length comes first."""
    times = analysis.times
    now = _now(analysis)
    for index, time in enumerate(times):
        form, unit = time.written.form, time.written.unit
        if unit not in _UNITS or not time.written.amount:
            continue
        ends: tuple[Part, Part] | None = None
        if form == "relative" and time.written.direction == -1 and unit in ("year", "decade") and now is not None:
            ends = _ago(analysis, times, index, now)
        elif form == "duration":
            ends = _with_ends(analysis, times, index, now)
        if ends and (length := _length(analysis, time)):
            yield length, *ends


def _now(analysis: Analysis) -> Interval | None:
    dateline = analysis.dateline
    if dateline is None:
        return None
    return dateline.interval or (one_day(dateline.date) if dateline.date else None)


_HEDGES = (
    (
        re.compile(
            r"\b(?:nearly|almost|just under|less than|under|not quite|up to|at most|within|no more than)\b",
            re.IGNORECASE,
        ),
        0.85,
        1.0,
    ),
    (re.compile(r"\b(?:about|around|some|roughly|approximately|circa|or so|couple)\b", re.IGNORECASE), 0.75, 1.25),
    (re.compile(r"\b(?:more than|over|at least|longer than|upwards of|or more)\b", re.IGNORECASE), 1.0, 1.6),
)


def _length(analysis: Analysis, time: TimeExpression) -> Part | None:
    """A length as a range of its unit, wide where the words are vague."""
    amount, unit = time.written.amount or 0.0, time.written.unit
    words = re.search(rf"[0-9][0-9,.]*|{NUMBER}", time.text, re.IGNORECASE)
    if words is None or amount > 4000:
        return None
    text = analysis.document.field(time.span.field)
    before = text[max(0, time.span.start - 14) : time.span.end]
    low = high = amount
    for hedge, least, most in _HEDGES:
        if hedge.search(before):
            low, high = min(low, amount * least), max(high, amount * most)
    if amount % 10 == 0 and amount >= 20 and unit == "year" and not words[0][0].isdigit():
        low, high = low * 0.9, high * 1.1
    if "half" in time.text.lower():
        return None
    return Part("duration", Quantity(low, high, unit, "length", words[0]), time.span)


def _date(time: TimeExpression) -> bool:
    """Is an expression an end that a length can be counted from?"""
    return (
        time.written.form in ("date", "month", "year") and time.written.era in ("", "AD") and time.interval is not None
    )


def _end(attribute: str, time: TimeExpression) -> Part:
    assert time.interval is not None
    return Part(attribute, time.interval, time.span)


def _gap(analysis: Analysis, first: TimeExpression, second: TimeExpression) -> str:
    if first.span.field != second.span.field or not 0 <= second.span.start - first.span.end < 70:
        return "\n"
    return analysis.document.field(first.span.field)[first.span.end : second.span.start]


def _after(analysis: Analysis, time: TimeExpression, most: int = 30) -> str:
    return analysis.document.field(time.span.field)[time.span.end : time.span.end + most]


def _ago(analysis: Analysis, times: tuple[TimeExpression, ...], index: int, now: Interval) -> tuple[Part, Part] | None:
    """ "in 2006, 17 years ago", "17 years ago, in 2006"."""
    time = times[index]
    end = Part("end", now, time.span)
    if (
        index
        and _date(times[index - 1])
        and times[index - 1].written.year
        and _AGO_BEFORE.fullmatch(_gap(analysis, times[index - 1], time))
    ):
        return _end("start", times[index - 1]), end
    if (
        index + 1 < len(times)
        and _date(times[index + 1])
        and times[index + 1].written.year
        and _AGO_AFTER.fullmatch(_gap(analysis, time, times[index + 1]))
    ):
        if re.match(r"[,.;)]|$|\n| (?:and|when|at|as|by|after|to|with|for|from) ", _after(analysis, times[index + 1])):
            return _end("start", times[index + 1]), end
    return None


def _with_ends(
    analysis: Analysis, times: tuple[TimeExpression, ...], index: int, now: Interval | None
) -> tuple[Part, Part] | None:
    """A length with "since 1978" or "from 2001 to 2015" after it, or with its two ends before it."""
    time = times[index]
    noun = time.text.find("-") > 0 and time.text[-1] != "s"
    if re.match(r"[ -]olds?\b", _after(analysis, time)):
        return None
    ends = _two_ends(analysis, times, index + 1)
    if ends:
        gap = _gap(analysis, time, ends[0])
        if (_RANGE_AFTER_NOUN if noun else _RANGE_AFTER).fullmatch(gap) and not _OTHER_VERBS.search(gap):
            return _end("start", ends[0]), _end("end", ends[1])
    if index + 1 < len(times) and _date(times[index + 1]) and now is not None and times[index + 1].written.year:
        gap = _gap(analysis, time, times[index + 1])
        if (_SINCE_AFTER_NOUN if noun else _SINCE).fullmatch(gap) and not _OTHER_VERBS.search(gap):
            return _end("start", times[index + 1]), Part("end", now, time.span)
    if index >= 2:
        ends = _two_ends(analysis, times, index - 2)
        if ends and _AFTER_RANGE.fullmatch(_gap(analysis, ends[1], time)) and not noun:
            if re.match(
                r"[,.;)]|$|\n| (?:in all|in total|later|altogether|or|and|after|at|of|with)\b", _after(analysis, time)
            ) and not re.match(r" (?:later|of|after)\b", _after(analysis, time)):
                return _end("start", ends[0]), _end("end", ends[1])
    return None


_JOINT = re.compile(r",? (?:to|until|till|through|up to|and) (?:the )?| ?[-–—] ?")


def _two_ends(
    analysis: Analysis, times: tuple[TimeExpression, ...], index: int
) -> tuple[TimeExpression, TimeExpression] | None:
    """The two ends of a range whose first end is at `index`; None where there is none."""
    if index + 1 >= len(times) or index < 0:
        return None
    first, last = times[index], times[index + 1]
    if not (_date(first) and _date(last)):
        return None
    gap = _gap(analysis, first, last)
    if not _JOINT.fullmatch(gap):
        return None
    opening = analysis.document.field(first.span.field)[max(0, first.span.start - 10) : first.span.start].lower()
    if " and " in gap and "between " not in opening:
        return None
    if (
        first.interval
        and last.interval
        and first.interval.start
        and last.interval.start
        and first.interval.start >= last.interval.start
    ):
        return None
    return first, last


# ----------------------------------------------------------- terms told in several sentences

_BEGAN = re.compile(
    r"\b(?:took (?:office|power|over|the (?:throne|helm))|came to power|seized power|was (?:first )?elected"
    r"|became (?:president|prime minister|chancellor|king|queen|pope|mayor|governor|chief executive|chairman"
    r"|leader))\b[^.;:()0-9]{0,40}? in (?:[A-Z][a-z]+ )?$"
)
_STOPPED = re.compile(
    r"\b(?:stepped down|left office|resigned|was (?:ousted|toppled|deposed|overthrown|voted out|removed)"
    r"|lost power|retired|handed over)\b[^.;:()0-9]{0,30}? in (?:[A-Z][a-z]+ )?$"
)
_TERM = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]he|[Aa]n?|'s|’s) $")
_OFFICE = re.compile(
    r"(?: [a-z]+)? (?:rule|reign|term|tenure|presidency|premiership|leadership|mandate|stint|grip|spell|stay) "
)


def _terms(analysis: Analysis) -> Iterator[tuple[Part, ...]]:
    """A person's time in power: begun and ended in one sentence, its length in that or the next one."""
    times = analysis.times
    for index, time in enumerate(times):
        if time.written.form != "duration" or time.written.unit not in ("year", "decade") or "-" not in time.text:
            continue
        text = analysis.document.field(time.span.field)
        if not _OFFICE.match(text, time.span.end) or not _TERM.search(
            text[max(0, time.span.start - 6) : time.span.start]
        ):
            continue
        length = _length(analysis, time)
        sentence = analysis.sentence(time.span)
        before = analysis.sentence(Span(max(0, sentence.start - 2), sentence.start, time.span.field))
        begun, ended = [], []
        for other in times[max(0, index - 6) : index + 4]:
            if (
                other.span.field != time.span.field
                or not _date(other)
                or not other.written.year
                or not before.start <= other.span.start < sentence.end
            ):
                continue
            lead = text[max(before.start, other.span.start - 90) : other.span.start]
            if _BEGAN.search(lead):
                begun.append(other)
            elif _STOPPED.search(lead):
                ended.append(other)
        if length and len(begun) == 1 and len(ended) == 1:
            yield length, _end("start", begun[0]), _end("end", ended[0])


# ------------------------------------------------------------------- anniversaries

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
}
_CENTENARY = re.compile(rf"\b(?:{'|'.join(_JUBILEES)})\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?P<count>[0-9]{1,2}(?:,[0-9]{3})?[0-9]{0,2}(?:st|nd|rd|th)|[A-Za-z]+(?:-[a-z]+)?)(?:[ -](?:year|wedding"
    r"|birth|death))? $"
)
_OF_EVENT = re.compile(r" (?:celebrations? |commemorations? |ceremon(?:y|ies) )?(?:of|since|marking) ")
_STOP_EVENT = re.compile(
    r"[.;:!?\n\"“”]|,(?! (?:in|on) )| (?:on|this) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_FOUNDED = re.compile(
    r"\b(?:founded|established|set up|formed|launched|opened|created|built|born|inaugurated|started"
    r"|began)\b(?: [a-z]+){0,3} (?:in|on) (?:[A-Z][a-z]+ (?:[0-9]{1,2},? )?)?$"
)
_STILL_TO_COME = re.compile(
    r"\b(?:ahead of|next year|next month|coming|upcoming|will|would|prepar\w+|plan\w*|run-up|lead-up|leading up"
    r"|approach\w*|forthcoming|due|to (?:mark|celebrate|commemorate)|looms?|before|shortly|nears?|eve of"
    r"|later this year|until|by the|last year|last month|recent(?:ly)?|after)\b",
    re.IGNORECASE,
)
_PASSED = re.compile(r"\b(?:last year|previous year|years? ago|back in|then|had)\b", re.IGNORECASE)


def _anniversaries(analysis: Analysis) -> Iterator[tuple[Part, ...]]:
    for name in ("text", "title"):
        text = analysis.document.field(name)
        at = text.find("nniversar")
        while at >= 0:
            yield from _anniversary(analysis, name, text, at - 1)
            at = text.find("nniversar", at + 9)
        at = text.find("centen")
        while at >= 0:
            yield from _jubilee(analysis, name, text, at)
            at = text.find("centen", at + 6)


def _jubilee(analysis: Analysis, name: str, text: str, at: int) -> Iterator[tuple[Part, ...]]:
    found = next((m for m in _CENTENARY.finditer(text, max(0, at - 8), at + 9) if m.end() > at), None)
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


def _anniversary(analysis: Analysis, name: str, text: str, at: int) -> Iterator[tuple[Part, ...]]:
    found = _COUNTED.search(text, max(0, at - 30), at)
    if not found or (
        text[at : at + 13].lower() not in ("anniversary o", "anniversary s", "anniversary c", "anniversary,")
        and not re.match(r"anniversary\b", text[at : at + 13], re.IGNORECASE)
    ):
        return
    words = found["count"]
    years = number(words[:-2]) if words[0].isdigit() else _ORDINALS.get(words.lower())
    if years is None:
        return
    span = Span(found.start("count"), found.end("count"), name)
    count = Part("anniversary", Quantity(years, years, "year", "anniversary", words), span)
    yield from _of_event(analysis, name, text, count, at + len("anniversary"))


def _of_event(analysis: Analysis, name: str, text: str, count: Part, end: int) -> Iterator[tuple[Part, ...]]:
    """An anniversary with the year of its event after it ("of the 2001 attacks"), or a founding year before it."""
    sentence = analysis.sentence(count.span)
    times = [
        t
        for t in analysis.times
        if t.span.field == name
        and sentence.start <= t.span.start < sentence.end
        and (_date(t) or t.written.era == "BC")
        and t.written.year
    ]
    of = _OF_EVENT.match(text, end)
    event = None
    if of:
        stop = _STOP_EVENT.search(text, of.end())
        limit = min(sentence.end, of.end() + 120, stop.start() if stop and stop.group() != "." else sentence.end)
        inside = [t for t in times if of.end() <= t.span.start < limit]
        event = inside[0] if len({t.written.year for t in inside}) == 1 else None
    elif re.search(
        r"\b(?:its|their|his|her|the (?:club|company|firm|school|group|party|bank|museum|paper|university"
        r"|team)['’]s) (?:\w+ )?$",
        text[max(0, count.span.start - 30) : count.span.start],
    ):
        before = [
            t
            for t in times
            if t.span.start < count.span.start
            and _FOUNDED.search(text[max(sentence.start, t.span.start - 50) : t.span.start])
        ]
        event = before[0] if len(before) == 1 else None
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
        else _end("start", event)
    )
    if marked:
        if len({t.written.year for t in marked}) == 1 and event in times and of:
            yield count, told, _end("end", marked[0])
        return
    now = _now(analysis)
    if now is None:
        return
    around = text[max(sentence.start, count.span.start - 120) : min(sentence.end, end + 120)]
    loose = 1.0 if _STILL_TO_COME.search(around) or _PASSED.search(around) else 0.0
    value = count.value
    assert isinstance(value, Quantity)
    yield count._replace(value=value._replace(high=value.high + loose)), told, Part("end", now, count.span)
