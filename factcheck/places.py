"""The words that news uses for countries, states and bodies: "South Korean", "Seoul" -> "south-korea".

Words come in, slugs go out. The table (rules/places/places.txt) is read when first asked for;
this module knows no text and guesses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from factcheck.rules import FOLDER


class Place(NamedTuple):
    """A country, state or body. `within` is the slug of the state it lies in, or ""."""

    slug: str
    name: str
    within: str = ""


def lookup(words: str, *, metonyms: bool = True) -> str | None:
    """The slug of the place that the words stand for; None where they stand for none.

    Names, aliases, adjectives and demonyms count, a leading "the" or a possessive ending does not;
    capitals and metonyms ("Beijing", "Downing Street") only when `metonyms` is true.

    >>> lookup("South Korean"), lookup("the Kremlin"), lookup("U.S."), lookup("Springfield")
    ('south-korea', 'russia', 'united-states', None)
    """
    names, stands_for = _table()[1:]
    bare = _bare(words)
    return names.get(bare) or (stands_for.get(bare) if metonyms else None)


def name_of(slug: str) -> str:
    """The name of a place as news writes it ("United States"); "" for an unknown slug."""
    place = _table()[0].get(slug)
    return place.name if place else ""


def within(slug: str) -> str:
    """The state that a place lies in: "united-states" for "texas"; the slug itself where it lies in none."""
    place = _table()[0].get(slug)
    return place.within if place and place.within else slug


def forms() -> Mapping[str, str]:
    """Every name, alias, adjective and demonym with its slug; no capitals and no metonyms."""
    return _table()[1]


def metonyms() -> Mapping[str, str]:
    """Every capital and metonym with its slug."""
    return _table()[2]


def _bare(words: str) -> str:
    bare = words.replace("’", "'").strip()
    if bare[:4] in ("the ", "The "):
        bare = bare[4:]
    if bare.endswith("'s"):
        return bare[:-2]
    return bare[:-1] if bare.endswith("s'") else bare


@cache
def _table() -> tuple[dict[str, Place], dict[str, str], dict[str, str]]:
    """Places by slug, names and adjectives to slugs, metonyms to slugs."""
    places: dict[str, Place] = {}
    names: dict[str, str] = {}
    stands_for: dict[str, str] = {}
    for line in (FOLDER / "places" / "places.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        slug, name, state, aliases, adjectives, others = line.split("\t")
        places[slug] = Place(slug, name, state)
        for table, words in ((names, aliases), (names, adjectives), (stands_for, others)):
            for word in words.replace("’", "'").split("; "):
                if word:
                    table.setdefault(word.removeprefix("the ").removeprefix("The "), slug)
    return places, names, stands_for
