"""Names as found to people: one entity for each, full names first, then surnames that fit just one."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Document, Mention, People
from factcheck.people.find import Found
from factcheck.people.fold import SLUGS
from factcheck.people.holders import roles_of
from factcheck.people.lexicon import around
from factcheck.people.rolls import Line, find_rolls, line_at
from factcheck.people.signs import signs_of


def link(found: Sequence[Found], organisations: Sequence[Mention], document: Document) -> People:
    """The mentions of a story, each with its entity, and the roles and signs that the text gives to people."""
    rolls = find_rolls(document.text, "text")
    who_is = _Names(found, rolls).who
    names: list[Found] = []
    people: list[Mention] = []
    full_names: dict[str, str] = {}
    for name in found:
        who = who_is(name)
        if who:
            span, written, *_ = name
            entity, certainty = who
            names.append(name)
            people.append(_new(Mention, (span, written, "person", entity, certainty)))
            if entity not in full_names or len(written) > len(full_names[entity]):
                full_names[entity] = written
    roles = roles_of(names, people, document, rolls)
    signs = signs_of(names, people, roles, document)
    mentions = [*organisations, *people]
    mentions += [_new(Mention, (held.span, held.role.written, "role", held.role.title, 1.0)) for held in roles]
    mentions.sort()
    return People(_apart(mentions), roles, signs, full_names)


def _apart(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of both fields, text first, without overlaps: a person wins over the words around."""
    in_text: list[Mention] = []
    in_title: list[Mention] = []
    text_end = title_end = -1
    for mention in mentions:
        (start, end, where), _, kind, *_ = mention
        if where == "text":
            kept, last = in_text, text_end
        else:
            kept, last = in_title, title_end
        if start >= last:
            kept.append(mention)
        elif kind == "person" and kept[-1].kind != "person":
            kept[-1] = mention
        else:
            continue
        if where == "text":
            text_end = end
        else:
            title_end = end
    return (*in_text, *in_title)


_new = tuple.__new__


class _Names:
    """The people of one story by full slug, and what a single word of a name may stand for."""

    def __init__(self, found: Sequence[Found], rolls: Sequence[Line]) -> None:
        self.full: set[str] = set()
        self.by_surname: dict[str, list[str]] = {}
        self.by_given: dict[str, list[str]] = {}
        self.singles: set[str] = set()
        self.titled: set[str] = set()
        alone: set[str] = set()
        fulls: list[Found] = []
        times: dict[str, int] = {}
        for name in found:
            _, text, kind, strength, title, _, _ = name
            if kind == "single":
                alone.add(text)
                if strength >= 2:
                    self.singles.add(SLUGS[text])
            else:
                fulls.append(name)
                times[text] = times.get(text, 0) + 1
                if title:
                    self.titled.add(SLUGS[text])
        for (start, _, where), text, _, strength, _, _, _ in fulls:
            if (
                strength >= 2
                or times[text] > 1
                or text.rsplit(None, 1)[-1] in alone  # a doubtful name is borne out by its last word standing alone
                or (rolls and where == "text" and line_at(rolls, start))
            ):
                slug = SLUGS[text]
                if slug and slug not in self.full:
                    self.add(slug, text)

    def add(self, slug: str, text: str) -> None:
        self.full.add(slug)
        parts = slug.split("-")
        family_first = text.split(None, 1)[0] in around("family first")
        surname, given = (parts[0], parts[-1]) if family_first else (parts[-1], parts[0])
        self.by_surname.setdefault(surname, []).append(slug)
        self.by_given.setdefault(given, []).append(slug)
        for start in range(1, len(parts) - 1):  # "von der Leyen", "Bin Laden", "Garcia Lopez"
            self.by_surname.setdefault("-".join(parts[start:]), []).append(slug)

    def who(self, name: Found) -> tuple[str, float] | None:
        """Entity and certainty of a name; None where it is no person."""
        _, text, kind, strength, title, _, _ = name
        slug = SLUGS[text]
        if kind == "full":
            return (slug, 1.0) if slug in self.full else None
        if not slug:
            return None
        if title and name.last_title in around("title with a given name"):
            return f"{name.last_title}-{slug}", 0.6  # "King Hussein" is nobody's surname
        certainty = 1.0
        fits = self.by_surname.get(slug)
        if not fits:
            certainty = 0.9
            fits = self.by_given.get(slug)
        if fits:
            if len(fits) > 1 and title:
                fits = [one for one in fits if one in self.titled] or fits
            return (fits[0], certainty) if len(fits) == 1 else (slug, 0.5)
        return (slug, 0.6) if strength >= 2 or slug in self.singles else None
