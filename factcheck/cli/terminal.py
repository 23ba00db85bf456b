"""Where a command writes: reports to standard output, notes to standard error, neither ever raising
because of what a story holds or because the reader of a pipe has gone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from factcheck.report.look import Look

PIPE_WIDTH = 100
WIDEST = 120
"""Cells; longer lines than this are hard to read, however wide the screen."""


class Terminal:
    """The two streams of a run, and what they can show."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self.out, self.err = out, err
        self._status = ""
        for stream in (out, err):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure:  # what an old terminal cannot show is spelt out: \u53d1
                reconfigure(errors="backslashreplace")

    def write(self, pieces: Iterable[str]) -> None:
        """Print a report piece by piece; a reader that went away ends the printing, not the run."""
        self.status("")
        try:
            for piece in pieces:
                self.out.write(piece)
            self.out.flush()
        except BrokenPipeError:
            self.out = _nowhere(self.out)

    def say(self, line: str) -> None:
        """One line on standard error."""
        from factcheck.report.printable import printable

        self.status("")
        self._note(printable(line) + "\n")

    def status(self, line: str) -> None:
        """Put a line in place of the one that stood last on standard error, or take that away; the next
        thing that is said takes its place."""
        if line or self._status:
            self._note(f"\r{line}\x1b[K")
        self._status = line

    def _note(self, words: str) -> None:
        try:
            self.err.write(words)
            self.err.flush()
        except BrokenPipeError:
            self.err = _nowhere(self.err)

    def is_watched(self) -> bool:
        """Does somebody look at standard error while the run goes on?"""
        return self.err.isatty() and os.environ.get("TERM") != "dumb"

    def look_of_notes(self) -> Look:
        """How a line on standard error should look."""
        from factcheck.report.look import Look

        return Look(_width(True), False, _shows_unicode(self.err))

    def look(self, colour: str = "auto", width: int | None = None) -> Look:
        """How a report for people should look here. `colour` is auto, always or never."""
        from factcheck.report.look import Look

        on_screen = self.out.isatty()
        coloured = colour == "always" or (colour == "auto" and _wants_colour(on_screen))
        return Look(width or _width(on_screen), coloured, _shows_unicode(self.out))

    def close(self) -> None:
        """Flush what is left, so that no complaint about a closed pipe comes at exit."""
        try:
            self.out.flush()
        except BrokenPipeError:
            self.out = _nowhere(self.out)


def _wants_colour(on_screen: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return on_screen and os.environ.get("TERM") != "dumb"


def _width(on_screen: bool) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns):
        return min(max(int(columns), 20), WIDEST)
    if not on_screen:
        return PIPE_WIDTH
    try:
        return min(max(os.get_terminal_size(sys.stdout.fileno()).columns, 20), WIDEST)
    except (OSError, ValueError):
        return 80


def _shows_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "").startswith("utf")


def _nowhere(stream: TextIO) -> TextIO:
    """Point a stream whose reader is gone at nothing, so that the interpreter can flush it at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return StringIO()
    return stream
