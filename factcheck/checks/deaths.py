"""WHO007: someone acts after a death that the story itself, another story or a known fact states.

The works and words of the dead may be cited: "wrote", "had said", "said in a 1998 interview"
and acts dated before the death are right. A plain "said" counts only where a death of at least
a year ago is told in the same breath, or the act has a day of its own after the death.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck import places
from factcheck.claims.acts import DEEDS, SPEECH, Act, act_after, day_of_act, find_acts, is_cited, times_between
from factcheck.model import (
    Analysis,
    Claim,
    Finding,
    Interval,
    Mention,
    Related,
    Role,
    Rule,
    Span,
    TimeExpression,
    lowered,
)
from factcheck.people.lexicon import kinds

_WHO_DIED = re.compile(
    r"who (?:had )?(?P<died>died|was (?:killed|murdered|assassinated|executed|shot dead|found dead)|passed away"
    r"|drowned|committed suicide|took (?:his|her) own life)\b(?P<when>[^,;.()\"“”]{0,80})[,)–—-]? ?"
    rf"(?P<verb>{SPEECH}|(?P<deed>{DEEDS}))\b"
)
_DEATHS = ("died", "was ", "passed", "drowned", "committed", "took", "had ")
_THE_LATE = re.compile(r"\b[Tt]he late (?:[a-z]+ ){0,3}(?:[A-Z][\w.]* ){0,3}$")
_SLACK = datetime.timedelta(days=7)
_SAME_NEWS = datetime.timedelta(days=30)
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
            verb = Span(match.start("verb"), match.end("verb"), name)
            times = [t for t in times_between(analysis, name, match.start("when"), match.end("when")) if t.interval]
            if not span or not times or is_cited(analysis, verb) or _is_remembered(analysis, verb):
                continue
            death = times[-1].interval
            act = day_of_act(analysis, verb)
            if not death or not death.end or _names_earlier_time(analysis, verb, death.end):
                continue
            if match["deed"] and (act is None or not _is_a_day(act) or not _is_done_alive(analysis, verb)):
                continue  # "who died in 2004, won the prize" tells of a life
            if _is_after(analysis, death.end, act):
                yield _finding(analysis, rule, span, match["died"], times[-1].span, match["verb"], act is not None)


_HEARERS = re.compile(
    r" (?:(?:his|her) )?(?:[a-z]+ )?(?:friends?|family|wife|husband|sons?|daughters?|children|colleagues)\b"
)


def _is_remembered(analysis: Analysis, verb: Span) -> bool:
    """Was it told to those near, on no day of its own: "who died in 2010, told friends that he hated lawyers"?"""
    text = analysis.document.field(verb.field)
    return bool(_HEARERS.match(text, verb.end)) and day_of_act(analysis, verb) is None


_ALIVE = re.compile(r" (?:to )?(?:also )?(?:attend|meet|read|speak|testify|visit)\b")


def _is_done_alive(analysis: Analysis, verb: Span) -> bool:
    """Is a deed that is announced one of the living? The dead will be honoured, and will appear on stamps."""
    text = analysis.document.field(verb.field)
    return text[verb.start : verb.end] not in ("will", "plans") or bool(_ALIVE.match(text, verb.end))


def _deaths_after_who(text: str) -> Iterator[re.Match[str]]:
    at = text.find(" who ")
    while at >= 0:
        match = _WHO_DIED.match(text, at + 1) if text.startswith(_DEATHS, at + 5) else None
        if match:
            yield match
        at = text.find(" who ", at + 4)


_DESCRIBED = re.compile(r", (?:an?|the) [a-z][a-z -]{2,40}$")


def _name_before(analysis: Analysis, who: int, field: str) -> Span | None:
    """The span of the name before "who": a person's mention, else the capitalised words."""
    text = analysis.document.field(field)
    end = len(text[max(0, who - 60) : who].rstrip(" ,")) + max(0, who - 60)
    if described := _DESCRIBED.search(text, max(0, end - 60), end):
        end = described.start()
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
    for act in find_acts(analysis):
        death = deaths.get(act.person.entity)
        if death is None or not isinstance(death.value, Interval) or not death.value.end:
            continue
        days = act.time.interval if act.time else None
        if not days or not days.start or _names_earlier_time(analysis, act.span, death.value.end):
            continue
        if _is_done_later(analysis, act, days.start):
            continue
        if days.start >= death.value.end + _SLACK and not _is_of_two(analysis, act.person):
            yield _finding(analysis, rule, act.person.span, "died", death.span, act.verb, True)


