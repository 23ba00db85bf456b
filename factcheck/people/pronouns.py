"""Roles said of "he" and "she": "She was mayor from 2001 to 2005", where one person alone can be meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.model import Attachment, Mention, Span
from factcheck.patterns import Pattern
from factcheck.people.after import VERB_WORDS, opens_with_verb, roles_after
from factcheck.people.wording import read_role

_HE = Pattern(rf"he (?=(?:{'|'.join(sorted(VERB_WORDS))}) )")
_REACH = 300
_CERTAINTY = 0.8


def roles_of_pronouns(text: str, people: Sequence[Mention]) -> list[Attachment]:
    """The roles that clauses with "he" or "she" give to the one person named shortly before.

    `people` are the persons of the text, in order. The certainty is below one: such a role is never
    used between documents.
    """
    if not people:
        return []
    starts: list[int] = []
    found: list[Attachment] = []
    for position in _subjects(text):
        starts = starts or [person.span.start for person in people]
        person = _meant(people, starts, position)
        if person:
            unsure = person._replace(certainty=min(person.certainty, _CERTAINTY))
            for words in roles_after(text, position):
                role = read_role(text[words.start : words.end])
                if role.title:
                    behind = Span(words.end, words.behind)
                    found.append(Attachment(unsure, role, Span(words.start, words.end), words.form, words.time, behind))
    return found


def _subjects(text: str) -> Iterator[int]:
    """The ends of the pronouns that a verb of holding office follows."""
    for match in _HE.finditer(text):  # also the end of "she" and of other words
        at = match.start()
        before = text[at - 1 : at]
        if (
            before == " "
            or (before == "s" and text[at - 2 : at - 1] == " ")
            or (before == "S" and _opens(text, at - 1))
        ):
            yield at + 2
    at = text.find("He ")
    while at >= 0:
        if opens_with_verb(text, at + 2) and _opens(text, at):
            yield at + 2
        at = text.find("He ", at + 2)


def _opens(text: str, at: int) -> bool:
    """Does a word start here?"""
    return at == 0 or not text[at - 1].isalpha()


def _meant(people: Sequence[Mention], starts: Sequence[int], position: int) -> Mention | None:
    """The one person named in the words before a pronoun; None where there are two or none."""
    last = bisect_left(starts, position)
    first = bisect_left(starts, position - _REACH)
    near = people[first:last]
    if len({person.entity for person in near}) != 1:
        return None
    return near[-1]
