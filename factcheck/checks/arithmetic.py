"""Lengths, anniversaries and ages against the dates that they should be the difference of.

Works on claims, so that the two sides may stand in different sentences, in headline and body, or in two stories:
a length meets its start and end under one "spell" key, an age meets a birth under one "person" key.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.checks.edits import ordinal
from factcheck.claims.counting import like
from factcheck.model import Claim, Finding, Fix, Interval, Quantity, Related, Rule, lowered

YEAR_DAYS = 365.2425
_UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": YEAR_DAYS, "decade": 10 * YEAR_DAYS}


# ------------------------------------------------------------------------- ages


def age_mismatch(claims: Sequence[Claim], rule: Rule) -> Iterable[Finding]:
    """DAT011: ages of one person that do not fit a birth of the same person."""
    births = [claim for claim in claims if claim.attribute == "born" and isinstance(claim.value, Interval)]
    yield from _two_ages(claims, rule)
    if not births:
        return
    elsewhere = _distinct(births)
    own: dict[str, list[Claim]] = defaultdict(list)
    for birth in births:
        own[birth.document].append(birth)
    deaths: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.attribute == "died":
            deaths[claim.document].append(claim)
    for age in claims:
        if age.attribute != "age" or not age.certain or age.grade != "story":
            continue
        met = own[age.document][:MOST] or (elsewhere if _is_of_now(age) else [])
        died = deaths[age.document][:MOST]
        if died and not _is_at_death(age, died):
            met = [birth for birth in met if _is_beside(age, birth)]
        found = [finding for birth in met if (finding := _unfit_age(age, birth, rule))]
        if found and len(found) == len(met):
            yield found[0]


def _is_of_now(age: Claim) -> bool:
    """Is an age of the story's own weeks? Those of long ago may be a namesake's; only the story's own birth counts."""
    end = age.certain.end if age.certain else None
    return age.dated is None or end is None or (age.dated - end).days < 60


MOST = 12
"""How many births of one person are compared; a story that gives more is no prose."""


def _distinct(births: Sequence[Claim]) -> list[Claim]:
    """One claim for each day or year of birth, the first of each."""
    return list({claim.value: claim for claim in reversed(births)}.values())[:MOST]


