"""Who holds which role: the title words before and after names, told apart in lists and among neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from factcheck import places
from factcheck.model import Attachment, Document, Mention, Role, Span
from factcheck.patterns import Pattern
from factcheck.people.after import may_open, roles_after
from factcheck.people.find import Found
from factcheck.people.lexicon import around
from factcheck.people.offices import may_lead_firm
from factcheck.people.pronouns import roles_of_pronouns
from factcheck.people.rolls import Line, line_at
from factcheck.people.wording import fold_organisation, read_role

_MIRRORS = ("counterpart", "predecessor")
_MIRRORS_START = ("c", "p")
_COUNTERPART = Pattern(
    r"\b(?:his|her|their|its)\s(?:(?P<place>[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)\s)?(?P<head>counterpart),?\s\Z"
)
_PREDECESSOR = Pattern(r"(?:\b(?:his|her)|['’]s)\s(?:immediate\s)?(?P<head>predecessor),?\s\Z")
_SENTENCE_END = Pattern(r"[.!?][\"”]?\s|\n")
_ABROAD = {"secretary of state": "foreign minister"}


def roles_of(
    names: Sequence[Found], people: Sequence[Mention], document: Document, rolls: Sequence[Line]
) -> tuple[Attachment, ...]:
    """The roles that the words around names give to the people named, in text order.

    `names` and `people` run in parallel; `rolls` are the lines of lists of office holders.
    """
    before: list[Attachment] = []
    after: list[Attachment] = []
    text, field = document.text, "text"
    last = 0  # where the person before ends, in this field
    for name, person in zip(names, people, strict=True):
        (_, end, where), _, _, _, title, _, ahead = name
        if where != field:
            text, field, last = document.field(where), where, 0
        if title:
            span = title if title.start >= last else _own_words(title, last, text)
            role = read_role(text[span.start : span.end]) if span else None
            if span and role and role.title:
                if text.startswith(" of ", end) and not role.place and not role.organisation:
                    role = _of_a_place(role, text, end)
                years = _years_behind(text, name.span) if text.startswith(" (", end) else None
                time = out_of_present(role.written)
                before.append(_new(Attachment, (person, role, span, "dated" if years else "before", time, years)))
        elif ahead[:1] in _MIRRORS_START and ahead.rstrip(",") in _MIRRORS:
            mirrored = _mirrored(name, person, text, before)
            if mirrored:
                before.append(mirrored)
        if text[end : end + 1] in _MAY_LEAD and may_open(text, end):
            after += _after(name, person, text)
        last = end
    in_text = [person for person in people if person.span.field == "text"]
    of_pronouns = roles_of_pronouns(document.text, in_text)
    if after or of_pronouns:
        titles = _Taken([held.span for held in before])
        others = _Taken([person.span for person in people])
        before += [held for held in after if not titles.within(held.span) and not others.within(held.span)]
        before += _listed(people, rolls)
        before += [held for held in of_pronouns if not titles.within(held.span)]
    elif rolls:
        before += _listed(people, rolls)
    before.sort(key=_place)
    return tuple(before)


def _place(held: Attachment) -> tuple[bool, int]:
    return held.span.field != "text", held.span.start


_MAY_LEAD = frozenset((" ", ","))
_new = tuple.__new__


def _own_words(title: Span, end: int, text: str) -> Span | None:
    """The title without the name before it, which ends inside of it, as in "President Obama's chief of staff"; None
    where that name is not an owner's."""
    if text[end : end + 2] not in ("'s", "’s"):
        return None
    start = end + 3
    return Span(start, title.end, title.field) if start < title.end else None


_PLACE = Pattern(r" of (?:the )?(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})")


def _of_a_place(role: Role, text: str, end: int) -> Role:
    """The role with the place or the firm that follows the name: "President Ada Moss of Chile"."""
    match = _PLACE.match(text, end)
    if match is None:
        return role
    slug = places.lookup(match["place"], metonyms=False)
    if slug:
        return role._replace(place=slug)
    if may_lead_firm(role):
        return role._replace(organisation=fold_organisation(match["place"]))
    if role.title != "mayor":
        return role
    return read_role(f"mayor of {match['place']}")._replace(written=role.written)


_YEARS = Pattern(r"\s\((\s?(?:since\s)?[12][0-9]{3}[^()\n]{0,40})\)")


def _years_behind(text: str, name: Span) -> Span | None:
    """The years in brackets behind a name: "Director Anna Novak (1979-2010)"."""
    match = _YEARS.match(text, name.end)
    return Span(match.start(1), match.end(1), name.field) if match else None


def _listed(people: Sequence[Mention], rolls: Sequence[Line]) -> list[Attachment]:
    """The roles of the first person named in each line of a roll."""
    found: list[Attachment] = []
    taken = -1
    for person in people if rolls else ():
        line = line_at(rolls, person.span.start) if person.span.field == "text" else None
        if line and line.span.start != taken:
            taken = line.span.start
            found.append(Attachment(person, line.role, line.heading, "listed", "", line.years))
    return found


def _after(name: Found, person: Mention, text: str) -> list[Attachment]:
    """The roles behind a name."""
    found = []
    field = name.span.field
    for words in roles_after(text, name.span.end):
        role = read_role(text[words.start : words.end])
        if role.title:
            time = out_of_present(role.written) or words.time
            behind = Span(words.end, words.behind, field)
            found.append(Attachment(person, role, Span(words.start, words.end, field), words.form, time, behind))
    return found


def out_of_present(words: str) -> str:
    """Former, then, late or future where title words take the role out of the present; "" for one held now."""
    times = _times()
    for word in words.lower().replace("-", " ").split():
        if word in times:
            return times[word]
    return ""


@cache
def _times() -> dict[str, str]:
    return {
        word: time for time in ("former", "then", "late", "future") for word in around(f"out of the present: {time}")
    }


def _mirrored(name: Found, person: Mention, text: str, before: Sequence[Attachment]) -> Attachment | None:
    """The role that "his Chinese counterpart, Wei Fenghe" takes from the one person with a role before him."""
    start, _, field = name.span
    near = [
        held
        for held in before[-4:]
        if held.span.field == field
        and start - held.span.end < 200
        and not _SENTENCE_END.search(text, held.person.span.end, start)
    ]
    if len({held.person.entity for held in near}) != 1 or near[-1].time:
        return None
    model = near[-1].role
    match = (_COUNTERPART if name.before.startswith("c") else _PREDECESSOR).search(text, max(0, start - 60), start)
    if not match:
        return None
    if match["head"] == "predecessor":
        span = Span(match.start("head"), match.end("head"), field)
        return Attachment(person, model._replace(written="predecessor"), span, "counterpart", "former")
    slug = places.lookup(match["place"], metonyms=False) if match["place"] else None
    if not slug:
        return None
    title = _ABROAD.get(model.title, model.title)
    if slug == "united-states" and title == "foreign minister":
        title = "secretary of state"
    span = Span(match.start("place"), match.end("head"), field)
    return Attachment(person, Role(title, "", slug, text[span.start : span.end]), span, "counterpart")


class _Taken:
    """The places of mentions, to ask what lies inside a stretch of text."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = sorted((span.field, span.start, span.end) for span in spans)

    def within(self, span: Span) -> list[int]:
        """The ends of the places that overlap a span, in text order."""
        index = max(0, bisect_left(self.spans, (span.field, span.start, 0)) - 1)
        found = []
        while index < len(self.spans) and self.spans[index][:2] < (span.field, span.end):
            field, _, end = self.spans[index]
            if field == span.field and end > span.start:
                found.append(end)
            index += 1
        return found