def _is_done_later(analysis: Analysis, act: Act, day: datetime.date) -> bool:
    """Is it told as done on a day after the story? The day is of another year then: "on December 10 of that year"."""
    story = analysis.dateline.date if analysis.dateline else None
    return story is not None and act.verb not in ("will", "plans") and day > story + datetime.timedelta(days=1)


_NAMESAKE = re.compile(
    r"\b(?:also|another|a different|namesake|no relation|(?:grand)?(?:sons?|daughters?|fathers?|mothers?)|nephews?"
    r"|nieces?"
    r"|uncle|aunt|cousins?)\b,? (?:also |named |called |a |the |[a-z]+ )?$"
)
"""What stands before a name that somebody else of the family has too."""
_YOUNGER = (" Jr", " Sr", " II", " III", " junior", " senior")
_KIN_BEFORE = re.compile(
    r"\b(?:son|grandson|father|grandfather|nephew|daughter|granddaughter|mother|namesake),? (?:also )?$"
)


def _is_of_two(analysis: Analysis, person: Mention) -> bool:
    """Is it one of two of a name, father and son?"""
    text = analysis.document.text
    before = analysis.document.field(person.span.field)[max(0, person.span.start - 40) : person.span.start]
    named = person.text.rstrip(".").endswith(_YOUNGER) or "he elder " in text or "he younger " in text
    if named or _NAMESAKE.search(before):
        return True
    whole = analysis.people.names.get(person.entity, person.text)
    at = text.find(whole)
    while at >= 0:
        if _KIN_BEFORE.search(text, max(0, at - 40), at):
            return True
        at = text.find(whole, at + len(whole))
    return False


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
        act = act_after(analysis, mention) if mention in dead.get(mention.entity, ()) else None
        if act and (act.verb in ("will", "plans") or (act.time and _is_recent(analysis, act.time))):
            yield _finding(analysis, rule, mention.span, "is called the late", mention.span, act.verb, False)


def _names_earlier_time(analysis: Analysis, verb: Span, death_end: datetime.date) -> bool:
    """Does the sentence date what was said, or the occasion, to before the death: "in a 1998 interview"?"""
    sentence = analysis.sentence(verb)
    return any(
        time.interval is not None and time.interval.end is not None and time.interval.end < death_end
        for time in times_between(analysis, verb.field, verb.end, sentence.end)
        if time.type == "DATE"
    )


def _is_after(analysis: Analysis, death_end: datetime.date, act: TimeExpression | None) -> bool:
    """Is the act surely later than the death: by its own day, or said now of a death over a year ago?"""
    if act and act.interval and act.interval.start:
        return act.interval.start >= death_end + _SLACK
    story = analysis.dateline.date if analysis.dateline else None
    return story is not None and (story - death_end) > _YEAR - datetime.timedelta(days=31)


def _is_a_day(time: TimeExpression) -> bool:
    return bool(time.written.day) or time.written.form == "weekday" or time.written.unit == "day"


def _is_recent(analysis: Analysis, act: TimeExpression) -> bool:
    story = analysis.dateline.date if analysis.dateline else None
    start = act.interval.start if act.interval else None
    return start is not None and (story is None or abs((story - start).days) <= 7)


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


