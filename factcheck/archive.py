"""A claim archive in one SQLite file: claims of stories in, the claims that a new story must meet out.

It keeps claims, spans and a short quotation around each, not the texts. A story is one
row with its claims compressed together; beside it stands one number for each key and
value that a claim can be met under. A place is 40 bits of the key and 23 of the value and
year, so all distinct values under a key are found by jumping along one index, however many stories
repeat them; a clash of hashes only fetches claims that meet nobody. Blocks of look-alike names are crowded by
people who have nothing to do with each other, so their spellings stand in a table of their own, to be looked
through before any story is fetched.

Every batch is one transaction in a write-ahead log with full synchronisation: what
was reported as added survives a kill, and a half-added story never shows.
This module knows only the data types; it does not know how claims are made.
"""

from __future__ import annotations

import datetime
import hashlib
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from factcheck.model import Claim, keys_between
from factcheck.packing import pack, unpack

SCHEMA = 2
_APPLICATION = 0x46434B41  # "FCKA", so that another program's database is never mistaken for an archive
_BUSY_MS = 30_000
_VALUES_PER_KEY = 400  # far above what one person's or office's history holds; a guard, not a sample
_SPELLINGS = """
CREATE TABLE spelling (
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (place, name)
) WITHOUT ROWID;
"""
_TABLES = f"""{_SPELLINGS}
CREATE TABLE story (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    digest BLOB NOT NULL,
    rules TEXT NOT NULL,
    dated TEXT,
    claims BLOB NOT NULL,
    text BLOB
);
CREATE TABLE place (
    place INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (place, story)
) WITHOUT ROWID;
"""
_DISTINCT = """
WITH RECURSIVE met(place) AS (
    SELECT min(place) FROM place WHERE place >= :low AND place <= :high
    UNION ALL
    SELECT (SELECT min(place) FROM place WHERE place > met.place AND place <= :high)
    FROM met WHERE met.place IS NOT NULL LIMIT :most
)
SELECT (SELECT min(story) FROM place WHERE place.place = met.place),
       (SELECT max(story) FROM place WHERE place.place = met.place)
FROM met WHERE met.place IS NOT NULL
"""


_TAKE_OUT = "DELETE FROM place WHERE place = ? AND story = ?"
_SPELT = "INSERT OR IGNORE INTO spelling VALUES (?, ?)"

Near = Callable[[str, str], bool]
"""Of a "name:" key and a written name: may it be a name that is looked for, or a slip of one?"""


class ArchiveError(Exception):
    """An archive that cannot be used as asked; the message says which, why, and the way out."""


class Entry(NamedTuple):
    """One story for the archive: `digest` of what was read, `rules` the version that read it."""

    id: str
    digest: bytes
    rules: str
    dated: datetime.date | None
    claims: Sequence[Claim]
    text: str | None = None


class Stats(NamedTuple):
    """What an archive holds; `size` in bytes, `rules` the versions with their counts of stories."""

    stories: int
    places: int
    size: int
    first: str | None
    last: str | None
    rules: tuple[tuple[str, int], ...]


