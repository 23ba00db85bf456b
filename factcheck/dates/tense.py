"""Does the clause around a time look forward or back? The nearest telling word before it decides, else
the first after it; no grammar."""

from __future__ import annotations

import re
from functools import cache

from factcheck.model import Span

REACH = 100  # characters to each side, never past the sentence

FORWARD = (
    r"(?:will|would|won['’]t|shall|['’]ll|(?:is|are|was|were) to|to|due to|set to)(?: not| also)? be [a-z]+(?:ed|en)"
    r"|will|would|won['’]t|shall|['’]ll|plan(?:s|ned|ning)? (?:to|an?|for)|scheduled|expect(?:s|ed|ing)?|due"
    r"|set (?:to|for)|intend(?:s|ed|ing)?|going to|hop(?:es?|ed|ing) to|to be|ready to|(?:is|are|was|were) to"
    r"|upcoming|slated|likely to|be(?:fore|ing|ginning) (?:by|until)|takes? effect|effective"
)
BACK_FIRST = r"ha[sd] been (?:due|scheduled|expected|set|planned)"
BACK = (
    r"was|were|had|did|said|says|has|have|ago|became|began|came|went|took|made|won|lost|fell|rose|met|told"
    r"|brought|bought|sold|got|gave|left|kept|held|grew|drew|knew|saw|sent|spent|paid|built|broke|chose|drove|flew"
    r"|fought|found|heard|led|ran|shot|spoke|stood|struck|swept|taught|thought|threw|wore|wrote|sought|dealt|hit|[a-z]{3,}ed"
)


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?:{BACK_FIRST})|(?P<forward>{FORWARD})|(?:{BACK}))\b")


def is_limit(text: str, start: int) -> bool:
    """Does "by", "until" or "as soon as" stand before a time?"""
    return bool(_limit().search(text[max(0, start - 20) : start]))


def is_deadline(text: str, start: int) -> bool:
    """Does "by" or "until" stand before a time? "Through August" often looks back."""
    return text[max(0, start - 6) : start].rstrip().rpartition(" ")[2] in ("by", "By", "until", "till")


@cache
def _limit() -> re.Pattern[str]:
    return re.compile(r"\b(?:by|until|till|through|as soon as|as early as|no later than)\s+(?:the\s+)?\Z")


def opens_sentence(text: str, start: int) -> bool:
    """Does a time stand at the head of its sentence, at most after "in" or "on"?"""
    lead = text[max(0, start - 12) : start].rstrip().removesuffix("In").removesuffix("On").rstrip()
    return not lead or lead[-1] in ".!?\"”'’"


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