def compare_deaths(claims: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """Findings where a person acts in one story after a death that another story or a known fact gives.

    One slug may be two people, so the stories must tell of the same weeks or share an office of the person,
    and a known death counts only for someone whom the story gives a known office of theirs.
    """
    deaths = [claim for claim in claims if claim.attribute == "died" and claim.stance == "asserted"]
    acts = [claim for claim in claims if claim.attribute == "date" and claim.grade == "story"] if deaths else []
    for act in acts:
        for death in deaths:
            if death.document != act.document and _is_over(death, act) and _is_same_person(claims, death, act):
                is_open = death.grade == "open" and act.certain is not None
                severity = "error" if is_open else "warning"
                died, on = death.value, "on" if _is_one_day(death.value) else "in"
                assert isinstance(died, Interval) and died.start is not None
                when = died.start.isoformat() if on == "on" else str(died.start.year)
                where = "by the known facts" if death.grade != "story" else "by another story"
                yield rule.at(
                    act.document,
                    act.span,
                    related=(Related(death.document, death.span, f"died {on} {when}", death.text),),
                    severity=lowered(severity) if act.stance == "quoted" else severity,
                    name=act.name,
                    death=f"died {on} {when} {where}",
                    verb=act.text.rsplit(None, 1)[-1],
                )
                break


def _is_over(death: Claim, act: Claim) -> bool:
    """Does the act begin more than the slack after the last day on which the death may lie?"""
    died, days = death.value, act.value
    if not isinstance(died, Interval) or not isinstance(days, Interval) or not died.end or not days.start:
        return False
    return days.start >= died.end + _SLACK


def _is_one_day(days: object) -> bool:
    return isinstance(days, Interval) and bool(days.start and days.end and (days.end - days.start).days == 1)


def _is_same_person(claims: Sequence[Claim], death: Claim, act: Claim) -> bool:
    here, there = _offices(claims, act.document), _offices(claims, death.document)
    if death.grade != "story":
        there = {office for claim in claims if claim.grade != "story" for office in _offices((claim,), claim.document)}
        if any(_is_like(office, known) for office in here for known in there):
            return True
        acts = _is_in_person(act) or (_is_of_these_days(act) and _is_rare(act.name))
        return bool(there) and acts and not _has_role(claims, act.document)
    shared = {title for title, _ in here} & {title for title, _ in there}
    if any(place for _, place in here) and any(place for _, place in there):
        return any(_is_like(one, other) for one in here for other in there)
    if act.dated is None or death.dated is None:
        return False
    return abs(act.dated - death.dated) <= (_YEAR if shared and _is_rare(act.name) else _SAME_NEWS)


_LOOSE = frozenset(("leader", "head of state", "head of government", "strongman", "politician", "diplomat", "minister"))


def _is_like(office: tuple[str, str], other: tuple[str, str]) -> bool:
    """Are two offices, title and place, one, as far as they say: "Venezuelan leader" and president of Venezuela?"""
    (title, place), (known, where) = office, other
    if title == known:
        return not place or not where or place == where or places.within(where) == place
    return bool(place) and place == where and not _LOOSE.isdisjoint((title, known))


def _is_rare(name: str) -> bool:
    """Is it a surname that few share? A John Smith who speaks is mostly another one."""
    return "S" not in kinds(name.split()[-1])


def _is_of_these_days(act: Claim) -> bool:
    """Does the act lie in the week of its story? The words of the dead are cited with another day or none."""
    days = act.value
    if not isinstance(days, Interval) or not days.start or act.dated is None:
        return False
    return abs((act.dated - days.start).days) <= 7 and not _NAMED_AFTER.search(act.sentence.partition(act.text)[0])


_IN_PERSON = frozenset(
    """met told urged visited spoke addressed flew signed received greeted welcomed hosted laid chaired testified
    inspected toured attended""".split()
)
_NAMED_AFTER = re.compile(r"\b(?:of|the|[A-Z]\w*) $")
"""What stands before the name of a ship, a statue or an airport."""


def _is_in_person(act: Claim) -> bool:
    """Is the act one that no ship, statue or foundation of the name does?"""
    before = act.sentence.partition(act.text)[0]
    return act.text.rsplit(None, 1)[-1] in _IN_PERSON and not _NAMED_AFTER.search(before)


def _has_role(claims: Sequence[Claim], document: str) -> bool:
    """Does a document give the person any role, or an age? A namesake of a dead statesman mostly has one."""
    return any(claim.document == document and claim.attribute in ("role", "age", "born") for claim in claims)


def _offices(claims: Sequence[Claim], document: str) -> set[tuple[str, str]]:
    """The offices, title and place, that a document's claims of the person give."""
    roles = [claim.value for claim in claims if claim.document == document and isinstance(claim.value, Role)]
    return {(role.title, role.place) for role in roles}
