"""Values by name that need not fit in memory: the first stay there, the others go to a temporary file.

The file belongs to this process, has no name that another could open, and is gone when the process is.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:  # few runs need more than memory, and these are slow to import
    import sqlite3

Value = TypeVar("Value")

ROOM = 48_000_000
"""Weight kept in memory; in bytes, the texts of 15 to 40 MB of news, as they are stored twice or once."""


class Shelf(Mapping[str, Value], Generic[Value]):
    """A mapping that values can only be put into, once a name; it gives them in that order."""

    def __init__(self, room: int = ROOM) -> None:
        self._near: dict[str, Value] = {}
        self._room = room
        self._far: sqlite3.Connection | None = None

    def put(self, name: str, value: Value, weight: int) -> None:
        self._room -= weight
        if self._room >= 0:
            self._near[name] = value
            return
        if self._far is None:
            self._far = temporary()
            self._far.execute("CREATE TABLE held (number INTEGER PRIMARY KEY, name BLOB UNIQUE, value BLOB)")
        self._far.execute("INSERT INTO held (name, value) VALUES (?, ?)", (_bytes(name), _packed(value)))

    def __getitem__(self, name: str) -> Value:
        if name in self._near:
            return self._near[name]
        row = self._far.execute("SELECT value FROM held WHERE name = ?", (_bytes(name),)) if self._far else ()
        for (packed,) in row:
            value: Value = _unpacked(packed)
            return value
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        if name in self._near or self._far is None:
            return name in self._near
        found = self._far.execute("SELECT 1 FROM held WHERE name = ?", (_bytes(str(name)),))
        return found.fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        yield from self._near
        if self._far:
            for (name,) in self._far.execute("SELECT name FROM held ORDER BY number"):
                yield name.decode("utf-8", "surrogatepass")

    def __len__(self) -> int:
        far = self._far.execute("SELECT count(*) FROM held").fetchone()[0] if self._far else 0
        return len(self._near) + int(far)


class Numbers:
    """A set of 64-bit numbers in eight to sixteen bytes each, a fifth of what a set takes."""

    def __init__(self) -> None:
        self._table = array("q", bytes(8 * 1024))
        self._count = 0

    def __contains__(self, number: int) -> bool:
        return self._table[self._slot(number or 1)] != 0

    def add(self, number: int) -> None:
        slot = self._slot(number or 1)
        if self._table[slot]:
            return
        self._table[slot] = number or 1
        self._count += 1
        if 3 * self._count > 2 * len(self._table):
            held = self._table
            self._table, self._count = array("q", bytes(16 * len(held))), 0
            for other in held:
                if other:
                    self.add(other)

    def _slot(self, number: int) -> int:
        """Where the number stands, or the free place where it would."""
        table = self._table
        slot = number % len(table)
        while table[slot] and table[slot] != number:
            slot = (slot + 1) % len(table)
        return slot


def temporary() -> sqlite3.Connection:
    """A database in a temporary file without a name; its pages stay in memory while they are few."""
    import sqlite3

    db = sqlite3.connect("", isolation_level=None)
    db.execute("PRAGMA cache_size = -32000")
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("BEGIN")  # one transaction for its whole life: else every row goes to the disk by itself
    return db


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _packed(value: object) -> bytes:
    import pickle
    import zlib

    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def _unpacked(packed: bytes) -> Any:
    import pickle
    import zlib

    return pickle.loads(zlib.decompress(packed))
