"""Every `[[invalid]]` and `[[valid]]` example of every shipped rule, run as a test."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest

from factcheck import Checker, Document, Finding
from factcheck.rules import FOLDER, Example, read_page

PAGES = [read_page(path) for path in sorted(FOLDER.glob("*.toml"))]
CASES = [
    pytest.param(page.rule.code, example, id=f"{page.rule.code}-{'valid' if example.valid else 'invalid'}-{number}")
    for page in PAGES
    for number, example in enumerate(page.examples, 1)
]


@cache
def _checker(today: datetime.date | None) -> Checker:
    return Checker(today=today)


def _unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its ⟦ ⟧ marks, and the spans between them."""
    plain, spans, start = "", [], 0
    for char in text:
        if char == "⟦":
            start = len(plain)
        elif char == "⟧":
            spans.append((start, len(plain)))
        else:
            plain += char
    return plain, spans


def _run(code: str, example: Example) -> tuple[list[Finding], set[tuple[str, str, int, int]]]:
    documents, expected = [], set()
    for number, story in enumerate(example.stories, 1):
        name = str(story.get("id", f"story-{number}"))
        fields = {}
        for field in ("text", "title"):
            fields[field], spans = _unmark(str(story.get(field, "")))
            expected |= {(name, field, start, end) for start, end in spans}
        published = story.get("published")
        assert published is None or isinstance(published, datetime.date)
        documents.append(Document(name, fields["text"], fields["title"], published))
    found = _checker(example.today).run(documents)
    return [finding for finding in found if finding.rule == code], expected


@pytest.mark.parametrize(("code", "example"), CASES)
def test_example(code: str, example: Example) -> None:
    found, expected = _run(code, example)
    places = {(f.document, f.span.field, f.span.start, f.span.end) for f in found}
    assert places == expected, example.why or [f.message for f in found]
    if example.severity:
        assert {f.severity for f in found} == {example.severity}
    if example.fix:
        assert example.fix in [fix.text for f in found for fix in f.fixes[:3]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.rule.code)
def test_rule_file_is_named_after_its_rule(page: object) -> None:
    rule = page.rule  # type: ignore[attr-defined]
    assert Path(rule.path).name == f"{rule.code}-{rule.name}.toml"
