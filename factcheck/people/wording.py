"""The words of a title to a `Role`: "Minister of National Defence", "Defense Secretary" -> "defence minister".

Titles come out in the one wording of rules/people/offices.txt; place and organisation come out as
the slug of the place and the folded words of the organisation. Nothing here reads running text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck import places
from factcheck.model import Role
from factcheck.people.lexicon import around, first_words, office_lines, plain, title_forms
from factcheck.people.memo import Memo

_MINISTERS = frozenset(("minister", "secretary"))
STANDING = {"acting": "acting", "interim": "acting", "caretaker": "acting", "designate": "designate", "elect": "elect"}
RANKS_BELOW = {
    **dict.fromkeys(("deputy", "vice", "junior", "under", "second"), "deputy"),
    **dict.fromkeys(("shadow", "opposition"), "shadow"),
    **{word: word for word in ("assistant", "associate", "honorary")},
}
_OF = re.compile(r"\s+(?:of|for|to|at|with|in|on)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;]+")


@cache
def _portfolios() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in office_lines():
        if line.startswith("portfolio "):
            name, _, others = line.removeprefix("portfolio ").partition("|")
            for form in (name, *others.split(";")):
                if form.strip():
                    found.setdefault(form.strip(), name.strip())
    return found


@lru_cache(maxsize=1 << 14)
def read_role(words: str) -> Role:
    """The role that title words name, as they stand before or after a name, with or without "the".

    >>> read_role("U.S. Secretary of Defense")[:3]
    ('defence minister', '', 'united-states')
    >>> read_role("South Korean Ambassador to the United States")[:3]
    ('ambassador', 'united-states', 'south-korea')
    """
    bare = plain(words).replace("’", "'").strip(" ,")
    if "-" in bare:
        bare = _JOINED.sub(r"\1 ", bare)
    if bare.isupper():
        bare = " ".join(word.capitalize() if len(word) > 3 and "." not in word else word for word in bare.split())
    standing = _standing(bare)
    front, rest = bare, ""
    behind = None
    if " " in bare:
        parts = _OF.split(bare, maxsplit=1)
        if len(parts) > 1:
            front, rest = parts
            behind = _behind_form_with_of(bare)
    title, before = _head(bare, front)
    if behind is not None:
        rest = behind
    elif "of" in before:
        rest = ""  # "Bank of England Governor"
    if title == "representative" and "representative" in bare and "state" not in before:
        title = "delegate"  # "a sales representative", not a member of Congress
    title, place, organisation = _complete(title, before, rest)
    if title and standing:
        title = f"{title}-{standing}" if standing in _COMING else f"{standing} {title}"
    return Role(title, organisation, place, words)


_JOINED = re.compile(r"\b(then|ex|former)-", re.IGNORECASE)
_COMING = ("elect", "designate")


def _behind_form_with_of(bare: str) -> str | None:
    """The words behind a title that holds an "of" itself: "for Foreign Affairs" after "secretary of state"."""
    low = bare.lower()
    for form in _WITH_OF:
        at = low.find(form)
        if at == 0 or (at > 0 and low[at - 1] == " "):
            tail = bare[at + len(form) :]
            behind = _OF.match(tail)
            return tail[behind.end() :] if behind else ""
    return None


def _standing(bare: str) -> str:
    """ "acting", "elect" or "designate" where the words say so; else ""."""
    low = bare.lower()
    for word, standing in STANDING.items():
        if word in low and re.search(rf"\b{word}\b", low):
            return standing
    return ""


def _head(bare: str, front: str) -> tuple[str, list[str]]:
    """The office that the words end in, before an "of" if they can, and the words before it."""
    forms = title_forms()
    words, low = whole = _words_of(bare)
    if front != bare:
        phrase = " ".join(low)
        for form in _WITH_OF:
            at = phrase.find(form)
            if at == 0 or (at > 0 and phrase[at - 1] == " "):
                return forms[form], words[: len(phrase[:at].split())]
    for part in (front, bare) if front != bare else (bare,):
        words, low = whole if part == bare else _words_of(part)
        for start in range(max(0, len(words) - 5), len(words)):
            form = " ".join(low[start:])
            if form in forms:
                return forms[form], words[:start]
    return "", _WORD.findall(front)


def _words_of(phrase: str) -> tuple[list[str], list[str]]:
    """The words of a phrase without "acting" and the like, as written and in lower case."""
    words = _WORD.findall(phrase)
    low = [word.lower() for word in words]
    if not _STANDING_WORDS.isdisjoint(low):
        words = [word for word in words if word.lower() not in STANDING]
        low = [word for word in low if word not in STANDING]
    if "-" in phrase:
        low = [word.removesuffix("-elect").removesuffix("-designate") for word in low]
    return words, low


_STANDING_WORDS = frozenset(STANDING)


_WITH_OF = (
    *("secretary of state", "chief of staff", "chancellor of the exchequer", "commander in chief"),
    *("member of parliament", "chief of police"),
)


def _complete(title: str, before: list[str], rest: str) -> tuple[str, str, str]:
    """Title, place and organisation from a head, the words before it and the words after "of"."""
    place, words = _leading_place(before)
    below = ""
    kept = []
    for word in words:
        low = word.lower()
        if low in RANKS_BELOW:
            below = below or RANKS_BELOW[low]
        elif low not in around("not said of an office"):
            kept.append(word)
    organisation = ""
    if title in _MINISTERS:
        title, place, organisation = _minister(title, kept, rest, place)
    else:
        if title == "secretary of state" and rest and _portfolio(rest):
            title, rest = f"{_portfolio(rest)} minister", ""
        organisation, place = _body(title, " ".join(kept), rest, place)
    if below and title:
        title = f"{below} {title}"
    if title and kept and kept[-1].lower() in ("top", "chief", "lead") and before[-1:] == kept[-1:]:
        title = f"{kept[-1].lower()} {title}"
    return title, place, organisation


def _minister(title: str, kept: list[str], rest: str, place: str) -> tuple[str, str, str]:
    rest = (
        rest.removeprefix("the ")
        .removeprefix("Department of ")
        .removeprefix("Ministry of ")
        .removeprefix("Ministry for ")
    )
    portfolio = _portfolio(" ".join(kept)) or (_portfolio(rest) if rest else "")
    if not portfolio and rest:
        head, _, tail = rest.partition(" of ")
        portfolio = _portfolio(head)
        place = place or places.lookup(tail or head, metonyms=False) or ""
    if not portfolio:
        for size in (3, 2, 1):
            portfolio = portfolio or _portfolio(" ".join(kept[-size:]))
    if portfolio:
        return f"{portfolio} minister", place, ""
    organisation, place = _body(title, " ".join(kept), rest, place)
    return title, place, organisation


def _portfolio(words: str) -> str:
    low = words.lower().strip()
    return _portfolios().get(low) or _portfolios().get(low.removeprefix("the "), "")


def _leading_place(words: list[str]) -> tuple[str, list[str]]:
    """The place that the words start with, after articles and the like, and the words without it."""
    for start, word in enumerate(words):
        if not word.isalpha() or word in first_words() or word in ("the", "The"):
            for size in (4, 3, 2, 1):
                if start + size <= len(words):
                    slug = places.lookup(" ".join(words[start : start + size]), metonyms=False)
                    if slug:
                        return slug, [*words[:start], *words[start + size :]]
        if word.lower() not in around("not said of an office"):
            break
    return "", words


def _body(title: str, front: str, rest: str, place: str) -> tuple[str, str]:
    """The organisation and the place that stand around a head; words without a capital name none."""
    front = " ".join(word for word in front.split() if word.lower() not in around("party adjective"))
    front = front if front != front.lower() else ""
    rest = rest if rest != rest.lower() else ""
    if rest:
        slug = places.lookup(rest, metonyms=False)
        if slug and place:
            return slug, place  # "South Korean Ambassador to the United States"
        if slug and title == "ambassador":
            return slug, ""
        if slug:
            return fold_organisation(front), slug
        head, _, tail = rest.rpartition(" of ")
        tail_place = places.lookup(tail, metonyms=False) if head else None
        owner = rest.removeprefix("the ")
        for size in (3, 2, 1):
            lead = " ".join(owner.split()[:size])
            slug = places.lookup(lead, metonyms=False)
            if slug and len(owner.split()) > size:
                place = place or slug
        return fold_organisation(" ".join((front, rest)).strip()), place or tail_place or ""
    return fold_organisation(front), place


_ALIASES = {
    "cpc": "communist-party-of-china",
    "chinese-communist-party": "communist-party-of-china",
    "ccp": "communist-party-of-china",
}
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_SMALL_WORDS = frozenset(("the", "of", "and", "for", "s", "a"))


def fold_organisation(words: str) -> str:
    """The folded words of an organisation, "" for none: "the BBC's" -> "bbc"."""
    return FOLDED[words]


def _fold(words: str) -> str:
    low = words.lower()
    if low.isascii():
        if low.isalpha():
            return _ALIASES.get(low, low) if low not in _SMALL_WORDS else ""
        if not low.replace(" ", "").isalpha():
            low = _NO_LETTERS.sub(" ", low.replace("'s", ""))
    else:
        low = _NO_LETTERS.sub(" ", plain(words).lower().replace("'s", ""))
    slug = "-".join([word for word in low.split() if word not in _SMALL_WORDS])
    return _ALIASES.get(slug, slug)


FOLDED = Memo(_fold, 1 << 14)
"""The folded words of every organisation, as `fold_organisation` gives them."""
