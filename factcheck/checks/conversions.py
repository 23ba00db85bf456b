"""NUM005: two measures of one thing that do not come to the same: "10 miles (25 km)".

Reads the quantity claims of a story; a pair is a measure and the one in brackets, after "or" or
after a slash right behind it, both of one kind (length with length). The second is right when it
lies between what the roundest readings of the first come to.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Analysis, Claim, Finding, Fix, Quantity, Related, Rule, Span
from factcheck.patterns import Pattern
from factcheck.units import BY_NAME, OTHER_SIZES, Unit, from_base, to_base

_JOIN = Pattern(
    r"(?P<noun>(?: [a-z]+){0,2}?) ?(?:[(\[]|, ?or |; ?or |,? or |/|, ?(?=about |around |roughly )|, )"
    r"(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|just over|just under"
    r"|more than|over|or|equal to|c\.|~)?[ ~]?"
)
_AGAINST = Pattern(r"\b(?:not|wrong\w*|mistak\w*|error|instead|misstat\w*|confus\w*|rather than)\b")
_COMPOUND = Pattern(r"\s?[0-9]+(?:\.[0-9]+)?\s?(?:inch(?:es)?|in\b|oz\b|ounces?|lbs?\b)|[ -](?:and a )?half\b")
_SMALL_UNITS = {"ft": "in", "st": "lb", "lb": "oz", "m": "cm", "kg": "g", "km": "m", "mi": "ft"}


def conversion_mismatch(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """A finding for each conversion of the story that is off by more than rounding."""
    measures = [
        claim
        for claim in analysis.claims
        if claim.attribute == "quantity" and isinstance(claim.value, Quantity) and claim.value.unit
    ]
    for first, second in pairwise(measures):
        _, end, field = first.span
        start, _, other = second.span
        if 0 <= start - end <= 30 and field == other:
            yield from _compare(analysis, rule, first, second)


def _compare(analysis: Analysis, rule: Rule, first: Claim, second: Claim) -> Iterator[Finding]:
    assert isinstance(first.value, Quantity) and isinstance(second.value, Quantity)
    ours, theirs = _units(first.value.unit), _units(second.value.unit)
    if not ours or not theirs or first.value.unit == second.value.unit or ours[0].measure != theirs[0].measure:
        return
    text = analysis.document.field(first.span.field)
    between = text[first.span.end : second.span.start]
    if not _JOIN.fullmatch(between) or _is_compound(text, first, second):
        return
    if between.startswith(", ") and text[second.span.end : second.span.end + 1] not in ",.;)":
        return
    sentence = analysis.sentence(first.span)
    if _AGAINST.search(text[max(sentence.start, first.span.start - 60) : min(sentence.end, second.span.end + 60)]):
        return
    low, high = _ends(first, text)
    other_low, other_high = _ends(second, text)
    if any(_meets((low, high), one, (other_low, other_high), other) for one in ours for other in theirs):
        return
    value = from_base(to_base(_middle(first, text), ours[0]), theirs[0])
    back = from_base(to_base(_middle(second, text), theirs[0]), ours[0])
    fixes = (
        _fix(text, second, _rounded(value, _middle(second, text))),
        _fix(text, first, _rounded(back, _middle(first, text))),
    )
    yield rule.at(
        analysis.document.id,
        second.span,
        fixes=fixes,
        related=(Related(analysis.document.id, first.span, "the same measure", first.text),),
        first=text[first.span.start : first.span.end],
        second=text[second.span.start : second.span.end],
        right=f"{_rounded(value, _middle(second, text))} {second.value.unit}",
    )


def _units(name: str) -> tuple[Unit, ...]:
    """Every size that a unit's name may have; "pound" is read as weight."""
    if name == "ton":
        return OTHER_SIZES["ton"]
    if name == "pound":
        name = "lb"
    unit = BY_NAME.get(name)
    return (unit, *OTHER_SIZES.get(name, ())) if unit else ()


