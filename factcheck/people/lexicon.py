"""The words that names, titles and their neighbours are made of, read when first asked for.

Plain word lists under rules/people go in, the kinds of a word come out, as letters:
g given name, G hardly anything else, s surname, S frequent surname, c common English word, p place, q part of
a place name, n name or adjective of a country, o organisation word, t word for a thing,
d calendar word, f function word, h head of a title.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from factcheck import places
from factcheck.people.memo import Memo
from factcheck.rules import FOLDER

_PEOPLE = FOLDER / "people"
_LETTERS = {"organisation": "o", "thing": "t", "calendar": "d", "function": "f"}


def plain(word: str) -> str:
    """The word without accents: "Šefčovič" -> "Sefcovic"."""
    if word.isascii():
        return word
    word = word.translate(_ONE_LETTER)
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


_ONE_LETTER = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "’": "'"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
)


def look_up(word: str) -> str:
    """The letters of all kinds that a capitalised word may be; "" for an unknown word."""
    if not word.isascii():
        word = plain(word)
    start = word[:3]
    line = _LINES.get(start)
    if line is None:
        line = _line(start)
    at = line.find(f" {word} ")
    if at < 0:
        return _by_hand().get(word, "")
    begin = line.rfind("\t", 0, at) + 1
    return line[begin : line.find(" ", begin)] + _by_hand().get(word, "")


kinds = Memo(look_up).__getitem__
"""What `look_up` says, remembered."""


_LINES: dict[str, str] = {}
"""Lines of the word list by the first three letters of their words: all of each two letters that were asked for."""


def _line(start: str) -> str:
    """The line of the word list whose words start with these three letters; "" for none."""
    if start[:2] not in _LINES:
        lines = {line[: line.find("\t")]: line for line in _blocks().get(start[:2], "").split("\n")}
        _LINES.update({start[:2]: "", **lines})
    return _LINES.get(start, "")


@cache
def _blocks() -> dict[str, str]:
    """The blocks of the word list by the two letters that their words start with."""
    text = (_PEOPLE / "words.txt").read_text(encoding="utf-8")
    return {block[:2]: block for block in text.split("\n\n")}


@cache
def _by_hand() -> dict[str, str]:
    """The letters that the hand-written lists and the countries add to words."""
    found: dict[str, str] = {}
    for heading, words in groups("notnames.txt").items():
        for word in words:
            found[word] = found.get(word, "") + _LETTERS[heading]
    for form in places.forms():
        if " " not in form:
            found[form] = found.get(form, "") + "n"
    for word in title_words():
        found[word] = found.get(word, "") + "h"
    return found


@cache
def first_words() -> frozenset[str]:
    """The words that names and adjectives of countries start with."""
    return frozenset(form.split(" ", 1)[0] for form in places.forms())


@cache
def groups(name: str) -> dict[str, tuple[str, ...]]:
    """The words of a hand-written list by the group that they stand in."""
    found: dict[str, tuple[str, ...]] = {}
    heading = ""
    for line in (_PEOPLE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[] ")
        elif line and not line.startswith("#"):
            found[heading] = found.get(heading, ()) + tuple(word.replace("_", " ") for word in line.split())
    return found


@cache
def around(kind: str) -> frozenset[str]:
    """The words of one group of words-about-people.txt."""
    return frozenset(groups("words-about-people.txt")[kind])


@cache
def abbreviations() -> frozenset[str]:
    """Words whose point ends no sentence inside a title: "Gen.", "U.S."."""
    return around("abbreviated title") | around("abbreviated place")


class TitlesError(ValueError):
    """Titles of a newsroom's own that cannot be used; the message says which and why."""


_own: tuple[str, ...] = ()


def learn(lines: tuple[str, ...]) -> None:
    """Put a newsroom's own lines before those of offices.txt, once and for the whole process.

    What a word may be is worked out once and remembered in many places, so that the lines must be known before
    the first story is read. Raises TitlesError where it is too late for them, or others are in force.
    """
    global _own
    if not lines or lines == _own:
        return
    if _own:
        raise TitlesError("other titles are in force in this process: one table of titles serves one process")
    if office_lines.cache_info().currsize:
        raise TitlesError("titles must be given before the first story is read: make the Checker that has them first")
    _own = lines


def own_lines() -> tuple[str, ...]:
    """A newsroom's own lines, as far as they are in force; empty for none."""
    return _own


@cache
def office_lines() -> tuple[str, ...]:
    """The lines that say something: a newsroom's own, then those of offices.txt."""
    return (*_own, *_shipped_lines())


def _shipped_lines() -> tuple[str, ...]:
    lines = (_PEOPLE / "offices.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


PAIRED = ("exclusive", "together")
"""What starts a line on two families or two titles."""


def families() -> frozenset[str]:
    """The families of offices that the shipped lines name."""
    no_titles = ("portfolio ", *(f"{word} " for word in PAIRED))
    return frozenset(line.split("|")[2].strip() for line in _shipped_lines() if not line.startswith(no_titles))


@cache
def title_forms() -> dict[str, str]:
    """Every wording of an office, in lower case, with the office: "premier" -> "prime minister"."""
    found: dict[str, str] = {}
    for line in office_lines():
        if line.startswith(("portfolio ", "exclusive ", "together ")):
            continue
        title, others, *_ = (part.strip() for part in line.split("|"))
        for form in (title, *(other.strip() for other in others.split(";"))):
            if form:
                found.setdefault(form, title)
                found.setdefault(form.replace(". ", " ").rstrip("."), title)  # "Rear Adm Mary Landry"
                if not form.isascii():
                    found.setdefault(plain(form), title)
    return found


@cache
def title_words() -> frozenset[str]:
    """The last words of titles as they stand before a name, capitalised: "Minister", "Sen."."""
    last = {form.split()[-1] for form in title_forms()} - NEVER_LAST
    return frozenset(word if word.isupper() else word.capitalize() for word in last) | frozenset(("CEO", "CFO", "COO"))


NEVER_LAST = frozenset(
    """state staff exchequer germany parliament house treasury religion team defense law people rank gentleman counsel
    england""".split()
)
"""Last words of titles that are no title alone: "secretary of state"."""
