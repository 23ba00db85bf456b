"""`--why FILE:LINE`: what was read on one line of a story, and why each rule spoke there or did not."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence

from factcheck.cli.arguments import UsageError
from factcheck.cli.house import house_findings
from factcheck.cli.silence import silenced
from factcheck.cli.stories import Stories, make_checker
from factcheck.cli.terminal import Terminal
from factcheck.cli.unsaid import Line, unsaid
from factcheck.engine import together
from factcheck.model import Analysis, Finding, Span
from factcheck.read.places import find_place
from factcheck.report.printable import printable
from factcheck.report.result import Result, Story
from factcheck.report.spoken import spoken_dateline


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the times, names and claims of a line, and why each rule spoke or not. Raises UsageError for another
    place."""
    place = re.fullmatch(r"(.+):([0-9]+)", arguments.why)
    if not place:
        raise UsageError(f"--why {arguments.why}: write FILE:LINE, as in story.txt:7")
    path, number = place[1], int(place[2])
    stories = Stories([path], terminal, arguments)
    checker = make_checker(arguments)
    analyses = list(stories.analysed(checker))
    background = Stories(arguments.background, terminal, arguments) if arguments.background else None
    others = [claim for analysis in background.analysed(checker) for claim in analysis.claims] if background else []
    claims = [claim for analysis in analyses for claim in analysis.claims]
    found = together([one for analysis in analyses for one in analysis.findings], checker.compare(claims, others))
    loud = _loud(found, analyses, arguments, terminal)
    shown = False
    for analysis in analyses:
        line = _line(analysis, number, [one for one in loud if one.document == analysis.document.id])
        read = [*_spoken(line), *_read(analysis, number)]
        if read:
            shown = True
            hushed = [one for one in found if one not in loud and one.document == analysis.document.id]
            hushed = [one for one in hushed if _on(analysis, one.span, number) and not _same_place(one, loud)]
            silent = unsaid(line, checker, [*claims, *others], hushed, arguments)
            about = spoken_dateline(analysis.dateline, "-")
            terminal.write([f"{printable(analysis.document.id)}:{number} ({about})\n"])
            terminal.write(f"  {printable(row)}\n" for row in (*read, *silent))
    if not shown and not stories.failed:
        terminal.say(f"factcheck: {path}: nothing was read on line {number}: no date, name, number or claim")
    return 2 if stories.failed else 0


def _loud(
    found: Sequence[Finding], analyses: Sequence[Analysis], arguments: argparse.Namespace, terminal: Terminal
) -> tuple[Finding, ...]:
    """The findings that a check with the same options would report."""
    documents = {analysis.document.id: analysis.document for analysis in analyses}
    ordered = house_findings(found, documents, arguments)
    shelf = {name: Story(document) for name, document in documents.items()}
    quiet = argparse.Namespace(**{**vars(arguments), "quiet": True, "write_baseline": False})
    return silenced(Result(shelf, {}, ordered, find_place), quiet, terminal).findings


def _same_place(finding: Finding, loud: Sequence[Finding]) -> bool:
    """Is the finding reported after all, at another severity?"""
    place = (finding.rule, finding.document, finding.span)
    return any((one.rule, one.document, one.span) == place for one in loud)


def _line(analysis: Analysis, number: int, findings: Sequence[Finding]) -> Line:
    """What of an analysis stands on a line."""
    return Line(
        analysis,
        _has_digits(analysis, number),
        any(_on(analysis, time.span, number) for time in analysis.times),
        tuple(claim for claim in analysis.claims if _on(analysis, claim.span, number)),
        any(_on(analysis, span, number) for span in analysis.layout.furniture),
        tuple(finding for finding in findings if _on(analysis, finding.span, number)),
    )


def _has_digits(analysis: Analysis, number: int) -> bool:
    cut = analysis.document.cut
    return any(any(map(str.isdigit, cut(span))) and _on(analysis, span, number) for span in analysis.layout.sentences)


def _spoken(line: Line) -> Iterator[str]:
    """A row for each finding on the line."""
    for finding in line.speaking:
        inside = " (inside a quotation)" if line.analysis.is_quoted(finding.span) else ""
        yield f"{finding.rule} speaks: {finding.severity}{inside}: {finding.message}"


def _on(analysis: Analysis, span: Span, line: int) -> bool:
    place = find_place(analysis.document, span)
    return place.line <= line <= place.end_line


def _read(analysis: Analysis, line: int) -> Iterator[str]:
    """A row for everything that was read on the line."""
    layout = analysis.layout
    if any(_on(analysis, span, line) for span in layout.furniture):
        yield "page furniture: read for the dateline, never checked"
    if any(_on(analysis, span, line) for span in layout.quotations):
        yield "holds a quotation: rules about what is asserted speak one level lower inside it"
    if analysis.language not in ("en", ""):
        yield f"in language {analysis.language!r}: only rules that read numbers are on"
    for time in analysis.times:
        if _on(analysis, time.span, line):
            start, end = time.interval or (None, None)
            days = f"days {start or 'any'} up to {end or 'any'}" if time.interval else "no days of the calendar"
            yield f"time “{time.text}” read as {time.value}, {days}{f', {time.anchor}' if time.anchor else ''}"
    for mention in analysis.mentions:
        if _on(analysis, mention.span, line):
            sure = "" if mention.certainty >= 1 else f", certainty {mention.certainty:.1f}: not used between stories"
            yield f"{mention.kind} “{mention.text}” taken as {mention.entity}{sure}"
    for claim in analysis.claims:
        if claim.attribute not in ("name", "sex") and _on(analysis, claim.span, line):
            yield f"claim of {claim.name}: {claim.attribute} “{claim.text}”, {claim.stance}"
