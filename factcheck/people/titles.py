"""The title words that stand before a name: "US Special Envoy for Arden" Ada Moss."""

from __future__ import annotations

import re
from functools import cache

from factcheck import places
from factcheck.people.lexicon import NEVER_LAST, abbreviations, around, kinds, title_forms

TOKEN = re.compile(r"[^\W\d_]+(?:[.'’&-][^\W\d_]+)*[.]?|[^\w\s]|[0-9]+\w*")
_LINKS = frozenset(("of", "the", "for", "to", "and", "on", "at", "in", "de"))


def title_end(word: str) -> str:
    """What a word right before a name may end: "head" where a title may be that word, "long" where only one like
    "Chief of Staff" may end in it, "" where no title may."""
    bare = word[:-1] if word[-1] == "," else word
    low = bare.lower().rstrip(".").rpartition("-")[2]
    capital = bare[:1].isupper()
    if capital and (bare[-1:] in _ENDS_NO_TITLE or (bare[-1:] == "." and bare not in abbreviations())):
        return ""
    if low in _last_stripped():
        return "head"
    if capital:
        return "" if low.endswith(("'s", "’s")) else "long"
    return "long" if bare in around("ends a long title") else ""


_ENDS_NO_TITLE = frozenset("'’”\"):;!?")


@cache
def last_words() -> frozenset[str]:
    """Every word that a title may end in, in lower case."""
    return frozenset(form.split()[-1] for form in title_forms()) - NEVER_LAST


def title_before(text: str, start: int, ends: str) -> tuple[int, int] | None:
    """Start and end of the title words right before a name; None where there are none. `ends` is what `title_end`
    says of the last of them.

    One comma may stand between ("the Chinese Foreign Minister, Wang Yi,"), when the name's own
    comma or a full stop follows it.
    """
    if ends == "long":
        if not _may_be_long(text, start):
            return None
    else:
        quick = _plain_title(text, start)
        if quick is not None:
            return quick
    window = text[start - 140 if start > 140 else 0 : start]
    stripped = window.rstrip(" \u00a0")
    comma = stripped.endswith(",")
    if comma:
        stripped = stripped[:-1]
    begin = stripped.rfind("\n") + 1
    if ends == "head" and len(stripped) - begin > 80:
        begin = stripped.find(" ", len(stripped) - 80) + 1 or begin
    offset = start - len(window) + begin
    tokens = [(m[0], m.start(), m.end()) for m in TOKEN.finditer(stripped[begin:])]
    head = _head_at(tokens)
    if head is None:
        return None
    first, end = head
    first = _extend(tokens, first, stripped[begin:])
    if comma and not _is_definite(tokens, first, stripped):
        return None
    return offset + tokens[first][1], offset + tokens[end][2]


_MAKES_LONG = frozenset(("of", "for", "to", "on", "at"))


def _may_be_long(text: str, start: int) -> bool:
    """Do only words of titles stand between the last and an "of" before it, so that `_head_at` may find a head?"""
    near = text[start - 140 if start > 140 else 0 : start - 1]
    words = near[near.rfind("\n") + 1 :].split(" ")
    modifiers = around("before a title's head")
    for word in words[-2:-13:-1]:
        if not word.isalpha():
            if word[-1:] in _ENDS_A_CLAUSE:
                return False
            if word[:1].isupper():
                continue
            return True  # for a closer look
        if word in _MAKES_LONG:
            return True
        if word[0].islower() and word not in _LINKS and word not in modifiers:
            return False
    return False


_NEAR = 60
_ENDS_A_CLAUSE = frozenset(',;:!?)"”“(')
_PLACE_FOLLOWS = ("in", "at", "near", "from")


def _plain_title(text: str, start: int) -> tuple[int, int] | None:
    """The title right before a name, where it is plain words up to a clear break, as nearly all are; None where it
    takes a closer look. Says what `_head_at` and `_extend` say, without cutting the text into tokens."""
    near = text[start - _NEAR if start > _NEAR else 0 : start - 1]
    line = near.rfind("\n") + 1
    is_whole = line > 0 or start <= _NEAR
    words = near[line:].split(" ")
    at = len(words) - 1
    word = words[at]
    low = word.lower()
    heads = last_words()
    if not word.isalpha():
        if not word[:-1].isalpha() or word not in abbreviations():
            return None
        low = low[:-1]
    if (low not in heads and word.lower() not in heads) or low in _HONORIFIC:
        return None
    end = start - 1
    begin = end - len(word)
    never, modifiers = around("never in a title"), around("before a title's head")
    taken = 0
    while taken < 8:
        if at == 0:
            return (begin, end) if is_whole else None
        at -= 1
        word = words[at]
        if at == 0 and not is_whole:
            return None
        if not word.isalpha():
            if word[-1:] in _ENDS_A_CLAUSE or (
                word[-1:] == "." and word[:-1].isalpha() and word not in abbreviations()
            ):
                return (begin, end) if word else None
            if not word[:1].isalpha() or not TOKEN.fullmatch(word) or (word[-1] == "." and word not in abbreviations()):
                return None
        if word in never:
            break
        if word == "of":
            if words[at + 1][0].isupper() and (not at or words[at - 1][:1].isupper()):
                return None  # "Bank of England Governor"
            break
        low = word.lower()
        if word[0].isupper():
            kind = kinds(word)
            if "d" in kind or ("f" in kind and low not in heads):
                break
            if at and words[at - 1].endswith(_PLACE_FOLLOWS) and places.lookup(word):
                return None
        elif low not in modifiers and low not in heads and not low.startswith("ex-"):
            break
        begin -= 1 + len(word)
        taken += 1
    return begin, end


