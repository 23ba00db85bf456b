"""Stories checked in several processes: what one process says, and a bad story takes no other down."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck import Checker, Document
from factcheck.cli import main
from factcheck.model import Analysis
from factcheck.scale.readings import check_all

SLIP = "OSLO, July 6, 2019 - The council met on Friday, July 1, 2019, and will meet again in August.\n"


class Fragile(Checker):
    """Dies of one story, and breaks down on another."""

    def check_all(self, documents: Sequence[Document]) -> list[Analysis]:
        for document in documents:
            if document.id == "story-5":
                os.kill(os.getpid(), signal.SIGKILL)
            if document.id == "story-2":
                raise ValueError("two")
        return super().check_all(documents)


def test_processes_say_what_one_process_says() -> None:
    documents = [Document(f"story-{n}", SLIP * (n % 5 + 1)) for n in range(20)]
    checker = Checker(select=["DAT"])
    alone, several = (list(check_all(checker, documents, jobs=jobs, seconds=30)) for jobs in (1, 2))
    assert [c.document for c in several] == documents
    for one, other in zip(alone, several, strict=True):
        assert one.reading
        assert other.reading == one.reading
        assert one.reading.findings


def test_a_story_that_ends_its_process_is_named_and_the_rest_goes_on() -> None:
    documents = [Document(f"story-{n}", SLIP) for n in range(8)]
    outcomes = list(check_all(Fragile(select=["DAT003"]), documents, jobs=2, seconds=30))
    failed = {c.document.id: c.failure for c in outcomes if c.failure}
    assert failed == {"story-2": "ValueError: two", "story-5": "ended the process that checked it"}
    assert all(c.reading and c.reading.findings for c in outcomes if not c.failure)


def test_a_story_that_breaks_down_is_named_where_one_process_checks() -> None:
    documents = [Document(f"story-{n}", SLIP) for n in range(4)]
    outcomes = list(check_all(Fragile(select=["DAT003"]), documents, jobs=1, seconds=30))
    assert [c.failure for c in outcomes] == ["", "", "ValueError: two", ""]
    assert all(c.reading and c.reading.findings for c in outcomes if not c.failure)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_story_that_takes_too_long_is_named_and_the_rest_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    rows = [{"id": "one", "text": SLIP}, {"id": "long", "text": SLIP * 50_000}, {"id": "two", "text": SLIP}]
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    status = main([str(path), "--jobs", jobs, "--seconds", "1", "--format", "concise", "--isolated"])
    shown = capsys.readouterr()
    assert status == 2
    assert "long: not checked: took more than 1 s" in shown.err
    assert "1 not checked" in shown.err
    assert [line.split(":")[1] for line in shown.out.splitlines()] == ["1", "3"]


def test_the_report_does_not_depend_on_the_number_of_processes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(SLIP * (6 - n), "utf-8")
    reports = []
    for jobs in ("1", "2", "3"):
        assert main([str(tmp_path), "--jobs", jobs, "--isolated"]) == 1
        reports.append(capsys.readouterr().out)
    assert reports[0] == reports[1] == reports[2]
    assert reports[0].count("DAT003") == 1 + 21
