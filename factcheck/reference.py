"""Known facts from the project's own files, given as claims: terms in office, people, dated events.

Keys go in ("person:angela-merkel", "event:korean-war"), claims come out whose document is the
file they stand in ("facts:terms"). A look-up, whose answer is mostly "nothing", costs a microsecond (see
`factcheck.keyed`), and a run pays only for the people and events that its stories name.

Dates keep the precision of their source: "2018", "2018-03", "2018-03-14", or "2018-03-01..2018-03-09"
where sources differ. `possible` runs from the first to the last day they allow, `certain` from the
last start to the first end. A term without an end is certain up to the day its source was read and
possible for ever after: unknown, never "still in office".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from factcheck.dates.interval import DAY, one_day
from factcheck.keyed import lines_of
from factcheck.knownnames import names_under
from factcheck.model import Claim, Interval, Role, Span
from factcheck.rules import FOLDER

NOWHERE = Span(0, 0)
ALWAYS = Interval(None, None)

SOURCES = {
    "w": "Wikidata, via every-politician-scrapers",
    "c": "CIA World Factbook",
    "i": "Institute for Government, IfG Ministers Database (CC BY 4.0)",
    "u": "unitedstates/congress-legislators",
    "k": "the project's own table",
    "x": "the project's own table, confirmed",
}
"""The letter that starts a source field, and what it stands for."""


class Partial(NamedTuple):
    """A date as precisely as its source gives it: the first and the last day it may mean."""

    first: datetime.date
    last: datetime.date


class Facts:
    """The known facts of a folder, and a newsroom's own beside them.

    Holds a path and values only, so it pickles; files are read when a look-up first needs them.
    """

    __slots__ = ("_where", "folder", "own")

    def __init__(self, folder: Path | None = None, own: Iterable[Claim] = ()) -> None:
        self.folder = FOLDER / "facts" if folder is None else folder
        self._where = str(self.folder)  # quicker to hash than a path
        self.own: dict[str, tuple[Claim, ...]] = {}
        for claim in own:
            for key in claim.keys:
                self.own[key] = (*self.own.get(key, ()), claim)

    def about(self, keys: Iterable[str]) -> tuple[Claim, ...]:
        """Everything known under the keys: a newsroom's own facts first. Empty where nothing is known."""
        found: tuple[Claim, ...] = ()
        for key in dict.fromkeys(keys):
            found += self.under(key)
        return found

    def under(self, key: str) -> tuple[Claim, ...]:
        """Everything known under one key."""
        kind, _, slug = key.partition(":")
        if not slug:
            known: tuple[Claim, ...] = ()
        elif kind == "person":
            known = person_of(self._where, slug)
        elif kind == "name":
            known = names_under(self._where, slug.rpartition("/")[2])  # a block of one story, or of all
        elif kind == "event":
            known = event_of(self._where, slug)
        else:
            known = ()
        return (*self.own.get(key, ()), *known) if self.own else known


