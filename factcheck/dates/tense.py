"""Does the clause around a time look forward or back? A few words decide; no grammar."""

from __future__ import annotations

import re
from functools import cache

from factcheck.model import Span

REACH = 90  # characters to each side


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    forward = r"\b(?:will|won't|shall|plans?|planned to|scheduled|expected|expects|due|intends?|going to|hopes? to|to be|'ll|’ll|upcoming)\b"
    back = r"\b(?:was|were|had|did|said|has|have been|ago|\w{3,}ed)\b"
    return re.compile(forward), re.compile(back)


def tense_at(text: str, span: Span) -> int:
    """1 where the clause looks forward, -1 back, 0 where nothing tells."""
    forward, back = _patterns()
    start = max(text.rfind(". ", 0, span.start), text.rfind("\n\n", 0, span.start), span.start - REACH, 0)
    left = text[start : span.start]
    ends = [e for e in (text.find(". ", span.end, span.end + REACH),) if e >= 0]
    right = text[span.end : ends[0] if ends else span.end + REACH]
    ahead = _last(forward, left)
    behind = _last(back, left)
    if ahead >= 0 or behind >= 0:
        return 1 if ahead > behind else -1
    if forward.search(right):
        return 1
    return -1 if back.search(right) else 0


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins, or -1."""
    found = -1
    for match in pattern.finditer(text):
        found = match.start()
    return found
