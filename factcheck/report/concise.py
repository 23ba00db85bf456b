"""`concise`: one line a finding, which an editor or a terminal opens with a click."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.report.printable import printable
from factcheck.report.result import Result


def concise(result: Result) -> Iterator[str]:
    """Path, line, column, severity, code and message of each finding."""
    for finding in result.findings:
        place = result.place(finding.document, finding.span)
        where = f"{place.path}:{place.line}:{place.column}" if place else finding.document
        yield printable(f"{where}: {finding.severity} {finding.rule} {finding.message}") + "\n"
