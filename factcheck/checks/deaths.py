"""WHO007 within a story: someone acts after a death that the story itself states.

The works and words of the dead may be cited: "wrote", "had said", "said in a 1998 interview"
and acts dated before the death are right. A plain "said" counts only where a death of at least
a year ago is told in the same breath, or the act has a day of its own after the death.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator

from factcheck.model import Analysis, Claim, Finding, Interval, Mention, Related, Rule, Span, TimeExpression, lowered

_SPEECH = (
    "said|told|says|tells|announced|announces|added|adds|warned|warns|insisted|insists|confirmed|confirms|denied|denies"
    "|vowed|noted"
)
_ACT = re.compile(
    rf",? (?:(?:also|later|again|then|has|have|has also|in turn) )?(?P<verb>{_SPEECH}|met|visited|arrived|signed|voted"
    r"|resigned|attended|plans|will|urged|called|testified|won|opened|launched|apologi[sz]ed)\b"
)
_WHO_DIED = re.compile(
    r"who (?:had )?(?P<died>died|was (?:killed|murdered|assassinated|executed|shot dead)|passed away"
    r"|drowned|committed suicide|took (?:his|her) own life)\b(?P<when>[^,;.()\"“”]{0,80})[,)–—-]? ?"
    rf"(?P<verb>{_SPEECH})\b"
)
_CITED = re.compile(
    r"\b(?:decades? ago|years? (?:ago|before|earlier)"
    r"|before (?:his|her|the) death|at the time|back in|archive|posthumous\w*|recorded|wrote"
    r"|in (?:his|her|the|a|an) (?:[a-z]+ )?(?:(?:19|20)[0-9]{2} )?(?:book|memoirs?|autobiography|diary|diaries|letters?"
    r"|will|essay|novel|poem|lecture|documentary|film|recording|tapes?|video|notes?|papers))\b"
)
_THE_LATE = re.compile(r"\b[Tt]he late (?:[a-z]+ ){0,3}(?:[A-Z][\w.]* ){0,3}$")
_SLACK = datetime.timedelta(days=7)
_YEAR = datetime.timedelta(days=366)


def find_dead_actors(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """Findings at the name of someone who acts after a stated death, in text order."""
    if analysis.language != "en":
        return
    found: dict[Span, Finding] = {}
    for finding in (*_in_one_breath(analysis, rule), *_dated_acts(analysis, rule), *_acts_of_the_late(analysis, rule)):
        found.setdefault(finding.span, finding)
    yield from sorted(found.values(), key=lambda finding: finding.span)


def _in_one_breath(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """ "Ann Hale, who died in 2004, said": the death stands between the name and the act."""
    for name in ("title", "text"):
        for match in _deaths_after_who(analysis.document.field(name)):
            span = _name_before(analysis, match.start(), name)
            times = [time for time in _times(analysis, name, match.start("when"), match.end("when")) if time.interval]
            if not span or not times or _is_cited(analysis, match.end("verb"), name):
                continue
            death = times[-1].interval
            act = _day_of_act(analysis, match.end("verb"), name)
            if not death or not death.end or _names_earlier_time(analysis, match.end("verb"), name, death.end):
                continue
            if _is_after(analysis, death.end, act):
                yield _finding(analysis, rule, span, match["died"], times[-1].span, match["verb"], act is not None)


def _deaths_after_who(text: str) -> Iterator[re.Match[str]]:
    at = text.find(" who ")
    while at >= 0:
        match = _WHO_DIED.match(text, at + 1)
        if match:
            yield match
        at = text.find(" who ", at + 4)


def _name_before(analysis: Analysis, who: int, field: str) -> Span | None:
    """The span of the name before "who": a person's mention, else the capitalised words."""
    text = analysis.document.field(field)
    end = len(text[max(0, who - 60) : who].rstrip(" ,")) + max(0, who - 60)
    for mention in analysis.mentions:
        if mention.kind == "person" and mention.span.end == end and mention.span.field == field:
            return mention.span
    words = re.search(r"(?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w'’-]+$", text[max(0, end - 60) : end])
    return Span(max(0, end - 60) + words.start(), end, field) if words else None


