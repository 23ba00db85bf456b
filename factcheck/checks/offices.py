"""Roles of one person against each other, and holders of one office: claims under one key in, findings out.

Equal claims merge before they are paired: under one key there are few different roles, whatever the
number of claims, and each role keeps its places in order of date.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from factcheck.checks.terms import (
    anachronism,
    both_near,
    excludes,
    excluding_term,
    is_known_office,
    is_past_office,
    listed_in,
    term_related,
)
from factcheck.checks.titles import title_core, title_fix
from factcheck.held import COURTESY, is_now, same_office, spoken, terms_in
from factcheck.model import Claim, Finding, Fix, Related, Role, Rule, Span
from factcheck.people import relation, single_holder

FEW = 20
"""Different offices up to which a look at them all is quicker than one at the claims."""

MANY = 200
"""Different roles past which a key is no one person."""

HOLDERS = 40
"""Different holders past which a key is no one office."""


class Held(NamedTuple):
    """One role as stories give it: its claims by document, and those with a date in order of it."""

    role: Role
    stories: Mapping[str, list[Claim]]
    days: Sequence[datetime.date]
    dated: Sequence[Claim]


def role_conflict(claims: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """One person in two offices that exclude each other: against known terms, within a story, between stories.

    At most one finding a place: the known term speaks first, then the same story, then the nearest other one,
    whose words still come first among the fixes.
    """
    stated = [claim for claim in claims if is_now(claim)]
    terms = terms_in(claims) if stated else []
    roles = {claim.value for claim in stated if isinstance(claim.value, Role)}
    if not _has_exclusive(roles) and not (terms and any(not is_known_office(role, terms) for role in roles)):
        return  # nearly everybody has one role, or roles that go together
    stated.sort(key=lambda c: (c.document, c.span.field != "title", c.span))
    found: dict[tuple[str, Span], Finding] = {}
    for finding in (*_against_terms(stated, terms, listed_in(claims), rule), *_between(stated, claims, terms, rule)):
        place = (finding.document, finding.span)
        first = found.setdefault(place, finding)
        if first is not finding and first.related[0].document.startswith("facts:"):
            found[place] = first._replace(
                fixes=_ranked(finding.fixes, first.fixes), related=(*first.related, *finding.related)[:3]
            )
    yield from found.values()


def _ranked(story: Sequence[Fix], known: Sequence[Fix]) -> tuple[Fix, ...]:
    """The fixes in the story's own words, then in those of the known term."""
    return tuple(dict.fromkeys((*story[:1], *known, *story[1:])))


def _against_terms(
    stated: Iterable[Claim], terms: Sequence[Claim], listed: Sequence[Claim], rule: Rule
) -> Iterator[Finding]:
    """A finding for the first place in each story where a known term excludes the role; one who held the claimed
    office at another time is the business of the rule on anachronisms."""
    if not terms:
        return
    seen: set[tuple[str, Role]] = set()
    for claim in stated:
        assert isinstance(claim.value, Role)
        if (claim.document, claim.value) in seen:
            continue
        seen.add((claim.document, claim.value))
        term = excluding_term(claim, terms)
        if term is not None and isinstance(term.value, Role) and not anachronism(claim, terms, listed):
            fix = title_fix(claim, term)
            yield rule.at(
                claim.document,
                claim.span,
                severity="error" if term.grade == "open" else "warning",
                fixes=(fix,) if fix else (),
                related=(term_related(term),),
                name=claim.name,
                role=claim.text,
                other=f"{term.value.written} on that day by {term.source.partition(';')[0]}",
            )


