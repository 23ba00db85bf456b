"""Claims as table rows, and the SQL that finds the keys under which claims can conflict.

The one-machine run, the many-machine run and a check of more than fits in memory bring these rows together by
key and judge the same candidates with the same function; they differ only in the engine that moves the rows.

A key is a candidate when one attribute under it has two different values, when someone under it
is said to be born, dead or of an age (those are checked against each other), or when known facts
have it. A window over the sorted rows finds this without a self-join.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.engine import Checker, conflict_of
from factcheck.jsonform import claim_from_json, claim_to_json, finding_to_json
from factcheck.model import Claim, Finding, keys_between

MOST_ALIKE = 100
"""Claims alike in key, attribute, value and month (a spelling: at any time) that are judged; more of the same change
no finding. It bounds the group of a very common entity; a rarer value keeps all its claims."""


SETTLED = """
SELECT document, rule, severity, field, begins, ends, message, json, story FROM (
    SELECT *,
        row_number() OVER (
            PARTITION BY conflict, alone ORDER BY document, field <> 'title', begins, ends, rule, message, json
        ) AS turn,
        bool_or(alone) OVER (PARTITION BY rule, document, field, begins, ends) AS told
    FROM finding_rows
) AS turns WHERE turn = 1 AND (alone OR NOT told)
"""
"""Each conflict once, from a table `finding_rows`: what `engine.settle` and `engine.together` do in one run."""


def finding_row(story: int | str, finding: Finding, alone: bool) -> tuple[object, ...]:
    """The values of a row of findings, in the order of FINDING_COLUMNS; `alone`: of a rule for one document."""
    f = finding
    line = json.dumps(finding_to_json(f), ensure_ascii=False)
    place = (f.span.field, f.span.start, f.span.end)
    return story, alone, conflict_of(f), f.document, f.rule, f.severity, *place, f.message, line


FINDING_COLUMNS = (
    *("story", "alone", "conflict", "document", "rule", "severity"),
    *("field", "begins", "ends", "message", "json"),
)


class Row(NamedTuple):
    """A claim under one of its keys. `story` numbers documents in the order of reading, `number` the
    claims of a document; together they give back the order that one run over all stories has."""

    part: int
    key: str
    attribute: str
    said: int
    month: int
    story: int
    number: int
    known: bool
    claim: bytes


CANDIDATES = f"""
WITH marked AS (
    SELECT key, attribute, said, story, number, claim,
        lag(said) OVER (PARTITION BY key, attribute ORDER BY said) <> said
            OR attribute IN ('born', 'died', 'age') OR known AS telling,
        row_number() OVER (PARTITION BY key, attribute, said, month ORDER BY story, number) AS repeat
    FROM claim_rows
), kept AS (
    SELECT *, max(coalesce(telling, false)) OVER (PARTITION BY key) AS candidate FROM marked
)
SELECT key, story, number, claim FROM kept
WHERE candidate AND repeat <= {MOST_ALIKE}
ORDER BY key, story, number
"""
"""Key, story, number and claim of every claim worth judging, from a table `claim_rows`."""


def claim_rows(checker: Checker, claims: Sequence[Claim], story: int, parts: int) -> Iterator[Row]:
    """A row for each key under which a claim can meet other documents'."""
    packed = -1, b""
    for key, attribute, said, month, number, known in claim_values(checker, claims):
        if packed[0] != number:
            packed = number, json.dumps(claim_to_json(claims[number]), separators=(",", ":")).encode("ascii")
        yield Row(part_of(key, parts), key, attribute, said, month, story, number, known, packed[1])


def claim_values(checker: Checker, claims: Sequence[Claim]) -> Iterator[tuple[str, str, int, int, int, bool]]:
    """Key, attribute, hash of what is said, month, number and whether facts are known of the key: for each key
    under which a claim can meet other documents'."""
    for number, claim in enumerate(claims):
        said = zlib.crc32(repr((claim.entity, claim.value)).encode("utf-8", "surrogatepass"))
        month = claim.dated.year * 12 + claim.dated.month if claim.dated else 0  # rules look at neighbouring months
        if claim.attribute == "name":
            month = 0
        for key in keys_between(claim):
            known = bool(checker.facts and checker.facts.under(key))
            yield key, claim.attribute, said, month, number, known


def part_of(key: str, parts: int) -> int:
    """The part that a key belongs to; the same on every machine and in every run."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).digest()) % parts


def judge_rows(checker: Checker, key: str, rows: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, Finding]]:
    """Findings under one key with the number of the story they belong to; rows are (story, claim) in order."""
    stories: dict[str, int] = {}
    claims: list[Claim] = []
    for story, packed in rows:
        claim = claim_from_json(json.loads(packed))
        stories[claim.document] = story
        claims.append(claim)
    for finding in checker.judge(key, claims, stories.keys()):
        yield stories[finding.document], finding


def packed_story(claims: Sequence[Claim]) -> bytes:
    """All claims of a story, whole."""
    return zlib.compress(json.dumps([claim_to_json(claim) for claim in claims]).encode("ascii"), 1)


def unpacked_story(packed: bytes) -> list[dict[str, Any]]:
    """The claims that `packed_story` was given, each as `claim_from_json` reads it."""
    tables: list[dict[str, Any]] = json.loads(zlib.decompress(packed))
    return tables
