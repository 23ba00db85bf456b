"""`grouped`: one line a finding under the path of its story."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.report.printable import printable
from factcheck.report.result import Result


def grouped(result: Result) -> Iterator[str]:
    """Each story with findings and its lines: place, severity, code, message."""
    for document, findings in result.by_story().items():
        rows = []
        for finding in findings:
            place = result.place(document, finding.span)
            rows.append((f"{place.line}:{place.column}" if place else "", finding))
        width = max(len(where) for where, _ in rows)
        lines = [f"  {where:<{width}}  {f.severity:<7}  {f.rule}  {printable(f.message)}\n" for where, f in rows]
        yield printable(document) + "\n" + "".join(lines) + "\n"
