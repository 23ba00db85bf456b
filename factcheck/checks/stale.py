"""The stated date against what the story tells: speaks where the inference put another date in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks.datelines import evidence_at, spoken
from factcheck.dates.interval import DAY
from factcheck.model import Analysis, Dateline, Finding, Interval, Rule, Span


def stale_page_date(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """One finding where a stated date gave way to another, or a line of the page is known to be of a later day."""
    believed = analysis.dateline
    if believed is None:
        return
    if believed.source == "inferred":
        stated = next((line for line in analysis.datelines if line.date and not line.updated), None)
        if stated and believed.interval:
            yield _finding(analysis, rule, stated, _in_words(believed.interval), believed.evidence)
        return
    for line in analysis.datelines:
        if line.stale and line.date and believed.date:
            yield _finding(analysis, rule, line, spoken(believed.date), line.evidence)
            return


def _finding(analysis: Analysis, rule: Rule, stated: Dateline, fits: str, evidence: Sequence[str]) -> Finding:
    assert stated.date is not None
    return rule.at(
        analysis.document.id,
        stated.span or _opening(analysis),
        related=tuple(evidence_at(analysis, note) for note in evidence),
        stated=spoken(stated.date),
        fits=fits,
        people=_in_office(analysis, evidence),
    )


def _in_office(analysis: Analysis, evidence: Sequence[str]) -> str:
    """ " (A and B in office)", the first two people whose offices are evidence; "" where none are."""
    starts = {f"{c.name}, {c.text}: ": c.name for c in analysis.claims if c.attribute == "role"}
    names = [name for note in evidence for start, name in starts.items() if note.startswith(start)]
    return f" ({' and '.join(list(dict.fromkeys(names))[:2])} in office)" if names else ""


def _opening(analysis: Analysis) -> Span:
    """The first sentence of the story, where no line states the date."""
    return analysis.layout.sentences[0] if analysis.layout.sentences else Span(0, len(analysis.document.text))


def _in_words(days: Interval) -> str:
    start, end = days
    last = end - DAY if end else None
    if start and last:
        return spoken(start) if start == last else f"{spoken(start)} to {spoken(last)}"
    return f"{spoken(start)} or later" if start else f"{spoken(last)} or earlier" if last else "another time"
