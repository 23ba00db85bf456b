"""The two ends of a change as a story writes them: "from A to B", "to B from A"; numbers in, nothing judged."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.model import Span
from factcheck.numerals import NUMBER_WORDS
from factcheck.patterns import Pattern
from factcheck.units import CURRENCIES, MONEY_SCALES, SCALES, SIGNS

_SCALE = "hundred|thousand|lakh|million|mln|mn|crore|billion|bln|bn|trillion|trn|tn|m|b|k"
_UNIT = "%|percent\\b|per cent\\b|pct\\b|dollars|dlrs|euros|yuan|yen|rupees|cents|pence|percentage points"
SMALL_WORDS = "|".join(
    sorted((word for word, n in NUMBER_WORDS.items() if n <= 20 or n % 10 == 0), key=len, reverse=True)
)


def _number(name: str) -> str:
    return (
        rf"(?:US|A|C)?(?P<{name}_sign>[$£€¥₹]|Rs\.? ?)?"
        rf"(?P<{name}>[0-9]+(?:,[0-9]{{2,3}})*(?:\.[0-9]+)?(?![0-9]|[:/][0-9]|-[a-z]|st\b|nd\b|rd\b"
        rf"|th\b)|(?:{SMALL_WORDS})\b)"
        rf"(?: ?(?P<{name}_scale>{_SCALE})\b)?(?:[ -]?(?P<{name}_unit>{_UNIT}))?"
    )


_NOTE = r"(?:(?: [A-Za-z][a-z]*| (?:19|20)[0-9]{2})(?:,)?){0,6}?,? ?"
FROM = Pattern(rf" from (?:about |around |just |nearly |almost |roughly |only |some |an estimated )?{_number('low')}")
_TO = Pattern(
    rf"{_NOTE}(?<= )(?:up |down )?to (?:about |around |just |nearly |almost |roughly |only |some "
    rf"|an estimated )?{_number('high')}"
)
_TO_BEFORE = Pattern(rf"(?:^| )to {_number('high')}{_NOTE}$")
COMPARED = Pattern(
    rf",? (?:(?:compared|up|down) (?:with|to|from)|against) (?:about |around |just |nearly |almost |only "
    rf"|some )?{_number('low')}"
)
"""The lower end of a change after what it came to: "was $90 million, compared with $60 million a year before"."""
_STANDS = Pattern(
    r"\b(?:was|were|is|are|came to|reached|totall?ed|earned|made|stood at|had|sold|produced|took|employed|counted) "
    rf"(?:about |around |just |nearly |almost |only |some )?{_number('high')}(?: (?!of\b|in\b)[a-z]+){{0,2}}"
    r"(?P<percent>,? (?:up|down) (?:by )?[0-9][\w.]* ?(?:%|percent|per cent|pct))?,?$"
)


_RUNS_AT = Pattern(
    rf"\b(?:[a-z]+ed|flew|drew|built|bought|served|shipped|took|carried|drove|grew|mined|brewed) (?:about |around "
    rf"|just "
    rf"|nearly |almost |only |some )?{_number('high')}(?: (?!of\b|in\b)[a-z]+){{0,2}}"
    r"(?: (?:in|for|during) (?:the|its|their) (?:[a-z-]+ )?[a-z]+)?"
    r"(?P<percent>,? (?:up|down) (?:by )?[0-9][\w.]* ?(?:%|percent|per cent|pct)),?$"
)


class Change(NamedTuple):
    """From what to what, where both stand, and whether they are percentages."""

    low: float
    high: float
    unit: str
    slack: tuple[float, float]
    start: int
    end: int


def read_change(text: str, match: re.Match[str], sentence: Span) -> Change | None:
    """The two ends of a change around "from A"."""
    other = _TO.match(text, match.end(), min(len(text), sentence.end))
    start, end = match.start() + 1, other.end() if other else match.end()
    if other is None:
        other = _TO_BEFORE.search(text[max(sentence.start, match.start() - 70) : match.start()])
        if other is not None:
            start = max(sentence.start, match.start() - 70) + other.start()
        else:
            opening = text[max(sentence.start, match.start() - 80) : match.start()]
            other = _STANDS.search(opening) or (_RUNS_AT.search(opening) if match[0].startswith(" from") else None)
            if other is None or (match[0].startswith(" from") and not other["percent"]):
                return None
    low_unit, high_unit = _unit(match, "low"), _unit(other, "high")
    if low_unit and high_unit and low_unit != high_unit:
        return None
    if other.re is _RUNS_AT.compiled() and low_unit != high_unit:
        return None
    low, high = _value(match, "low"), _value(other, "high")
    if low is None or high is None:
        return None
    low_scale, high_scale = match["low_scale"], other["high_scale"]
    if high_scale and not low_scale and low >= high:
        low_scale = high_scale
    if not _looks_like_amounts(match, other):
        return None
    scales = [(SCALES.get(s) or MONEY_SCALES[s]) if s else 1.0 for s in (low_scale, high_scale)]
    if high_scale and not low_scale and low < high and not match["low_unit"] and "," not in match["low"]:
        scales[0] = scales[1]  # "from 2 to 3 million"
    slack = (_slack(match["low"], scales[0]), _slack(other["high"], scales[1]))
    return Change(low * scales[0], high * scales[1], low_unit or high_unit, slack, start, end)


def _looks_like_amounts(match: re.Match[str], other: re.Match[str]) -> bool:
    """False for two years, and for what may be clock times, pages or ages without more."""
    years = [1500 <= float(v) <= 2100 for v in (match["low"], other["high"]) if v.isdigit() and len(v) == 4]
    return not (len(years) == 2 and all(years) and not (match["low_sign"] or match["low_unit"] or other["high_unit"]))


def _unit(match: re.Match[str], name: str) -> str:
    sign, unit = match[name + "_sign"], match[name + "_unit"]
    if sign:
        return SIGNS.get(sign, "INR")
    if not unit:
        return ""
    return CURRENCIES.get(unit, "%")


def _value(match: re.Match[str], name: str) -> float | None:
    written = match[name].lower()
    value = float(written.replace(",", "")) if written[0].isdigit() else float(NUMBER_WORDS[written])
    return value if value > 0 else None


def _slack(written: str, scale: float) -> float:
    """What rounding may have taken away or added: half a unit of the last digit, little of a number in full."""
    if not written[0].isdigit():
        return 0.0
    digits = written.replace(",", "")
    if "." in digits or scale > 1:
        half = 0.5 if "." in digits or len(digits) > 1 else 0.15  # "from 2 to 3 million" is seldom 2.4 to 2.6
        return half * 10.0 ** -len(digits.partition(".")[2]) * scale
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(0.5 * 10.0**zeros, 0.015 * float(digits)) if zeros and len(digits) > 2 else 0.0
