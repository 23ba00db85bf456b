"""A newsroom's own facts: one TOML or CSV file in, claims out, with the precision rules of the shipped facts.

    [[person]]
    name = "Ada Orwick"
    aliases = ["Ada M. Orwick"]
    sex = "female"
    born = "1961-03"
    source = "our archive"

    [[office]]
    person = "Ada Orwick"
    office = "Mayor of Bristol"
    start = "2016-05-09"
    end = "2021-05-07"

    [[event]]
    name = "Harbour fire"
    start = "1994-02-11"
    end = "1994-02-13"

A CSV file has the columns kind (person, office or event), name, aliases ("; " between), office, sex,
born, died, start, end, known and source; unused cells stay empty. Dates are YYYY, YYYY-MM or YYYY-MM-DD.
An office without an end was held on the day `known`, and later days are unknown.
"""

from __future__ import annotations

import csv
import datetime
import difflib
import io
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck import places
from factcheck.claims.events import event_slug
from factcheck.model import Claim, Interval
from factcheck.people import person_slug, read_role
from factcheck.reference import ALWAYS, NOWHERE, Partial, held, office_text, parse_date

_KEYS = {
    "person": ("name", "aliases", "sex", "born", "died", "source"),
    "office": ("person", "office", "start", "end", "known", "source", "aliases"),
    "event": ("name", "aliases", "start", "end", "source"),
}
_DATES = ("born", "died", "start", "end", "known")


EVER = Interval(datetime.date.min, datetime.date.max)
"""A newsroom that lists a person in an office lists all the terms."""


class OwnFactsError(ValueError):
    """A file of facts that cannot be used; the message names file, line and mend."""


