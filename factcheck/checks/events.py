"""Dates of one event against each other and against known events: claims under one event in, findings out."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.dates.interval import overlaps
from factcheck.model import Claim, Finding, Fix, Interval, Related, Rule, Span, lowered

DAY = datetime.timedelta(1)
ONCE = frozenset(
    "massacre bombing disaster treaty pact uprising revolution rebellion siege battle genocide explosion armistice "
    "assassination accord accords protocol declaration pogrom putsch raid landings collapse fall sinking".split()
)
ATTRIBUTES = ("date", "began", "ended")
SAID = {"date": "dated", "began": "said to begin", "ended": "said to end"}


def event_date_conflict(claims: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """One event on two dates: against the known event where there is one, else within a story, else between stories."""
    stated = [c for c in claims if c.grade == "story" and c.stance in ("asserted", "quoted")]
    known = [c for c in claims if c.grade != "story"]
    for attribute in ATTRIBUTES:
        said = [c for c in stated if c.attribute == attribute]
        right = [c for c in known if c.attribute == attribute]
        if right:
            yield from _against_known(said, right, rule)
        elif not known and said and _happens_once(said[0]):
            yield from _against_each_other(said, rule)


def _against_known(said: Sequence[Claim], right: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    for claim in said:
        if not claim.certain or any(overlaps(_interval(claim), _interval(other)) for other in right):
            continue
        if not _is_another(claim, right[0]):
            yield _conflict(claim, right[0], rule, "known")


def _is_another(claim: Claim, known: Claim) -> bool:
    """May a story mean another event of the name: a later conference in the same town, an older fall of a city?"""
    a, b = _interval(claim).start, _interval(known).start
    if a is None or b is None:
        return False
    is_often = claim.entity.endswith(_HELD_OFTEN) and not claim.text.isdecimal()
    return _digits_apart(a.year, b.year) > (1 if is_often else 2)


_HELD_OFTEN = ("-conference", "-summit")


def _against_each_other(said: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """Each story that stands against an earlier or a commoner date; equal dates merge first."""
    dates: dict[Interval, list[Claim]] = defaultdict(list)
    for claim in said:
        dates[_interval(claim)].append(claim)
    if not 2 <= len(dates) <= 50:
        return
    ranked = sorted(dates.items(), key=lambda item: (len(item[1]), item[1][0].document, item[1][0].span))
    for index, (days, few) in enumerate(ranked):
        for others, many in ranked[index + 1 :]:
            if not overlaps(days, others) and _is_slip(days, others) and _years_count(few[0], many[0]):
                claim, other = few[0], many[0]
                if len(few) == len(many) and _place(claim) < _place(other):
                    claim, other = other, claim
                yield _conflict(claim, other, rule, "story")
                break


def _years_count(one: Claim, other: Claim) -> bool:
    """Are both years written, or the same? A year that is only read from a page date may be the stale page's."""
    a, b = _interval(one).start, _interval(other).start
    return bool((one.certain and other.certain) or (a and b and a.year == b.year))


def _place(claim: Claim) -> tuple[str, str, Span]:
    return str(claim.dated or ""), claim.document, claim.span


def _is_slip(one: Interval, other: Interval) -> bool:
    """Do two dates differ as a slip does, in one field, a year in one digit? Two events of one name differ more."""
    if not (one.start and one.end and other.start and other.end):
        return False
    a, b = one.start, other.start
    if one.end - one.start != other.end - other.start and one.end - one.start > DAY * 31:
        return False
    year = _digits_apart(a.year, b.year)
    return year <= 1 and [year, a.month != b.month, a.day != b.day].count(0) == 2


def _happens_once(claim: Claim) -> bool:
    """Is this a kind of event of which a place or a person has one, rather than one a season?"""
    words = claim.entity.split("-")
    return words[0] == "meeting" or bool(ONCE & {words[0], words[-1]})


def _conflict(claim: Claim, other: Claim, rule: Rule, side: str) -> Finding:
    severity = "warning"
    fixes = tuple(Fix(claim.span, str(year)[-len(claim.text) :]) for year in _years(claim, _interval(other)))
    if side == "story" and claim.document == other.document and (claim.attribute == "date" or claim.text.isdecimal()):
        severity = rule.severity
    source = f"{other.name}: {other.source}" if side == "known" else other.sentence
    words = _in_words(_interval(other)) if side == "known" else f'"{other.text}"'
    return rule.at(
        claim.document,
        claim.span,
        severity=lowered(severity) if claim.stance == "quoted" else severity,
        fixes=fixes,
        related=(Related(other.document, other.span, source, other.text if side == "story" else ""),),
        event=claim.name,
        said=SAID[claim.attribute],
        date=claim.text,
        other=f"{words}, as known" if side == "known" else f"{words} elsewhere",
    )


def _years(claim: Claim, days: Interval) -> list[int]:
    """The years among these days that a stated bare year may be a slip for, the likest first; at most three."""
    stated = _interval(claim).start
    if len(claim.text) not in (2, 4) or not claim.text.isdecimal() or not (stated and days.start and days.end):
        return []
    years = range(days.start.year, (days.end - DAY).year + 1)
    return sorted(years, key=lambda year: (_digits_apart(year, stated.year), abs(year - stated.year)))[:3]


def _digits_apart(one: int, other: int) -> int:
    """In how many digits two years differ; two digits that changed places count once."""
    a, b = f"{one:04}", f"{other:04}"
    apart = sum(x != y for x, y in zip(a, b, strict=True))
    return 1 if apart == 2 and sorted(a) == sorted(b) else apart


def _interval(claim: Claim) -> Interval:
    assert isinstance(claim.value, Interval)
    return claim.value


def _in_words(interval: Interval) -> str:
    start, end = interval
    if start is None or end is None:
        return "an open time"
    last = end - DAY
    if start == last:
        return f"{start:%B} {start.day}, {start.year}"
    if (start.month, start.day, last.month, last.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == last.year else f"{start.year} to {last.year}"
    return f"{start:%B} {start.day}, {start.year}, to {last:%B} {last.day}, {last.year}"
