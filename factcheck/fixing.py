"""Findings to edits: which fix is beyond doubt, and which of several edits to a story go together.

A fix is beyond doubt where calendar, arithmetic and the story's date leave one reading; a table
says for each rule how that is seen. All other fixes are proposals, and the editor owns them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from factcheck.model import Dateline, Document, Finding, Fix

MEMORY_YEARS = 120
"""How far back a year in the news reaches as a rule, chosen by us: what somebody alive may have seen."""

_YEAR = re.compile(r"[0-9]{4}")

Choose = Callable[[Finding, Document, Dateline | None], Fix | None]


def sure_fix(finding: Finding, document: Document, dateline: Dateline | None) -> Fix | None:
    """The fix that is beyond doubt; None where there is room for another reading."""
    choose = SURE.get(finding.rule)
    return choose(finding, document, dateline) if finding.fixes and choose else None


def first_fix(finding: Finding) -> Fix | None:
    """The likeliest fix of a finding, right or not."""
    return finding.fixes[0] if finding.fixes else None


def that_go_together(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """Fixes in text order, without those that touch the words of one before."""
    kept: list[Fix] = []
    for fix in sorted(dict.fromkeys(fixes), key=lambda fix: (fix.span.field != "title", fix.span.start, fix.span.end)):
        if not kept or kept[-1].span.field != fix.span.field or kept[-1].span.end <= fix.span.start:
            kept.append(fix)
    return tuple(kept)


def _only_one(finding: Finding, document: Document, dateline: Dateline | None) -> Fix | None:
    """ "The 21th": only "21st" is left."""
    return finding.fixes[0] if len(finding.fixes) == 1 else None


def _one_digit_off(finding: Finding, document: Document, dateline: Dateline | None) -> Fix | None:
    """ "In 3016", in a story of 2017: of all years in memory only 2016 is one wrong digit away."""
    fix = finding.fixes[0]
    written = document.cut(fix.span)
    if dateline is None or dateline.date is None or not (_YEAR.fullmatch(written) and _YEAR.fullmatch(fix.text)):
        return None
    last = dateline.date.year
    near = {
        year
        for year in range(last - MEMORY_YEARS, last + 1)
        if sum(a != b for a, b in zip(written, f"{year:04}", strict=True)) == 1
    }
    if len(near) != 1:
        return None
    return next((fix for fix in finding.fixes if fix.text == str(*near)), None)


def _is_the_storys_own_day(finding: Finding, document: Document, dateline: Dateline | None) -> Fix | None:
    """ "Friday, July 6, 2019" in a story that is known from elsewhere to be of July 6, 2019: the weekday is wrong."""
    if dateline is None or dateline.date is None or dateline.source not in ("argument", "metadata"):
        return None
    day, fix = dateline.date, finding.fixes[0]
    numbers = {int(number) for number in re.findall(r"[0-9]+", document.cut(finding.span))}
    right = document.cut(fix.span).isalpha() and numbers == {day.day, day.year} and day.strftime("%A") == fix.text
    return fix if right else None


SURE: dict[str, Choose] = {
    "DAT001": _only_one,
    "DAT002": _one_digit_off,
    "DAT003": _is_the_storys_own_day,
    "DAT015": _only_one,
    "NUM006": _only_one,
}
"""By rule: which fix is beyond doubt, if any?"""
