"""The claims of a run, compared when all are there: in memory while they are few, else in a temporary database.

What is found does not depend on where they lie: on disk the keys that can conflict are found by the same
SQL, and judged by the same function, as in a run over a whole archive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from factcheck.engine import Checker, settle
from factcheck.model import Claim, Finding, keys_between
from factcheck.scale.readings import Reading
from factcheck.scale.shelf import temporary

if TYPE_CHECKING:  # few runs need more than memory
    import sqlite3

MOST = 80_000
"""Claims kept in memory, some 80 MB: those of about 24 MB of news that can meet other stories'."""

_PACKED = 6  # claims kept from an earlier run are packed until they are looked at, and take a sixth of the room
_KEYS = 2_000  # keys asked for at once when the background is looked through

Background = Callable[[Mapping[str, Sequence[Claim]]], Iterable[Claim]]
"""The claims to compare with that have any of some keys; beside each key stand the claims that they will meet, where
these are in memory."""

_TABLES = (
    "CREATE TABLE story (number INTEGER PRIMARY KEY, checked INTEGER, claims BLOB)",
    "CREATE TABLE claim_rows (key, attribute, said, month, story INTEGER, number INTEGER, known INTEGER, claim BLOB)",
)


class Gathering:
    """Claims of stories as they come, `most` of them in memory."""

    def __init__(self, checker: Checker, most: int = MOST) -> None:
        self._checker, self._most = checker, most
        self._near: list[Sequence[Claim]] = []  # a story each
        self._groups: dict[str, list[Claim]] = {}  # those of the first `_grouped` stories by key
        self._grouped = 0
        self._far: sqlite3.Connection | None = None
        self._found: list[Finding] = []
        self._stories = 0

    def add(self, reading: Reading) -> None:
        """What comparing one story with itself has found, and its claims that others can meet."""
        claims = reading.claims
        self._found += reading.within
        if self._far is not None:
            self._store(claims, True)
            return
        self._near.append(claims)
        fresh = isinstance(claims, tuple)
        if fresh and self._grouped == len(self._near) - 1:
            self._group()  # now, while other processes check, rather than when they are done
        self._most -= len(claims) if fresh else len(claims) // _PACKED
        if self._most < 0:
            self._far = temporary()
            for statement in _TABLES:
                self._far.execute(statement)
            self._groups = {}
            while self._near:
                self._store(self._near.pop(0), True)

    @property
    def at_hand(self) -> Sequence[Claim]:
        """The claims that are in memory: all, or none where there were too many."""
        return [claim for claims in self._near for claim in claims]

    def findings(self, background: Background | None = None) -> tuple[Finding, ...]:
        """What `Checker.compare` finds in all the claims, beside those of the background."""
        if self._far is None:
            return settle((*self._found, *self._beside(background)))
        if background:
            for keys in _sets(self._far.execute("SELECT DISTINCT key FROM claim_rows ORDER BY key").fetchall()):
                self._lay_beside(background(dict.fromkeys(keys, ())), keys)
        return settle((*self._found, *self._between(self._far)))

    def _group(self) -> None:
        """Group the claims of stories that are not grouped yet."""
        groups = self._groups
        for claims in self._near[self._grouped :]:
            for claim in claims:
                for key in keys_between(claim):
                    if key in groups:
                        groups[key].append(claim)
                    else:
                        groups[key] = [claim]
        self._grouped = len(self._near)

    def _beside(self, background: Background | None) -> Iterator[Finding]:
        """Findings in the groups in memory and the background's claims."""
        self._group()
        documents = {claims[0].document for claims in self._near if claims}
        groups = self._groups
        if background:
            groups = {key: list(group) for key, group in groups.items()}
            for claim in background(self._groups):
                for key in claim.keys:
                    if key in groups:
                        groups[key].append(claim)
        for key, group in groups.items():
            yield from self._checker.judge(key, group, documents)

    def _lay_beside(self, claims: Iterable[Claim], keys: set[str]) -> None:
        """Claims of the background, under these keys: each key is asked for once."""
        for _, story in groupby(claims, key=lambda claim: claim.document):
            self._store(list(story), False, keys)

    def _store(self, claims: Sequence[Claim], checked: bool, keys: Set[str] | None = None) -> None:
        from factcheck.scale.rows import claim_values, packed_story

        assert self._far is not None
        if not claims:
            return
        self._stories += 1
        packed = packed_story(claims)
        self._far.execute("INSERT INTO story VALUES (?, ?, ?)", (self._stories, checked, packed))
        rows = (
            (key, attribute, said, month, self._stories, number, known, None)
            for key, attribute, said, month, number, known in claim_values(self._checker, claims)
            if keys is None or key in keys
        )
        self._far.executemany("INSERT INTO claim_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _between(self, db: sqlite3.Connection) -> Iterator[Finding]:
        from factcheck.jsonform import claim_from_json
        from factcheck.scale.rows import CANDIDATES, unpacked_story

        @lru_cache(maxsize=2_000)
        def read(number: int) -> tuple[bool, list[dict[str, Any]]]:
            checked, packed = db.execute("SELECT checked, claims FROM story WHERE number = ?", (number,)).fetchone()
            return bool(checked), unpacked_story(packed)

        db.execute("PRAGMA cache_size = -8000")  # each of the query's sorts takes as much
        for key, rows in groupby(db.execute(CANDIDATES), key=lambda row: row[0]):
            claims: list[Claim] = []
            documents: set[str] = set()
            for _, story, number, _ in rows:
                checked, held = read(story)
                claims.append(claim_from_json(held[number]))
                if checked:
                    documents.add(claims[-1].document)
            if documents:
                yield from self._checker.judge(key, claims, documents)


def _sets(rows: Sequence[tuple[str]]) -> Iterator[set[str]]:
    for start in range(0, len(rows), _KEYS):
        yield {key for (key,) in rows[start : start + _KEYS]}