def read_facts(path: Path) -> tuple[Claim, ...]:
    """The claims of a file of facts, in its order. Raises OwnFactsError for a broken file, OSError for none."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OwnFactsError(f"{path}:1: not UTF-8; save the file as UTF-8") from error
    rows = _csv_rows(text, path) if path.suffix.lower() == ".csv" else _toml_rows(text, path)
    return tuple(claim for line, kind, row in rows for claim in _claims(kind, row, path, line))


def _toml_rows(text: str, path: Path) -> Iterator[tuple[int, str, dict[str, str]]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OwnFactsError(f"{path}: not TOML: {error}") from error
    lines = text.splitlines()
    for kind, entries in tables.items():
        heads = [number for number, line in enumerate(lines, 1) if line.strip().startswith(f"[[{kind}]]")]
        if kind not in _KEYS or not isinstance(entries, list) or len(heads) != len(entries):
            raise OwnFactsError(
                f"{path}:{_line_of(lines, kind)}: {kind!r} is no table of facts; {_nearest(kind, _KEYS)}"
            )
        for line, entry in zip(heads, entries, strict=True):
            yield line, kind, {key: _cell(value) for key, value in entry.items()}


def _line_of(lines: list[str], word: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if word in line), 1)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(str(part) for part in value)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _csv_rows(text: str, path: Path) -> Iterator[tuple[int, str, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text))
    for name in reader.fieldnames or ():
        if name not in {"kind", *(key for keys in _KEYS.values() for key in keys)}:
            raise OwnFactsError(f"{path}:1: no column {name!r}; the columns are kind, {', '.join(_CSV_COLUMNS)}")
    for row in reader:
        cells = {key: (value or "").strip() for key, value in row.items() if key}
        kind = cells.pop("kind", "")
        if kind == "office" and not cells.get("person"):
            cells["person"] = cells.pop("name", "")
        if kind not in _KEYS:
            raise OwnFactsError(f"{path}:{reader.line_num}: kind {kind!r}; {_nearest(kind, _KEYS)}")
        yield reader.line_num, kind, {key: value for key, value in cells.items() if value}


_CSV_COLUMNS = ("name", "aliases", "office", "sex", "born", "died", "start", "end", "known", "source")


def _nearest(word: str, known: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(word, list(known), 1, 0.4)
    return f"did you mean {near[0]}?" if near else f"write one of {', '.join(known)}"


def _claims(kind: str, row: Mapping[str, str], path: Path, line: int) -> Iterator[Claim]:
    where = f"{path}:{line}"
    for key in row:
        if key not in _KEYS[kind]:
            near = difflib.get_close_matches(key, _KEYS[kind], 1, 0.4)
            hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(_KEYS[kind])}"
            raise OwnFactsError(f"{where}: unknown key {key} in [[{kind}]]; {hint}")
    for key in _DATES:
        _date(row, key, where)
    name = row.get("person" if kind == "office" else "name", "")
    if not name:
        raise OwnFactsError(f"{where}: no name; add the name of the {'holder' if kind == 'office' else kind}")
    if kind == "office":
        yield from _office(name, row, where, path)
    elif kind == "person":
        yield from _person(name, row, where, path)
    else:
        yield from _event(name, row, where, path)


def _office(name: str, row: Mapping[str, str], line: str, path: Path) -> Iterator[Claim]:
    role = read_role(row.get("office", ""))
    where = places.lookup(row.get("office", "").rpartition(" of ")[2], metonyms=False)
    role = role._replace(place=role.place or where or "")
    if not role.title:
        raise OwnFactsError(f'{line}: no office; write for instance office = "Mayor of Bristol"')
    start, end = _date(row, "start", line), _date(row, "end", line)
    if start and end and end.last < start.first:
        raise OwnFactsError(f"{line}: the end {row['end']} lies before the start {row['start']}")
    possible, certain = held(row.get("start", ""), row.get("end", ""), row.get("known", ""))
    words = f"{row['office']}, {row.get('start') or '?'} to {row.get('end') or 'after the last look'}"
    base = _base(name, row, path)
    yield base._replace(
        attribute="role", value=role, possible=possible, certain=certain, text=row["office"], sentence=words
    )
    yield base._replace(attribute="listed", value=EVER, text=office_text(role))


def _person(name: str, row: Mapping[str, str], where: str, path: Path) -> Iterator[Claim]:
    base = _base(name, row, path)
    sex = row.get("sex", "")
    if sex:
        if sex not in ("female", "male"):
            raise OwnFactsError(f'{where}: sex {sex!r}; write "female" or "male", or leave it out')
        yield base._replace(attribute="sex", value=sex)
    for key in ("born", "died"):
        days = _date(row, key, where)
        if days:
            yield base._replace(attribute=key, value=_interval(days))


def _event(name: str, row: Mapping[str, str], where: str, path: Path) -> Iterator[Claim]:
    start, end = _date(row, "start", where), _date(row, "end", where)
    if start is None:
        raise OwnFactsError(f'{where}: no start; write for instance start = "1994-02-11"')
    if end and end.last < start.first:
        raise OwnFactsError(f"{where}: the end {row['end']} lies before the start {row['start']}")
    slugs = [event_slug(name), *(event_slug(other) for other in _others(row))]
    base = _base(name, row, path)._replace(entity=slugs[0], keys=tuple(f"event:{slug}" for slug in slugs))
    yield base._replace(attribute="date", value=Interval(start.first, _interval(end or start).end))
    if end:
        yield base._replace(attribute="began", value=_interval(start))
        yield base._replace(attribute="ended", value=_interval(end))


def _base(name: str, row: Mapping[str, str], path: Path) -> Claim:
    """A claim of the file about a person, to be filled."""
    slugs = dict.fromkeys(person_slug(spelling) for spelling in (name, *_others(row)))
    keys = tuple(f"person:{slug}" for slug in slugs)
    source = row.get("source") or path.name
    blank = Claim(f"facts:{path.name}", next(iter(slugs)), name, keys, "name", name, ALWAYS, ALWAYS, NOWHERE, name)
    return blank._replace(grade="curated", source=source)


def _others(row: Mapping[str, str]) -> list[str]:
    return [part.strip() for part in row.get("aliases", "").split(";") if part.strip()]


def _date(row: Mapping[str, str], key: str, where: str) -> Partial | None:
    try:
        return parse_date(row.get(key, ""))
    except ValueError as error:
        raise OwnFactsError(f"{where}: {key}: {error}") from error


def _interval(days: Partial) -> Interval:
    return Interval(days.first, days.last + datetime.timedelta(1) if days.last < datetime.date.max else None)
