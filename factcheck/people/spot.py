"""Text to the stretches that may be names: runs of capitalised words, cut down to the name itself.

One scan finds the runs; what a run holds is worked out once for each distinct run and kept.
Nothing here looks at the words around a run: `factcheck.people.find` does.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck import places
from factcheck.people.lexicon import around, kinds
from factcheck.people.tokens import BEFORE_INITIAL, QUOTES, SUFFIXES, Token, chunks_of, kinds_of, tokens_of

CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ"
"""Letters that may open a name, inside of a character class; beyond Þ small letters too, sorted out later."""

_PARTICLES = "de|da|di|del|della|dos|das|do|du|des|la|van|von|der|den|ter|bin|ibn|bint|al|el|ul|zu|af|e|y|ap"
_WORD = (
    rf"[{CAPITAL}](?:(?:\.-?[{CAPITAL}])+\.?|[a-z]{{0,3}}\.(?=[\s,;)])"
    rf"|[^\W\d_]*(?:['’](?![sS]\b)[^\W\d_]+|-[^\W\d_]+)*)"
)
_SMALL = (
    rf"(?:(?:{_PARTICLES})[  ]){{0,3}}(?:(?:al|el|ul|ad|as|ash|at|ar|an|d|l)[-'’])?(?=[{CAPITAL}])"
    rf"|[\"“](?=[{CAPITAL}][^\W\d_]+[\"”][  ][{CAPITAL}])"
)
RUN = re.compile(rf"{_WORD}(?:[  ](?:(?=[a-z\"“])(?:{_SMALL}))?{_WORD}[\"”]?){{0,14}}")
"""A run of capitalised words: "US Special Envoy", "Ludwig van Beethoven", "Gen. Mark A. Milley"."""

_LONGEST_RUN = 400


class Piece(NamedTuple):
    """What a run may hold: offsets into the run; `kind` is full, single, doubtful or organisation.

    `strength` is 3 for a name that needs no support, 2 for a likely one, 1 for one that needs
    support from around it; `titled` says that a title or honorific stands before it in the run.
    """

    start: int
    end: int
    kind: str
    strength: int
    titled: bool


@lru_cache(maxsize=1 << 16)
def pieces(run: str) -> tuple[Piece, ...]:
    """The names that a run may hold, in order, not overlapping."""
    if len(run) > _LONGEST_RUN:
        return ()
    if " " not in run and "\u00a0" not in run:
        return _one_word(run)
    if run.isupper() and "." not in run:
        words = run.split(" ")
        folded = " ".join(word.capitalize() for word in words)
        if len(folded) == len(run) and folded != run and (len(words) > 2 or min(map(len, words)) > 2):
            return tuple(piece for piece in pieces(folded) if piece.strength == 3)
        return ()
    found: list[Piece] = []
    for chunk in chunks_of(tokens_of(run)):
        piece = _read(chunk)
        if piece:
            found.append(piece)
    return tuple(found)


def _one_word(run: str) -> tuple[Piece, ...]:
    """What a run of one word may hold: a name that needs support, or an acronym."""
    word = run[:-1] if run[-1] in QUOTES else run
    if not word[0].isupper():
        return ()
    if word[-1:] == ".":
        if word[-3:-2] in BEFORE_INITIAL:
            return ()
        word = word[:-1]
    found = kinds_of(word)
    if found == "a":
        return (Piece(0, len(word), "organisation", 2, False),)
    return (Piece(0, len(word), "single", 1, False),) if _may_stand_alone(word, found) else ()


def _read(chunk: list[Token]) -> Piece | None:
    """The name that a chunk of a run holds."""
    if not _may_hold_name(chunk):
        return _organisation(chunk)
    start, titled = _after_titles(chunk)
    start = _after_places(chunk, start, titled)
    name = chunk[start:]
    while name and (name[-1].kinds in ("l", "k") or (titled and name[-1].kinds == "a" and len(name) > 1)):
        name = name[:-1]
    name = name if titled else _without_lead(name)
    if not name or name[0].text in SUFFIXES:
        return _organisation(chunk)
    body = name[:-1] if len(name) > 1 and name[-1].text in SUFFIXES else name
    strength = _strength(body, titled)
    if not strength and _is_doubtful(body):
        return Piece(body[0].start, body[-1].end, "doubtful", 1, titled)
    if not strength and len(body) == 1 and start and chunk[start - 1].text.rstrip(".") in _PERSONAL:
        strength = 0 if body[0].text in around("no name after an honorific") or not body[0].text.isalpha() else 3
    if not strength:
        return _organisation(chunk)
    kind = "single" if len(body) == 1 else "full"
    return Piece(name[0].start, name[-1].end, kind, strength, titled)


def _may_hold_name(chunk: list[Token]) -> bool:
    """Is there a word that a name may start with, or an honorific or a title that makes even common words a name:
    "Mr Baker", "Secretary Ash Carter"?"""
    for _, _, text, kind in chunk:
        if not kind or kind in "ikl" or "g" in kind or "G" in kind or "s" in kind or "h" in kind or text in _PERSONAL:
            return True
    return False


def _is_doubtful(name: list[Token]) -> bool:
    """Are these two words a name if a title or a verb of speech says so: "Elon Musk", "Carol Browner"?"""
    if len(name) != 2 or not name[0].text.isalpha() or not name[1].text.isalpha():
        return False
    first, last = name[0].kinds, name[1].kinds
    if last == "p":
        return first in ("gc", "g", "G")  # "Don Imus": a town's name too
    return last in ("c", "") and first in ("", "c", "gc", "g", "gsc", "G", "sc", "s") and (first != "c" or last == "")


_PERSONAL = ("Mr", "Mrs", "Ms", "Miss")


def _after_titles(chunk: list[Token]) -> tuple[int, bool]:
    """Where the words after the last title start, and whether there is a title."""
    honorifics = around("honorific")
    for index in range(len(chunk) - 2, -1, -1):
        token = chunk[index]
        if "h" not in token.kinds and token.text not in honorifics:
            continue
        if chunk[index + 1].text in SUFFIXES or chunk[index + 1].kinds in ("l", "k"):
            continue
        if index and "G" in chunk[index - 1].kinds and not token.text.endswith("."):
            continue  # "Larry King Smith": a name, no title
        return index + 1, True
    return 0, False


def _after_places(chunk: list[Token], start: int, titled: bool) -> int:
    """Skip the country before a name: "North Korea Stephen Biegun", "American John Smith"."""
    if start >= len(chunk) or chunk[start].text not in _first_words():
        return start
    forms = places.forms()
    for length in (4, 3, 2, 1):
        end = start + length
        if end >= len(chunk):
            if end == len(chunk) and length > 1 and " ".join(token.text for token in chunk[start:]) in forms:
                return end  # "Hong Kong"
            continue
        if " ".join(token.text for token in chunk[start:end]) in forms:
            first = chunk[start].kinds
            after = chunk[end].kinds
            another = "G" in after and len(chunk) - end > 1  # "Virginia Donald Trump"
            if length == 1 and "g" in first.lower() and not another and "n" not in after and "h" not in after:
                return start  # "Jordan Spieth", "Georgia Smith"
            return end
    return start


@cache
def _first_words() -> frozenset[str]:
    """The words that names and adjectives of countries start with."""
    return frozenset(form.split(" ", 1)[0] for form in places.forms())


def _is_no_name(token: Token) -> bool:
    """Is this a word that no name starts with: an acronym, a thing, a common word?"""
    kind = token.kinds
    return bool(kind) and kind not in "ikl" and "s" not in kind and "g" not in kind and "G" not in kind


def _without_lead(name: list[Token]) -> list[Token]:
    """The words without those before the name: "Foreign Affairs Luo Zhaohui" -> "Luo Zhaohui"."""
    for index, token in enumerate(name):
        if index and _starts_name(name[index:]):
            return name[index:]
        if not _is_no_name(token):
            break
    return name


def _starts_name(tokens: list[Token]) -> bool:
    """Do these words look like a given name and more, or a family name and a given name?"""
    if len(tokens) < 2:
        return False
    first = tokens[0].kinds
    if "G" in first or ("g" in first and "p" not in first):
        return True
    return "c" not in first and tokens[0].text in around("family first") and _is_east_asian(tokens)


def _strength(name: list[Token], titled: bool) -> int:
    """0 where the words are no name, else 1 to 3."""
    if not name[0].text:
        return 0
    if len(name) == 1:
        return _single(name[0], titled)
    first, last = name[0].kinds, name[-1].kinds
    if len(name) > 5 or "a" in last or "a" in first:
        return _in_capitals(name)
    known = "s" in last or "G" in last
    middle = name[1:-1] if "S" in last and "g" in first.lower() else ()
    if name[-2].kinds == "l":  # "Osama bin Laden"
        return 3 if "g" in first.lower() or titled else (2 if "s" in first or "s" in last else 1)
    for token in name[1:]:
        if not _is_no_name(token) or (token.kinds == "c" and token in middle):
            continue
        ordinary = last == "c" and len(name) == 2  # "Corey Partridge"
        return 2 if ordinary and "G" in first and "p" not in first else 0
    if _blocks_a_person(name):
        return 0
    if "i" in first:
        return 3 if known or not last else 2
    if "G" in first:
        return 3
    if name[0].text in around("family first") and _is_east_asian(name):
        return 3
    if titled:
        return (2 if first == "c" and "s" in last else 0) if _is_no_name(name[0]) else 3
    return _of_weak_first(name, known)


def _of_weak_first(name: list[Token], known: bool) -> int:
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


def _is_east_asian(name: list[Token]) -> bool:
    """Is the rest of a name that starts with a family name like "Jong Un", "Jong-un", "Jinping"?"""
    rest = name[1:]
    return len(rest) <= 2 and all(
        len(token.text) <= 10 and "o" not in token.kinds and "t" not in token.kinds for token in rest
    )


def _blocks_a_person(name: list[Token]) -> bool:
    """Does a word for a thing or an organisation make these words something else: "Lehman Brothers"?"""
    for token in name[1:]:
        if token is not name[-1] and "g" in token.kinds.lower() and "n" not in token.kinds:
            continue  # "Jose Angel Cordova"
        if ("o" in token.kinds or "t" in token.kinds or "n" in token.kinds) and not (
            len(name) == 2 and "s" in token.kinds and ("G" in name[0].kinds or name[0].kinds in ("g", "gc"))
        ):
            return True
    first = name[0].kinds
    return (
        ("o" in first or "t" in first or "n" in first or "h" in first)
        and "G" not in first
        and "g" not in first
        and not (name[0].text in around("family first") and _is_east_asian(name))
    )


def _in_capitals(name: list[Token]) -> int:
    """Names in capitals: "KIM JONG UN", "BARACK OBAMA"; acronyms are none."""
    if len(name) > 4 or not all(len(t.text) > 1 and t.text.isupper() for t in name):
        return 0
    folded = [kinds(t.text.capitalize()) for t in name]
    east_asian = name[0].text.capitalize() in around("family first") and len(name) == 3
    return 2 if east_asian or ("G" in folded[0] and "s" in folded[-1] and "c" not in folded[-1]) else 0


def _single(token: Token, titled: bool) -> int:
    """The strength of one word alone: 3 with a title, else 1 where it may be a name at all."""
    kind = token.kinds
    if not titled:
        return 1 if _may_stand_alone(token.text, kind) else 0
    if kind in ("i", "k", "l", "a") or "d" in kind or "f" in kind or "." in token.text or len(token.text) < 2:
        return 0
    if not _is_name_word(kind) and ("c" in kind or "o" in kind or "t" in kind or "n" in kind or "h" in kind):
        return 0
    if "h" in kind and "c" in kind:
        return 0
    return 2 if ("o" in kind or "t" in kind or "n" in kind) else 3


def _is_name_word(kind: str) -> bool:
    return "s" in kind or "g" in kind or "G" in kind


def _may_stand_alone(word: str, kind: str) -> bool:
    """May a word without a title be somebody's name?"""
    if not kind:
        return len(word) > 1
    if kind in ("i", "k", "l", "a") or "d" in kind or "f" in kind or "." in word or len(word) < 2:
        return False
    return _is_name_word(kind)


def _organisation(chunk: list[Token]) -> Piece | None:
    """The organisation that a chunk names: it ends in a word for one, or is an acronym."""
    start = 0
    if "o" in chunk[-1].kinds and len(chunk) > start + 1:
        return Piece(chunk[start].start, chunk[-1].end, "organisation", 3, False)
    if len(chunk) == 1 and chunk[0].kinds == "a":
        return Piece(chunk[0].start, chunk[0].end, "organisation", 2, False)
    return None
