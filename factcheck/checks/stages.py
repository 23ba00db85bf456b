"""Steps of one person's way whose dates are the wrong way round: "convicted on October 4 and charged on October 11".

Also the days one slip away that put two dates into a stated order.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from factcheck.checks.edits import write_day
from factcheck.checks.wording import around, is_corrected, is_denied, is_imagined, story_days
from factcheck.checks.years import slips_of_day
from factcheck.model import Analysis, Finding, Fix, Related, Rule, Span, TimeExpression, lowered
from factcheck.patterns import Pattern

_STAGES = (
    ("arrested", "charged", "convicted", "sentenced", "jailed"),
    ("arrested", "indicted", "tried", "convicted", "sentenced"),
    ("killed", "buried"),
    ("died", "buried"),
    ("admitted", "died", "buried"),
    ("admitted", "discharged"),
    ("vanished", "found"),
    ("disappeared", "found"),
    ("hospitalised", "died"),
    ("hospitalized", "died"),
    ("died", "cremated"),
    ("died", "laid to rest"),
    ("murdered", "buried"),
    ("nominated", "elected", "sworn in"),
    ("elected", "inaugurated"),
    ("engaged", "married", "divorced"),
)
"""What nobody goes through in another order: each later than those before it."""
_STAGE = "|".join(sorted({stage for stages in _STAGES for stage in stages}))
_STAGE_BEFORE = Pattern(rf"\b(?P<stage>{_STAGE})\b(?P<rest>[^.;:()\"“”,]{{0,40}}?) (?:on|in) (?:the )?$")
_STAGE_AFTER = Pattern(
    rf"(?:, (?:was|were)|,? and(?: (?:he|she|they))?(?: (?:was|were|been|had been))?|[^.;:()\"“”,]{{0,60}}?[.;] (?:He"
    rf"|She"
    rf"|They) (?:was|were|had been|has been)"
    rf"(?: later| then)?) (?P<stage>{_STAGE})\b(?P<rest>[^.;:()\"“”,]{{0,40}}?) (?:on|in) (?:the )?"
)
_AGAIN = Pattern(
    r"\b(?:last (?:year|month)|years? (?:ago|before|earlier)|re-?(?:arrest|charg|convict|sentenc|elect|tri)\w*|again"
    r"|another|other|second|third|further|new|fresh"
    r"|separate\w*|also|absentia|appeal|originally|wife"
    r"|husband|son|daughter|brother|sister|mother|father|first|perjury|contempt|trial|bail|escap\w+)\b"
)


def stage_conflict(analysis: Analysis, rule: Rule, first: TimeExpression, second: TimeExpression) -> Iterator[Finding]:
    """Two steps of one person's way whose dates are the wrong way round, in one sentence or in two."""
    text = analysis.document.field(first.span.field)
    if not text.endswith((" on ", " in ", " on the "), 0, second.span.start):
        return
    a, b = first.interval, second.interval
    if a is None or b is None or not (a.start and a.end and b.start and b.end) or analysis.is_furniture(first.span):
        return
    if bool(first.written.year) != bool(second.written.year) and bool(second.written.year):
        return
    after = _STAGE_AFTER.fullmatch(text, first.span.end, second.span.start)
    if after is None:
        return
    sentence = around(analysis, first.span)
    before = _STAGE_BEFORE.search(text, max(sentence.start, first.span.start - 80), first.span.start)
    if before is None:
        return
    one, other = before["stage"], after["stage"]
    order = next((s.index(other) - s.index(one) for s in _STAGES if one in s and other in s), 0)
    if order == 0 or (a.start < b.end if order > 0 else b.start < a.end):
        return
    end = min(len(text), second.span.end + 60)
    if _AGAIN.search(
        text, max(sentence.start, first.span.start - 80), analysis.sentence(Span(second.span.start, end)).end
    ):
        return
    if is_corrected(analysis, first.span) or is_imagined(analysis, first.span) or is_denied(analysis, first.span):
        return
    yield rule.at(
        analysis.document.id,
        second.span,
        severity=lowered(rule.severity) if analysis.is_quoted(second.span) else "",
        fixes=tuple(in_order(analysis, first, second, order > 0)),
        related=(Related(analysis.document.id, first.span, one.capitalize(), first.text),),
        order=f"{one} before {other}" if order > 0 else f"{other} before {one}",
        first=first.text,
        second=second.text,
    )


def in_order(
    analysis: Analysis, first: TimeExpression, second: TimeExpression, first_is_earlier: bool
) -> Iterator[Fix]:
    """The days one slip away that put two dates into the stated order, and stay before the story; the nearest first."""
    story = story_days(analysis)
    latest = story.end if story and story.end else datetime.date.max
    found: list[tuple[bool, int, int, Fix]] = []
    for rank, (time, other, is_earlier) in enumerate(
        ((second, first, not first_is_earlier), (first, second, first_is_earlier))
    ):
        start, against = time.interval and time.interval.start, other.interval and other.interval.start
        if not start or not against or not time.written.day:
            continue
        for kind, day in slips_of_day(start):
            if (day < against if is_earlier else day > against) and day <= latest:
                away = abs((day - against).days)
                found.extend((kind == 1, rank, away, fix) for fix in write_day(analysis, time, day))
    for *_, fix in sorted(found, key=lambda item: item[:3])[:3]:
        yield fix