@cache
def _last_stripped() -> frozenset[str]:
    return frozenset(word.rstrip(".") for word in last_words()) | {"elect", "designate"}


_HONORIFIC = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir"))


def _head_at(tokens: list[tuple[str, int, int]]) -> tuple[int, int] | None:
    """The tokens from a title's head to the title's end, as indexes; the end is the last token."""
    last = len(tokens) - 1
    if last < 0:
        return None
    low = tokens[last][0].lower()
    words = last_words()
    if low.endswith(("'s", "’s")):
        return None
    if _is_head(low, words):
        return (last, last) if low.rstrip(".") not in _HONORIFIC else None
    if low in ("elect", "designate") and last >= 2:
        return last - 2, last
    seen_link = False
    for index in range(last - 1, max(-1, last - 12), -1):
        word = tokens[index][0]
        low = word.lower()
        if seen_link and _is_head(low, words) and tokens[index + 1][0] in ("of", "for", "to", "on", "at", "in"):
            return index, last
        if low in _HONORIFIC or low.rstrip(".") in _HONORIFIC:
            return None
        if low in _LINKS:
            seen_link = True
        elif not (word[0].isupper() or word == "-" or low in around("before a title's head") or word in ("'s", "’s")):
            return None
    return None


def _is_head(low: str, words: frozenset[str]) -> bool:
    low = low.removeprefix("then-").removeprefix("ex-")
    if low in words or (low.endswith(".") and low[:-1] in words):
        return True
    if "-" in low:
        return low in title_forms() or low.rsplit("-", 1)[-1] in ("elect", "designate", "general", "founder", "chief")
    return False


def _extend(tokens: list[tuple[str, int, int]], first: int, window: str) -> int:
    """The index of the first token of a title whose head is at `first`: modifiers belong to it."""
    taken = 0
    while first > 0 and taken < 8:
        word, _, end = tokens[first - 1]
        gap = window[end : tokens[first][1]]
        low = word.lower()
        if gap not in (" ", "", "\u00a0", "-") or word in around("never in a title"):
            break
        if word.endswith(".") and word not in abbreviations():
            break
        if word == "-" and gap == " ":
            break  # the dash of a dateline: "WARSAW - French President"
        if word == "-" or word == "&":
            first -= 1
            continue
        if word in ("'", "’") and gap == " " and _is_owner(tokens, first - 2, window):
            return first - 2  # "the Philippines' foreign secretary"
        if word == "of" and first > 1 and tokens[first][0][0].isupper() and "o" in kinds(tokens[first - 2][0]):
            first -= 2  # "Bank of England Governor"
            taken += 2
            continue
        capital = word[0].isupper()
        if (
            not capital
            and low not in around("before a title's head")
            and low not in last_words()
            and not low.startswith("ex-")
        ):
            break
        if capital and ("d" in kinds(word) or ("f" in kinds(word) and low not in last_words())):
            break
        if (
            capital
            and first >= 2
            and tokens[first - 2][0] in ("in", "at", "near", "from")
            and places.lookup(word)
            and not _is_adjective(word)
        ):
            break
        first -= 1
        taken += 1
    while not tokens[first][0][0].isalpha():
        first += 1
    return first


def _is_owner(tokens: list[tuple[str, int, int]], index: int, window: str) -> bool:
    """Is the word before an apostrophe a place whose name ends in "s"?"""
    if index < 0 or tokens[index][2] != tokens[index + 1][1]:
        return False
    word = tokens[index][0]
    return word[0].isupper() and word.endswith("s") and places.lookup(word) is not None


def _is_adjective(word: str) -> bool:
    return word.endswith(("an", "ese", "ish", "ch", "i", "'s", "’s"))


def _is_definite(tokens: list[tuple[str, int, int]], first: int, window: str) -> bool:
    """Does the title say whose office it is, so that a comma may stand before the name?"""
    if first and tokens[first - 1][0].lower() in ("the", "his", "her", "their", "its"):
        return True
    if first and tokens[first - 1][0].endswith(("'s", "’s")):
        return True  # "the company's spokeswoman, Ada Moss,"
    if first and tokens[first - 1][0].lower() in _BEFORE_A_PREDICATE:
        return False
    return tokens[first][0][0].isupper() and len(tokens) - first > 1


_BEFORE_A_PREDICATE = frozenset(
    "is was are were be been being as became become becoming named elected appointed".split()
)