def digest(text: str, title: str, published: datetime.date | None) -> bytes:
    """Sixteen bytes that change when anything does that claims are made from."""
    joined = "\0".join((title, published.isoformat() if published else "", text))
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Archive:
    """An open archive file. One object serves one thread; any number of processes may share the file."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open an archive, or make one where `create` allows it.

        Raises ArchiveError for a missing, foreign, damaged or newer file, which stays untouched.
        """
        self.path = path
        if path.is_dir():
            raise ArchiveError(f"{path}: is a folder; name a file, for instance {path / 'claims.archive'}")
        if not path.exists() and not create:
            raise ArchiveError(f"{path}: no such archive; `factcheck archive add PATH --archive {path}` makes it")
        fresh = not path.exists() or path.stat().st_size == 0
        version = 0 if fresh else _inspect(path)
        try:
            self._db = sqlite3.connect(path, timeout=_BUSY_MS / 1000, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            if fresh:
                self._make()
            elif version == 1:
                self._add_spellings()
        except sqlite3.Error as error:
            raise _spoken(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    def _make(self) -> None:
        with self._writing():
            if not self._db.execute("PRAGMA user_version").fetchone()[0]:  # another process may have been first
                for statement in _TABLES.split(";"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA application_id = {_APPLICATION}")
                self._db.execute(f"PRAGMA user_version = {SCHEMA}")

    def _add_spellings(self) -> None:
        """Bring a file of the first layout to this one: all of it, or it stays as it was."""
        with self._writing():
            if self._db.execute("PRAGMA user_version").fetchone()[0] == 1:  # else another process was first
                self._db.execute(_SPELLINGS)
                for number, story, packed in self._db.execute("SELECT number, id, claims FROM story"):
                    claims = unpack(story, packed)
                    self._db.executemany(_SPELT, _spellings(claims))
                    gone = _places(claims, all_keys=True) - _places(claims)
                    self._db.executemany(_TAKE_OUT, ((place, number) for place in gone))
                self._db.execute(f"PRAGMA user_version = {SCHEMA}")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise _spoken(self.path, error) from error
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def state(self, story: str, digest: bytes, rules: str) -> str:
        """ "unchanged" where this very version of a story is there, read by these rules; else "updated" or "added"."""
        row = self._db.execute("SELECT digest, rules FROM story WHERE id = ?", (story,)).fetchone()
        if row is None:
            return "added"
        return "unchanged" if row == (digest, rules) else "updated"

    def add(self, entries: Iterable[Entry]) -> int:
        """Add or replace stories in one transaction; how many were written.

        Raises ArchiveError when the disk is full or the file is damaged; then none of them is there.
        """
        count = 0
        with self._writing():
            places: list[tuple[int, int]] = []
            spellings: set[tuple[int, str]] = set()
            for entry in entries:
                self._drop(entry.id)
                number = self._insert(entry)
                places.extend((place, number) for place in _places(entry.claims))
                spellings |= _spellings(entry.claims)
                count += 1
            places.sort()
            self._db.executemany("INSERT OR IGNORE INTO place VALUES (?, ?)", places)
            self._db.executemany(_SPELT, sorted(spellings))
        return count

    def _insert(self, entry: Entry) -> int:
        text = zlib.compress(entry.text.encode("utf-8", "surrogatepass")) if entry.text is not None else None
        dated = entry.dated.isoformat() if entry.dated else None
        row = (entry.id, entry.digest, entry.rules, dated, pack(entry.claims), text)
        cursor = self._db.execute(
            "INSERT INTO story (id, digest, rules, dated, claims, text) VALUES (?, ?, ?, ?, ?, ?)", row
        )
        return int(cursor.lastrowid or 0)

    def _drop(self, story: str) -> bool:
        row = self._db.execute("SELECT number, claims FROM story WHERE id = ?", (story,)).fetchone()
        if row is None:
            return False
        number, packed = row
        marks = ((place, number) for place in _places(unpack(story, packed)))
        self._db.executemany(_TAKE_OUT, marks)
        self._db.execute("DELETE FROM story WHERE number = ?", (number,))
        return True

    def forget(self, story: str) -> bool:
        """Take a story out; whether it was there."""
        with self._writing():
            return self._drop(story)

    def about(self, keys: Iterable[str], *, but: Container[str] = (), near: Near | None = None) -> tuple[Claim, ...]:
        """Claims under any of the keys: of each distinct value and year the oldest and the newest story's;
        of each spelling of a name one.

        `but` names stories to leave out: the ones being checked. `near` tells of a "name:" key and a name whether that
        spelling is wanted; without it all are, as far as there are not too many.
        """
        wanted = set(keys)
        numbers: set[int] = set()
        try:
            for key in wanted:
                if near and key.startswith("name:"):
                    numbers.update(self._writing_of(key, near))
                else:
                    numbers.update(self._telling(key))
            stories = [self._story(number) for number in sorted(numbers)]
            return tuple(
                claim for story, packed in stories if story not in but for claim in unpack(story, packed, wanted)
            )
        except sqlite3.Error as error:
            raise _spoken(self.path, error) from error

    def _telling(self, key: str) -> Iterator[int]:
        """The numbers of the stories that are the first or the last to give a value under a key."""
        low = _key_bits(key)
        row = {"low": low, "high": low | _VALUE_MASK, "most": _VALUES_PER_KEY}
        for first, last in self._db.execute(_DISTINCT, row):
            yield first
            if not key.startswith("name:"):  # under these only spellings meet, and one story shows it
                yield last

    def _writing_of(self, key: str, near: Near) -> Iterator[int]:
        """The number of the first story with each spelling under a key that is wanted."""
        low = _key_bits(key)
        spelt = "SELECT place, name FROM spelling WHERE place BETWEEN ? AND ?"
        for place, name in self._db.execute(spelt, (low, low | _VALUE_MASK)):
            if near(key, name):
                (number,) = self._db.execute("SELECT min(story) FROM place WHERE place = ?", (place,)).fetchone()
                if number is not None:  # else all stories that had it are forgotten
                    yield number

    def _story(self, number: int) -> tuple[str, bytes]:
        row: tuple[str, bytes] | None = self._db.execute(
            "SELECT id, claims FROM story WHERE number = ?", (number,)
        ).fetchone()
        return row or ("", pack(()))  # forgotten by another process in between

    def stories(self) -> Iterator[tuple[str, tuple[Claim, ...]]]:
        """Every story's id and claims, in the order of adding."""
        for story, packed in self._db.execute("SELECT id, claims FROM story ORDER BY number"):
            yield story, unpack(story, packed)

    def stats(self) -> Stats:
        """What the archive holds."""
        stories, first, last = self._db.execute("SELECT count(*), min(dated), max(dated) FROM story").fetchone()
        places = self._db.execute("SELECT count(*) FROM place").fetchone()[0]
        pages, size = (self._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        versions = self._db.execute("SELECT rules, count(*) FROM story GROUP BY rules ORDER BY 2 DESC").fetchall()
        return Stats(stories, places, pages * size, first, last, tuple(versions))

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the archive, a line each; nothing when it is sound."""
        try:
            wrong = [row[0] for row in self._db.execute("PRAGMA integrity_check") if row[0] != "ok"]
            there: Counter[int] = Counter(dict(self._db.execute("SELECT story, count(*) FROM place GROUP BY story")))
            for number, story, packed in self._db.execute("SELECT number, id, claims FROM story"):
                try:
                    claims = unpack(story, packed)
                    expected = len(_places(claims))
                except (ValueError, zlib.error, LookupError, TypeError):
                    wrong.append(f"the claims of {story} cannot be read; add that story again")
                    continue
                if there.pop(number, 0) != expected or not all(map(self._is_spelt, _spellings(claims))):
                    wrong.append(f"the index of {story} does not match its claims; add that story again")
            wrong.extend(f"the index names story number {number}, which is not there" for number in there)
        except sqlite3.Error as error:
            raise _spoken(self.path, error) from error
        return tuple(wrong)

    def _is_spelt(self, row: tuple[int, str]) -> bool:
        found = self._db.execute("SELECT count(*) FROM spelling WHERE place = ? AND name = ?", row).fetchone()
        return bool(found[0])

    def compact(self) -> int:
        """Give unused room back to the disk; how many bytes the file has now."""
        try:
            with self._writing():
                self._db.execute("DELETE FROM spelling WHERE place NOT IN (SELECT place FROM place)")
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise _spoken(self.path, error) from error
        return self.path.stat().st_size


def _inspect(path: Path) -> int:
    """The layout of an archive, looked up without writing to it, 0 for one that is just being made; ArchiveError
    unless this version can use it."""
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(b"SQLite format 3\0"):
        raise ArchiveError(f"{path}: not an archive (or its first bytes are damaged); it was left as it is")
    application, version = int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")
    if application == 0 and version == 0:
        return 0  # a new archive whose first transaction still stands in the log beside it
    if application != _APPLICATION:
        raise ArchiveError(f"{path}: a database of another program; it was left as it is")
    if version > SCHEMA:
        raise ArchiveError(f"{path}: made by a newer factcheck (layout {version}, this one reads {SCHEMA}); update it")
    return version


def _spoken(path: Path, error: sqlite3.Error) -> ArchiveError:
    text = str(error)
    if "full" in text:
        return ArchiveError(f"{path}: the disk is full; the batch was not added, what was reported before is safe")
    if "locked" in text or "busy" in text:
        return ArchiveError(f"{path}: another process has kept it locked for {_BUSY_MS // 1000} seconds; try again")
    if "malformed" in text or "not a database" in text or "disk I/O" in text:
        return ArchiveError(f"{path}: damaged ({text}); it was left as it is: restore a copy, or add the stories anew")
    if "readonly" in text or "unable to open" in text:
        return ArchiveError(f"{path}: cannot be opened for writing ({text}); check the folder and its permissions")
    return ArchiveError(f"{path}: {text}")


_VALUE_BITS = 23
_VALUE_MASK = (1 << _VALUE_BITS) - 1


def _key_bits(key: str) -> int:
    """The lowest place of a key: its hash in the high bits of a signed 64-bit number."""
    return (int.from_bytes(hashlib.blake2b(key.encode(), digest_size=5).digest(), "big")) << _VALUE_BITS


def _places(claims: Iterable[Claim], *, all_keys: bool = False) -> set[int]:
    """The places of a story's claims; claims that only meet others of the same story have none. The first layout
    had places for `all_keys`."""
    places: set[int] = set()
    for claim in claims:
        bits = _value_bits(claim)
        places.update(_key_bits(key) | bits for key in (claim.keys if all_keys else keys_between(claim)))
    return places


def _spellings(claims: Iterable[Claim]) -> set[tuple[int, str]]:
    """The names that stand in blocks of look-alike names, each with its place there."""
    return {
        (_key_bits(key) | _value_bits(claim), str(claim.value).encode("utf-8", "replace").decode())
        for claim in claims
        if claim.attribute == "name"
        for key in keys_between(claim)
    }


def _value_bits(claim: Claim) -> int:
    year = claim.dated.year if claim.dated and claim.attribute != "name" else 0  # a spelling is of no time
    return zlib.crc32(repr((claim.attribute, claim.value, year)).encode("utf-8", "surrogatepass")) & _VALUE_MASK
