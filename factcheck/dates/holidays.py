"""Holidays with a fixed or computable day: name and year to a date. Names are those of the locales' tables."""

from __future__ import annotations

import datetime

from factcheck.dates.interval import date_of, days_after

FIXED = {
    "newyear": (1, 1), "epiphany": (1, 6), "valentine": (2, 14), "stpatrick": (3, 17), "aprilfools": (4, 1),
    "mayday": (5, 1), "independence": (7, 4), "bastille": (7, 14), "assumption": (8, 15), "halloween": (10, 31),
    "allsaints": (11, 1), "guyfawkes": (11, 5), "veterans": (11, 11), "christmas": (12, 25), "boxing": (12, 26),
    "newyear-eve": (12, 31), "christmas-eve": (12, 24), "juneteenth": (6, 19), "anzac": (4, 25), "earthday": (4, 22),
}  # fmt: skip
NTH_WEEKDAY = {
    "king": (1, 0, 3), "presidents": (2, 0, 3), "memorial": (5, 0, -1), "labor": (9, 0, 1), "columbus": (10, 0, 2),
    "election": (11, 0, 1), "thanksgiving": (11, 3, 4), "mothers": (5, 6, 2), "fathers": (6, 6, 3),
}  # fmt: skip
"""Month, weekday from Monday 0, and which of them (-1 the last); as the United States keep them."""
FROM_EASTER = {
    "easter": 0, "goodfriday": -2, "palmsunday": -7, "ashwednesday": -46, "eastermonday": 1, "ascension": 39,
    "pentecost": 49, "maundythursday": -3,
}  # fmt: skip


def holiday_date(name: str, year: int) -> datetime.date | None:
    """The day of a holiday in a year; None for one that is not computed here (Ramadan) or a year out of range."""
    if name in FIXED:
        return date_of(year, *FIXED[name])
    if name in NTH_WEEKDAY:
        return _nth_weekday(year, *NTH_WEEKDAY[name], after_monday=name == "election")
    if name in FROM_EASTER and 1583 <= year <= 4099:
        from dateutil.easter import easter

        return days_after(easter(year), FROM_EASTER[name])
    return None


def _nth_weekday(year: int, month: int, weekday: int, nth: int, *, after_monday: bool) -> datetime.date | None:
    first = date_of(year, month)
    if first is None:
        return None
    if nth < 0:
        last = date_of(year, month, 31 if month in (1, 3, 5, 7, 8, 10, 12) else 30)
        return days_after(last, -((last.weekday() - weekday) % 7)) if last else None
    day = days_after(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return days_after(day, 1) if day and after_monday else day
