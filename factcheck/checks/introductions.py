"""WHO008: a bare surname that the story never introduces, close to one that it does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.checks.misspelling import is_ending
from factcheck.checks.names import is_variant
from factcheck.model import Analysis, Finding, Fix, Mention, Related, Rule
from factcheck.spelling import distance, find_slip, fold, is_short_form, is_transliteration, name_tokens

_SHORTEST = 4


def find_unintroduced(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """Findings at the first place of each such surname, in text order; what WHO005 reports is left to it."""
    people = [mention for mention in analysis.mentions if mention.kind == "person"]
    introduced = _introduced(people)
    near: defaultdict[str, list[str]] = defaultdict(list)
    for surname in introduced:
        near[surname[0]].append(surname)
    known = {token for mention in people for token in name_tokens(mention.text) if " " in mention.text}
    seen = set()
    for mention in people:
        bare = fold(mention.text)
        if " " in mention.text or len(bare) < _SHORTEST or bare in known or bare in seen:
            continue
        seen.add(bare)
        for surname in near.get(bare[0], ()):
            if _is_close(bare, surname) and not is_variant(
                analysis, introduced[surname].text.split()[-1], mention.text
            ):
                yield _finding(analysis, rule, mention, introduced[surname])
                break


def _introduced(people: list[Mention]) -> dict[str, Mention]:
    """The surnames that come with a given name, folded, with the first full mention of each."""
    found: dict[str, Mention] = {}
    for mention in people:
        tokens = name_tokens(mention.text)
        if len(tokens) > 1 and len(tokens[-1]) >= _SHORTEST and mention.certainty == 1.0:
            found.setdefault(tokens[-1], mention)
    return found


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
