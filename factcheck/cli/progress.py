"""How far a long run has come, on the last line of the terminal, until the report takes its place."""

from __future__ import annotations

import time
from collections.abc import Sequence

from factcheck.cli.terminal import Terminal
from factcheck.model import Document

LONG = 2.0
"""Seconds after which a run is long enough to be asked about."""

PAUSE = 0.2
"""Seconds between two drawings."""


class Meter:
    """Counts the stories of a run as they are read, and draws where somebody watches."""

    def __init__(self, paths: Sequence[str], terminal: Terminal) -> None:
        self._paths, self._terminal = paths, terminal
        self._started = time.monotonic()
        self._next = self._started + LONG
        self._stories = self._done = 0
        self._total: int | None = None
        self._at = ("", 0)

    def count(self, document: Document) -> None:
        """One more story is read."""
        self._stories += 1
        origin = document.origin
        at = (origin.path, origin.first_line) if origin else (document.id, 0)
        if at != self._at:  # a file that holds many stories in one piece counts once
            self._at = at
            self._done += len(origin.source) if origin else len(document.text)
        now = time.monotonic()
        if now >= self._next:
            self._next = now + PAUSE
            self._draw(now - self._started)

    def end(self) -> None:
        """Take the line away."""
        self._terminal.status("")

    def _draw(self, seconds: float) -> None:
        from factcheck.cli.watch import stamps
        from factcheck.report.progress import progress_line

        if self._total is None:
            self._total = sum(size for _, size in stamps(path for path in self._paths if path != "-").values())
        look = self._terminal.look_of_notes()
        self._terminal.status(progress_line(self._done, self._total, self._stories, seconds, look))
