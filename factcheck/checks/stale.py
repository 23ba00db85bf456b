"""The stated date against what the story tells: speaks where the inference put another date in its place."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.datelines import spoken
from factcheck.dates.interval import DAY
from factcheck.model import Analysis, Finding, Interval, Related, Rule, Span


def stale_page_date(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """One finding where a date is stated and another one is believed; it names the evidence."""
    believed = analysis.dateline
    if believed is None or believed.source != "inferred" or believed.interval is None:
        return
    stated = next((line for line in analysis.datelines if line.date and not line.updated), None)
    if stated is None or stated.date is None:
        return
    document = analysis.document
    people = [note.partition(",")[0] for note in believed.evidence]
    yield rule.at(
        document.id,
        stated.span or _opening(analysis),
        related=tuple(_related(analysis, note) for note in believed.evidence),
        stated=spoken(stated.date),
        fits=_in_words(believed.interval),
        people=" and ".join(people[:2]),
    )


def _related(analysis: Analysis, note: str) -> Related:
    """One piece of evidence, at the words of the story where it stands."""
    document = analysis.document
    for claim in analysis.claims:
        if note.startswith(f"{claim.name}, {claim.text}: "):
            return Related(document.id, claim.span, note, claim.sentence)
    return Related(document.id, _opening(analysis), note)


def _opening(analysis: Analysis) -> Span:
    """The first sentence of the story, where no line states the date."""
    return analysis.layout.sentences[0] if analysis.layout.sentences else Span(0, len(analysis.document.text))


def _in_words(days: Interval) -> str:
    start, end = days
    last = end - DAY if end else None
    if start and last:
        return spoken(start) if start == last else f"{spoken(start)} to {spoken(last)}"
    return f"{spoken(start)} or later" if start else f"{spoken(last)} or earlier" if last else "another time"