@lru_cache(maxsize=20_000)
def parse_date(written: str) -> Partial | None:
    """The days that a date of any precision may mean; None for an empty one.

    >>> parse_date("2018-03")
    Partial(first=datetime.date(2018, 3, 1), last=datetime.date(2018, 3, 31))

    Raises ValueError where it is no date.
    """
    if not written:
        return None
    first, dots, last = written.partition("..")
    if dots:
        a, b = parse_date(first), parse_date(last)
        if a is None or b is None or b.last < a.first:
            raise ValueError(f"{written!r} is no range of dates")
        return Partial(a.first, b.last)
    missing = {4: "-01-01", 7: "-01", 10: ""}.get(len(written))
    try:
        if missing is None or not written.isascii() or not written.replace("-", "").isdigit():
            raise ValueError
        start = datetime.date.fromisoformat(written + missing)
    except ValueError:
        raise ValueError(f"{written!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD") from None
    if len(written) == 10:
        return Partial(start, start)
    months = 12 if len(written) == 4 else 1
    month = start.month - 1 + months
    return Partial(start, datetime.date(start.year + month // 12, month % 12 + 1, 1) - DAY)


def held(start: str, end: str, known: str = "") -> tuple[Interval, Interval | None]:
    """The days on which a term may have run, and those on which it surely did.

    `end` is the last day in office; `known` the day up to which a term without an end is attested.
    """
    begun, over, seen = parse_date(start), parse_date(end), parse_date(known)
    possible = Interval(begun.first if begun else None, over.last + DAY if over else None)
    last = over.first if over else seen.first if seen else None
    if begun is None or last is None or last < begun.last:
        return possible, None
    return possible, Interval(begun.last, last + DAY)


@lru_cache(maxsize=20_000)
def person_of(folder: str, slug: str) -> tuple[Claim, ...]:
    """The known terms in office of the person, or the namesakes, that a slug names, and the life of the only one."""
    if not lines_of(folder, "people", slug) and not lines_of(folder, "terms", slug):
        return ()  # most people are unknown
    return (*terms_of(folder, slug), *life_of(folder, slug))


def terms_of(folder: str, slug: str) -> list[Claim]:
    """The known terms in office of the person, or the namesakes, that a slug names."""
    found: list[Claim] = []
    for line in _resolved(folder, "terms", slug):
        fields = line.split("\t")
        if len(fields) == 12:
            found += _term(slug, fields)
    return found


def _term(slug: str, fields: list[str]) -> Iterator[Claim]:
    """The term, and the times in which every holder of its office is listed."""
    _, name, title, organisation, place, written, start, end, known, grade, source, listed = fields
    possible, certain = held(start, end, known)
    role = Role(title, organisation, place, written)
    keys = (f"person:{slug}",)
    grade = "curated" if grade == "k" else "open"
    words = _term_in_words(written, place, organisation, start, end)
    head, tail = ("facts:terms", slug, name, keys), (possible, certain, NOWHERE)
    source = _source(source)
    yield Claim(*head, "role", role, *tail, written, "asserted", words, None, grade, source)
    if listed:
        office = office_text(role)
        for grade, spans in zip(("open", "curated"), listed.split("|"), strict=False):
            for span in spans.split("; "):
                if span:
                    yield Claim(*head, "listed", _days(span) or ALWAYS, *tail, office, grade=grade)


def office_text(role: Role) -> str:
    """An office in one string, as a claim of attribute "listed" names it: "president//united-states"."""
    return f"{role.title}/{role.organisation}/{role.place}"


def _term_in_words(written: str, place: str, organisation: str, start: str, end: str) -> str:
    where = organisation or place.replace("-", " ").title()
    return f"{written}{', ' + where if where else ''}, {start or '?'} to {end or 'after the last look'}"


def life_of(folder: str, slug: str) -> list[Claim]:
    """Sex, birth and death of the one person that a slug names; empty where two share it."""
    lines = _resolved(folder, "people", slug)
    fields = lines[0].split("\t") if len(lines) == 1 else []
    if len(fields) != 6:
        return []
    _, name, sex, born, died, source = fields
    found = []
    for attribute, value in (
        ("sex", {"f": "female", "m": "male"}.get(sex)),
        ("born", _days(born)),
        ("died", _days(died)),
    ):
        if value:
            found.append(_fact("people", slug, name, f"person:{slug}", attribute, value, source))
    return found


@lru_cache(maxsize=2_000)
def event_of(folder: str, slug: str) -> tuple[Claim, ...]:
    """When a known event began, ended and took place; `date` holds all its days."""
    found = []
    for line in lines_of(folder, "events", slug):
        fields = line.split("\t")
        if fields[1].startswith("="):
            return event_of(folder, fields[1][1:])
        _, name, start, end, source = fields[:5]
        begun, over = parse_date(start), parse_date(end or start)
        if begun is None or over is None:
            continue
        key = f"event:{slug}"
        whole = Interval(begun.first, over.last + DAY)
        found.append(_fact("events", slug, name, key, "date", whole, source))
        if end:
            found.append(_fact("events", slug, name, key, "began", Interval(begun.first, begun.last + DAY), source))
            found.append(_fact("events", slug, name, key, "ended", Interval(over.first, over.last + DAY), source))
    return tuple(found)


def _fact(file: str, slug: str, name: str, key: str, attribute: str, value: Interval | str, source: str) -> Claim:
    grade = "curated" if source.startswith("k") or file == "events" else "open"
    words = _source(source)
    return Claim(
        f"facts:{file}", slug, name, (key,), attribute, value, ALWAYS, ALWAYS, NOWHERE, name, grade=grade, source=words
    )


@lru_cache(maxsize=20_000)
def _days(written: str) -> Interval | None:
    partial = parse_date(written)
    return Interval(partial.first, one_day(partial.last).end) if partial else None


@lru_cache(maxsize=4096)
def _source(code: str) -> str:
    """The source in words: its name, then the detail that stands in the file."""
    letter, _, detail = code.partition(" ")
    name = SOURCES.get(letter)
    return code if name is None else f"{name}; {detail}" if detail else name


def _resolved(folder: str, file: str, slug: str) -> tuple[str, ...]:
    """The lines of a slug, or of the one that its only line refers to."""
    lines = lines_of(folder, file, slug)
    if len(lines) == 1:
        other = lines[0].partition("\t")[2]
        if other.startswith("="):
            return lines_of(folder, file, other[1:].partition("\t")[0])
    return lines
