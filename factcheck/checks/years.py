"""The years that lie one slip of the finger from a written one, the likeliest first.

A slip is one wrong digit, two neighbouring digits swapped, one dropped or doubled. Digits in
come out as years; the words around them are not known here, only the dates that may be meant.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from factcheck.model import Interval, TimeExpression, Written

GREGORIAN = datetime.date(1582, 10, 15)
"""The first day of our calendar; weekdays before it were counted in another."""
EARLIEST = 1500
"""Years before this are no reading of a slip in the news."""


YEARS_A_SLIP = 25
"""A second slip is as likely as one that lands this many years away: in 2005, 2908 is rather 2004 than 1908."""
OLD = 1900
"""Years before this are rarely meant in the news."""


class Reading(NamedTuple):
    """One year that may be meant, and how far away it is in slips."""

    year: int
    slips: float


def named_years(times: Iterable[TimeExpression]) -> frozenset[int]:
    """The years that a story names most often, forty at most."""
    counts = Counter(time.written.year for time in times if time.written.year and time.written.era in ("", "AD"))
    return frozenset(year for year, _ in counts.most_common(40))


def one_slip(digits: str) -> frozenset[str]:
    """Every string of four digits that is one slip away from the written digits."""
    near = set()
    for place in range(len(digits)):
        near.add(digits[:place] + digits[place + 1 :])
        near.add(digits[:place] + digits[place + 1 : place + 2] + digits[place] + digits[place + 2 :])
        near.update(digits[:place] + digit + digits[place + 1 :] for digit in "0123456789")
    if len(digits) == 3:
        near.update(digits[:place] + digit + digits[place:] for place in range(4) for digit in "0123456789")
    return frozenset(word for word in near if len(word) == 4 and word != digits and word[0] != "0")


def likely_years(
    digits: str, written: Written, story: Interval | None, named: Collection[int] = (), past: bool = True
) -> list[int]:
    """The years that may be meant by wrong digits, the likeliest first.

    `written` gives month, day and weekday beside the year; `story` the days of the story; `named`
    holds years that the story gives elsewhere; `past` tells that the date lies before the story.
    """
    now = story.start.year if story and story.start else None
    slips = {int(word): 1.0 for word in one_slip(digits)}
    back = 1 if written.form == "decade" else 9
    for year in (*named, *(range(now - back, now + 1) if now else ())):
        if _differs(digits, str(year)) <= 2:
            slips.setdefault(year, 2.0)
    if now:
        for word in _two_slips(digits):
            slips.setdefault(int(word), 1.8)
    readings = [Reading(year, count) for year, count in slips.items()]
    sound = [reading for reading in readings if _may_be(reading.year, written, now)]
    ranked = sorted(sound, key=lambda r: _rank(r, digits, written, story, named, past))
    single = next((reading for reading in ranked if reading.slips == 1.0), None)
    if single and single not in ranked[:3]:  # however far away, one slip is never left out of what is shown
        ranked.remove(single)
        ranked.insert(2, single)
    return [reading.year for reading in ranked]


def _two_slips(digits: str) -> frozenset[str]:
    """Two neighbours swapped and one digit changed: 2790 for 1970."""
    swapped = {digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1)}
    return frozenset(digit + word[1:] for word in swapped for digit in "12" if len(word) == 4)


def _differs(a: str, b: str) -> int:
    return sum(x != y for x, y in zip(a, b, strict=False)) + abs(len(a) - len(b))


def _may_be(year: int, written: Written, now: int | None) -> bool:
    return EARLIEST <= year <= (now or 2100) + 60 and (not written.day or day_of(written, year) is not None)


def _rank(
    reading: Reading, digits: str, written: Written, story: Interval | None, named: Collection[int], past: bool
) -> tuple[int | float, ...]:
    day = day_of(written, reading.year)
    now = story.start if story else None
    unfit = day is not None and written.weekday is not None and bool(written.day) and day.weekday() != written.weekday
    if now is None:
        return (unfit, reading.slips, reading.year not in named, abs(reading.year - 2000))
    late = past and (reading.year > now.year or (day is not None and (day - now).days > 1))
    away = abs((day - now).days) / 365 if day else abs(reading.year - now.year)
    days_off = not (written.day and away <= 0.1)
    mentioned = reading.year in named and reading.year // 10 % 10 == int(digits[-2])
    old = reading.year < OLD and reading.year not in named
    far = 0.0 if written.form == "decade" else away / YEARS_A_SLIP  # stories look back on any decade
    return (unfit, late, days_off, old, reading.slips - mentioned + far, away)


def day_of(written: Written, year: int) -> datetime.date | None:
    """The written month and day in a year; the first of the month or year where none is written."""
    try:
        return datetime.date(year, written.month or 1, written.day or 1)
    except ValueError:
        return None


def slips_of_day(day: datetime.date) -> Iterator[tuple[int, datetime.date]]:
    """The days one slip away, with the kind of slip: 0 a digit put in, left out or changed in front, 1 the month before
    or after, 2 the last digit."""
    tens = {day.day + step for step in (-20, -10, 10, 20)}
    for kind, numbers in ((0, tens), (2, {day.day // 10 * 10 + last for last in range(10)})):
        for number in sorted(numbers - {day.day}):
            if 1 <= number <= 31 and (other := day_of(Written("date", month=day.month, day=number), day.year)):
                yield kind, other
    for step in (-1, 1):
        months = day.year * 12 + day.month - 1 + step
        if other := day_of(Written("date", month=months % 12 + 1, day=day.day), months // 12):
            yield 1, other
