"""Lengths told apart from their ends: "joined in 1978 and left in 2010. Those 42 years", "after 28 years of marriage".

A begin and an end are paired where one range gives both ("from 1994 to 2016") or two verbs do ("began on
March 1 and ended on April 19"); the length must take the pair up by its own words, so that a length of
something else is never held against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.claims.parts import is_date
from factcheck.model import Analysis, Span, TimeExpression
from factcheck.patterns import Pattern

_NEAR = 30
"""How far behind its end date a length in the same sentence may stand."""


_FAR = 300
"""How far behind its dates a length in the next sentence may stand."""


class Ends(NamedTuple):
    """Two dates, the words that lead to the first, and all the words that tell of both."""

    first: TimeExpression
    last: TimeExpression
    begun: str
    told: str


_TAKES_UP = Pattern(
    r"(?P<those>\b(?:[Tt]hose|[Tt]hese) (?:long |same )?)$"
    r"|(?P<closes>(?:,| [–—-]| \() ?(?:(?:an?|the) (?:break|gap|spell|period|span|stretch|wait|absence|stay|stint|run"
    r"|reign"
    r"|total|delay|interval|closure) of|a|an|some|or|just|only)? ?)$"
    r"|(?P<after>,? (?:and )?(?:after|having (?:served|spent)|(?:serving|spending|lasting)(?: for)?|for) "
    r"(?:a total of |a mere |just |only )?)$"
    r"|(?P<lasted>(?:\bhad)? (?:lasted|raged|dragged on|went on)(?: for)? (?:just |only )?)$"
    r"|(?P<whose>(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]he|[Tt]hat)|['’]s) (?:long |whole |entire )?)$"
)
"""How the words right before a length take up the two dates told before it."""

_LAST_WORDS = frozenset(
    """those these long same after served spent serving spending lasting for of mere just only lasted raged on his her
    its their the that whole entire a an some or – — -""".split()
)
_LAST_SIGNS = (",", "(", "'s", "’s", ";")
"""The last word or sign of every cue: a plain test before the pattern."""
_BEGINS = Pattern(
    r"\b(?:(?P<wed>married|wed|were married)|(?P<jailed>(?:was |were )?(?:jailed|imprisoned|arrested|locked up|detained"
    r"|interned|taken (?:hostage|prisoner)|captured))|(?P<power>(?:[Aa]ppointed|[Ee]lected|[Cc]rowned)|(?:took|taken"
    r"|assumed) (?:office|power|over|charge"
    r"|the (?:throne|helm|reins))|came to (?:power|the throne|office)|seized power|was (?:first )?(?:elected|crowned"
    r"|appointed|sworn in|named)|ascended the throne|became)|began|started|broke out|joined|entered|opened|enlisted"
    r"|closed|shut"
    r"|was (?:imposed|launched|introduced|closed|besieged|occupied)|signed (?:for|with)|took up|moved (?:to|into|in)"
    r"|arrived)\b[^.;:()0-9\"“”]{0,50}? (?:in|on) (?:the )?(?:early |late )?(?:[A-Z][a-z]+ )?$"
    r"|\b(?:in (?:office|power|charge|the (?:post|job))|at the helm)(?: there)? since (?:[A-Z][a-z]+ )?$"
)
_ENDS = Pattern(
    r"^(?:[^.;:()0-9\"“”]{0,40}?\b(?:and|before|until|but|then)(?: [\w'’-]+){0,3}?|,(?: he| she| it"
    r"| they)?) (?:(?:was |were )?(?:ended|finished|stopped|ceased"
    r"|divorced|separated|left|quit|resigned|retired|freed|released|ousted|toppled|deposed|overthrown|removed|lifted"
    r"|defeated|dissolved|reopened|relieved|surrendered|abdicated|died)|stepped down|leaves|retires|steps down|quits"
    r"|closes|ends|lost power|was voted out|gave up"
    r"|handed over|left office|parted|split up|called off|folded|moved out)\b[^.;:()0-9\"“”]{0,40}? (?:in|on) (?:the )?"
    r"(?:early |late )?(?:[A-Z][a-z]+ )?$"
)
_JOINT = Pattern(r",? (?:to|until|till|through|up to) (?:the )?| ?[–—-] ?")
_FROM = Pattern(r"\b(?:from|between)(?: the| early| late)* $|\($")
_HELD = Pattern(
    r"(?:(?:-year)?,? (?P<power>in (?:office|power)|on the throne|at the (?:helm|top)|in charge|rule|reign|grip"
    r"|presidency|premiership|tenure|hold on power)|(?:-year)? (?P<wed>of marriage|together|as man and wife"
    r"|marriage)|(?:-year)? (?P<jailed>in (?:prison|jail|captivity|custody)|behind bars|captivity|imprisonment))\b"
)
_PLACED = Pattern(r" (?:at|with|in|on|as|of)(?: (?:an?|the|its|his|her|their))? (?P<what>[\w'’-]+(?: [\w'’-]+)?)")
_NAMED = Pattern(r" (?P<what>[a-z]+(?: [a-z]+)?)\b")
_RULED = Pattern(
    r"\b(?:president|prime minister|premier|chancellor|king|queen|emperor|pope|mayor|governor|leader|ruled|reigned"
    r"|governed|led|chairman|in (?:power|office)|dictator\w*|party)\b",
    re.IGNORECASE,
)
_ALIKE = (
    frozenset("deal contract agreement pact lease".split()),
    frozenset("war conflict fighting".split()),
    frozenset("strike stoppage walkout dispute".split()),
    frozenset("siege blockade".split()),
    frozenset("rule reign term tenure presidency premiership grip mandate".split()),
    frozenset("marriage married wed".split()),
    frozenset("sentence term jail prison".split()),
)
"""Words for one thing: what ends a sentence as a contract may open the next as a deal."""
_BEGAN_AGAIN = Pattern(r" after (?:it|they|he|she|the [a-z]+) (?:began|started|opened|took office|came to power)\b")
_IS_OVER = Pattern(r"\b(?:over|ended|finished|lifted|closed|done|stepped down|left office)\b[^.;:]{0,12}$")
_ANOTHER_TIME = Pattern(r"[^.,;:]{0,30}?\b(?:before|earlier|previously|afterwards)\b")
_ELSE = Pattern(r"\b(?:first|last|next|previous|final|past|another|other|more|further|earlier|later|every|old|olds|of"
                r" which|of them|ago|earlier|before|later|since|between|from|to come)\b")  # fmt: skip


def lengths_apart(
    analysis: Analysis, counted: Sequence[int]
) -> Iterator[tuple[TimeExpression, TimeExpression, TimeExpression]]:
    """Each length with the begin and the end that it takes up, of the times at the indexes `counted`."""
    times = analysis.times
    for index in counted:
        time = times[index]
        if index < 2 or time.written.form != "duration" or not time.written.amount:
            continue
        before = times[index - 1]  # nearly always no date stands near, and that ends it
        if before.type != "DATE" or not 0 < time.span.start - before.span.end < _FAR:
            continue
        text = analysis.document.field(time.span.field)
        cue = None
        last = text[max(0, time.span.start - 12) : time.span.start].rpartition(" ")[0].rpartition(" ")[2].lower()
        if last in _LAST_WORDS or last.endswith(_LAST_SIGNS):
            cue = _TAKES_UP.search(text, max(0, time.span.start - 40), time.span.start)
        back = _BEGAN_AGAIN.match(text, time.span.end)
        if not (cue or back) or text[time.span.end : time.span.end + 4] in ("-old", " old"):
            continue
        ends = _ends_before(analysis, times, index, text)
        if ends is None or _ELSE.match(text, time.span.end + 1, time.span.end + 20):
            continue
        over = back and _IS_OVER.search(text, max(0, time.span.start - 60), time.span.start)
        if over or (cue and not back and _is_of(cue, ends, text, time)):
            yield time, ends.first, ends.last


def _ends_before(analysis: Analysis, times: tuple[TimeExpression, ...], index: int, text: str) -> Ends | None:
    """The two dates of the sentence so far, or else of the sentence before; None where there are more or fewer."""
    time = times[index]
    sentence = analysis.sentence(time.span)
    here = _dates_between(times, index, sentence.start)
    if here:
        start = sentence.start
        if time.span.start - here[-1].span.end > _NEAR:
            return None
    else:
        before = analysis.sentence(Span(max(0, sentence.start - 2), sentence.start, time.span.field))
        start, here = before.start, _dates_between(times, index, before.start)
    if len(here) != 2 or not is_date(here[0]) or not (is_date(here[1]) or here[1].written.form == "weekday"):
        return None
    first, last = here
    a, b = first.interval, last.interval
    if a is None or b is None or a.start is None or b.start is None or a.start >= b.start:
        return None
    if bool(first.written.day) != bool(last.written.day) and time.written.unit in ("day", "week"):
        return None
    begun, joint = text[max(start, first.span.start - 120) : first.span.start], text[first.span.end : last.span.start]
    ranged = _JOINT.fullmatch(joint) and (_FROM.search(begun) or "-" in joint or "–" in joint)
    if not ranged and not (len(joint) < 90 and _BEGINS.search(begun) and _ENDS.match(joint)):
        return None
    return Ends(first, last, begun, text[start : last.span.end])


def _dates_between(times: tuple[TimeExpression, ...], index: int, start: int) -> list[TimeExpression]:
    """The dates, and what may be one, between a place and a length, in text order; weekdays end a length in years."""
    found: list[TimeExpression] = []
    in_years = times[index].written.unit in ("year", "decade")
    for other in reversed(times[max(0, index - 8) : index]):
        if other.span.field != times[index].span.field or other.span.start < start:
            break
        if other.type == "DATE" and (other.written.form != "weekday" or in_years):
            found.append(other)
    return found[::-1]


def _is_of(cue: re.Match[str], ends: Ends, text: str, time: TimeExpression) -> bool:
    """Do the words around a length say that it is the stretch between the two dates?"""
    noun = "-" in time.text and not time.text.endswith("s")
    behind = time.span.start - ends.last.span.end
    if cue["closes"]:
        return behind < 14 and bool(
            re.match(r" of [a-z]+| in (?:all|total)\b|[.,;)]", text[time.span.end : time.span.end + 20])
        )
    if cue["those"] or cue["lasted"]:
        return behind > 0 and not _ANOTHER_TIME.match(text, time.span.end)
    begun = _BEGINS.search(ends.begun)
    held = _HELD.match(text, time.span.end)
    if cue["after"]:
        if behind >= _NEAR or cue["after"].split()[-1] == "for":
            return False
        kind = held.lastgroup if held else ""
        placed = None if held else _PLACED.match(text, time.span.end)
        if placed and not placed[0].startswith(" of ") and not _names_it(placed["what"], ends):
            return False
        return (
            not kind or bool(begun and begun.lastgroup == kind) or (kind == "power" and bool(_RULED.search(ends.told)))
        )
    if held:
        kind = held.lastgroup or ""
        return bool(begun and begun.lastgroup == kind) or (kind == "power" and bool(_RULED.search(ends.told)))
    named = _NAMED.match(text, time.span.end) if noun else _PLACED.match(text, time.span.end)
    if named is None or (cue["whose"].split()[0].lower() in ("the", "that") and not noun):
        return False
    return _names_it(named["what"], ends)


def _names_it(what: str, ends: Ends) -> bool:
    """Do the words for what a length is of stand in the words that tell of the dates?"""
    return any(_is_told(word, ends.told.lower()) for word in what.split() if len(word) > 2)


def _is_told(word: str, told: str) -> bool:
    """Does a word, or another for the same thing, stand in the words that tell of the dates?"""
    like = next((group for group in _ALIKE if word.lower() in group), frozenset((word.lower(),)))
    return any(re.search(rf"\b{re.escape(one)}", told) for one in like if len(one) > 3)
