"""NUM001 and NUM004: one quantity of a story given two values.

Reads the quantity claims of a story, grouped by what they count. Two of them are taken for one
quantity only when the words around them are alike and nothing tells them apart: another name,
another date, another number, a word of addition ("another 20") or of change ("rose to 20").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from factcheck.checks.tellings import (
    Telling,
    changed,
    exclusive,
    rate,
    run,
    same_sentence,
    shared_content,
    stem,
    told_apart,
    value_of,
)
from factcheck.model import Analysis, Claim, Finding, Fix, Quantity, Related, Rule, Span, lowered
from factcheck.numerals import NUMBER_WORDS, WORD_FOR
from factcheck.patterns import Pattern
from factcheck.units import BY_NAME

_LIKE, _ALMOST_ALIKE, _ALIKE = 4.5, 8.0, 12.0
"""How alike the words around two numbers must be: where one is a slip of the other; where both have one
digit, or where a word of change stands near; where they are no slip, or shares (set on dated news)."""

_DEFINITE_BONUS = 4.0
"""What "the" before the later number adds to the likeness (chosen by us)."""

_SAME_DIGITS = 3.0
"""What it adds to the likeness of two magnitudes that "the" or a headline takes the other up (chosen by us)."""

_SAME_RATE = 2.0
"""What it adds that both are told by the same rate: "a day" (chosen by us)."""

_FEW = 10
_MANY = 100
"""Counts below the one are of many things; below the other, two of one noun are often two, but for the dead."""

_SAME_WORDS = 3
"""How many words on both sides of a number make two quotations one that was copied (chosen by us)."""

_LEAD = 900
"""How many code points of a story its headline is compared with."""

_A_THOUSAND = 995.0
"""How many times one value is another that is a magnitude below it, with room for rounding."""

_A_LAKH = 99.0
"""The same where a story counts in lakhs and crores."""

_LARGEST_GROUP = 40
"""A noun counted more often than this belongs to a table."""


def number_conflict(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """NUM001: a finding for each quantity that the story gives two values."""
    yield from _conflicts(analysis, rule, _close_pairs, _is_one_quantity)
    yield from _scores(analysis, rule)


_SCORE_AGAIN = Pattern(
    r"The (?P<score>[0-9]{1,2}[-–][0-9]{1,2}) (?:win|victory|defeat|loss|draw|success|triumph|thrashing|rout)\b"
    r"(?= (?:took|takes|left|leaves|lifted|lifts|put|puts|sent|sends|ended|was|is|means|meant|gave|gives|moved|moves"
    r"|kept"
    r"|keeps|extended|made|came|comes|secured|sealed|earned|confirmed|saw|maintained|completed|flattered)\b)"
)
_SCORE_TOLD = Pattern(
    r"\b(?:won|beat|defeated|lost|drew|thrashed|routed"
    r"|edged)\b[^.;:()]{0,60}? (?P<score>[0-9]{1,2}[-–][0-9]{1,2})(?![\w–-])"
)
_ANY_SCORE = Pattern(r"(?<![\w.,–-])[0-9]{1,2}[-–][0-9]{1,2}(?![\w–-])")
_TWO_GAMES = Pattern(r"\b(?:aggregate|legs?|series|penalt\w+|shoot-?out|sets?|frames?|matches|games)\b")


def _scores(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """ "City won 3-1. The 2-1 win took them top": the one score of a sentence, taken up by the next with another."""
    text = analysis.document.text
    for again in _SCORE_AGAIN.finditer(text):
        if again.start() < 2:
            continue
        before = analysis.sentence(Span(again.start() - 2, again.start() - 1))
        told = _SCORE_TOLD.search(text, before.start, before.end)
        scores = _ANY_SCORE.findall(text, before.start, before.end) if told else []
        if told and len(scores) == 1 and "\n" not in text[before.end : again.start()]:
            alike = {"-".join(sorted(re.split("[-–]", score["score"]))) for score in (told, again)}
            if len(alike) == 2 and not _TWO_GAMES.search(text, before.start, before.end):
                yield _two_scores(analysis, rule, told, again)


def _two_scores(analysis: Analysis, rule: Rule, told: re.Match[str], again: re.Match[str]) -> Finding:
    document = analysis.document.id
    first, second = Span(*told.span("score")), Span(*again.span("score"))
    return rule.at(
        document,
        second,
        fixes=(Fix(second, told["score"]), Fix(first, again["score"])),
        related=(Related(document, first, "the same quantity", told["score"]),),
        severity=lowered(rule.severity) if analysis.is_quoted(second) else "",
        here=again["score"],
        there=told["score"],
        where="another place",
    )


def magnitude_conflict(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """NUM004: a finding for each quantity whose two values are a thousand or a million times apart."""
    yield from _conflicts(analysis, rule, _all_pairs, _is_one_magnitude, _A_LAKH)


Pairs = Callable[[Sequence[Telling]], Iterable[tuple[int, int]]]


def _conflicts(
    analysis: Analysis, rule: Rule, pairs: Pairs, same: Callable[[Telling, Telling], float], apart: float = 1.0
) -> Iterator[Finding]:
    """Findings of the likeliest pairs; `pairs` are those of a group worth a close look, `apart` is how many times the
    largest of a group must hold the smallest."""
    spoken: set[tuple[str, int]] = set()
    for group in _groups(analysis, apart):
        tellings = [Telling(claim, analysis) for claim in group]
        found = [
            (score, tellings[one], tellings[other])
            for one, other in sorted(pairs(tellings))
            if (score := same(tellings[one], tellings[other]))
        ]
        for _, first, second in sorted(found, key=lambda pair: -pair[0]):
            first, second = _rarer_last(first, second, group)
            places = {(t.claim.span.field, t.claim.span.start) for t in (first, second)}
            if not places & spoken:
                spoken |= places
                yield _finding(analysis, rule, first, second)


def _all_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    return combinations(range(len(tellings)), 2)


def _close_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs with two values, of a headline and its story, with the same letters right before or after, or whose
    figures are slips of each other: all that can be one quantity. Most pairs end here, before their words are read.
    Between two figures of one digit, unless "the" takes the first up, and two shares, a slip says nothing."""
    seen: list[tuple[float, str, str, str, str, bool, bool]] = []
    for at, telling in enumerate(tellings):
        field = telling.claim.span.field
        before, after = telling.letters
        value, digits, short = telling.value, telling.digits, telling.is_short
        for index, (other, other_field, other_before, other_after, other_digits, other_short, share) in enumerate(seen):
            if value != other and (
                before == other_before
                or after == other_after
                or field != other_field
                or (not share and _slip(other_digits, digits) and (not (short and other_short) or telling.takes_up))
            ):
                yield index, at
        seen.append((value, field, before, after, digits, short, telling.quantity.unit == "%"))


