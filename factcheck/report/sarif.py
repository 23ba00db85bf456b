"""`sarif`: the findings in the Static Analysis Results Interchange Format 2.1.0, fixes and other sides included."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.model import Finding, Fix, Span
from factcheck.report.fingerprint import fingerprint
from factcheck.report.result import Result

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(result: Result) -> Iterator[str]:
    """One run with all findings."""
    rules = sorted({(finding.rule, finding.name) for finding in result.findings})
    numbers = {code: number for number, (code, _) in enumerate(rules)}
    driver = {
        "name": "factcheck",
        "version": __version__,
        "rules": [
            {"id": code, "name": name, "shortDescription": {"text": name.replace("-", " ")}} for code, name in rules
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, finding, numbers[finding.rule]) for finding in result.findings],
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _result(result: Result, finding: Finding, rule: int) -> dict[str, Any]:
    document = result.stories[finding.document].document
    table: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(result, finding.document, finding.span)],
        "partialFingerprints": {"words/v1": fingerprint(finding, document)},
    }
    sides = [
        {"id": number, "message": {"text": side.note or side.text or "the other side"}}
        | _location(result, side.document, side.span)
        for number, side in enumerate(finding.related, 1)
        if result.story(side.document)
    ]
    if sides:
        table["relatedLocations"] = sides
    if finding.fixes:
        table["fixes"] = [_fix(result, finding, fix) for fix in finding.fixes]
    return table


def _location(result: Result, document: str, span: Span) -> dict[str, Any]:
    path, region = _region(result, document, span)
    return {"physicalLocation": {"artifactLocation": {"uri": path}, "region": region}}


def _fix(result: Result, finding: Finding, fix: Fix) -> dict[str, Any]:
    path, region = _region(result, finding.document, fix.span)
    replacement = {"deletedRegion": region, "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": {"uri": path}, "replacements": [replacement]}
    return {"description": {"text": f"write {fix.text}"}, "artifactChanges": [change]}


def _region(result: Result, document: str, span: Span) -> tuple[str, dict[str, int]]:
    place = result.place(document, span)
    if place is None:
        return quote(document), {"startLine": 1}
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return quote(place.path), region
