"""The words around a number, and whether two numbers stand in like words or are told apart.

Claims of one story go in; what is decided from the likeness is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from factcheck.model import Analysis, Claim, Quantity, Span
from factcheck.numerals import NUMBER_WORDS
from factcheck.patterns import Pattern

_REACH = 90
"""How many code points on both sides of a number are its context, inside its sentence."""

_FIGURE = Pattern(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_CONTENT = Pattern(r"[A-Za-z][A-Za-z'’]{3,}")
_WORD = Pattern(r"\w+")
_NAME = Pattern(r"[A-Z]\w+")
_APART_BEFORE = Pattern(
    r"\b(?:another|further|additional|extra|other|others|first|second|third|last|next|remaining|top"
    r"|(?:[0-9]|one|two|three|four|five|six|some|most|many|few|half|third|quarter|out|none|cent"
    r"|percent|member|%) of(?: the| its| their| his| those)?|every|each|per|and|plus|minus|or"
    r"|than the|previous|earlier|initial|vs\.?|versus)\s+[$£€]?$",
    re.IGNORECASE,
)
_SPEAKER = Pattern(r"(?:[A-Z][\w'’.-]+ )+(?:said|says|told [a-z]+|added)\b")
_PART_OF = Pattern(
    r"\b(?:half|third|quarter|most|many|some|cent|percent|%) of (?:the|its|their|those) $", re.IGNORECASE
)
_APART_AFTER = Pattern(
    r",?\s*(?:more\b|others?\b|additional\b|of the\b|of them\b|of those\b|(?:a|per|each"
    r"|every)\s+(?:day|week|month|year|night"
    r"|hour|share|barrel|head|person|ton|tonne)\b|apiece\b|each\b|(?:and|plus) a half\b|vs\b|versus\b)",
    re.IGNORECASE,
)
_CHANGE = Pattern(
    r"\b(?:ris(?:e|es|ing|en)|rose|climb(?:s|ed|ing)?|grow(?:n|s|ing)?|grew|increas\w*|jump\w*"
    r"|soar\w*|surg\w*|swell\w*|reach\w*(?: [a-z]+){0,2}\s*$|revis\w+|updat\w+"
    r"|fell|fall(?:s|en|ing)?|dropp\w+|drops?(?! in the)|declin\w*|decreas\w*|shr[aiu]nk\w*"
    r"|slip(?:s|ped|ping)|cut(?!\s*$)|reduc\w+|lower(?:ed|ing)?|rais(?:e|ed|es|ing)(?!\s*$)"
    r"|up from|down from|previous\w*|earlier|initial\w*|at first|so far|by then|later|preliminary"
    r"|estimat\w+|forecast\w*|predict\w*|project(?:ed|ion|ions)|expected to|target\w*|quota|former\w*|original\w*"
    r"|year-on-year|demand\w*|reject\w*|propos\w+|offer\w*|instead|rather than|average\w*|median"
    r"|minimum|maximum|limit(?:s|ed)?|double\w*|triple\w*|twice|half|per cent of|percent of)\b",
    re.IGNORECASE,
)
"""Words that tell of a number at another time or of another kind."""
_BOTH_TOLD = Pattern(
    r"\b(?:compar\w+|versus|vs|contrast|whereas|respectively|correct(?:s|ed|ion|ions|ly)"
    r"|misstat\w*|mistaken\w*|wrong\w*|conflicting"
    r"|disput\w*|according to (?:other|another)|different|differ|others? (?:put|said|say)|alternatively)\b",
    re.IGNORECASE,
)
"""Words that tell two numbers of one thing on purpose."""
_STOPS = frozenset(
    (
        "about after their there which would could other people where while these those since under first being before"
        " officials according government president company million billion report reported reporting"
        " reports official thousand killing least"
        " killed this that with from"
        " have been were they what when will into than more over also some only said says told many much such very just"
        " them then your here both between during against because through"
    ).split()
)
_THEN = Pattern(
    r"\W*(?:(?:On|By|Until|Since|In) (?:[A-Z][a-z]+day|[A-Z][a-z]+\.? [0-9]{1,2}|[0-9]{4}"
    r"|the (?:first|second|third|fourth|previous|same))"
    r"|(?:A|One|Two|Three|Ten) (?:year|month|week|day|decade|quarter)s? (?:earlier|before|later|ago|after)"
    r"|Last (?:year|month|week|season|time)|Earlier|Later|Previously|Before that|In the past|Then)\b"
)
"""How a sentence opens that tells of another time."""
_DAYS = Pattern(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October"
    r"|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)\.|yesterday|today"
    r"|tomorrow|(?:last|next|this) (?:week|month|year)"
    r"|(?:1[89]|20)[0-9]{2}s?|(?:first|second|third|fourth) (?:quarter|half))\b"
)


_PLACE = Pattern(r"\W*(?:Near|In|At|Around|Outside|Across|On) ((?:[A-Z][\w'’-]+ ?)+)")
_DEFINITE = Pattern(r"(?:\b(?:the|its|their|his|her|those|these|all)|['’]s)\s+$", re.IGNORECASE)
_TAKE_UP = ("the", "all", "its", "heir", "his", "her", "hose", "hese", "’s", "'s")
"""Ends of the words that may take up a number told before."""
_RATE_AFTER = Pattern(r"\s*(?:a|per|each|every)\s+[a-z]+")
_COUNTED_OFF = frozenset("first second third fourth fifth last other latter former new old this next".split())
_OPENERS = frozenset("The A An It He She They This That There In On At But And For More About Some I We".split())


class Telling:
    """One claim with the words around it; what pairs are sorted by is read at once, the rest when asked for."""

    def __init__(self, claim: Claim, analysis: Analysis) -> None:
        assert isinstance(claim.value, Quantity)
        start, end, field = claim.span
        self.claim = claim
        self.analysis = analysis
        self.quantity = claim.value
        self.value = value_of(claim.value)
        self.text = text = analysis.document.field(field)
        self.written = text[start:end]
        self.figure, self.digits, self.is_short = _figure_of(self.written)
        self.letters = (text[start - 5 : start], text[end : end + 12])

    @cached_property
    def sentence(self) -> Span:
        """The sentence around the number."""
        return self.analysis.sentence(self.claim.span)

    @cached_property
    def sides(self) -> tuple[str, str]:
        """The context before and after the number, inside its sentence."""
        span, sentence = self.claim.span, self.sentence
        return (
            self.text[max(sentence.start, span.start - _REACH) : span.start],
            self.text[span.end : min(sentence.end, span.end + _REACH)],
        )

    @cached_property
    def place(self) -> str:
        """The place that the sentence opens with ("Near Mosul, ..."), "" without one."""
        found = _PLACE.match(self.opening)
        return found[1] if found else ""

    @cached_property
    def has_year(self) -> bool:
        """True where a year other than the story's own stands near."""
        dateline = self.analysis.dateline
        own = str(dateline.date.year) if dateline and dateline.date else ""
        return any(day[0].isdigit() and day != own for day in self.days)

    @cached_property
    def takes_up(self) -> bool:
        """May the word before take up what has been told? Quick to say, of any sentence."""
        start = self.claim.span.start
        return self.text[max(0, start - 9) : start].rstrip().lower().endswith(_TAKE_UP)

    @cached_property
    def is_definite(self) -> bool:
        """True for "the 60 boats", "its 60 boats": what has been told before."""
        return self.takes_up and bool(_DEFINITE.search(self.sides[0]))

    @cached_property
    def opening(self) -> str:
        """The first words of the sentence."""
        return self.text[self.sentence.start : self.sentence.start + 40]

    @cached_property
    def content(self) -> frozenset[str]:
        """The first six letters of each content word in the context, less what is counted."""
        stems = set(map(_content_stem, _CONTENT.findall(" ".join(self.sides))))
        return frozenset(stems.difference(("",), map(stem, self.quantity.noun.split())))

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
    def speakers(self) -> frozenset[str]:
        """Names of whom the sentence quotes: they tell of the number, and do not tell it apart."""
        return frozenset(name for words in _SPEAKER.findall(" ".join(self.sides)) for name in _NAME.findall(words))

    @cached_property
    def all_names(self) -> frozenset[str]:
        """Capitalised words of the context, the opening one too."""
        return frozenset(_NAME.findall(" ".join(self.sides))) - _OPENERS

    @cached_property
    def days(self) -> frozenset[str]:
        return frozenset(_DAYS.findall(" ".join(self.sides)))


