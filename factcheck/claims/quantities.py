"""Quantities as claims: what a story counts, weighs, costs and shares, each under the noun it counts.

The key of a count is "count:<document>/<noun>", its noun in the singular; a toll has a second key,
"count:<document>/killed". Both sides of a conflict stand in one story, so no key leaves it.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.model import Analysis, Claim, Interval, Span
from factcheck.quantities import find_numbers
from factcheck.scan import scan

_ALWAYS = Interval(None, None)
_SINGULARS = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "dead": "person"}
_SENTENCE_LENGTH = 200
_NOWHERE = Span(0, 0)


def quantity_claims(analysis: Analysis) -> list[Claim]:
    """One claim for each quantity of a story, headline first, page furniture left out."""
    claims = _claims_of(analysis, "title") if analysis.document.title else []
    return claims + _claims_of(analysis, "text")


def _claims_of(analysis: Analysis, name: str) -> list[Claim]:
    document = analysis.document
    text = document.field(name)
    if not scan(text).numbers:
        return []
    layout = analysis.layout_of(name)
    taken = [span for time in analysis.times if (span := time.span).field == name]
    dated = analysis.dateline.date if analysis.dateline else None
    prefix = f"count:{document.id}/"
    story = document.id
    sentences, quotations, furniture = layout.sentences, layout.quotations, layout.furniture
    sentence, last, cut, words = 0, len(sentences) - 1, -1, ""
    quotation, furnished = 0, 0
    new = tuple.__new__  # half the cost of the constructors, and a story has many numbers
    found: list[Claim] = []
    for number in find_numbers(text, taken):
        start, end, _, noun_end, _, quantity, toll = number
        _, _, unit, counted, _ = quantity
        while furnished < len(furniture) and furniture[furnished][1] <= start:
            furnished += 1
        if furnished < len(furniture) and furniture[furnished][0] <= start:
            continue
        while quotation < len(quotations) and quotations[quotation][1] <= start:
            quotation += 1
        stance = "quoted" if quotation < len(quotations) and quotations[quotation][0] <= start else "asserted"
        while sentence < last and sentences[sentence][1] <= start:
            sentence += 1
        if cut != sentence:  # the numbers of one sentence share its words
            cut = sentence
            first, end_of_it, _ = sentences[sentence] if sentences else _NOWHERE
            words = text[first : min(end_of_it, first + _SENTENCE_LENGTH)]
        noun = key_noun(unit, counted)
        keys = (prefix + noun, prefix + toll) if toll and noun else (prefix + (noun or toll),)
        span, what = new(Span, (start, end, name)), counted or toll or unit
        # fmt: off
        found.append(new(Claim, (
            story, noun or toll, what, keys, "quantity", quantity, _ALWAYS, None, span, text[start:noun_end],
            stance, words, dated, "story", "",
        )))
        # fmt: on
    return found


@lru_cache(maxsize=4096)
def key_noun(unit: str, noun: str) -> str:
    """What a number counts as a key: the last noun in the singular, its unit, or both."""
    head = singular(noun.rpartition(" ")[2]) if noun else ""
    if not unit:
        return head
    return f"{unit} {head}" if head and unit == "%" else unit


def singular(noun: str) -> str:
    """A plural noun in the singular, good enough for a key."""
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
