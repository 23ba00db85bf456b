"""Names as found to people: one entity for each, full names first, then surnames that fit just one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from factcheck.model import Attachment, Document, Mention, People, Sign, Span
from factcheck.people.after import roles_after
from factcheck.people.find import Found
from factcheck.people.fold import person_slug
from factcheck.people.lexicon import around
from factcheck.people.offices import fold_organisation, read_role


def link(found: Sequence[Found], document: Document) -> People:
    """The mentions of a story, each with its entity, and the roles that the text gives to people."""
    names = _Names()
    alone = Counter(name.text for name in found if name.kind == "single" and name.strength)
    full = Counter(name.text for name in found if name.kind == "full")
    for name in found:
        if name.kind == "full" and (name.strength >= 2 or (name.strength == 1 and _recurs(name.text, alone, full))):
            names.add(name.text)
    for name in found:
        if name.kind == "single" and name.strength >= 2:
            names.add_single(name.text)
    known = [(name, who) for name in found if name.kind != "organisation" and (who := names.who(name))]
    mentions = [
        Mention(name.span, name.text, "organisation", entity)
        for name in found
        if name.kind == "organisation" and (entity := fold_organisation(name.text))
    ]
    people = [Mention(name.span, name.text, "person", entity, certainty) for name, (entity, certainty) in known]
    roles = _roles(known, people, document)
    signs = [sign for (name, _), person in zip(known, people, strict=True) if (sign := _sign(name, person, document))]
    full_names: dict[str, str] = {}
    for person in people:
        if len(person.text) > len(full_names.get(person.entity, "")):
            full_names[person.entity] = person.text
    mentions += people
    mentions += [Mention(held.span, held.role.written, "role", held.role.title) for held in roles]
    ordered = (*_apart(m for m in mentions if m.span.field == "text"), *_apart(m for m in mentions if m.span.field != "text"))
    return People(ordered, tuple(roles), tuple(signs), full_names)


def _roles(
    known: Sequence[tuple[Found, tuple[str, float]]], people: Sequence[Mention], document: Document
) -> list[Attachment]:
    """The roles that words before and after names give to the people named."""
    before: list[Attachment] = []
    after: list[Attachment] = []
    places = _Taken(people)
    for (name, _), person in zip(known, people, strict=True):
        if name.title:
            span = places.own_words(name.title, document)
            if span:
                words = document.cut(span)
                role = read_role(words)
                if role.title:
                    before.append(Attachment(person, role, span, "before", past_word(words)))
        text = document.field(name.span.field)
        if text[name.span.end : name.span.end + 1] not in _OPENS:
            continue
        for words_after in roles_after(text, name.span.end):
            span = Span(words_after.start, words_after.end, name.span.field)
            words = document.cut(span)
            role = read_role(words)
            if role.title:
                behind = Span(words_after.end, words_after.behind, name.span.field)
                time = past_word(words) or words_after.time
                after.append(Attachment(person, role, span, words_after.form, time, behind))
    titles = _Taken([Mention(held.span, "", "role", "") for held in before])
    kept = [held for held in after if not titles.holds(held.span) and not places.holds(held.span)]
    return sorted((*before, *kept), key=lambda held: (held.span.field != "text", held.span.start))


_OPENS = (",", " ")


class _Taken:
    """The places of mentions, to ask what lies inside a stretch of text."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.spans = sorted((m.span.field, m.span.start, m.span.end) for m in mentions)

    def within(self, span: Span) -> list[tuple[str, int, int]]:
        """The mentions that overlap a span, in text order."""
        index = max(0, bisect_left(self.spans, (span.field, span.start, 0)) - 1)
        found = []
        while index < len(self.spans) and self.spans[index][:2] < (span.field, span.end):
            field, _, end = self.spans[index]
            if field == span.field and end > span.start:
                found.append(self.spans[index])
            index += 1
        return found

    def holds(self, span: Span) -> bool:
        return bool(self.within(span))

    def own_words(self, title: Span, document: Document) -> Span | None:
        """The title without another person's name before it: "President Obama's chief of staff"; None
        where the name is not an owner's."""
        inside = self.within(title)
        if not inside:
            return title
        end = inside[-1][2]
        text = document.field(title.field)
        if text[end : end + 2] not in ("'s", "’s"):
            return None
        start = end + 3
        return Span(start, title.end, title.field) if start < title.end else None


def _sign(name: Found, person: Mention, document: Document) -> Sign | None:
    """What an honorific before a name tells of its bearer's sex."""
    sex = _HONORIFIC_SEX.get(name.honorific)
    if not sex:
        return None
    start = document.field(name.span.field).rfind(name.honorific, 0, name.span.start)
    span = Span(start, start + len(name.honorific), name.span.field)
    return Sign(person.entity, name.text, sex, span, name.honorific, person.certainty)


def _recurs(text: str, alone: Counter[str], full: Counter[str]) -> bool:
    """Is a doubtful name borne out by its last word standing alone, or by its coming again?"""
    return bool(alone[text.rsplit(None, 1)[-1]] or full[text] > 1)


_HONORIFIC_SEX = {
    word: sex for sex in ("male", "female") for word in around(f"honorific {sex}")
}
_TIME = {
    **dict.fromkeys(("former", "ex", "onetime", "one-time", "erstwhile", "retired", "ousted", "deposed", "disgraced", "previous", "toppled", "ex-"), "former"),
    **dict.fromkeys(("incoming", "next", "future", "elect", "designate", "nominated", "would-be", "prospective"), "future"),
    "then": "then",
    "late": "late",
}  # fmt: skip


def past_word(words: str) -> str:
    """Former, then, late or future where title words take the role out of the present; "" for one held now."""
    for word in words.lower().replace("-", " ").split():
        if word in _TIME:
            return _TIME[word]
    return ""


