"""Findings for build servers: `github` annotations, `gitlab` code quality, `junit`, and `rdjson` for reviewdog."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from factcheck.model import Finding, Place, Span
from factcheck.report.fingerprint import fingerprint
from factcheck.report.printable import printable
from factcheck.report.result import Result

_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}
_GITLAB = {"error": "major", "warning": "minor", "info": "info"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def github(result: Result) -> Iterator[str]:
    """One workflow command a finding, which shows as an annotation at its line."""
    for finding in result.findings:
        place = _place(result, finding)
        ends = f",endLine={place.end_line}" + (f",endColumn={place.end_column}" if place.line == place.end_line else "")
        title = _property(f"{finding.rule} {finding.name}")
        where = f"file={_property(place.path)},line={place.line},col={place.column}{ends},title={title}"
        yield f"::{_GITHUB[finding.severity]} {where}::{_data(finding.message)}\n"


def gitlab(result: Result) -> Iterator[str]:
    """The code quality report: one list, whose fingerprints keep a finding the same between runs."""
    issues = []
    for finding in result.findings:
        place = _place(result, finding)
        issues.append(
            {
                "description": finding.message,
                "check_name": f"{finding.rule} {finding.name}",
                "fingerprint": fingerprint(finding, result.stories[finding.document].document),
                "severity": _GITLAB[finding.severity],
                "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
            }
        )
    yield json.dumps(issues, indent=2) + "\n"


def junit(result: Result) -> Iterator[str]:
    """One test suite a story; a finding is a failed case, a story without any one passed case."""
    groups = result.by_story()
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="factcheck" tests="{_cases(result)}" failures="{len(result.findings)}">\n'
    for name in result.stories:
        findings = groups.get(name, [])
        yield f'  <testsuite name={_attribute(name)} tests="{max(1, len(findings))}" failures="{len(findings)}">\n'
        if not findings:
            yield f'    <testcase classname={_attribute(name)} name="facts"/>\n'
        for finding in findings:
            place = _place(result, finding)
            where = f"{place.path}:{place.line}:{place.column}"
            case = _attribute(f"{finding.rule} {finding.name} {place.line}:{place.column}")
            yield f"    <testcase classname={_attribute(name)} name={case}>\n"
            message = f"message={_attribute(finding.message)} type={_attribute(finding.severity)}"
            yield f"      <failure {message}>{_xml(f'{where}: {finding.message}')}</failure>\n    </testcase>\n"
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def rdjson(result: Result) -> Iterator[str]:
    """Reviewdog's diagnostics, with the fixes as suggestions; its columns count bytes."""
    diagnostics = []
    for finding in result.findings:
        table: dict[str, Any] = {
            "message": finding.message,
            "location": _location(result, finding.document, finding.span),
            "severity": finding.severity.upper(),
            "code": {"value": finding.rule},
        }
        if finding.fixes:
            table["suggestions"] = [
                {"range": _location(result, finding.document, fix.span)["range"], "text": fix.text}
                for fix in finding.fixes
            ]
        sides = [side for side in finding.related if result.story(side.document)]
        if sides:
            table["relatedLocations"] = [
                {"message": side.note, "location": _location(result, side.document, side.span)} for side in sides
            ]
        diagnostics.append(table)
    yield json.dumps({"source": {"name": "factcheck"}, "diagnostics": diagnostics}, indent=2) + "\n"


def _place(result: Result, finding: Finding) -> Place:
    return result.find_place(result.stories[finding.document].document, finding.span)


def _cases(result: Result) -> int:
    groups = result.by_story()
    return sum(max(1, len(groups.get(name, ()))) for name in result.stories)


def _location(result: Result, document: str, span: Span) -> dict[str, Any]:
    story = result.story(document)
    assert story is not None  # callers ask only for places in stories
    place = result.find_place(story.document, span)
    origin = story.document.origin
    lines = origin.source.splitlines() if origin else story.document.text.splitlines()
    first = origin.first_line if origin else 1

    def column(line: int, column: int) -> int:
        words = lines[line - first] if 0 <= line - first < len(lines) else ""
        return len(words[: column - 1].encode("utf-8", "surrogatepass")) + 1

    start = {"line": place.line, "column": column(place.line, place.column)}
    end = {"line": place.end_line, "column": column(place.end_line, place.end_column)}
    return {"path": place.path, "range": {"start": start, "end": end}}


def _data(words: str) -> str:
    return printable(words).replace("%", "%25")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _xml(words: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", printable(words)))


def _attribute(words: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", printable(words)))
