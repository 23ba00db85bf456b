"""One full name spelt in two ways between stories, or otherwise than the known facts have it.

The claims under one name block come in. Two written forms are one name when all their words
are alike but one, which is a slip away; equal forms merge first, and only near ones are paired.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from factcheck.checks.misspelling import ENOUGH, is_ending, weigh_slip
from factcheck.model import Claim, Finding, Fix, Related, Rule, Span
from factcheck.people.lexicon import kinds
from factcheck.spelling import (
    NameWord,
    Slip,
    find_slip,
    is_short_form,
    is_transliterated,
    is_transliteration,
    may_be_transliteration,
    name_tokens,
    name_words,
)

_LARGEST_BLOCK = 64


class Form(NamedTuple):
    """One written form of a name: its words folded, one claim for each story that writes it, first stories first."""

    tokens: tuple[str, ...]
    claims: tuple[Claim, ...]

    @property
    def is_known(self) -> bool:
        """Does a known fact write the name so?"""
        return any(claim.grade != "story" for claim in self.claims)


class Difference(NamedTuple):
    """A word in which two forms differ: its position in each form's tokens, and the slip from right to odd."""

    right_at: int
    odd_at: int
    slip: Slip


def compare_names(claims: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """Findings where stories write one full name in two ways, each at the odd one out."""
    told = {str(claim.value) for claim in claims if claim.grade == "story"}
    if len(told) < 2 and (claims[-1].grade == "story" or not any(map(_is_strange, told))):
        return
    settled = set()
    for pair in _near_forms(claims):
        if not _differences(pair[0].tokens, pair[1].tokens):
            continue
        odd, right = sorted(pair, key=_rank)
        differences = _differences(right.tokens, odd.tokens)
        if odd.tokens in settled or not _is_one_name(right, odd, differences):
            continue
        settled.add(odd.tokens)
        yield from _findings(right, odd, differences, rule)
        if _rank(right)[:3] == _rank(odd)[:3]:
            mirrored = [Difference(odd_at, right_at, slip) for right_at, odd_at, slip in differences]
            yield from _findings(odd, right, mirrored, rule)


def may_be_one(one: str, other: str) -> bool:
    """Are two written names alike, or a slip apart? Others are never compared."""
    if _is_plain(one) and _is_plain(other):  # most of a crowded block, decided without folding and aligning words
        words = zip(one.lower().split(), other.lower().split(), strict=True)
        if not all(left == right or _may_slip(left, right) for left, right in words):
            return False
    left, right = name_tokens(one), name_tokens(other)
    return left == right or (min(len(left), len(right)) > 1 and bool(_differences(left, right)))


def _is_plain(name: str) -> bool:
    """Is the name two words of plain letters?"""
    first, _, second = name.partition(" ")
    return name.isascii() and first.isalpha() and second.isalpha()


def _may_slip(left: str, right: str) -> bool:
    """A quick look at what one slip leaves: all letters before the middle or all behind it."""
    if not -2 < len(left) - len(right) < 2:
        return False
    half = (min(len(left), len(right)) - 1) // 2
    return half < 1 or left[:half] == right[:half] or left[-half:] == right[-half:]


def _forms(claims: Iterable[Claim]) -> list[Form]:
    by_tokens: defaultdict[tuple[str, ...], dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        tokens = name_tokens(str(claim.value))
        if len(tokens) > 1:
            by_tokens[tokens].setdefault(claim.document, claim)
    return [Form(tokens, tuple(claims.values())) for tokens, claims in by_tokens.items()]


def _near_forms(claims: Sequence[Claim]) -> Iterator[tuple[Form, Form]]:
    """Pairs of forms worth comparing: all that stories write, and with the known ones those with a strange word."""
    told = _forms(claim for claim in claims if claim.grade == "story")
    if len(told) > 1:
        yield from _pairs(told)
    strange = [form for form in told if _is_strange(str(form.claims[0].value))]
    if strange:
        known = _forms(claim for claim in claims if claim.grade != "story" and claim.attribute == "name")
        taken = {form.tokens for form in known}
        for form in strange:
            if form.tokens not in taken:
                for other in known:
                    if len(form.tokens) == len(other.tokens):
                        yield form, other


@lru_cache(maxsize=8192)
def _is_strange(name: str) -> bool:
    """Has the name a word that is in no word list, as nearly every misspelt name has?"""
    return not all(kinds(token.capitalize()) for token in name_tokens(name))


def _pairs(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """All pairs of a small block, and in a large one those that share most letters."""
    if len(forms) <= _LARGEST_BLOCK:
        yield from combinations(forms, 2)
        return
    parts: defaultdict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms:
        for at, token in enumerate(form.tokens):
            rest = (*form.tokens[:at], "", *form.tokens[at + 1 :])
            parts[(*rest, token[:3])].append(form)
            parts[(*rest, "", token[-2:])].append(form)
    for part in parts.values():
        yield from combinations(part[:_LARGEST_BLOCK], 2)


def _rank(form: Form) -> tuple[bool, int, int, bool, int]:
    """How much a form looks like the right one: known, in many stories, made of known words, early."""
    dates = [claim.dated for claim in form.claims if claim.dated]
    return (
        form.is_known,
        len(form.claims),
        sum(bool(kinds(token.capitalize())) for token in form.tokens),
        bool(dates),
        -min(dates).toordinal() if dates else 0,
    )


def _differences(right: tuple[str, ...], odd: tuple[str, ...]) -> list[Difference]:
    """The words in which two names differ, each a slip away, when the rest is alike; else none.

    The longer name may have one word more; two words may differ only where that is the whole name.
    """
    if abs(len(right) - len(odd)) > 1:
        return []
    if right[0][0] != odd[0][0] and right[-1][0] != odd[-1][0]:
        return []
    if len(right) == len(odd):
        return _slips(right, odd, [(at, at) for at in range(len(right))])
    if set(right).isdisjoint(odd):
        return []  # at most one word of theirs may differ
    for skip in range(max(len(right), len(odd))):
        found = _slips(right, odd, _aligned(right, odd, skip))
        if found:
            return found
    return []


def _slips(right: tuple[str, ...], odd: tuple[str, ...], places: Sequence[tuple[int, int]]) -> list[Difference]:
    """The slips between words at the same places, one for each unlike pair; none where a pair is further apart."""
    found: list[Difference] = []
    for i, j in places:
        if right[i] == odd[j]:
            continue
        slip = find_slip(right[i], odd[j])
        if not slip or not slip.at or len(found) == 2:
            return []
        found.append(Difference(i, j, slip))
    return found if len(found) < 2 or len(right) + len(odd) == 4 else []


def _aligned(right: tuple[str, ...], odd: tuple[str, ...], skip: int) -> list[tuple[int, int]]:
    """Positions of the words that stand beside each other when the longer name leaves out its word at `skip`."""
    kept = [at for at in range(max(len(right), len(odd))) if at != skip]
    short = range(len(kept))
    return list(zip(kept, short, strict=True)) if len(right) > len(odd) else list(zip(short, kept, strict=True))


def _is_one_name(right: Form, odd: Form, differences: Sequence[Difference]) -> bool:
    """Does all that is seen say that both forms name one person, and the odd one by a slip?

    Known people are many, so that near names among them are common: against them the slip must be clearer.
    """
    weights = [_weigh(right, odd, difference) for difference in differences]
    if len(weights) == 1:
        is_long = len(right.tokens[differences[0].right_at]) >= 9
        return weights[0] >= ENOUGH + (2 - is_long) * right.is_known
    return min(weights) >= ENOUGH and sum(weights) > 2 * ENOUGH


def _weigh(right: Form, odd: Form, difference: Difference) -> int:
    """How strongly one differing word says that the odd form is a slip of the right one."""
    good, bad, slip = right.tokens[difference.right_at], odd.tokens[difference.odd_at], difference.slip
    if min(len(good), len(bad)) < 4 or is_short_form(good, bad):
        return 0
    if is_ending(good, bad, slip) and not (right.is_known and slip.kind == "changed"):
        return 0
    if is_transliteration(_word(right.claims[0], good).text, _word(odd.claims[0], bad).text):
        return 0
    if may_be_transliteration(good, bad) and is_transliterated(str(right.claims[0].value)):
        return 0
    weight = weigh_slip(good.capitalize(), bad.capitalize(), slip) + right.is_known
    alike = len(right.tokens) == len(odd.tokens) >= 3
    return weight + (len(right.claims) >= 2 * len(odd.claims)) + (difference.odd_at > 0) + alike


def _findings(right: Form, odd: Form, differences: Sequence[Difference], rule: Rule) -> Iterator[Finding]:
    witness = right.claims[0]
    there = _stretch(witness, [right.tokens[difference.right_at] for difference in differences])
    if right.is_known:
        where, note = "in the known facts", f"{witness.value}, a known person"
    else:
        where, note = "in another story" if len(right.claims) == 1 else "in other stories", f"{witness.value} here"
    settled = {claim.document for claim in right.claims}
    for claim in odd.claims:
        if claim.document in settled:
            continue
        here = _stretch(claim, [odd.tokens[difference.odd_at] for difference in differences])
        yield rule.at(
            claim.document,
            _span(claim, here),
            fixes=(Fix(_span(claim, here), _cut(witness, there)),),
            related=(Related(witness.document, _span(witness, there), note, _cut(witness, there)),),
            odd=claim.value,
            right=witness.value,
            where=where,
        )


def _stretch(claim: Claim, tokens: Sequence[str]) -> tuple[int, int]:
    """Where the words that fold to the tokens stand in the claim's name: from the first to the end of the last."""
    words = [_word(claim, token) for token in tokens]
    return words[0].start, words[-1].start + len(words[-1].text)


def _span(claim: Claim, stretch: tuple[int, int]) -> Span:
    start, _, field = claim.span
    return Span(start + stretch[0], start + stretch[1], field)


def _cut(claim: Claim, stretch: tuple[int, int]) -> str:
    return str(claim.value)[stretch[0] : stretch[1]]


def _word(claim: Claim, token: str) -> NameWord:
    """The word of the claim's name that folds to the token."""
    return next(word for word in name_words(str(claim.value)) if word.folded == token)
