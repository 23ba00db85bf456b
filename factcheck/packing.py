"""The claims of one story to a few compressed bytes, and back without loss.

For the archive, the cache and the way between machines; knows only the data types.
"""

from __future__ import annotations

import datetime
import json
import zlib
from collections.abc import Sequence
from typing import Any

from factcheck.model import Claim, Interval, Quantity, Role, Span


def pack(claims: Sequence[Claim]) -> bytes:
    """The claims of one story, without its id, compressed; each distinct sentence is kept once."""
    sentences = {claim.sentence: None for claim in claims}
    number = {sentence: index for index, sentence in enumerate(sentences)}
    rows = [
        (
            *(claim.entity, claim.name, claim.keys, claim.attribute, _bare(claim.value)),
            *(_bare(claim.possible), claim.certain and _bare(claim.certain), claim.span, claim.text, claim.stance),
            *(number[claim.sentence], claim.dated and claim.dated.isoformat(), claim.grade, claim.source),
        )
        for claim in claims
    ]
    return zlib.compress(json.dumps([list(sentences), rows], separators=(",", ":")).encode("ascii"), 6)


def unpack(story: str, packed: bytes, keys: set[str] | None = None) -> tuple[Claim, ...]:
    """The claims of one story; of those, the ones under any of the keys when keys are given."""
    sentences, rows = json.loads(zlib.decompress(packed))
    return tuple(_claim(story, sentences, row) for row in rows if keys is None or not keys.isdisjoint(row[2]))


def _bare(value: object) -> object:
    if isinstance(value, Interval):
        return ["i", value.start and value.start.isoformat(), value.end and value.end.isoformat()]
    if isinstance(value, Role):
        return ["r", *value]
    if isinstance(value, Quantity):
        return ["q", *value]
    return value


def _full(value: object) -> Role | Quantity | Interval | str:
    if not isinstance(value, list):
        return str(value)
    kind, *fields = value
    if kind == "i":
        return _interval(value)
    return Role(*fields) if kind == "r" else Quantity(*fields)


def _interval(value: list[str | None]) -> Interval:
    return Interval(*(datetime.date.fromisoformat(day) if day else None for day in value[1:]))


def _claim(story: str, sentences: list[str], row: list[Any]) -> Claim:
    entity, name, keys, attribute, value, possible, certain, span, text, stance, sentence, dated, grade, source = row
    return Claim(
        story,
        entity,
        name,
        tuple(keys),
        attribute,
        _full(value),
        _interval(possible),
        certain and _interval(certain),
        Span(*span),
        text,
        stance,
        sentences[sentence],
        dated and datetime.date.fromisoformat(dated),
        grade,
        source,
    )
