"""Findings that somebody lets stand: by comment, by accepting, by baseline; unused silencings are said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli import main

FAULTY = "HAMMERVIK, July 6, 2019 - The 21th ferry left on Monday, July 5, 2019.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def codes(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    capsys.readouterr()
    main([*words, "--format", "concise"])
    return [line.split()[2] for line in capsys.readouterr().out.splitlines()]


def test_accepted_finding_stays_quiet_after_edits_elsewhere(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accept", "story.txt:1:31", "--reason", "so it is painted on the hull"]) == 0
    (row,) = [json.loads(line) for line in (desk / "factcheck-accepted.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (row["rule"], row["text"], row["reason"]) == ("NUM006", "21th", "so it is painted on the hull")
    (desk / "story.txt").write_text("A new head\n\n" + FAULTY, encoding="utf-8")
    assert codes(capsys, "story.txt") == ["DAT003"]


def test_accepting_twice_writes_one_line(desk: Path) -> None:
    for _ in range(2):
        main(["accept", "story.txt:1", "--reason", "as it is"])
    assert len((desk / "factcheck-accepted.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_place_without_a_finding_is_an_error(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accept", "story.txt:9:9", "--reason", "x"]) == 2
    assert "no finding at story.txt:9:9" in capsys.readouterr().err


def test_accepted_finding_that_is_gone_is_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["accept", "story.txt:1:31", "--reason", "x"])
    (desk / "story.txt").write_text(FAULTY.replace("21th", "21st"), encoding="utf-8")
    capsys.readouterr()
    main(["story.txt"])
    assert "no longer found: story.txt: NUM006 “21th”; take its line out" in capsys.readouterr().err


def test_baseline_hides_old_findings_and_shows_new_ones(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["story.txt", "--baseline", "old.json", "--write-baseline"]) == 0
    assert codes(capsys, "story.txt", "--baseline", "old.json") == []
    (desk / "story.txt").write_text(FAULTY + "\nThe 22th left later.\n", encoding="utf-8")
    assert codes(capsys, "story.txt", "--baseline", "old.json") == ["NUM006"]


def test_baseline_only_shrinks(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["story.txt", "--baseline", "old.json", "--write-baseline"])
    (desk / "story.txt").write_text(FAULTY.replace("21th", "21st") + "\nThe 22th left later.\n", encoding="utf-8")
    assert codes(capsys, "story.txt", "--baseline", "old.json", "--write-baseline") == ["NUM006"]
    assert len(json.loads((desk / "old.json").read_text(encoding="utf-8"))["findings"]) == 1


def test_missing_baseline_is_an_error(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["story.txt", "--baseline", "old.json"]) == 2
    assert "--write-baseline makes it" in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["md", "html"])
def test_comment_silences_a_rule_in_its_block(ending: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (
        "HAMMERVIK, July 6, 2019 - The ferry was late.\n\n"
        "<!-- factcheck: ignore NUM006 -- painted on the hull -->\n\nThe 21th ferry left.\n\nThe 22th ferry left.\n"
    )
    if ending == "html":
        page = (
            "<html><body><article>\n"
            + "".join(f"<p>{part}</p>\n\n" for part in page.split("\n\n"))
            + "</article></body></html>"
        )
        page = page.replace("<p><!--", "<!--").replace("--></p>", "-->")
    (desk / f"page.{ending}").write_text(page, encoding="utf-8")
    capsys.readouterr()
    main([f"page.{ending}", "--format", "jsonl", "--select", "NUM"])
    assert [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()] == ["22th"]


def test_comment_for_the_file_silences_all_of_it(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "<!-- factcheck: ignore-file NUM -->\nHAMMERVIK, July 6, 2019 - The 21th ferry.\n\nThe 22th ferry.\n"
    (desk / "page.md").write_text(page, encoding="utf-8")
    assert codes(capsys, "page.md", "--select", "NUM") == []


def test_comment_that_silences_nothing_is_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "page.md").write_text("One.\n\n<!-- factcheck: ignore NUM006 -->\nThe 21st ferry.\n", encoding="utf-8")
    main(["page.md"])
    assert "page.md:3: nothing to ignore here for NUM006" in capsys.readouterr().err
