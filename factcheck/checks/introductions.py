"""WHO008: a bare surname that the story never introduces, close to one that it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from factcheck.checks.misspelling import is_ending
from factcheck.checks.names import is_variant
from factcheck.model import Analysis, Finding, Fix, Mention, Related, Rule, Span
from factcheck.patterns import Pattern
from factcheck.people.lexicon import kinds
from factcheck.spelling import distance, find_slip, fold, is_short_form, is_transliteration

_SHORTEST = 4


def find_unintroduced(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """Findings at the first place of each such surname, in text order; what WHO005 reports is left to it."""
    full: dict[str, Mention] = {}
    for mention in analysis.mentions:
        if mention.kind == "person" and " " in mention.text:
            full.setdefault(mention.text, mention)
    if not full:
        return
    bare = {mention.text: mention for mention in reversed(analysis.mentions) if _is_unlinked(mention)}
    for one in _unread(analysis, full):
        bare.setdefault(one.text, one)
    if not bare:
        return
    known = set(" ".join(full).replace("-", " ").lower().split())
    strange = [(fold(name), mention) for name, mention in bare.items() if name.lower() not in known]
    introduced = {_surname(name): mention for name, mention in reversed(full.items())} if strange else {}
    for word, mention in strange:
        for surname, whole in introduced.items():
            if min(len(word), len(surname)) >= _SHORTEST and surname[0] == word[0] and _is_close(word, surname):
                if not is_variant(analysis, whole.text.split()[-1], mention.text):
                    yield _finding(analysis, rule, mention, whole)
                break


def _unread(analysis: Analysis, names: Iterable[str]) -> Iterator[Mention]:
    """Words of no list that open like a long surname and are read as nobody's name; a verb follows each."""
    surnames: dict[str, set[str]] = {}
    for name in names:
        surname = name.rpartition(" ")[2]
        if len(surname) >= 6:
            surnames.setdefault(surname[:3], set()).add(surname)
    text = analysis.document.text
    for opening, alike in surnames.items() if len(surnames) <= _FEW else ():
        at = text.find(f" {opening}")
        while at >= 0:
            match = _STRANGE.match(text, at + 1)
            if match and _is_unread(analysis, match, alike):
                yield _mention(match)
            at = text.find(f" {opening}", at + 1)
    for match in _STRANGE.finditer(text) if len(surnames) > _FEW else ():
        if _is_unread(analysis, match, surnames.get(match[1][:3], set())):
            yield _mention(match)


_FEW = 30
"""So many openings are looked for one by one; for more the whole text is read once."""


def _is_unread(analysis: Analysis, match: re.Match[str], alike: Set[str]) -> bool:
    """Is the word of a match in no list, behind a space, and no surname of the story that opens like some?"""
    start, word = match.start(), match[1]
    if not alike or alike == {word} or kinds(word):
        return False
    text = match.string
    opens = start > 0 and text[start - 1] == " " and not (start > 1 and text[start - 2].isalnum())
    return opens and not analysis.is_furniture(Span(start, match.end(1)))


def _mention(match: re.Match[str]) -> Mention:
    return Mention(Span(match.start(), match.end(1), "text"), match[1], "person", fold(match[1]), 0.5)


_STRANGE = Pattern(r"([A-ZÀ-ÞĀ-Ž]\w{4,}) (?:said|was|is|has|had|will|would|could|did|[a-z]{3,}ed)\b")


def _is_unlinked(mention: Mention) -> bool:
    """Is it a single word that the people engine could tie to no full name?"""
    return mention.certainty < 0.9 and mention.kind == "person" and " " not in mention.text


def _surname(name: str) -> str:
    return fold(name.rpartition(" ")[2])


def _is_close(bare: str, surname: str) -> bool:
    if is_transliteration(bare, surname) or is_short_form(bare, surname):
        return False
    slip = find_slip(surname, bare)
    if slip:
        return not is_ending(surname, bare, slip)
    return min(len(bare), len(surname)) >= 7 and distance(bare, surname, 2) == 2 and bare[-2:] == surname[-2:]


def _finding(analysis: Analysis, rule: Rule, mention: Mention, full: Mention) -> Finding:
    surname = full.text.split()[-1]
    return rule.at(
        analysis.document.id,
        mention.span,
        fixes=(Fix(mention.span, surname),),
        related=(Related(analysis.document.id, full.span, f"{full.text} is introduced here", full.text),),
        name=mention.text,
        full=full.text,
    )