def _groups(analysis: Analysis, apart: float) -> Iterator[Sequence[Claim]]:
    """Claims of one key, the largest of them more than the smallest, and at least `apart` times as much."""
    by_key: dict[str, list[Claim]] = {}
    for claim in analysis.claims:
        if claim.attribute == "quantity":
            for key in claim.keys:
                if key in by_key:
                    by_key[key].append(claim)
                else:
                    by_key[key] = [claim]
    for group in by_key.values():
        if 1 < len(group) <= _LARGEST_GROUP:
            values = [value_of(claim.value) for claim in group if isinstance(claim.value, Quantity)]
            smallest, largest = min(values), max(values)
            if smallest < largest >= apart * smallest and (
                apart != _A_LAKH or largest >= _A_THOUSAND * smallest or " lakh" in analysis.document.text
            ):
                yield group


def _rarer_last(first: Telling, second: Telling, group: Sequence[Claim]) -> tuple[Telling, Telling]:
    """The two sides, the one whose value is told less often last; the later one where both are told as often."""
    told, told_too = (sum(c.value[:2] == side.quantity[:2] for c in group) for side in (first, second))
    return (second, first) if told < told_too else (first, second)


def _finding(analysis: Analysis, rule: Rule, first: Telling, second: Telling) -> Finding:
    quoted = analysis.is_quoted(first.claim.span) or analysis.is_quoted(second.claim.span)
    if quoted and min(run(first.words[0], second.words[0]), run(first.words[1], second.words[1])) >= _SAME_WORDS:
        quoted = False  # one quotation copied twice: the slip is the copier's, not the speaker's
    document = analysis.document.id
    where = "the headline" if first.claim.span.field == "title" else "another place"
    return rule.at(
        document,
        second.claim.span,
        fixes=(Fix(second.claim.span, _like(first, second)), Fix(first.claim.span, _like(second, first))),
        related=(Related(document, first.claim.span, "the same quantity", first.claim.text),),
        severity=lowered(rule.severity) if quoted else "",
        here=second.claim.text,
        there=first.claim.text,
        where=where,
    )


