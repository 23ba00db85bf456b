"""One name spelt in two ways within a story: capitalised words a slip of the hand apart.

Every capitalised word counts, not only the people found: a misspelt name is in no word list.
Whether two near words are one name is weighed from the shape of the slip, the words around
both, how often each stands and what the word lists know; see `_weigh`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from factcheck.checks.misspelling import ENOUGH, is_ending, weigh_slip
from factcheck.model import Analysis, Finding, Fix, Mention, Related, Rule, Span
from factcheck.people.lexicon import kinds
from factcheck.spelling import (
    Slip,
    find_slip,
    fold,
    is_short_form,
    is_transliteration,
    name_tokens,
    name_words,
)

_CAPITALISED = re.compile(r"[A-ZÀ-ÞĀ-Ž]\w{4,}")
_LARGEST_BLOCK = 64
_FEW = 80
"""So many words are compared by their first letter alone; a longer story needs finer blocks to stay linear."""
_LONG = 40_000
"""Characters of a story whose words are not kept, so as to hold no long texts in memory."""
_MOST_PLACES = 3
_OFTEN, _SAME_NEIGHBOURS = 1, 3
"""What it weighs at most that the right word stands often, and that the words beside both are the same."""
_PARTICLE = 3
"""So long are "von" and "bin", which stand inside a name."""
_BEFORE = re.compile(r"(?:(\w[\w'’]*)[ -](?:[A-Z]\. ?)*)?(\w[\w'’]*)[ -](?:[A-Z]\. ?)*$")
_INSIDE = re.compile(r"[a-z,] $")
_AFTER = re.compile(r"[ -](\w[\w'’]*)()")
_SPELLING = r"\bsic\b|\bmis-?spel|\bspel(?:t|led|ling)\b|\bcorrection\b|\bpronounced\b|\bconfused with\b"
_NAMED_AS = re.compile(rf"{_SPELLING}|\bknown as\b|\ba\.?k\.?a\b|\bformerly\b|\bnot [\"“]?$")
_NOTED = re.compile(_SPELLING)
_CORRECTED = re.compile(r"\bmis-?(?:spel|stat|identif|nam)|\bearlier version\b|\bgot the name\b")
_NOTE_WITHIN, _CORRECTED_WITHIN = 40, 120
_ADDRESS = re.compile(r"[@#_\\&=]|://|www\.|\.\w|\w\.[a-z]")


class Use(NamedTuple):
    """One place where a word stands; `before` and `after` are the name words beside it, folded.
    `is_inside`: a small letter or a comma before it shows that no sentence starts there."""

    span: Span
    before: frozenset[str]
    after: frozenset[str]
    is_inside: bool


class Word(NamedTuple):
    """A spelling and the places where it stands."""

    text: str
    uses: tuple[Use, ...]


def find_variants(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """Findings where a word of a story is a slip away from another name of it, in no fixed order."""
    document = analysis.document
    if analysis.language != "en":
        return
    words = capitalised_words(document.text)
    if document.title:
        words = dict.fromkeys((*words, *_CAPITALISED.findall(document.title)))
    told = set()
    for pair in _near_pairs(words):
        variant = _variant(analysis, *pair)
        if variant:
            told |= {use.span for use in variant[1].uses}
            yield from _findings(analysis, rule, *variant)
    for right, odd in _swapped_names(analysis):
        if not any(use.span in told for use in odd.uses):
            yield from _findings(analysis, rule, right, odd)


def _swapped_names(analysis: Analysis) -> Iterator[tuple[Word, Word]]:
    """Short words of long names, too short to be told apart alone: "Park Seo-yeon" and "Park Soe-yeon".

    All words of both names are alike but one, in which two letters changed places; names of two words count only
    where that is the last one and in no list.
    """
    names: dict[str, list[Mention]] = {}
    for mention in analysis.people.mentions:
        _, text, kind, _, _ = mention
        if kind == "person" and " " in text:
            if text in names:
                names[text].append(mention)
            else:
                names[text] = [mention]
    for forms in _like_names(names):
        for one, other in combinations(forms, 2):
            at = _one_apart(one, other)
            if at is None:
                continue
            good, bad = sorted((one, other), key=lambda tokens: (-len(forms[tokens]), forms[tokens][0].span))
            if len(one) > 2 or (at == 1 and not kinds(bad[at].capitalize())):
                yield _word_of(forms[good], good[at]), _word_of(forms[bad], bad[at])


def _like_names(names: Mapping[str, Sequence[Mention]]) -> Iterator[Mapping[tuple[str, ...], Sequence[Mention]]]:
    """Names of the same letters, by their words that tell people apart; a look at their length and at two initials
    drops nearly all."""
    shapes: dict[tuple[str, str, int], dict[tuple[str, ...], list[Mention]]] = {}
    for name, mentions in names.items() if len(names) > 1 else ():
        tokens = name_tokens(name)
        if len(tokens) > 1:
            shape = (tokens[0][0], tokens[-1][0], len("".join(tokens)))
            if shape in shapes:
                shapes[shape].setdefault(tokens, []).extend(mentions)
            else:
                shapes[shape] = {tokens: [*mentions]}
    for like in shapes.values():
        if len(like) > 1:
            by_letters: defaultdict[str, dict[tuple[str, ...], list[Mention]]] = defaultdict(dict)
            for tokens, found in like.items():
                by_letters["".join(sorted("".join(tokens)))][tokens] = found
            yield from by_letters.values()


def _one_apart(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    """Where the one word stands in which two names differ by letters that changed places; None where they do not."""
    if len(one) != len(other):
        return None
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    slip = find_slip(one[apart[0]], other[apart[0]]) if len(apart) == 1 else None
    return apart[0] if slip and slip.kind == "swapped" and slip.at else None


def _word_of(mentions: Sequence[Mention], token: str) -> Word:
    """The word of some mentions of a name that folds to a token."""
    uses = []
    text = ""
    for mention in mentions:
        word = next(word for word in name_words(mention.text) if word.folded == token)
        text, start = word.text, mention.span.start + word.start
        uses.append(Use(Span(start, start + len(text), mention.span.field), frozenset(), frozenset(), True))
    return Word(text, tuple(uses))


def capitalised_words(text: str) -> Mapping[str, None]:
    """The words of five letters and more that start with a capital, each once, in text order."""
    return _words_of(text) if len(text) < _LONG else dict.fromkeys(_CAPITALISED.findall(text))


@lru_cache(maxsize=512)
def _words_of(text: str) -> Mapping[str, None]:
    """The same, kept: the rule on surnames soon looks at the same stories."""
    return dict.fromkeys(_CAPITALISED.findall(text))


def is_variant(analysis: Analysis, one: str, other: str) -> bool:
    """Does `find_variants` report these two words of the story?"""
    return _are_near(one, other) and _variant(analysis, one, other) is not None


def _variant(analysis: Analysis, *pair: str) -> tuple[Word, Word] | None:
    """The right and the odd one of two near words, where they are one name; else None."""
    if _most(*pair) < ENOUGH and _most(*reversed(pair)) < ENOUGH:
        return None
    if any(_stands_small(analysis.document.text, text) for text in pair):
        return None
    words = [Word(text, _uses(analysis, text)) for text in pair]
    if not all(word.uses for word in words):
        return None
    right, odd = sorted(words, key=_rank, reverse=True)
    slip = find_slip(right.text.lower(), odd.text.lower())
    return (right, odd) if slip and _weigh(right, odd, slip) >= ENOUGH else None


def _most(right: str, odd: str) -> int:
    """What the pair weighs where all that the story shows speaks for a slip."""
    slip = find_slip(right.lower(), odd.lower())
    return weigh_slip(right, odd, slip, is_named=True) + _OFTEN + _SAME_NEIGHBOURS if slip else 0


def _near_pairs(words: Collection[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words one slip apart that may be one name; each pair once."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    may_repeat = len(words) > _FEW
    for word in words:
        if may_repeat:
            blocks[word[:2]].append(word)
            blocks[word[0] + word[-2:]].append(word)
        else:
            blocks[word[0]].append(word)
    seen = set()
    for block in blocks.values():
        if len(block) == 1:
            continue
        for left, right in combinations(block[:_LARGEST_BLOCK], 2):
            # Words of five letters and more that are a slip apart share their start or their end.
            if left[1] == right[1]:
                if left[2] != right[2] and left[-1] != right[-1]:
                    continue
            elif left[-1] != right[-1] or left[-2] != right[-2]:
                continue
            if -1 <= len(left) - len(right) <= 1:
                if may_repeat:
                    if (left, right) in seen:
                        continue
                    seen.add((left, right))
                if _are_near(left, right):
                    yield left, right


def _are_near(left: str, right: str) -> bool:
    slip = find_slip(left, right)
    if not slip or slip.at == 0 or left.isupper() or right.isupper() or left.lower() == right.lower():
        return False
    return not is_ending(left, right, slip) and not is_transliteration(left, right)


def _uses(analysis: Analysis, word: str) -> tuple[Use, ...]:
    """The places where a word stands as a word of the story, headline first."""
    return tuple(
        Use(
            span,
            _name_words(_BEFORE.search(text, max(0, start - 40), start)),
            _name_words(_AFTER.match(text, span.end)),
            _INSIDE.search(text, max(0, start - 2), start) is not None,
        )
        for field in ("title", "text")
        for text in (analysis.document.field(field),)
        for start in _places(text, word)
        for span in (Span(start, start + len(word), field),)
        if not analysis.is_furniture(span)
    )


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word starts as a whole word that is no part of an address or a handle."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            left, right = text[max(0, start - 40) : start].split(), text[end : end + 40].split()
            left_part = left[-1] if left and not text[start - 1].isspace() else ""
            right_part = right[0] if right and not text[end].isspace() else ""
            if not _ADDRESS.search(f"{left_part}{word}{right_part}"):
                yield start
        start = text.find(word, end)


def _name_words(match: re.Match[str] | None) -> frozenset[str]:
    """The neighbouring words, folded, that may be part of the name."""
    if not match:
        return frozenset()
    far, near = match.groups()
    if far and near and near.islower() and len(near) > _PARTICLE:
        far = None  # a verb between: "Bargemen thanked Falkenberg"
    return frozenset(fold(word) for word in (far, near) if word and _may_be_named(word))


def _may_be_named(word: str) -> bool:
    known = set(kinds(word))
    if not word[0].isupper() or (word.isupper() and len(word) > 1):
        return False
    return not known & set("hfd") and (not known or bool(known & set("gGs")))


def _stands_small(text: str, word: str) -> bool:
    """Does the story also write the word in lower case, as an ordinary word?"""
    small = word.lower()
    return small in text and any(True for _ in _places(text, small))


def _rank(word: Word) -> tuple[int, bool, int]:
    """How much a spelling looks like the right one: frequent, known, early."""
    return len(word.uses), bool(kinds(word.text)), -min(use.span.start for use in word.uses)


def _weigh(right: Word, odd: Word, slip: Slip) -> int:
    """How strongly all that is seen says that the odd word is a slip of the right one."""
    often = len(right.uses) >= 3 and len(odd.uses) == 1
    is_named = sum(use.is_inside for use in right.uses) >= 3 or any(use.before for use in right.uses)
    weight = weigh_slip(right.text, odd.text, slip, is_named=is_named)
    return weight + _OFTEN * often + _weigh_neighbours(right, odd, slip)


def _weigh_neighbours(right: Word, odd: Word, slip: Slip) -> int:
    """How strongly the names around both words say that they are one name, or two."""
    given, others = _joined(use.before for use in odd.uses), _joined(use.before for use in right.uses)
    follow, following = _joined(use.after for use in odd.uses), _joined(use.after for use in right.uses)
    if given & others or follow & following:
        return 0 if len(odd.uses) > 1 and given - others else _SAME_NEIGHBOURS
    if any(is_short_form(one, other) or find_slip(other, one) for one in given for other in others):
        return 2
    if slip.kind == "swapped" and not kinds(odd.text):
        if _has_given_name(given) and _has_given_name(others):
            return -2  # "Anne Moran", "Pat Morna"
        return 1 if others and not given else 0
    if (given and others) or (follow and following):
        return -2 if kinds(right.text) and not kinds(odd.text) else -3
    if given:
        return -1
    return 2 if others and not follow and len(right.uses) > 1 else 1 if others else 0


def _has_given_name(words: Iterable[str]) -> bool:
    return any("g" in kinds(word.capitalize()).lower() for word in words)


def _joined(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*words)


def _findings(analysis: Analysis, rule: Rule, right: Word, odd: Word) -> Iterator[Finding]:
    document = analysis.document
    related = (Related(document.id, right.uses[0].span, f"{right.text} here", right.text),)
    times = "once" if len(right.uses) == 1 else f"{len(right.uses)} times"
    for use in odd.uses[:_MOST_PLACES]:
        if not _is_named_as_wrong(document.field(use.span.field), use.span):
            yield rule.at(
                document.id,
                use.span,
                fixes=(Fix(use.span, right.text),),
                related=related,
                odd=odd.text,
                right=right.text,
                where=f"{times} in this story",
            )


def _is_named_as_wrong(text: str, span: Span) -> bool:
    """Does the story speak of the spelling: "Bergstorm [sic]", "also known as Bergstorm", "not Bergstorm"?"""
    start, end = max(0, span.start - _NOTE_WITHIN), span.end + _NOTE_WITHIN
    if _CORRECTED.search(text, max(0, span.start - _CORRECTED_WITHIN), end):
        return True
    return bool(_NAMED_AS.search(text[start : span.start]) or _NOTED.search(text, span.end, end))
