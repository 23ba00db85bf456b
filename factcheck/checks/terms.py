"""Roles of stories against known terms in office: which term fits, which excludes a role, and when.

Absence proves nothing. A role is excluded only where the lists leave no room for it: another office
that the person surely held that day, or an office of one holder whose holders are all listed that day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factcheck import places
from factcheck.dates.interval import overlaps
from factcheck.held import COURTESY, covers, is_now, same_office, spoken, terms_in, widened
from factcheck.model import Claim, Finding, Interval, Related, Role, Rule, lowered
from factcheck.people import relation
from factcheck.reference import office_text

ELECT = datetime.timedelta(120)
"""A winner is called by the new title before the oath; an announced successor too."""


@cache
def _this_week() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|yesterday|tomorrow"
        r"|this (?:week|morning|afternoon|evening))\b"
    )


@cache
def _other_time() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:1[0-9]{3}|20[0-9]{2}|every|each|when|while|during|under|then|former|late|ousted|deposed|disgraced|era|administration|ago|legacy"
        r"|years?|decades?|once|since|history|historic|anniversary|predecessors?|memoir|served|ex)\b|-era\b",
        re.IGNORECASE,
    )


@cache
def _opening_year() -> re.Pattern[str]:
    return re.compile(
        r"[\"“]?(?:In|By|On|During|Throughout)(?: (?:early|mid|late))?(?: [A-Z][a-z]+\.?)?(?: [0-9]{1,2},)?"
        r" (?P<year>1[89][0-9]{2}|20[0-9]{2}),? "
    )


@cache
def _year() -> re.Pattern[str]:
    return re.compile(
        r"[\"“]?(?:In|By|On|During|Throughout)(?: (?:early|mid|late))?(?: [A-Z][a-z]+\.?)?(?: [0-9]{1,2},)?"
        r" (?P<year>1[89][0-9]{2}|20[0-9]{2}),? "
    )


_YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b")


@cache
def _other_life() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:then|later|future|young|born|student|studied|graduated|university|school|college|married|became"
        r"|who would|while|when|before|after|son|daughter|wife|husband|father|mother|campaign|candidate"
        r"|elected|running|ran|sworn|succeeded|aged?)\b"
    )


@cache
def _not_acting() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:of|under|by|for|to|from|against|on|about|like|than|as)|['’]s?)(?: the)?$")


@cache
def _initial() -> re.Pattern[str]:
    return re.compile(r"(?<=\s)([A-Z])\.")


def role_anachronism(claims: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """A person in an office that known terms give them only at other times, and others at this one."""
    terms = terms_in(claims)
    if not terms:
        return
    listed = listed_in(claims)
    done: set[str] = set()
    known_of: dict[object, list[Claim]] = {}  # many claims, few offices
    for claim in claims:
        if claim.attribute == "role" and claim.grade == "story" and claim.document not in done:
            known = known_of.get(claim.value)
            if known is None:
                known = known_of[claim.value] = [term for term in terms if same_office(claim.value, term.value)]
            day = _anachronism_day(claim, known, listed) if known else None
            if day:
                done.add(claim.document)
                sure = any(t.grade == "open" for t in known) and any(
                    _is_listed(known, day, c) for c in listed if c.grade == "open"
                )
                yield _anachronism(claim, day, known, rule.severity if sure else lowered(rule.severity), rule)


def anachronism(claim: Claim, terms: Sequence[Claim], listed: Sequence[Claim]) -> Interval | None:
    """The days on which a story gives the person an office that known terms give only at other times, or None."""
    known = [term for term in terms if same_office(claim.value, term.value)]
    return _anachronism_day(claim, known, listed) if known else None


def _anachronism_day(claim: Claim, known: Sequence[Claim], listed: Sequence[Claim]) -> Interval | None:
    """The same, of the known terms in that office."""
    day = _year_of(claim) or (claim.certain if is_now(claim) else None)
    return day if day and _is_anachronism(claim, day, known, listed) else None


def listed_in(claims: Iterable[Claim]) -> list[Claim]:
    """The times, among claims, in which an office is listed without a hole."""
    return [claim for claim in claims if claim.attribute == "listed"]


_OPENINGS = tuple(f"{quote}{word} " for quote in ("", '"', "“") for word in ("In", "By", "On", "During", "Throughout"))


def _year_of(claim: Claim) -> Interval | None:
    """The year or month that a sentence opens with and tells of, the person in office in it; else None."""
    found = _opening_year().match(claim.sentence) if claim.sentence.startswith(_OPENINGS) else None
    if not found or _other_life().search(claim.sentence) or _year().search(claim.sentence, found.end()):
        return None
    if not 0 <= claim.sentence.find(claim.text) - found.end() <= 100 or (
        isinstance(claim.value, Role) and claim.value.when not in ("", "then")
    ):
        return None
    year = int(found["year"])
    return Interval(datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1))


def _is_anachronism(claim: Claim, day: Interval, known: Sequence[Claim], listed: Sequence[Claim]) -> bool:
    assert isinstance(claim.value, Role)
    for term in known:
        if overlaps(term.possible, day):
            return False  # nearly always
    if any(overlaps(widened(term.possible), day) for term in known) or not all(_accuses(claim, t) for t in known):
        return False
    if not any(_is_listed(known, day, span) for span in listed):
        return False
    if day.end and all(term.possible.start and day.end <= term.possible.start for term in known):
        return all(term.possible.start and day.end < term.possible.start - ELECT for term in known)
    if day != claim.certain:
        return True
    return claim.value.title not in COURTESY and claim.stance == "asserted" and _is_news(claim)


def _is_listed(known: Sequence[Claim], day: Interval, span: Claim) -> bool:
    """Does a time in which an office is listed without a hole hold these days, and is the office one of the known?"""
    offices = {office_text(term.value) for term in known if isinstance(term.value, Role)}
    return span.text in offices and isinstance(span.value, Interval) and covers(span.value, day)


def _is_news(claim: Claim) -> bool:
    """Does the sentence tell of these days? A later story names a past holder by the old title, too."""
    before = claim.sentence[: max(0, claim.sentence.find(claim.text))].rstrip()
    if _not_acting().search(before):
        return False  # "aides of President X said on Friday"
    return bool(_this_week().search(claim.sentence)) and not _other_time().search(claim.sentence)


def is_past_office(claim: Claim, terms: Sequence[Claim]) -> bool:
    """Is this an office that the person left before, by known terms, in a sentence that may well look back?"""
    known = [term for term in terms if same_office(claim.value, term.value)]
    day = claim.certain.start if claim.certain else None
    over = [term.possible.end for term in known if term.possible.end]
    return bool(known and day and len(over) == len(known) and max(over) <= day and _other_time().search(claim.sentence))


def both_near(one: Claim, other: Claim, terms: Sequence[Claim]) -> bool:
    """Did the person hold both offices about that time, by known terms, one after the other?"""
    day = one.certain
    if day is None or day.start is None or day.end is None:
        return False
    around = Interval(day.start - ELECT, day.end + ELECT)
    return all(
        any(same_office(claim.value, term.value) and overlaps(term.possible, around) for term in terms)
        for claim in (one, other)
    )


def _anachronism(claim: Claim, day: Interval, known: Sequence[Claim], severity: str, rule: Rule) -> Finding:
    single = day.start and day.end and day.end - day.start == datetime.timedelta(1)
    return rule.at(
        claim.document,
        claim.span,
        severity=lowered(severity) if claim.stance == "quoted" else severity,
        related=tuple(term_related(term) for term in known[:3]),
        name=claim.name,
        role=claim.text,
        day=f"on {spoken(day.start)}" if single or not day.start else f"in {day.start.year}",
        terms="; ".join(dict.fromkeys(_interval_in_words(term.possible) for term in known)),
        source=", ".join(dict.fromkeys(term.source.partition(";")[0] for term in known)),
    )


def excluding_term(claim: Claim, terms: Sequence[Claim]) -> Claim | None:
    """A term in an office that excludes the claimed one and surely covers its day, a week in from both ends."""
    role = claim.value
    if not isinstance(role, Role) or not claim.certain or "-" not in claim.entity:
        return None
    if is_known_office(role, terms):
        return None  # held at some time: the rule on anachronisms decides
    for term in sorted(terms, key=_weight):
        other = term.value
        if (
            isinstance(other, Role)
            and term.certain
            and other.place
            and role.place in ("", other.place)
            and excludes(claim, term)
            and covers(term.certain, claim.certain)
            and _accuses(claim, term)
        ):
            return term
    return None


def is_known_office(role: Role, terms: Iterable[Claim]) -> bool:
    """Is a role the office of one of the known terms?"""
    return any(same_office(role, term.value) for term in terms)


def _weight(term: Claim) -> tuple[bool, int]:
    """Heads of state and government first, then the longer terms: a caretaker's second post says less."""
    head = isinstance(term.value, Role) and term.value.title in ("president", "prime minister", "chancellor")
    start, end = term.certain or (None, None)
    return not head, -(end - start).days if start and end else 0