def _between(stated: Sequence[Claim], claims: Sequence[Claim], terms: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    if not _has_exclusive({claim.value for claim in stated if isinstance(claim.value, Role)}):
        return
    excused = _excused(claims)
    roles = _by_role(
        claim
        for claim in stated
        if (claim.document, _title(claim)) not in excused
        and not is_past_office(claim, terms)
        and not _is_of_another_year(claim)
    )
    days = int(str(rule.params.get("days", 30)))
    if len(roles) > MANY:
        return
    pairs = [
        (one, other)
        for index, one in enumerate(roles)
        for other in roles[index + 1 :]
        if excludes(_first(one), _first(other)) and not _may_be_two(_first(one), _first(other))
    ]
    done: set[tuple[str, Span]] = set()
    for one, other in pairs:
        for document in sorted(one.stories.keys() & other.stories.keys()):
            suspect, against = _rarer(one.stories[document], other.stories[document], terms)
            place = (document, suspect[0].span)
            if place not in done and not both_near(suspect[0], against[0], terms):
                done.add(place)
                yield _conflict(suspect[0], against[0], rule, within=True)
    for one, other in pairs:
        rarer, common = (one, other) if len(one.stories) <= len(other.stories) else (other, one)
        for document, here in sorted(rarer.stories.items()):
            place = (document, here[0].span)
            near = None if place in done or document in common.stories else _against(common, here[0].dated, days)
            if near is not None and not both_near(here[0], near, terms):
                done.add(place)
                yield _conflict(here[0], near, rule, within=False)


def _has_exclusive(roles: Set[Role]) -> bool:
    """May two of these roles exclude each other, by their offices alone?"""
    if len(roles) < 2:
        return False
    offices = {(role.title, role.place) for role in roles}
    return len(offices) > FEW or any(_are_exclusive(*one, *other) for one, other in combinations(offices, 2))


@lru_cache(maxsize=1 << 12)
def _are_exclusive(title: str, place: str, other: str, other_place: str) -> bool:
    return relation(Role(title, "", place), Role(other, "", other_place)) == "exclusive"


def _may_be_two(one: Claim, other: Claim) -> bool:
    """May a bare surname stand for two people: "Sen. Brown praised Gov. Brown"?"""
    return "-" not in one.entity and {_title(one), _title(other)} <= COURTESY


def _excused(claims: Sequence[Claim]) -> set[tuple[str, str]]:
    """Story and title of the offices that a story itself explains: held before or to come, or held beside another."""
    return {
        (claim.document, _title(claim))
        for claim in claims
        if claim.attribute == "role"
        and isinstance(claim.value, Role)
        and (claim.value.when in ("former", "late", "future") or _is_beside(claim))
    }


_BESIDE = frozenset("also both concurrently doubles double doubling dual combines".split())


def _is_beside(claim: Claim) -> bool:
    """Do the words before a role say that it is held beside another: "who is also foreign minister"?"""
    at = claim.sentence.find(claim.text)
    return at > 0 and not _BESIDE.isdisjoint(claim.sentence[max(0, at - 30) : at].split())


def _is_of_another_year(claim: Claim) -> bool:
    """Does the sentence name a year, and not the story's own? A list of postings gives a rank for each."""
    year = str(claim.dated.year) if claim.dated else ""
    if "1" not in claim.sentence and "20" not in claim.sentence:
        return False
    years = re.findall(r"\b(?:1[89]|20)[0-9]{2}\b", claim.sentence)
    return bool(years) and year not in years


def _title(claim: Claim) -> str:
    assert isinstance(claim.value, Role)
    return claim.value.title


def _conflict(claim: Claim, against: Claim, rule: Rule, *, within: bool) -> Finding:
    fixes = [title_fix(claim, against)]
    if within:
        fixes.append(title_fix(against, claim))
    where = "" if within else f" in a story of {spoken(against.dated)}" if against.dated else " in another story"
    return rule.at(
        claim.document,
        claim.span,
        fixes=tuple(fix for fix in fixes if isinstance(fix, Fix)),
        related=(_other_side(against),),
        name=claim.name,
        role=claim.text,
        other=f"{against.text}{where}",
    )


def two_holders(claims: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """Two people in one office that has a single holder, within a story or in stories of the same days."""
    days = int(str(rule.params.get("days", 1)))
    people: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_now(claim) and isinstance(claim.value, Role) and single_holder(claim.value) and not _is_coming(claim):
            people[claim.entity].append(claim)
    if not 2 <= len(people) <= HOLDERS:
        return
    ranked = sorted(((_held(found), name) for name, found in people.items()), key=lambda h: (len(h[0].stories), h[1]))
    done: set[str] = set()
    for index, (few, name) in enumerate(ranked):
        for many, other in ranked[index + 1 :]:
            if _may_be_one(name, other):
                continue
            for document, here in sorted(few.stories.items()):
                same = many.stories.get(document)
                near = same[0] if same else _nearest(many, here[0].dated, days)
                if near is None or document in done or not _same_wording(here[0], near):
                    continue
                done.add(document)
                claim, against = (near, here[0]) if same and near.span > here[0].span else (here[0], near)
                yield rule.at(
                    claim.document,
                    claim.span,
                    related=(_other_side(against),),
                    name=claim.name,
                    role=claim.text,
                    other=against.name,
                )


def _is_coming(claim: Claim) -> bool:
    """Does the wording say that the holder has not come yet, or goes?"""
    return bool(
        {"incoming", "outgoing", "next", "new", "future", "nominated", "departing"} & set(claim.text.lower().split())
    )


def _may_be_one(name: str, other: str) -> bool:
    """May two slugs be one person: a part in common, or parts that start alike ("Moammar", "Muammar")?"""
    parts, others = name.split("-"), other.split("-")
    return bool(set(parts) & set(others)) or parts[-1][:2] == others[-1][:2]


def _same_wording(one: Claim, other: Claim) -> bool:
    """Do two wordings name an office alike? A managing director beside a chief executive is another post."""
    cores = []
    for claim in (one, other):
        assert isinstance(claim.value, Role)
        start, end = title_core(claim.text, claim.value.title)
        words = claim.text[start:end].lower().replace(".", "")
        cores.append(_LIKE_WORDINGS.get(words, words))
    return cores[0] == cores[1]


_LIKE_WORDINGS = {
    "ceo": "chief executive",
    "chief executive officer": "chief executive",
    "gov": "governor",
    "pm": "prime minister",
    "cfo": "chief financial officer",
    "gen": "general",
    "premier": "prime minister",
    "chief of police": "police chief",
}


def _by_role(claims: Iterable[Claim]) -> list[Held]:
    found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        assert isinstance(claim.value, Role)
        found[claim.value[:3]].append(claim)
    return [_held(group) for group in found.values()]


def _held(claims: list[Claim]) -> Held:
    """The claims of one role by story; of equal ones in one story the first stays, with the number of them."""
    claims.sort(key=lambda c: (c.document, c.span.field != "title", c.span))
    stories: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        stories[claim.document].append(claim)
    dated = sorted(
        (c for here in stories.values() for c in here[:1] if c.dated), key=lambda c: (str(c.dated), c.document)
    )
    role = claims[0].value
    assert isinstance(role, Role)
    return Held(role, stories, [c.dated for c in dated if c.dated], dated)


def _first(held: Held) -> Claim:
    return next(iter(held.stories.values()))[0]


def _rarer(one: list[Claim], other: list[Claim], terms: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The two sides, the one to be marked first: unknown where the other is known, else rarer, else later."""
    known = [any(same_office(side[0].value, term.value) for term in terms) for side in (one, other)]
    if known[0] != known[1]:
        return (other, one) if known[0] else (one, other)
    if len(one) != len(other):
        return (one, other) if len(one) < len(other) else (other, one)
    return (one, other) if one[0].span > other[0].span else (other, one)


def _against(held: Held, day: datetime.date | None, days: int) -> Claim | None:
    """The nearest claim of another role: within so many days where stories before and after have it, within half
    as many where only one side has, since people do change office."""
    if day is None or not held.days:
        return None
    at = bisect_left(held.days, day)
    both = 0 < at < len(held.days) and day - held.days[at - 1] <= datetime.timedelta(days) >= held.days[at] - day
    return _nearest(held, day, days if both else days // 2)


def _nearest(held: Held, day: datetime.date | None, days: int) -> Claim | None:
    """The claim of the nearest date, within so many days; None where there is none or no date is known."""
    if day is None or not held.days:
        return None
    after = bisect_left(held.days, day)
    near = [i for i in (after - 1, after) if 0 <= i < len(held.days) and abs((held.days[i] - day).days) <= days]
    return held.dated[min(near, key=lambda i: abs((held.days[i] - day).days))] if near else None


def _other_side(claim: Claim) -> Related:
    return Related(claim.document, claim.span, f"{claim.name}, {claim.text}", claim.sentence)
