"""What people say and do in a story, with the day of it: "Hale said on Friday", "Hale will visit".

Words and works that are cited from before ("had said", "in her memoirs", "in a 1998 interview")
are no acts of the story's time and are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model import Analysis, Claim, Mention, Span, TimeExpression

SPEECH = (
    "said|told|says|tells|announced|announces|added|adds|warned|warns|insisted|insists|confirmed|confirms|denied|denies"
    "|vowed|noted"
)
"""Verbs of speech that report what somebody says for the story."""

DEEDS = (
    "met|visited|arrived|signed|voted|resigned|attended|plans|will|urged|called|testified|won|opened|launched|laid|received"
    "|apologized|apologised|greeted|welcomed|hosted|chaired|unveiled|delivered|addressed|pleaded|toured|inspected"
)
_ACT = re.compile(rf",? (?:who )?(?:(?:also|later|again|then|has|have|has also|in turn) )?(?P<verb>{SPEECH}|{DEEDS})\b")
_FIRST_WORDS = frozenset(
    (*SPEECH.split("|"), *DEEDS.split("|"), "who", "also", "later", "again", "then", "has", "have", "in")
)
_CITED = re.compile(
    r"\b(?:before (?:his|her|the) death|at the time|back in|archive|recorded|posthumous\w*|wrote"
    r"|in (?:his|her) (?:[a-z]+ )?(?:book|memoirs?|autobiography|diary|diaries|letters?|will|essays?|novel|poem"
    r"|lectures?|film|tapes?|videos?|notes?|papers)"
    r"|in (?:a|an|the) (?:[a-z]+ )?(?:book|memoirs?|autobiography|documentary|film))\b"
)
_AGO = re.compile(r" (?:[\w-]+ ){1,3}(?:years|decades) (?:ago|before|earlier)\b")
_HAD = re.compile(r"\b(?:had|once|famously) \w+$")
_SENTENCE = 200


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
    match = _act_at(analysis.document.field(field), end)
    if not match:
        return None
    span = Span(match.start("verb"), match.end("verb"), field)
    return None if is_cited(analysis, span) else Act(mention, match["verb"], span, day_of_act(analysis, span))


def _act_at(text: str, end: int) -> re.Match[str] | None:
    """The act right behind a name that ends there; the first word tells at once where there is none."""
    if text[end + 1 : end + 16].lstrip().partition(" ")[0].rstrip(".,") not in _FIRST_WORDS:
        return None
    return _ACT.match(text, end)


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


_DAYS = frozenset(("date", "weekday", "relative"))
"""Forms of what may name a day."""


def _start(time: TimeExpression) -> int:
    return time.span.start


def day_of_act(analysis: Analysis, verb: Span) -> TimeExpression | None:
    """The time that dates a verb: the first day after it in its sentence, else one at the sentence's start."""
    sentence = analysis.sentence(verb)
    after = times_between(analysis, verb.field, verb.end, min(sentence.end, verb.end + 60))
    before = times_between(analysis, verb.field, sentence.start, min(sentence.start + 40, verb.start))
    for time in (*after, *before):
        if _is_day(time):
            return time
    return None


def _is_day(time: TimeExpression) -> bool:
    return time.written.form in _DAYS and time.interval is not None and time.type in ("DATE", "TIME")


def act_claims(analysis: Analysis) -> Iterator[Claim]:
    """A claim for the first act with a day of its own of each person named in full, in text order."""
    seen = set()
    dated = analysis.dateline.date if analysis.dateline else None
    document = analysis.document
    for mention in _beside_days(analysis):
        who, span = mention.entity, mention.span
        if mention.kind != "person" or mention.certainty < 0.9 or who in seen or "-" not in who:
            continue
        found = _act_at(document.field(span.field), span.end)
        if not found:
            continue
        verb = Span(found.start("verb"), found.end("verb"), span.field)
        time = day_of_act(analysis, verb)  # before the look at the words around: few acts have one
        if time is None or time.interval is None or is_cited(analysis, verb):
            continue
        seen.add(who)
        span = Span(span.start, verb.end, span.field)
        sentence = analysis.sentence(span)
        yield Claim(
            document.id,
            who,
            analysis.people.names.get(who, mention.text),
            (f"person:{who}",),
            "date",
            time.interval,
            time.interval,
            time.interval,
            span,
            document.cut(span),
            "quoted" if analysis.is_quoted(span) else "asserted",
            document.field(span.field)[sentence.start : min(sentence.end, sentence.start + _SENTENCE)],
            dated,
        )


def _beside_days(analysis: Analysis) -> Iterator[Mention]:
    """The mentions in the sentences that name a day, in their order: no other verb has one."""
    mentions = iter(analysis.mentions)
    mention = next(mentions, None)
    end, field = 0, ""
    for time in analysis.times:
        if mention is None:
            return
        if (time.span.start < end and time.span.field == field) or not _is_day(time):
            continue  # in the sentence read last, or no day
        start, end, field = analysis.sentence(time.span)
        while mention is not None and (mention.span.end < start if mention.span.field == field else field == "title"):
            mention = next(mentions, None)
        while mention is not None and mention.span.field == field and mention.span.end <= end:
            yield mention
            mention = next(mentions, None)
