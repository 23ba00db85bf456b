"""Stretches of time to claims: a start, an end and a length under one "spell" key; anniversaries likewise.

A key joins what one sentence says of one stretch ("the 10-year term from 2001 to 2015"), or what
a story says of one person's time in office in several sentences. Where a stretch runs up to now, its
end is the story's day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.claims.anniversaries import anniversaries
from factcheck.claims.counting import NUMBER, number
from factcheck.claims.lasting import lengths_apart
from factcheck.claims.parts import Part, end_part, is_date, is_day_of_year, story_day
from factcheck.model import Analysis, Claim, Interval, Quantity, Span, TimeExpression
from factcheck.patterns import Pattern

_ALWAYS = Interval(None, None)
_SENTENCE = 200
_UNITS = frozenset(("day", "week", "month", "year", "decade"))


def spell_claims(analysis: Analysis) -> Iterable[Claim]:
    """Start, end, duration and anniversary claims of one story, in text order of their lengths."""
    if analysis.language != "en":
        return
    number_of = 0
    counted = [index for index, time in enumerate(analysis.times) if time.written.unit in _UNITS]
    spoken: set[Span] = set()
    for parts in (
        *_lengths(analysis, counted),
        *_terms(analysis, counted),
        *_apart(analysis, counted),
        *anniversaries(analysis),
    ):
        if parts[0].span in spoken or analysis.is_furniture(parts[0].span):
            continue
        spoken.add(parts[0].span)
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

_AGO_BEFORE = Pattern(
    r",? (?:about |some |nearly |almost |more than |over |exactly |just |only )?|,? \(| [–—-] |, (?:or|that is"
    r"|that was) ",
    re.IGNORECASE,
)
_AGO_AFTER = Pattern(r",? (?:on|in|back in) (?:the )?| \((?:in )?|, ")
_SINCE = Pattern(
    r",? since (?:early |late |mid-?|the start of |the end of |the )?| (?:have passed|on from|after) since "
)
_SINCE_AFTER_NOUN = Pattern(r"(?: [a-z'’-]+){1,4},? since (?:early |late |mid-?)?")
_RANGE_AFTER = Pattern(r",? ?(?:\(|,? ?from |between |, )?")
_RANGE_AFTER_NOUN = Pattern(r"(?: [\w'’-]+){1,4}?,? (?:(?:held|running|staged) )?(?:from |between |\()")
_RANGE_AFTER_SPENT = Pattern(
    r" (?:in|at|as|with|behind|on)(?: (?!from|between)[\w'’-]+){1,5},? (?:from |between |\()", re.ASCII
)
_SINCE_CLAUSE = Pattern(r" since (?:[\w'’.-]+ ){2,8}?(?:in|on|of) (?:the )?")
_AFTER_EVENT = Pattern(
    r" (?:after|since|on from) (?:the|its|his|her|their|an?) [^.;:,()\"“”]{2,50} (?:of|on) (?:the )?"
)
_IT_IS = Pattern(
    r"\b(?:[Ii]t(?: is|['’]s| has been|['’]s been)(?: now)?|mark(?:s|ed|ing)?|celebrat(?:e|es|ed|ing)"
    r"|commemorat(?:e|es|ed|ing)) (?:exactly |just |only )?$"
)
_SPENT = Pattern(r"\b(?:spent|served|worked|lived|played|taught|sat|reigned|ruled)(?: for)?(?: \w+)? $")
"""What a length that its ends follow at some distance is spent on: "spent six years in prison, from 1994 to 2003"."""
_AFTER_RANGE = Pattern(
    r",? (?:a|an|or|that is|in all|for|a total of|some|just|only|lasting|which lasted|a (?:period|span|stretch"
    r"|spell|total|term|reign|stint|run|gap) of)? ?(?:some |about |nearly |almost |more than |over |just |only "
    r"|a )?| ?\(|\) ?,? ?|\)?,? (?:lasted|took|went on for|spanned|covered|saw|were|was) (?:for )?",
    re.IGNORECASE,
)
_OTHER_VERBS = Pattern(
    r"\b(?:has|have|had|is|are|was|were|been|will|sentences?|bonds?|mortgages?|loans?|notes?|leases?|contracts?"
    r"|plans?|average|high|low|lows|highs|yields?|jail|prison|bans?|warranty|deals?|records?|and|but|who|which"
    r"|that|in|of|to|for|after|before|old|olds)\b"
)


def _lengths(analysis: Analysis, counted: Sequence[int]) -> Iterator[tuple[Part, ...]]:
    """Every length with its ends beside it, of the times at the indexes `counted`; the length comes first."""
    times = analysis.times
    now = story_day(analysis)
    for index in counted:
        time = times[index]
        written = time.written
        if not written.amount:
            continue
        form, unit = written.form, written.unit
        ends: tuple[Part, Part] | None = None
        if form == "relative" and written.direction == -1 and unit in ("year", "decade") and now is not None:
            ends = _ago(analysis, times, index, now)
        elif form == "duration":
            ends = _with_ends(analysis, times, index, now)
        if ends and (length := _length(analysis, time)):
            yield length, *ends


_HEDGES = (
    (
        Pattern(
            r"\b(?:nearly|almost|just under|less than|under|not quite|up to|at most|within|no more than)\b",
            re.IGNORECASE,
        ),
        0.85,
        1.0,
    ),
    (Pattern(r"\b(?:about|around|some|roughly|approximately|circa|or so|couple)\b", re.IGNORECASE), 0.75, 1.25),
    (Pattern(r"\b(?:more than|over|at least|longer than|upwards of|or more)\b", re.IGNORECASE), 1.0, 1.6),
)


_COUNT = Pattern(rf"[0-9][0-9,.]*|{NUMBER}", re.IGNORECASE)


def _length(analysis: Analysis, time: TimeExpression) -> Part | None:
    """A length as a range of its unit, wide where the words are vague."""
    amount, unit = time.written.amount or 0.0, time.written.unit
    words = _COUNT.search(time.text)
    if words is None or amount > 4000:
        return None
    text = analysis.document.field(time.span.field)
    before = text[max(0, time.span.start - 14) : time.span.end]
    if unit != "decade" and words[0][0].isalpha():
        amount = float(number(words[0]) or amount)
    low = high = amount
    for hedge, least, most in _HEDGES:
        if hedge.search(before):
            low, high = min(low, amount * least), max(high, amount * most)
    if amount % 10 == 0 and amount >= 20 and unit == "year" and not words[0][0].isdigit():
        low, high = low * 0.9, high * 1.1
    if "half" in time.text.lower():
        return None
    return Part("duration", Quantity(low, high, unit, "length", words[0]), time.span)


def _are_near(first: TimeExpression, second: TimeExpression) -> bool:
    return first.span.field == second.span.field and 0 <= second.span.start - first.span.end < 70


def _gap(analysis: Analysis, first: TimeExpression, second: TimeExpression) -> str:
    if not _are_near(first, second):
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
        and is_date(times[index - 1])
        and times[index - 1].written.year
        and _AGO_BEFORE.fullmatch(_gap(analysis, times[index - 1], time))
    ):
        return end_part("start", times[index - 1]), end
    following = times[index + 1] if index + 1 < len(times) else None
    if (
        following is not None
        and is_date(following)
        and following.written.year
        and _AGO_AFTER.fullmatch(_gap(analysis, time, following))
        and _CLAUSE_ENDS.match(_after(analysis, following))
    ):
        return end_part("start", following), end
    return None


_CLAUSE_ENDS = Pattern(r"[,.;)]|$|\n| (?:and|when|at|as|by|after|to|with|for|from) ")
_TOTAL_ENDS = Pattern(r"[,.;)]|$|\n| (?:in all|in total|altogether|or|and|at|with)\b")


def _with_ends(
    analysis: Analysis, times: tuple[TimeExpression, ...], index: int, now: Interval | None
) -> tuple[Part, Part] | None:
    """A length with "since 1978" or "from 2001 to 2015" after it, or with its two ends before it."""
    time = times[index]
    follows = index + 1 < len(times) and is_date(times[index + 1]) and _are_near(time, times[index + 1])
    if not follows and not (index >= 2 and is_date(times[index - 1]) and _are_near(times[index - 1], time)):
        return None
    noun = time.text.find("-") > 0 and time.text[-1] != "s"
    if _after(analysis, time, 4) in ("-old", " old"):
        return None
    ends = _two_ends(analysis, times, index + 1)
    if ends:
        gap = _OF_WHOM.sub("", _gap(analysis, time, ends[0])) if noun else _gap(analysis, time, ends[0])
        if (_RANGE_AFTER_NOUN if noun else _RANGE_AFTER).fullmatch(gap) and not _OTHER_VERBS.search(gap):
            return end_part("start", ends[0]), end_part("end", ends[1])
        if not noun and _RANGE_AFTER_SPENT.fullmatch(gap) and _is_spent(analysis, time):
            return end_part("start", ends[0]), end_part("end", ends[1])
    if index + 1 < len(times) and is_date(times[index + 1]) and now is not None and times[index + 1].written.year:
        gap = _gap(analysis, time, times[index + 1])
        if (_SINCE_AFTER_NOUN if noun else _SINCE).fullmatch(gap) and not _OTHER_VERBS.search(gap):
            return end_part("start", times[index + 1]), Part("end", now, time.span)
        if (
            not noun
            and gap.startswith((" after ", " since ", " on from "))
            and _AFTER_EVENT.fullmatch(gap)
            and is_day_of_year(times[index + 1], now)
        ):
            return end_part("start", times[index + 1]), Part("end", now, time.span)
        ends_there = not _after(analysis, times[index + 1]).startswith((" and ", " or "))
        if not noun and ends_there and _SINCE_CLAUSE.fullmatch(gap) and _is_counted_to_now(analysis, time):
            return end_part("start", times[index + 1]), Part("end", now, time.span)
    if index >= 2:
        ends = _two_ends(analysis, times, index - 2)
        told = ends is not None and not noun and _AFTER_RANGE.fullmatch(_gap(analysis, ends[1], time))
        if ends and told and _TOTAL_ENDS.match(_after(analysis, time)):
            return end_part("start", ends[0]), end_part("end", ends[1])
    return None


def _is_counted_to_now(analysis: Analysis, time: TimeExpression) -> bool:
    """Does "it is" stand before a length: "It is twenty years since the wall fell in 1989"?"""
    return bool(_IT_IS.search(analysis.document.field(time.span.field)[max(0, time.span.start - 24) : time.span.start]))


def _is_spent(analysis: Analysis, time: TimeExpression) -> bool:
    """Does the verb before a length say that it was lived through, once?"""
    return bool(_SPENT.search(analysis.document.field(time.span.field)[max(0, time.span.start - 24) : time.span.start]))


_OF_WHOM = Pattern(r" of (?:the |an? |his |her )?[\w-]+(?= from|,| \()")
_JOINT = Pattern(r",? (?:to|until|till|through|up to|and) (?:the )?| ?[-–—] ?")


def _two_ends(
    analysis: Analysis, times: tuple[TimeExpression, ...], index: int
) -> tuple[TimeExpression, TimeExpression] | None:
    """The two ends of a range whose first end is at `index`; None where there is none."""
    if index + 1 >= len(times) or index < 0:
        return None
    first, last = times[index], times[index + 1]
    if not (is_date(first) and is_date(last)):
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

_BEGAN = Pattern(
    r"\b(?:took (?:office|power|over|the (?:throne|helm))|came to power|seized power|was (?:first )?elected"
    r"|became (?:president|prime minister|chancellor|king|queen|pope|mayor|governor|chief executive|chairman"
    r"|leader))\b[^.;:()0-9]{0,40}? in (?:[A-Z][a-z]+ )?$"
)
_STOPPED = Pattern(
    r"\b(?:stepped down|left office|resigned|was (?:ousted|toppled|deposed|overthrown|voted out|removed)"
    r"|lost power|retired|handed over)\b[^.;:()0-9]{0,30}? in (?:[A-Z][a-z]+ )?$"
)
_TERM = Pattern(r"\b(?:[Hh]is|[Hh]er|[Tt]he|[Aa]n?|'s|’s) $")
_OFFICE = Pattern(
    r"(?: [a-z]+)? (?:rule|reign|term|tenure|presidency|premiership|leadership|mandate|stint|grip|spell|stay) "
)


def _terms(analysis: Analysis, counted: Sequence[int]) -> Iterator[tuple[Part, ...]]:
    """A person's time in power: begun and ended in one sentence, its length in that or the next one."""
    times = analysis.times
    for index in counted:
        time = times[index]
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
                or not is_date(other)
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
            yield length, end_part("start", begun[0]), end_part("end", ended[0])


def _apart(analysis: Analysis, counted: Sequence[int]) -> Iterator[tuple[Part, ...]]:
    """A length whose two ends another clause or the sentence before tells."""
    for time, first, last in lengths_apart(analysis, counted):
        if length := _length(analysis, time):
            yield length, end_part("start", first), end_part("end", last)
