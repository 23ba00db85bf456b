"""What people say and do in a story, with the day of it: "Hale said on Friday", "Hale will visit".

Words and works that are cited from before ("had said", "in her memoirs", "in a 1998 interview")
are no acts of the story's time and are left out.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model import Analysis, Claim, Interval, Mention, Span, TimeExpression

SPEECH = (
    "said|told|says|tells|announced|announces|added|adds|warned|warns|insisted|insists|confirmed|confirms|denied|denies"
    "|vowed|noted"
)
"""Verbs of speech that report what somebody says for the story."""

_ACT = re.compile(
    rf",? (?=[a-z])(?:(?:also|later|again|then|has|have|has also|in turn) )?(?P<verb>{SPEECH}|met|visited|arrived"
    r"|signed|voted|resigned|attended|plans|will|urged|called|testified|won|opened|launched|apologi[sz]ed)\b"
)
_CITED = re.compile(
    r"\b(?:before (?:his|her|the) death|at the time|back in|archive|recorded|posthumous\w*|wrote"
    r"|in (?:his|her) (?:[a-z]+ )?(?:book|memoirs?|autobiography|diary|diaries|letters?|will|essays?|novel|poem"
    r"|lectures?|film|tapes?|videos?|notes?|papers)"
    r"|in (?:a|an|the) (?:[a-z]+ )?(?:book|memoirs?|autobiography|documentary|film))\b"
)
_AGO = re.compile(r" (?:[\w-]+ ){1,3}(?:years|decades) (?:ago|before|earlier)\b")
_HAD = re.compile(r"\b(?:had|once|famously) \w+$")
_BEFORE_STORY = datetime.timedelta(days=7)
_DAY = datetime.timedelta(days=1)


class Act(NamedTuple):
    """A verb that a person governs, where it stands, and the time expression that dates it, if any."""

    person: Mention
    verb: str
    span: Span
    time: TimeExpression | None


def find_acts(analysis: Analysis) -> Iterator[Act]:
    """Acts right behind a person's name, in the order of the mentions."""
    for mention in analysis.mentions:
        if mention.kind == "person":
            act = act_after(analysis, mention)
            if act:
                yield act


def act_after(analysis: Analysis, mention: Mention) -> Act | None:
    """The act that follows a name directly; None where nothing or something cited follows."""
    _, end, field = mention.span
    match = _ACT.match(analysis.document.field(field), end)
    if not match:
        return None
    span = Span(match.start("verb"), match.end("verb"), field)
    return None if is_cited(analysis, span) else Act(mention, match["verb"], span, day_of_act(analysis, span))


def is_cited(analysis: Analysis, verb: Span) -> bool:
    """Does the sentence around a verb cite a work or earlier words?"""
    text = analysis.document.field(verb.field)
    sentence = analysis.sentence(verb)
    return bool(
        _CITED.search(text, verb.end, min(sentence.end, verb.end + 80))
        or _CITED.search(text, sentence.start, min(verb.end, sentence.start + 40))
        or _AGO.match(text, verb.end)
        or _HAD.search(text[max(0, verb.end - 30) : verb.end])
    )


def times_between(analysis: Analysis, field: str, start: int, end: int) -> Iterator[TimeExpression]:
    """The time expressions that lie between two positions, in text order."""
    times = analysis.times
    titles = len(times)
    while titles and times[titles - 1].span.field == "title":
        titles -= 1
    low, high = (0, titles) if field == "text" else (titles, len(times))
    for at in range(bisect_left(times, start, low, high, key=_start), high):
        if times[at].span.end > end:
            return
        yield times[at]


def _start(time: TimeExpression) -> int:
    return time.span.start


def day_of_act(analysis: Analysis, verb: Span) -> TimeExpression | None:
    """The time that dates a verb: the first day after it in its sentence, else one at the sentence's start."""
    sentence = analysis.sentence(verb)
    after = times_between(analysis, verb.field, verb.end, min(sentence.end, verb.end + 60))
    before = times_between(analysis, verb.field, sentence.start, min(sentence.start + 40, verb.start))
    for time in (*after, *before):
        if time.type in ("DATE", "TIME") and time.interval and time.written.form in ("date", "weekday", "relative"):
            return time
    return None


def act_claims(analysis: Analysis) -> Iterator[Claim]:
    """One claim for each person named in full who acts: the first act; its days are the story's where it has none."""
    acts: dict[str, Act] = {}
    for mention in analysis.mentions:
        who = mention.entity
        if mention.kind == "person" and mention.certainty >= 0.9 and who not in acts and "-" in who:
            act = act_after(analysis, mention)
            if act:
                acts[who] = act
    dated = analysis.dateline.date if analysis.dateline else None
    for who, act in acts.items():
        days = act.time.interval if act.time else None
        if days is None and dated is not None:
            days = Interval(_shift(dated, -_BEFORE_STORY), _shift(dated, _DAY))
        if days is None:
            continue
        span = Span(act.person.span.start, act.span.end, act.span.field)
        sentence = analysis.document.cut(analysis.sentence(span))
        yield Claim(
            analysis.document.id,
            who,
            analysis.people.names.get(who, act.person.text),
            (f"person:{who}",),
            "date",
            days,
            days,
            days if act.time else None,
            span,
            analysis.document.cut(span),
            "quoted" if analysis.is_quoted(span) else "asserted",
            sentence[:200],
            dated,
        )


def _shift(day: datetime.date, by: datetime.timedelta) -> datetime.date | None:
    try:
        return day + by
    except OverflowError:
        return None
