"""What makes a finding the same one after its story was edited elsewhere: rule, story, words and their neighbours."""

from __future__ import annotations

import re

from factcheck.model import Document, Finding

NEIGHBOURS = 3
"""Words that count on either side, on the same line: enough to tell like sentences apart, few enough to last."""

_REACH = 200
_WORD = re.compile(r"\w+")


def fingerprint(finding: Finding, document: Document) -> str:
    """Sixteen hexadecimal digits."""
    import hashlib

    start, end, field = finding.span
    text = document.field(field)
    before = _WORD.findall(text[max(0, start - _REACH) : start].rpartition("\n")[2])[-NEIGHBOURS:]
    after = _WORD.findall(text[end : end + _REACH].partition("\n")[0])[:NEIGHBOURS]
    parts = (finding.rule, finding.document, field, " ".join(before), text[start:end], " ".join(after))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