def _like(right: Telling, wrong: Telling) -> str:
    """The number of one side as it is to stand at the other, its first letter as large as there."""
    text = right.written
    if wrong.written[:1].isalpha() and text.isdecimal() and int(text) in WORD_FOR:
        text = WORD_FOR[int(text)]
    if wrong.written[:1].isdigit() and text.lower() in NUMBER_WORDS:
        text = str(NUMBER_WORDS[text.lower()])
    if wrong.written[:1].isupper() and text[:1].islower():
        return text[:1].upper() + text[1:]
    if wrong.written[:1].islower() and text[:1].isupper() and text.lower() in NUMBER_WORDS:
        return text.lower()
    return text


def _is_one_quantity(first: Telling, second: Telling) -> float:
    """How surely two claims give one quantity two values; 0 where they may be two or may agree."""
    if first.claim.span.field != second.claim.span.field:
        return _headline_and_story(first, second)
    alike = first.letters[0] == second.letters[0] or first.letters[1] == second.letters[1]
    slip = _slip(first.digits, second.digits)
    if not slip and (not alike or first.quantity.unit in BY_NAME):
        return 0.0
    if same_sentence(first, second) or _agree(first, second) or _scaled(first, second):
        return 0.0
    if slip and second.is_definite and (again := _told_again(first, second)):
        return again
    short = first.is_short and second.is_short
    if not alike and (short or first.quantity.unit == "%"):
        return 0.0
    left, right = run(first.words[0], second.words[0]), run(first.words[1], second.words[1])
    if not slip and left + right < 3:
        return 0.0
    likeness = min(left, 6) + min(right, 6) + shared_content(first, second) + _taken_up(first, second)
    needed = _ALIKE if not slip or first.quantity.unit == "%" else _ALMOST_ALIKE if short else _LIKE
    if likeness < needed or told_apart(first, second):
        return 0.0
    if not slip and exclusive(first.all_names, second.all_names):
        return 0.0
    if max(left, right) < 4 and exclusive(first.names, second.names, 2):
        return 0.0
    repeated = slip and first.quantity.unit != "%" and likeness >= _ALMOST_ALIKE and left + right >= 3
    return likeness if repeated or not changed(first, second) else 0.0


def _taken_up(first: Telling, second: Telling) -> float:
    """A bonus where the later one takes the earlier up: "1,200 teachers ... the 2,100 teachers in the survey"."""
    if first.quantity.unit and (head := _HEAD.search(second.sides[0])):  # "a profit of £64m ... the profit of £46m"
        told = _HEAD_BEFORE.search(first.sides[0])
        return _DEFINITE_BONUS if told and told["head"] == head["head"] and not _HEAD.search(first.sides[0]) else 0.0
    if not second.is_definite or first.is_definite or first.quantity.noun != second.quantity.noun:
        return 0.0
    return _DEFINITE_BONUS if first.content & second.content else 0.0


_HEAD_BEFORE = re.compile(r"\b(?P<head>[a-z]{4,}) of (?:about |some |nearly |almost )?$")
_HEAD = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat) (?P<head>[a-z]{4,}) of $")


