"""People to claims: their names as written, the roles that a story gives them, and words that tell their sex.

A claim of a person who is known for sure carries the key "person:<slug>" and meets other
stories; an uncertain one stays in its story under "person:<document>/<slug>".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.claims.tenure import Clock, role_time
from factcheck.model import Analysis, Claim, Interval, Mention, Span
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
        self.sentences: dict[tuple[str, int], str] = {}

    def names(self) -> Iterator[Claim]:
        """One claim for each way in which a person's name is written, at its first place."""
        seen = set()
        for mention in self.analysis.mentions:
            if mention.kind == "person" and (mention.text, mention.entity) not in seen:
                seen.add((mention.text, mention.entity))
                keys = (self.person_key(mention), *name_blocks(mention.text))
                yield self.claim(mention, keys, "name", mention.text, _ALWAYS, None)

    def roles(self) -> Iterator[Claim]:
        clock = Clock(self.analysis)
        for held in self.analysis.people.roles:
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
        value: object,
        possible: Interval,
        certain: Interval | None,
        span: Span | None = None,
    ) -> Claim:
        span = span or mention.span
        return Claim(
            self.document.id,
            mention.entity,
            self.analysis.people.names.get(mention.entity, mention.text),
            keys,
            attribute,
            value,  # type: ignore[arg-type]
            possible,
            certain,
            span,
            self.document.cut(span),
            "quoted" if self.analysis.is_quoted(span) else "asserted",
            self.sentence(span),
            self.dated,
        )

    def sentence(self, span: Span) -> str:
        """The sentence around a span, cut to a readable length around it."""
        whole = self.analysis.sentence(span)
        key = (whole.field, whole.start)
        if whole.end - whole.start <= _SENTENCE:
            if key not in self.sentences:
                self.sentences[key] = self.document.cut(whole)
            return self.sentences[key]
        start = max(whole.start, min(span.start - 60, whole.end - _SENTENCE))
        return self.document.cut(Span(start, min(whole.end, start + _SENTENCE), span.field))
