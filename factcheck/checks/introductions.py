"""WHO008: a bare surname that the story never introduces, close to one that it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.checks.misspelling import is_ending
from factcheck.checks.names import capitalised_words, is_variant
from factcheck.model import Analysis, Finding, Fix, Mention, Related, Rule, Span
from factcheck.patterns import Pattern
from factcheck.people.lexicon import kinds
from factcheck.spelling import distance, find_slip, fold, is_short_form, is_transliteration

_SHORTEST = 4
_LINKED = 0.9
"""So sure is the people engine of a single word that it ties to a full name."""


def find_unintroduced(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """Findings at the first place of each such surname, in text order; what WHO005 reports is left to it."""
    full: dict[str, Mention] = {}
    bare: dict[str, Mention] = {}
    for mention in analysis.mentions:
        _, text, kind, _, certainty = mention
        if kind == "person":
            if " " in text:
                full.setdefault(text, mention)
            elif certainty < _LINKED:
                bare.setdefault(text, mention)
    if not full:
        return
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
    surnames = {name.rpartition(" ")[2] for name in names}
    openings = {surname[:3] for surname in surnames if len(surname) >= 6}
    if not openings:
        return
    text = analysis.document.text
    for word in [word for word in capitalised_words(text) if word[:3] in openings]:
        if word not in surnames and not kinds(word):
            at = text.find(f" {word}")
            while at >= 0:
                match = _STRANGE.match(text, at + 1)
                if match and match[1] == word and _follows_mark(analysis, match):
                    yield _mention(match)
                    break
                at = text.find(f" {word}", at + 1)


def _follows_mark(analysis: Analysis, match: re.Match[str]) -> bool:
    """Does a match open a sentence or stand behind another mark, in the story itself?"""
    start = match.start()
    follows_word = start > 1 and match.string[start - 2].isalnum()
    return not follows_word and not analysis.is_furniture(Span(start, match.end(1)))


def _mention(match: re.Match[str]) -> Mention:
    return Mention(Span(match.start(), match.end(1), "text"), match[1], "person", fold(match[1]), 0.5)


_STRANGE = Pattern(r"([A-ZÀ-ÞĀ-Ž]\w{4,})(?:['’]s [a-z]| (?:said|was|is|has|had|will|would|could|did|[a-z]{3,}ed)\b)")


def _surname(name: str) -> str:
    return fold(name.rpartition(" ")[2])


def _is_close(bare: str, surname: str) -> bool:
    slip = find_slip(surname, bare)
    if slip:
        near = not is_ending(surname, bare, slip)
    else:
        near = min(len(bare), len(surname)) >= 7 and bare[-2:] == surname[-2:] and distance(bare, surname, 2) == 2
    return near and not is_transliteration(bare, surname) and not is_short_form(bare, surname)


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
