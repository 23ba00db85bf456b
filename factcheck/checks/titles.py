"""The words of a title in a story, and the fix that writes another title in their place."""

from __future__ import annotations

from functools import lru_cache

from factcheck.model import Claim, Fix, Role, Span
from factcheck.people import read_role


def title_fix(claim: Claim, other: Claim) -> Fix | None:
    """Write the other claim's title over this one's, place and body left as they stand; None without a title."""
    role, instead = claim.value, other.value
    if not isinstance(role, Role) or not isinstance(instead, Role):
        return None
    start, end = title_core(claim.text, role.title)
    words = other.text if other.grade == "story" else instead.written
    first, last = title_core(words, instead.title)
    new = words[first:last]
    old = claim.text[start:end]
    if old.islower() and not new.isupper():
        new = new.lower()
    elif old.istitle() and new.islower():
        new = new.title().replace(" Of ", " of ")
    if not new or new == old:
        return None
    return Fix(Span(claim.span.start + start, claim.span.start + end, claim.span.field), new)


@lru_cache(maxsize=4096)
def title_core(words: str, title: str) -> tuple[int, int]:
    """Where the title itself stands in the words of a role: "Prime Minister" in "British Prime Minister".

    >>> title_core("British Prime Minister", "prime minister"), title_core("mayor of Cardiff", "mayor")
    ((8, 22), (0, 5))
    """
    starts = [0] + [i + 1 for i, char in enumerate(words) if char in " -"]
    for start in reversed(starts):
        if words[start:] and read_role(words[start:]).title == title:
            short = words.find(" of ", start) if " of " not in title else -1
            if short > 0 and read_role(words[start:short]).title == title:
                return start, short
            return start, len(words)
    before = words.partition(" of ")[0]
    return 0, len(before) if read_role(before).title == title else len(words)