def _roles(
    known: Sequence[tuple[Found, tuple[str, float]]], people: Sequence[Mention], document: Document
) -> list[Attachment]:
    """The roles that words before and after names give to the people named."""
    before: list[Attachment] = []
    after: list[Attachment] = []
    places = _Taken(people)
    for (name, _), person in zip(known, people, strict=True):
        if name.title:
            span = places.own_words(name.title, document)
            if span:
                words = document.cut(span)
                role = read_role(words)
                if role.title:
                    before.append(Attachment(person, role, span, "before", past_word(words)))
        text = document.field(name.span.field)
        if text[name.span.end : name.span.end + 1] not in _OPENS:
            continue
        for words_after in roles_after(text, name.span.end):
            span = Span(words_after.start, words_after.end, name.span.field)
            words = document.cut(span)
            role = read_role(words)
            if role.title:
                behind = Span(words_after.end, words_after.behind, name.span.field)
                time = past_word(words) or words_after.time
                after.append(Attachment(person, role, span, words_after.form, time, behind))
    titles = _Taken([Mention(held.span, "", "role", "") for held in before])
    kept = [held for held in after if not titles.holds(held.span) and not places.holds(held.span)]
    return sorted((*before, *kept), key=lambda held: (held.span.field != "text", held.span.start))


_OPENS = (",", " ")


class _Taken:
    """The places of mentions, to ask what lies inside a stretch of text."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.spans = sorted((m.span.field, m.span.start, m.span.end) for m in mentions)

    def within(self, span: Span) -> list[tuple[str, int, int]]:
        """The mentions that overlap a span, in text order."""
        index = max(0, bisect_left(self.spans, (span.field, span.start, 0)) - 1)
        found = []
        while index < len(self.spans) and self.spans[index][:2] < (span.field, span.end):
            field, _, end = self.spans[index]
            if field == span.field and end > span.start:
                found.append(self.spans[index])
            index += 1
        return found

    def holds(self, span: Span) -> bool:
        return bool(self.within(span))

    def own_words(self, title: Span, document: Document) -> Span | None:
        """The title without another person's name before it: "President Obama's chief of staff"; None
        where the name is not an owner's."""
        inside = self.within(title)
        if not inside:
            return title
        end = inside[-1][2]
        text = document.field(title.field)
        if text[end : end + 2] not in ("'s", "’s"):
            return None
        start = end + 3
        return Span(start, title.end, title.field) if start < title.end else None


def _sign(name: Found, person: Mention, document: Document) -> Sign | None:
    """What an honorific before a name tells of its bearer's sex."""
    sex = _HONORIFIC_SEX.get(name.honorific)
    if not sex:
        return None
    start = document.field(name.span.field).rfind(name.honorific, 0, name.span.start)
    span = Span(start, start + len(name.honorific), name.span.field)
    return Sign(person.entity, name.text, sex, span, name.honorific, person.certainty)


def _recurs(text: str, alone: Counter[str], full: Counter[str]) -> bool:
    """Is a doubtful name borne out by its last word standing alone, or by its coming again?"""
    return bool(alone[text.rsplit(None, 1)[-1]] or full[text] > 1)


_HONORIFIC_SEX = {
    word: sex for sex in ("male", "female") for word in around(f"honorific {sex}")
}
_PAST = {"former": "former", "ex": "former", "onetime": "former", "one-time": "former", "erstwhile": "former", "retired": "former", "then": "then", "late": "late"}  # fmt: skip


def past_word(words: str) -> str:
    """Former, then or late where title words put the role in the past; "" for a role held now."""
    for word in words.lower().replace("ex-", "ex ").replace("then-", "then ").split()[:4]:
        if word in _PAST:
            return _PAST[word]
    return ""


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of one field in text order, without overlaps: a person wins over the words around."""
    kept: list[Mention] = []
    end = -1
    for mention in sorted(mentions):
        if mention.span.start < end:
            if mention.kind == "person" and kept[-1].kind != "person":
                kept[-1] = mention
                end = mention.span.end
            continue
        kept.append(mention)
        end = mention.span.end
    return kept


class _Names:
    """The people of one story by full slug, and what a single word of a name may stand for."""

    def __init__(self) -> None:
        self.full: dict[str, None] = {}
        self.by_surname: dict[str, dict[str, None]] = defaultdict(dict)
        self.by_given: dict[str, dict[str, None]] = defaultdict(dict)
        self.singles: set[str] = set()

    def add(self, text: str) -> None:
        slug = person_slug(text)
        if not slug or slug in self.full:
            return
        self.full[slug] = None
        parts = slug.split("-")
        words = text.split()
        family_first = words[0] in around("family first")
        surname, given = (parts[0], parts[-1]) if family_first else (parts[-1], parts[0])
        self.by_surname[surname][slug] = None
        self.by_given[given][slug] = None
        for particle_start in range(1, len(parts) - 1):
            self.by_surname["-".join(parts[particle_start:])][slug] = None

    def add_single(self, text: str) -> None:
        self.singles.add(person_slug(text))

    def who(self, name: Found) -> tuple[str, float] | None:
        """Entity and certainty of a name; None where it is no person."""
        slug = person_slug(name.text)
        if not slug:
            return None
        if name.kind == "full":
            if name.strength >= 2 or slug in self.full:
                return slug, 1.0
            return None
        fits = self.by_surname.get(slug)
        if fits:
            if len(fits) == 1:
                return next(iter(fits)), 1.0
            return slug, 0.5
        fits = self.by_given.get(slug)
        if fits:
            if len(fits) == 1:
                return next(iter(fits)), 0.9
            return slug, 0.5
        if name.strength >= 2 or slug in self.singles:
            return slug, 0.6
        return None