def _told_again(first: Telling, second: Telling) -> float:
    """How surely "the 530 jobs" takes up the "350 jobs" told before, digits of a slip: the same noun."""
    if first.is_definite or first.quantity.unit == "%" or second.claim.span.start < first.claim.span.start:
        return 0.0
    if min(first.value, second.value) < _FEW:
        return 0.0
    alone = _stands_alone(first, second)
    if max(first.value, second.value) < _MANY and not (alone or (_is_toll(first) and _is_toll(second))):
        return 0.0
    if first.quantity.unit:
        thing = second.words[1][0] if second.words[1] else ""
        told = {stem(thing), stem(_TOLD_BY.get(thing.lower(), thing))}
        if len(thing) < 4 or told.isdisjoint(first.content):  # "the $2.4 million contract"
            return 0.0
    elif first.quantity.noun != second.quantity.noun and first.claim.keys[-1] != second.claim.keys[-1]:
        return 0.0
    values = {
        claim.value[:2]
        for claim in first.analysis.claims
        if claim.attribute == "quantity" and not set(claim.keys).isdisjoint(second.claim.keys)
    }
    if _WHICH.match(second.text, second.claim.span.start + len(second.claim.text)):
        return 0.0
    if len(values) > 2 or second.names - first.all_names - second.days - second.speakers:
        return 0.0
    if first.is_short and second.is_short and (not alone or max(first.value, second.value) < _MANY):
        return 0.0
    return 0.0 if told_apart(first, second) or changed(first, second, cuts=False) else _ALMOST_ALIKE


_TOLD_BY = {
    "loss": "lost",
    "sale": "sold",
    "purchase": "bought",
    "payment": "paid",
    "gift": "gave",
    "fine": "fined",
    "loan": "lent",
    "theft": "stole",
    "cost": "spent",
}
"""The verb that tells of what a noun takes up: "lost 4.9 billion euros ... the 4.9 billion euro loss"."""
_WHICH = re.compile(r" (?:who|that|whose|which)\b")
"""What tells some of a kind from the others: "the 460 pupils who come by bus"."""
_NOTHING_MORE = re.compile(
    r"[.,;:]? ?(?:$|(?:is|are|was|were|will|would|may|might|could|has|have|had|must|can)\b)|[.;]"
)


def _stands_alone(first: Telling, second: Telling) -> bool:
    """Does "the 400 guests", with nothing that says which, stand in the sentence right after that of "300 guests"?"""
    sentence, noun_end = second.analysis.sentence(second.claim.span), second.claim.span.start + len(second.claim.text)
    gap = second.text[first.claim.span.end : sentence.start]
    between = first.analysis.sentence(first.claim.span).end >= sentence.start - 2
    return between and "\n" not in gap and bool(_NOTHING_MORE.match(second.text, noun_end))


def _is_toll(telling: Telling) -> bool:
    return telling.claim.keys[-1].endswith("/killed")


def _headline_and_story(first: Telling, second: Telling) -> float:
    """How surely a headline and the first sentences of its story tell one quantity with two values.

    A headline has few words, so that two in common do; but its value must stand nowhere in the story.
    """
    headline, story = (first, second) if first.claim.span.field == "title" else (second, first)
    if story.claim.span.start > _LEAD or headline.quantity.unit == "%":
        return 0.0
    if _agree(first, second) or _scaled(first, second):
        return 0.0
    likeness = shared_content(headline, story) or _same_noun(headline, story)
    if likeness < 2.0 or told_apart(headline, story) or changed(headline, story):
        return 0.0
    claims = headline.analysis.claims
    value = headline.quantity[:2]
    if any(c.span.field == "text" and c.attribute == "quantity" and c.value[:2] == value for c in claims):
        return 0.0
    figure = re.escape(headline.figure)
    words = [word for word, number in NUMBER_WORDS.items() if str(number) == headline.figure]
    written = re.compile(rf"(?<![\w.,]){figure}(?![\w]|[.,][0-9])" + (rf"|(?i:\b{words[0]}\b)" if words else ""))
    return 0.0 if written.search(headline.analysis.document.text) else likeness


def _same_noun(headline: Telling, story: Telling) -> float:
    """2 where a very short headline counts the same noun, its figure a slip of the story's, and a word is common."""
    noun = headline.quantity.noun
    common = headline.content & story.content
    if noun and noun == story.quantity.noun and 2 * len(common) >= len(headline.content) > 0:
        return 2.0 if _slip(headline.digits, story.digits) else 0.0
    return 0.0


