"""One body under two proper names between stories: role claims of one person in, findings out.

Two wordings are taken for one body when most of their words are the same, the same person heads both
at one time, and neither is the other with words left out or put in another order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck import places
from factcheck.dates.interval import overlaps
from factcheck.model import Claim, Finding, Related, Role, Rule

_EXPANDED = {
    "cpc": "communist party china", "ccp": "communist party china", "dprk": "north korea",
    "wpk": "workers party korea", "un": "united nations", "eu": "european union", "us": "united states",
    "intl": "international", "dept": "department", "govt": "government", "natl": "national",
    "assn": "association", "comm": "commission", "cttee": "committee",
}  # fmt: skip
_SMALL = frozenset("the of and for on in at s a an to".split())
_TELLING = frozenset(
    "subcommittee house senate north south east west northern southern eastern western upper lower deputy first second "
    "state federal national international european regional local junior senior men women".split()
)
"""Words that tell two bodies apart: a committee and its subcommittee, the two houses."""

_LIKE_WORDS = {
    "harbour": "port", "harbor": "port", "harbours": "port", "ports": "port", "external": "foreign",
    "overseas": "foreign", "interior": "home", "internal": "home", "labor": "employment", "labour": "employment",
    "schools": "education", "hygiene": "health", "farming": "agriculture", "agricultural": "agriculture",
    "environmental": "environment", "economic": "economy", "economics": "economy", "financial": "finance",
    "commerce": "trade", "commercial": "trade", "fishery": "fisheries", "maritime": "marine", "affair": "affairs",
}  # fmt: skip
"""Two words that translators choose between; they help to see one body in two names, and are still two names."""

_GENERIC = frozenset("office department ministry bureau committee commission council agency board body group".split())


def role_wording(claims: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """Two stories that name the body which one person heads in two ways, both with capitals."""
    told = [
        claim
        for claim in claims
        if claim.attribute == "role"
        and claim.grade == "story"
        and claim.stance in ("asserted", "quoted")
        and isinstance(claim.value, Role)
        and not claim.value.when
    ]
    texts = {claim.text for claim in told} if len(told) > 1 else set()
    if len(texts) < 2 or sum([_is_proper(text) for text in texts]) < 2:
        return
    named: dict[tuple[str, ...], list[Claim]] = {}
    for claim in told:
        words = body_words(claim)
        if words:
            named.setdefault(words, []).append(claim)
    if not 2 <= len(named) <= 100:
        return
    official = [
        claim
        for claim in claims
        if claim.attribute == "role"
        and claim.grade != "story"
        and isinstance(claim.value, Role)
        and not claim.value.when
    ]
    wordings = list(named.items())
    for index, (words, ones) in enumerate(wordings):
        for others_words, others in wordings[index + 1 :]:
            if _one_body(words, others_words):
                yield from _between(ones, others, official, rule)


def body_words(claim: Claim) -> tuple[str, ...]:
    """The content words of the body in a role's wording, abbreviations expanded; empty without a proper name."""
    return _body_words(claim.text, claim.value.title) if isinstance(claim.value, Role) else ()


def _is_proper(text: str) -> bool:
    """Has a wording the capitals of a proper name?"""
    return sum([word[0].isupper() for word in text.split()]) >= 3


@lru_cache(maxsize=4096)
def _body_words(text: str, title: str) -> tuple[str, ...]:
    if not title or not _is_proper(text):
        return ()
    text = re.sub(r"(?<=[a-z])[’']s\b", "", text)
    words: list[str] = []
    for word in re.findall(r"[A-Za-z][A-Za-z.&’'-]*", text):
        low = word.lower().replace(".", "").strip("-’'")
        slug = places.lookup(word, metonyms=False) if word[0].isupper() else None
        low = low.replace("isation", "ization").replace("centre", "center").replace("defence", "defense")
        words += (_EXPANDED.get(low) or (slug.replace("-", " ") if slug else low)).split()
    head = set(title.split())
    return tuple(word for word in words if word not in _SMALL and word not in head)


def _one_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Are these two wordings one body's, and still two names?"""
    if set(one) == set(other):
        return False
    a, b = ({_LIKE_WORDS.get(word, word) for word in words} for words in (one, other))
    shared = a & b
    if min(len(a), len(b)) < 4 or len(shared - _GENERIC) < 3:
        return False
    least = min(len(a - _GENERIC), len(b - _GENERIC))
    if len(shared) < 0.75 * min(len(a), len(b)) and len(shared - _GENERIC) < max(4, least):
        return False
    if (a ^ b) & _TELLING or (_places(a - b) and _places(b - a)):
        return False
    return not (_within(one, other) or _within(other, one))


def _places(words: set[str]) -> set[str]:
    """The names of places among words."""
    return {word for word in words if places.lookup(word.title(), metonyms=False)}


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Is the one the other with words left out, in the same order?"""
    rest = iter(long)
    return all(word in rest for word in short)


def _between(
    ones: Sequence[Claim], others: Sequence[Claim], official: Sequence[Claim], rule: Rule
) -> Iterator[Finding]:
    """A finding for each story of the rarer wording, else the later, that stands beside a story of the other."""
    stories, other_stories = {c.document for c in ones}, {c.document for c in others}
    if len(stories) > len(other_stories) or (len(stories) == len(other_stories) and _last(ones) < _last(others)):
        ones, others = others, ones
    done: set[str] = set()
    for claim in ones:
        against = next(
            (c for c in others if c.document != claim.document and overlaps(c.possible, claim.possible)), None
        )
        if against is None or claim.document in done:
            continue
        done.add(claim.document)
        yield rule.at(
            claim.document,
            claim.span,
            related=(Related(against.document, against.span, against.text, against.sentence),),
            name=claim.name,
            role=claim.text,
            other=against.text,
            official=_official(claim, official),
        )


def _last(claims: Sequence[Claim]) -> tuple[str, str]:
    return max((str(claim.dated or ""), claim.document) for claim in claims)


def _official(claim: Claim, official: Sequence[Claim]) -> str:
    """The official name in words, where the known terms have a body like it at that time; else ""."""
    wanted = set(body_words(claim)) - _GENERIC
    best = max(
        (term for term in official if overlaps(term.possible, claim.possible)),
        key=lambda term: len(wanted & set(body_words(term))),
        default=None,
    )
    if best is None or len(wanted & set(body_words(best))) < 2 or not isinstance(best.value, Role):
        return ""
    return f"; officially {best.value.written}, {best.source.partition(';')[0]}"
