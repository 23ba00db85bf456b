"""NUM001 and NUM004: one quantity of a story given two values.

Reads the quantity claims of a story, grouped by what they count. Two of them are taken for one
quantity only when the words around them are alike and nothing tells them apart: another name,
another date, another number, a word of addition ("another 20") or of change ("rose to 20").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from factcheck.model import Analysis, Claim, Finding, Fix, Quantity, Related, Rule, lowered
from factcheck.quantities import NUMBER_WORDS, WORD_FOR

_REACH = 90
"""How many code points on both sides of a number are its context, inside its sentence."""

_LIKE, _ALMOST_ALIKE, _ALIKE = 4.5, 8.0, 12.0
"""How alike the words around two numbers must be: where one is a slip of the other; where both have one
digit, or where a word of change stands near; where they are no slip, or shares (set on dated news)."""

_LEAD = 900
"""How many code points of a story its headline is compared with."""

_LARGEST_GROUP = 40
"""A noun counted more often than this belongs to a table."""

_FIGURE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_CONTENT = re.compile(r"[A-Za-z][A-Za-z'’]{3,}")
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[A-Z]\w+")
_APART_BEFORE = re.compile(
    r"\b(?:another|further|additional|extra|other|others|first|second|third|last|next|remaining|top"
    r"|(?:[0-9]|one|two|three|four|five|six|some|most|many|few|half|third|quarter|out|none|cent|percent|member|%) of(?: the| its| their| his| those)?|every|each|per|and|plus|minus|or|than the|previous|earlier|initial|vs\.?|versus)\s+[$£€]?$",
    re.IGNORECASE,
)
_APART_AFTER = re.compile(
    r",?\s*(?:more\b|others?\b|additional\b|of the\b|of them\b|of those\b|(?:a|per|each|every)\s+(?:day|week|month|year|night"
    r"|hour|share|barrel|head|person|ton|tonne)\b|apiece\b|each\b|(?:and|plus) a half\b|vs\b|versus\b)",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|ing|en)|rose|climb\w*|grow(?:n|s|ing)?|grew|increas\w*|jump\w*|soar\w*|surg\w*|swell\w*|reach\w*|revis\w+|updat\w+"
    r"|fell|fall(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|slip\w*|cut|reduc\w+|lower(?:ed|ing)?|rais(?:e|ed|es|ing)"
    r"|up from|down from|compared|compar\w+|versus|vs|previous\w*|earlier|initial\w*|at first|so far|by then|later|preliminary"
    r"|estimat\w+|forecast\w*|predict\w*|project(?:ed|ion|ions)|expected to|target\w*|quota|record|former\w*|original\w*"
    r"|year-on-year|demand\w*|reject\w*|propos\w+|offer\w*|contrast|whereas|respectively|correct\w*|misstat\w*|mistaken\w*|wrong\w*|conflicting|disput\w*|according to"
    r" (?:other|another)|different|differ|others? (?:put|said|say)|alternatively|instead|rather than|average\w*|median"
    r"|minimum|maximum|limit(?:s|ed)?|double\w*|triple\w*|twice|half|per cent of|percent of)\b",
    re.IGNORECASE,
)
_STOPS = frozenset(
    word[:6]
    for word in (
        "about after their there which would could other people where while these those since under first being before"
        " officials according government president company million billion reported reports least killed this that with from"
        " have been were they what when will into than more over also some only said says told many much such very just"
        " them then your here both between during against because through"
    ).split()
)
_DAYS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)\.|yesterday|today|tomorrow|(?:last|next|this) (?:week|month|year)"
    r"|(?:1[89]|20)[0-9]{2}s?|(?:first|second|third|fourth) (?:quarter|half))\b"
)


_OPENERS = frozenset("The A An It He She They This That There In On At But And For More About Some I We".split())


@dataclass(frozen=True, eq=False)
class _Telling:
    """One claim with the words around it, read only when it meets a partner."""

    claim: Claim
    analysis: Analysis

    @property
    def quantity(self) -> Quantity:
        assert isinstance(self.claim.value, Quantity)
        return self.claim.value

    @cached_property
    def text(self) -> str:
        return self.analysis.document.field(self.claim.span.field)

    @cached_property
    def sides(self) -> tuple[str, str]:
        """The context before and after the number, inside its sentence."""
        span = self.claim.span
        sentence = self.analysis.sentence(span)
        return (
            self.text[max(sentence.start, span.start - _REACH) : span.start],
            self.text[span.end : min(sentence.end, span.end + _REACH)],
        )

    @cached_property
    def content(self) -> frozenset[str]:
        """The first six letters of each content word in the context, less what is counted."""
        words = {word[:6].lower() for word in _CONTENT.findall(" ".join(self.sides))}
        return frozenset(words - _STOPS - {word[:6] for word in self.quantity.noun.split()})

    @cached_property
    def words(self) -> tuple[list[str], list[str]]:
        """The words before, nearest first, and the words after."""
        before, after = self.sides
        return _WORD.findall(before)[::-1], _WORD.findall(after)

    @cached_property
    def figures(self) -> frozenset[str]:
        """The other numbers of the context."""
        return frozenset(figure.strip(",") for figure in _FIGURE.findall(" ".join(self.sides)))

    @cached_property
    def names(self) -> frozenset[str]:
        """Capitalised words of the context that do not open the sentence."""
        return frozenset(_NAME.findall(self.sides[0][1:])) | frozenset(_NAME.findall(self.sides[1]))

    @cached_property
    def all_names(self) -> frozenset[str]:
        """Capitalised words of the context, the opening one too."""
        return frozenset(_NAME.findall(" ".join(self.sides))) - _OPENERS

    @cached_property
    def days(self) -> frozenset[str]:
        return frozenset(_DAYS.findall(" ".join(self.sides)))

    @cached_property
    def written(self) -> str:
        return self.text[self.claim.span.start : self.claim.span.end]

    @cached_property
    def figure(self) -> str:
        """The digits of the number, or its words."""
        found = _FIGURE.search(self.written)
        if found:
            return found[0].strip(",")
        word = self.written.lower()
        return str(NUMBER_WORDS.get(word, word))


def number_conflict(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """NUM001: a finding for each quantity that the story gives two values."""
    yield from _conflicts(analysis, rule, _is_one_quantity)


def magnitude_conflict(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """NUM004: a finding for each quantity whose two values are a thousand or a million times apart."""
    yield from _conflicts(analysis, rule, _is_one_magnitude)


def _conflicts(analysis: Analysis, rule: Rule, same: object) -> Iterator[Finding]:
    spoken: set[tuple[str, int]] = set()
    for group in _groups(analysis):
        tellings = [_Telling(claim, analysis) for claim in group]
        found = [
            (score, first, second)
            for first, second in combinations(tellings, 2)
            if (score := same(first, second))  # type: ignore[operator]
        ]
        for _, first, second in sorted(found, key=lambda pair: -pair[0]):
            first, second = _rarer_last(first, second, tellings)
            places = {(t.claim.span.field, t.claim.span.start) for t in (first, second)}
            if not places & spoken:
                spoken |= places
                yield _finding(analysis, rule, first, second)


def _groups(analysis: Analysis) -> Iterator[Sequence[Claim]]:
    """Claims of one key with at least two values among them."""
    by_key: dict[str, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        if claim.attribute == "quantity":
            for key in claim.keys:
                by_key[key].append(claim)
    for group in by_key.values():
        if 2 <= len(group) <= _LARGEST_GROUP and len({claim.value[:2] for claim in group}) > 1:
            yield group


def _rarer_last(first: _Telling, second: _Telling, group: Sequence[_Telling]) -> tuple[_Telling, _Telling]:
    """The two sides, the one whose value is told less often last; the later one where both are told as often."""
    told, told_too = (sum(t.quantity[:2] == side.quantity[:2] for t in group) for side in (first, second))
    return (second, first) if told < told_too else (first, second)


def _finding(analysis: Analysis, rule: Rule, first: _Telling, second: _Telling) -> Finding:
    quoted = analysis.is_quoted(first.claim.span) or analysis.is_quoted(second.claim.span)
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


def _like(right: _Telling, wrong: _Telling) -> str:
    """The number of one side as it is to stand at the other, its first letter as large as there."""
    text = right.written
    if (
        wrong.written[:1].isalpha()
        and right.figure == text
        and int(text.replace(",", "").partition(".")[0]) in WORD_FOR
    ):
        text = WORD_FOR[int(text)]
    if wrong.written[:1].isdigit() and text.lower() in NUMBER_WORDS:
        text = str(NUMBER_WORDS[text.lower()])
    if wrong.written[:1].isupper() and text[:1].islower():
        return text[:1].upper() + text[1:]
    if wrong.written[:1].islower() and text[:1].isupper() and text.lower() in NUMBER_WORDS:
        return text.lower()
    return text


def _is_one_quantity(first: _Telling, second: _Telling) -> float:
    """How surely two claims give one quantity two values; 0 where they may be two or may agree."""
    if _agree(first, second) or _same_sentence(first, second) or _scaled(first, second):
        return 0.0
    slip = _slip(first.figure, second.figure)
    if first.claim.span.field != second.claim.span.field:
        return _headline_and_story(first, second)
    left, right = _run(first.words[0], second.words[0]), _run(first.words[1], second.words[1])
    if not slip and left + right < 3:
        return 0.0
    likeness = min(left, 6) + min(right, 6) + _shared(first, second)
    short = len(first.figure.strip("0,.")) == 1 == len(second.figure.strip("0,."))
    needed = _ALIKE if not slip or first.quantity.unit == "%" else _ALMOST_ALIKE if short else _LIKE
    if likeness < needed or _told_apart(first, second):
        return 0.0
    if not slip and _exclusive(first.all_names, second.all_names):
        return 0.0
    if max(left, right) < 4 and _exclusive(first.names, second.names, 2):
        return 0.0
    repeated = slip and first.quantity.unit != "%" and likeness >= _ALMOST_ALIKE and left + right >= 3
    return likeness if repeated or not _changed(first, second) else 0.0


def _headline_and_story(first: _Telling, second: _Telling) -> float:
    """How surely a headline and the first sentences of its story tell one quantity with two values.

    A headline has few words, so that two in common do; but its value must stand nowhere in the story.
    """
    headline, story = (first, second) if first.claim.span.field == "title" else (second, first)
    if story.claim.span.start > _LEAD or headline.quantity.unit == "%":
        return 0.0
    likeness = _shared(headline, story)
    if likeness < 2.0 or _told_apart(headline, story) or _changed(headline, story):
        return 0.0
    claims = headline.analysis.claims
    value = headline.quantity[:2]
    if any(c.span.field == "text" and c.attribute == "quantity" and c.value[:2] == value for c in claims):
        return 0.0
    figure = re.escape(headline.figure)
    words = [word for word, number in NUMBER_WORDS.items() if str(number) == headline.figure]
    written = re.compile(rf"(?<![\w.,]){figure}(?![\w]|[.,][0-9])" + (rf"|(?i:\b{words[0]}\b)" if words else ""))
    return 0.0 if written.search(headline.analysis.document.text) else likeness


def _is_one_magnitude(first: _Telling, second: _Telling) -> float:
    """How surely two claims give one quantity in thousands, millions or billions that do not agree."""
    if (
        _same_sentence(first, second)
        or not _scaled(first, second)
        or _told_apart(first, second)
        or _changed(first, second)
    ):
        return 0.0
    left, right = _run(first.words[0], second.words[0]), _run(first.words[1], second.words[1])
    shared = _shared(first, second)
    likeness = min(left, 4) + min(right, 4) + shared
    digits = len(first.figure.replace(",", "").replace(".", "").strip("0"))
    return likeness if likeness >= (3.0 if digits > 1 else 5.0) else 0.0


def _shared(first: _Telling, second: _Telling) -> float:
    """Twice the number of content words in common, by their share of the shorter context; 0 below two words."""
    shared = len(first.content & second.content)
    if shared < 2:
        return 0.0
    share = shared / max(3, min(len(first.content), len(second.content)))
    return 2 * min(shared, 6) * share if share >= 0.28 else 0.0


def _agree(first: _Telling, second: _Telling) -> bool:
    """True where both may hold: ranges that meet, one number rounded to the other, "more than" of like size."""
    one, other = first.quantity, second.quantity
    a, b = _value(one), _value(other)
    if a == b or not a or not b:
        return True
    if one.low == one.high and other.low == other.high:
        return _rounds_to(a, b) or _rounds_to(b, a)
    if max(a, b) / min(a, b) >= 2 and (one.low == one.high) == (other.low == other.high):
        return False
    return one.low <= other.high * 1.0001 and other.low <= one.high * 1.0001


def _value(quantity: Quantity) -> float:
    """The number without its hedge, as near as its range tells."""
    if quantity.high == float("inf"):
        return quantity.low
    return quantity.high if quantity.low == 0 else (quantity.low + quantity.high) / 2


def _rounds_to(rough: float, fine: float) -> bool:
    """True where a number with fewer digits is the other one rounded or cut off."""
    digits, other = f"{rough:.6f}".rstrip("0").rstrip("."), f"{fine:.6f}".rstrip("0").rstrip(".")
    if len(digits.replace(".", "").rstrip("0")) >= len(other.replace(".", "").rstrip("0")):
        return False
    if "." in digits:
        return abs(rough - fine) < 10.0 ** -len(digits.partition(".")[2])
    step = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return abs(rough - fine) < step


def _same_sentence(first: _Telling, second: _Telling) -> bool:
    if first.claim.span.field != second.claim.span.field:
        return False
    sentence = first.analysis.sentence(first.claim.span)
    return sentence.start <= second.claim.span.start < sentence.end


def _scaled(first: _Telling, second: _Telling) -> bool:
    """True where the values are a thousand, a million or a billion times apart, with the same leading digits."""
    a, b = sorted((_value(first.quantity), _value(second.quantity)))
    if a <= 0:
        return False
    if first.figure.replace(",", "") == second.figure.replace(",", ""):
        return any(abs(b / a / factor - 1) < 1e-6 for factor in (1e3, 1e6, 1e9))
    digits = min(len(t.figure.replace(",", "").replace(".", "").strip("0")) for t in (first, second))
    return digits >= 2 and any(abs(b / a / factor - 1) < 0.5 * 10.0 ** (1 - digits) for factor in (1e3, 1e6))


def _slip(one: str, other: str) -> bool:
    """True where one figure is the other with one digit changed, two exchanged or a nought more or less."""
    a, b = one.replace(",", ""), other.replace(",", "")
    if len(a) != len(b):
        return a.rstrip("0") == b.rstrip("0") and "." not in a + b
    apart = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(apart) == 2:
        return a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
    return len(apart) == 1


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two lists have in common from their start."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a.lower() != b.lower():
            break
        count += 1
    return count


def _told_apart(first: _Telling, second: _Telling) -> bool:
    """True where the words around say that two different things are counted, or one thing at two times."""
    for telling in (first, second):
        before, after = telling.sides
        noun_end = telling.claim.span.start + len(telling.claim.text)
        if _APART_BEFORE.search(before[-24:]) or _APART_AFTER.match(after):
            return True
        if _APART_AFTER.match(telling.text, noun_end):
            return True
    return (
        _kinds_apart(first.quantity.noun, second.quantity.noun)
        or _exclusive(first.days, second.days)
        or any(_names_differ(*sides) for sides in zip(first.words, second.words, strict=True))
    )


def _names_differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where the first words that differ are both names: "Brazil sent 250", "Chile sent 520"."""
    at = _run(one, other)
    if at == 0 or at >= min(len(one), len(other)):
        return False
    return all(words[at][0].isupper() and words[at] not in _OPENERS for words in (one, other))


def _changed(first: _Telling, second: _Telling) -> bool:
    """True where a word of change, comparison or doubt stands near, or both sides hold other numbers of their own."""
    near = (side for telling in (first, second) for side in (telling.sides[0][-60:], telling.sides[1][:60]))
    return any(_CHANGE.search(side) for side in near) or _exclusive(first.figures, second.figures)


def _kinds_apart(one: str, other: str) -> bool:
    """True where the adjectives differ: "combat brigades" and "tank brigades"."""
    ours, theirs = set(one.split()[:-1]), set(other.split()[:-1])
    return bool(ours - theirs and theirs - ours)


def _exclusive(one: frozenset[str], other: frozenset[str], least: int = 1) -> bool:
    """True where each side holds at least so many that the other lacks."""
    return len(one - other) >= least and len(other - one) >= least
