"""Document to datelines: every stated date of a story with the place where it was read, and the one believed."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.dates.find import Expression
from factcheck.dates.interval import one_day
from factcheck.model import Dateline, Document, Layout


def find_datelines(document: Document, layout: Layout, expressions: Sequence[Expression]) -> tuple[Dateline, ...]:
    """Every candidate, in order of trust: the caller's date first."""
    if document.published:
        return (Dateline(document.published, one_day(document.published), source="argument"),)
    return ()


def choose_dateline(datelines: Sequence[Dateline]) -> Dateline | None:
    """The candidate that is believed; None where none is stated."""
    return next((d for d in datelines if not d.updated), None)