def _is_compound(text: str, first: Claim, second: Claim) -> bool:
    """True where a smaller unit goes on: "6 ft 2 in", "five and a half miles"."""
    assert isinstance(first.value, Quantity) and isinstance(second.value, Quantity)
    if _SMALL_UNITS.get(first.value.unit) == second.value.unit:
        return True
    if re.search(
        r"[0-9]\s?(?:ft|feet|foot|st|lbs?|pounds?|stone|m|miles?)[ ,]*$",
        text[max(0, first.span.start - 9) : first.span.start],
    ):
        return True
    return bool(_COMPOUND.match(text, first.span.end) or _COMPOUND.match(text, second.span.end))


def _middle(claim: Claim, text: str) -> float:
    """The number of a claim without its hedge: its own figure, the middle of a range."""
    assert isinstance(claim.value, Quantity)
    figures = re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", text[claim.span.start : claim.span.end])
    if len(figures) == 1 and claim.value.low != claim.value.high:
        value = float(figures[0].replace(",", ""))
        ends = [end for end in (claim.value.low, claim.value.high) if 0 < end < math.inf]
        for scale in (1.0, 100.0, 1e3, 1e5, 1e6, 1e7, 1e9, 1e12):
            if any(abs(value * scale / end - 1) < 0.2 for end in ends):
                return value * scale
    low, high = claim.value.low, claim.value.high
    if math.isinf(high):
        return low
    return high if low == 0 else (low + high) / 2


def _ends(claim: Claim, text: str) -> tuple[float, float]:
    """The range a writer may have rounded to a number: half a unit of its last digit that is no zero."""
    assert isinstance(claim.value, Quantity)
    value = _middle(claim, text)
    low, high = claim.value.low, claim.value.high
    slack = _rounding(value)
    if math.isinf(high) or low == 0:
        low = high = value
        slack = max(slack, value * 0.06)
    return min(low, value) - slack, max(high, value) + slack


def _rounding(value: float) -> float:
    """How far a number may lie from what it was rounded from: "1,000" 5 %, "25" a half and a little more."""
    value = abs(value)
    if value == 0:
        return 0.5
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return 0.6 * 10.0 ** -len(digits.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0"))
    return max(0.6, min(0.55 * 10.0**zeros, value * 0.06))


def _meets(ends: tuple[float, float], unit: Unit, others: tuple[float, float], other: Unit) -> bool:
    if unit.measure != other.measure:
        return False
    low, high = to_base(ends[0], unit), to_base(ends[1], unit)
    other_low, other_high = to_base(others[0], other), to_base(others[1], other)
    if unit.measure == "temperature":  # "warmer by 2 °C (3.6 °F)" is a difference, without the offset
        return (low <= other_high and other_low <= high) or _meets(
            ends, Unit(unit.name, "difference", unit.factor), others, Unit(other.name, "difference", other.factor)
        )
    slack = 0.01 * abs(high)
    return low - slack <= other_high and other_low <= high + slack


def _rounded(value: float, like: float) -> str:
    """A number written as roundly as another: 16.09 beside 25 is "16"."""
    digits = f"{like:.3f}".rstrip("0").rstrip(".")
    places = len(digits.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0")) if not places else 0
    for step in range(zeros, -1, -1):
        rounded = round(value, -step) if step else round(value, places)
        if rounded and abs(rounded / value - 1) < 0.05:
            return f"{rounded:,.{places}f}"
    return f"{value:,.{max(places, 1)}f}"


def _fix(text: str, claim: Claim, number: str) -> Fix:
    figure = Pattern(r"[0-9][0-9,]*(?:\.[0-9]+)?").search(text, claim.span.start, claim.span.end)
    if figure is None:
        return Fix(claim.span, number + " " + text[claim.span.start : claim.span.end].rpartition(" ")[2])
    return Fix(Span(figure.start(), figure.end(), claim.span.field), number)
