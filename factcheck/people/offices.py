"""Offices: which exclude each other, which have one holder, and the key under which holders meet.

The table is rules/people/offices.txt; roles come in as `wording.read_role` gives them.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from factcheck import places
from factcheck.model import Role
from factcheck.people.lexicon import around, office_lines
from factcheck.people.memo import Memo
from factcheck.people.wording import RANKS_BELOW, STANDING


class Office(NamedTuple):
    """One line of the table."""

    family: str
    single: bool


@cache
def _offices() -> dict[str, Office]:
    found: dict[str, Office] = {}
    for line in office_lines():
        if not line.startswith(("portfolio ", "exclusive ", "together ")):
            title, _, family, notes = (part.strip() for part in line.split("|"))
            found.setdefault(title, Office(family, "one" in notes))
    return found


@cache
def _pairs(heading: str) -> frozenset[tuple[str, str]]:
    found = set()
    for line in office_lines():
        if line.startswith(heading):
            rest = line.removeprefix(heading).strip()
            left, right = rest.split("|") if "|" in rest else rest.split()
            found |= {(left.strip(), right.strip()), (right.strip(), left.strip())}
    return frozenset(found)


def office_key(role: Role) -> str:
    """The key under which holders of one office meet, or "" where it is not said whose office it is.

    >>> office_key(Role("president", "", "france")), office_key(Role("president", "senate", ""))
    ('office:president/france', '')
    """
    where = role.organisation or role.place
    if role.organisation and role.place and (role.title in _SENT or _is_common(role.organisation)):
        where = f"{role.place}/{role.organisation}"
    elif not where or _is_common(where):
        return ""
    return f"office:{role.title}/{where}" if role.title else ""


_SENT = ("ambassador", "envoy", "special representative", "deputy special representative", "permanent representative")


@lru_cache(maxsize=1 << 12)
def _is_common(slug: str) -> bool:
    """Is a body one that many countries have: "senate", "central-bank"?"""
    return all(word in around("body that many countries have") for word in slug.split("-"))


def single_holder(role: Role) -> bool:
    """May only one person hold this office, in its place or body, at a time?"""
    office = _office(role.title)
    return bool(office and office.single and office_key(role))


def may_be_known(role: Role) -> bool:
    """Is it a high office of a country, held by one person at a time, so that its holder may be a known one?

    Only the highest may stand without their country: "Prime Minister Ada Moss".
    """
    needs = _NEEDS[role.title]
    return bool(needs) and (bool(role.place) or (needs == "nothing" and not role.organisation))


def _needs(title: str) -> str:
    """What an office needs to be one of the high ones: its "place", "nothing" more, or "" where it is none."""
    office = _office(title)
    if not office or not office.single or office.family not in _OF_A_COUNTRY:
        return ""
    return "nothing" if office.family == "executive" else "place"


_NEEDS = Memo(_needs, 1 << 12)


def may_lead_firm(role: Role) -> bool:
    """Is it an office of a firm: chief executive, chief financial officer, chairman?"""
    office = _office(role.title)
    return role.title == "chairman" or bool(office and office.family == "company")


def _office(title: str) -> Office | None:
    if title.endswith(" minister") and title not in ("prime minister", "first minister"):
        return Office("cabinet", not is_below(title))
    return _offices().get(title)


def is_below(title: str) -> bool:
    """Is it a deputy's, an acting or a coming holder's title?"""
    first = title.split(" ")[0]
    return first in RANKS_BELOW.values() or first in STANDING.values() or title.endswith(("-elect", "-designate"))


def relation(one: Role, other: Role) -> str:
    """How two roles of one person get on: "same", "together" (may be held at once), "exclusive", "unknown"."""
    if not one.title or not other.title:
        return "unknown"
    if one.place and other.place and one.place != other.place:
        return "unknown" if places.within(one.place) == places.within(other.place) else _apart(one, other)
    if one.title == other.title:
        return "same"
    if is_below(one.title) or is_below(other.title):
        return "unknown"
    first, second = _office(one.title), _office(other.title)
    if not first or not second:
        return "unknown"
    if (one.title, other.title) in _pairs("together "):
        return "together"
    if first.family == second.family:
        return "exclusive" if first.family in _EXCLUSIVE_WITHIN else "together"
    return "exclusive" if (first.family, second.family) in _pairs("exclusive ") else "together"


_EXCLUSIVE_WITHIN = frozenset(("executive", "cabinet", "state", "rank", "company", "body"))


def _apart(one: Role, other: Role) -> str:
    """The relation of offices of two countries."""
    first, second = _office(one.title), _office(other.title)
    return "exclusive" if first and second and {first.family, second.family} <= _OF_A_COUNTRY else "unknown"


_OF_A_COUNTRY = frozenset(("executive", "cabinet", "state", "crown", "envoy"))