def _two_ages(claims: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """Two ages that one story gives one person, on its own day or on days it tells: they make two births."""
    first: dict[str, Claim] = {}
    for claim in claims:
        if claim.attribute != "age" or claim.certain is None or not (claim.entity or "-one" in claim.keys[0]):
            continue
        other = first.setdefault(claim.document, claim)
        if other is claim or _years_apart(claim, other) < 2:
            continue
        if claim.span.field == other.span.field and claim.span.start < other.span.start:
            claim, other = other, claim
        one_day = claim.certain == other.certain
        yield rule.at(
            claim.document,
            claim.span,
            severity=lowered(rule.severity),
            fixes=tuple(_fixes_of_two(claim, other)),
            related=(Related(other.document, other.span, "Age", other.text),),
            age=claim.text,
            other=f'the age "{other.text}"{_of(claim)}',
            expected="two ages on one day" if one_day else "they make two births",
        )


def _years_apart(one: Claim, other: Claim) -> float:
    """How many years lie between the births that two ages make; 0 where they may be one."""
    (a, b), (c, d) = _births_of(one), _births_of(other)
    return max(0.0, c - b, a - d)


def _births_of(age: Claim) -> tuple[float, float]:
    """The first and the last year of birth that an age on its day leaves, as fractions."""
    at = age.certain
    if not isinstance(age.value, Quantity) or at is None or at.start is None or at.end is None:
        return float("-inf"), float("inf")
    start, end = (day.year + day.timetuple().tm_yday / YEAR_DAYS for day in (at.start, at.end))
    return start - age.value.low - 1, end - age.value.low


def _fixes_of_two(claim: Claim, other: Claim) -> Iterator[Fix]:
    """Each age as the other one makes it."""
    for age, by in ((claim, other), (other, claim)):
        if isinstance(age.value, Quantity) and isinstance(by.value, Quantity) and age.certain and by.certain:
            passed = (age.certain.start or datetime.date.min).year - (by.certain.start or datetime.date.min).year
            if (years := int(by.value.low) + passed) > 0:
                yield Fix(age.span, like(age.text, years))


def _of(claim: Claim) -> str:
    return f" of {claim.name}" if claim.name else ""


def _is_beside(age: Claim, birth: Claim) -> bool:
    """Do an age and a birth stand side by side: "39, born in 1978,"?"""
    same = age.document == birth.document and age.span.field == birth.span.field
    return same and -40 < birth.span.start - age.span.end < 24


def _is_at_death(age: Claim, claims: Sequence[Claim]) -> bool:
    return any(
        other.attribute == "died"
        and other.document == age.document
        and (other.value == age.certain or other.sentence == age.sentence)
        for other in claims
    )


def _unfit_age(age: Claim, birth: Claim, rule: Rule) -> Finding | None:
    born, at, value = birth.value, age.certain, age.value
    if not isinstance(born, Interval) or not isinstance(value, Quantity) or at is None:
        return None
    if born.start is None or born.end is None or at.start is None or at.end is None:
        return None
    low = years_between(born.end - datetime.timedelta(1), at.start)
    high = years_between(born.start, at.end - datetime.timedelta(1))
    if high < 0 or (low - 1 <= value.low <= high + 1 and not _is_exact(born, at, low, high, value.low, age, birth)):
        return None
    if low <= value.low <= high:
        return None
    apart = age.document != birth.document
    if apart and (low - 2 <= value.low <= high + 2):
        return None
    severity = "warning" if apart or birth.grade == "curated" else rule.severity
    if age.stance == "quoted" or birth.stance == "quoted":
        severity = lowered(severity)
    expected = f"that makes {low}" if low == high else f"that makes {max(0, low)} or {high}"
    return rule.at(
        age.document,
        age.span,
        severity=severity,
        fixes=tuple(_age_fixes(age, birth, low, high, value.low)),
        related=(Related(birth.document, birth.span, "Born", birth.text),),
        age=age.text,
        other=f'the birth{_of(age)} in "{birth.text}"',
        expected=expected,
    )


def _is_exact(born: Interval, at: Interval, low: int, high: int, age: float, a: Claim, b: Claim) -> bool:
    """One year off counts only where both days are known, and no birthday is near."""
    if low != high or a.document != b.document or b.grade != "story":
        return False
    assert born.start and born.end and at.start and at.end
    if (born.end - born.start).days > 1 or (at.end - at.start).days > 1:
        return False
    since = (at.start - born.start).days % YEAR_DAYS
    return 10 < since < YEAR_DAYS - 10


def years_between(start: datetime.date, end: datetime.date) -> int:
    """Whole years from one day to another, as an age is counted."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def _age_fixes(age: Claim, birth: Claim, low: int, high: int, value: float) -> Iterator[Fix]:
    """The birth year that fits the age, where both stand side by side; the ages that fit the birth."""
    ages = [Fix(age.span, like(age.text, years)) for years in dict.fromkeys((high, low)) if years >= 0]
    born = []
    if birth.document == age.document and isinstance(birth.value, Interval) and birth.value.start:
        year = str(birth.value.start.year)
        if year in birth.text:
            meant = birth.value.start.year + (high - int(value))
            born = [Fix(birth.span, birth.text.replace(year, str(meant)))]
    yield from (*ages[:1], *born, *ages[1:])


# ---------------------------------------------------------------------- lengths


def duration_mismatch(claims: Sequence[Claim], rule: Rule) -> Iterable[Finding]:
    """DAT009: a length that its start and end do not make."""
    starts = [claim for claim in claims if claim.attribute == "start"]
    ends = [claim for claim in claims if claim.attribute == "end"]
    if len({claim.value for claim in starts}) != 1 or len({claim.value for claim in ends}) != 1:
        return
    for length in claims:
        if length.attribute == "duration" and isinstance(length.value, Quantity):
            finding = _unfit_length(length, starts[0], ends[0], rule)
            if finding:
                yield finding


def _unfit_length(length: Claim, start: Claim, end: Claim, rule: Rule) -> Finding | None:
    a, b, value = start.value, end.value, length.value
    if not (isinstance(a, Interval) and isinstance(b, Interval) and isinstance(value, Quantity)):
        return None
    if a.start is None or a.end is None or b.start is None or b.end is None or value.unit not in _UNIT_DAYS:
        return None
    day = _UNIT_DAYS[value.unit]
    least = (b.start - (a.end - datetime.timedelta(1))).days / day
    most = ((b.end - datetime.timedelta(1)) - a.start).days / day
    if most < 0:
        return None
    slack = 1.05 if value.unit != "decade" else 0.6
    if value.low - slack <= most and least <= value.high + slack:
        return None
    middle = _span_of(a, b, value.unit)
    severity = rule.severity
    if "quoted" in (length.stance, start.stance, end.stance):
        severity = lowered(severity)
    ends = f"{start.text} to {end.text}" if end.span != length.span and end.text else f"{start.text} to the story's day"
    return rule.at(
        length.document,
        length.span,
        severity=severity,
        fixes=tuple(_length_fixes(length, start, middle)),
        related=tuple(
            Related(c.document, c.span, c.attribute.capitalize(), c.text) for c in (start, end) if c.span != length.span
        ),
        length=length.text,
        ends=ends,
        actual=f"{middle} {value.unit}{'s' if middle != 1 else ''}",
    )


def _span_of(a: Interval, b: Interval, unit: str) -> int:
    """The length from one date to another as a newspaper counts it."""
    assert a.start and b.start
    if unit == "year":
        if (a.end and a.start and (a.end - a.start).days > 31) or (b.end and (b.end - b.start).days > 31):
            return b.start.year - a.start.year
        return (
            round((b.start - a.start).days / YEAR_DAYS)
            if b.start.month != a.start.month
            else years_between(a.start, b.start)
        )
    if unit == "month":
        return (b.start.year - a.start.year) * 12 + b.start.month - a.start.month
    return round((b.start - a.start).days / _UNIT_DAYS[unit])


def _length_fixes(length: Claim, start: Claim, right: int) -> Iterator[Fix]:
    """The right number in the length's own style; then the year that the length would need."""
    assert isinstance(length.value, Quantity)
    word = length.value.written
    at = length.text.find(word)
    if at >= 0 and word:
        begin = length.span.start + at
        yield Fix(length.span._replace(start=begin, end=begin + len(word)), like(word, right))
    if length.value.unit == "year" and isinstance(start.value, Interval) and start.value.start:
        year = start.value.start.year
        if str(year) in start.text:
            yield Fix(start.span, start.text.replace(str(year), str(year + right - round(length.value.low))))


# ---------------------------------------------------------------- anniversaries


def anniversary_mismatch(claims: Sequence[Claim], rule: Rule) -> Iterable[Finding]:
    """DAT010: a numbered anniversary against the year of its event and the year it falls in."""
    starts = [claim for claim in claims if claim.attribute == "start"]
    ends = [claim for claim in claims if claim.attribute == "end"]
    for count in claims:
        if (
            count.attribute != "anniversary"
            or not isinstance(count.value, Quantity)
            or len(starts) != 1
            or len(ends) != 1
        ):
            continue
        finding = _unfit_anniversary(count, starts[0], ends[0], rule)
        if finding:
            yield finding


def _unfit_anniversary(count: Claim, start: Claim, end: Claim, rule: Rule) -> Finding | None:
    assert isinstance(count.value, Quantity)
    if not isinstance(end.value, Interval) or end.value.start is None or end.value.end is None:
        return None
    event = _event_year(start)
    if event is None:
        return None
    number = int(count.value.low)
    years = {end.value.start.year, (end.value.end - datetime.timedelta(1)).year}
    slack = int(count.value.high - count.value.low)
    gaps = {year - event for year in years}
    if any(gap - slack <= number <= gap + slack for gap in gaps):
        return None
    gap = max(gaps)
    if gap <= 0 and event > 0:
        return None
    falls = event + number
    severity = lowered(rule.severity) if count.stance == "quoted" else ""
    return rule.at(
        count.document,
        count.span,
        severity=severity,
        fixes=tuple(_anniversary_fixes(count, start, gap, event, max(years))),
        related=(Related(start.document, start.span, "The event", start.text),),
        ordinal=ordinal(number),
        year=start.text,
        falls=falls if falls > 0 else f"{1 - falls} BC",
        when=f"{max(years)} is the {ordinal(gap)}",
    )


def _event_year(start: Claim) -> int | None:
    """The event's year, years before Christ counted without a year zero: 44 BC is -43."""
    if isinstance(start.value, Quantity):
        return int(start.value.low)
    if isinstance(start.value, Interval) and start.value.start:
        return start.value.start.year
    return None


def _anniversary_fixes(count: Claim, start: Claim, gap: int, event: int, year: int) -> Iterator[Fix]:
    assert isinstance(count.value, Quantity)
    written = str(event) if event > 0 else ""
    if count.text[:1].isdigit():
        yield Fix(count.span, ordinal(gap))
    elif "jubilee" in count.text.lower() or "cent" in count.text.lower():
        yield Fix(count.span, f"{ordinal(gap)} anniversary")
    elif word := _ORDINAL_WORDS.get(gap):
        yield Fix(count.span, word)
    else:
        yield Fix(count.span, ordinal(gap))
    if written and written in start.text:
        yield Fix(start.span, start.text.replace(written, str(year - int(count.value.low))))


_ORDINAL_WORDS = dict(
    enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)
) | {20: "twentieth", 30: "thirtieth", 40: "fortieth", 50: "fiftieth", 60: "sixtieth"}
