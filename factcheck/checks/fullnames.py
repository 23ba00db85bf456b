"""One full name spelt in two ways between stories, or otherwise than the known facts have it.

The claims under one name block come in. Two written forms are one name when all their words
are alike but one, which is a slip away; equal forms merge first, and only near ones are paired.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from operator import ne
from typing import NamedTuple

from factcheck.checks.misspelling import ENOUGH, is_ending, weigh_slip
from factcheck.held import covers, same_office
from factcheck.model import Claim, Finding, Fix, Related, Role, Rule, Span
from factcheck.people import person_slug
from factcheck.people.lexicon import kinds
from factcheck.people.memo import Memo
from factcheck.people.titles import last_words
from factcheck.reference import terms_of
from factcheck.rules import FOLDER
from factcheck.spelling import (
    NameWord,
    Slip,
    distance,
    find_slip,
    is_short_form,
    is_transliterated,
    is_transliteration,
    may_be_transliteration,
    name_tokens,
    name_words,
)

_LARGEST_BLOCK = 64


Tokens = tuple[str, ...]


class Form(NamedTuple):
    """One written form of a name: its words folded, one claim for each story that writes it, first stories first.
    `is_known`: a known fact writes it so."""

    tokens: Tokens
    claims: tuple[Claim, ...]
    is_known: bool


class Difference(NamedTuple):
    """A word in which two forms differ: its position in each form's tokens, and the slip from right to odd."""

    right_at: int
    odd_at: int
    slip: Slip


