"""The claims of one story to a few bytes for the archive, and back; knows only the data types."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Set

from factcheck.jsonform import claim_from_json, claim_to_json
from factcheck.model import Claim, is_local, keys_between

QUOTATION = 80
"""Code points of the sentence that are kept around a claim: enough to show both sides of a conflict."""

_SHAPE = (
    b'"grade":"story","source":""},{"document":"","entity":"","name":"","attribute":"date","value":["2019-07-05",'
    b'"certain":null,"start":1,"field":"title","text":"","stance":"quoted","sentence":"said on Friday that"attribute":'
    b'"role","value":{"title":"president","organisation":"","place":"united-states","written":"President","when":""},'
    b'"possible":[null,null],"certain":["2010-06-15","2010-06-16"],"start":,"end":,"field":"text","text":"","stance":'
    b'"asserted","keys":["person:","name:"attribute":"name","value":"","possible":[null,null],"certain":null,"start":'
)
"""What packed claims have in common, the likeliest last; a part of the layout of the file."""


def pack(claims: Iterable[Claim]) -> bytes:
    """Claims as compressed JSON, less those that could only meet others of their own story, sentences cut short."""
    kept = ((c, [key for key in c.keys if not is_local(key, c.document)]) for c in claims if keys_between(c))
    less = {"document": ""}
    rows = [{**claim_to_json(c), **less, "keys": keys, "sentence": _around(c.text, c.sentence)} for c, keys in kept]
    squeezed = zlib.compressobj(zdict=_SHAPE)
    return squeezed.compress(json.dumps(rows, separators=(",", ":")).encode("ascii")) + squeezed.flush()


def unpack(document: str, packed: bytes, keys: Set[str] = frozenset()) -> tuple[Claim, ...]:
    """The claims of a document that `pack` kept; only those under any of the keys, when keys are given."""
    rows = json.loads(zlib.decompressobj(zdict=_SHAPE).decompress(packed))
    return tuple(
        claim_from_json({**row, "document": document}) for row in rows if not keys or not keys.isdisjoint(row["keys"])
    )


def _around(words: str, sentence: str) -> str:
    """At most QUOTATION code points of a sentence with the words in their middle."""
    if len(sentence) <= QUOTATION:
        return sentence
    start = max(0, sentence.find(words) + len(words) // 2 - QUOTATION // 2)
    cut = sentence[start : start + QUOTATION]
    return f"{'…' if start else ''}{cut}{'…' if start + QUOTATION < len(sentence) else ''}"
