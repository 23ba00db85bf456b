"""The real pages that the stories in seeds/ stand for: run where the environment variable FACTCHECK_LABELLED
names the folder that holds them in `seeds/`, skipped with the reason where it does not."""

from __future__ import annotations

import datetime
import os
from functools import cache
from pathlib import Path

import pytest

from factcheck import Checker, Finding
from factcheck.model import Document
from factcheck.read import read_stories

LABELLED = os.environ.get("FACTCHECK_LABELLED", "")
PAGES = Path(LABELLED) / "seeds"

pytestmark = pytest.mark.skipif(
    not LABELLED or not PAGES.is_dir(), reason="FACTCHECK_LABELLED names no folder with the real pages"
)


@cache
def pages() -> dict[str, Document]:
    """The pages by the number that their names begin with."""
    read = [item for item in read_stories([PAGES]) if isinstance(item, Document)]
    return {Path(document.id).name[:3]: document for document in read}


@cache
def findings() -> tuple[Finding, ...]:
    return Checker().run(pages().values())


def of(page: str, rule: str) -> list[Finding]:
    return [finding for finding in findings() if finding.rule == rule and finding.document == pages()[page].id]


def test_far_year_is_an_error_with_the_right_year_first() -> None:
    (finding,) = of("000", "DAT002")
    assert pages()["000"].cut(finding.span).endswith("2918")
    assert finding.severity == "error"
    assert finding.fixes[0].text.endswith("2019")


def test_stale_page_date_is_an_error_with_the_months_the_story_fits() -> None:
    (finding,) = of("003", "DLN003")
    assert finding.severity == "error"
    dateline = Checker().check(pages()["003"]).dateline
    assert dateline is not None
    assert dateline.interval is not None
    start, end = dateline.interval
    assert start is not None
    assert end is not None
    assert datetime.date(2018, 4, 26) <= start < end <= datetime.date(2019, 1, 1)


def test_two_wordings_of_one_office_join_two_pages() -> None:
    joined = {
        frozenset({finding.document, *(side.document for side in finding.related)})
        for finding in findings()
        if finding.rule == "WHO002"
    }
    assert joined == {frozenset({pages()["002"].id, pages()["003"].id})}


@pytest.mark.parametrize("page", ["002", "004"])
def test_page_without_a_date_gets_a_note(page: str) -> None:
    (finding,) = of(page, "DLN001")
    assert finding.severity == "info"


def test_nothing_else_is_a_warning_or_an_error() -> None:
    loud = {finding.rule for finding in findings() if finding.severity != "info"}
    assert loud <= {"DAT002", "DLN003", "WHO002", "WHO006"}
