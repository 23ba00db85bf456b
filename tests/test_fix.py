"""Fixes: only those beyond doubt without being asked, in the source file, with everything else as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli import main

STORY = "HAMMERVIK, July 6, 2019 - The 21th ferry left in 3016.\nIt sank on Monday, July 5, 2019.\n"
SURE = "HAMMERVIK, July 6, 2019 - The 21st ferry left in 2016.\nIt sank on Monday, July 5, 2019.\n"
FIRST = "HAMMERVIK, July 6, 2019 - The 21st ferry left in 2016.\nIt sank on Friday, July 5, 2019.\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_fix_makes_only_edits_beyond_doubt(story: Path) -> None:
    assert main(["story.txt", "--fix"]) == 1
    assert story.read_text(encoding="utf-8") == SURE


def test_unsafe_fix_makes_the_likeliest_edit_of_each_finding_and_a_second_run_is_clean(story: Path) -> None:
    assert main(["story.txt", "--fix", "--unsafe"]) == 0
    assert story.read_text(encoding="utf-8") == FIRST
    assert main(["story.txt", "--fix", "--unsafe"]) == 0
    assert story.read_text(encoding="utf-8") == FIRST


def test_diff_shows_and_changes_nothing(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["story.txt", "--diff"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[2:] == [
        "@@ -1,2 +1,2 @@",
        "-HAMMERVIK, July 6, 2019 - The 21th ferry left in 3016.",
        "+HAMMERVIK, July 6, 2019 - The 21st ferry left in 2016.",
        " It sank on Monday, July 5, 2019.",
    ]
    assert err.splitlines()[0] == "would make 2 edits"
    assert story.read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_are_kept(encoding: str, newline: str, story: Path) -> None:
    accented = STORY.replace("HAMMERVIK", "ÅLESUND").replace("\n", newline)
    story.write_bytes(accented.encode(encoding))
    main(["story.txt", "--fix", "-q"])
    assert story.read_bytes() == SURE.replace("HAMMERVIK", "ÅLESUND").replace("\n", newline).encode(encoding)


def test_big_endian_utf16_stays_big_endian(story: Path) -> None:
    story.write_bytes(b"\xfe\xff" + STORY.encode("utf-16-be"))
    main(["story.txt", "--fix", "-q"])
    assert story.read_bytes() == b"\xfe\xff" + SURE.encode("utf-16-be")


def test_row_of_an_archive_is_edited_in_its_json(story: Path) -> None:
    archive = story.with_name("archive.jsonl")
    rows = [{"id": "a", "text": "The ferry is old."}, {"id": "b", "text": "“The” 21th ferry\nleft.", "by": "é"}]
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    main(["archive.jsonl", "--fix", "-q"])
    rows[1]["text"] = "“The” 21st ferry\nleft."
    assert archive.read_text(encoding="utf-8") == "".join(json.dumps(row) + "\n" for row in rows)


def test_rights_of_the_file_are_kept_and_nothing_is_left_behind(story: Path) -> None:
    story.chmod(0o640)
    main(["story.txt", "--fix", "-q"])
    assert story.stat().st_mode & 0o777 == 0o640
    assert list(story.parent.iterdir()) == [story]


def test_link_stays_a_link(story: Path) -> None:
    link = story.with_name("link.txt")
    link.symlink_to(story)
    main(["link.txt", "--fix", "-q"])
    assert link.is_symlink()
    assert story.read_text(encoding="utf-8") == SURE


def test_interactive_asks_and_writes_what_was_chosen(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["x", "1", "s", "q"])
    monkeypatch.setattr("builtins.input", lambda: next(answers))
    main(["story.txt", "--interactive", "-q"])
    assert story.read_text(encoding="utf-8") == STORY.replace("21th", "21st")
    assert "1 of 3: 1 to write it, s to skip, q to stop:" in capsys.readouterr().out


def test_standard_input_cannot_be_edited(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-", "--fix"]) == 2
    assert "give the path of a file" in capsys.readouterr().err


def test_unsafe_alone_is_refused(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["story.txt", "--unsafe"]) == 2
    assert "--fix --unsafe" in capsys.readouterr().err


def test_year_with_two_near_readings_is_left_alone(story: Path) -> None:
    story.write_text("HAMMERVIK, July 6, 2019 - The ferry sank on July 5, 2918.\n", encoding="utf-8")
    main(["story.txt", "--fix", "-q"])
    assert "2918" in story.read_text(encoding="utf-8")


def test_weekday_of_the_storys_own_day_is_mended(story: Path) -> None:
    story.write_text("The ferry sank on Monday, July 5, 2019.\n", encoding="utf-8")
    main(["story.txt", "--fix", "-q", "--published", "2019-07-05"])
    assert story.read_text(encoding="utf-8") == "The ferry sank on Friday, July 5, 2019.\n"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "a.md",
            "---\ndate: 2019-07-06\n---\n\nThe *big* 21th ferry.\n",
            "---\ndate: 2019-07-06\n---\n\nThe *big* 21st ferry.\n",
        ),
        ("a.html", "<p>The &eacute; <b>big</b> 21th ferry.</p>\n", "<p>The &eacute; <b>big</b> 21st ferry.</p>\n"),
        ("a.csv", 'id,text\n1,"The ""big"" 21th ferry."\n', 'id,text\n1,"The ""big"" 21st ferry."\n'),
    ],
)
def test_fix_edits_the_source_of_every_format(name: str, before: str, after: str, story: Path) -> None:
    path = story.with_name(name)
    path.write_text(before, encoding="utf-8")
    main([name, "--fix", "-q"])
    assert path.read_text(encoding="utf-8") == after
