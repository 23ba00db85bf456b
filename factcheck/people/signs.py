"""What the words right around a name tell of its bearer's sex: "Mrs", "For his part, Pak", "spokeswoman".

Only words that are bound to the name count; nothing is guessed from a given name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.model import Attachment, Document, Mention, Sign, Span
from factcheck.patterns import Pattern
from factcheck.people.find import Found
from factcheck.people.gender import pronoun_signs
from factcheck.people.lexicon import around
from factcheck.people.memo import Memo

_TURN_WORDS = frozenset(("part", "part,", "turn", "turn,"))
_TURN_BEFORE = Pattern(r"\b(?:[Ff]or|[Ii]n)\s(his|her)\s(?:own\s)?(?:part|turn),?\s\Z")
_BEHIND = Pattern(
    r",?\s(?:(?:(?:for|in)\s(?P<turn>his|her)\s(?:own\s)?(?:part|turn)\b)|(?P<self>himself|herself)\b"
    r"|and\s(?P<kin>his|her)\s(?:late\s|former\s|then\s)?(?:wife|husband|family|children|son|daughter|brother|sister|mother|father|parents|team|staff|delegation)\b)"
)


@cache
def _sex_of_words() -> dict[str, str]:
    """Honorifics and pronouns with the sex they tell of."""
    found = {"his": "male", "himself": "male", "her": "female", "herself": "female"}
    return found | {word: sex for sex in ("male", "female") for word in around(f"honorific {sex}")}


@cache
def _sex_of_titles() -> dict[str, str]:
    """Titles that only a man or only a woman bears, in lower case."""
    return dict.fromkeys(around("title of a man"), "male") | dict.fromkeys(around("title of a woman"), "female")


def signs_of(
    names: Sequence[Found], people: Sequence[Mention], roles: Sequence[Attachment], document: Document
) -> tuple[Sign, ...]:
    """The signs of a story, in text order; `names` and `people` run in parallel."""
    found: list[Sign] = []
    sexes = _sex_of_words()
    text, field = document.text, "text"
    for name, person in zip(names, people, strict=True):
        (start, end, where), _, _, _, _, honorific, before = name
        if where != field:
            text, field = document.field(where), where
        if honorific:
            if honorific in sexes:
                found.append(_sign(person, honorific, text.rfind(honorific, 0, start), field))
        elif before in _TURN_WORDS:
            match = _TURN_BEFORE.search(text, max(0, start - 24), start)
            if match:
                found.append(_sign(person, match[1], match.start(1), field))
        behind = text[end : end + 3]
        if behind in _BEHIND_OPENS and (behind[0] == " " or text[end : end + 4] in _BEHIND_COMMA):
            match = _BEHIND.match(text, end)
            if match:
                group = match.lastgroup or ""
                found.append(_sign(person, match[group], match.start(group), field))
    for held in roles:
        sign = _in_title(held)
        if sign:
            found.append(sign)
    text = document.text
    found += pronoun_signs(people, lambda index: _start_of_words(names[index], text), text)
    found.sort(key=_place)
    return tuple(found)


def _place(sign: Sign) -> tuple[bool, int]:
    start, _, field = sign.span
    return field != "text", start


def _start_of_words(name: Found, text: str) -> int:
    """Where the title or the honorific before a name starts, or the name itself."""
    if name.title:
        return name.title.start
    if name.honorific:
        return text.rfind(name.honorific, 0, name.span.start)
    return name.span.start


_BEHIND_COMMA = frozenset((", fo", ", in", ", hi", ", he", ", an"))
_BEHIND_OPENS = frozenset((" an", " hi", " he", *(words[:3] for words in _BEHIND_COMMA)))


def _in_title(held: Attachment) -> Sign | None:
    """The word of a title that only a man or only a woman bears, right before or after the name."""
    person, role, span, form, *_ = held
    last = _TELLING[role.written]
    if not last or form not in ("before", "after") or role.title.startswith("deputy"):
        return None
    sex = _sex_of_titles()[last.lower()]
    at = span.start + role.written.index(last)
    return Sign(person.entity, person.text, sex, Span(at, at + len(last), span.field), last, person.certainty)


def _telling(written: str) -> str:
    """The last word of a title that only a man or only a woman bears; "" of another title."""
    last = written.split(" of ", 1)[0].rsplit(None, 1)[-1:]
    return last[0] if last and last[0].lower() in _sex_of_titles() else ""


_TELLING = Memo(_telling, 1 << 12)


def _sign(person: Mention, word: str, start: int, field: str) -> Sign:
    return Sign(
        person.entity, person.text, _sex_of_words()[word], Span(start, start + len(word), field), word, person.certainty
    )