def compare_names(claims: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """Findings where stories write one full name in two ways, each at the odd one out."""
    held = [claim for claim in claims if claim.attribute == "role"]
    if held:
        claims = [claim for claim in claims if claim.attribute == "name"]
        yield from _near_holders(claims, held, rule)
        return
    pairs = _near_pairs(claims) if len({claim.value for claim in claims}) > 1 else ()
    if not pairs:
        return
    told = _forms([claim for claim in claims if claim.grade == "story"], is_known=False)
    known = _forms(_known_names(claims), is_known=True)
    settled = set()
    for one, other, is_told in pairs:
        odd, right = sorted((told[one], (told if is_told else known)[other]), key=_rank)
        differences = _differences(right.tokens, odd.tokens)
        if odd.tokens in settled or not _is_one_name(right, odd, differences):
            continue
        settled.add(odd.tokens)
        yield from _findings(right, odd, differences, rule)
        if _rank(right)[:3] == _rank(odd)[:3]:
            mirrored = [Difference(odd_at, right_at, slip) for right_at, odd_at, slip in differences]
            yield from _findings(odd, right, mirrored, rule)


def _near_holders(claims: Sequence[Claim], held: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """Findings where the office that a story gives to a name is, on that day, a known person's of nearly that name."""
    known = _forms(_known_names(claims), is_known=True)
    for form in _forms([claim for claim in claims if claim.grade == "story"], is_known=False).values() if known else ():
        if form.tokens in known:
            continue
        roles = [claim for claim in held if claim.entity == form.claims[0].entity and claim.certain]
        for right in known.values() if roles else ():
            differences = _close(right.tokens, form.tokens)
            places = [_place_held(right, role) for role in roles] if differences else []
            if any(place and _is_misspelt(right, differences[0], form, place) for place in places):
                yield from _findings(right, form, differences, rule)
                break


def _close(right: Tokens, odd: Tokens) -> list[Difference]:
    """The one word in which two names of the same length differ, by a slip or two; else none."""
    apart = [at for at in range(len(right)) if right[at] != odd[at]] if len(right) == len(odd) else []
    if len(apart) != 1 or len(right) < 2:
        return []
    at = apart[0]
    good, bad = right[at], odd[at]
    slip = find_slip(good, bad)
    if slip is None and min(len(good), len(bad)) >= 6 and good[0] == bad[0] and distance(good, bad, 2) == 2:
        slip = None if good.startswith(bad) else Slip("apart", 1)
    return [Difference(at, at, slip)] if slip and slip.at else []


def _place_held(right: Form, role: Claim) -> str:
    """The country in which the known person surely held the office of a story's claim on its day; "" for none."""
    for term in terms_of(str(FOLDER / "facts"), person_slug(str(right.claims[0].value))):
        if (
            isinstance(term.value, Role)
            and term.certain is not None
            and role.certain is not None
            and same_office(role.value, term.value)
            and covers(term.certain, role.certain)
        ):
            return term.value.place
    return ""


def _is_misspelt(right: Form, difference: Difference, odd: Form, place: str) -> bool:
    """Is the difference none of accepted spellings? Names from other scripts are spelt in many ways."""
    good, bad = right.tokens[difference.right_at], odd.tokens[difference.odd_at]
    least = 3 if difference.slip.kind == "swapped" else 4
    if min(len(good), len(bad)) < least or is_short_form(good, bad) or is_ending(good, bad, difference.slip):
        return False
    if difference.slip.kind == "swapped":
        return True
    if place not in _LATIN or is_transliterated(str(right.claims[0].value)):
        return False
    return not is_transliteration(good, bad)


_LATIN = frozenset(
    """united-states united-kingdom canada australia new-zealand ireland france germany italy spain portugal netherlands
    belgium luxembourg austria switzerland denmark norway sweden finland iceland poland hungary brazil argentina chile
    mexico colombia peru venezuela ecuador bolivia uruguay paraguay cuba philippines""".split()
)
"""Countries whose names are written in Latin letters at home, so that a name has one spelling."""


def may_be_misspelt(claims: Iterable[Claim]) -> bool:
    """May any of these names be a slip for a known one, by its letters or by a high office? Only then are the known
    names worth a look."""
    for claim in claims:  # flat: asked for every block of names
        value = claim.value
        if isinstance(value, Role) or _STRANGE[str(value)]:
            return True
    return False


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


def _near_pairs(claims: Sequence[Claim]) -> list[tuple[Tokens, Tokens, bool]]:
    """Pairs of unlike names a slip apart: of all that stories write (marked True), and of those with a strange word
    and the known ones."""
    told: dict[Tokens, str] = {}
    for written in dict.fromkeys([str(claim.value) for claim in claims if claim.grade == "story"]):
        tokens = name_tokens(written)
        if len(tokens) > 1:
            told.setdefault(tokens, written)
    near = (
        [(one, other, True) for one, other in _pairs(list(told)) if _differences(one, other)] if len(told) > 1 else []
    )
    if claims[-1].grade == "story":
        return near
    strange = [tokens for tokens, written in told.items() if _STRANGE[written]]
    known = dict.fromkeys([name_tokens(str(claim.value)) for claim in _known_names(claims)]) if strange else {}
    for one in strange:
        if one not in known:
            near += [(one, other, False) for other in known if len(one) == len(other) and _differences(one, other)]
    return near


def _known_names(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.grade != "story" and claim.attribute == "name"]


def _forms(claims: Iterable[Claim], *, is_known: bool) -> dict[Tokens, Form]:
    by_tokens: defaultdict[Tokens, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        by_tokens[name_tokens(str(claim.value))].setdefault(claim.document, claim)
    return {tokens: Form(tokens, tuple(claims.values()), is_known) for tokens, claims in by_tokens.items()}


def _is_strange(name: str) -> bool:
    """Has the name a word that is in no word list, as nearly every misspelt name has?"""
    return not all(map(kinds, map(str.capitalize, name_tokens(name))))


_STRANGE = Memo(_is_strange, 1 << 13)


def _pairs(names: Sequence[Tokens]) -> Iterator[tuple[Tokens, Tokens]]:
    """All pairs of a small block, and in a large one those that share most letters."""
    if len(names) <= _LARGEST_BLOCK:
        yield from combinations(names, 2)
        return
    parts: defaultdict[Tokens, list[Tokens]] = defaultdict(list)
    for name in names:
        for at, token in enumerate(name):
            rest = (*name[:at], "", *name[at + 1 :])
            parts[(*rest, token[:3])].append(name)
            parts[(*rest, "", token[-2:])].append(name)
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


def _differences(right: Tokens, odd: Tokens) -> list[Difference]:
    """The words in which two names differ, each a slip away, when the rest is alike; else none.

    The longer name may have one word more; two words may differ only where that is the whole name.
    """
    if len(right) == len(odd):
        return _slips(right, odd, [(at, at) for at in range(len(right))])
    if abs(len(right) - len(odd)) > 1 or (right[0][0] != odd[0][0] and right[-1][0] != odd[-1][0]):
        return []
    if set(right).isdisjoint(odd) or not _has_like_words(right, odd):
        return []  # one word of theirs may differ, by a slip
    long, short = (right, odd) if len(right) > len(odd) else (odd, right)
    for skip in range(len(long)):
        if sum(map(ne, long[:skip] + long[skip + 1 :], short)) == 1:
            found = _slips(right, odd, _aligned(right, odd, skip))
            if found:
                return found
    return []


def _has_like_words(one: Tokens, other: Tokens) -> bool:
    """Have two names two unlike words that may be a slip apart: of the same initial, and about as long?"""
    for word in one:
        initial, length = word[0], len(word)
        for like in other:
            if like[0] == initial and like != word and -2 < len(like) - length < 2:
                return True
    return False


def _slips(right: Tokens, odd: Tokens, places: Iterable[tuple[int, int]]) -> list[Difference]:
    """The slips between words at the same places, one for each unlike pair; none where a pair is further apart or
    differs in its first letter."""
    found: list[Difference] = []
    for i, j in places:
        good, bad = right[i], odd[j]
        if good == bad:
            continue
        # Of two words a slip apart behind the first letter, the second letters or the last are the same.
        if good[0] != bad[0] or (good[1] != bad[1] and good[-1] != bad[-1]) or len(found) == 2:
            return []
        slip = find_slip(good, bad)
        if not slip or not slip.at:
            return []
        found.append(Difference(i, j, slip))
    return found if len(found) < 2 or len(right) + len(odd) == 4 else []


def _aligned(right: Tokens, odd: Tokens, skip: int) -> list[tuple[int, int]]:
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
    often = len(right.claims) >= 2 * len(odd.claims)
    is_given = difference.odd_at == 0
    return weight + often + (not is_given) + alike + (not is_given and _same_words_before(right, odd))


_FEW_DAYS = datetime.timedelta(3)


def _same_words_before(right: Form, odd: Form) -> bool:
    """Do stories of the same days set the same word, a title or a job, right before both names?"""
    one, other = right.claims[0], odd.claims[0]
    if not one.dated or not other.dated or abs(one.dated - other.dated) > _FEW_DAYS:
        return False
    return _word_before(one) == _word_before(other) != ""


def _word_before(claim: Claim) -> str:
    """The title word right before a name in its sentence, in lower case; "" where none stands there."""
    before = claim.sentence.partition(claim.text)[0].rsplit(None, 1)[-1:]
    low = before[0].lower() if before else ""
    return low if low in last_words() else ""


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
