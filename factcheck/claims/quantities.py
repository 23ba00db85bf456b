"""Quantities as claims: what a story counts, weighs, costs and shares, each under the noun it counts.

The key of a count is "count:<document>/<noun>", its noun in the singular; a toll has a second key,
"count:<document>/killed". Both sides of a conflict stand in one story, so no key leaves it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.model import Analysis, Claim, Interval, Span
from factcheck.quantities import Number, find_numbers

_ALWAYS = Interval(None, None)
_SINGULARS = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "dead": "person"}
_SENTENCE_LENGTH = 200


def quantity_claims(analysis: Analysis) -> Iterator[Claim]:
    """One claim for each quantity of a story, headline first, page furniture left out."""
    for name in ("title", "text"):
        if analysis.document.field(name):
            yield from _claims_of(analysis, name)


def _claims_of(analysis: Analysis, name: str) -> Iterator[Claim]:
    document = analysis.document
    text = document.field(name)
    layout = analysis.layout_of(name)
    taken = [(t.span.start, t.span.end) for t in analysis.times if t.span.field == name]
    dated = analysis.dateline.date if analysis.dateline else None
    prefix = f"count:{document.id}/"
    sentences, quotations, furniture = layout.sentences, layout.quotations, layout.furniture
    at, last, cut, words = 0, len(sentences) - 1, -1, ""
    quotation, furnished = 0, 0
    new = tuple.__new__  # half the cost of the constructors, and a story has many numbers
    for number in find_numbers(text, taken):
        start, end, _, noun_end, _, quantity, toll = number
        while furnished < len(furniture) and furniture[furnished].end <= start:
            furnished += 1
        if furnished < len(furniture) and furniture[furnished].start <= start:
            continue
        while quotation < len(quotations) and quotations[quotation].end <= start:
            quotation += 1
        while at < last and sentences[at].end <= start:
            at += 1
        if cut != at:  # the numbers of one sentence share its words
            cut, words = at, _cut_short(text, sentences[at]) if sentences else ""
        noun = key_noun(number)
        keys = (prefix + noun, prefix + toll) if toll and noun else (prefix + (noun or toll),)
        yield new(
            Claim,
            (
                document.id,
                noun or toll,
                quantity.noun or toll or quantity.unit,
                keys,
                "quantity",
                quantity,
                _ALWAYS,
                None,
                new(Span, (start, end, name)),
                text[start:noun_end],
                "quoted" if quotation < len(quotations) and quotations[quotation].start <= start else "asserted",
                words,
                dated,
                "story",
                "",
            ),
        )


def _cut_short(text: str, sentence: Span) -> str:
    return text[sentence.start : min(sentence.end, sentence.start + _SENTENCE_LENGTH)]


def key_noun(number: Number) -> str:
    """What a number counts as a key: the last noun in the singular, its unit, or both."""
    quantity = number.quantity
    head = singular(quantity.noun.rpartition(" ")[2]) if quantity.noun else ""
    if not quantity.unit:
        return head
    return f"{quantity.unit} {head}" if head and quantity.unit == "%" else quantity.unit


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """A plural noun in the singular, good enough for a key."""
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
