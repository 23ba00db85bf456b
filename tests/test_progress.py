"""How far a long run has come is told to whoever watches, and to nobody else."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from factcheck.cli import progress
from factcheck.cli.progress import Meter
from factcheck.cli.terminal import Terminal
from factcheck.model import Document, Origin
from factcheck.report.look import Look
from factcheck.report.progress import progress_line


class Screen(StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_line_has_bar_part_stories_and_time_left() -> None:
    line = progress_line(50, 100, 1200, 30, Look(80))
    assert line == "━━━━━━━━━━━━              50%  1,200 stories, 30 s left"


def test_line_is_ascii_where_the_terminal_is() -> None:
    assert progress_line(50, 100, 1200, 3700, Look(80, unicode=False)).isascii()


def test_line_without_a_total_counts() -> None:
    assert progress_line(50, 0, 1, 75, Look(80)) == "1 story, 1 min 15 s"


@pytest.mark.parametrize("width", [20, 30, 40, 80, 120])
def test_line_fits_any_terminal(width: int) -> None:
    assert len(progress_line(999, 1000, 123456, 86400, Look(width))) <= width


def test_short_run_draws_nothing(tmp_path: Path) -> None:
    screen = Screen()
    meter = Meter([str(tmp_path)], Terminal(StringIO(), screen))
    meter.count(Document("a", "words"))
    meter.end()
    assert screen.getvalue() == ""


def test_long_run_draws_and_the_line_goes_before_anything_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LONG", 0.0)
    (tmp_path / "a.txt").write_text("x" * 100, encoding="utf-8")
    screen = Screen()
    terminal = Terminal(StringIO(), screen)
    meter = Meter([str(tmp_path)], terminal)
    meter.count(Document("a", "words", origin=Origin("a", "x" * 50)))
    terminal.say("a note")
    drawn, _, rest = screen.getvalue().partition("\x1b[K")
    assert " 50%  1 story" in drawn
    assert rest == "\r\x1b[Ka note\n"


def test_nobody_watches_a_file_or_a_dumb_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert not Terminal(StringIO(), Screen()).is_watched()
    monkeypatch.setenv("TERM", "xterm")
    assert Terminal(StringIO(), Screen()).is_watched()
    assert not Terminal(StringIO(), StringIO()).is_watched()