def _is_one_magnitude(first: Telling, second: Telling) -> float:
    """How surely two claims give one quantity in thousands, millions or billions that do not agree."""
    if not _scaled(first, second) or same_sentence(first, second):
        return 0.0
    again = second.is_definite and not first.is_definite
    if told_apart(first, second, years=not again, parts=not again):
        return 0.0
    if changed(first, second, parts=not again):
        return 0.0
    left, right = run(first.words[0], second.words[0]), run(first.words[1], second.words[1])
    shared = shared_content(first, second)
    likeness = min(left, 4) + min(right, 4) + shared + _taken_up(first, second)
    digits = len(first.figure.replace(",", "").replace(".", "").strip("0"))
    if digits > 1 and (again or _in_headline(first, second)):
        likeness += _SAME_DIGITS
    if rate(first) == rate(second) != "":
        likeness += _SAME_RATE
    return likeness if likeness >= (2.5 if digits > 1 else 5.0) else 0.0


def _in_headline(first: Telling, second: Telling) -> bool:
    """Does one stand in the headline, with a content word in common?"""
    if first.claim.span.field == second.claim.span.field:
        return False
    headline, story = (first, second) if first.claim.span.field == "title" else (second, first)
    return bool((headline.content | {stem(word) for word in headline.quantity.noun.split()}) & story.content)


def _agree(first: Telling, second: Telling) -> bool:
    """True where both may hold: ranges that meet, one number rounded to the other, "more than" of like size."""
    one, other = first.quantity, second.quantity
    a, b = first.value, second.value
    if a == b or not a or not b:
        return True
    if one.low == one.high and other.low == other.high:
        if a % 10 and b % 10 and abs(a - b) >= 1:
            return False  # neither has a nought to round with
        return _rounds_to(a, b) or _rounds_to(b, a)
    if max(a, b) / min(a, b) >= 2 and (one.low == one.high) == (other.low == other.high):
        return False
    return one.low <= other.high * 1.0001 and other.low <= one.high * 1.0001


def _rounds_to(rough: float, fine: float) -> bool:
    """True where a number with fewer digits is the other one rounded or cut off."""
    digits, other = f"{rough:.6f}".rstrip("0").rstrip("."), f"{fine:.6f}".rstrip("0").rstrip(".")
    if len(digits.replace(".", "").rstrip("0")) >= len(other.replace(".", "").rstrip("0")):
        return False
    if "." in digits:
        return abs(rough - fine) < 10.0 ** -len(digits.partition(".")[2])
    step = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return abs(rough - fine) < step


def _scaled(first: Telling, second: Telling) -> bool:
    """True where the values are a thousand, a million or a billion times apart, with the same leading digits."""
    a, b = (first.value, second.value) if first.value < second.value else (second.value, first.value)
    if a <= 0 or b < 99 * a:
        return False
    if _in_crores(first, second) and first.figure == second.figure:
        return abs(b / a / 100 - 1) < 1e-6
    if b < _A_THOUSAND * a:
        return False
    if first.figure.replace(",", "") == second.figure.replace(",", ""):
        return any(abs(b / a / factor - 1) < 1e-6 for factor in (1e3, 1e6, 1e9))
    digits = min(len(t.figure.replace(",", "").replace(".", "").strip("0")) for t in (first, second))
    return digits >= 2 and any(abs(b / a / factor - 1) < 0.5 * 10.0 ** (1 - digits) for factor in (1e3, 1e6))


def _in_crores(first: Telling, second: Telling) -> bool:
    """Is the one told in crores and the other in lakhs, a hundred times apart?"""
    return {telling.written.rpartition(" ")[2].lower() for telling in (first, second)} == {"crore", "lakh"}


def _slip(a: str, b: str) -> bool:
    """True where one figure is the other with one digit changed, two exchanged or a nought more or less."""
    if len(a) != len(b):
        return a.rstrip("0") == b.rstrip("0") and "." not in a + b
    if len(a) == 1:
        return a != b
    apart = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(apart) == 2:
        return a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
    return len(apart) == 1