@lru_cache(maxsize=1 << 13)
def stem(word: str) -> str:
    """The first six letters of a word in lower case, less the ending of a verb or plural where it is short."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)][:6]
    return word[:6]


@lru_cache(maxsize=1 << 13)
def _content_stem(word: str) -> str:
    """The stem of a content word, "" for another."""
    return "" if word.lower() in _STOPS else stem(word)


@lru_cache(maxsize=1 << 12)
def _figure_of(written: str) -> tuple[str, str, bool]:
    """The figure of a number, of a number word too; its digits; and whether one of them alone is no nought."""
    found = _FIGURE.search(written)
    word = written.lower()
    figure = found[0].strip(",") if found else str(NUMBER_WORDS.get(word, word))
    digits = figure.replace(",", "")
    return figure, digits, len(digits.strip("0.")) == 1


def value_of(quantity: Quantity) -> float:
    """The number without its hedge, as near as its range tells."""
    if quantity.high == float("inf"):
        return quantity.low
    return quantity.high if quantity.low == 0 else (quantity.low + quantity.high) / 2


def run(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two lists have in common from their start."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a.lower() != b.lower():
            break
        count += 1
    return count


def told_apart(first: Telling, second: Telling, years: bool = True, parts: bool = True) -> bool:
    """True where the words around say that two different things are counted, or one thing at two times.

    `years` false lets a year stand near one of them alone, `parts` false lets "half of the" stand before one.
    """
    alike = rate(first) == rate(second) != ""
    for telling in (first, second):
        before, after = telling.sides
        noun_end = telling.claim.span.start + len(telling.claim.text)
        if _BOTH_TOLD.search(before + after):
            return True
        if _APART_BEFORE.search(before[-24:]) and (parts or not _PART_OF.search(before[-24:])):
            return True
        if not alike and (_APART_AFTER.match(after) or _APART_AFTER.match(telling.text, noun_end)):
            return True
    in_headline = first.claim.span.field != second.claim.span.field
    return (
        _kinds_apart(first.quantity.noun, second.quantity.noun)
        or exclusive(_days(first, years), _days(second, years))
        or any(_contrasted(*sides, in_headline) for sides in zip(first.words, second.words, strict=True))
        or bool(_THEN.match(first.opening)) != bool(_THEN.match(second.opening))
        or first.place != second.place != "" != first.place
        or (years and first.has_year != second.has_year)
    )


def _days(telling: Telling, years: bool) -> frozenset[str]:
    """The days named near, and the years too where they count."""
    return telling.days if years else frozenset(day for day in telling.days if day[0].isalpha())


def rate(telling: Telling) -> str:
    """The rate behind a number: "a day", "per share"; "" where none stands."""
    match = _RATE_AFTER.match(telling.text, telling.claim.span.start + len(telling.claim.text))
    return match[0] if match else ""


def _contrasted(one: Sequence[str], other: Sequence[str], in_headline: bool) -> bool:
    """True where alike words hold one that is exchanged: "Brazil sent 250", "Chile sent 520"."""
    at = run(one, other)
    if at >= min(len(one), len(other)):
        return False
    word, instead = one[at], other[at]
    if {word.lower(), instead.lower()} <= _COUNTED_OFF or {word, instead} == {"He", "She"}:
        return True
    if word[0].isupper() and instead[0].isupper() and word not in _OPENERS and instead not in _OPENERS:
        return True
    if (
        in_headline
        or min(len(word), len(instead)) < 4
        or word[:3].lower() == instead[:3].lower()
        or word.lower() in _STOPS
    ):
        return False
    return instead.lower() not in _STOPS and run(one[at + 1 :], other[at + 1 :]) >= 2


def changed(first: Telling, second: Telling, cuts: bool = True, parts: bool = True) -> bool:
    """True where a word of change, comparison or doubt stands near, or both sides hold other numbers of their own.

    `cuts` false lets "cut" stand: the jobs to be cut are what is counted; `parts` false lets "half of the".
    """
    near = [side for telling in (first, second) for side in (telling.sides[0][-60:], telling.sides[1][:60])]
    if not cuts:
        near = [side.replace(" cut ", " ") for side in near]
    if not parts:
        near = [_PART_OF.sub("", side) for side in near]
    return any(_CHANGE.search(side) for side in near) or exclusive(first.figures, second.figures)


def _kinds_apart(one: str, other: str) -> bool:
    """True where the adjectives differ: "combat brigades" and "tank brigades"."""
    ours, theirs = set(one.split()[:-1]), set(other.split()[:-1])
    return bool(ours - theirs and theirs - ours)


def exclusive(one: frozenset[str], other: frozenset[str], least: int = 1) -> bool:
    """True where each side holds at least so many that the other lacks."""
    return len(one - other) >= least and len(other - one) >= least


def same_sentence(first: Telling, second: Telling) -> bool:
    if first.claim.span.field != second.claim.span.field:
        return False
    sentence = first.sentence
    return sentence.start <= second.claim.span.start < sentence.end


def shared_content(first: Telling, second: Telling) -> float:
    """Twice the number of content words in common, by their share of the shorter context; 0 below two words."""
    shared = len(first.content & second.content)
    if shared < 2:
        return 0.0
    share = shared / max(3, min(len(first.content), len(second.content)))
    return 2 * min(shared, 6) * share if share >= 0.28 else 0.0
