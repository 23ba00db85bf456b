"""Does the clause around a time look forward or back? The nearest telling word before it decides, else
the first after it; no grammar."""

from __future__ import annotations

import re
from functools import cache

from factcheck.model import Span

REACH = 100  # characters to each side, never past the sentence

FORWARD = (
    r"will|would|won['’]t|shall|['’]ll|plan(?:s|ned|ning)? to|scheduled|expect(?:s|ed|ing)?|due|set (?:to|for)"
    r"|intend(?:s|ed|ing)?|going to|hop(?:es?|ed|ing) to|to be|ready to|(?:is|are|was|were) to|upcoming|slated"
    r"|likely to|be(?:fore|ing|ginning) (?:by|until)"
)
BACK_FIRST = r"ha[sd] been (?:due|scheduled|expected|set|planned)"
BACK = (
    r"was|were|had|did|said|says|has|have|ago|became|began|came|went|took|made|won|lost|fell|rose|met|told|[a-z]{3,}ed"
)


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?:{BACK_FIRST})|(?P<forward>{FORWARD})|(?:{BACK}))\b")


def is_limit(text: str, start: int) -> bool:
    """Does "by", "until" or "as soon as" stand before a time?"""
    return bool(_limit().search(text[max(0, start - 20) : start]))


@cache
def _limit() -> re.Pattern[str]:
    return re.compile(r"\b(?:by|until|till|through|as soon as|as early as|no later than)\s+(?:the\s+)?\Z")


def tense_at(text: str, span: Span) -> int:
    """1 where the clause looks forward, -1 back, 0 where nothing tells."""
    telling = _telling()
    reach = max(0, span.start - REACH)
    start = max(text.rfind(". ", reach, span.start), text.rfind("\n\n", reach, span.start), reach)
    last: re.Match[str] | None = None
    for match in telling.finditer(text, start, span.start):
        last = match
    if last is None:
        stop = text.find(". ", span.end, span.end + REACH)
        last = telling.search(text, span.end, stop if stop >= 0 else span.end + REACH)
    if last is None:
        return 0
    return 1 if last["forward"] else -1
