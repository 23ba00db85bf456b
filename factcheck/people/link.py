"""Names as found to people: one entity for each, full names first, then surnames that fit just one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

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
    names: list[Found] = []
    people: list[Mention] = []
    others: list[Mention] = []
    for name in found:
        if name.kind == "organisation":
            entity = fold_organisation(name.text)
            if entity:
                others.append(Mention(name.span, name.text, "organisation", entity))
            continue
        who = story.who(name)
        if who is not None:
            names.append(name)
            people.append(Mention(name.span, name.text, "person", *who))
    roles = roles_of(names, people, document, rolls)
    signs = signs_of(names, people, roles, document)
    full_names: dict[str, str] = {}
    for person in people:
        if len(person.text) > len(full_names.get(person.entity, "")):
            full_names[person.entity] = person.text
    others += people
    others += [Mention(held.span, held.role.written, "role", held.role.title) for held in roles]
    in_text = _apart(mention for mention in others if mention.span.field == "text")
    in_title = _apart(mention for mention in others if mention.span.field != "text")
    return People((*in_text, *in_title), roles, signs, full_names)


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

    def __init__(self, found: Sequence[Found], rolls: Sequence[Line]) -> None:
        self.full: dict[str, None] = {}
        self.by_surname: dict[str, dict[str, None]] = defaultdict(dict)
        self.by_given: dict[str, dict[str, None]] = defaultdict(dict)
        self.singles: set[str] = set()
        self.titled = {person_slug(name.text) for name in found if name.kind == "full" and name.title}
        alone = Counter(name.text for name in found if name.kind == "single")
        full = Counter(name.text for name in found if name.kind == "full")
        for name in found:
            if name.kind == "full" and (
                name.strength >= 2
                or _recurs(name.text, alone, full)
                or (rolls and name.span.field == "text" and line_at(rolls, name.span.start))
            ):
                self.add(name.text)
            elif name.kind == "single" and name.strength >= 2:
                self.singles.add(person_slug(name.text))

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
        if name.title and name.last_title in around("title with a given name"):
            return f"{name.last_title}-{slug}", 0.6  # "King Hussein" is nobody's surname
        for fits, certainty in ((self.by_surname.get(slug), 1.0), (self.by_given.get(slug), 0.9)):
            if fits:
                if len(fits) > 1 and name.title:
                    fits = {one: None for one in fits if one in self.titled} or fits
                return (next(iter(fits)), certainty) if len(fits) == 1 else (slug, 0.5)
        if name.strength >= 2 or slug in self.singles:
            return slug, 0.6
        return None


def _recurs(text: str, alone: Counter[str], full: Counter[str]) -> bool:
    """Is a doubtful name borne out by its last word standing alone, or by its coming again?"""
    return bool(alone[text.rsplit(None, 1)[-1]] or full[text] > 1)
