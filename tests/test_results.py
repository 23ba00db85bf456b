"""Results kept between runs: the second run says what the first said, and whatever changes is seen."""

from __future__ import annotations

import datetime
import os
import sqlite3
from pathlib import Path

import pytest

from factcheck import Checker, Document
from factcheck.cli import main
from factcheck.scale.readings import Reading, read_stories
from factcheck.scale.results import NAME, Results, rules_digest

SLIP = "OSLO, July 6, 2019 - Sen. Ada Moss met voters on Friday, July 1, 2019, and left in August.\n"
STORY = Document("one", SLIP, "Moss meets voters", datetime.date(2019, 7, 6))


def read_story(checker: Checker, document: Document) -> Reading:
    return read_stories(checker, False, [document])[0]


def keep(folder: Path, checker: Checker, document: Document) -> None:
    results = Results(folder, checker)
    assert results.find(document) is None
    results.keep(document, read_story(checker, document))
    results.close()


def is_kept(folder: Path, checker: Checker, document: Document) -> bool:
    results = Results(folder, checker)
    found = results.find(document)
    results.close()
    return found is not None


def test_a_kept_reading_comes_back_as_it_was(tmp_path: Path) -> None:
    checker = Checker()
    keep(tmp_path, checker, STORY)
    found, fresh = Results(tmp_path, checker).find(STORY), read_story(checker, STORY)
    assert found
    assert found._replace(claims=tuple(found.claims)) == fresh
    assert len(found.claims) == len(fresh.claims) > 0


@pytest.mark.parametrize(
    "other",
    [
        Document("two", STORY.text, STORY.title, STORY.published),
        Document("one", STORY.text + ".", STORY.title, STORY.published),
        Document("one", STORY.text, "", STORY.published),
        Document("one", STORY.text, STORY.title, datetime.date(2019, 7, 7)),
        Document("one", STORY.text, STORY.title, STORY.published, metadata=(("date", datetime.date(2019, 7, 7)),)),
        Document("oneM", STORY.text, STORY.title[1:], STORY.published),
    ],
)
def test_another_story_is_not_taken_for_it(tmp_path: Path, other: Document) -> None:
    checker = Checker(select=["DAT"])
    keep(tmp_path, checker, STORY)
    assert is_kept(tmp_path, checker, STORY)
    assert not is_kept(tmp_path, checker, other)


def test_other_rules_settings_and_facts_are_other_results(tmp_path: Path) -> None:
    fact = read_story(Checker(), STORY).claims[0]
    checkers = [
        Checker(),
        Checker(select=["DAT"]),
        Checker(facts=False),
        Checker(today=datetime.date(2020, 1, 1)),
        Checker(own_facts=[fact]),
    ]
    assert len({rules_digest(checker) for checker in checkers}) == len(checkers)


def test_a_changed_file_of_the_program_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checker = Checker(select=["DAT"], facts=False)
    (tmp_path / "terms.txt").write_text("old")
    monkeypatch.setattr("factcheck.scale.results.FOLDER", tmp_path)
    before = rules_digest(checker)
    assert rules_digest(checker) == before
    os.utime(tmp_path / "terms.txt", ns=(1, 1))
    assert rules_digest(checker) != before


@pytest.mark.parametrize("damage", ["whole", "row", "folder"])
def test_damaged_results_are_made_anew(tmp_path: Path, damage: str) -> None:
    checker = Checker(select=["DAT"])
    keep(tmp_path, checker, STORY)
    path = tmp_path / NAME
    if damage == "whole":
        path.write_bytes(os.urandom(5_000))
    elif damage == "row":
        with sqlite3.connect(path) as db:
            db.execute("UPDATE story SET head = replace(head, 'DAT003', 'DAT004')")
        db.close()
    else:
        path.unlink()
        path.mkdir()
    assert not is_kept(tmp_path, checker, STORY)
    if damage != "folder":
        keep(tmp_path, checker, STORY)
        assert is_kept(tmp_path, checker, STORY)


def test_a_second_run_reports_what_the_first_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stories, kept = tmp_path / "stories", tmp_path / "kept"
    stories.mkdir()
    for number in range(6):
        title = "Rep." if number == 4 else "Sen."
        (stories / f"{number}.txt").write_text(SLIP.replace("Sen.", title) * 2, "utf-8")

    def report(*more: str) -> str:
        main([str(stories), "--isolated", "--quiet", *more])
        return capsys.readouterr().out

    fresh = report("--cache", "off")
    first = report("--cache", str(kept))
    assert (kept / NAME).is_file()
    second, several = report("--cache", str(kept)), report("--cache", str(kept), "--jobs", "2")
    assert fresh == first == second == several
    assert "DAT003" in first
    assert "WHO001" in first
    (stories / "4.txt").write_text(SLIP * 2, "utf-8")
    assert report("--cache", str(kept)) == report("--cache", "off") != first