def excludes(one: Claim, other: Claim) -> bool:
    """Do two role claims exclude each other, their wordings looked at as well as their titles?"""
    a, b = one.value, other.value
    if not isinstance(a, Role) or not isinstance(b, Role) or relation(a, b) != "exclusive":
        return False
    if any(_PARTY & set(role.organisation.split("-")) for role in (a, b)):
        return False  # party and state posts go together
    if any(c.stance == "quoted" and c.value.title in _KEPT for c in (one, other) if isinstance(c.value, Role)):
        return False  # "Ambassador Bolton", a speaker's word for a man who was one
    if {a.title, b.title} & {"minister", "secretary"}:
        return False  # "Secretary Clinton" is short for any secretary; a minister may be a pastor
    if "spokesman" in (a.title, b.title) and not {a.title, b.title} & _COMPANY:
        return False  # some cabinet secretaries speak for their government
    if a.title.endswith(" minister") and b.title.endswith(" minister"):
        return not _stems(one) & _stems(other)
    if a.title in _WITH_BODIES and a.organisation != b.organisation and a.organisation:
        return False
    return not (b.title in _WITH_BODIES and a.organisation != b.organisation and b.organisation)


_KEPT = frozenset(("ambassador", "general", "justice", "judge"))
_PARTY = frozenset("party commission committee congress league front union".split())
_COMPANY = frozenset(("chief executive", "chief financial officer", "chief operating officer"))
_WITH_BODIES = frozenset(("representative", "president", "vice president", "chancellor", "governor", "king", "queen"))
_HEADS = frozenset(
    "minis secre state depar natio gener affai first prime chief feder unite unit king briti ameri".split()
)


def _stems(claim: Claim) -> set[str]:
    """The first letters of the words that say what a minister is of."""
    words = re.findall(r"[a-z]{3,}", claim.text.lower())
    return {word[:5] for word in words if not places.lookup(word.title())} - _HEADS - {"the", "for", "and"}


def _accuses(claim: Claim, term: Claim) -> bool:
    """May a term speak against a claim? Not where a middle initial leaves room for another person of the name."""
    initials, known = _initial().findall(claim.name), _initial().findall(term.name)
    return not initials or bool(set(initials) & set(known))


def term_related(term: Claim) -> Related:
    """A known term as the other side of a finding."""
    return Related(term.document, term.span, f"{term.name}: {term.sentence} ({term.source})")


def _interval_in_words(interval: Interval) -> str:
    start = spoken(interval.start) if interval.start else "?"
    end = spoken(interval.end - datetime.timedelta(1)) if interval.end else "later than the source knows"
    return f"{start} to {end}"
