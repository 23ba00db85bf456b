"""How likely one word is a misspelling of another, from the shape of the slip and the word lists."""

from __future__ import annotations

from factcheck.people.lexicon import kinds
from factcheck.spelling import Slip, may_be_transliteration

ENOUGH = 4
"""What a pair must weigh to be reported. Chosen by us: on the development articles nothing above it was right
as it stood, and one step lower half of what was found were two names."""

_SHAPES = {"swapped": 3, "undoubled": 2, "doubled": 2, "dropped": 2, "added": 2, "changed": 0}
_NAME = frozenset("gGspn")
_ORDINARY = frozenset("cdfht")
_NEVER_A_SLIP = frozenset("cnptdfo")
_IMPOSSIBLE = -10
_PLURALS = ({"as", "ns"}, {"es", "ns"}, {"as", "is"})


def weigh_slip(right: str, odd: str, slip: Slip, *, is_named: bool = False) -> int:
    """How strongly the two spellings alone say that `odd` is a slip of `right`; both capitalised.

    A swap is hardly ever two names; a changed letter often is. A long word and one that no list
    knows weigh for a slip, a word that is itself a name or an accepted variant against it. An
    ordinary word is no name unless the story writes it as one (`is_named`).
    """
    known, right_known = set(kinds(odd)), set(kinds(right))
    if known & _NEVER_A_SLIP or "d" in right_known:
        return _IMPOSSIBLE
    weight = _SHAPES[slip.kind] + (len(right) >= 8)
    weight += 1 if not known else -2 if known & {"g", "G"} else -1
    weight += bool(right_known & _NAME)
    if right_known and right_known <= _ORDINARY and not is_named:
        weight -= 1 if right_known == {"t"} else 2
    if may_be_transliteration(right, odd):
        weight -= 2 if slip.kind == "changed" else 1
    return weight


def is_ending(left: str, right: str, slip: Slip) -> bool:
    """Is the difference an ending, not a slip: "Korea" and "Korean", "Bill" and "Billy", "Burmas" and "Burmans"?"""
    if {left[-2:], right[-2:]} in _PLURALS:
        left, right = left[:-1], right[:-1]
    if slip.kind == "changed":
        last = slip.at == len(left) - 1
        return last and {left[-1], right[-1]} not in ({"s", "z"}, {"c", "k"}, {"m", "n"})
    return slip.kind != "swapped" and slip.at >= min(len(left), len(right))
