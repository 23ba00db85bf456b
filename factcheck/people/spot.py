"""Text to the stretches that may be names: runs of capitalised words, cut down to the name itself.

One scan finds the runs; what a run holds is worked out once for each distinct run and kept.
Nothing here looks at the words around a run: `factcheck.people.find` does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck import places
from factcheck.people.lexicon import around, first_words, kinds
from factcheck.people.memo import Memo
from factcheck.people.tokens import BEFORE_INITIAL, QUOTES, SUFFIXES, WORDS, Word, cut, kinds_of

CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ"
"""Letters that may open a name, inside of a character class; beyond Þ small letters too, sorted out later."""

_PARTICLES = "de|da|di|del|della|dos|das|do|du|des|la|van|von|der|den|ter|bin|ibn|bint|al|el|ul|zu|af|e|y|ap"
_WORD = (
    rf"[{CAPITAL}](?:[a-z]++(?![\w.'’-])|(?:\.-?[{CAPITAL}])+\.?|[a-z]{{0,3}}\.(?=[\s,;)])"
    rf"|[^\W\d_]*(?:['’](?![sS]\b)[^\W\d_]+|-[^\W\d_]+)*)"
)
_SMALL = (
    rf"(?:(?:{_PARTICLES})[  ]){{0,3}}(?:(?:al|el|ul|ad|as|ash|at|ar|an|d|l)[-'’])?(?=[{CAPITAL}])"
    rf"|[\"“](?=[{CAPITAL}][^\W\d_]+[\"”][  ][{CAPITAL}])"
)
_SMALL_OPENS = 'abdeiltuvyz"“'
RUN = re.compile(
    rf"{_WORD}(?:[  ](?=[{CAPITAL}{_SMALL_OPENS}])(?:(?=[{_SMALL_OPENS}])(?:{_SMALL}))?{_WORD}[\"”]?){{0,14}}+"
)
"""A run of capitalised words: "US Special Envoy", "Ludwig van Beethoven", "Gen. Mark A. Milley"."""

_LONGEST_RUN = 400


class Piece(NamedTuple):
    """What a run may hold: offsets into the run; `kind` is full, single, doubtful or organisation.

    `strength` is 3 for a name that needs no support, 2 for a likely one, 1 for one that needs
    support from around it.
    """

    start: int
    end: int
    kind: str
    strength: int


_new = tuple.__new__


def pieces(run: str) -> tuple[Piece, ...]:
    """The names that a run may hold, in order, not overlapping."""
    if len(run) > _LONGEST_RUN:
        return ()
    if "\u00a0" in run:
        run = run.replace("\u00a0", " ")
    if " " not in run:
        return _one_word(run)
    written = run.split(" ")
    if run.isupper() and "." not in run:
        return _of_capitals(run, written)
    words = [WORDS[word] for word in written]
    chunks: Sequence[tuple[int, Sequence[Word]]] = ((0, words),)
    for _, kind, ends in words:
        if ends or "d" in kind or "f" in kind:
            chunks = cut(words)
            break
    found: list[Piece] = []
    for offset, chunk in chunks:
        read = _read(chunk) or _organisation(chunk)
        if read:
            first, last, kind, strength = read
            first += offset
            start = len(" ".join(written[:first])) + 1 if first else 0
            end = start + len(" ".join(written[first : offset + last])) + (last + offset > first)
            found.append(_new(Piece, (start, end + len(chunk[last].text), kind, strength)))
    return tuple(found)


PIECES = Memo(pieces)
"""What every run may hold."""


def _of_capitals(run: str, written: list[str]) -> tuple[Piece, ...]:
    """What a run all in capitals may hold: names that need no support when written as usual."""
    folded = " ".join(word.capitalize() for word in written)
    if len(folded) == len(run) and folded != run and (len(written) > 2 or min(map(len, written)) > 2):
        return tuple(piece for piece in pieces(folded) if piece.strength == 3)
    return ()


def _one_word(run: str) -> tuple[Piece, ...]:
    """What a run of one word may hold: a name that needs support, or an acronym."""
    if run[-1].isalpha():
        word, found, _ = WORDS[run]
    else:
        word = run[:-1] if run[-1] in QUOTES else run
        if word[-1:] == ".":
            if word[-3:-2] in BEFORE_INITIAL:
                return ()
            word = word[:-1]
        found = kinds_of(word)
    if not word[0].isupper():
        return ()
    if found == "a":
        return (_new(Piece, (0, len(word), "organisation", 2)),)
    return (_new(Piece, (0, len(word), "single", 1)),) if _may_stand_alone(word, found) else ()


Read = tuple[int, int, str, int]
"""What a chunk holds: its first and last word, kind and strength as in `Piece`."""


def _read(chunk: Sequence[Word]) -> Read | None:
    """The name that a chunk of a run holds."""
    if not _may_hold_name(chunk):
        return None
    size = len(chunk)
    first, titled = _after_titles(chunk) if size > 1 else (0, False)
    if first < size and chunk[first].text in first_words():
        first = _after_places(chunk, first, titled)
    last = size
    while last > first:
        kind = chunk[last - 1].kinds
        if not (kind == "l" or kind == "k" or (kind == "a" and titled and last - first > 1)):
            break
        last -= 1
    if first == last:
        return None
    if not titled and _is_no_name(chunk[first].kinds):
        first += _lead(chunk[first:last])
    if chunk[first].text in SUFFIXES:
        return None
    end = last - 1 if last - first > 1 and chunk[last - 1].text in SUFFIXES else last
    body = chunk[first:end] if first or end < size else chunk
    strength = _strength(body, titled)
    if not strength:
        if len(body) == 2 and _is_doubtful(body):
            return first, end - 1, "doubtful", 1
        if len(body) > 1 or not titled or chunk[first - 1].text.rstrip(".") not in _PERSONAL:
            return None
        if body[0].text in around("no name after an honorific") or not body[0].text.isalpha():
            return None
        strength = 3
    return first, last - 1, "single" if len(body) == 1 else "full", strength


def _may_hold_name(chunk: Sequence[Word]) -> bool:
    """Is there a word that a name may start with, or an honorific or a title that makes even common words a name:
    "Mr Baker", "Secretary Ash Carter"?"""
    for text, kind, _ in chunk:
        if not kind or "g" in kind or "G" in kind or "s" in kind or "h" in kind or kind in "ikl" or text in _PERSONAL:
            return True
    return False


def _is_doubtful(name: Sequence[Word]) -> bool:
    """Are these two words a name if a title or a verb of speech says so: "Elon Musk", "Carol Browner"?"""
    if not name[0].text.isalpha() or not name[1].text.isalpha():
        return False
    first, last = name[0].kinds, name[1].kinds
    if last == "p":
        return first in ("gc", "g", "G")  # "Don Imus": a town's name too
    return last in ("c", "") and first in ("", "c", "gc", "g", "gsc", "G", "sc", "s") and (first != "c" or last == "")


_PERSONAL = ("Mr", "Mrs", "Ms", "Miss")


def _after_titles(chunk: Sequence[Word]) -> tuple[int, bool]:
    """Where the words after the last title start, and whether there is a title."""
    honorifics = around("honorific")
    for index in range(len(chunk) - 2, -1, -1):
        text, kind, _ = chunk[index]
        if "h" not in kind and text not in honorifics:
            continue
        if chunk[index + 1].text in SUFFIXES or chunk[index + 1].kinds in ("l", "k"):
            continue
        before = chunk[index - 1] if index else None
        if before and "G" in before.kinds and not text.endswith("."):
            continue  # "Larry King Smith": a name, no title
        if before and ("g" in kind or "G" in kind) and ("h" in before.kinds or before.text in honorifics):
            continue  # "Senator Dean Heller": a title before makes it a given name
        return index + 1, True
    return 0, False


def _after_places(chunk: Sequence[Word], start: int, titled: bool) -> int:
    """Skip the country before a name: "North Korea Stephen Biegun", "American John Smith"."""
    forms = places.forms()
    size = len(chunk)
    for end in range(min(start + 4, size), start, -1):
        form = chunk[start].text if end == start + 1 else " ".join([word.text for word in chunk[start:end]])
        if form not in forms:
            continue
        if end == size:
            if end > start + 1:
                return end  # "Hong Kong"
            continue
        first = chunk[start].kinds
        after = chunk[end].kinds
        another = "G" in after and size - end > 1  # "Virginia Donald Trump"
        if end == start + 1 and "g" in first.lower() and not another and "n" not in after and "h" not in after:
            return start  # "Jordan Spieth", "Georgia Smith"
        return end
    return start


def _is_no_name(kind: str) -> bool:
    """Are these the kinds of a word that no name starts with: an acronym, a thing, a common word?"""
    return bool(kind) and "s" not in kind and "g" not in kind and "G" not in kind and kind not in "ikl"


def _lead(words: Sequence[Word]) -> int:
    """How many words stand before the name: "Foreign Affairs" in "Foreign Affairs Luo Zhaohui"."""
    for index in range(1, len(words)):
        if _starts_name(words[index:]) or _follows_title(words[index - 1], words[index:]):
            return index
        if not _is_no_name(words[index].kinds):
            break
    return 0


def _follows_title(last: Word, words: Sequence[Word]) -> bool:
    """Does a long title end before these words, which no list speaks against: "Secretary of State" Tinashe Moyondo?"""
    if last.text.lower() not in around("ends a long title"):
        return False
    if len(words) == 1:
        kind = words[0].kinds
        return "s" in kind and "c" not in kind and not _is_thing(kind)  # "Secretary of State Kerry"
    return all(not kind or "s" in kind or "g" in kind for _, kind, _ in words)


def _starts_name(words: Sequence[Word]) -> bool:
    """Do these words look like a given name and more, or a family name and a given name?"""
    if len(words) < 2:
        return False
    text, first, _ = words[0]
    if "G" in first or ("g" in first and "p" not in first):
        return True
    return "c" not in first and text in around("family first") and _is_east_asian(words)


def _strength(name: Sequence[Word], titled: bool) -> int:
    """0 where the words are no name, else 1 to 3."""
    size = len(name)
    if size == 1:
        return _single(name[0], titled)
    first, last = name[0].kinds, name[-1].kinds
    if size > 5 or "a" in last or "a" in first:
        return _in_capitals(name)
    known = "s" in last or "G" in last
    if name[-2].kinds == "l":  # "Osama bin Laden"
        return 3 if "g" in first.lower() or titled else (2 if "s" in first or "s" in last else 1)
    if _is_no_name(last) and not (last == "q" and _is_vietnamese(name)):
        ordinary = last == "c" and size == 2  # "Corey Partridge"
        return 2 if ordinary and "G" in first and "p" not in first else 0
    if size > 2:
        common_too = "S" in last and "g" in first.lower()
        for _, kind, _ in name[1:-1]:
            if _is_no_name(kind) and not (common_too and kind == "c") and not (kind == "q" and _is_vietnamese(name)):
                return 0
    if _blocks_a_person(name):
        return 0
    if "i" in first:
        return 3 if known or not last else 2
    if "G" in first:
        return 3
    if name[0].text in around("family first") and _is_east_asian(name):
        return 3
    if titled:
        return (2 if first == "c" and "s" in last else 0) if _is_no_name(first) else 3
    return _of_weak_first(name, known)


def _is_vietnamese(name: Sequence[Word]) -> bool:
    """May the words be a name like "Tran Van Quoc", the parts of which stand in names of places too?"""
    return "s" in name[0].kinds and name[0].text in around("family first") and _is_east_asian(name)


def _of_weak_first(name: Sequence[Word], known: bool) -> int:
    """The strength of a name whose first word is not surely a given name."""
    first, last = name[0].kinds, name[-1].kinds
    surely = known and "p" not in last and ("c" not in last or "S" in last)
    if "g" in first:
        if len(name) > 2 and ("g" in name[1].kinds or "G" in name[1].kinds) and known:
            return 3
        if "p" in first or "q" in first:
            return 2 if surely and "q" not in last else 1
        return 3 if surely else 2
    if "s" in first:
        if "p" in first or "q" in first or "c" in first:
            return 1 if surely or not last else 0
        return 2
    if not first:
        return 2 if surely else 1
    return 0


def _is_east_asian(name: Sequence[Word]) -> bool:
    """Is the rest of a name that starts with a family name like "Jong Un", "Jong-un", "Jinping"?"""
    return len(name) <= 3 and all(len(text) <= 10 and "o" not in kind and "t" not in kind for text, kind, _ in name[1:])


def _is_thing(kind: str) -> bool:
    return "o" in kind or "t" in kind or "n" in kind


def _blocks_a_person(name: Sequence[Word]) -> bool:
    """Does a word for a thing or an organisation make these words something else: "Lehman Brothers"?"""
    first, last = name[0].kinds, name[-1].kinds
    if _is_thing(last) and not (len(name) == 2 and "s" in last and ("G" in first or first == "g" or first == "gc")):
        return True
    for _, kind, _ in name[1:-1]:
        if _is_thing(kind) and ("n" in kind or ("g" not in kind and "G" not in kind)):
            return True  # "Jose Angel Cordova" is none
    return (
        (_is_thing(first) or "h" in first)
        and "G" not in first
        and "g" not in first
        and not (name[0].text in around("family first") and _is_east_asian(name))
    )


def _in_capitals(name: Sequence[Word]) -> int:
    """Names in capitals: "KIM JONG UN", "BARACK OBAMA"; acronyms are none."""
    if len(name) > 4 or not all(len(t.text) > 1 and t.text.isupper() for t in name):
        return 0
    folded = [kinds(t.text.capitalize()) for t in name]
    east_asian = name[0].text.capitalize() in around("family first") and len(name) == 3
    return 2 if east_asian or ("G" in folded[0] and "s" in folded[-1] and "c" not in folded[-1]) else 0


def _single(word: Word, titled: bool) -> int:
    """The strength of one word alone: 3 with a title, else 1 where it may be a name at all."""
    text, kind, _ = word
    if not titled:
        return 1 if _may_stand_alone(text, kind) else 0
    if kind in ("i", "k", "l", "a") or "d" in kind or "f" in kind or "." in text or len(text) < 2:
        return 0
    if not _is_name_word(kind) and ("c" in kind or _is_thing(kind) or "h" in kind):
        return 0
    if "h" in kind and "c" in kind:
        return 0
    return 2 if _is_thing(kind) else 3


def _is_name_word(kind: str) -> bool:
    return "s" in kind or "g" in kind or "G" in kind


def _may_stand_alone(word: str, kind: str) -> bool:
    """May a word without a title be somebody's name?"""
    if not kind:
        return len(word) > 1
    if kind in ("i", "k", "l", "a") or "d" in kind or "f" in kind or "." in word or len(word) < 2:
        return False
    return _is_name_word(kind)


def _organisation(chunk: Sequence[Word]) -> Read | None:
    """The organisation that a chunk names: it ends in a word for one, or is an acronym."""
    last = len(chunk) - 1
    kind = chunk[last].kinds
    if last and "o" in kind:
        return 0, last, "organisation", 3
    return (0, 0, "organisation", 2) if not last and kind == "a" else None
