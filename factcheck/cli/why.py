"""`--why FILE:LINE`: what was read on one line of a story, so that silence can be understood."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

from factcheck.cli.arguments import UsageError
from factcheck.cli.stories import Stories, make_checker
from factcheck.cli.terminal import Terminal
from factcheck.model import Analysis, Span
from factcheck.read.places import find_place
from factcheck.report.printable import printable
from factcheck.report.spoken import spoken_dateline


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the times, names and claims of a line, and what keeps rules off it. Raises UsageError for another place."""
    place = re.fullmatch(r"(.+):([0-9]+)", arguments.why)
    if not place:
        raise UsageError(f"--why {arguments.why}: write FILE:LINE, as in story.txt:7")
    path, line = place[1], int(place[2])
    stories = Stories([path], terminal, arguments)
    checker = make_checker(arguments)
    shown = False
    for analysis in stories.analysed(checker):
        findings = (*analysis.findings, *checker.compare(analysis.claims))
        rows = [
            f"{finding.rule} speaks: {finding.message}" for finding in findings if _on(analysis, finding.span, line)
        ]
        rows += _read(analysis, line)
        if rows:
            shown = True
            about = spoken_dateline(analysis.dateline, "-")
            terminal.write([f"{printable(analysis.document.id)}:{line} ({about})\n"])
            terminal.write(f"  {printable(row)}\n" for row in rows)
    if not shown and not stories.failed:
        terminal.say(f"factcheck: {path}: nothing was read on line {line}: no date, name, number or claim")
    return 2 if stories.failed else 0


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
