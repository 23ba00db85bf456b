"""Findings for programs: `jsonl`, one object a line, and `json`, the same objects in one list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.jsonform import finding_to_json
from factcheck.model import Finding, Span
from factcheck.report.result import Result


def jsonl(result: Result) -> Iterator[str]:
    """One finding a line."""
    for finding in result.findings:
        yield json.dumps(finding_table(result, finding)) + "\n"


def as_json(result: Result) -> Iterator[str]:
    """All findings as one list."""
    yield json.dumps([finding_table(result, finding) for finding in result.findings], indent=2) + "\n"


def finding_table(result: Result, finding: Finding) -> dict[str, Any]:
    """A finding with the places and words that its positions stand for."""
    table = finding_to_json(finding)
    story = result.story(finding.document)
    table |= _where(result, finding.document, finding.span)
    table["text"] = story.document.cut(finding.span) if story else ""
    for side in table["related"]:
        span = Span(side["start"], side["end"], side["field"])
        other = result.story(side["document"])
        side |= _where(result, side["document"], span)
        side["text"] = side["text"] or (other.document.cut(span) if other else "")
    order = ("document", "path", "rule", "name", "severity", "field", "start", "end")
    places = ("line", "column", "end_line", "end_column", "text", "message", "fixes", "related")
    return {key: table[key] for key in (*order, *places) if key in table}


def _where(result: Result, document: str, span: Span) -> dict[str, Any]:
    place = result.place(document, span)
    return place._asdict() if place else {"path": document}
