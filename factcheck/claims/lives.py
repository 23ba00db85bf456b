"""Births, deaths, ages and life spans to claims of the people they are said of.

A claim's span is the words that a fix would change: the number of an age, the date of a birth or
a death. An age holds on the story's day, on the day of death, or at a time that the story does not tell;
only then `certain` is None, and nothing is compared with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from factcheck.claims.counting import NUMBER, number
from factcheck.dates.interval import one_day
from factcheck.model import Analysis, Claim, Interval, Mention, Quantity, Span, TimeExpression
from factcheck.patterns import Pattern
from factcheck.scan import scan

_ALWAYS = Interval(None, None)
_SENTENCE = 200


def life_claims(analysis: Analysis) -> Iterable[Claim]:
    """Born, died and age claims of one story: births and deaths first, then ages, each in text order."""
    if analysis.language != "en":
        return
    document = analysis.document
    yield from _claims_of(analysis, "text", document.text)
    if document.title and _DIGIT.search(document.title):
        yield from _claims_of(analysis, "title", document.title)


def _claims_of(analysis: Analysis, name: str, text: str) -> Iterable[Claim]:
    """The claims of one field; most stories have no word of this family."""
    words = scan(text).words
    told = {
        family: found
        for family, forms in (_AS_WRITTEN.items() if words else ())
        if (found := [at for at in words.get(family, ()) if text.startswith(forms, at)])
    }
    beside = _beside(text, analysis.people.mentions, name)
    if aged := _was_aged(text):
        told["was"] = aged
    return _Field(analysis, name, text, told, beside).claims() if told or any(beside) else ()


def _was_aged(text: str) -> list[int]:
    """Where "he was" and "she was" stand before a number: the last letter of each pronoun."""
    found = []
    at = text.find("e was ")
    while at >= 0:
        if text[at + 6 : at + 7] in _AGE_STARTS and _AGED.match(text, at + 6) and text[at - 1 : at] in ("h", "H"):
            found.append(at)
        at = text.find("e was ", at + 6)
    return found


_Beside = tuple[list[Mention], list[Mention], list[Mention]]


def _beside(text: str, mentions: Iterable[Mention], name: str) -> _Beside:
    """The people with a bracket, a comma or "is" right behind the name where an age or a birth may follow."""
    beside: _Beside = [], [], []
    behind = _BEHIND.get
    for mention in mentions:
        _, end, field = mention.span
        which = behind(text[end : end + 3])
        if which is not None and field == name and mention.kind == "person":
            beside[which].append(mention)
    return beside


class _Whose(NamedTuple):
    """Whom something is said of: the keys and the name, and whether the words stand side by side."""

    entity: str
    name: str
    keys: tuple[str, ...]


_BORN = Pattern(
    r"born(?: as [A-Z]\w+(?: [A-Z]\w+)*)?(?:,? (?:in|at|near|to"
    r"|into) (?![12][0-9]{3})[^.;:()\n]{2,50}?)??,?(?: (?:in|on|sometime in|around|about|circa|c\.))*(?: the)? $"
)
_SPAN_OF_LIFE = Pattern(r"(?: \((?:born |b\.? ?|c\. ?)?|, (?:born|b\.) (?:in |on )?)$")
_WAS_BORN = Pattern(r",? (?:\([^()]{0,30}\),? )?(?:who )?(?:(?:was|were) |himself )?(?:[a-z-]+ )?$")
_WAS_APART = Pattern(r", (?:aged )?[0-9]{1,3}, (?:an?|the) [^.;:(),]{2,50} $")
_WAS_FAR = Pattern(r",? (?:[0-9]{1,3}|aged [0-9]{1,3}|an? [^.;()]{2,60}|the [^.;()]{2,60}),? (?:(?:who )?was )?$")
_PRONOUN = Pattern(r"(?:^|[.;] |, |\band |\bwhere |[\"“])(?:He|She|he|she) (?:was |also was |had been )?$")
_SOMEBODY = Pattern(
    r"(?:(?:The|A|An) [A-Za-z'’-]+(?: [a-z'’-]+){0,3}"
    r"|[A-Z][a-z]+(?=, who))(?:, [1-9][0-9]?(?=,))?(?:, (?:who )?(?:was )?| was )"
)
_AGED_BESIDE = Pattern(r", (?:who was |aged )(?P<age>[1-9][0-9]?|1[01][0-9]), (?:has )?$")
_ONE = Pattern(
    r"(?:(?:The|A|An) (?!(?:couple|pair|family|twins|brothers|sisters)\b)[\w'’-]+(?: (?!(?:and|or|who|which|that|of"
    r"|with"
    r"|whose|had|was|were)\b)[\w'’-]+){0,4}|[A-Z][a-z]+(?=, ))(?:, [^.;:()\"“”]{3,90},)? (?:has |had |also |later "
    r"|suddenly |was )?"
)
"""Somebody without a name at the start of a sentence: "The singer, born on June 25, 1963, "."""
_GOES_ON = Pattern(r"(?!The |A |An |[\"“])(?=[^.;:\"“”]{0,60}?\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|Born)\b)")
"""A sentence that goes on about whom the last one told of."""
_HE_AND_SHE = Pattern(r"(?=.*\b(?:[Hh]e|[Hh]is|him)\b)(?=.*\b(?:[Ss]he|[Hh]er|hers)\b)", re.DOTALL)
_BORN_THEN = Pattern(r",? (?:the|he|she|his|her) [a-z]")
_PLACE_FIRST = Pattern(r"^[^A-Za-z]*$")
_THEN = Pattern(
    r"\b(?:then|at the time|when|while|since (?:he|she) was|by the age|at the age|at age|until|as a|before|after"
    r"|would|will|would have|had|in his|in her|if)\b",
    re.IGNORECASE,
)
_AGE_WORDS = Pattern(rf"(?P<then>then[ -])?(?P<age>{NUMBER}|[0-9]{{1,3}})[- –]years?[- –]olds?\b", re.IGNORECASE)
_AGE_BESIDE = Pattern(r"(?<!then )(?:(?<=, )|(?<=\())(?:aged )?(?P<age>[1-9][0-9]?|1[01][0-9]),? (?:(?:who )?was )?$")
_COMMA_AGE = Pattern(
    r", (?:aged? |now |then )?(?P<age>[1-9][0-9]?|1[01][0-9])"
    r"(?:[,);]| and (?:from|of|a|who|was)\b| from | of |\.(?=\s|$)|$)"
)
_BRACKET_AGE = Pattern(r" \((?:aged? |now |then )?(?P<age>[1-9][0-9]?|1[01][0-9])\)")
_BEHIND = {f" ({start}": 0 for start in "123456789abcnt"} | {f", {start}": 1 for start in "123456789abcnt"} | {" is": 2}
"""The three signs behind a name where an age or a birth may follow: in brackets, after a comma, after "is"."""
_NAMESAKES = (" Jr", "Jr.", " Sr", "Sr.", " II", " III")
"""Father and son of one name: their ages and births never meet."""
_DIGIT = Pattern("[0-9]")
_AGE_FOLLOWS = Pattern(
    r"(?:,|\),?)? (?:(?:and |who )?(?:is|turned|has turned|is now|is aged) (?:now |aged |just "
    r"|only )?(?P<is>))?(?:aged )?(?P<age>[1-9][0-9]?)(?=[,;)]|\.(?:\s|$)| years old| and (?:a|an|has|lives)\b)"
)
_BIRTHDAY = Pattern(r"\b(?:his|her) (?P<age>[1-9][0-9]?)(?:st|nd|rd|th) $")
_IS = Pattern(r" is (?:now |only |just |aged )?(?P<age>[1-9][0-9]?)(?=[,;]|\.(?:\s|$)| years old| and )")
_TURNS = Pattern(
    rf"(?P<turn>turn(?:s|ed)?|celebrat(?:es|ed) (?:his|her)) (?P<age>[1-9][0-9]?|1[01][0-9]"
    rf"|{NUMBER})\b(?! (?:percent|per cent|into|(?!this\b)[a-z]+s\b)|[.,%][0-9]|%)",
    re.IGNORECASE,
)
_AT_DEATH = Pattern(
    rf"\b(?:aged?|at(?: the)? age(?: of)?|at|he was|she was|at just|was) (?P<age>[1-9][0-9]?|1[01][0-9]"
    rf"|{NUMBER})(?=[,.;)]|$| (?:in|on|at|of|from|after|and|years old|last|this|yesterday|today)\b)",
    re.IGNORECASE,
)
_AGE_STARTS = frozenset("123456789otfsenj")
"""What a number in figures or words, "only", "still" and "just" start with."""
_WAS_AGED = Pattern(r"\s*(?:He|She) was (?:aged )?(?P<age>[1-9][0-9]?|1[01][0-9])\.(?=\s|$)")
_DIED = Pattern(r"(?:died|dies|passed away|killed|shot dead|murdered|executed|found dead)\b")
_AGED = Pattern(rf"(?:just |only |still )?(?:[1-9][0-9]?\b|{NUMBER})")
_YEAR_THEN = Pattern(r",? at (?:the )?age (?:of )?(?P<age>[1-9][0-9]?|1[01][0-9])\b")
_NOW_AGED = Pattern(r"(?:^|(?<=[.;] ))Now (?P<age>[1-9][0-9]?|1[01][0-9]), (?:he|she|[A-Z])")
_AGE_OF = Pattern(
    rf"\bat (?:the )?age (?:of )?(?P<age>[1-9][0-9]?|1[01][0-9]|{NUMBER})\b(?:,? (?:in|on)(?: the)?)? ", re.IGNORECASE
)
_WHEN_AGED = Pattern(
    rf"(?P<told>,? (?:when|at which time|while|as) (?:he|she) was (?:just |only |still )?(?P<age>[1-9][0-9]?|{NUMBER})"
    r"(?=[,.;]| and |$))"
)
_AGED_WHEN = Pattern(
    rf"\bwas (?:just |only |still )?(?P<age>[1-9][0-9]?|{NUMBER}) when "
    r"(?:(?!\b(?:and|but|in|on|since|after|before)\b)[\w'’-]+ ){2,9}(?:in|on) (?:the )?(?:[A-Z][a-z]+ )?$"
)
_AS_WRITTEN: dict[str, tuple[str, ...]] = {
    "born": ("born ", "Born "),
    "died": ("died", "dies", "passed away", "killed", "found dead"),
    "old": ("year-old", "Year-old", "years old", "Years old"),
    "turned": ("turn",),
    "celebrated": ("celebrate",),
    "birthday": ("birthday",),
    "age": ("age ",),
}
"""How the words that a scan finds must stand in the text; nearly everything else waits for one of them."""


class _Field:
    """The people, times and sentences of one field, for finding out whom a life's numbers are said of."""

    def __init__(self, analysis: Analysis, name: str, text: str, told: dict[str, list[int]], beside: _Beside) -> None:
        self.analysis, self.name, self.text, self.told = analysis, name, text, told
        self.brackets, self.commas, self.being = beside
        self.document = analysis.document
        self.layout = analysis.layout_of(name)
        dateline = analysis.dateline
        self.dated = dateline.date if dateline else None
        self.today = (dateline.interval or (one_day(self.dated) if self.dated else None)) if dateline else None
        self.births: dict[int, _Whose] = {}
        self.seen: set[int] = set()
        self.deaths: dict[str, Interval] = {}

    @cached_property
    def people(self) -> list[Mention]:
        return [m for m in self.analysis.mentions if m.kind == "person" and m.span.field == self.name]

    @cached_property
    def starts(self) -> list[int]:
        return [m.span.start for m in self.people]

    @cached_property
    def times(self) -> list[TimeExpression]:
        return [t for t in self.analysis.times if t.span.field == self.name]

    @cached_property
    def time_starts(self) -> list[int]:
        return [t.span.start for t in self.times]

    def claims(self) -> Iterator[Claim]:
        yield from self.born()
        yield from self.died()
        yield from self.aged()

    # ---- births and deaths

    def born(self) -> Iterator[Claim]:
        text = self.text
        for at in self.told.get("born", ()):
            if at and text[at - 1].isalnum():
                continue
            at += 1
            sentence = self.sentence(at)
            for time in self.times_in(at, min(sentence.end, at + 80)):
                if _is_day_or_year(time) and _BORN.fullmatch(
                    text[at - 1 : time.span.start].lower() if text[at - 1] == "B" else text[at - 1 : time.span.start]
                ):
                    whose = self.whose_birth(at - 1, time.span.end, sentence)
                    if whose:
                        yield from self.dated_claim(whose, "born", time)
                        yield from self.age_before_birth(whose, at - 1, sentence)
                        yield from self.age_after_birth(whose, time.span.end)
                break
        for mention in self.brackets:
            yield from self.life_span(mention)
            yield from self.age_in_brackets(mention)

    def age_in_brackets(self, mention: Mention) -> Iterator[Claim]:
        """ "Arthur Smith (42)"."""
        found = _BRACKET_AGE.match(self.text, mention.span.end)
        if found and found.start("age") not in self.seen:
            self.seen.add(found.start("age"))
            yield self.age_of(mention, found.start("age"), found["age"], "then" in found[0])

    def age_before_birth(self, whose: _Whose, born: int, sentence: Span) -> Iterator[Claim]:
        """ "Ng, 39, born in 1978": the age that stands right before a birth."""
        found = _AGE_BESIDE.search(self.text, max(sentence.start, born - 40), born)
        if found and self.today is not None:
            self.seen.add(found.start("age"))
            yield self.age_claim(whose, Span(found.start("age"), found.end("age"), self.name), found["age"], self.today)

    def age_after_birth(self, whose: _Whose, end: int) -> Iterator[Claim]:
        """ "born in 1978, is 39", "(born 1978), 39,": the age that follows a birth."""
        found = _AGE_FOLLOWS.match(self.text, end)
        if found and self.today is not None and found.start("age") not in self.seen:
            self.seen.add(found.start("age"))
            yield self.age_claim(whose, Span(found.start("age"), found.end("age"), self.name), found["age"], self.today)

    def life_span(self, mention: Mention) -> Iterator[Claim]:
        """ "Vera Hall (1940-2004)", "(born 1940)"."""
        end = mention.span.end
        close = self.text.find(")", end, end + 40)
        if close < 0:
            return
        inside = [t for t in self.times_in(end, close) if _is_day_or_year(t)]
        words = self.text[end + 2 : inside[0].span.start] if inside else "x"
        whose = self.person(mention)
        if (
            len(inside) == 2
            and words in ("", "born ", "b. ")
            and re.fullmatch(r" ?[-–—] ?(?:died |d\. )?", self.text[inside[0].span.end : inside[1].span.start])
        ):
            if (
                self.text[inside[1].span.end : close] == ""
                and (inside[1].written.year or 0) - (inside[0].written.year or 0) > 14
            ):
                yield from self.dated_claim(whose, "born", inside[0])
                yield from self.dated_claim(whose, "died", inside[1])
        elif (
            len(inside) == 1
            and words in ("born ", "born in ", "born on ", "b. ", "b.")
            and inside[0].span.end == close
            and inside[0].span.start not in self.births
        ):
            yield from self.dated_claim(whose, "born", inside[0])
            yield from self.age_after_birth(whose, close)

    def died(self) -> Iterator[Claim]:
        for found in self.deaths_told():
            sentence = self.sentence(found.start())
            whose = self.subject(found.start(), sentence)
            if whose is None:
                continue
            stop = min(sentence.end, found.end() + 90)
            rest = self.text[found.end() : stop]
            when = next(
                (
                    t
                    for t in self.times_in(found.end(), stop)
                    if t.interval and _link_to_date(self.text[found.end() : t.span.start])
                ),
                None,
            )
            interval = when.interval if when else None
            if when is not None and interval is not None:
                yield from self.dated_claim(whose, "died", when)
            age = _AT_DEATH.search(rest)
            if age and not re.search(
                r"[;:]|\b(?:his|her|their|wife|husband|son|daughter|and (?:he|she)|but|who|when)\b", rest[: age.start()]
            ):
                span = Span(found.end() + age.start("age"), found.end() + age.end("age"), self.name)
                if when is None:
                    interval = self.deaths.get(whose.keys[0])
                if interval is None and when is None and self.today is not None and self.is_news(sentence):
                    interval = self.today
                yield self.age_claim(whose, span, age["age"], interval)
            elif beside := _AGED_BESIDE.search(self.text, max(sentence.start, found.start() - 24), found.start()):
                day = interval or (self.today if when is None and self.is_news(sentence) else None)
                yield from self.told_age(whose, beside, day)
            elif not age and (later := _WAS_AGED.match(self.text, sentence.end, sentence.end + 40)):
                span = Span(later.start("age"), later.end("age"), self.name)
                day = self.deaths.get(whose.keys[0]) or interval or (self.today if self.is_news(sentence) else None)
                if span.start not in self.seen:
                    self.seen.add(span.start)
                    yield self.age_claim(whose, span, later["age"], day)

    def deaths_told(self) -> Iterator[re.Match[str]]:
        """Every "died", "was killed", in text order."""
        text = self.text
        for at in self.told.get("died", ()):
            lead = "was " if text[at] in "kf" else " "
            if text.endswith(lead, 0, at) and (match := _DIED.match(text, at)):
                yield match

    def is_news(self, sentence: Span) -> bool:
        """A death without a date counts as new only where no other year stands in the sentence."""
        times = self.times_in(sentence.start, sentence.end)
        return not any(t.written.year and t.span.start not in self.births for t in times)

    # ---- ages

    def aged(self) -> Iterator[Claim]:
        text = self.text
        seen = self.seen
        for pattern, people in ((_COMMA_AGE, self.commas), (_IS, self.being)):
            for mention in people:
                found = pattern.match(text, mention.span.end)
                if found and found.start("age") not in seen:
                    seen.add(found.start("age"))
                    yield self.age_of(mention, found.start("age"), found["age"], "then" in found[0])
        for at in self.told.get("old", ()):
            at += 1
            old = next((m for m in _AGE_WORDS.finditer(text, max(0, at - 24), at + 10) if m.end() > at), None)
            if old is None or old.start("age") in seen:
                continue
            whose = self.whose_age(old.start(), old.end(), self.sentence(at))
            whose = whose or self.nameless_birth(old.end())
            if whose:
                seen.add(old.start("age"))
                yield self.age_at(whose, old.start("age"), old["age"], bool(old["then"]))
        for word in ("turned", "celebrated"):
            for at in self.told.get(word, ()):
                if text[at - 1 : at] == " ":
                    yield from self.turned(at, seen)
        yield from self.birthdays()
        yield from self.dated_ages()

    def dated_ages(self) -> Iterator[Claim]:
        """Ages that the words beside them date, each family in text order."""
        for at in self.told.get("age", ()):
            yield from self.at_the_age(at - 1)
        at = self.text.find("Now ") if self.today is not None else -1
        while at >= 0:
            if self.text[at + 4 : at + 5].isdigit() and (now := _NOW_AGED.search(self.text, max(0, at - 2), at + 40)):
                whose = self.pronoun(now.start("age"), self.sentence(now.end()))
                yield from self.told_age(whose, now, self.today)
            at = self.text.find("Now ", at + 4)
        for at in self.told.get("was", ()):
            yield from self.aged_when(at)

    def at_the_age(self, at: int) -> Iterator[Claim]:
        """ "at the age of 22 on Thursday", "in 1993 at the age of 62", by the blank before "age"."""
        before = list(self.times_in(max(0, at - 30), at))
        then = _YEAR_THEN.match(self.text, before[-1].span.end) if before else None
        if then and then.start() < at < then.end():
            if _is_day_or_year(before[-1]):
                whose = self.one_before(then.start(), self.sentence(at))
                yield from self.told_age(whose, then, before[-1].interval)
            return
        found = _AGE_OF.match(self.text, at - 2) or _AGE_OF.match(self.text, at - 6)
        when = next(iter(self.times_in(found.end(), found.end())), None) if found else None
        if found and when and when.interval:
            yield from self.told_age(self.one_before(found.start(), self.sentence(at)), found, when.interval)

    def aged_when(self, at: int) -> Iterator[Claim]:
        """ "in 1967 when he was 41", "was 20 when her record came out in 1948", by the last letter of the pronoun."""
        text, sentence = self.text, self.sentence(at)
        found = next((m for m in _WHEN_AGED.finditer(text, max(sentence.start, at - 24), at + 24)), None)
        if found:
            times = list(self.times_in(max(sentence.start, found.start() - 30), found.start()))
            if times and times[-1].span.end == found.start() and _is_day_or_year(times[-1]):
                yield from self.told_age(self.one_before(found.start(), sentence), found, times[-1].interval)
            return
        then = next((t for t in self.times_in(at, min(sentence.end, at + 110)) if _is_day_or_year(t)), None)
        found = _AGED_WHEN.search(text, at + 2, then.span.start) if then else None
        if then and found and found.start() == at + 2:
            yield from self.told_age(self.pronoun(at, sentence), found, then.interval)

    def told_age(self, whose: _Whose | None, found: re.Match[str], at: Interval | None) -> Iterator[Claim]:
        """The claim of an age that the words beside it date."""
        if whose is not None and at is not None and found.start("age") not in self.seen:
            self.seen.add(found.start("age"))
            span = Span(found.start("age"), found.end("age"), self.name)
            yield self.age_claim(whose, span, found["age"], at)

    def one_before(self, at: int, sentence: Span) -> _Whose | None:
        """The only person of a sentence so far, by name or without one."""
        if self.people_in(sentence.start, at):
            return self.pronoun(at, sentence)
        return self.born_before(at, sentence) or self.unnamed(sentence)

    def nameless_birth(self, at: int) -> _Whose | None:
        """Whose birth follows within the sentence, where it is said of nobody by name."""
        for birth, whose in self.births.items():
            if 0 < birth - at < 60 and not whose.entity and self.sentence(birth) == self.sentence(at):
                return whose
        return None

    def birthdays(self) -> Iterator[Claim]:
        """ "celebrated her 50th birthday on Monday", where that day is told."""
        for at in self.told.get("birthday", ()):
            found = _BIRTHDAY.search(self.text, max(0, at - 24), at)
            if not found or found.start("age") in self.seen:
                continue
            sentence = self.sentence(at)
            person = self.one_person(sentence.start, found.start())
            whose = self.person(person) if person else self.pronoun(found.start(), sentence)
            day = next((t for t in self.times_in(at, min(sentence.end, at + 40)) if t.interval), None)
            if (
                whose is None
                or day is None
                or not re.fullmatch(r"birthday(?: party)?,?(?: on| in| this)? ", self.text[at : day.span.start])
            ):
                continue
            self.seen.add(found.start("age"))
            yield self.age_claim(
                whose, Span(found.start("age"), found.end("age"), self.name), found["age"], day.interval
            )

    def turned(self, at: int, seen: set[int]) -> Iterator[Claim]:
        found = _TURNS.match(self.text, at)
        if not found or found.start("age") in seen or (at and self.text[at - 1].isalpha()):
            return
        sentence = self.sentence(at)
        whose = self.subject(at, sentence) or self.born_before(at, sentence)
        if whose is None:
            return
        age = number(found["age"])
        years = [t for t in self.times_in(at, sentence.end) if t.interval]
        if not years or age is None or self.text[found.end() : found.end() + 1] == "-":
            return
        first = years[0]
        if (
            re.fullmatch(r"(?: years old| last| this| next|,)?(?: on| in)? ", self.text[found.end() : first.span.start])
            and first.interval
        ):
            seen.add(found.start("age"))
            yield self.age_claim(
                whose, Span(found.start("age"), found.end("age"), self.name), found["age"], first.interval
            )

    def born_before(self, at: int, sentence: Span) -> _Whose | None:
        """Somebody without a name whose birth stands before: "The judge, born in 1940, turned 61 this summer"."""
        found = [whose for birth, whose in self.births.items() if sentence.start <= birth < at]
        if len(found) == 1 and not found[0].entity and not self.people_in(sentence.start, at):
            return found[0]
        return None

    def unnamed(self, sentence: Span) -> _Whose | None:
        """Whom a sentence tells of that names nobody: "The singer ...", "He ..." after such a sentence."""
        start = sentence.start
        for _ in range(3):
            here = self.sentence(start)
            if self.people_in(here.start, here.end) or _HE_AND_SHE.match(self.text, here.start, here.end):
                return None
            if not start or not _GOES_ON.match(self.text, here.start):
                break
            start = self.sentence(start - 2).start
        key = f"person:{self.document.id}/@{self.name}-one{start}"
        return _Whose("", "", (key,))

    def age_of(self, mention: Mention, start: int, words: str, then: bool) -> Claim:
        return self.age_at(self.person(mention), start, words, then)

    def age_at(self, whose: _Whose, start: int, words: str, then: bool) -> Claim:
        span = Span(start, start + len(words), self.name)
        sentence = self.sentence(start)
        at = None if then or self.is_of_another_time(span, sentence) else self.today
        return self.age_claim(whose, span, words, at)

    def is_of_another_time(self, span: Span, sentence: Span) -> bool:
        """Does the sentence date what it tells to another year, or put the age in the past in words?"""
        if self.born_beside(span):
            return False
        near = self.text[max(sentence.start, span.start - 40) : span.start]
        if re.search(
            r"\b(?:then|was|were|when|while|aged?|became|had been|who was|been|would be|will be)\b(?: (?:a|an"
            r"|the|just|only|still|then|as))*[ -]?$",
            near,
            re.IGNORECASE,
        ):
            return not near.rstrip().endswith(("aged", "age"))
        after = self.text[span.end : min(sentence.end, span.end + 60)]
        if re.search(r"\b(?:at the time|back then|when (?:he|she)|then)\b", after):
            return True
        now = self.dated.year if self.dated else None
        for time in self.times_in(sentence.start, sentence.end):
            year = (
                time.interval.start.year
                if time.interval
                and time.interval.start
                and time.written.form in ("date", "year", "month", "decade", "relative")
                else None
            )
            if year is not None and year != now and time.span.start not in self.births and time.type == "DATE":
                lead = self.text[max(sentence.start, time.span.start - 8) : time.span.start]
                if not lead.endswith(("since ", "born in ", "born on ")):
                    return True
        return False

    def born_beside(self, span: Span) -> bool:
        """Does a birth stand right after or before an age: "39, born in 1978," or "born in 1978, aged 39"?"""
        return any(-40 < birth - span.end < 24 for birth in self.births)

    # ---- who

    def whose_birth(self, start: int, end: int, sentence: Span) -> _Whose | None:
        """Whom "born" is said of: the name right before, the pronoun's, or the name that the clause leads to."""
        before = self.text[sentence.start : start]
        mention = self.last_person(sentence.start, start)
        if mention is not None:
            gap = self.text[mention.span.end : start]
            if _WAS_BORN.fullmatch(gap) or _WAS_FAR.fullmatch(gap) or _WAS_APART.fullmatch(gap):
                return self.person(mention)
        if mention is None and re.fullmatch(r"\W*(?:[A-Z]\w+-?)?", before):
            following = self.next_person(end, sentence.end)
            if following is not None and re.fullmatch(
                r"[^.;:]{0,60}?, (?:the |an? |[A-Z]\w+\.? |[a-z-]+ ){0,6}", self.text[end : following.span.start]
            ):
                return self.person(following)
        if _PRONOUN.search(before):
            return self.pronoun(start, sentence)
        if beside := re.search(r"(?:\b[0-9]{1,3}|\bold(?: [A-Za-z-]+){1,4}),? $", before):
            return self.nameless(sentence.start + beside.start())
        if mention is None and _SOMEBODY.fullmatch(before):
            return self.unnamed(sentence)
        if mention is None and not before.strip() and _BORN_THEN.match(self.text, end):
            return self.unnamed(sentence)
        return None

    def whose_age(self, start: int, end: int, sentence: Span) -> _Whose | None:
        """Whom "39-year-old" is said of: the name it leads to, the one before its comma, or a pronoun's."""
        following = self.next_person(end, sentence.end)
        if following is not None:
            gap = self.text[end : following.span.start]
            if re.fullmatch(r"(?: [\w'’-]+){0,5}[, ]{1,2}", gap) and not re.search(
                r"\b(?:of|and|with|by|for|to|whose|who|was|is|said|from|son|daughter|brother|sister|wife|husband"
                r"|mother|father|victim)\b",
                gap,
            ):
                return self.person(following)
        mention = self.last_person(sentence.start, start)
        if mention is not None and re.fullmatch(
            r"(?:, | is | \(|, who is )(?:an? |the |now |now an? )?(?:[a-z]+ )?", self.text[mention.span.end : start]
        ):
            return self.person(mention)
        if mention is None and re.search(
            r"(?:^|[.;] |, |\band )(?:He|She|he|she) is (?:an? |now |now an? )?$", self.text[sentence.start : start]
        ):
            return self.pronoun(start, sentence)
        return None

    def subject(self, at: int, sentence: Span) -> _Whose | None:
        """The name or pronoun that a verb is said of, where it stands close before it."""
        mention = self.last_person(sentence.start, at)
        before = self.text[sentence.start : at]
        if mention is not None:
            gap = self.text[mention.span.end : at]
            if re.fullmatch(
                r"(?:,|, who|,? \([^()]*\)(?:, (?:an?|the) [^.;:()]{3,80},)?|, who was born [^.;:]{3,60}?(?:,| and)"
                r"|, whose [^.;:()\"“”]{3,90},|, who (?:made|won|was|wrote|led|came|had|played|ruled"
                r"|sang)[^.;:()\"“”]{3,90},"
                r"|, (?:aged )?[0-9]{1,3},(?: who)?|, (?:born"
                r"|an?|the) [^.;:]{3,80},(?: who)?)? ?(?:has |had |also |later |suddenly |was )?",
                gap,
            ):
                return self.person(mention)
            if re.search(r"\b(?:He|She|he|she) (?:later |also |has )?$", before[-14:]) and self.one_person(
                sentence.start, at
            ):
                return self.person(mention)
            return None
        if re.search(
            r"(?:^|[.;] |, |^(?:On|In|Last|By) [\w ]{2,20} )(?:He|She|he|she) (?:later |also |has |)$", before
        ):
            return self.pronoun(at, sentence)
        if _ONE.fullmatch(before):
            return self.unnamed(sentence)
        return None

    def pronoun(self, at: int, sentence: Span) -> _Whose | None:
        """The one person of the sentence before, or of this one so far; None where there are more or none."""
        if (here := self.one_person(sentence.start, at)) is not None:
            return self.person(here)
        if self.last_person(sentence.start, at) is not None:
            return None
        if not sentence.start:
            return self.unnamed(sentence)
        before = self.sentence(sentence.start - 2)
        only = self.one_person(before.start, before.end)
        if only is not None:
            return self.person(only)
        return None if self.people_in(before.start, before.end) else self.unnamed(sentence)

    def one_person(self, start: int, end: int) -> Mention | None:
        found = self.people_in(start, end)
        return found[0] if found and len({m.entity for m in found}) == 1 else None

    def people_in(self, start: int, end: int) -> list[Mention]:
        return self.people[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def last_person(self, start: int, end: int) -> Mention | None:
        found = self.people_in(start, end)
        return found[-1] if found else None

    def next_person(self, start: int, end: int) -> Mention | None:
        found = self.people_in(start, end)
        return found[0] if found else None

    def person(self, mention: Mention) -> _Whose:
        after = self.text[mention.span.end : mention.span.end + 5]
        if mention.text.rstrip(".").endswith(_NAMESAKES) or after.lstrip(", ").startswith(_NAMESAKES):
            entity = f"{mention.entity}-the-younger"
            return _Whose(entity, mention.text, (f"person:{self.document.id}/{entity}",))
        sure = mention.certainty >= 0.9 and "-" in mention.entity
        key = f"person:{mention.entity}" if sure else f"person:{self.document.id}/{mention.entity}"
        return _Whose(mention.entity, self.analysis.people.names.get(mention.entity, mention.text), (key,))

    def nameless(self, at: int) -> _Whose:
        """Somebody without a name: what is said side by side still meets under one key."""
        return _Whose("", "", (f"person:{self.document.id}/@{self.name}{self.sentence(at).start}",))

    # ---- making

    def sentence(self, at: int) -> Span:
        """The sentence around a position, at most 500 characters to either side."""
        whole = self.layout.sentence_at(max(0, at)) or Span(0, len(self.text), self.name)
        return Span(max(whole.start, at - 500), min(whole.end, at + 500), self.name)

    def times_in(self, start: int, end: int) -> list[TimeExpression]:
        return self.times[bisect_left(self.time_starts, start) : bisect_right(self.time_starts, end)]

    def dated_claim(self, whose: _Whose, attribute: str, time: TimeExpression) -> Iterator[Claim]:
        if attribute == "born":
            self.births[time.span.start] = whose
        of_late = attribute == "died" and (bool(time.written.day) or time.written.form == "weekday")
        told = _is_day_or_year(time) or of_late
        if time.interval is None or not told or self.is_beyond(time):
            return
        if attribute == "died":
            self.deaths.setdefault(whose.keys[0], time.interval)
        yield self.claim(whose, attribute, time.interval, _ALWAYS, _ALWAYS, time.span)

    def is_beyond(self, time: TimeExpression) -> bool:
        """A birth or death after the story is another rule's business."""
        start = time.interval.start if time.interval else None
        return start is None or (self.dated is not None and start > self.dated) or start.year < 1000

    def age_claim(self, whose: _Whose, span: Span, words: str, at: Interval | None) -> Claim:
        years = float(number(words) or 0)
        value = Quantity(years, years, "year", "age", words)
        return self.claim(whose, "age", value, at or _ALWAYS, at, span)

    def claim(
        self,
        whose: _Whose,
        attribute: str,
        value: Interval | Quantity,
        possible: Interval,
        certain: Interval | None,
        span: Span,
    ) -> Claim:
        sentence = self.sentence(span.start)
        start = sentence.start if sentence.end - sentence.start <= _SENTENCE else max(sentence.start, span.start - 80)
        return Claim(
            self.document.id,
            whose.entity,
            whose.name,
            whose.keys,
            attribute,
            value,
            possible,
            certain,
            span,
            self.document.cut(span),
            "quoted" if self.analysis.is_quoted(span) else "asserted",
            self.text[start : min(sentence.end, start + _SENTENCE)],
            self.dated,
        )


def _is_day_or_year(time: TimeExpression) -> bool:
    return (
        time.written.form in ("date", "month", "year")
        and time.written.era in ("", "AD")
        and time.written.year is not None
    )


def _link_to_date(gap: str) -> bool:
    """Do the words between "died" and a date tie the two?"""
    return bool(
        re.fullmatch(r"(?:[^.;:()]{0,50}?,? (?:in|on|late|early|last|aged [0-9]+,)(?: the)?|,)? ", gap)
    ) and not re.search(r"\b(?:and|but|who|which|since|after|before|had|was|his|her)\b", gap)
