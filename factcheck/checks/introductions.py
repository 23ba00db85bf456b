"""WHO008: a bare surname that the story never introduces, close to one that it does."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.misspelling import is_ending
from factcheck.checks.names import is_variant
from factcheck.model import Analysis, Finding, Fix, Mention, Related, Rule
from factcheck.spelling import distance, find_slip, fold, is_short_form, is_transliteration

_SHORTEST = 4


def find_unintroduced(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """Findings at the first place of each such surname, in text order; what WHO005 reports is left to it."""
    bare = {mention.text: mention for mention in reversed(analysis.mentions) if _is_unlinked(mention)}
    if not bare:
        return
    full: dict[str, Mention] = {}
    for mention in analysis.mentions:
        if mention.kind == "person" and " " in mention.text:
            full.setdefault(mention.text, mention)
    known = set(" ".join(full).replace("-", " ").lower().split())
    strange = [(fold(name), mention) for name, mention in bare.items() if name.lower() not in known]
    introduced = {_surname(name): mention for name, mention in reversed(full.items())} if strange else {}
    for word, mention in strange:
        for surname, whole in introduced.items():
            if min(len(word), len(surname)) >= _SHORTEST and surname[0] == word[0] and _is_close(word, surname):
                if not is_variant(analysis, whole.text.split()[-1], mention.text):
                    yield _finding(analysis, rule, mention, whole)
                break


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
