"""People to claims: their names as written, the roles that a story gives them, and words that tell their sex.

A claim of a person who is known for sure carries the key "person:<slug>" and meets other
stories; an uncertain one stays in its story under "person:<document>/<slug>".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from factcheck.claims.tenure import Clock, role_time
from factcheck.model import Analysis, Claim, Interval, Mention, Role, Span
from factcheck.people import office_key
from factcheck.spelling import name_blocks

_ALWAYS = Interval(None, None)
_SENTENCE = 200


def people_claims(analysis: Analysis) -> Iterable[Claim]:
    """Name, role and sex claims of one story, each family in text order."""
    maker = _Maker(analysis)
    yield from maker.names()
    yield from maker.roles()
    yield from maker.sexes()


class _Maker:
    """What all claims of one story share."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.dated = analysis.dateline.date if analysis.dateline else None
        self.layouts = {"text": analysis.layout, "title": analysis.title_layout}
        self.full_names = analysis.people.names
        self.sentences: dict[Span, str] = {}

    def names(self) -> Iterator[Claim]:
        """One claim for each way in which a person's name is written, at its first place."""
        seen = set()
        for mention in self.analysis.mentions:
            if mention.kind == "person":
                written = mention.text, mention.entity
                if written not in seen:
                    seen.add(written)
                    keys = (self.person_key(mention), *name_blocks(mention.text))
                    yield self.claim(mention, keys, "name", mention.text, _ALWAYS, None)

    def roles(self) -> Iterator[Claim]:
        roles = self.analysis.people.roles
        if not roles:
            return
        clock = Clock(self.analysis)
        for held in roles:
            when, possible, certain = role_time(held, clock)
            office = office_key(held.role) if held.person.certainty >= 0.9 else ""
            keys = (self.person_key(held.person), *((office,) if office else ()))
            yield self.claim(held.person, keys, "role", held.role._replace(when=when), possible, certain, held.span)

    def sexes(self) -> Iterator[Claim]:
        for sign in self.analysis.people.signs:
            mention = Mention(sign.span, sign.text, "person", sign.entity, sign.certainty)
            yield self.claim(mention, (self.person_key(mention),), "sex", sign.sex, _ALWAYS, None)

    def person_key(self, mention: Mention) -> str:
        if mention.certainty >= 0.9 and "-" in mention.entity:
            return f"person:{mention.entity}"
        return f"person:{self.document.id}/{mention.entity}"

    def claim(
        self,
        mention: Mention,
        keys: tuple[str, ...],
        attribute: str,
        value: Role | str,
        possible: Interval,
        certain: Interval | None,
        span: Span | None = None,
    ) -> Claim:
        if span is None:
            span, text = mention.span, mention.text
        else:
            text = self.document.cut(span)
        start, _, field = span
        layout = self.layouts[field]
        sentences = layout.sentences
        index = bisect_right(sentences, (start + 1,)) - 1
        sentence = sentences[index] if index >= 0 and start < sentences[index].end else span
        cut = self.sentences.get(sentence)
        return _new(
            Claim,
            (
                self.document.id,
                mention.entity,
                self.full_names.get(mention.entity, mention.text),
                keys,
                attribute,
                value,
                possible,
                certain,
                span,
                text,
                "quoted" if layout.quotations and layout.is_quoted(start) else "asserted",
                cut if cut is not None else self.sentence(start, sentence),
                self.dated,
                "story",
                "",
            ),
        )

    def sentence(self, start: int, whole: Span) -> str:
        """The words of a sentence, cut to a readable length around a position of it."""
        begin, end, field = whole
        if end - begin > _SENTENCE:
            begin = max(begin, min(start - 60, end - _SENTENCE))
            return self.document.field(field)[begin : min(end, begin + _SENTENCE)]
        found = self.sentences[whole] = self.document.field(field)[begin:end]
        return found


_new = tuple.__new__