def _dated_acts(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """Acts that carry a day of their own, after a death that stands elsewhere in the story."""
    deaths = {claim.entity: claim for claim in analysis.claims if claim.attribute == "died" and _is_stated(claim)}
    if not deaths:
        return
    for mention in analysis.mentions:
        death = deaths.get(mention.entity)
        if death is None or mention.kind != "person" or not isinstance(death.value, Interval) or not death.value.end:
            continue
        verb = _act_after(analysis, mention)
        if verb and not _is_cited(analysis, verb.end("verb"), mention.span.field):
            act = _day_of_act(analysis, verb.end("verb"), mention.span.field)
            if _names_earlier_time(analysis, verb.end("verb"), mention.span.field, death.value.end):
                continue
            if act and act.interval and act.interval.start and act.interval.start >= death.value.end + _SLACK:
                yield _finding(analysis, rule, mention.span, "died", death.span, verb["verb"], True)


def _is_stated(claim: Claim) -> bool:
    return claim.stance in ("asserted", "quoted")


def _acts_of_the_late(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """ "The late Ann Hale told reporters on Friday"."""
    text = analysis.document.text
    if "he late " not in text:
        return
    dead: defaultdict[str, list[Mention]] = defaultdict(list)
    people = [mention for mention in analysis.mentions if mention.kind == "person" and mention.span.field == "text"]
    for mention in people:
        if _THE_LATE.search(text, max(0, mention.span.start - 80), mention.span.start):
            dead[mention.entity].append(mention)
    for mention in people:
        if mention not in dead.get(mention.entity, ()):
            continue
        verb = _act_after(analysis, mention)
        if verb and not _is_cited(analysis, verb.end("verb"), "text"):
            act = _day_of_act(analysis, verb.end("verb"), "text")
            if verb["verb"] in ("will", "plans") or (act and _is_recent(analysis, act)):
                yield _finding(analysis, rule, mention.span, "is called the late", mention.span, verb["verb"], False)


def _act_after(analysis: Analysis, mention: Mention) -> re.Match[str] | None:
    return _ACT.match(analysis.document.field(mention.span.field), mention.span.end)


def _times(analysis: Analysis, field: str, start: int, end: int) -> Iterator[TimeExpression]:
    for time in analysis.times:
        if time.span.field == field and start <= time.span.start and time.span.end <= end:
            yield time


def _day_of_act(analysis: Analysis, verb_end: int, field: str) -> TimeExpression | None:
    """The day that the sentence gives the act: the first resolved day, week or month after the verb or before it."""
    sentence = analysis.sentence(Span(verb_end - 1, verb_end, field))
    after = _times(analysis, field, verb_end, min(sentence.end, verb_end + 60))
    before = _times(analysis, field, sentence.start, min(sentence.start + 40, verb_end))
    for time in (*after, *before):
        if time.type in ("DATE", "TIME") and time.interval and time.written.form in ("date", "weekday", "relative"):
            return time
    return None


def _names_earlier_time(analysis: Analysis, verb_end: int, field: str, death_end: datetime.date) -> bool:
    """Does the sentence date what was said, or the occasion, to before the death: "in a 1998 interview"?"""
    sentence = analysis.sentence(Span(verb_end - 1, verb_end, field))
    return any(
        time.interval is not None and time.interval.end is not None and time.interval.end < death_end
        for time in _times(analysis, field, verb_end, sentence.end)
        if time.type == "DATE"
    )


def _is_after(analysis: Analysis, death_end: datetime.date, act: TimeExpression | None) -> bool:
    """Is the act surely later than the death: by its own day, or said now of a death over a year ago?"""
    if act and act.interval and act.interval.start:
        return act.interval.start >= death_end + _SLACK
    story = analysis.dateline.date if analysis.dateline else None
    return story is not None and (story - death_end) > _YEAR - datetime.timedelta(days=31)


def _is_recent(analysis: Analysis, act: TimeExpression) -> bool:
    story = analysis.dateline.date if analysis.dateline else None
    start = act.interval.start if act.interval else None
    return start is not None and (story is None or abs((story - start).days) <= 7)


def _is_cited(analysis: Analysis, verb_end: int, field: str) -> bool:
    """Does the sentence around the verb cite a work or earlier words of the dead?"""
    text = analysis.document.field(field)
    sentence = analysis.sentence(Span(verb_end - 1, verb_end, field))
    return bool(
        _CITED.search(text, verb_end, min(sentence.end, verb_end + 80))
        or _CITED.search(text, sentence.start, min(verb_end, sentence.start + 40))
        or re.search(r"\bhad \w+$", text[max(0, verb_end - 20) : verb_end])
    )


def _finding(
    analysis: Analysis, rule: Rule, span: Span, death: str, death_span: Span, verb: str, is_dated: bool
) -> Finding:
    document = analysis.document
    severity = "error" if is_dated else rule.severity
    if analysis.is_quoted(span):
        severity = lowered(severity)
    when = document.cut(death_span)
    return rule.at(
        document.id,
        span,
        related=(Related(document.id, death_span, f"{death} {when}", when),),
        severity=severity,
        name=document.cut(span),
        death=death if death_span == span else f"{death} {_linked(document.field(span.field), death_span)}",
        verb=verb,
    )


def _linked(text: str, span: Span) -> str:
    """The date with the preposition before it: "in 2004", "on May 3"."""
    preposition = re.search(r"\b(?:in|on|at|during) $", text[max(0, span.start - 7) : span.start])
    return (preposition[0] if preposition else "") + text[span.start : span.end]
