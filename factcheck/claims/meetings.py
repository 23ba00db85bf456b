"""Meetings that a story describes by who met whom and where: analysis in, claims under "event:..." out.

"The summit in Singapore between Trump and Kim Jong Un on June 12, 2018" and "Kim and Trump met in Singapore
in June 2018" are one event. A claim needs two people who are known for sure, a place, and the one date of the
sentence; what is planned or put off gives none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar

from factcheck.claims.events import event_slug
from factcheck.model import Analysis, Claim, Interval, Mention, Span, TimeExpression


@cache
def _met() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:met(?: (?:with|for talks|again|face to face|each other))*|meeting|summit|talks|held talks)"
        r"(?: (?:(?:with|between|of) )?[^.;:]{3,60}?)? (?:in|at) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    )


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:will|would|plan\w*|schedul\w+|postpon\w+|cancel\w+|expected|set|due|may|might|could|hope\w*|propos\w+"
        r"|not|never|another|second|third|again|previous\w*)\b"
    )


Item = TypeVar("Item", Mention, TimeExpression)

_MONTHS = frozenset(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


def make_meeting_claims(analysis: Analysis) -> Iterator[Claim]:
    """One claim for each sentence that says who met whom where, and when, in text order."""
    times = [time for time in analysis.times if time.written.month and time.span.field == "text"]
    if not times:
        return
    people = [m for m in analysis.mentions if m.kind == "person" and m.span.field == "text"]
    if len(people) < 2:
        return
    text = analysis.document.text
    starts, time_starts = [m.span.start for m in people], [t.span.start for t in times]
    for time in times:
        if time.interval is None or time.type != "DATE":
            continue
        sentence = analysis.sentence(time.span)
        here = _within(people, starts, sentence)
        if len(here) < 2 or not _tells_of_meeting(text, sentence.start, sentence.end):
            continue
        if len(_within(times, time_starts, sentence)) != 1:
            continue
        who = {m.entity for m in here if m.certainty >= 0.9 and "-" in m.entity}
        found = _met().search(text, sentence.start, sentence.end) if len(who) == 2 else None
        if found is None or found["place"] in _MONTHS or analysis.is_furniture(sentence):
            continue
        if not _planned().search(text, sentence.start, sentence.end):
            yield _claim(analysis, sorted(who), found["place"], time, sentence)


def _tells_of_meeting(text: str, start: int, end: int) -> bool:
    """Does one of the words for a meeting stand there?"""
    return (
        text.find("met ", start, end) >= 0
        or text.find("meeting ", start, end) >= 0
        or text.find("summit ", start, end) >= 0
        or text.find("talks ", start, end) >= 0
    )


def _within(items: Sequence[Item], starts: Sequence[int], span: Span) -> list[Item]:
    """The items that start inside a span."""
    return list(items[bisect_left(starts, span.start) : bisect_left(starts, span.end)])


def _claim(analysis: Analysis, who: list[str], place: str, time: TimeExpression, sentence: Span) -> Claim:
    document = analysis.document
    slug = event_slug(" ".join(("meeting", *who, place)))
    names = analysis.people.names
    name = f"the meeting of {names.get(who[0], who[0])} and {names.get(who[1], who[1])} in {place}"
    surely = Interval(None, None) if time.written.year else None
    return Claim(
        document.id,
        slug,
        name,
        (f"event:{slug}",),
        "date",
        time.interval or Interval(None, None),
        Interval(None, None),
        surely,
        time.span,
        time.text,
        "quoted" if analysis.is_quoted(time.span) else "asserted",
        document.cut(sentence)[:240],
        analysis.dateline.date if analysis.dateline else None,
    )
