"""Names as found to people: one entity for each, full names first, then surnames that fit just one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from factcheck.model import Document, Mention, People
from factcheck.people.find import Found
from factcheck.people.fold import person_slug
from factcheck.people.holders import roles_of
from factcheck.people.lexicon import around
from factcheck.people.rolls import Line, find_rolls, line_at
from factcheck.people.signs import signs_of
from factcheck.people.wording import fold_organisation


def link(found: Sequence[Found], document: Document) -> People:
    """The mentions of a story, each with its entity, and the roles and signs that the text gives to people."""
    rolls = find_rolls(document.text, "text")
    story = _Names(found, rolls)
    who_is = story.who
    names: list[Found] = []
    people: list[Mention] = []
    others: list[Mention] = []
    for name in found:
        span, written, kind, *_ = name
        if kind == "organisation":
            entity = fold_organisation(written)
            if entity:
                others.append(_new(Mention, (span, written, "organisation", entity, 1.0)))
            continue
        who = who_is(name)
        if who:
            names.append(name)
            people.append(_new(Mention, (span, written, "person", *who)))
    roles = roles_of(names, people, document, rolls)
    signs = signs_of(names, people, roles, document)
    full_names: dict[str, str] = {}
    for _, written, _, entity, _ in people:
        if len(written) > len(full_names.get(entity, "")):
            full_names[entity] = written
    others += people
    others += [_new(Mention, (held.span, held.role.written, "role", held.role.title, 1.0)) for held in roles]
    others.sort()
    return People((*_apart(others, "text"), *_apart(others, "title")), roles, signs, full_names)


def _apart(mentions: Sequence[Mention], field: str) -> list[Mention]:
    """The mentions of one field in text order, without overlaps: a person wins over the words around."""
    kept: list[Mention] = []
    last = -1
    for mention in mentions:
        (start, end, where), _, kind, *_ = mention
        if where != field:
            continue
        if start >= last:
            kept.append(mention)
            last = end
        elif kind == "person" and kept[-1].kind != "person":
            kept[-1] = mention
            last = end
    return kept


_new = tuple.__new__


class _Names:
    """The people of one story by full slug, and what a single word of a name may stand for."""

    def __init__(self, found: Sequence[Found], rolls: Sequence[Line]) -> None:
        self.full: dict[str, None] = {}
        self.by_surname: dict[str, dict[str, None]] = defaultdict(dict)
        self.by_given: dict[str, dict[str, None]] = defaultdict(dict)
        self.singles: set[str] = set()
        self.titled: set[str] = set()
        singles: list[str] = []
        fulls: list[Found] = []
        for name in found:
            if name.kind == "single":
                singles.append(name.text)
                if name.strength >= 2:
                    self.singles.add(person_slug(name.text))
            elif name.kind == "full":
                fulls.append(name)
                if name.title:
                    self.titled.add(person_slug(name.text))
        alone = frozenset(singles)
        times = Counter([name.text for name in fulls])
        for name in fulls:
            text = name.text
            if (
                name.strength >= 2
                or times[text] > 1
                or text.rsplit(None, 1)[-1] in alone  # a doubtful name is borne out by its last word standing alone
                or (rolls and name.span.field == "text" and line_at(rolls, name.span.start))
            ):
                self.add(text)

    def add(self, text: str) -> None:
        slug = person_slug(text)
        if not slug or slug in self.full:
            return
        self.full[slug] = None
        parts = slug.split("-")
        family_first = text.split(None, 1)[0] in around("family first")
        surname, given = (parts[0], parts[-1]) if family_first else (parts[-1], parts[0])
        self.by_surname[surname][slug] = None
        self.by_given[given][slug] = None
        for start in range(1, len(parts) - 1):  # "von der Leyen", "Bin Laden", "Garcia Lopez"
            self.by_surname["-".join(parts[start:])][slug] = None

    def who(self, name: Found) -> tuple[str, float] | None:
        """Entity and certainty of a name; None where it is no person."""
        slug = person_slug(name.text)
        if not slug:
            return None
        if name.kind == "full":
            return (slug, 1.0) if slug in self.full else None
        title = name.title
        if title and name.last_title in around("title with a given name"):
            return f"{name.last_title}-{slug}", 0.6  # "King Hussein" is nobody's surname
        certainty = 1.0
        fits = self.by_surname.get(slug)
        if not fits:
            certainty = 0.9
            fits = self.by_given.get(slug)
        if fits:
            if len(fits) > 1 and title:
                fits = {one: None for one in fits if one in self.titled} or fits
            return (next(iter(fits)), certainty) if len(fits) == 1 else (slug, 0.5)
        if name.strength >= 2 or slug in self.singles:
            return slug, 0.6
        return None
