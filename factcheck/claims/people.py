"""People to claims: their names as written, the roles that a story gives them, and words that tell their sex.

A claim of a person who is known for sure carries the key "person:<slug>" and meets other
stories; an uncertain one stays in its story under "person:<document>/<slug>".
"""

from __future__ import annotations

from bisect import bisect_right

from factcheck.claims.tenure import Clock, role_time
from factcheck.model import Analysis, Claim, Interval, Role, Span
from factcheck.people import may_be_known, office_key
from factcheck.spelling import name_blocks

_ALWAYS = Interval(None, None)
_SENTENCE = 200


def people_claims(analysis: Analysis) -> list[Claim]:
    """Name, role and sex claims of one story, each family in text order."""
    maker = _Maker(analysis)
    return [*maker.names(), *maker.roles(), *maker.sexes()]


class _Maker:
    """What all claims of one story share."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.dated = analysis.dateline.date if analysis.dateline else None
        self.full_names = analysis.people.names
        self.sentences: dict[Span, str] = {}
        self.known = "person:"
        self.local = f"person:{self.document.id}/"
        self.high = {person[3] for person, role, *_ in analysis.people.roles if person[4] >= 0.9 and may_be_known(role)}

    def names(self) -> list[Claim]:
        """One claim for each way in which a person's name is written, at its first place."""
        found: list[Claim] = []
        seen: set[tuple[str, str]] = set()
        for mention in self.analysis.people.mentions:
            span, text, kind, entity, certainty = mention
            if kind != "person" or (text, entity) in seen:
                continue
            seen.add((text, entity))
            key = self.person_key(entity, certainty)
            keys = (key,) if text.isalpha() else (key, *name_blocks(text))  # a single word has no blocks
            if entity in self.high and len(keys) > 1:
                keys += self.at_home(text)
            found.append(self.claim(span, text, entity, text, keys, "name", text, _ALWAYS, None))
        return found

    def roles(self) -> list[Claim]:
        roles = self.analysis.people.roles
        if not roles:
            return []
        clock = Clock(self.analysis)
        found: list[Claim] = []
        for held in roles:
            (_, name, _, entity, certainty), role, span, *_ = held
            when, possible, certain = role_time(held, clock)
            office = office_key(role) if certainty >= 0.9 else ""
            key = self.person_key(entity, certainty)
            text = self.document.cut(span)
            value = role._replace(when=when) if when else role
            keys: tuple[str, ...] = (key, office) if office else (key,)
            if certain is not None and entity in self.high and may_be_known(role):
                keys += self.at_home(self.full_names.get(entity, name))
            found.append(self.claim(span, text, entity, name, keys, "role", value, possible, certain))
        return found

    def sexes(self) -> list[Claim]:
        return [
            self.claim(span, text, entity, text, (self.person_key(entity, certainty),), "sex", sex, _ALWAYS, None)
            for entity, _, sex, span, text, certainty in self.analysis.people.signs
        ]

    def at_home(self, name: str) -> tuple[str, ...]:
        """Keys under which a name and a high office of one story meet the known names nearly like it."""
        return tuple([f"name:{self.document.id}/{block[5:]}" for block in name_blocks(name)])

    def person_key(self, entity: str, certainty: float) -> str:
        return (self.known if certainty >= 0.9 and "-" in entity else self.local) + entity

    def claim(
        self,
        span: Span,
        text: str,
        entity: str,
        name: str,
        keys: tuple[str, ...],
        attribute: str,
        value: Role | str,
        possible: Interval,
        certain: Interval | None,
    ) -> Claim:
        """The claim that `text` at a span makes of an entity; `name` is its name there."""
        start, _, field = span
        layout = self.analysis.title_layout if field == "title" else self.analysis.layout
        sentences, quotations, after = layout.sentences, layout.quotations, (start + 1,)
        index = bisect_right(sentences, after) - 1
        sentence = sentences[index] if index >= 0 and start < sentences[index][1] else span
        cut = self.sentences.get(sentence)
        index = bisect_right(quotations, after) - 1
        return _new(
            Claim,
            (
                self.document.id,
                entity,
                self.full_names.get(entity, name),
                keys,
                attribute,
                value,
                possible,
                certain,
                span,
                text,
                "quoted" if index >= 0 and start < quotations[index][1] else "asserted",
                cut if cut is not None else self.sentence(start, sentence),
                self.dated,
                "story",
                "",
            ),
        )

    def sentence(self, start: int, whole: Span) -> str:
        """The words of a sentence, cut to a readable length around a position of it."""
        begin, end, field = whole
        text = self.document.field(field)
        if end - begin > _SENTENCE:
            begin = max(begin, min(start - 60, end - _SENTENCE))
            return text[begin : min(end, begin + _SENTENCE)]
        found = self.sentences[whole] = text[begin:end]
        return found


_new = tuple.__new__
