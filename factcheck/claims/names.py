"""Organisations to claims: how a story writes their names, so that stories can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Analysis, Claim, Interval
from factcheck.spelling import name_blocks

_ALWAYS = Interval(None, None)
_SENTENCE = 200


def organisation_names(analysis: Analysis) -> Iterator[Claim]:
    """A name claim for each written form of an organisation's name of two words and more, in text order."""
    document = analysis.document
    dated = analysis.dateline.date if analysis.dateline else None
    seen = set()
    for mention in analysis.mentions:
        if mention.kind != "organisation" or mention.text in seen:
            continue
        seen.add(mention.text)
        keys = name_blocks(mention.text)
        if keys:
            yield Claim(
                document.id,
                mention.entity,
                mention.text,
                keys,
                "name",
                mention.text,
                _ALWAYS,
                None,
                mention.span,
                mention.text,
                sentence=document.cut(analysis.sentence(mention.span))[:_SENTENCE],
                dated=dated,
            )
