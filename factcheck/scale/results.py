"""Results of checks kept between runs, by everything that they are made from.

A story's key is a digest of what was read of it, and of the rules, the known facts, the settings and the
program as they stand; whatever changes there changes all keys. A comparison is kept under the keys of
all its stories in their order. A file that is damaged is made anew, one that cannot be written is done
without: the results are the same, only later.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar, overload

import factcheck
from factcheck.engine import Checker
from factcheck.jsonform import (
    finding_from_json,
    finding_to_json,
    interval_from_json,
    interval_to_json,
    value_from_json,
    value_to_json,
)
from factcheck.model import Claim, Dateline, Document, Finding, Span
from factcheck.people.lexicon import own_lines
from factcheck.rules import FOLDER
from factcheck.scale.readings import Reading

Answer = TypeVar("Answer")

NAME = "results-1.sqlite"
ROOM = 1_000_000_000
"""Bytes; a larger file is emptied. News of 300 MB takes as much."""
_BATCH = 1_000

_TABLES = """
CREATE TABLE IF NOT EXISTS story (key BLOB PRIMARY KEY, claims INTEGER, head BLOB, body BLOB, sum INTEGER);
CREATE TABLE IF NOT EXISTS run (key BLOB PRIMARY KEY, found BLOB) WITHOUT ROWID;
"""


class Results:
    """The kept results for one checker."""

    def __init__(self, folder: Path, checker: Checker) -> None:
        self._path = folder / NAME
        self._rules = rules_digest(checker)
        self._keys: dict[str, bytes] = {}  # of stories that were looked up in vain
        self._fresh: list[tuple[bytes, int, bytes, bytes, int]] = []
        self._run = hashlib.blake2b(digest_size=16)
        self._db = _connected(self._path)

    def find(self, document: Document) -> Reading | None:
        """What is kept of a story; ask for every story, in order."""
        key = self._key(document)
        row = self._asked(lambda db: db.execute(f"{_SELECT} WHERE key = ?", (key,)).fetchone())
        reading = _reading(document.id, *row) if row else None
        if reading is None:
            self._keys[document.id] = key
        return reading

    def pass_by(self, document: Document) -> None:
        """A story of the run that is not looked for."""
        self._key(document)

    def keep(self, document: Document, reading: Reading) -> None:
        """Keep what a story that was not found has given."""
        key = self._keys.pop(document.id, b"")
        if key and self._db:
            head, body = _head(reading), _squeezed([_row(claim) for claim in reading.claims])
            self._fresh.append((key, len(reading.claims), head, body, zlib.crc32(head + body)))
            if len(self._fresh) >= _BATCH:
                self._write()

    def between(self) -> tuple[Finding, ...] | None:
        """What comparing exactly these stories in this order has found."""
        if not self._db:
            return None
        key = self._run.digest()
        row = self._asked(lambda db: db.execute("SELECT found FROM run WHERE key = ?", (key,)).fetchone())
        with contextlib.suppress(zlib.error, ValueError, LookupError, TypeError):
            return tuple(map(finding_from_json, _spread(row[0]))) if row else None
        return None

    def keep_between(self, findings: Iterable[Finding]) -> None:
        """Keep what comparing these stories has found."""
        packed = _squeezed([finding_to_json(finding) for finding in findings])
        self._asked(lambda db: db.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", (self._run.digest(), packed)))

    def close(self) -> None:
        """Write what is fresh, and empty a file that has grown too large."""
        self._write()
        if self._db:
            self._db.close()
            with contextlib.suppress(OSError):
                if self._path.stat().st_size > ROOM:
                    self._path.unlink()

    def _key(self, document: Document) -> bytes:
        origin = document.origin
        place = (origin.path, origin.form) if origin else ()
        told = hashlib.blake2b(self._rules, digest_size=16)
        parts = (document.id, document.title, document.text, document.language)
        sides = repr((document.published, document.metadata, place, *map(len, parts)))
        told.update(sides.encode("utf-8", "surrogatepass"))
        told.update("".join(parts).encode("utf-8", "surrogatepass"))
        key = told.digest()
        self._run.update(key)
        return key

    def _write(self) -> None:
        rows, self._fresh = self._fresh, []

        def write(db: sqlite3.Connection) -> None:
            db.execute("BEGIN IMMEDIATE")
            db.executemany("INSERT OR REPLACE INTO story VALUES (?, ?, ?, ?, ?)", rows)
            db.execute("COMMIT")

        if rows:
            self._asked(write)

    def _asked(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer | None:
        """The answer of the file; none, and none ever after, from one that is damaged or cannot be used."""
        if self._db is None:
            return None
        try:
            return question(self._db)
        except sqlite3.OperationalError as error:  # locked by another run, or the disk is full
            if "locked" not in str(error):
                self._give_up()
        except sqlite3.Error:
            self._give_up()
        return None

    def _give_up(self) -> None:
        if self._db:
            self._db.close()
            self._db = None
            with contextlib.suppress(OSError):
                self._path.unlink()


_SELECT = "SELECT claims, head, body, sum FROM story"


def _connected(path: Path) -> sqlite3.Connection | None:
    """The file opened, made where there is none, made anew where it is damaged; None where that cannot be."""
    for again in (False, True):
        try:
            if again:
                path.unlink(missing_ok=True)
            path.parent.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(path, timeout=1.0, isolation_level=None)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = OFF")  # a lost result is made again
            db.executescript(_TABLES)
            return db
        except (sqlite3.Error, OSError):
            continue
    return None


class KeptClaims(Sequence[Claim]):
    """Claims of a story that are read when they are first looked at: most runs only count them."""

    def __init__(self, document: str, number: int, packed: bytes) -> None:
        self._document, self._number, self._packed = document, number, packed

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Claim]: ...
    def __getitem__(self, index: int | slice) -> Claim | Sequence[Claim]:
        return list(self)[index]

    def __iter__(self) -> Iterator[Claim]:
        return (_claim(self._document, row) for row in _spread(self._packed))


def rules_digest(checker: Checker) -> bytes:
    """Sixteen bytes that change with anything, beside the story, that a result is made from."""
    told = hashlib.blake2b(digest_size=16)
    told.update(repr((checker.rules, checker.today, checker.facts and checker.facts.own)).encode("utf-8", "replace"))
    told.update(repr((sys.version, _libraries(), own_lines())).encode("utf-8", "replace"))
    folders = {Path(factcheck.__file__).parent, FOLDER, *([checker.facts.folder] if checker.facts else [])}
    for folder in sorted(folders):
        for path, _, names in os.walk(folder):
            for name in sorted(names):
                if not name.endswith(".pyc"):
                    status = (Path(path) / name).stat()
                    told.update(f"{path}/{name} {status.st_size} {status.st_mtime_ns}\n".encode("utf-8", "replace"))
    return told.digest()


def _libraries() -> list[str]:
    from importlib.metadata import PackageNotFoundError, version

    found = []
    for name in ("python-dateutil", "dateparser", "trafilatura"):
        with contextlib.suppress(PackageNotFoundError):
            found.append(f"{name} {version(name)}")
    return found


def _reading(document: str, number: int, head: bytes, body: bytes, told: int) -> Reading | None:
    """The reading of a row; None where the row is damaged."""
    try:
        if zlib.crc32(head + body) != told:
            return None
        dateline, words, findings, within = json.loads(head)
        return Reading(
            _dateline(dateline) if dateline else None,
            KeptClaims(document, number, body),
            tuple(map(finding_from_json, findings)),
            tuple(map(finding_from_json, within)),
            words,
        )
    except (ValueError, LookupError, TypeError):
        return None


def _head(reading: Reading) -> bytes:
    line = reading.dateline
    said: list[Any] | None = None
    if line:
        day = line.date.isoformat() if line.date else None
        held = interval_to_json(line.interval) if line.interval else None
        said = [day, held, line.place, line.agency, line.source, line.span, line.evidence, line.updated, line.stale]
    found = [[finding_to_json(finding) for finding in findings] for findings in (reading.findings, reading.within)]
    return json.dumps([said, reading.words, *found]).encode("ascii")


def _dateline(said: list[Any]) -> Dateline:
    day, held, place, agency, source, span, evidence, updated, stale = said
    return Dateline(
        datetime.date.fromisoformat(day) if day else None,
        interval_from_json(held) if held else None,
        place,
        agency,
        source,
        Span(*span) if span else None,
        tuple(evidence),
        updated,
        stale,
    )


def _row(claim: Claim) -> list[Any]:
    """A claim as a list of JSON values, its document left out."""
    value, possible, certain = value_to_json(claim.value), interval_to_json(claim.possible), claim.certain
    held = interval_to_json(certain) if certain else None
    dated = claim.dated.isoformat() if claim.dated else None
    head = (claim.entity, claim.name, claim.keys, claim.attribute, value, possible, held, claim.span)
    return [*head, claim.text, claim.stance, claim.sentence, dated, claim.grade, claim.source]


def _claim(document: str, row: list[Any]) -> Claim:
    """The claim that `_row` was given. Raises ValueError or TypeError for another list."""
    entity, name, keys, attribute, value, possible, held, span, *rest = row
    text, stance, sentence, dated, grade, source = rest
    certain = interval_from_json(held) if held else None
    day = datetime.date.fromisoformat(dated) if dated else None
    what = (tuple(keys), attribute, value_from_json(value), interval_from_json(possible), certain, Span(*span))
    return Claim(document, entity, name, *what, text, stance, sentence, day, grade, source)


def _squeezed(rows: list[Any]) -> bytes:
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode("ascii"), 1)


def _spread(packed: bytes) -> list[Any]:
    rows: list[Any] = json.loads(zlib.decompress(packed))
    return rows
