"""Is it a time at all? The words around a number or an ambiguous word decide: sums, scores, verbs, names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.dates.fields import Token
from factcheck.dates.locale import Pattern, Tables

BEFORE = re.compile(r"([^\W\d_]+|[^\w\s]|[0-9]+)[ \n\t]*$")
AFTER = re.compile(r"[ \n\t]*(-?[^\W\d_]+|[^\w\s]|[0-9]+)")
MONEY = frozenset("$£€¥#₹")
YEAR_LEADS = frozenset(
    "in since of by until till from to during before after between and or through early late mid circa year around"
    " about summer winter spring autumn fall throughout for the than as a this its election".split()
)
MONTH_LEADS = frozenset(
    "in since by until till from to during before after between and or through early late mid of last next this for"
    " on around about every each throughout ending ended beginning".split()
)


def is_time(
    tables: Tables,
    pattern: Pattern,
    caught: Mapping[str, object],
    tokens: Sequence[Token],
    low: str,
    start: int,
    end: int,
) -> bool:
    """May these words be read as a time where they stand? `start` and `end` are places in `low`."""
    form = pattern.form
    if form in ("year", "years"):
        return _is_year(caught, low, start, end)
    if len(tokens) <= 2 and form in ("month", "weekday"):
        kind = tables.names[tokens[0].code]
        if kind in ("MAY", "MON"):
            return _is_month(kind, low, start, end)
        if kind in ("SAT", "WD"):
            return before(low, start) in ("on", "this", "next", "last", "every", "by", "until", "since", "from")
    return True


def before(low: str, start: int) -> str:
    """The word, number or sign that stands before a place."""
    match = BEFORE.search(low, max(0, start - 30), start)
    return match[1] if match else ""


def after(low: str, end: int) -> str:
    match = AFTER.match(low, end, end + 30)
    return match[1] if match else ""


def _is_year(caught: Mapping[str, object], low: str, start: int, end: int) -> bool:
    if "year" not in caught or "bare" not in caught:
        return True
    year = int(caught["year"][0].value)  # type: ignore[index]
    lead, follow = before(low, start), after(low, end)
    if lead in MONEY or follow in ("%", "percent", "$", ":", "/") or low[start - 1 : start] in (".", ",", "-", "/", ":"):
        return False
    if 1900 <= year <= 2035:
        return True
    return lead in YEAR_LEADS and not follow.isalpha() if year > 2100 or year < 1300 else lead in YEAR_LEADS


def _is_month(kind: str, low: str, start: int, end: int) -> bool:
    return before(low, start) in MONTH_LEADS
