"""One person's roles and dated acts in order, from the claims of many stories and the known facts.

Claims and findings go in; entries come out, oldest first, equal ones merged. How they are printed is
the business of the faces.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.model import Claim, Finding, Interval, Role

_SHOWN = ("born", "role", "age", "died")


class Entry(NamedTuple):
    """One line of a timeline: when, what, and the stories or facts that say so, in order of date.

    `known` marks a known fact; `conflicts` holds the codes of the rules that speak against it.
    """

    days: Interval
    what: str
    documents: tuple[str, ...]
    name: str
    known: bool = False
    conflicts: tuple[str, ...] = ()


def find_people(claims: Iterable[Claim], who: str) -> tuple[str, ...]:
    """The person keys that a name may mean, sorted: the whole name or its last part, in any case.

    "merkel" finds "person:angela-merkel"; "Kim Jong Un" finds "person:kim-jong-un" alone.
    """
    wanted = "-".join(who.lower().replace("-", " ").split())
    keys = {key for claim in claims for key in claim.keys if key.startswith("person:")}
    exact = {key for key in keys if key.partition(":")[2].rpartition("/")[2] == wanted}
    return tuple(sorted(exact or {key for key in keys if f"-{wanted}-" in f"-{key.partition(':')[2]}-"}))


def timeline(claims: Iterable[Claim], findings: Iterable[Finding] = ()) -> tuple[Entry, ...]:
    """The roles, birth, death and ages among the claims of one person, oldest first, undated ones last."""
    spoken_of: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for finding in findings:
        spoken_of[finding.document, finding.span.start, finding.span.end].add(finding.rule)
        for other in finding.related:
            spoken_of[other.document, other.span.start, other.span.end].add(finding.rule)
    merged: dict[tuple[str, str, Interval], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.attribute in _SHOWN and claim.stance in ("asserted", "quoted"):
            days = _days(claim)
            merged[claim.grade, _what(claim), days].append(claim)
    entries = []
    for (grade, what, days), same in merged.items():
        same.sort(key=lambda c: (str(c.dated or ""), c.document, c.span))
        places = {(c.document, c.span.start, c.span.end) for c in same if c.grade == "story"}
        codes = sorted({code for place in places for code in spoken_of.get(place, ())})
        documents = tuple(dict.fromkeys(c.source or c.document for c in same))
        entries.append(Entry(days, what, documents, same[0].name, grade != "story", tuple(codes)))
    return tuple(sorted(entries, key=_order))


def _order(entry: Entry) -> tuple[bool, datetime.date, datetime.date, str]:
    start, end = entry.days
    return start is None, start or end or datetime.date.max, end or datetime.date.max, entry.what


def _days(claim: Claim) -> Interval:
    """The days an entry stands at: of a birth or death itself, else when it surely holds, else when it may."""
    if isinstance(claim.value, Interval):
        return claim.value
    if claim.grade != "story":
        return claim.possible
    return claim.certain or claim.possible


def _what(claim: Claim) -> str:
    if claim.attribute == "role" and isinstance(claim.value, Role):
        when = f"{claim.value.when} " if claim.value.when else ""
        place = (
            f", {claim.value.place.replace('-', ' ').title()}" if claim.grade != "story" and claim.value.place else ""
        )
        return f"{when}{claim.text}{place}"
    if claim.attribute == "age":
        return f"aged {claim.text}"
    return claim.attribute
