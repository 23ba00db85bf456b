"""Pronouns that can mean only the person named right before: "Ada Moss lost her seat", "... left. She gave no reason."

A pronoun counts where the story names nobody else around it, by a name or by a word such as "the driver", and
where its own clause or the next sentence stands behind the name. All else is left out: what this misses costs
nothing, a wrong link would accuse a right story.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from factcheck.model import Mention, Sign, Span
from factcheck.patterns import Pattern
from factcheck.people.lexicon import around, kinds
from factcheck.people.titles import last_words

_SEXES = {"he": "male", "his": "male", "she": "female", "her": "female"}
_PRONOUN = Pattern(r"[HhSs](?<!\w[HhSs])(?:(?<=[Hh])(?:e|is|er)|(?<=[Ss])he)\b")
"""He, his, she, her; the first letters stand first because a search for them is quick."""
_LONGEST = 140
"""Characters between a name and its pronoun."""
_ALONE = 400
"""Characters before a name in which nobody else may be named."""
_ENOUGH = 4
"""Pronouns of one person that are looked at."""
_STOPS = frozenset('\n"“”‘:;(')
_SAYS = Pattern(r",[\"”]? (?:he|she) (?:said|added|says)\b")
_AFTER_HER = frozenset(
    """that to and or in on at by with for from about as of if when while after before because but a an the was is had
    has how what why who whether not up out off down away back again no it this""".split()
)
_GIVES = frozenset(
    """gave give gives told tell tells asked ask sent send showed show offered offer handed paid bought called named
    made make let saw see seen helped heard allowed gotten got cost won""".split()
)


def pronoun_signs(people: Sequence[Mention], start_of: Callable[[int], int], text: str) -> Iterator[Sign]:
    """The signs that such pronouns give, in text order; `start_of` says where the words before the name of a person,
    given by number, start.

    `people` are the persons in order; those of the text come first, and no others count.
    """
    taken: dict[str, int] = {}
    other, since = -_ALONE - 1, 0  # where another person was last named, and which name of this one is the first then
    who = ""
    last = 0
    for index, person in enumerate(people):
        (start, end, field), _, _, entity, certainty = person
        if field != "text":
            break
        if entity != who:
            other, since, who = (last if who else other), index, entity
        last = end
        if start - other <= _ALONE or certainty < 0.9 or taken.get(who, 0) >= _ENOUGH:
            continue
        behind = text[end : end + 4].replace(",", " ").lstrip()
        if behind and not behind[0].islower():
            continue  # a quick look: a verb follows a subject
        stop = end + _LONGEST
        if index + 1 < len(people) and people[index + 1].span.field == field:
            stop = min(stop, people[index + 1].span.start)
        found = _PRONOUN.search(text, end, stop)
        if found and _is_about(text, start_of(index), end, found):
            first, before = start_of(since), start_of(index)
            begin = max(0, other, first - _ALONE)
            if not (_names_nobody(text[begin:first], _PRONOUNS) and _names_nobody(text[first:before])):
                continue
            if _may_name_somebody(text[begin:first], ()) or _may_name_somebody(text[first:before], who.split("-")):
                continue
            for one in (found, _next(text, found, stop)):
                if one:
                    taken[who] = taken.get(who, 0) + 1
                    yield Sign(who, person.text, _SEXES[one[0].lower()], Span(*one.span(), field), one[0], certainty)


def _next(text: str, found: re.Match[str], stop: int) -> re.Match[str] | None:
    """The "He" or "She" that opens the sentence after one with such a pronoun, if the words between name nobody."""
    further = _PRONOUN.search(text, found.end(), stop)
    if not further or text[further.start() - 2 : further.start()] != ". ":
        return None
    between = text[found.end() : further.start()]
    if not _STOPS.isdisjoint(between) or ". " in between[:-2] or not _names_nobody(between, _PRONOUNS):
        return None
    return further if all(word.islower() or _is_no_person(word) for word in between.split()) else None


def _is_about(text: str, before: int, end: int, found: re.Match[str]) -> bool:
    """Does a pronoun mean the person whose name, titles included, stands from `before` to `end`?

    The name is the subject of its sentence, and nobody else is spoken of between it and the pronoun.
    """
    at = found.start()
    between = text[end:at]
    if not _STOPS.isdisjoint(between) or between.startswith((" and ", " or ")) or not _is_subject(text, before):
        return False
    clause, stop, rest = between.partition(". ")
    if stop and rest and not _SAYS.match(text, at - 2):
        return False
    if not _goes_with_a_noun(text, found, between):
        return False
    words = clause.replace(",", " ").split()
    if not words or not words[0][0].islower():
        return False
    if any(word[0].isupper() and not _is_no_person(word) for word in (*words, *rest.split()[1:])):
        return False
    return _names_nobody(between, _PRONOUNS)


def _is_subject(text: str, at: int) -> bool:
    """May a name at a position be the subject of its sentence? It opens it, or stands behind a comma or a day."""
    lead = text[at - 60 if at > 60 else 0 : at]
    lead = lead[max(lead.rfind(mark) for mark in _SENTENCE_ENDS) + 1 :].lstrip()
    words = lead.split()
    if len(lead) == 60 or not _STOPS.isdisjoint(lead) or not _names_nobody(lead, _PRONOUNS):
        return False
    return not words or lead in _ARTICLES or words[-1].endswith((",", "'s", "’s")) or _is_no_person(words[-1])


_SENTENCE_ENDS = (". ", "\n", "- ", "— ", "– ", "? ", "! ")
_ARTICLES = ("The ", "A ", "An ")


def _goes_with_a_noun(text: str, found: re.Match[str], between: str) -> bool:
    """Is it no "her" that somebody else was told or given: "told her that"?"""
    if found[0] != "her":
        return True
    behind = text[found.end() : found.end() + 20].strip(" ")
    following = behind.split(" ", 1)[0]
    last = between.split()[-1:]
    return following.isalpha() and following not in _AFTER_HER and not (last and last[0] in _GIVES)


def _is_no_person(word: str) -> bool:
    """Is a capitalised word a day, a month or a country, and no name?"""
    found = kinds(word.rstrip(".,")) if word[0].isupper() else ""
    return "d" in found or ("n" in found and "g" not in found.lower())


_PRONOUNS = frozenset("he she him himself herself his her hers".split())


def _names_nobody(words: str, pronouns: frozenset[str] = frozenset()) -> bool:
    """Does no word in small letters speak of a person: no job, no "man", no kin, none of the pronouns?"""
    found = words.replace(",", " ").replace(".", " ").replace("'s", " ").replace("’s", " ").split()
    return _persons().isdisjoint(found) and pronouns.isdisjoint(found)


def _may_name_somebody(words: str, own: Sequence[str]) -> bool:
    """Is there a capitalised word, no sentence's first, that is a name or in no list, and none of the person's own?"""
    end = True
    for word in words.split():
        bare = word.strip(".,;:!?()'’\"“”").removesuffix("'s").removesuffix("’s")
        if bare[:1].isupper() and not end and not bare.isupper():
            found = kinds(bare)
            if (not found or not _LISTED.intersection(found)) and bare.lower() not in own:
                return True
        end = word[-1] in ".!?:-—–"
    return False


_LISTED = frozenset("cpqnotdfh")
"""Kinds of words that may be something else than a name."""


@cache
def _persons() -> frozenset[str]:
    return last_words() | around("word for a person")
