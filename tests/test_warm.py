"""Patterns kept between runs do what fresh ones do, and a broken file does no harm."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import warm


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path))
    return tmp_path


def test_kept_pattern_matches_as_the_fresh_one_did(folder: Path) -> None:
    source, flags, words = r"(?P<day>\d{1,2})\s+(?i:july|august)(?:,\s*(\d{4}))?", re.VERBOSE, "5 JULY, 2019"
    fresh = re.compile(source, flags).search(words)
    assert fresh is not None
    warm.keep({})
    re.purge()
    assert (source, int(flags)) in warm.fill()
    kept = re.compile(source, flags)
    again = kept.search(words)
    assert again is not None
    assert again.groups() == fresh.groups()
    assert again.groupdict() == fresh.groupdict() == {"day": "5"}
    assert (kept.flags, kept.groups, kept.pattern) == (fresh.re.flags, fresh.re.groups, source)


def test_nothing_is_written_when_all_is_known(folder: Path) -> None:
    re.compile("some pattern of this test")
    warm.keep({})
    kept = warm.fill()
    (file,) = folder.iterdir()
    file.unlink()
    warm.keep(kept)
    assert list(folder.iterdir()) == []


def test_folder_is_the_owners_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(folder / "new"))
    re.compile("a pattern of one's own")
    warm.keep({})
    assert (folder / "new").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="this system knows no owners")
@pytest.mark.parametrize("loose", ["file", "folder"])
def test_file_that_others_could_have_written_is_not_read(folder: Path, loose: str) -> None:
    re.compile("a pattern that others see")
    warm.keep({})
    (file,) = folder.iterdir()
    (file if loose == "file" else folder).chmod(0o777)
    assert warm.fill() == {}


@pytest.mark.parametrize("content", [b"", b"rubbish", b"\xfb\x00\x00\x00\x00"])
def test_broken_file_is_passed_over(folder: Path, content: bytes) -> None:
    re.compile("some pattern of this test")
    warm.keep({})
    (file,) = folder.iterdir()
    file.write_bytes(content)
    assert warm.fill() == {}
    assert re.compile("some (other|pattern)").match("some other")


def test_folder_that_cannot_be_written_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", os.devnull)
    warm.keep({})
    assert warm.fill() == {}


def test_second_run_says_what_the_first_said(folder: Path) -> None:
    story = folder / "story.txt"
    story.write_text("HAMMERVIK, July 6, 2019 - They met on Monday, July 5, 2019.\n", encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", str(story), "--format", "jsonl", "--quiet"]
    first, second = (subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(2))
    assert (first.stdout, first.returncode) == (second.stdout, second.returncode)
    assert len(list(folder.iterdir())) == 2
